import { oneLine } from '../../letters/readable.ts';
import { textHash } from '../../register/model/chain.ts';
import { valuesOf } from '../form/form-reader.ts';
import { shortened } from '../form/text.ts';
import type { Setting, StepForm } from '../steps/step.ts';
import type { Pressed } from './button-press.ts';

/** The text that a form sends: made from its fields where `text` is empty; or why it is not sent yet. */
type ToSend = { text: string } | { differs: string };

/** What was read of a form: `made` and `letter` are what it holds when it comes back, the letter where that is another than was typed. */
type ReadForm = {
  parsed: Awaited<ReturnType<StepForm['read']>>;
  made: string | undefined;
  letter?: string;
};

/** The characters of an id: two fit in the data of a button. */
export const idLength = 32;

/** Identifies a draft by its words, which a client may have wrapped and spaced otherwise; undefined where there is none. */
export const draftId = (draft: string | undefined): string | undefined =>
  draft ? textHash(oneLine(draft)).slice(0, idLength) : undefined;

/** Leaves out the message for the respondents that nobody touched: it is made anew from the fields as they are now. */
export function withoutUntouched({ input, told }: Pick<Pressed, 'input' | 'told'>): Pressed['input'] {
  if (!told || draftId(valuesOf(input).message) !== told) return input;
  const { message: _, ...rest } = input;
  return rest;
}

const linesIn = (text: string): string[] => text.split('\n').map(oneLine);

/**
 * Reads a form, with the letter that it sends. `made` is what the form holds when it comes back: the id of the draft that the
 * difference was shown of, and that of the letter it was shown beside, which is sent once somebody has changed it.
 */
export async function readWithLetter(form: StepForm, pressed: Pressed, setting: Setting): Promise<ReadForm> {
  const { input, made: before } = pressed;
  const draft = form.draft?.(input, setting);
  const kept = letterKept(form, pressed, setting);
  if (kept?.differs) {
    const { letter, made, differs } = kept;
    return { parsed: { errors: { letter: differs } }, made, letter };
  }
  const typed = valuesOf(input).letter ?? '';
  const letter = kept ? { text: kept.letter } : letterToSend(typed, before, draft);
  const parsed = await form.read('text' in letter ? { ...input, letter: letter.text } : input, setting);
  if ('errors' in parsed || draft === undefined || 'text' in letter) return { parsed, made: before };
  const made = `${draftId(draft)}${draftId(valuesOf(input).letter)}`;
  return { parsed: { errors: { letter: letter.differs } }, made };
}

/**
 * Finds the letter of the dossier that a form sends again as somebody edited it by hand, where nobody wrote another in the form: with
 * how it differs from the draft of now, where that is another than the one that they edited.
 */
export function letterKept(
  form: StepForm,
  { input, made = '' }: Pick<Pressed, 'input' | 'made'>,
  setting: Setting,
): { letter: string; made: string; differs?: string } | undefined {
  const draft = form.draft?.(input, setting);
  const kept = draft === undefined ? undefined : form.kept?.(input, setting);
  if (draft === undefined || !kept || draftId(kept.text) === draftId(kept.base)) return undefined;
  const typed = draftId(valuesOf(input).letter);
  const isUntouched = !typed || (typed === made.slice(0, idLength) && typed !== draftId(draft));
  if (!isUntouched) return undefined;
  const { text: letter, base } = kept;
  if (draftId(base) === draftId(draft)) return { letter, made: `${draftId(draft)}` };
  return { letter, made: `${draftId(draft)}${draftId(letter)}`, differs: difference(letter, draft) };
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
