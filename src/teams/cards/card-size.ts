import { shortened } from '../form/text.ts';

/** An Adaptive Card, ready to send. */
export type Card = { type: 'AdaptiveCard'; version: string; [property: string]: unknown };

/** The most bytes of a card: Teams is sure to accept a message of 28 KB, and a message is more than its card. */
export const mostBytes = 27_000;

/** Counts the bytes of a value in a message. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const texts = new WeakMap<Card, string>();

/** Returns the JSON of a card, which is written once: no card changes once it is made, and each is asked for more than once. */
export function jsonOf(card: Card): string {
  const text = texts.get(card) ?? JSON.stringify(card);
  texts.set(card, text);
  return text;
}

export const fits = (card: Card): boolean => Buffer.byteLength(jsonOf(card)) <= mostBytes;

type Part = Record<string, unknown>;

/** The id of the container in which a refused form shows what was typed. */
const typed = 'typed';

/** The lengths to which texts are shortened, in characters; the first at which the card fits is used. */
const lengths = [2000, 1000, 600, 400, 250, 150, 80, 40, 20];

const cut: Part = {
  type: 'TextBlock',
  text: 'Lange teksten zijn hier ingekort, want ze passen niet in één bericht van Teams. Het register bewaart ze heel.',
  wrap: true,
  isSubtle: true,
};

/**
 * Shortens the longest texts of a card until it fits. Shortens only what the register holds: never an input, its error, or
 * what somebody typed in a refused form. A card that does not fit because of those stays too large, and the one on the screen
 * is left as it is instead (see actions.ts).
 */
export function fitting(card: Card): Card {
  if (fits(card)) return card;
  const texts = textRuns(card).map(({ text }) => String(text));
  const rest = bytesOf({ ...card, body: [...bodyOf(card), cut] }) - total(texts);
  const most = lengths.find(
    (length) => rest + total(texts.map((text) => shortened(text, length))) <= mostBytes,
  );
  if (!most) return card;
  const short = asCard(shortenedIn(card, most));
  return { ...short, body: [...bodyOf(short), cut] };
}

/** Returns a value that was made of a card or of the template of one. */
export function asCard(value: unknown): Card {
  if (!isObject(value) || value.type !== 'AdaptiveCard' || typeof value.version !== 'string')
    throw new TypeError('no card');
  return { ...value, type: value.type, version: value.version };
}

const bodyOf = ({ body }: Card): Part[] => (Array.isArray(body) ? body.filter(isObject) : []);

const total = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + bytesOf(text), 0);

const isObject = (value: unknown): value is Part => typeof value === 'object' && value !== null;

const isKept = ({ id, type, color }: Part): boolean =>
  (id === typed && type === 'Container') || (type === 'TextRun' && color === 'Attention');

function textRuns(part: unknown): Part[] {
  if (!isObject(part) || isKept(part)) return [];
  return part.type === 'TextRun' ? [part] : Object.values(part).flatMap(textRuns);
}

function shortenedIn(part: unknown, most: number): unknown {
  if (Array.isArray(part)) return part.map((one) => shortenedIn(one, most));
  if (!isObject(part) || isKept(part)) return part;
  if (part.type === 'TextRun') return { ...part, text: shortened(String(part.text), most) };
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, shortenedIn(value, most)]));
}

/**
 * Words what a card that is too large would have shown: which fields of a form are wrong and why, otherwise the `cause`, or its
 * banner. Repeats nothing of what was typed.
 */
export function saidInstead(card: Card, cause?: string): string {
  const wrong = faultsIn(card);
  const said =
    wrong.length > 0 ? `Nog niet verstuurd. Verbeter eerst: ${wrong.join(' ')}` : (cause ?? bannerOf(card));
  return `${said} Er gaat niets verloren: alles wat je typte staat er nog. Samen is het te lang voor één bericht van Teams. Maak de langste tekst korter en druk nog een keer op de knop.`.trim();
}

/** Words the error of every input: '“Standpunt”: Maak dit korter.' */
function faultsIn(card: Card): string[] {
  const faults: string[] = [];
  let label = '';
  const walk = (part: unknown): void => {
    if (!isObject(part)) return;
    if (String(part.type).startsWith('Input.')) label = String(part.label);
    if (part.type === 'TextRun' && part.color === 'Attention' && label)
      faults.push(`“${label}”: ${String(part.text).replace(/^Je typte “[^”]*”\. /, '')}`);
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(card.body);
  return faults;
}

const tones = ['good', 'warning', 'attention', 'accent'];

function bannerOf(card: Card): string {
  const banner = bodyOf(card).find(
    ({ type, style }) => type === 'Container' && tones.includes(String(style)),
  );
  return String(textRuns(banner)[0]?.text ?? '');
}
