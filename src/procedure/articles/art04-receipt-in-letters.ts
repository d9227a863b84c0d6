import type { LocalDate } from '../../time/local-date.ts';
import type { Complaint } from '../model/complaint.ts';
import { type Letter, type LetterKind, sentLetters } from '../model/letter.ts';

/** Tells whether a kind of letter names the day on which the complaint was received. */
export const namesReceipt: Record<LetterKind, boolean> = {
  acknowledgement: true,
  'new-handler': false,
  'no-handler': true,
  answer: true,
  'late-objection-refused': false,
  'hearing-invitation': false,
  settlement: false,
  'court-route': false,
  'final-decision': false,
  withdrawal: true,
  closure: true,
  delay: true,
  dismissal: true,
  merger: true,
  mediation: true,
  'measure-delay': false,
};

const isNamedIn = (letters: readonly Letter[]): boolean =>
  letters.some(({ kind, withdrawnOn }) => namesReceipt[kind] && !withdrawnOn);

/**
 * Finds the day of receipt that the complainant read, or will read in a letter that waits, and that another takes the place of; undefined
 * where no letter names one, or they read the new one.
 */
export function receiptRead(complaint: Complaint, to: LocalDate): LocalDate | undefined {
  const read = complaint.receiptRead ?? (isNamedIn(complaint.letters) ? complaint.receivedOn : undefined);
  return read === to ? undefined : read;
}

/** What is known of a letter that was made before. */
type Made = Pick<Letter, 'correctsReceipt' | 'again'>;

/**
 * Finds the day of receipt that a letter of that kind corrects (Art. 4): the one of the letters that went out before it. Once, unless it is
 * itself made anew or goes out again; undefined where there is none.
 */
export function receiptCorrected(
  kind: LetterKind,
  complaint: Complaint,
  { correctsReceipt, again }: Made = {},
): LocalDate | undefined {
  if (!namesReceipt[kind]) return undefined;
  const first = complaint.letters.find(({ id }) => id === again?.letter);
  const read = isNamedIn(sentLetters(complaint)) ? complaint.receiptRead : undefined;
  const corrects = correctsReceipt ?? first?.correctsReceipt ?? read;
  return corrects === complaint.receivedOn ? undefined : corrects;
}

/** Records what a letter says of a corrected receipt: what the complainant read before is put right by it. */
export function puttingRight(kind: LetterKind, complaint: Complaint, letter: Made) {
  const correctsReceipt = receiptCorrected(kind, complaint, letter);
  return {
    letter: correctsReceipt ? { correctsReceipt } : {},
    complaint: namesReceipt[kind] && complaint.receiptRead ? { receiptRead: undefined } : {},
  };
}

/** Finds what the complainant read of the receipt once a letter that waited is taken out of the post. */
export function receiptReadWithout(
  { id, correctsReceipt }: Letter,
  complaint: Complaint,
): LocalDate | undefined {
  const others = complaint.letters.filter((one) => one.id !== id);
  const read = correctsReceipt ?? (isNamedIn(others) ? complaint.receiptRead : undefined);
  return read === complaint.receivedOn ? undefined : read;
}
