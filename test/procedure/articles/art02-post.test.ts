import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWorkingDay, nextWorkingDayAfter } from '../../../src/procedure/articles/art02-periods.ts';
import { countsAsReceivedOn, lastDayByPost } from '../../../src/procedure/articles/art02-post.ts';
import { dutchCalendar } from '../../../src/time/dutch-calendar.ts';
import { addDays, daysBetween } from '../../../src/time/local-date.ts';

const FIRST = '1996-01-01';
const anyDay = fc.integer({ min: 0, max: daysBetween(FIRST, '2100-12-01') }).map((n) => addDays(FIRST, n));
const anyPost = fc.integer({ min: 0, max: 10 }).map((days) => dutchCalendar([], days));
const holds = <T>(given: fc.Arbitrary<T>, check: (value: T) => void): void =>
  fc.assert(fc.property(given, check), { numRuns: 300 });

describe('Art. 6, 7 and 8: the day on which the complainant has a letter', () => {
  it('is the day of sending by e-mail and by hand, weekend or not', () => {
    for (const manner of ['email', 'handed'] as const)
      assert.equal(countsAsReceivedOn(manner, '2026-11-28', dutchCalendar()), '2026-11-28');
  });

  it('is three werkdagen after posting, counted strictly after it, by the wide calendar', () => {
    assert.equal(countsAsReceivedOn('post', '2026-11-26', dutchCalendar()), '2026-12-01');
    assert.equal(countsAsReceivedOn('post', '2026-11-28', dutchCalendar()), '2026-12-02');
    // Good Friday and Easter Monday lie between.
    assert.equal(countsAsReceivedOn('post', '2026-04-02', dutchCalendar()), '2026-04-09');
  });

  it('is as many werkdagen after posting as POST_DAYS says', () => {
    const days = [0, 1, 5].map((n) => countsAsReceivedOn('post', '2026-11-26', dutchCalendar([], n)));
    assert.deepEqual(days, ['2026-11-26', '2026-11-27', '2026-12-03']);
  });

  it('is in time for a letter posted on the last day for it, and too late on the next werkdag', () => {
    holds(fc.tuple(anyDay, anyPost), ([dueOn, calendar]) => {
      const last = lastDayByPost(dueOn, calendar);
      assert(isWorkingDay(last, calendar.wide));
      assert(countsAsReceivedOn('post', last, calendar) <= dueOn);
      assert(countsAsReceivedOn('post', nextWorkingDayAfter(last, calendar.wide), calendar) > dueOn);
    });
  });

  it('never comes earlier for a letter that is sent later, nor does its last day for what is due later', () => {
    holds(fc.tuple(anyDay, fc.integer({ min: 1, max: 30 }), anyPost), ([day, more, calendar]) => {
      const later = addDays(day, more);
      assert(countsAsReceivedOn('post', day, calendar) <= countsAsReceivedOn('post', later, calendar));
      assert(lastDayByPost(day, calendar) <= lastDayByPost(later, calendar));
    });
  });
});
