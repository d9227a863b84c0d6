import assert from 'node:assert/strict';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { nextReminderAt, remindersDue } from '../../../src/register/notify/reminders.ts';
import type { Instant, LocalDate } from '../../../src/time/local-date.ts';
import { complaintAfter, registered } from '../../procedure/given.ts';
import {
  acknowledged,
  answered,
  heard,
  invited,
  letterQueued,
  objected,
  waived,
  withdrawn,
} from '../../procedure/happened.ts';
import { config } from '../an-office.ts';

const nothingKnown = () => false;

/** Which reminders count at that time in Amsterdam, in short. */
const due = (complaint: Complaint, day: LocalDate, time = '09:00') =>
  remindersDue(complaint, config.at(day, time), config).map(({ id }) => id.replace('K-2026-0001/', ''));

/** All reminders there are through that day, in order, each with its day and time in UTC. */
function walked(complaint: Complaint, from: LocalDate, through: LocalDate) {
  const sent = new Map<string, string>();
  const isKnown = ({ id }: { id: string }) => sent.has(id);
  let now: Instant | undefined = config.at(from, '00:00');
  while (now && now < config.at(through, '23:59')) {
    for (const { id } of remindersDue(complaint, now, config)) sent.set(id, sent.get(id) ?? now);
    now = nextReminderAt(complaint, isKnown, now, config);
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
    assert.deepEqual(due(complaint, '2026-04-09', '08:59'), []);
    assert.deepEqual(due(complaint, '2026-04-09', '09:00'), ['acknowledge-2026-04-08/late-2026-04-09']);
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
    assert.equal(nextReminderAt(closed, nothingKnown, config.at('2026-06-01', '09:00'), config), undefined);
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

describe('the reminder of Art. 7', () => {
  const complaint = complaintAfter(registered(), answered());

  it('comes on its last day, because an objection by e-mail (“schriftelijk kenbaar”) may wait in a mailbox, and once more on the first werkdag after the month and the week for its post: the handler is asked to close, nothing closes by itself', () => {
    assert.deepEqual(walked(complaint, '2026-04-01', '2026-06-30'), [
      '2026-05-01T07:00 objection-2026-05-01/last-day',
      '2026-05-11T07:00 objection-2026-05-01/lapsed',
    ]);
    assert.deepEqual(due(complaint, '2026-05-01', '08:59'), []);
    assert.deepEqual(due(complaint, '2026-05-11', '08:59'), []);
    assert.equal(complaint.stage, 'answered');
  });

  it('comes on the next werkdag, when everything that was mailed is there, where the last day is none', () => {
    const onSunday = complaintAfter(registered({ receivedOn: '2026-04-07' }), answered('2026-04-10'));
    assert.deepEqual(walked(onSunday, '2026-04-10', '2026-05-15'), [
      '2026-05-11T07:00 objection-2026-05-10/last-day',
    ]);
  });

  it('does not come when the complainant has objected or agreed', () => {
    const after = complaintAfter(registered(), answered(), withdrawn());
    assert.deepEqual(walked(after, '2026-04-01', '2026-06-30'), []);
  });
});

describe('the reminders of Art. 8', () => {
  const next = (complaint: Complaint) => due(complaint, '2026-04-07');

  it('lead to the hearing within the week, and the board hears nothing before it is waived', () => {
    assert.deepEqual(walked(complaintAfter(registered(), objected()), '2026-04-01', '2026-04-15'), [
      '2026-04-02T07:00 hearing-2026-04-08/2-days',
      '2026-04-08T07:00 hearing-2026-04-08/0-days',
      '2026-04-09T07:00 hearing-2026-04-08/late-2026-04-09',
      '2026-04-10T07:00 hearing-2026-04-08/late-2026-04-10',
      '2026-04-13T07:00 hearing-2026-04-08/late-2026-04-13',
      '2026-04-14T07:00 hearing-2026-04-08/late-2026-04-14',
      '2026-04-15T07:00 hearing-2026-04-08/late-2026-04-15',
    ]);
  });

  it('move with a later day that the complainant wished, and come on werkdagen even for a Sunday', () => {
    const onSunday = complaintAfter(registered(), objected(), invited('2026-04-19', true));
    assert.deepEqual(walked(onSunday, '2026-04-01', '2026-04-20'), [
      '2026-04-15T07:00 hearing-2026-04-19/2-days',
      '2026-04-17T07:00 hearing-2026-04-19/0-days',
      '2026-04-20T07:00 hearing-2026-04-19/late-2026-04-20',
    ]);
  });

  it('go on while the invitation waits for the mail server', () => {
    const waiting = complaintAfter(registered(), objected(), [letterQueued('hearing-invitation')]);
    assert.deepEqual(next(waiting), ['hearing-2026-04-08/2-days']);
  });

  it('are of the decision alone once the hearing was waived, and none once it was held', () => {
    const decision = complaintAfter(registered(), objected(), waived());
    assert.deepEqual(due(decision, '2026-04-14'), ['decision-2026-04-15/2-days']);
    assert.deepEqual(
      walked(complaintAfter(registered(), objected(), heard()), '2026-04-01', '2026-06-01'),
      [],
    );
  });
});

describe('the reminders of a measure', () => {
  const measure = { id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-03' } as const;
  const past = [registered(), answered('2026-04-01', measure), withdrawn()];

  it('come two werkdagen before, on the last werkdag, and every werkdag after, though the complaint is closed', () => {
    assert.deepEqual(walked(complaintAfter(...past), '2026-04-01', '2026-05-06'), [
      '2026-04-29T07:00 measure-m1-2026-05-03/2-days',
      '2026-05-01T07:00 measure-m1-2026-05-03/0-days',
      '2026-05-04T07:00 measure-m1-2026-05-03/late-2026-05-04',
      '2026-05-06T07:00 measure-m1-2026-05-03/late-2026-05-06',
    ]);
  });

  it('stop when it is ticked off', () => {
    const done: Event = { type: 'measure-done', measure: 'm1', on: '2026-04-28' };
    assert.deepEqual(walked(complaintAfter(...past, [done]), '2026-04-01', '2026-06-01'), []);
  });
});

describe('after a standstill', () => {
  const complaint = complaintAfter(registered({ receivedOn: '2026-03-31' }));

  it('only the last reminder of each deadline is due', () => {
    assert.deepEqual(due(complaint, '2026-04-17', '13:00'), [
      'acknowledge-2026-04-08/late-2026-04-17',
      'answer-2026-04-21/2-days',
    ]);
    assert.deepEqual(due(complaint, '2026-05-04', '13:00'), [
      'acknowledge-2026-04-08/late-2026-05-04',
      'answer-2026-04-21/late-2026-05-04',
    ]);
  });

  it('over Friday nothing comes on Saturday, on a holiday, or at night: Monday brings its own', () => {
    for (const [day, time] of [
      ['2026-04-11', '10:00'],
      ['2026-04-12', '23:00'],
      ['2026-04-13', '08:59'],
      ['2026-04-27', '13:00'],
      ['2026-05-05', '13:00'],
    ] as const) {
      assert.deepEqual(due(complaint, day, time), []);
    }
    assert.deepEqual(due(complaint, '2026-04-13', '09:00'), ['acknowledge-2026-04-08/late-2026-04-13']);
  });

  it('what was missed is next on the werkdag that comes', () => {
    for (const isKnown of [() => true, nothingKnown]) {
      assert.equal(
        nextReminderAt(complaint, isKnown, config.at('2026-04-12', '23:00'), config),
        config.at('2026-04-13', '09:00'),
      );
    }
  });

  it('what is due and not yet known is next, at the moment that has passed', () => {
    assert.equal(
      nextReminderAt(complaint, nothingKnown, config.at('2026-04-10', '23:00'), config),
      config.at('2026-04-10', '09:00'),
    );
  });
});
