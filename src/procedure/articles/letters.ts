import { addDays, daysBetween, type LocalDate } from '../../time/local-date.ts';
import type { Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event, EventOf } from '../model/events.ts';
import type { Dispatch, DispatchManner, Letter, Sending } from '../model/letter.ts';
import { notInTheFuture, Refusal } from '../model/refusal.ts';
import { countsAsReceivedOn } from './art02-post.ts';

/** A kind of letter, its article, the day on which the complainant must have it, and until when it confirms receipt. */
export type LetterSpec = Pick<
  Letter,
  'kind' | 'dueOn' | 'acknowledgeBy' | 'promised' | 'again' | 'automatic'
> & {
  article?: number;
};

/**
 * Queues a letter for the mail server where the bot sends e-mail and there is an address; otherwise records that its writer
 * has sent it, and when. Refuses an empty letter, one with an open gap, one to an address that is not known, and a day in the future.
 */
export function post(
  { article, ...spec }: LetterSpec,
  dispatch: Dispatch,
  complaint: Complaint,
  context: Context,
): Event[] {
  const { text, manner, sentOn } = dispatch;
  assertWritten(text, article);
  assertReaches(manner, complaint, article);
  const to = complaint.complainant.email;
  if (to && isMailed(dispatch, complaint, context)) {
    return [{ type: 'letter-queued', on: context.today, ...spec, personal: { text, to } }];
  }
  notInTheFuture(sentOn, context, article);
  return sent({ ...spec, text, manner }, sendingOf(manner, sentOn, context), complaint);
}

/** Refuses an empty letter, and one with an open gap. */
export function assertWritten(text: string, article?: number): void {
  if (!text.trim()) throw new Refusal('text-missing', article);
  const gap = gapIn(text);
  if (gap !== undefined) throw new Refusal('gap-in-letter', article, gap);
}

/** Refuses to send to an address that is not known: by e-mail, also from a mailbox of one's own, and by post. */
export function assertReaches(manner: DispatchManner, { complainant }: Complaint, article?: number): void {
  if ((manner === 'email' || manner === 'own-email') && !complainant.email)
    throw new Refusal('email-missing', article);
  if (manner === 'post' && !complainant.address) throw new Refusal('address-missing', article);
}

/** Tells whether the bot sends a letter itself, by e-mail. */
const isMailed = (
  { manner }: Pick<Dispatch, 'manner'>,
  { complainant }: Complaint,
  { mail }: Pick<Context, 'mail'>,
): boolean => manner === 'email' && mail && !!complainant.email;

/** Finds the date of a letter: the day on which its writer has sent it, or today where the bot mails it. */
export const dateOf = (
  dispatch: Omit<Dispatch, 'text'>,
  complaint: Complaint,
  context: Pick<Context, 'today' | 'mail'>,
): LocalDate => (isMailed(dispatch, complaint, context) ? context.today : dispatch.sentOn);

/** Closes a complaint on the date of the letter that says so, and without one today: what the complainant reads and what is kept are one day. */
export const closedIn = (
  letter: Dispatch | undefined,
  {
    outcome,
    personal = {},
  }: Pick<EventOf<'closed'>, 'outcome'> & Partial<Pick<EventOf<'closed'>, 'personal'>>,
  complaint: Complaint,
  context: Context,
): Event => ({
  type: 'closed',
  on: letter ? dateOf(letter, complaint, context) : context.today,
  outcome,
  personal,
});

/**
 * Keeps the complaint as the complainant reads it, for this letter and those after it: the summary is internal, and never quoted
 * unseen. No event where it stays as it was.
 */
export const worded = (
  wording: string | undefined,
  complaint: Complaint,
  { today }: Pick<Context, 'today'>,
): Event[] =>
  wording?.trim() && wording !== complaint.wording
    ? [{ type: 'complaint-worded', on: today, personal: { text: wording } }]
    : [];

/** Finds the first gap that is still to be filled in: `[standpunt]`, `[...]`; a link as in `[site](https://...)` is none. */
export const gapIn = (text: string): string | undefined => /\[[^[\]\n]{0,80}\](?!\()/.exec(text)?.[0];

/** Finds when a letter counts as received that goes out on that day. */
export const sendingOf = (manner: DispatchManner, sentOn: LocalDate, { calendar }: Context): Sending => ({
  sentOn,
  countsAsReceivedOn: countsAsReceivedOn(manner, sentOn, calendar),
});

/** Tells whether a letter goes by post, and arrives after that day: it can promise nothing until then. */
export const arrivesAfter = (
  day: LocalDate,
  { manner, sentOn }: Dispatch,
  { calendar }: Pick<Context, 'calendar'>,
): boolean => manner === 'post' && countsAsReceivedOn(manner, sentOn, calendar) > day;

/** Tells whether a letter has arrived before that day, where it goes by post: it can invite to nothing that is on the day itself. */
export const arrivesBefore = (
  day: LocalDate,
  letter: Dispatch,
  context: Pick<Context, 'calendar'>,
): boolean => !arrivesAfter(addDays(day, -1), letter, context);

type Outgoing = LetterSpec & Pick<Letter, 'text' | 'manner'> & { id?: number };

/**
 * Lists what follows once a letter is out: the final decision closes the dossier (Art. 8), unless it is closed already. The
 * acknowledgement is in time when it is sent (Art. 5), an answer and a decision when the complainant has them ("ontvangt").
 */
export function sent(
  { id, kind, text, manner, dueOn, acknowledgeBy, promised, again, automatic }: Outgoing,
  { sentOn, countsAsReceivedOn }: Sending,
  { stage }: Pick<Complaint, 'stage'>,
): Event[] {
  const event: Event = {
    type: 'letter-sent',
    kind,
    letter: id,
    sentOn,
    manner,
    countsAsReceivedOn,
    daysLate: daysLate(dueOn, kind === 'acknowledgement' ? sentOn : countsAsReceivedOn),
    promised,
    again,
    automatic,
    ...(acknowledgeBy && { acknowledgedDaysLate: daysLate(acknowledgeBy, sentOn) }),
    personal: { text },
  };
  if (kind !== 'final-decision' || again || stage === 'closed') return [event];
  return [event, { type: 'closed', on: sentOn, outcome: 'decided', personal: {} }];
}

/**
 * Records that the mail server accepted a waiting letter, which counts as received that day, also where it was withdrawn while it
 * went; no event when it was sent already.
 */
export function letterAccepted(complaint: Complaint, id: number, on: LocalDate): Event[] {
  const letter = complaint.letters.find((one) => one.id === id && !one.sentOn);
  return letter ? sent(letter, { sentOn: on, countsAsReceivedOn: on }, complaint) : [];
}

/** Counts the calendar days from the due day to `day`; 0 when in time or when there is no deadline. */
export const daysLate = (dueOn: LocalDate | undefined, day: LocalDate): number =>
  dueOn === undefined ? 0 : Math.max(0, daysBetween(dueOn, day));

/** Tells whether a letter is written here: one that waited has been already when it goes out. */
export const isNewLetter = (event: Event): boolean =>
  event.type === 'letter-queued' || (event.type === 'letter-sent' && event.letter === undefined);
