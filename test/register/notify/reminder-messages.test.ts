import assert from 'node:assert/strict';
import type { OpenStage, Person } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { reminderMessages } from '../../../src/register/notify/reminder-messages.ts';
import { remindersDue } from '../../../src/register/notify/reminders.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { complaintAfter, contextOf, registered } from '../../procedure/given.ts';
import {
  acknowledged,
  answered,
  heard,
  invited,
  letterQueued,
  letterSent,
  objected,
  waived,
  withdrawn,
} from '../../procedure/happened.ts';
import {
  awayAtEaster,
  desk,
  everybodyAtTheDesk,
  fatima,
  ingrid,
  joris,
  lars,
  sanne,
  willem,
} from '../../procedure/people.ts';
import { config } from '../an-office.ts';

const inTime = '2026-04-09';
const tooLate = '2026-04-10';

/** The messages of the first reminder that is due on that day. */
function reminded(past: Event[][], today: LocalDate, { channel = true, away = [] as Person[] } = {}) {
  const complaint = complaintAfter(...past);
  const [reminder] = remindersDue(complaint, config.at(today, '09:00'), config);
  const context = contextOf({ today, desk: { ...desk, absences: away.map(awayAtEaster) } });
  return reminderMessages(reminder ?? assert.fail('nothing is due'), complaint, context, channel);
}

const told = (...args: Parameters<typeof reminded>) =>
  reminded(...args).map(({ to }) => (to.kind === 'person' ? to.id : to.kind));

const about = (...respondents: Person[]) => [registered({ respondents })];

