import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { notBeforeReceipt, notInTheFuture, Refusal } from '../model/refusal.ts';
import { post } from './letters.ts';

/** Steps of no article: a note and a withdrawal are possible as long as the dossier is open. */

/** Adds a note. Refuses an empty one. */
export function addNote(_: Complaint, { text }: CommandOf<'add-note'>, { today }: Context): Event[] {
  if (!text.trim()) throw new Refusal('text-missing');
  return [{ type: 'note-added', on: today, personal: { text } }];
}

/** Withdraws the complaint, confirmed by a letter. Refuses an empty reason, and a day in the future or before receipt. */
export function withdraw(complaint: Complaint, command: CommandOf<'withdraw'>, context: Context): Event[] {
  const { on, reason, letter } = command;
  notInTheFuture(on, context);
  notBeforeReceipt(on, complaint);
  if (!reason.trim()) throw new Refusal('text-missing');
  return [
    { type: 'closed', on, outcome: 'withdrawn', personal: { reason } },
    ...(letter ? post({ kind: 'withdrawal' }, letter, complaint, context) : []),
  ];
}
