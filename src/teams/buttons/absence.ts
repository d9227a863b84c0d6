import type { Absence } from '../../procedure/model/desk.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import { FormReader, type Parsed } from '../form/form-reader.ts';

/** The most days ahead that an absence can begin or end. */
const furthestAhead = 2 * 366;

/** Reads an absence, both days included. Refuses one that is wholly over. */
export function parseAbsence(
  input: unknown,
  today: LocalDate,
  locale?: string,
): Parsed<Pick<Absence, 'from' | 'until'>> {
  const form = new FormReader(input, locale);
  const through = addDays(today, furthestAhead);
  const from = form.day('from', { from: addDays(today, -furthestAhead), through }, 'Kies je eerste dag weg.');
  const earliestEnd = from && from > today ? from : today;
  const until = form.day('until', { from: earliestEnd, through }, 'Kies je laatste dag weg.');
  return form.parsed({ from, until });
}
