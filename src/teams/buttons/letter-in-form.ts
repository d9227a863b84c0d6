import { readable } from '../../letters/readable.ts';
import { textHash } from '../../register/model/chain.ts';
import { valuesOf } from '../form/form-reader.ts';
import { shortened } from '../form/text.ts';
import type { Setting, StepForm } from '../steps/step.ts';
import type { Pressed } from './button-press.ts';

/** The text that a form sends: made from its fields where `text` is empty; or why it is not sent yet. */
type ToSend = { text: string } | { differs: string };

/** The characters of an id: two fit in the data of a button. */
const idLength = 32;

/** Identifies a draft by its words, which a client may have wrapped and spaced otherwise; undefined where there is none. */
export const draftId = (draft: string | undefined): string | undefined =>
  draft ? textHash(wordsIn(draft)).slice(0, idLength) : undefined;

const linesIn = (text: string): string[] => text.split('\n').map(wordsIn);

const wordsIn = (text: string): string => readable(text).replace(/\s+/g, ' ').trim();

/**
 * Reads a form, with the letter that it sends. `made` is what the form holds when it comes back: the id of the draft that the
 * difference was shown of, and that of the letter it was shown beside, which is sent once somebody has changed it.
 */
export async function readWithLetter(
  form: StepForm,
  { input, made: before }: Pressed,
  setting: Setting,
): Promise<{ parsed: Awaited<ReturnType<StepForm['read']>>; made: string | undefined }> {
  const draft = form.draft?.(input, setting);
  const letter = letterToSend(valuesOf(input).letter ?? '', before, draft);
  const parsed = await form.read('text' in letter ? { ...input, letter: letter.text } : input, setting);
  if ('errors' in parsed || draft === undefined || 'text' in letter) return { parsed, made: before };
  const made = `${draftId(draft)}${draftId(valuesOf(input).letter)}`;
  return { parsed: { errors: { letter: letter.differs } }, made };
}

/**
 * Decides which letter a form sends (reading 20): a draft that nobody touched is made anew from the fields as they are now; a
 * text edited by hand is kept, but comes back when the fields changed after its draft (`made`, its id) was made, until it is edited.
 */
function letterToSend(typed: string, made: string | undefined, draft: string | undefined): ToSend {
  if (!typed.trim() || draft === undefined || !made) return { text: typed };
  const [base, shownBeside] = [made.slice(0, idLength), made.slice(idLength)];
  if (base === draftId(typed)) return { text: '' };
  return base === draftId(draft) && shownBeside !== draftId(typed)
    ? { text: typed }
    : { differs: difference(typed, draft) };
}

/** The most lines of a difference that are shown, and the most characters of each. */
const mostLines = 5;
const longestLine = 200;

function difference(typed: string, draft: string): string {
  const inLetter = new Set(linesIn(typed));
  const missing = linesIn(draft).filter((line) => line && !inLetter.has(line));
  const shown = missing.slice(0, mostLines).map((line) => `“${shortened(line, longestLine)}”`);
  const now = shown.length > 0 ? ` In een nieuwe brief staat nu: ${shown.join(' ')}` : '';
  return (
    `De gegevens zijn veranderd nadat deze brief is gemaakt. Je eigen tekst staat er nog, en er is niets vastgelegd.${now} ` +
    'Pas de brief aan en verstuur het formulier opnieuw, of kies “Brief opnieuw maken”.'
  );
}
