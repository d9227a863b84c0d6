import assert from 'node:assert/strict';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { correctFacts, letter, merge, registration } from '../asked.ts';
import { complaintAfter, given, plain, registered } from '../given.ts';
import {
  acknowledged,
  answered,
  erased,
  erasureAsked,
  handedOver,
  letterSent,
  withdrawn,
} from '../happened.ts';
import { fatima, joris, lars, sanne } from '../people.ts';

type Happened = Parameters<typeof complaintAfter>;

/** Another complaint under another number. */
const other = (...past: Happened): Complaint => ({ ...complaintAfter(...past), number: 'K-2026-0007' });

/** Lars handles both, and they came in on the same day. */
const into = other(registered());

describe('Art. 4, "Iedere mondelinge of schriftelijke klacht wordt [...] geregistreerd": the same matter twice', () => {
  it('is merged: this one closes with the number of the other, which goes on for both', () => {
    given(registered(), acknowledged())
      .when(merge({ into }))
      .happened({ type: 'closed', on: '2026-04-01', outcome: 'merged', personal: { into: 'K-2026-0007' } });
    given(registered(), acknowledged())
      .when(merge({ into }))
      .leadsTo(({ closed }) => closed?.outcome === 'merged' && closed.into === 'K-2026-0007');
  });

  it('is told in a letter where none confirmed receipt yet: that one does, also when it is late (Art. 5)', () => {
    given(registered()).when(merge({ into })).refused('letter-missing', 5);
    given(registered({ complainant: { name: 'Onbekend', unnamed: 'unknown' } }))
      .when(merge({ into }))
      .leadsTo(({ stage }) => stage === 'closed');
    for (const [on, acknowledgedDaysLate] of [
      ['2026-04-09', 0],
      ['2026-04-10', 1],
    ] as const) {
      const told = given(registered())
        .on(on)
        .when(merge({ into, letter: letter('Samen', on) }));
      told.happened(
        { type: 'closed', on, outcome: 'merged', personal: { into: 'K-2026-0007' } },
        letterSent('merger', {
          ...{ sentOn: on, countsAsReceivedOn: on, acknowledgedDaysLate },
          personal: { text: 'Samen' },
        }),
      );
      // Who reopens it has no receipt to confirm any more.
      told.leadsTo(({ closed }) => closed?.from === 'acknowledged');
    }
  });

  it('may be told in a letter, which is not one of withdrawal', () => {
    given(registered(), acknowledged())
      .when(merge({ into, letter: letter('Samen') }))
      .happened(
        { type: 'closed', on: '2026-04-01', outcome: 'merged', personal: { into: 'K-2026-0007' } },
        letterSent('merger', { personal: { text: 'Samen' } }),
      );
    given(registered())
      .when(merge({ into, letter: letter('Onder [samen onder]') }))
      .refused('gap-in-letter', 4);
  });

  it('goes into another complaint that this person handles, and is told nothing of any other', () => {
    given(registered())
      .when(merge({ into: complaintAfter(registered()) }))
      .refused('merged-with-itself', 4);
    for (const hidden of [
      other(registered({ respondents: [lars] })),
      other(registered(), handedOver()),
      other(registered(), withdrawn(), erasureAsked(lars), erased()),
    ]) {
      given(registered())
        .when(merge({ into: hidden }))
        .refused('unknown-complaint');
    }
  });

  it('never ends in a closed dossier, nor in one with later deadlines', () => {
    given(registered())
      .when(merge({ into: other(registered(), withdrawn()) }))
      .refused('other-is-closed', 4);
    given(registered())
      .on('2026-04-02')
      .when(merge({ into: other(registered({ receivedOn: '2026-04-02' })) }))
      .refused('other-is-later', 4);
    given(registered({ receivedOn: '2026-04-02' }))
      .on('2026-04-02')
      .when(merge({ into, letter: letter('Samen', '2026-04-02') }))
      .leadsTo(({ closed }) => closed?.outcome === 'merged');
  });

  it('never ends in one that is answered later, because a letter promised its complainant another day', () => {
    const promised = { of: 'answer', on: '2026-05-29', wish: 'ballance' } as const;
    const delay = [letterSent('delay', { promised })];
    const delayed = other(registered(), delay);
    given(registered({ receivedOn: '2026-04-02' }))
      .on('2026-04-02')
      .when(merge({ into: delayed }))
      .refused('other-answers-later', 4);
    given(registered(), acknowledged(), delay)
      .when(merge({ into: delayed }))
      .leadsTo(({ closed }) => closed?.outcome === 'merged');
  });

  it('records what its letter says of the other, and promises the day on which that is answered', () => {
    const earlier = other(registered({ receivedOn: '2026-03-30' }), [
      letterSent('delay', { promised: { of: 'answer', on: '2026-04-17' } }),
    ]);
    given(registered(), acknowledged())
      .when(merge({ into: earlier, letter: letter('Samen') }))
      .happened(
        {
          type: 'closed',
          on: '2026-04-01',
          outcome: 'merged',
          personal: { into: 'K-2026-0007', other: { receivedOn: '2026-03-30', answerBy: '2026-04-17' } },
        },
        letterSent('merger', { promised: { of: 'answer', on: '2026-04-17' }, personal: { text: 'Samen' } }),
      );
    given(registered())
      .on('2026-04-20')
      .when(merge({ into: earlier, letter: letter('Samen', '2026-04-20') }))
      .leadsTo(({ letters }) => letters.at(-1)?.promised === undefined);
    given(registered({ receivedOn: '2026-04-10' }), acknowledged({ sentOn: '2026-04-13' }))
      .on('2026-04-20')
      .when(merge({ into: other(registered(), answered('2026-04-16')) }))
      .happened({
        type: 'closed',
        on: '2026-04-20',
        outcome: 'merged',
        personal: { into: 'K-2026-0007', other: { receivedOn: '2026-04-01', answeredOn: '2026-04-16' } },
      });
  });

  describe('of another complainant, who gets no letter of that one', () => {
    const smit = { name: 'De heer K. Smit', address: 'Straat 1, Gouda' };
    const anonymous = { name: 'Anoniem', unnamed: 'anonymous' } as const;

    it('is refused, because each has a right to an answer of their own and may disagree with it (Art. 6 and 7)', () => {
      for (const one of [
        into,
        other(registered({ receivedOn: '2026-03-30' }), acknowledged()),
        other(registered(), answered()),
        other(registered({ complainant: anonymous })),
      ])
        for (const sent of [undefined, letter('Samen', '2026-04-09')])
          given(registered({ complainant: smit }))
            .on('2026-04-09')
            .when(merge({ into: one, letter: sent }))
            .refused('other-complainant', 6);
      given(registered({ complainant: { name: smit.name } }))
        .when(merge({ into }))
        .refused('other-complainant', 6);
      given(registered({ complainant: { ...anonymous, phone: '06 12345678' } }))
        .when(merge({ into }))
        .refused('other-complainant', 6);
    });

    it('is refused for that before a later day of receipt, because the other way round helps nobody', () => {
      given(registered({ complainant: smit }))
        .on('2026-04-02')
        .when(merge({ into: other(registered({ receivedOn: '2026-04-02' })) }))
        .refused('other-complainant', 6);
    });

    it('is noted where nobody knows who that is, also once the other was answered, and no letter goes out', () => {
      given(registered({ complainant: anonymous }))
        .when(merge({ into }))
        .happened({
          type: 'closed',
          on: '2026-04-01',
          outcome: 'merged',
          personal: { into: 'K-2026-0007', other: { ofAnother: true } },
        });
      given(registered({ complainant: anonymous, receivedOn: '2026-04-10' }))
        .on('2026-04-20')
        .when(merge({ into: other(registered(), answered('2026-04-16')) }))
        .leadsTo(({ closed }) => closed?.outcome === 'merged');
      given(registered({ complainant: anonymous }))
        .when(merge({ into, letter: { ...letter('Samen'), manner: 'handed' } }))
        .refused('complainant-unknown', 5);
    });
  });

  it('is refused while it is about somebody whom the other is not about, who would read of themselves there (Art. 5)', () => {
    given(registered({ respondents: [joris] }))
      .when(merge({ into }))
      .refused('respondents-differ', 5);
    given(registered({ respondents: [joris] }), acknowledged())
      .when(merge({ into: other(registered({ respondents: [sanne, joris] })) }))
      .leadsTo(({ stage }) => stage === 'closed');
  });

  it('is for the handler, and possible until the answer, because who has that may disagree with it (Art. 7)', () => {
    given(registered())
      .when(merge({ into, by: fatima }))
      .refused('not-the-handler', 5);
    given(registered(), answered()).when(merge({ into })).refused('answered-already', 6);
  });

  it('is not given to somebody else by correcting who complains, in the one or the other, until it is said that it is the same person (Art. 6)', () => {
    const joined: Event = {
      type: 'joined',
      on: '2026-04-01',
      personal: { number: 'K-2026-0002', summary: 'Weer.' },
    };
    const ofAnother: Event = { ...joined, personal: { ...joined.personal, ofAnother: true } };
    const { complainant } = registration;
    const to = (name: string) => ({ to: { complainant: { ...complainant, name } } });
    const merged: Event[] = [
      { type: 'closed', on: '2026-04-01', outcome: 'merged', personal: { into: 'K-2026-0007' } },
    ];
    for (const past of [[joined], merged]) {
      given(registered(), past)
        .when(correctFacts(to('De heer Bos')))
        .refused('merged-complainant', 6);
      given(registered(), past)
        .when(correctFacts({ ...to('De heer Bos'), isSamePerson: true }))
        .leadsTo((after) => after.complainant.name === 'De heer Bos');
      given(registered(), past)
        .when(correctFacts({ to: { complainant: { ...complainant, email: 'nieuw@example.nl' } } }))
        .leadsTo((after) => after.complainant.email === 'nieuw@example.nl');
    }
    const parted: Event = { type: 'parted', on: '2026-04-01', personal: { number: 'K-2026-0002' } };
    const intoAnother = merged.map((event) =>
      event.type === 'closed'
        ? { ...event, personal: { ...event.personal, other: { ofAnother: true } } }
        : event,
    );
    for (const past of [[ofAnother], intoAnother, [joined, parted], []])
      given(registered(), past)
        .when(correctFacts(to('De heer Bos')))
        .leadsTo((after) => after.complainant.name === 'De heer Bos');
  });

  it('leaves no number behind in the state once it is erased', () => {
    const personal = { into: into.number, other: { ofAnother: true } };
    const merged = [{ type: 'closed', on: '2026-04-01', outcome: 'merged', personal }] as const;
    const gone = complaintAfter(registered(), [...merged], erasureAsked(lars), erased());
    assert.deepEqual(plain(gone.closed), { on: '2026-04-01', outcome: 'merged', from: 'registered' });
  });
});
