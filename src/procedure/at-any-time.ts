import type { CommandOf, Context } from './commands.ts';
import type { Complaint } from './complaint.ts';
import type { Event } from './events.ts';
import { Refusal } from './refusal.ts';
import { notBeforeReceipt, notInTheFuture } from './when.ts';

/** What belongs to no article: a note and a withdrawal are possible as long as the dossier is open. */

/** Refuses an empty note. */
export function addNote(command: CommandOf<'add-note'>, context: Context): Event[] {
  if (!command.text.trim()) throw new Refusal('text-missing');
  return [{ type: 'note-added', on: context.today, personal: { text: command.text } }];
}

/** The complainant withdraws. Refuses a day in the future or before receipt, and an empty reason. */
export function withdraw(complaint: Complaint, command: CommandOf<'withdraw'>, context: Context): Event[] {
  notInTheFuture(command.on, context);
  notBeforeReceipt(command.on, complaint);
  if (!command.reason.trim()) throw new Refusal('text-missing');
  return [{ type: 'closed', on: command.on, outcome: 'withdrawn', personal: { reason: command.reason } }];
}
