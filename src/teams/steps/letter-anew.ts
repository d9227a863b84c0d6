import { draftLetter } from '../../letters/draft-letter.ts';
import type { LetterFacts } from '../../letters/fields.ts';
import { type Origin, originOf, withPresentFacts } from '../../letters/origin.ts';
import { answerReceivedOn } from '../../procedure/articles/art06-answer.ts';
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
export function letterAnew(letter: Letter, sending: Sending, setting: Setting): string {
  const { complaint, course } = setting;
  const origin = originOf(firstOf(letter, complaint).id, course);
  if (!origin) return letter.text;
  const before = withPresentFacts(origin.before, complaint);
  return drafted(letter, { ...origin, before }, sending, setting);
}

/** Returns a letter of the dossier beside the draft that was made for it; a base of '' where the journal does not tell. */
export function keptLetter(letter: Letter, setting: Setting): Kept {
  const { manner, text, queuedOn, sentOn } = letter;
  const origin = originOf(firstOf(letter, setting.complaint).id, setting.course);
  const on = queuedOn ?? sentOn;
  if (!origin || !on) return { text, base: '' };
  return { text, base: drafted(letter, origin, { manner, sentOn: on }, { ...setting, today: on }) };
}

/** Finds the letter that went out first, of one that goes out once more. */
const firstOf = (letter: Letter, { letters }: Pick<Complaint, 'letters'>): Letter =>
  (letter.again && letters.find(({ id }) => id === letter.again?.letter)) ?? letter;

function drafted(
  letter: Letter,
  { before, recorded, by }: Origin,
  sending: Sending,
  setting: Setting,
): string {
  const facts = factsOf(sending, { ...setting, complaint: before, by: by ?? setting.by });
  const { closed } = setting.complaint;
  return draftLetter(letter.kind, before, {
    ...facts,
    ...recorded,
    ...(closed && { closedOn: closed.on }),
    ...sentBefore(letter, facts, setting),
  });
}

/** Adds, to a letter that goes out once more, how it went out first, and that the month of Art. 7 counts from the last receipt. */
function sentBefore(
  letter: Letter,
  { countsAsReceivedOn }: LetterFacts,
  { complaint }: Setting,
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
    ...(letter.kind === 'answer' && last && { countsAsReceivedOn: last }),
  };
}
