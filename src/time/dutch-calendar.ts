import type { Calendar, WorkingDays } from './calendar.ts';
import { holidaysOf } from './holiday-rules.ts';
import { isLocalDate, type LocalDate, weekdayOf } from './local-date.ts';

/** A decree, its years, and the days that it equates with a public holiday. */
type Decree = { from: number; through: number; days: readonly LocalDate[] };

/**
 * Royal decrees of the Algemene termijnenwet, art. 3, paragraph 3. A new one appears every three years; until it is
 * added here its days can be given as EXTRA_HOLIDAYS.
 */
const decrees: readonly Decree[] = [
  // Besluit 17 juni 2013, 13.001210
  {
    from: 2014,
    through: 2016,
    days: ['2014-05-30', '2015-01-02', '2015-05-04', '2015-05-15', '2016-05-06'],
  },
  // Stcrt. 2016, 58653
  {
    from: 2017,
    through: 2019,
    days: ['2017-04-28', '2017-05-26', '2018-05-11', '2018-12-24', '2018-12-31', '2019-05-31', '2019-12-27'],
  },
  // Stcrt. 2022, 7812
  {
    from: 2023,
    through: 2025,
    days: ['2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30'],
  },
  // Stcrt. 2025, 24713
  {
    from: 2026,
    through: 2028,
    days: ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'],
  },
];

/** Days known from secondary sources, without the decree itself: they count, and their years are not known for certain. */
const reportedDays: readonly LocalDate[] = ['2021-05-14', '2022-05-27'];

/** The days that are known to be equated with a public holiday by decree. */
const decreedDays: readonly LocalDate[] = [...decrees.flatMap(({ days }) => days), ...reportedDays];

/** The years of which every such day is known. */
const decreedYears: readonly number[] = decrees.flatMap(({ from, through }) =>
  Array.from({ length: through - from + 1 }, (_, i) => from + i),
);

/**
 * Makes the calendar of Dutch public holidays as Art. 2 needs it; reliable for 1970 to 2100.
 * @param extraHolidays days equated by decree after those we ship: no werkdag in the wide calendar only. Of a year with one
 * such day, all are taken to be given.
 * @param postDays werkdagen that a letter by post takes
 */
export function dutchCalendar(
  extraHolidays: readonly LocalDate[] = [],
  postDays: number = parsePostDays(),
): Calendar {
  const years = new Set([...decreedYears, ...extraHolidays.map(yearOf)]);
  return equating(new Set([...decreedDays, ...extraHolidays]), years, postDays);
}

/** Makes the same calendar with those days equated by decree, and no others. */
export const withDecreed = ({ decreedYears, postDays }: Calendar, days: Iterable<LocalDate>): Calendar =>
  equating(new Set(days), decreedYears, postDays);

function equating(
  decreed: ReadonlySet<LocalDate>,
  decreedYears: ReadonlySet<number>,
  postDays: number,
): Calendar {
  const paragraph1 = eachYear((year) => holidaysOf(year, 1));
  const paragraph2 = eachYear((year) => holidaysOf(year, 2));
  const equated = (day: LocalDate) => (decreed.has(day) ? 'gelijkgesteld bij KB' : undefined);
  return {
    strict: workingDays('strict', (day) => paragraph1(day)),
    wide: workingDays('wide', (day) => paragraph1(day) ?? paragraph2(day) ?? equated(day)),
    decreedYears,
    decreed,
    postDays,
  };
}

/** The most days whose reason is kept. */
const mostKept = 50_000;

/** Remembers the reason of each day that was asked for, '' for a werkdag: every deadline asks for dozens of days. */
function workingDays(name: WorkingDays['name'], holiday: WorkingDays['offReason']): WorkingDays {
  const reasons = new Map<LocalDate, string>();
  return {
    name,
    offReason(day) {
      const known = reasons.get(day);
      if (known !== undefined) return known || undefined;
      const reason = isWeekend(day) ? 'weekend' : holiday(day);
      if (reasons.size >= mostKept) reasons.clear();
      reasons.set(day, reason ?? '');
      return reason;
    },
  };
}

/** Looks a day up in the table of its year, which is made once and kept. */
function eachYear(tableOf: (year: number) => ReadonlyMap<LocalDate, string>): WorkingDays['offReason'] {
  const tables = new Map<number, ReadonlyMap<LocalDate, string>>();
  return (day) => {
    const year = yearOf(day);
    const table = tables.get(year) ?? tableOf(year);
    tables.set(year, table);
    return table.get(day);
  };
}

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

function isWeekend(day: LocalDate): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

/** Parses the setting EXTRA_HOLIDAYS, `2029-05-11,2030-05-31`. RangeError, naming it, for a day that does not exist. */
export function parseExtraHolidays(setting = ''): LocalDate[] {
  const days = setting
    .split(',')
    .map((day) => day.trim())
    .filter((day) => day !== '');
  return days.map((day) => {
    if (!isLocalDate(day)) throw new RangeError(`EXTRA_HOLIDAYS: geen datum als 2029-05-11: ${day}`);
    return day;
  });
}

/** Parses the setting POST_DAYS, 3 when it is not given. RangeError, naming it, for any other than 0 to 10. */
export function parsePostDays(setting = ''): number {
  const text = setting.trim() || '3';
  if (!/^(\d|10)$/.test(text))
    throw new RangeError(`POST_DAYS: geen heel getal van 0 tot en met 10: ${text}`);
  return Number(text);
}
