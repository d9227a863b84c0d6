import type { Complainant } from './complainant.ts';

/** Words that stand with a name and tell nobody by themselves. */
const withNames =
  'de het een heer heren meneer mevrouw mevr mw dhr mr dr drs ing ir prof familie fam en of van von der den des ten ter te op in aan voor onbekend onbekende anoniem anonieme klager stichting vereniging bv nv'.split(
    ' ',
  );

/** Words before a name that belong to it, and before which only “de” does: a preposition there is of the sentence. */
const titles = new Set(
  'heer heren meneer mevrouw mevr mw dhr mr dr drs ing ir prof familie fam klager stichting vereniging'.split(
    ' ',
  ),
);

/** Small words that begin a name. */
const particles = new Set('el di du le la den der ten ter'.split(' '));

/** The fewest letters by which a part of a name tells who it is: initials do not. */
const fewestLetters = 3;

/** The fewest digits that are a telephone number. */
const fewestDigits = 6;

type Span = { start: number; end: number };
type Word = Span & { lower: string };

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    lower: word.toLowerCase(),
  }));

/** Lists the parts of a name that tell who it is: those with a capital, or all where none has one. */
export function tellingParts(name: string): string[] {
  const parts = name
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((part) => part.length >= fewestLetters && !withNames.includes(part.toLowerCase()));
  const capital = parts.filter((part) => /^\p{Lu}/u.test(part));
  return (capital.length > 0 ? capital : parts).map((part) => part.toLowerCase());
}

/**
 * Tells whether two complainants are the same, as far as their e-mail address, telephone number or name tells. A name tells nothing where
 * the titles, the initials, the addresses or the numbers differ: that may be two people of one family.
 */
export function isSameComplainant(one: Complainant, other: Complainant): boolean {
  return (
    isSame(one.email, other.email) ||
    isSame(one.phone, other.phone) ||
    (mayBeSamePerson(one.name, other.name) &&
      !differs(one.email, other.email) &&
      !differs(one.phone, other.phone))
  );
}

const isSame = (a = '', b = ''): boolean => a !== '' && a.toLowerCase() === b.toLowerCase();
const differs = (a = '', b = ''): boolean => a !== '' && b !== '' && !isSame(a, b);

/** Tells whether two names are of the same person, as far as names tell: neither the parts, the titles nor the initials differ. */
export function mayBeSamePerson(one: string, other: string): boolean {
  const [first, second] = [callingOf(one), callingOf(other)];
  return (
    isSame(tellingParts(one).join(' '), tellingParts(other).join(' ')) &&
    !differs(first.title, second.title) &&
    !differs(first.initials, second.initials)
  );
}

/** Finds how somebody is addressed in a name, and their initials: 'De heer J.P. Jansen' gives 'heer' and 'j.p.'. */
function callingOf(name: string) {
  const lower = name.toLowerCase();
  const title = /\b(heer|dhr|meneer)\b/.test(lower)
    ? 'heer'
    : /\b(mevrouw|mevr|mw)\b/.test(lower)
      ? 'mevrouw'
      : '';
  return { title, initials: /(?<!\p{L})(?:\p{L}\.)+/u.exec(lower)?.[0] ?? '' };
}

