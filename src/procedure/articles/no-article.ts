import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, ComplaintIn } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { assign } from './art05-handler.ts';
import { lastDayStillNamed } from './art07-objection.ts';
import { post } from './letters.ts';

/** Steps of no article: a note, a withdrawal of what is open, and the reopening of what is closed. */

/** Adds a note. Refuses an empty one. */
export function addNote(_: Complaint, { text }: CommandOf<'add-note'>, { today }: Context): Event[] {
  if (!text.trim()) throw new Refusal('text-missing');
  return [{ type: 'note-added', on: today, personal: { text } }];
}

/** Withdraws the complaint, confirmed by a letter, which after the answer names the last day of Art. 7. Refuses an empty reason, and a day in the future. */
export function withdraw(complaint: Complaint, command: CommandOf<'withdraw'>, context: Context): Event[] {
  const { on, reason, letter } = command;
  notInTheFuture(on, context);
  if (!reason.trim()) throw new Refusal('text-missing');
  const promised = letter && !complaint.objection && lastDayStillNamed(letter, complaint, context);
  return [
    { type: 'closed', on, outcome: 'withdrawn', personal: { reason } },
    ...(letter
      ? post({ kind: 'withdrawal', ...(promised && { promised }) }, letter, complaint, context)
      : []),
  ];
}

/**
 * Reopens a closed dossier ("Heropenen") to the stage that it had, under the same number: its deadlines run again from the days
 * that started them, and one that has passed is late, unless a decision was there in time. Where it has no handler, it goes to the first who may handle it. Refuses an
 * empty reason.
 */
export function reopen(
  complaint: ComplaintIn<'closed'>,
  { reason }: CommandOf<'reopen'>,
  context: Context,
): Event[] {
  if (!reason.trim()) throw new Refusal('text-missing');
  const { from } = complaint.closed;
  return [
    { type: 'reopened', on: context.today, to: from, personal: { reason } },
    ...assign({ ...complaint, stage: from }, context),
  ];
}
