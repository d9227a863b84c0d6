import type { Calendar } from '../time/calendar.ts';
import { isLocalDate, type LocalDate } from '../time/local-date.ts';
import { isWorkingDay, nextWorkingDayAfter } from './articles/art02-periods.ts';

/** The days of a deadline on which its date rests. */
type Dated = {
  triggeredOn: LocalDate;
  lastDayToAct?: LocalDate;
  lastDayByPost?: LocalDate;
  calendar: 'strict' | 'wide';
};

/**
 * Lists the days that would move one of its dates if a decree, unknown to us, made them a public holiday: the last days of Ballance,
 * and in the wide calendar the first day of the period.
 */
function restsOn(
  { triggeredOn, lastDayToAct, lastDayByPost, calendar: name }: Dated,
  { wide }: Calendar,
): LocalDate[] {
  const first = isWorkingDay(triggeredOn, wide) ? triggeredOn : nextWorkingDayAfter(triggeredOn, wide);
  return [name === 'wide' ? first : undefined, lastDayByPost, lastDayToAct].filter(
    (day) => day !== undefined,
  );
}

/** Words why to check a date that rests on a year of which the decreed days are not known; undefined where they are. */
export function noteOn(found: Dated, calendar: Calendar): string | undefined {
  const year = restsOn(found, calendar)
    .map((day) => Number(day.slice(0, 4)))
    .find((one) => !calendar.decreedYears.has(one));
  if (year === undefined) return undefined;
  const last = Math.max(...calendar.decreedYears);
  return year > last
    ? `Voor ${last + 1} en later zijn nog geen gelijkgestelde dagen bekendgemaakt; controleer deze datum.`
    : `Welke dagen van ${year} zijn gelijkgesteld met een feestdag, is niet zeker bekend; controleer deze datum.`;
}

/** Tells whether the text is a day of the years for which the public holidays are reliable: 1970 to 2100. */
export const isReckonable = (text: string): text is LocalDate =>
  isLocalDate(text) && text >= '1970' && text < '2101';
