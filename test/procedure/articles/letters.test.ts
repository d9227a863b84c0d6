import assert from 'node:assert/strict';
import { letterAccepted } from '../../../src/procedure/articles/letters.ts';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import type { DispatchManner } from '../../../src/procedure/model/letter.ts';
import { acknowledge, answer, letter, object, offerHearing, waiveHearing, withdraw } from '../asked.ts';
import { calendar, complaintAfter, given, plain, registered } from '../given.ts';
import {
  acknowledged,
  answered,
  letterQueued,
  letterSent,
  objected,
  waived,
  withdrawn,
} from '../happened.ts';
import { desk } from '../people.ts';

const waiting = letterQueued('acknowledgement', '2026-04-09');

describe('a letter by e-mail', () => {
  it('is handed to the mail server, and nothing counts as sent', () => {
    given(registered())
      .withMail()
      .when(acknowledge())
      .happened({
        type: 'letter-queued',
        on: '2026-04-01',
        kind: 'acknowledgement',
        dueOn: '2026-04-09',
        promised: { of: 'answer', on: '2026-04-22' },
        personal: { text: 'Wij hebben uw klacht ontvangen.', to: 'vandam@example.nl' },
      });
    const complaint = complaintAfter(registered(), [waiting]);
    assert.equal(complaint.stage, 'registered');
    assert.deepEqual(
      runningDeadlines(complaint, calendar, desk).map(({ kind }) => kind),
      ['acknowledge', 'answer'],
    );
  });

  it('is sent by the handler where there is no mail server, or another manner', () => {
    const sent = (manner: 'email' | 'post') =>
      letterSent('acknowledgement', {
        manner,
        promised: { of: 'answer', on: '2026-04-22' },
        ...(manner === 'post' && { countsAsReceivedOn: '2026-04-08' }),
        personal: { text: 'Ontvangen' },
      });
    const byPost = { ...letter('Ontvangen'), manner: 'post' as const };
    given(registered())
      .when(acknowledge({ letter: letter('Ontvangen') }))
      .happened(sent('email'));
    given(registered())
      .withMail()
      .when(acknowledge({ letter: byPost }))
      .happened(sent('post'));
  });

  it('goes to no address that is not known: neither from a mailbox of one’s own, nor by post', () => {
    const past = registered({ complainant: { name: 'Mevrouw Van Dam', phone: '026 1234567' } });
    const by = (manner: DispatchManner, reach = {}) =>
      acknowledge({ letter: { ...letter(), manner }, reach });
    for (const scene of [given(past), given(past).withMail()]) {
      scene.when(by('email')).refused('email-missing', 5);
      scene.when(by('post')).refused('address-missing', 5);
      scene.when(by('post', { email: 'vandam@example.nl' })).refused('address-missing', 5);
      scene.when(by('handed')).leadsTo(({ stage }) => stage === 'acknowledged');
      const address = 'Dorpsstraat 1, Utrecht';
      scene
        .when(by('post', { address }))
        .leadsTo(({ stage, complainant }) => stage === 'acknowledged' && complainant.address === address);
    }
    given(past)
      .withMail()
      .when(by('email', { email: 'vandam@example.nl' }))
      .leadsTo(({ letters }) => letters[0]?.to === 'vandam@example.nl');
  });

  it('counts from the day the mail server accepted it, late or not', () => {
    const complaint = complaintAfter(registered(), [waiting]);
    for (const [day, daysLate] of [
      ['2026-04-09', 0],
      ['2026-04-13', 4],
    ] as const) {
      const events = letterAccepted(complaint, 1, day);
      assert.deepEqual(plain(events), [
        plain(letterSent('acknowledgement', { letter: 1, sentOn: day, daysLate })),
      ]);
      const after = complaintAfter(registered(), [waiting], events);
      assert.deepEqual([after.stage, after.letters.length], ['acknowledged', 1]);
      assert.equal(after.letters[0]?.sentOn, day);
    }
  });

  it('is sent once, however often it is accepted', () => {
    const events = letterAccepted(complaintAfter(registered(), [waiting]), 1, '2026-04-02');
    const after = complaintAfter(registered(), [waiting], events);
    assert.deepEqual(letterAccepted(after, 1, '2026-04-03'), []);
    assert.deepEqual(letterAccepted(after, 2, '2026-04-03'), []);
  });

  it('goes out also after the complaint was closed, and leaves it as it is', () => {
    const past = [registered(), objected(), waived(), [letterQueued('final-decision')], withdrawn()];
    const events = letterAccepted(complaintAfter(...past), 3, '2026-04-02');
    assert.deepEqual(
      events.map(({ type }) => type),
      ['letter-sent'],
    );
    assert.equal(complaintAfter(...past, events).closed?.outcome, 'withdrawn');
  });
});

describe('while a letter waits for the mail server', () => {
  it('no other is written for the next step', () => {
    given(registered(), [waiting]).when(acknowledge()).refused('letter-waits');
    given(registered(), acknowledged(), [letterQueued('answer')])
      .when(answer())
      .refused('letter-waits');
    given(registered(), objected(), [letterQueued('hearing-invitation')])
      .when(offerHearing())
      .refused('letter-waits');
  });

  it('what needs no letter goes on', () => {
    given(registered(), objected(), [letterQueued('hearing-invitation')])
      .when(waiveHearing())
      .leadsTo(({ stage }) => stage === 'waived');
    given(registered(), [waiting])
      .when(withdraw())
      .leadsTo(({ stage }) => stage === 'closed');
  });

  it('an invitation that goes out after the hearing was waived changes nothing any more', () => {
    const past = [registered(), objected(), [letterQueued('hearing-invitation')], waived()];
    const events = letterAccepted(complaintAfter(...past), 3, '2026-04-02');
    assert.equal(complaintAfter(...past, events).stage, 'waived');
  });
});

describe('every letter', () => {
  it('says something, and was not sent tomorrow or before the complaint came in', () => {
    given(registered())
      .when(acknowledge({ letter: letter(' \n ') }))
      .refused('text-missing', 5);
    given(registered())
      .withMail()
      .when(acknowledge({ letter: letter('') }))
      .refused('text-missing', 5);
    given(registered())
      .when(acknowledge({ letter: letter('Ontvangen', '2026-04-02') }))
      .refused('in-the-future', 5);
    given(registered())
      .when(acknowledge({ letter: letter('Ontvangen', '2026-03-31') }))
      .refused('out-of-order');
  });

  it('is refused together with its step: an objection stays unrefused without the letter', () => {
    given(registered(), answered())
      .on('2026-05-04')
      .when(object({ receivedOn: '2026-05-04', late: { accept: false, reason: 'Nee', letter: letter(' ') } }))
      .refused('text-missing', 7);
  });
});
