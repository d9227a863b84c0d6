/** What is counted on cards, in letters and in messages: one, and more than one. */
const counted: Record<string, string> = {
  beklaagde: 'beklaagden',
  bericht: 'berichten',
  brief: 'brieven',
  collega: 'collega’s',
  dag: 'dagen',
  document: 'documenten',
  dossier: 'dossiers',
  herinnering: 'herinneringen',
  klacht: 'klachten',
  maand: 'maanden',
  maatregel: 'maatregelen',
  regel: 'regels',
  stap: 'stappen',
  termijn: 'termijnen',
  verklaring: 'verklaringen',
  week: 'weken',
  werkdag: 'werkdagen',
  zaak: 'zaken',
};

const isTime = (word: string): boolean => /dag$|^week$|^maand$/.test(word);

/** The verbs that a count goes with: of one, and of more than one. */
const verbs: Record<string, string> = {
  gaat: 'gaan',
  heeft: 'hebben',
  is: 'zijn',
  ligt: 'liggen',
  loopt: 'lopen',
  staat: 'staan',
  wacht: 'wachten',
  wordt: 'worden',
};

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
const [one, more] = [anyOf(Object.keys(counted)), anyOf(Object.values(counted))];
/** What can stand, wait and be late itself; days and weeks only say for how long. */
const things = anyOf(Object.entries(counted).flatMap(([of1, of2]) => (isTime(of1) ? [] : [of2])));
const [isOne, isMore] = [anyOf(Object.keys(verbs)), anyOf(Object.values(verbs))];
/** Between a count and its noun. */
const kind = '(?:\\p{L}+e )?';
/** A count of more than one, and of none, that is no part of a date, a time or a number. */
const many = '(?<![\\d.:-])(?:[2-9]|[1-9]\\d+)';
const single = '(?<![\\d.:-])1';

/** What no text of ours says, whatever it counts and whatever is left out of it. */
const faults: Record<string, RegExp> = {
  'one, and a plural': new RegExp(`${single} ${kind}${more}\\b`, 'iu'),
  'more than one, and a singular': new RegExp(`${many} ${kind}${one}\\b`, 'iu'),
  'one, and the verb of more': new RegExp(
    `${single} ${kind}${one} ${isMore}\\b|\\b${isMore} (?:er |nog |hier )*${single} ${one}`,
    'iu',
  ),
  'more than one, and the verb of one': new RegExp(
    `${many} ${kind}${things} ${isOne}\\b|\\b${isOne} (?:er |nog |hier )*${many} ${kind}${things}`,
    'iu',
  ),
  'none, in a digit': /(?<![\d.:,-])0 \p{L}/u,
  'a word twice': /(?<!\p{L})(\p{L}{2,}) \1(?!\p{L})/iu,
  'brackets around nothing': /\(\s*\)|“\s*”|\[\s*\]/u,
  'a sign too many': /[,;:]\s*[.,;:!?]|[.!?]\s*[,;]|(?<!\.)\.\s*\.(?!\.)|\s[,.;!?](?!\.)|[!?]\./u,
  'a time with a point': /(?<![\d.])\d{1,2}\.\d{2} uur/u,
  'two spaces': / {2}/u,
  'a sign that nothing follows': /(?<!^(?:Geachte .*|Met vriendelijke groet|- .*)),$|[;(]$|^[,.;:)]/u,
  'a sentence without a capital': /(?<!\b(?:\p{Lu}|[dm]r|drs|dhr|mevr|mw|ir|ing|nr))[.?!] \p{Ll}{2}/u,
  'what is missing': /undefined|NaN|\bnull\b|\[object|\$\{/u,
  'the id of a person': /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/iu,
  'quotes of a typewriter': /(?<=^|[\s(])"[^"]+"/u,
};

/** Lists what is badly said in that text. */
export const faultsIn = (text: string): string[] =>
  Object.entries(faults).flatMap(([what, pattern]) =>
    pattern.test(text) ? [`${what} (“${pattern.exec(text)?.[0]}”): ${text}`] : [],
  );
