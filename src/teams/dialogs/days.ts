import { addDays, type LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Days } from '../forms/form-reader.ts';
import type { Setting } from './dialog.ts';

/** Since the complaint was received, today included: when something can have happened to it. */
export const sinceReceipt = ({ complaint, today }: Setting): Days => ({
  from: complaint.receivedOn,
  through: today,
});

/** From that day, today included. */
export const since = (from: LocalDate, { today }: Setting): Days => ({ from, through: today });

/** How far ahead something can be planned, in days. */
const furthestAhead = 2 * 366;

/** From that day, as far ahead as anything is planned. */
export const from = (day: LocalDate, { today }: Setting): Days => ({
  from: day,
  through: addDays(today, furthestAhead),
});
