import type { LocalDate } from '../../time/local-date.ts';

/** The letters of the regulation. */
export const letterKinds = [
  'acknowledgement',
  'answer',
  'late-objection-refused',
  'hearing-invitation',
  'settlement',
  'court-route',
  'final-decision',
  'withdrawal',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Wijze van verzending: how a letter went out. */
export const dispatchManners = ['email', 'post', 'handed'] as const;
export type DispatchManner = (typeof dispatchManners)[number];

/** A letter as its writer wants it to go out; `sentOn` counts where he has sent it himself. */
export type Dispatch = { text: string; manner: DispatchManner; sentOn: LocalDate };

/**
 * A letter to the complainant, to the letter. Waiting: handed to the mail server, which has not accepted it; nothing
 * counts as sent until then.
 */
export type Letter = {
  /** Its place among the letters of the dossier, from 1. */
  id: number;
  kind: LetterKind;
  text: string;
  manner: DispatchManner;
  /** The mail address it goes to; only when we send it ourselves. */
  to?: string;
  /** Until when the complainant must have it, where the regulation says so. */
  dueOn?: LocalDate;
  /** Absent while waiting. */
  sentOn?: LocalDate;
};

/** The letter of that kind as it went out last; undefined while none has. */
export const sentLetter = (
  { letters }: { letters: readonly Letter[] },
  kind: LetterKind,
): (Letter & { sentOn: LocalDate }) | undefined =>
  letters.findLast(
    (letter): letter is Letter & { sentOn: LocalDate } => letter.kind === kind && !!letter.sentOn,
  );

/** The letters that the mail server has not accepted yet. */
export const waitingLetters = ({ letters }: { letters: readonly Letter[] }): Letter[] =>
  letters.filter(({ sentOn }) => !sentOn);
