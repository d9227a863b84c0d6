import assert from 'node:assert/strict';
import {
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  monthFrom,
  nextWorkingDayAfter,
  weeksFrom,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from '../../../src/procedure/articles/art02-periods.ts';
import type { WorkingDays } from '../../../src/time/calendar.ts';
import { addDays, daysBetween, isLocalDate, type LocalDate } from '../../../src/time/local-date.ts';

const WEEKEND = ['2026-12-19', '2026-12-20', '2026-12-26', '2026-12-27', '2027-01-02', '2027-01-03'];

const holidays: Partial<Record<LocalDate, string>> = {
  '2026-12-25': 'Eerste Kerstdag',
  '2027-01-01': 'Nieuwjaarsdag',
};

/** The end of 2026, written out: Christmas on a Friday, New Year's Day on a Friday. */
const days: WorkingDays = {
  name: 'strict',
  offReason(day) {
    if (WEEKEND.includes(day)) return 'weekend';
    return holidays[day];
  },
};

describe('Art. 2: werkdag, week and maand', () => {
  it('counts werkdagen strictly after the trigger and shows what it skipped', () => {
    assert.deepEqual(workingDaysAfter('2026-12-24', 2, days), {
      dueOn: '2026-12-29',
      counted: ['2026-12-28', '2026-12-29'],
      skipped: [
        { day: '2026-12-25', reason: 'Eerste Kerstdag' },
        { day: '2026-12-26', reason: 'weekend' },
        { day: '2026-12-27', reason: 'weekend' },
      ],
    });
  });

  it('begins a week on the triggering werkdag and counts all seven days after it', () => {
    const { dueOn, counted, skipped } = weeksFrom('2026-12-24', 1, days);
    assert.deepEqual([dueOn, counted.length, skipped], ['2026-12-31', 7, []]);
  });

  it('begins a week on the next werkdag otherwise, which does not count', () => {
    const { dueOn, counted, skipped } = weeksFrom('2026-12-25', 1, days);
    assert.deepEqual([dueOn, counted[0], counted.length], ['2027-01-04', '2026-12-29', 7]);
    assert.deepEqual(skipped, [
      { day: '2026-12-26', reason: 'weekend' },
      { day: '2026-12-27', reason: 'weekend' },
      { day: '2026-12-28', reason: 'begindag, telt niet mee' },
    ]);
  });

  it('lets a period end on a day that is no werkdag', () => {
    assert.equal(weeksFrom('2026-12-18', 1, days).dueOn, '2026-12-25');
    assert.equal(monthFrom('2026-12-02', days).dueOn, '2027-01-02');
  });

  it('ends a month on the last day where the next month has no such date', () => {
    assert.equal(monthFrom('2027-01-31', days).dueOn, '2027-02-28');
    assert.equal(monthFrom('2028-01-31', days).dueOn, '2028-02-29');
    assert.equal(monthFrom('2026-08-31', days).dueOn, '2026-09-30');
  });

  it('finds the werkdag on or before, before and after a day', () => {
    assert.equal(lastWorkingDayOnOrBefore('2026-12-24', days), '2026-12-24');
    assert.equal(lastWorkingDayOnOrBefore('2026-12-27', days), '2026-12-24');
    assert.equal(workingDaysBefore('2026-12-29', 2, days), '2026-12-24');
    assert.equal(workingDaysBefore('2026-12-27', 1, days), '2026-12-24');
    assert.equal(workingDaysBefore('2026-12-27', 0, days), '2026-12-27');
    assert.equal(nextWorkingDayAfter('2026-12-24', days), '2026-12-28');
    assert.equal(nextWorkingDayAfter('2026-12-28', days), '2026-12-29');
  });

  it('tells how far two days are apart, in days and in werkdagen', () => {
    assert.equal(daysBetween('2026-12-24', '2027-01-04'), 11);
    assert.equal(daysBetween('2027-01-04', '2026-12-24'), -11);
    assert.equal(workingDaysBetween('2026-12-24', '2027-01-04', days), 5);
    assert.equal(workingDaysBetween('2027-01-04', '2026-12-24', days), -5);
    assert.equal(workingDaysBetween('2026-12-24', '2026-12-24', days), 0);
  });

  it('steps over the clock changes and leap days by the calendar', () => {
    assert.equal(addDays('2026-03-28', 2), '2026-03-30');
    assert.equal(addDays('2026-10-26', -2), '2026-10-24');
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  });

  it('knows a calendar day from anything else, and refuses the rest', () => {
    assert(isLocalDate('2028-02-29'));
    for (const wrong of ['2026-12-24T10:00', '2026-W52', '20261224', '']) assert(!isLocalDate(wrong), wrong);
    for (const wrong of ['2027-02-29', '2026-13-01', '24-12-2026', '2026-1-1'] as const) {
      assert(!isLocalDate(wrong), wrong);
      assert.throws(() => addDays(wrong, 1), RangeError);
      assert.throws(() => isWorkingDay(wrong, days), RangeError);
      assert.throws(() => workingDaysAfter(wrong, 5, days), RangeError);
      assert.throws(() => weeksFrom(wrong, 1, days), RangeError);
      assert.throws(() => monthFrom(wrong, days), RangeError);
      assert.throws(() => daysBetween('2026-12-24', wrong), RangeError);
      assert.throws(() => workingDaysBefore(wrong, 0, days), RangeError);
      assert.throws(() => workingDaysBetween(wrong, '2026-12-24', days), RangeError);
    }
  });
});
