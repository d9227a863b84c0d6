import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWorkingDay, workingDaysBefore } from '../../src/procedure/articles/art02-periods.ts';
import { runningDeadlines } from '../../src/procedure/deadlines.ts';
import type { Complaint } from '../../src/procedure/model/complaint.ts';
import { nextReminderAt, remindersDue } from '../../src/register/notify/reminders.ts';
import { addDays, daysBetween, type LocalDate, later } from '../../src/time/local-date.ts';
import { calendar, complaintAfter, registered } from '../procedure/given.ts';
import { acknowledged } from '../procedure/happened.ts';
import { desk } from '../procedure/people.ts';
import { config } from './an-office.ts';

const FIRST = '2024-01-01';
const receipt = fc.integer({ min: 0, max: daysBetween(FIRST, '2032-12-31') }).map((n) => addDays(FIRST, n));
const complaint = fc
  .tuple(receipt, fc.boolean(), fc.constantFrom(undefined, 'vandam@example.nl'))
  .map(([receivedOn, done, email]) =>
    complaintAfter(
      registered({ receivedOn, complainant: { name: 'Mevrouw Van Dam', email } }),
      done ? acknowledged() : [],
    ),
  );
const minutes = (days: number) => fc.integer({ min: 1, max: days * 24 * 60 });
const morning = (day: LocalDate) => config.at(day, '09:00');

/** Five weeks after receipt, when every deadline of the complaint has passed. */
const inTheEnd = ({ receivedOn }: Complaint) => config.at(addDays(receivedOn, 35), '12:00');

/** Each reminder there should be until then, reckoned from the last day to act alone; without an e-mail address by post. */
function expected(complaint: Complaint): string[] {
  const days = runningDeadlines(complaint, calendar, desk).flatMap(
    ({ kind, dueOn, lastDayToAct, lastDayByPost }) => {
      const last = complaint.complainant.email ? lastDayToAct : (lastDayByPost ?? lastDayToAct);
      assert(last);
      const name = `${complaint.number}/${kind}-${dueOn}`;
      const ahead = (kind === 'answer' ? [5, 2, 0] : [2, 0]).map((n) => ({
        id: `${name}/${n}-days`,
        day: workingDaysBefore(last, n, calendar.wide),
      }));
      const after = Array.from({ length: 35 }, (_, i) => addDays(last, i + 1))
        .filter((day) => isWorkingDay(day, calendar.wide))
        .map((day) => ({ id: `${name}/late-${day}`, day }));
      return [...ahead, ...after];
    },
  );
  return days
    .filter(({ day }) => morning(day) <= inTheEnd(complaint))
    .map(({ id, day }) => `${morning(day)} ${id}`);
}

describe('reminders, whatever the complaint and the moment', () => {
  it('always have a next one while a deadline of Ballance runs, and it is never in the past once all are known', () => {
    fc.assert(
      fc.property(complaint, minutes(90), (complaint, passed) => {
        const now = later(config.at(complaint.receivedOn, '00:00'), passed * 60_000);
        assert.notEqual(
          nextReminderAt(complaint, () => false, now, config),
          undefined,
        );
        const next = nextReminderAt(complaint, () => true, now, config);
        assert(next !== undefined && next > now, `${now} -> ${next}`);
      }),
      { numRuns: 100 },
    );
  });

  it('are all sent, each once and on its morning, by walking from the one moment to the next', () => {
    fc.assert(
      fc.property(complaint, (complaint) => {
        const known = new Set<string>();
        const sent: string[] = [];
        let now = config.at(complaint.receivedOn, '00:00');
        for (;;) {
          const next = nextReminderAt(complaint, ({ id }) => known.has(id), now, config) ?? assert.fail();
          assert(next > now);
          now = next;
          if (now > inTheEnd(complaint)) break;
          const due = remindersDue(complaint, now, config).filter(({ id }) => !known.has(id));
          assert(due.length > 0, `nothing due at ${now}`);
          for (const { id, at } of due) {
            assert.equal(at, now);
            known.add(id);
            sent.push(`${now} ${id}`);
          }
        }
        assert.deepEqual(sent.sort(), expected(complaint).sort());
      }),
      { numRuns: 25 },
    );
  });

  it('are never more than one a deadline after a standstill, and it is the last one that there was; on werkdagen from REMIND_AT only', () => {
    fc.assert(
      fc.property(complaint, minutes(34), (complaint, passed) => {
        const now = later(config.at(complaint.receivedOn, '00:00'), passed * 60_000);
        const today = config.dayOf(now);
        const goesOut = isWorkingDay(today, calendar.wide) && now >= morning(today);
        const past = expected(complaint).filter((line) => goesOut && line.slice(0, now.length) <= now);
        const last = Object.values(Object.groupBy(past, (line) => line.split('/')[1] ?? '')).map((lines) =>
          lines
            ?.sort()
            .at(-1)
            ?.slice(now.length + 1),
        );
        assert.deepEqual(
          remindersDue(complaint, now, config)
            .map(({ id }) => id)
            .sort(),
          last.sort(),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('are planned for a werkdag from REMIND_AT whenever the bot wakes up, and are due at that moment', () => {
    fc.assert(
      fc.property(complaint, minutes(60), fc.boolean(), (complaint, passed, areKnown) => {
        const now = later(config.at(complaint.receivedOn, '00:00'), passed * 60_000);
        const at = nextReminderAt(complaint, () => areKnown, now, config) ?? assert.fail();
        const sentAt = at < now ? now : at;
        const day = config.dayOf(sentAt);
        assert(isWorkingDay(day, calendar.wide) && sentAt >= morning(day), sentAt);
        assert(remindersDue(complaint, sentAt, config).length > 0, `nothing due at ${sentAt}`);
      }),
      { numRuns: 300 },
    );
  });
});