describe('whom a reminder reaches', () => {
  it('the handler and the channel, and from the werkdag after also the board', () => {
    assert.deepEqual(told(about(), inTime), [lars.id, 'channel']);
    assert.deepEqual(told(about(), tooLate), [lars.id, willem.id, ingrid.id, 'channel']);
  });

  it('no channel where none is linked', () => {
    assert.deepEqual(told(about(joris), inTime, { channel: false }), [lars.id]);
  });

  it('nobody twice: a board member who is the handler', () => {
    assert.deepEqual(told(about(lars, fatima), tooLate), [willem.id, ingrid.id]);
  });

  it('neither Lars nor the channel, where it is about Lars', () => {
    assert.deepEqual(told(about(lars), inTime), [fatima.id]);
    assert.deepEqual(told(about(lars), tooLate), [fatima.id, willem.id, ingrid.id]);
  });

  it('never a board member it is about, nor the channel then', () => {
    assert.deepEqual(told(about(willem), tooLate), [lars.id, ingrid.id]);
  });

  it('who registered it, where it is about everybody at the desk, also from the start about them, and nobody where that came out later', () => {
    assert.deepEqual(told(about(...everybodyAtTheDesk), inTime), [sanne.id]);
    assert.deepEqual(told(about(...everybodyAtTheDesk), tooLate), [sanne.id]);
    assert.deepEqual(told(about(...everybodyAtTheDesk, sanne), tooLate), [sanne.id]);
    const others = everybodyAtTheDesk.filter(({ id }) => id !== lars.id);
    const later: Event[] = [sanne, lars].map((respondent) => ({
      type: 'respondent-added',
      on: '2026-04-01',
      personal: { respondent, reason: 'Ook zij.' },
    }));
    const past = [
      ...about(...others),
      [...later, { type: 'left-unassigned' as const, on: '2026-04-01' as const }],
    ];
    assert.deepEqual(reminded(past, tooLate), []);
  });

  it('who registered it, each werkdag until the letter is out that nobody may handle it, once for all deadlines', () => {
    const past = about(...everybodyAtTheDesk);
    const due = (day: LocalDate, ...more: Event[]) =>
      remindersDue(complaintAfter(...past, more), config.at(day, '09:00'), config).length;
    const days = ['2026-04-02', '2026-04-07', '2026-04-08', '2026-05-20'] as const;
    for (const day of days) {
      assert.equal(due(day), 1, day);
      assert.deepEqual(told(past, day), [sanne.id]);
      assert.deepEqual(told([...past, [letterQueued('no-handler')]], day), [sanne.id]);
    }
    assert.equal(due('2026-04-06'), 0, 'Easter Monday');
    assert.deepEqual(told([...past, [letterSent('no-handler')]], '2026-05-20'), []);
  });

  it('who registered it, each werkdag in every open stage, also where nothing of Ballance runs any more', () => {
    const left: Event[] = [
      { type: 'respondent-added', on: '2026-04-02', personal: { respondent: ingrid, reason: 'Ook zij.' } },
      { type: 'left-unassigned', on: '2026-04-02' },
    ];
    const others = everybodyAtTheDesk.filter(({ id }) => id !== ingrid.id);
    const courses: Record<OpenStage, Event[]> = {
      registered: [],
      acknowledged: acknowledged(),
      answered: answered(),
      objected: objected(),
      'hearing-offered': invited(),
      heard: heard(),
      waived: waived(),
    };
    for (const [stage, course] of Object.entries(courses)) {
      const before = stage === 'registered' || stage === 'acknowledged' ? [] : [answered()];
      const disputed = ['hearing-offered', 'heard', 'waived'].includes(stage) ? [objected()] : [];
      const past = [registered({ respondents: others }), ...before, ...disputed, course, left];
      assert.equal(complaintAfter(...past).stage, stage);
      for (const day of ['2026-04-24', '2026-04-28', '2026-06-02'] as const) {
        assert.deepEqual(told(past, day), [sanne.id], `${stage} ${day}`);
        assert.deepEqual(told([...past, [letterQueued('no-handler')]], day), [sanne.id], `${stage} ${day}`);
      }
    }
  });

  it('who stands in for an absent handler, besides the handler', () => {
    assert.deepEqual(told(about(), inTime, { away: [lars] }), [lars.id, fatima.id, 'channel']);
    assert.deepEqual(told(about(fatima), inTime, { away: [lars] }), [lars.id, willem.id]);
    assert.deepEqual(told(about(), '2026-04-13', { away: [lars] }), [
      lars.id,
      willem.id,
      ingrid.id,
      'channel',
    ]);
  });

  it('no board yet, where the last day to post has passed and there is time to mail the answer or hand it over', () => {
    const byPost = [registered({ complainant: { name: 'Mevrouw Van Dam' } }), acknowledged()];
    assert.deepEqual(told(byPost, '2026-04-17'), [lars.id, 'channel']);
    assert.deepEqual(told(byPost, '2026-04-20'), [lars.id, 'channel']);
    assert.deepEqual(told(byPost, '2026-04-23'), [lars.id, willem.id, ingrid.id, 'channel']);
  });

  it('the board members who must decide, where the hearing was waived', () => {
    const past = [registered(), objected(), waived()];
    assert.deepEqual(told(past, '2026-04-15'), [lars.id, willem.id, ingrid.id, 'channel']);
    const withoutWillem = [registered({ respondents: [willem] }), objected(), waived()];
    assert.deepEqual(told(withoutWillem, '2026-04-15'), [lars.id, ingrid.id]);
  });

  it('the handler alone, where the month of Art. 7 has lapsed', () => {
    assert.deepEqual(told([registered(), answered()], '2026-05-11'), [lars.id]);
  });

  it('the handler and the channel, where a measure is due, after closing too', () => {
    const measure = { id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-04-30' } as const;
    const past = [registered(), answered('2026-04-01', measure), withdrawn()];
    const [message] = reminded(past, '2026-04-30');
    assert.deepEqual(message, {
      id: `K-2026-0001/measure-m1-2026-04-30/0-days/${lars.id}`,
      to: { kind: 'person', id: lars.id },
      content: {
        kind: 'reminder',
        deadline: 'measure',
        measure: 'm1',
        article: 6,
        dueOn: '2026-04-30',
        lastDayToAct: '2026-04-30',
      },
    });
    assert.deepEqual(told(past, '2026-05-01'), [lars.id, willem.id, ingrid.id, 'channel']);
  });

  it('says number, article and days, and nothing else', () => {
    const [message] = reminded(about(joris), inTime);
    assert.deepEqual(message, {
      id: `K-2026-0001/acknowledge-2026-04-09/0-days/${lars.id}`,
      to: { kind: 'person', id: lars.id },
      content: {
        kind: 'reminder',
        deadline: 'acknowledge',
        measure: undefined,
        article: 5,
        dueOn: '2026-04-09',
        lastDayToAct: '2026-04-09',
      },
    });
  });
});
