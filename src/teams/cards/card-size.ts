import { shortened } from '../form/text.ts';

/** An Adaptive Card, ready to send. */
export type Card = { type: 'AdaptiveCard'; version: string; [property: string]: unknown };

/** Bytes that a card may have: Teams takes a message of 28 KB for sure, and it is more than its card. */
export const mostBytes = 27_000;

/** What something weighs in a message, in bytes. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

export const fits = (card: Card): boolean => bytesOf(card) <= mostBytes;

type Part = Record<string, unknown>;

/** The id of the container in which a card shows what was typed and could not be taken in. */
const typed = 'typed';

/** Characters that are left of each text to read; the first number at which the card fits. */
const lengths = [2000, 1000, 600, 400, 250, 150, 80, 40, 20];

const cut: Part = {
  type: 'TextBlock',
  text: 'Lange teksten zijn hier ingekort, want ze passen niet in één bericht van Teams. Het register bewaart ze heel.',
  wrap: true,
  isSubtle: true,
};

/**
 * The card with its longest texts shortened until it fits. Only what the register holds is shortened: never what stands
 * in an input or is wrong with it, nor what somebody typed that was not taken in. A card that does not fit because of
 * those stays too large, and the one on the screen is left as it is instead (see actions.ts).
 */
export function fitting(card: Card): Card {
  if (fits(card)) return card;
  const texts = textRuns(card).map(({ text }) => String(text));
  const rest = bytesOf({ ...card, body: [...(card.body as Part[]), cut] }) - total(texts);
  const most = lengths.find(
    (length) => rest + total(texts.map((text) => shortened(text, length))) <= mostBytes,
  );
  if (!most) return card;
  const short = shortenedIn(card, most) as Card;
  return { ...short, body: [...(short.body as Part[]), cut] };
}

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
 * What is said when a card is too large to take the place of the one on the screen: of a form which fields are wrong and
 * why, otherwise the `cause`, or without one its banner; without a word of what was typed.
 */
export function saidInstead(card: Card, cause?: string): string {
  const wrong = faultsIn(card);
  const said =
    wrong.length > 0 ? `Nog niet verstuurd. Verbeter eerst: ${wrong.join(' ')}` : (cause ?? bannerOf(card));
  return `${said} Er gaat niets verloren: alles wat je typte staat er nog. Samen is het te lang voor één bericht van Teams. Maak de langste tekst korter en druk nog een keer op de knop.`.trim();
}

/** '“Standpunt”: Maak dit korter.', for every input with an error below it. */
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

function bannerOf({ body }: Card): string {
  const banner = (body as Part[]).find(
    ({ type, style }) => type === 'Container' && tones.includes(String(style)),
  );
  return String(textRuns(banner)[0]?.text ?? '');
}
