import type { Complainant } from '../../../src/procedure/model/complainant.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { sendByHand } from '../asked.ts';
import { given, registered } from '../given.ts';
import { acknowledged, answered, letterQueued, letterSent, objected, waived } from '../happened.ts';
import { joris, lars, willem } from '../people.ts';

const waiting = letterQueued('acknowledgement', '2026-04-09');

describe('sending a letter by hand after all', () => {
  it('counts from the day the handler says, in the manner they say', () => {
    given(registered(), [waiting])
      .on('2026-04-13')
      .when(sendByHand({ manner: 'handed', sentOn: '2026-04-10' }))
      .happened(
        letterSent('acknowledgement', {
          letter: 1,
          sentOn: '2026-04-10',
          manner: 'handed',
          daysLate: 1,
          promised: { of: 'answer', on: '2026-04-22' },
        }),
      );
  });

  it('keeps the words in which it went; one that arrived after all keeps those in which it was mailed', () => {
    const waits = given(registered(), [waiting]);
    const words = (manner: 'post' | 'email') =>
      waits
        .when(sendByHand({ manner, text: 'Tot en met 4 mei.' }))
        .leadsTo(
          ({ letters }) =>
            letters[0]?.text === (manner === 'post' ? 'Tot en met 4 mei.' : 'Geachte mevrouw Van Dam'),
        );
    words('post');
    words('email');
    waits
      .when(sendByHand({ manner: 'again', text: 'Tot en met 4 mei.' }))
      .leadsTo(({ letters }) => letters[0]?.text === 'Tot en met 4 mei.' && !letters[0].sentOn);
    waits.when(sendByHand({ text: 'Tot en met [datum].' })).refused('gap-in-letter');
    waits.when(sendByHand({ text: ' ' })).refused('text-missing');
  });

  it('counts one that arrived after all from the day on which it was mailed, which stands in it, whatever day is given', () => {
    const arrived = sendByHand({ manner: 'email', sentOn: '2026-04-13' });
    const waits = given(registered(), [waiting]).on('2026-04-13').when(arrived);
    waits.leadsTo(
      ({ letters: [letter] }) => letter?.sentOn === '2026-04-01' && letter.queuedOn === letter.sentOn,
    );
    const anew: Event = {
      type: 'letter-renewed',
      on: '2026-04-08',
      letter: 1,
      dueOn: '2026-04-09',
      personal: { text: 'Geachte mevrouw Van Dam, 8 april' },
    };
    given(registered(), [waiting, anew])
      .on('2026-04-13')
      .when(arrived)
      .happened(
        letterSent('acknowledgement', {
          letter: 1,
          sentOn: '2026-04-08',
          personal: { text: 'Geachte mevrouw Van Dam, 8 april' },
        }),
      );
  });

  it('refuses a letter that does not wait, a day to come, and a day before receipt', () => {
    given(registered()).when(sendByHand()).refused('no-letter-waits');
    given(registered(), acknowledged()).when(sendByHand()).refused('no-letter-waits');
    const waits = given(registered(), [waiting]);
    waits.when(sendByHand({ letter: 7 })).refused('no-letter-waits');
    waits.when(sendByHand({ sentOn: '2026-04-02' })).refused('in-the-future');
    waits.when(sendByHand({ sentOn: '2026-03-31' })).refused('out-of-order');
    waits.when(sendByHand({ by: joris })).refused('not-the-handler', 5);
  });

  it('mails it again only to an address that the complaint still has', () => {
    const again = sendByHand({ manner: 'again', text: 'Geachte mevrouw Van Dam' });
    const of = (complainant: Complainant) => given(registered({ complainant }), [waiting]).when(again);
    of({ name: 'Mevrouw Van Dam', address: 'Dorpsstraat 1, Utrecht' }).refused('email-missing');
    of({ name: 'Mevrouw Van Dam', email: 'dam@example.nl' }).leadsTo(
      ({ letters }) => letters[0]?.to === 'dam@example.nl',
    );
  });

  it('is for the board member whose decision waits, and for the handler; it closes the complaint', () => {
    const taken: Event = {
      type: 'decision-taken',
      on: '2026-04-01',
      personal: { decision: 'Gegrond', reasons: 'Niet gebeld', by: willem },
    };
    for (const by of [willem, lars]) {
      given(registered(), objected(), waived(), [taken, letterQueued('final-decision')])
        .when(sendByHand({ by, letter: 3 }))
        .leadsTo(({ closed }) => closed?.outcome === 'decided');
    }
  });

  it('remains possible in a closed complaint', () => {
    const closed: Event = {
      type: 'closed',
      on: '2026-04-01',
      outcome: 'late-objection-refused',
      personal: {},
    };
    given(registered(), answered(), [letterQueued('late-objection-refused'), closed])
      .when(sendByHand({ letter: 3 }))
      .leadsTo(({ stage, letters }) => stage === 'closed' && letters[2]?.sentOn === '2026-04-01');
  });
});