/** Finds each name in a text, with the title, the initials and the small words that stand with it. */
function namesIn(text: string, { name, representing = '' }: Complainant): Span[] {
  const parts = new Set([...tellingParts(name), ...tellingParts(representing)]);
  const own = new Set(
    wordsIn(`${name} ${representing}`)
      .map(({ lower }) => lower)
      .filter((one) => one.length <= fewestLetters),
  );
  const begins = (word: Word, next: Word) =>
    particles.has(word.lower) ||
    (own.has(word.lower) && word.lower !== next.lower) ||
    (word.lower === 'van' && ['den', 'der'].includes(next.lower)) ||
    (word.lower.length === 1 && text[word.end] === '.');
  const words = wordsIn(text);
  const tells = (word: Word | undefined) => word !== undefined && parts.has(word.lower);
  const goesWith = (word: Word) =>
    withNames.includes(word.lower) ||
    own.has(word.lower) ||
    (word.lower.length === 1 && text[word.end] === '.');
  const isNextTo = (before: Word | undefined, after: Word) =>
    before !== undefined && [...text.slice(before.end, after.start)].every((sign) => /[\s.-]/.test(sign));
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || !tells(word)) continue;
    let [first, last, until] = [word, word, at];
    for (let before = at - 1; ; before--) {
      const one = words[before];
      if (!one || !isNextTo(one, first) || one.start < (spans.at(-1)?.end ?? 0)) break;
      const isTitled = titles.has(first.lower);
      if (!titles.has(one.lower) && !(isTitled ? one.lower === 'de' : begins(one, first))) break;
      first = one;
    }
    for (let after = at + 1; ; after++) {
      const one = words[after];
      if (!one || !isNextTo(words[after - 1], one) || !(tells(one) || goesWith(one))) break;
      if (tells(one)) [last, until] = [one, after];
    }
    spans.push({ start: first.start, end: last.end });
    at = until;
  }
  return spans;
}

const isLetterOrDigit = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

const standsAlone = (text: string, { start, end }: Span): boolean =>
  !isLetterOrDigit(text[start - 1]) && !isLetterOrDigit(text[end]);

/** Finds each place of a text in another, in capitals or not. */
function placesOf(sought: string, text: string): Span[] {
  const [needle, hay] = [sought.toLowerCase(), text.toLowerCase()];
  const spans: Span[] = [];
  for (let start = hay.indexOf(needle); start >= 0; start = hay.indexOf(needle, start + needle.length))
    spans.push({ start, end: start + needle.length });
  return spans;
}

/** Finds each place of a telephone number, however it is spaced. */
function numbersIn(text: string, digits: string): Span[] {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  return placesOf(digits, places.map((place) => text[place]).join(''))
    .map(({ start, end }) => ({ start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 }))
    .filter(({ start, end }) => [...text.slice(start, end)].every((sign) => /[\d\s().-]/.test(sign)));
}

/** Finds an e-mail address, a telephone number, and each line of a postal address. */
function contactsIn(text: string, { email, phone = '', address = '' }: Complainant): Span[] {
  const digits = phone.replace(/\D/g, '');
  const lines = address
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line.length > fewestLetters);
  return [
    ...[...new Set([...(email ? [email] : []), ...lines])].flatMap((sought) => placesOf(sought, text)),
    ...(digits.length >= fewestDigits ? numbersIn(text, digits) : []),
  ].filter((span) => standsAlone(text, span));
}

/** Finds what in a text tells who complains: a name, of whom they represent too, or how to reach them; undefined if nothing does. */
export function complainantIn(text: string, complainant: Complainant): string | undefined {
  const [found] = [...contactsIn(text, complainant), ...namesIn(text, complainant)];
  return found && text.slice(found.start, found.end);
}

/** Writes a text for a respondent: without the name of the complainant and of whom they represent, and how to reach them. */
export function withoutComplainant(text: string, complainant: Complainant): string {
  const anonymous = replaced(text, contactsIn(text, complainant), () => '(contactgegevens)');
  return replaced(anonymous, namesIn(anonymous, complainant), (before) =>
    beginsSentence(before) ? 'De klager' : 'de klager',
  );
}

const beginsSentence = (before: string): boolean => {
  const said = before.trimEnd();
  return said === '' || '.!?'.includes(said.slice(-1)) || before.slice(said.length).includes('\n');
};

/** Replaces spans of a text, from the first to the last; of two that overlap, the one that begins first. */
function replaced(text: string, spans: Span[], by: (before: string) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans.sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), by(text.slice(0, start)));
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}
