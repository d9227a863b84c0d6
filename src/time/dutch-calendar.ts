import Holidays from 'date-holidays';
import type { Calendar, WorkingDays } from './calendar.ts';
import { type HolidaySource, misplacedHolidays, namesOf } from './holiday-rules.ts';
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

/** Known from secondary sources, without the decree itself: they count, and their years are not known for certain. */
const reportedDays: readonly LocalDate[] = ['2021-05-14', '2022-05-27'];

/** Every day that we know to be equated with a public holiday by decree. */
const decreedDays: readonly LocalDate[] = [...decrees.flatMap(({ days }) => days), ...reportedDays];

/** The years of which every such day is known. */
const decreedYears: readonly number[] = decrees.flatMap(({ from, through }) =>
  Array.from({ length: through - from + 1 }, (_, i) => from + i),
);

// Holiday data: date-holidays (https://github.com/commenthol/date-holidays), its data under CC BY-SA 3.0.

const holidays = new Holidays('NL', { timezone: 'Europe/Amsterdam' });
const dateHolidays: HolidaySource = (year) => holidays.getHolidays(year);

/** Years before and after today that are compared with the law at the start; that takes some 30 ms. */
const around = { before: 10, after: 20 };

/**
 * The Dutch public holidays as Art. 2 needs them; reliable for 1970 to 2100. Every year is compared with the law before a
 * day of it is looked up, and those around today at once. Throws, naming holiday and year, when one is not where the law has
 * it: a rule that date-holidays words otherwise would move deadlines in silence.
 * @param extraHolidays days equated by decree after those we ship: no werkdag in the wide calendar only; of a year in
 * which one lies all are taken to be given
 */
export function dutchCalendar(
  extraHolidays: readonly LocalDate[] = [],
  source: HolidaySource = dateHolidays,
): Calendar {
  const lawful = lawfulHolidays(source);
  const thisYear = new Date().getUTCFullYear();
  for (let year = thisYear - around.before; year <= thisYear + around.after; year++) lawful(year);
  const equated = new Map([...decreedDays, ...extraHolidays].map((day) => [day, 'gelijkgesteld bij KB']));
  const paragraph1 = eachYear(namesOf(1), lawful);
  const paragraph2 = eachYear(namesOf(2), lawful);
  return {
    strict: workingDays('strict', (day) => paragraph1(day)),
    wide: workingDays('wide', (day) => paragraph1(day) ?? paragraph2(day) ?? equated.get(day)),
    decreedYears: new Set([...decreedYears, ...extraHolidays.map(yearOf)]),
  };
}

/** What was read of each source, and is as the law has it. */
const read = new WeakMap<HolidaySource, Map<number, ReturnType<HolidaySource>>>();

/** The holidays of a source, a year at a time, each read and compared with the law once. */
function lawfulHolidays(source: HolidaySource): HolidaySource {
  const years = read.get(source) ?? new Map<number, ReturnType<HolidaySource>>();
  read.set(source, years);
  return (year) => {
    const known = years.get(year);
    if (known) return known;
    const found = source(year);
    const misplaced = misplacedHolidays(year, found);
    if (misplaced.length > 0) {
      throw new Error(
        `the public holidays of date-holidays are not those of the Algemene termijnenwet: ${misplaced.join(', ')}; ` +
          'install the version of package-lock.json (npm ci)',
      );
    }
    years.set(year, found);
    return found;
  };
}

function workingDays(name: WorkingDays['name'], holiday: WorkingDays['offReason']): WorkingDays {
  return { name, offReason: (day) => (isWeekend(day) ? 'weekend' : holiday(day)) };
}

/** Looks a day up by name in the table of its year, which is made once and kept. */
function eachYear(names: Record<string, string>, source: HolidaySource): WorkingDays['offReason'] {
  const tables = new Map<number, Map<LocalDate, string>>();
  return (day) => {
    const year = yearOf(day);
    const table = tables.get(year) ?? holidayTable(source(year), names);
    tables.set(year, table);
    return table.get(day);
  };
}

function holidayTable(
  found: ReturnType<HolidaySource>,
  names: Record<string, string>,
): Map<LocalDate, string> {
  const table = new Map<LocalDate, string>();
  for (const { rule, date } of found) {
    const name = names[rule];
    // 5 May and Ascension Day may coincide.
    if (name) table.set(date.slice(0, 10), name);
  }
  return table;
}

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

const isWeekend = (day: LocalDate): boolean => [0, 6].includes(weekdayOf(day));

/** The setting EXTRA_HOLIDAYS, `2029-05-11,2030-05-31`, as days. RangeError, naming it, for a day that does not exist. */
export function parseExtraHolidays(setting = ''): LocalDate[] {
  const days = setting
    .split(',')
    .map((day) => day.trim())
    .filter((day) => day !== '');
  const wrong = days.find((day) => !isLocalDate(day));
  if (wrong !== undefined) throw new RangeError(`EXTRA_HOLIDAYS: geen datum als 2029-05-11: ${wrong}`);
  return days;
}
