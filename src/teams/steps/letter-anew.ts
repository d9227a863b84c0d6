import { draftLetter } from '../../letters/draft-letter.ts';
import type { LetterFacts } from '../../letters/fields.ts';
import { originOf, withPresentFacts } from '../../letters/origin.ts';
import { answerReceivedOn, objectUntil } from '../../procedure/articles/art07-objection.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { DispatchManner, Letter } from '../../procedure/model/letter.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { factsOf } from './letter-section.ts';
import type { Kept, Setting } from './step.ts';

/** When and how a letter of the dossier goes out now. */
type Sending = { manner?: DispatchManner | undefined; sentOn?: LocalDate | undefined };

/**
 * Makes a letter of the dossier anew for another day and manner, from the same facts (reading 20). Its text where the journal does not
 * tell what it was made from.
 */
export const letterAnew = (letter: Letter, sending: Sending, setting: Setting): string =>
  drafted(letter, sending, setting) ?? letter.text;

/** Returns a letter of the dossier beside the draft that was made for it; a base of '' where the journal does not tell. */
export function keptLetter(letter: Letter, setting: Setting): Kept {
  const { id, manner, text, queuedOn, sentOn } = letter;
  const before = originOf(id, setting.course)?.before;
  const on = queuedOn ?? sentOn;
  if (!before || !on) return { text, base: '' };
  const then = { ...setting, complaint: before, today: on };
  return { text, base: drafted(letter, { manner, sentOn: on }, then) ?? '' };
}

/** Finds the letter that went out first, of one that goes out once more. */
const firstOf = (letter: Letter, { letters }: Pick<Complaint, 'letters'>): Letter =>
  (letter.again && letters.find(({ id }) => id === letter.again?.letter)) ?? letter;

function drafted(letter: Letter, sending: Sending, setting: Setting): string | undefined {
  const { complaint, course } = setting;
  const origin = originOf(firstOf(letter, complaint).id, course);
  if (!origin) return undefined;
  const { before, recorded, by = setting.by } = withPresentFacts(origin, complaint);
  const facts = factsOf(sending, { ...setting, complaint: before, by });
  return draftLetter(letter.kind, before, {
    ...facts,
    ...recorded,
    toldUntil: objectUntil(complaint, setting.calendar)?.dueOn,
    ...(complaint.closed && { closedOn: complaint.closed.on }),
    ...sentBefore(letter, facts, complaint),
  });
}

/**
 * Adds, to a letter that goes out once more, how it went out first, whether the complainant has objected since, and that the month of
 * Art. 7 counts from the last receipt.
 */
function sentBefore(
  letter: Letter,
  { countsAsReceivedOn }: LetterFacts,
  complaint: Complaint,
): Partial<LetterFacts> {
  const { sentOn, countsAsReceivedOn: firstReceivedOn } = firstOf(letter, complaint);
  if (!letter.again || !sentOn || !firstReceivedOn) return {};
  const { because } = letter.again;
  const known = answerReceivedOn(complaint);
  const last = [known, countsAsReceivedOn]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return {
    again: { because, sentOn, countsAsReceivedOn: firstReceivedOn },
    ...(complaint.objection && { objectedOn: complaint.objection.receivedOn }),
    ...(letter.kind === 'answer' && last && { countsAsReceivedOn: last }),
  };
}
