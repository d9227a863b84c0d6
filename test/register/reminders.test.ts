import assert from 'node:assert/strict';
import type { Complaint } from '../../src/procedure/complaint.ts';
import { nextReminderAt, remindersDue } from '../../src/register/reminders.ts';
import { complaintAfter, registered } from '../procedure/given.ts';
import { acknowledged, withdrawn } from '../procedure/happened.ts';
import { table } from './an-office.ts';

const nothingKnown = () => false;

/** Which reminders count at that time in Amsterdam, in short. */
const due = (complaint: Complaint, day: string, time = '09:00') =>
  remindersDue(complaint, table.at(day, time), table).map(({ id }) => id.replace('K-2026-0001/', ''));

/** All reminders there are through that day, in order, each with its day and time in UTC. */
function walked(complaint: Complaint, from: string, through: string) {
  const sent = new Map<string, string>();
  const isKnown = ({ id }: { id: string }) => sent.has(id);
  let now: string | undefined = table.at(from, '00:00');
  while (now && now < table.at(through, '23:59')) {
    for (const { id } of remindersDue(complaint, now, table)) sent.set(id, sent.get(id) ?? now);
    now = nextReminderAt(complaint, isKnown, now, table);
  }
  return [...sent].map(([id, at]) => `${at.slice(0, 16)} ${id.split('/').slice(1).join('/')}`);
}

describe('the reminders of Art. 5', () => {
  /** Received the Tuesday before Easter; last day to act Wednesday 8 April. */
  const complaint = complaintAfter(registered({ receivedOn: '2026-03-31' }));

  it('come two werkdagen before, over Good Friday and Easter Monday, on the day, and every werkdag after', () => {
    const ofArticle5 = walked(complaint, '2026-03-31', '2026-04-14').filter((line) =>
      line.includes('acknowledge'),
    );
    assert.deepEqual(ofArticle5, [
      '2026-04-02T07:00 acknowledge-2026-04-08/2-days',
      '2026-04-08T07:00 acknowledge-2026-04-08/0-days',
      '2026-04-09T07:00 acknowledge-2026-04-08/late-2026-04-09',
      '2026-04-10T07:00 acknowledge-2026-04-08/late-2026-04-10',
      '2026-04-13T07:00 acknowledge-2026-04-08/late-2026-04-13',
      '2026-04-14T07:00 acknowledge-2026-04-08/late-2026-04-14',
    ]);
  });

  it('do not come a minute before their time', () => {
    assert.deepEqual(due(complaint, '2026-04-02', '08:59'), []);
    assert.deepEqual(due(complaint, '2026-04-02', '09:00'), ['acknowledge-2026-04-08/2-days']);
    assert.deepEqual(due(complaint, '2026-04-09', '08:59'), ['acknowledge-2026-04-08/0-days']);
  });

  it('come at nine in Amsterdam, in winter too', () => {
    const inWinter = complaintAfter(registered({ receivedOn: '2026-01-05' }));
    assert.equal(
      walked(inWinter, '2026-01-05', '2026-01-08')[0],
      '2026-01-08T08:00 acknowledge-2026-01-12/2-days',
    );
  });

  it('stop when it is acknowledged, and all of them when it is closed', () => {
    const answering = complaintAfter(registered({ receivedOn: '2026-03-31' }), acknowledged());
    assert.deepEqual(due(answering, '2026-04-09'), []);
    const closed = complaintAfter(registered({ receivedOn: '2026-03-31' }), withdrawn());
    assert.deepEqual(due(closed, '2026-06-01'), []);
    assert.equal(nextReminderAt(closed, nothingKnown, table.at('2026-06-01', '09:00'), table), undefined);
  });
});

describe('the reminders of Art. 6', () => {
  it("come five and two werkdagen before, on the day, and every werkdag after, but for King's Day and 5 May", () => {
    const complaint = complaintAfter(registered({ receivedOn: '2026-03-31' }), acknowledged());
    assert.deepEqual(walked(complaint, '2026-03-31', '2026-05-06'), [
      '2026-04-14T07:00 answer-2026-04-21/5-days',
      '2026-04-17T07:00 answer-2026-04-21/2-days',
      '2026-04-21T07:00 answer-2026-04-21/0-days',
      ...['04-22', '04-23', '04-24', '04-28', '04-29', '04-30', '05-01', '05-04', '05-06'].map(
        (day) => `2026-${day}T07:00 answer-2026-04-21/late-2026-${day}`,
      ),
    ]);
  });

  it('lead to the last day on which Ballance can act, where the deadline itself is Good Friday', () => {
    const complaint = complaintAfter(registered({ receivedOn: '2026-03-13' }), acknowledged());
    assert.deepEqual(walked(complaint, '2026-03-13', '2026-04-07'), [
      '2026-03-26T08:00 answer-2026-04-03/5-days',
      '2026-03-31T07:00 answer-2026-04-03/2-days',
      '2026-04-02T07:00 answer-2026-04-03/0-days',
      '2026-04-07T07:00 answer-2026-04-03/late-2026-04-07',
    ]);
  });
});

describe('after a standstill', () => {
  const complaint = complaintAfter(registered({ receivedOn: '2026-03-31' }));

  it('only the last reminder of each deadline is due', () => {
    assert.deepEqual(due(complaint, '2026-04-17', '13:00'), [
      'acknowledge-2026-04-08/late-2026-04-17',
      'answer-2026-04-21/2-days',
    ]);
    assert.deepEqual(due(complaint, '2026-05-05', '13:00'), [
      'acknowledge-2026-04-08/late-2026-05-04',
      'answer-2026-04-21/late-2026-05-04',
    ]);
  });

  it('a reminder of Friday evening is still due on Sunday, and nothing new until Monday', () => {
    assert.deepEqual(due(complaint, '2026-04-12', '23:00'), ['acknowledge-2026-04-08/late-2026-04-10']);
    assert.equal(
      nextReminderAt(complaint, () => true, table.at('2026-04-12', '23:00'), table),
      table.at('2026-04-13', '09:00'),
    );
  });

  it('what is due and not yet known is next, at the moment that has passed', () => {
    assert.equal(
      nextReminderAt(complaint, nothingKnown, table.at('2026-04-12', '23:00'), table),
      table.at('2026-04-10', '09:00'),
    );
  });
});
