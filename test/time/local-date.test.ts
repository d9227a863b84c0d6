import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import {
  addDays,
  addMonths,
  addYears,
  daysAfter,
  daysBetween,
  isLocalDate,
  localDate,
  weekdayOf,
} from '../../src/time/local-date.ts';

describe('days as whole numbers', () => {
  const first = DateTime.utc(1970, 1, 1);
  const every = Array.from({ length: 47_847 }, (_, n) => first.plus({ days: n }));

  it('are those of luxon on every day from 1970 to 2100', () => {
    assert.equal(every.at(-1)?.toISODate(), '2100-12-31');
    for (const [n, moment] of every.entries()) {
      const day = String(moment.toISODate());
      assert(isLocalDate(day));
      assert.equal(addDays('1970-01-01', n), day);
      assert.equal(daysBetween('1970-01-01', day), n);
      assert.equal(weekdayOf(day), moment.weekday % 7, day);
      assert.equal(addMonths(day, 1), moment.plus({ months: 1 }).toISODate(), day);
      assert.equal(addYears(day, 1), moment.plus({ years: 1 }).toISODate(), day);
    }
  });

  it('go back as well, and over many months and years', () => {
    for (const moment of every.filter((_, n) => n % 97 === 0)) {
      const day = localDate(String(moment.toISODate()));
      for (const n of [-400, -13, -1, 0, 5, 400]) {
        assert.equal(addDays(day, n), moment.plus({ days: n }).toISODate());
        assert.equal(addMonths(day, n), moment.plus({ months: n }).toISODate(), `${day} ${n} months`);
      }
      for (const n of [-5, 5, 100]) assert.equal(addYears(day, n), moment.plus({ years: n }).toISODate());
    }
  });

  it('follow each other from the day after the first up to and including the last', () => {
    assert.deepEqual(daysAfter('2028-02-27', '2028-03-01'), ['2028-02-28', '2028-02-29', '2028-03-01']);
    assert.deepEqual(daysAfter('2026-01-02', '2026-01-02'), []);
    assert.deepEqual(daysAfter('2026-01-02', '2026-01-01'), []);
  });

  for (const text of [
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
  ])
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(isLocalDate(text), false);
      assert.throws(() => localDate(text), RangeError);
    });
});
