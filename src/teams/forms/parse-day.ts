import { months } from '../../letters/dutch-date.ts';
import { isLocalDate, type LocalDate } from '../../procedure/articles/art02-periods.ts';

/** A day as people type it: '2026-12-24', '24-12-2026', '24/12/2026', '24 december 2026'. Undefined if it is none. */
export function parseDay(text: string): LocalDate | undefined {
  const day = text.trim().toLowerCase();
  const [, iso] = /^(\d{4}-\d{2}-\d{2})$/.exec(day) ?? [];
  if (iso) return real(iso);
  const [, date, month, year] =
    /^(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,9})\.?\s*[-/. ]\s*(\d{4})$/.exec(day) ?? [];
  if (!date || !month || !year) return undefined;
  return real(`${year}-${monthNumber(month)}-${date.padStart(2, '0')}`);
}

const real = (day: string): LocalDate | undefined => (isLocalDate(day) ? day : undefined);

/** '12', 'december' and 'dec' as '12'; 'mrt' is how Dutch shortens maart. */
function monthNumber(month: string): string {
  if (/^\d/.test(month)) return month.padStart(2, '0');
  const named =
    month === 'mrt' ? 2 : months.findIndex((name) => name === month || name.slice(0, 3) === month);
  return String(named + 1).padStart(2, '0');
}
