// Holiday data: date-holidays (https://github.com/commenthol/date-holidays), its data under CC BY-SA 3.0.
import Holidays from 'date-holidays';
import type { Calendar, LocalDate, WorkingDays } from '../procedure/articles/art02-periods.ts';
import { decreedDays, decreedYears } from './decreed-days.ts';
import { type HolidaySource, misplacedHolidays, namesOf } from './holiday-rules.ts';

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

/** A date without a time is read as UTC, whatever the zone of the process. */
const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(day).getUTCDay());
