import assert from 'node:assert/strict';
import Holidays from 'date-holidays';
import type { WorkingDays } from '../../src/time/calendar.ts';
import { dutchCalendar, parseExtraHolidays } from '../../src/time/dutch-calendar.ts';
import { daysAfter, type LocalDate, localDate } from '../../src/time/local-date.ts';

const { strict, wide, decreedYears } = dutchCalendar();
const bothSay = (day: LocalDate, reason: string | undefined): void =>
  assert.deepEqual([strict.offReason(day), wide.offReason(day)], [reason, reason]);

const weekendOr = (day: LocalDate, reason: string): string =>
  [0, 6].includes(new Date(day).getUTCDay()) ? 'weekend' : reason;

describe('the Dutch calendar', () => {
  it('names every holiday of paragraph 1', () => {
    bothSay('2026-01-01', 'Nieuwjaarsdag');
    bothSay('2026-04-06', 'Tweede Paasdag');
    bothSay('2026-04-27', 'Koningsdag');
    bothSay('2026-05-05', 'Vijfde mei (Bevrijdingsdag)');
    bothSay('2026-05-14', 'Hemelvaartsdag');
    bothSay('2026-05-25', 'Tweede Pinksterdag');
    bothSay('2026-12-25', 'Eerste Kerstdag');
    bothSay('2028-12-26', 'Tweede Kerstdag');
  });

  it('calls a Saturday or Sunday a weekend, a holiday or not', () => {
    bothSay('2026-09-05', 'weekend');
    bothSay('2026-09-06', 'weekend');
    bothSay('2026-12-26', 'weekend');
  });

  it('keeps 5 May every year, lustrum or not', () => {
    for (const year of [2026, 2027, 2028, 2031]) bothSay(`${year}-05-05`, 'Vijfde mei (Bevrijdingsdag)');
  });

  it("works on the Monday after a King's Day that moved from Sunday to Saturday", () => {
    bothSay('2025-04-26', 'weekend');
    bothSay('2025-04-28', undefined);
  });

  it("keeps Queen's Day until 2013", () => {
    bothSay('2013-04-30', 'Koninginnedag');
    bothSay('2014-04-30', undefined);
    bothSay('2012-04-27', undefined);
    bothSay('2006-05-01', undefined);
  });

  it('works on Good Friday by the strict calendar only', () => {
    assert.equal(strict.offReason('2026-04-03'), undefined);
    assert.equal(wide.offReason('2026-04-03'), 'Goede Vrijdag');
  });

  it('works on a decreed day by the strict calendar only', () => {
    for (const day of [
      '2014-05-30',
      '2015-01-02',
      '2015-05-04',
      '2015-05-15',
      '2016-05-06',
      '2017-04-28',
      '2017-05-26',
      '2018-05-11',
      '2018-12-24',
      '2018-12-31',
      '2019-05-31',
      '2019-12-27',
      '2021-05-14',
      '2022-05-27',
      '2023-04-28',
      '2024-12-27',
      '2025-05-30',
      '2026-01-02',
      '2026-05-15',
      '2027-05-07',
      '2028-05-26',
    ] as const) {
      assert.equal(strict.offReason(day), undefined);
      assert.equal(wide.offReason(day), 'gelijkgesteld bij KB');
    }
    const known = [2014, 2015, 2016, 2017, 2018, 2019, 2023, 2024, 2025, 2026, 2027, 2028];
    assert.deepEqual([...decreedYears].sort(), known);
  });

  it('works on days that are observed but free nobody: 4 May, Sinterklaas, 31 December, carnival', () => {
    for (const day of ['2026-05-04', '2028-12-05', '2026-12-31', '2026-02-16'] as const)
      bothSay(day, undefined);
  });

  it('is the same when asked again and in any order', () => {
    const { strict: again } = dutchCalendar();
    assert.equal(again.offReason('2031-05-22'), 'Hemelvaartsdag');
    assert.equal(again.offReason('2026-05-14'), 'Hemelvaartsdag');
    assert.equal(again.offReason('2031-05-22'), 'Hemelvaartsdag');
  });

  it('adds EXTRA_HOLIDAYS to the wide calendar and knows the decrees of their year', () => {
    const extra = dutchCalendar(parseExtraHolidays(' 2029-05-11, 2030-05-31,'));
    assert.equal(extra.strict.offReason('2029-05-11'), undefined);
    assert.equal(extra.wide.offReason('2029-05-11'), 'gelijkgesteld bij KB');
    assert.deepEqual(
      [...extra.decreedYears].filter((year) => !decreedYears.has(year)),
      [2029, 2030],
    );
  });

  it('refuses an EXTRA_HOLIDAYS that names no day', () => {
    assert.deepEqual([parseExtraHolidays(undefined), parseExtraHolidays('')], [[], []]);
    assert.throws(() => parseExtraHolidays('2029-05-11,2029-02-30'), /EXTRA_HOLIDAYS.*2029-02-30/);
  });

  it('has the holidays of date-holidays on every day from 1970 to 2100, and no others', () => {
    const ofDateHolidays = new Holidays('NL', { timezone: 'Europe/Amsterdam' });
    const paragraph1 = /^(01-01|04-27 .*|04-30 .*|05-05|12-2[56]|easter (1|39|50))$/;
    const paragraph2 = /^easter -2$/;
    const datesOf = (year: number, rules: RegExp): string[] =>
      ofDateHolidays
        .getHolidays(year)
        .filter(({ rule }) => rules.test(rule))
        .map(({ date }) => date.slice(0, 10))
        .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
    const decreed = (day: LocalDate): boolean => wide.offReason(day) === 'gelijkgesteld bij KB';
    for (let year = 1970; year <= 2100; year++) {
      const days = daysAfter(`${year - 1}-12-31`, `${year}-12-31`);
      const workless = (calendar: WorkingDays): string[] =>
        days.filter((day) => ![undefined, 'weekend'].includes(calendar.offReason(day)) && !decreed(day));
      const first = [...new Set(datesOf(year, paragraph1))];
      assert.deepEqual(workless(strict), first);
      assert.deepEqual(workless(wide), [...first, ...datesOf(year, paragraph2)].sort());
    }
  });

  it('finds every year from 1970 to 2100 as the law has it, and Easter as the Vatican does', () => {
    // Known from almanacs: the earliest and the latest that there are in these years among them.
    const easterMondays = {
      1975: '03-31',
      2000: '04-24',
      2008: '03-24',
      2011: '04-25',
      2038: '04-26',
      2076: '04-20',
    };
    for (const [year, day] of Object.entries(easterMondays))
      bothSay(localDate(`${year}-${day}`), 'Tweede Paasdag');
    for (let year = 1970; year <= 2100; year++)
      bothSay(`${year}-01-01`, weekendOr(`${year}-01-01`, 'Nieuwjaarsdag'));
  });
});
