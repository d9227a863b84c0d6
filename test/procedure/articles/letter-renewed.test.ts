import assert from 'node:assert/strict';
import { letterRenewed, reckonedAnew } from '../../../src/procedure/articles/letter-renewed.ts';
import { letterAccepted } from '../../../src/procedure/articles/letters.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { waitingLetters } from '../../../src/procedure/model/letter.ts';
import { complaintAfter, contextOf, registered } from '../given.ts';
import { acknowledged, letterQueued } from '../happened.ts';

const waiting = letterQueued('acknowledgement', '2026-04-09');

/** Reading 18: "A date in a letter that went out is a promise." */
describe('a letter that goes out on a later day than it was written', () => {
  const corrected: Event = {
    type: 'date-corrected',
    field: 'receivedOn',
    from: '2026-04-01',
    to: '2026-03-31',
    personal: { reason: 'Poststempel' },
  };
  const anew = (on: '2026-04-22' | '2026-04-23', ...past: Event[][]) => {
    const complaint = complaintAfter(...past);
    const [letter] = waitingLetters(complaint);
    return reckonedAnew(
      letter ?? assert.fail('no letter waits'),
      { manner: 'email', sentOn: on },
      complaint,
      contextOf({ today: on }),
    );
  };

  it('promises the answer of Art. 6 until that day has passed, and nothing after it', () => {
    const dueOn = '2026-04-09';
    assert.deepEqual(anew('2026-04-22', registered(), [waiting]), {
      dueOn,
      promised: { of: 'answer', on: '2026-04-22' },
    });
    assert.deepEqual(anew('2026-04-23', registered(), [waiting]), { dueOn, promised: undefined });
  });

  it('is late, and promises, by the day of receipt as it was corrected meanwhile', () => {
    const past = [registered(), [waiting], [corrected]];
    assert.deepEqual(anew('2026-04-22', ...past), { dueOn: '2026-04-08', promised: undefined });
    const answered = [registered(), acknowledged(), [letterQueued('answer', '2026-04-22'), corrected]];
    assert.equal(anew('2026-04-22', ...answered).dueOn, '2026-04-21');
  });

  it('is the letter that the dossier keeps from then on, and waits as before', () => {
    const complaint = complaintAfter(registered(), [waiting]);
    const [letter] = waitingLetters(complaint);
    assert(letter);
    const event = letterRenewed(letter, 'Van vandaag', complaint, contextOf({ today: '2026-04-13' }));
    const after = complaintAfter(registered(), [waiting], [event]);
    const [renewed] = waitingLetters(after);
    assert.deepEqual(
      [renewed?.text, renewed?.queuedOn, after.stage],
      ['Van vandaag', '2026-04-13', 'registered'],
    );
    const [sent] = letterAccepted(after, 1, '2026-04-13');
    assert(sent?.type === 'letter-sent');
    assert.deepEqual([sent.personal.text, sent.daysLate], ['Van vandaag', 4]);
  });
});
