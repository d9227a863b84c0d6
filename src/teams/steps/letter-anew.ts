import { draftLetter } from '../../letters/draft-letter.ts';
import { type Origin, originOf, withPresentFacts } from '../../letters/origin.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { DispatchManner, Letter } from '../../procedure/model/letter.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { factsOf } from './letter-section.ts';
import type { Kept, Setting } from './step.ts';

/** When and how a letter of the dossier goes out now. */
type Sending = { manner: DispatchManner; sentOn?: LocalDate | undefined };

/**
 * Makes a letter of the dossier anew for another day and manner, from the same facts (reading 20). Its text where the journal does not
 * tell what it was made from.
 */
export function letterAnew(letter: Letter, sending: Sending, setting: Setting): string {
  const origin = originOf(letter.id, setting.course);
  if (!origin) return letter.text;
  return drafted(letter, origin, withPresentFacts(origin.before, setting.complaint), sending, setting);
}

/** Returns a letter of the dossier beside the draft that was made for it; a base of '' where the journal does not tell. */
export function keptLetter(letter: Letter, setting: Setting): Kept {
  const { id, manner, text, queuedOn, sentOn } = letter;
  const origin = originOf(id, setting.course);
  const on = queuedOn ?? sentOn;
  if (!origin || !on) return { text, base: '' };
  const base = drafted(letter, origin, origin.before, { manner, sentOn: on }, { ...setting, today: on });
  return { text, base };
}

const drafted = (
  { kind }: Letter,
  { recorded, by }: Origin,
  complaint: Complaint,
  sending: Sending,
  setting: Setting,
): string =>
  draftLetter(kind, complaint, {
    ...factsOf(sending, { ...setting, complaint, by: by ?? setting.by }),
    ...recorded,
  });
