import type { LocalDate } from './articles/art02-periods.ts';
import type { Context } from './commands.ts';
import type { Complaint } from './complaint.ts';
import { Refusal } from './refusal.ts';

/** What is recorded has happened: refuses a day after today. */
export function notInTheFuture(day: LocalDate, context: Context, article?: number): void {
  if (day > context.today) throw new Refusal('in-the-future', article);
}

/** Nothing happens to a complaint before it was received. */
export function notBeforeReceipt(day: LocalDate, complaint: Complaint, article?: number): void {
  if (day < complaint.receivedOn) throw new Refusal('before-receipt', article);
}
