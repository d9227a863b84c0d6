import type { Calendar } from '../../time/calendar.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import type { DispatchManner } from '../model/letter.ts';
import { lastWorkingDayOnOrBefore, workingDaysAfter, workingDaysBefore } from './art02-periods.ts';

/**
 * Finds the day on which a letter counts as received. Art. 6 and 8 say until when the complainant "ontvangt", and Art. 7 begins
 * with what they received: by e-mail or by hand that is the day of sending, by post POST_DAYS werkdagen (wide) after it.
 */
export const countsAsReceivedOn = (
  manner: DispatchManner,
  sentOn: LocalDate,
  { wide, postDays }: Calendar,
): LocalDate => (manner === 'post' ? workingDaysAfter(sentOn, postDays, wide).dueOn : addDays(sentOn, 0));

/** Finds the last werkdag on which a letter can be posted that counts as received on or before `dueOn`. */
export const lastDayByPost = (dueOn: LocalDate, { wide, postDays }: Calendar): LocalDate =>
  workingDaysBefore(lastWorkingDayOnOrBefore(dueOn, wide), postDays, wide);
