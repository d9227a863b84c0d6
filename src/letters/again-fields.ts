import type { AgainReason, Sending } from '../procedure/model/letter.ts';
import { letterDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { orNothing, written } from './field-names.ts';
import type { SinceFacts } from './since-fields.ts';
import { listed } from './words.ts';

/** What a letter that is made anew needs besides what it was made from. */
export type AgainFacts = SinceFacts & {
  /** How the letter went out first, on which days it went out so far, and why it goes again. */
  again?: Sending & { because: AgainReason; before?: readonly LocalDate[] };
  /** The day that the letter promised before, where it goes out once more: it promises no later one (readings 13 and 18). */
  promisedBefore?: LocalDate | undefined;
  /** The day of receipt that it puts right, where that differs from what the complaint tells of the next letter; undefined: none. */
  receiptCorrected?: LocalDate | undefined;
  /** The day on which the dossier was closed. */
  closedOn?: LocalDate;
};

/** Keeps a day that a letter promises to the one that it promised before, where that is earlier. */
export const asPromised = (
  day: LocalDate,
  { promisedBefore }: Pick<AgainFacts, 'promisedBefore'>,
): LocalDate => (promisedBefore && promisedBefore < day ? promisedBefore : day);

/**
 * Fills the fields by which a letter that goes out once more says so ("Opnieuw versturen"), and asks for nothing that has been done
 * since; and by which one that is made anew after the closing says when that was, and not that the dossier closes today.
 */
export function againFields({ again, since, closedOn, today }: AgainFacts & { today: LocalDate }) {
  const days = again && [...new Set(again.before ?? [again.sentOn])].map(letterDate);
  const isClosed = closedOn && (closedOn < today || (again && closedOn === today));
  const because = (reason: AgainReason): string => (again?.because === reason ? 'ja' : '');
  return orNothing({
    'eerder verstuurd op': days && listed(days),
    'brief kwam terug': because('came-back'),
    'brief niet gekregen': because('not-arrived'),
    'ander adres': because('other-address'),
    'al niet eens op': written(since?.complaint.objection?.receivedOn, letterDate),
    'al gesloten op': isClosed ? letterDate(closedOn) : '',
  });
}
