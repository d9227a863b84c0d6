import type { LocalDate } from '../../time/local-date.ts';
import type { Wish } from './answer.ts';
import type { PersonId } from './person-id.ts';

/** The letters of the regulation. */
export const letterKinds = [
  'acknowledgement',
  'new-handler',
  'no-handler',
  'answer',
  'late-objection-refused',
  'hearing-invitation',
  'settlement',
  'court-route',
  'final-decision',
  'withdrawal',
  'closure',
  'delay',
  'dismissal',
  'merger',
  'mediation',
  'measure-delay',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Wijze van verzending: how a letter went out; `own-email`: its writer had mailed it from a mailbox of their own, while the bot mails too. */
export const dispatchManners = ['email', 'own-email', 'post', 'handed'] as const;
export type DispatchManner = (typeof dispatchManners)[number];

/** A letter as its writer wants it sent; `sentOn` counts where the writer has sent it. */
export type Dispatch = { text: string; manner: DispatchManner; sentOn: LocalDate };

/** What Ballance owes by a promised day: the answer (Art. 6) or the decision (Art. 8). */
export type Delayable = 'answer' | 'decision';

/**
 * The day that a letter names to the complainant: on which they have the answer or the decision at the latest, or the last one on which
 * they can object (Art. 7), or on which a measure is done after all, with its id; `wish`: at whose wish Ballance takes until a later day, where it does ("Uitstel melden").
 */
export type PromisedDay = {
  of: Delayable | 'objection' | 'measure';
  on: LocalDate;
  wish?: Wish;
  measure?: string;
};

/** The letter by which another day holds than that of the article; of what Ballance owes `articleDueOn` is the day after which it is late. */
export type Promised = { readonly sentOn: LocalDate; readonly articleDueOn: LocalDate };

/** Why a letter goes out once more. */
export const againReasons = ['came-back', 'not-arrived', 'other-address'] as const;
export type AgainReason = (typeof againReasons)[number];

/** Of a letter that went out once more ("Opnieuw versturen"): the id of the first, and why. */
export type Again = { letter: number; because: AgainReason };

/**
 * A letter to the complainant, with its exact text. It waits after it was queued for the mail server, until that accepts it;
 * nothing counts as sent before that.
 */
export type Letter = {
  /** Its position among the letters of the dossier, from 1. */
  id: number;
  kind: LetterKind;
  text: string;
  manner: DispatchManner;
  /** The e-mail address; only when the bot sends it. */
  to?: string;
  /** The day on which the complainant must have it, where the regulation sets one. */
  dueOn?: LocalDate;
  /** Until when it confirms receipt in time (Art. 5); only of an answer that does. */
  acknowledgeBy?: LocalDate;
  promised?: PromisedDay;
  /** Absent where it is the first of its words. */
  again?: Again;
  /** Nobody wrote it: the register did, at once (Art. 5). */
  automatic?: true;
  /** The day on which it was written and given to the mail server; absent when its writer sent it, and until 0.7.0. */
  queuedOn?: LocalDate;
  /** The id of the handler whom the letters before it name, where it names another; of one that waited. */
  knewBefore?: PersonId;
  /** The day of receipt that the letters before it name, where it says that another is right (Art. 4). */
  correctsReceipt?: LocalDate;
  /** Absent while it waits. */
  sentOn?: LocalDate;
  /** The day on which it was taken out of the post, because it was no longer true. */
  withdrawnOn?: LocalDate;
  /** The day on which the complainant counts as having it (`countsAsReceivedOn` of Art. 2); absent while it waits. */
  countsAsReceivedOn?: LocalDate;
};

/** When a letter went out, and from when the complainant counts as having it. */
export type Sending = { sentOn: LocalDate; countsAsReceivedOn: LocalDate };

/** A letter that went out. */
export type Sent = Letter & Sending;

/** Lists the letters that were sent, the oldest first. */
export const sentLetters = ({ letters }: { letters: readonly Letter[] }): Sent[] =>
  letters.filter((letter): letter is Sent => !!letter.sentOn && !!letter.countsAsReceivedOn);

/** Finds the last letter of that kind that was sent, as it went out first; undefined while there is none. */
export const sentLetter = (complaint: { letters: readonly Letter[] }, kind: LetterKind): Sent | undefined =>
  sentLetters(complaint).findLast((letter) => letter.kind === kind && !letter.again);

/**
 * Finds the earliest day on which a letter promised the answer or the decision, as it went out first and again so far; undefined where
 * it promised none. `first` is the id of the letter as it went out first.
 */
export const promisedBefore = (
  first: number,
  complaint: { letters: readonly Letter[] },
): LocalDate | undefined =>
  sentLetters(complaint)
    .filter(({ id, again }) => id === first || again?.letter === first)
    .flatMap(({ promised }) =>
      promised && (promised.of === 'answer' || promised.of === 'decision') ? promised.on : [],
    )
    .sort()[0];

/** Keeps a day that a letter promises to the one that it promised before, where it goes out once more and that is earlier. */
export function asPromisedBefore(
  on: LocalDate,
  again: Pick<Again, 'letter'> | undefined,
  complaint: { letters: readonly Letter[] },
): LocalDate {
  const before = again && promisedBefore(again.letter, complaint);
  return before && before < on ? before : on;
}

/** Lists the letters that the mail server has not accepted yet, and that are still to go. */
export const waitingLetters = ({ letters }: { letters: readonly Letter[] }): Letter[] =>
  letters.filter(({ sentOn, withdrawnOn }) => !sentOn && !withdrawnOn);
