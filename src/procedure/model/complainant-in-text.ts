import type { Complainant } from './complaint.ts';

/** Words that stand with a name and tell nobody by themselves. */
const withNames =
  'de het een heer heren meneer mevrouw mevr mw dhr mr dr drs ing ir prof familie fam en of van von der den des ten ter te op in aan voor onbekend onbekende anoniem anonieme klager stichting vereniging bv nv'.split(
    ' ',
  );

/** The fewest letters by which a part of a name tells who it is: initials do not. */
const fewestLetters = 3;

/** The fewest digits that are a telephone number. */
const fewestDigits = 6;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const whole = (pattern: string): string => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;

/** Lists the parts of a name that tell who it is: those with a capital, or all where none has one. */
function tellingParts(name: string): string[] {
  const parts = name
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((part) => part.length >= fewestLetters && !withNames.includes(part.toLowerCase()));
  const capital = parts.filter((part) => /^\p{Lu}/u.test(part));
  return capital.length > 0 ? capital : parts;
}

/** Finds a name with the title and the small words before it, so that all of it can be replaced. */
function namePattern({ name, representing = '' }: Complainant): string | undefined {
  const parts = [...tellingParts(name), ...tellingParts(representing)];
  if (parts.length === 0) return undefined;
  const small = `(?:(?:${withNames.join('|')})\\.?\\s+)`;
  const part = `(?:${[...new Set(parts)].map(escaped).join('|')})`;
  return whole(`${small}*(?:\\p{L}\\.\\s*)*${small}*${part}(?:[\\s-]+${small}*${part})*`);
}

/** Finds an e-mail address, a telephone number however it is spaced, and each line of a postal address. */
function contactPattern({ email, phone = '', address = '' }: Complainant): string | undefined {
  const digits = phone.replace(/\D/g, '');
  const found = [
    ...(email ? [escaped(email)] : []),
    ...(digits.length >= fewestDigits ? [[...digits].join('[\\s().-]*')] : []),
    ...address
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter((line) => line.length > fewestLetters)
      .map(escaped),
  ];
  return found.length > 0 ? whole(`(?:${found.join('|')})`) : undefined;
}

/** Finds what in a text tells who complains: a name, of whom they represent too, or how to reach them; undefined if nothing does. */
export function complainantIn(text: string, complainant: Complainant): string | undefined {
  const patterns = [contactPattern(complainant), namePattern(complainant)];
  return patterns
    .flatMap((pattern) => (pattern ? (new RegExp(pattern, 'iu').exec(text)?.[0] ?? []) : []))
    .at(0);
}

/** Writes a text for a respondent: without the name of the complainant and of whom they represent, and how to reach them. */
export function withoutComplainant(text: string, complainant: Complainant): string {
  const [name, contact] = [namePattern(complainant), contactPattern(complainant)];
  const anonymous = contact ? text.replace(new RegExp(contact, 'giu'), '(contactgegevens)') : text;
  if (!name) return anonymous;
  return anonymous.replace(new RegExp(name, 'giu'), (_, offset: number) =>
    /(?:^|[.!?]\s+|\n\s*)$/.test(anonymous.slice(0, offset)) ? 'De klager' : 'de klager',
  );
}
