import { oneLine } from './readable.ts';

/** The longest name that is read. */
const most = 200;

/** Forms of address, as people write them. */
const titles = new Map(
  Object.entries({
    ...{ heer: 'heer', dhr: 'heer', hr: 'heer', meneer: 'heer', mijnheer: 'heer', heren: 'heren' },
    ...{ mevrouw: 'mevrouw', mevr: 'mevrouw', mw: 'mevrouw', mvr: 'mevrouw', mejuffrouw: 'mevrouw' },
    ...{ mrs: 'mevrouw', ms: 'mevrouw', dames: 'dames', familie: 'familie', fam: 'familie' },
  }),
);

/** Academic and other titles, which say nothing about gender: "mr." is a lawyer. */
const degrees = new Set('mr drs dr ir ing prof bc ds mag jhr jkvr'.split(' '));
const degreesBehind = new Set('MSc BSc MA BA LLM LLB PhD MBA RA jr sr Jr Sr'.split(' '));

/** Tussenvoegsels: the surname begins with the first of them. */
const particles = new Set(
  (
    "van von vom zu zum de den der des di da do dos das del della du la le les ter ten te tot 't 's het aan bij in op " +
    'onder over uit voor el al ben bin ibn abu'
  ).split(' '),
);

/** Tussenvoegsels that are a first name where a name begins with them. */
const firstNames = new Set(['ben', 'al', 'do']);

const legalForms = new Set(
  'bv nv cv vof ua ltd gmbh inc holding stichting vereniging gemeente provincie coöperatie firma maatschap vve & +'.split(
    ' ',
  ),
);

/** Words that begin a description of somebody, in the place of a name. */
const descriptions = new Set(
  (
    'onbekend onbekende anoniem anonieme naam naamloos nn klager klaagster cliënt client bewoner bewoners buren ouder ' +
    'ouders moeder vader zoon dochter broer zus partner echtgenoot echtgenote medewerker mentor curator bewindvoerder team'
  ).split(' '),
);

const articles = new Set(['de', 'het', 'een', 'onbekende', 'anonieme']);

const toWhomItMayConcern = 'heer, mevrouw';

/**
 * Writes 'Geachte mevrouw Jansen' as a secretary does: the title in full, and after it the surname alone ("Van der Berg").
 * Without a title no gender is guessed: a full name stands as it is, and a bare surname gets 'heer/mevrouw', because
 * "Geachte Jansen" is rude. A company, a description and an unknown name become 'Geachte heer, mevrouw'.
 */
export const salutation = (name: string): string => `Geachte ${addressed(wordsToAddress(name))}`;

/** Leaves out what stands in brackets, and what follows a comma, unless it is the title or the initials of who stands before. */
function wordsToAddress(name: string): string[] {
  const whole = oneLine(name).slice(0, most);
  const [company = '', person = company] = whole.split(/t\.a\.v\.|\btav\b|ter attentie van/i);
  const [before = [], behind = []] = person
    .replaceAll(/\([^()]*\)/g, ' ')
    .split(',')
    .map(wordsOf);
  if (titled(before)) return before;
  if (isCompany(wordsOf(person))) return [];
  return titled(behind) || isInitials(behind[0] ?? '') ? [...behind, ...before] : before;
}

/** Splits a name into words; a title or an initial may stand against the word that follows, "J.Jansen". */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/\.(?=\p{L}{2,3}(?:\s|$)|\p{L}{4})/gu, '. ')
    .replaceAll(' - ', '-')
    .split(' ')
    .filter(Boolean);

/** Makes a word comparable: "Dhr." is 'dhr', "B.V." is 'bv'. */
const bare = (word: string): string => word.toLowerCase().replaceAll(/[.:;]/g, '');

const isCompany = (words: readonly string[]): boolean =>
  words.some(
    (word) => legalForms.has(bare(word)) || /.(?:vereniging|stichting|bedrijf|bureau)$/.test(bare(word)),
  );

const isInitials = (word: string): boolean =>
  /^(?:-?\p{L}{1,3}\.)+\p{Lu}?$/u.test(word) || /^\p{Lu}$/u.test(word);

/** Reads the title at the beginning, "de heer", "dhr./mevr."; undefined where there is none. */
function titled([first = '', ...rest]: readonly string[]): { title: string; name: string[] } | undefined {
  const options = bare(first)
    .split('/')
    .map((one) => titles.get(one));
  if (options.every((one) => one !== undefined)) return { title: options.join('/'), name: rest };
  return articles.has(bare(first)) ? titled(rest) : undefined;
}

function addressed(words: readonly string[]): string {
  const person = titled(words);
  if (!person) return addressedByName(words);
  const and = person.name.findIndex(
    (word, at) => bare(word) === 'en' && titled(person.name.slice(at + 1)) !== undefined,
  );
  if (and < 0) return isCompany(person.name) ? toWhomItMayConcern : withSurname(person.title, person.name);
  const one = withSurname(person.title, person.name.slice(0, and));
  return `${one} en ${addressed(person.name.slice(and + 1))}`;
}

function addressedByName(words: readonly string[]): string {
  const [first = '', second = ''] = words;
  const what = articles.has(bare(first)) ? second : first;
  if (descriptions.has(bare(first)) || descriptions.has(bare(what)) || !isName(words))
    return toWhomItMayConcern;
  const isSurname = words.length === 1 || isDegree(first) || isInitials(first) || isParticle(first, 0);
  return isSurname ? withSurname('heer/mevrouw', words) : words.join(' ');
}

/** Tells a name from a number, an address or a question mark. */
const isName = (words: readonly string[]): boolean =>
  words.some((word) => /\p{L}{2}/u.test(word)) && !words.some((word) => /[\d@]/.test(word));

const isParticle = (word = '', at: number): boolean =>
  particles.has(bare(word)) && (at > 0 || !firstNames.has(bare(word)));

const isDegree = (word: string): boolean =>
  degrees.has(bare(word)) || degreesBehind.has(word.replaceAll('.', ''));

/** Writes a title and a surname; the title alone where no surname is known. */
function withSurname(title: string, words: readonly string[]): string {
  const surname = surnameIn(words);
  const isKnown = isName([surname]) && !descriptions.has(bare(surname));
  return isKnown ? `${title} ${capital(surname)}` : title.replace('heer/mevrouw', toWhomItMayConcern);
}

/** Finds the surname: all after the initials, or from the first tussenvoegsel or "Jansen-de", or else the last word. */
function surnameIn(words: readonly string[]): string {
  const name = words.filter((word) => !isDegree(word));
  const initials = name.findLastIndex(isInitials);
  if (initials >= 0) return name.slice(initials + 1).join(' ');
  const begins = name.findIndex((word, at) => at < name.length - 1 && isParticle(word.split('-').at(-1), at));
  return name.slice(begins < 0 ? -1 : begins).join(' ');
}

/** Begins with a capital: "Van der Berg", "IJsbrand"; "'t Hart" has none. */
const capital = (text: string): string =>
  /^ij/i.test(text)
    ? `IJ${text.slice(2)}`
    : text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('nl'));
