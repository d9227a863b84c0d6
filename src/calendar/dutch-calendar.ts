// Holiday data: date-holidays (https://github.com/commenthol/date-holidays), its data under CC BY-SA 3.0.
import Holidays from 'date-holidays';
import type { Calendar, LocalDate, WorkingDays } from '../procedure/articles/art02-periods.ts';
import { decreedDays, decreedYears } from './decreed-days.ts';
import { type HolidaySource, missingHolidays, namesOf } from './holiday-rules.ts';

const holidays = new Holidays('NL', { timezone: 'Europe/Amsterdam' });
const dateHolidays: HolidaySource = (year) => holidays.getHolidays(year);

/** Sources whose rules were checked: that takes some 30 ms. */
const checked = new WeakSet<HolidaySource>();

/**
 * The Dutch public holidays as Art. 2 needs them; reliable for 1970 to 2100. Throws, naming them, when a holiday is not
 * where the law has it: a rule that date-holidays words otherwise would move deadlines in silence.
 * @param extraHolidays days equated by decree after those we ship: no werkdag in the wide calendar only; of a year in
 * which one lies all are taken to be given
 */
export function dutchCalendar(
  extraHolidays: readonly LocalDate[] = [],
  source: HolidaySource = dateHolidays,
): Calendar {
  const missing = checked.has(source) ? [] : missingHolidays(source);
  if (missing.length > 0) {
    throw new Error(
      `the public holidays of date-holidays are not those of the Algemene termijnenwet: ${missing.join(', ')}; ` +
        'install the version of package-lock.json (npm ci)',
    );
  }
  checked.add(source);
  const equated = new Map([...decreedDays, ...extraHolidays].map((day) => [day, 'gelijkgesteld bij KB']));
  const paragraph1 = eachYear(namesOf(1), source);
  const paragraph2 = eachYear(namesOf(2), source);
  return {
    strict: workingDays('strict', (day) => paragraph1(day)),
    wide: workingDays('wide', (day) => paragraph1(day) ?? paragraph2(day) ?? equated.get(day)),
    decreedYears: new Set([...decreedYears, ...extraHolidays.map(yearOf)]),
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
