import type { AgainReason, Sending } from '../procedure/model/letter.ts';
import { letterDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { orNothing, written } from './field-names.ts';

/** What a letter that is made anew needs besides what it was made from. */
export type AgainFacts = {
  /** How the letter went out first, and why it goes again. */
  again?: Sending & { because: AgainReason };
  /** The day on which the dossier was closed. */
  closedOn?: LocalDate;
};

/**
 * Fills the fields by which a letter that goes out once more says so ("Opnieuw versturen"); and by which one that is made anew after the
 * closing says when that was, and not that the dossier closes today.
 */
export function againFields({ again, closedOn, today }: AgainFacts & { today: LocalDate }) {
  const because = (reason: AgainReason): string => (again?.because === reason ? 'ja' : '');
  return orNothing({
    'eerder verstuurd op': written(again?.sentOn, letterDate),
    'brief kwam terug': because('came-back'),
    'brief niet gekregen': because('not-arrived'),
    'ander adres': because('other-address'),
    'al gesloten op': closedOn && closedOn < today ? letterDate(closedOn) : '',
  });
}
