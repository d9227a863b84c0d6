import { isLocalDate, type LocalDate } from '../procedure/articles/art02-periods.ts';

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
