// Holiday data: date-holidays (https://github.com/commenthol/date-holidays), its data under CC BY-SA 3.0.
import Holidays from 'date-holidays';
import type { Calendar, LocalDate, WorkingDays } from '../procedure/articles/art02-periods.ts';
import { DECREED_DAYS } from './decreed-days.ts';

/**
 * Algemene termijnenwet, art. 3, paragraph 1, by the rule of date-holidays (its types are of no use: it files both
 * 5 May and Good Friday under `school`). 5 May counts every year. Easter and Whit Sunday are Sundays anyway.
 */
const PARAGRAPH_1: Record<string, string> = {
  '01-01': 'Nieuwjaarsdag',
  'easter 1': 'Tweede Paasdag',
  '04-27 if sunday then previous saturday since 2014': 'Koningsdag',
  '04-30 if sunday then previous saturday since 1980 and prior to 2014': 'Koninginnedag',
  '04-30 if sunday then next monday since 1949 and prior to 1980': 'Koninginnedag',
  '05-05': 'Vijfde mei (Bevrijdingsdag)',
  'easter 39': 'Hemelvaartsdag',
  'easter 50': 'Tweede Pinksterdag',
  '12-25': 'Eerste Kerstdag',
  '12-26': 'Tweede Kerstdag',
};

/** Paragraph 2. */
const PARAGRAPH_2: Record<string, string> = { 'easter -2': 'Goede Vrijdag' };

const holidays = new Holidays('NL', { timezone: 'Europe/Amsterdam' });

/**
 * The Dutch public holidays as Art. 2 needs them; reliable for 1970 to 2100.
 * @param extraHolidays days equated by decree after those we ship: no werkdag in the wide calendar only
 */
export function dutchCalendar(extraHolidays: readonly LocalDate[] = []): Calendar {
  const decreed = [...DECREED_DAYS, ...extraHolidays];
  const equated = new Map(decreed.map((day) => [day, 'gelijkgesteld bij KB']));
  const paragraph1 = eachYear(PARAGRAPH_1);
  const paragraph2 = eachYear(PARAGRAPH_2);
  return {
    strict: workingDays('strict', (day) => paragraph1(day)),
    wide: workingDays('wide', (day) => paragraph1(day) ?? paragraph2(day) ?? equated.get(day)),
    decreedThrough: Math.max(...decreed.map(yearOf)),
  };
}

function workingDays(name: WorkingDays['name'], holiday: WorkingDays['offReason']): WorkingDays {
  return { name, offReason: (day) => (isWeekend(day) ? 'weekend' : holiday(day)) };
}

/** Looks a day up by name in the table of its year, which is made once and kept. */
function eachYear(names: Record<string, string>): WorkingDays['offReason'] {
  const tables = new Map<number, Map<LocalDate, string>>();
  return (day) => {
    const year = yearOf(day);
    const table = tables.get(year) ?? holidayTable(year, names);
    tables.set(year, table);
    return table.get(day);
  };
}

function holidayTable(year: number, names: Record<string, string>): Map<LocalDate, string> {
  const table = new Map<LocalDate, string>();
  for (const { rule, date } of holidays.getHolidays(year)) {
    const name = names[rule];
    // `date` is '2026-12-25 00:00:00', local to the Netherlands; 5 May and Ascension Day may coincide
    if (name) table.set(date.slice(0, 10), name);
  }
  return table;
}

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

/** A date without a time is read as UTC, whatever the zone of the process. */
const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(day).getUTCDay());
