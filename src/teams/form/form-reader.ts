import { oneLine, readable } from '../../letters/readable.ts';
import { isGuid, type PersonId, personId } from '../../procedure/model/person-id.ts';
import { object } from '../../register/model/checks.ts';
import { isEmailAddress, isPrintableAscii } from '../../register/model/typed-text.ts';
import { shortDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { bsnError, holdsBsn, meantId } from './bsn.ts';
import { noSuchDay, readDay, whichDay } from './read-day.ts';
import { limits, readTime } from './text.ts';

/** The errors of a form: a Dutch sentence by the id of the field. */
export type FieldErrors = Record<string, string>;

/** The value of a form, or its errors. */
export type Parsed<T> = { value: T } | { errors: FieldErrors };

/** A value with every field present. */
export type Complete<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

/** The days that a field accepts, the first and the last included. */
export type Days = { from: LocalDate; through: LocalDate };

/**
 * Reads the fields of a form one by one and collects their errors. Never throws, whatever the input. Limits the length of a
 * text before any pattern is matched against it. `locale` is that of the client, such as 'nl-NL'.
 */
export class FormReader {
  readonly #raw: Record<string, unknown>;
  readonly #values: Record<string, string>;
  readonly #locale: string | undefined;
  readonly #errors: FieldErrors = {};

  constructor(input: unknown, locale?: string) {
    this.#values = valuesOf(input);
    this.#raw = object(input) ? input : {};
    this.#locale = locale;
  }

  /** Returns the values, if every field that was read is right: all of `required`, and of `rest` what was filled in. */
  parsed<T extends object, Rest extends object = object>(
    required: T,
    rest?: Rest,
  ): Parsed<Complete<T> & Rest> {
    const checked = this.checked(required, isComplete);
    return 'errors' in checked ? checked : { value: { ...checked.value, ...(rest as Rest) } };
  }

  /** Returns what was read, if every field was right; otherwise the errors. Throws where a value is missing without one. */
  checked<T, Right extends T>(read: T, isRight: (read: T) => read is Right): Parsed<Right> {
    if (Object.keys(this.#errors).length > 0) return { errors: this.#errors };
    if (!isRight(read)) throw new Error('a field is missing, and nothing was said of it');
    return { value: read };
  }

  /** Reads a required text of one line; `missing` is the error when it is empty. */
  line(id: string, missing: string, most: number = limits.line): string | undefined {
    return this.optionalLine(id, most) ?? this.wrong(id, missing);
  }

  /** Reads a text of one line that may be left out; a line end in it becomes a space. */
  optionalLine(id: string, most: number = limits.line): string | undefined {
    const text = this.optionalText(id, most);
    return text === undefined ? undefined : oneLine(text) || undefined;
  }

  /** Reads a required text of any number of lines; `missing` is the error when it is empty. */
  text(id: string, missing: string, most: number = limits.text): string | undefined {
    return this.optionalText(id, most) ?? this.wrong(id, missing);
  }

  /** Reads a text that may be left out, without the spaces around it; only spaces counts as empty. */
  optionalText(id: string, most: number = limits.text): string | undefined {
    const text = this.#value(id);
    const length = [...text].length;
    if (length > most)
      return this.wrong(id, `Maak dit korter: hoogstens ${most} tekens. Nu zijn het er ${length}.`);
    if (text.split('\n').length > limits.lines)
      return this.wrong(id, `Gebruik minder regels: hoogstens ${limits.lines}.`);
    const asks = this.#values[meantId] !== 'true' && !numbers.includes(id) && holdsBsn(text);
    return asks ? this.wrong(id, bsnError, text) : text || undefined;
  }

  /** Reads a postal address that may be left out: a few lines without an empty one, as it heads a letter. */
  address(id: string): string | undefined {
    const text = this.optionalText(id, limits.line);
    if (text === undefined) return undefined;
    const lines = text.split('\n').map(oneLine);
    if (lines.includes(''))
      return this.wrong(id, 'Laat in het adres geen regel leeg. Een adres is één blok.');
    if (lines.length > limits.addressLines)
      return this.wrong(
        id,
        `Gebruik voor het adres hoogstens ${limits.addressLines} regels. Nu zijn het er ${lines.length}.`,
      );
    return lines.join('\n');
  }

  /**
   * Reads an e-mail address in ASCII, because a letter of another script can look like one of ours. Removes invisible
   * characters, and says so.
   */
  email(id: string): string | undefined {
    const address = this.optionalLine(id);
    if (address === undefined) return undefined;
    if (!isPrintableAscii(address)) return this.wrong(id, otherCharacter);
    if (!isEmailAddress(address))
      return this.wrong(id, 'Dit is geen e-mailadres. Typ het zo: naam@voorbeeld.nl.');
    if (address === String(this.#raw[id]).trim()) return address;
    const said =
      'In dit adres stond een teken dat je niet ziet. Het is weggehaald: kijk het adres na en druk nog een keer.';
    return this.wrong(id, said);
  }

  /** Reads one of the values of a list. */
  choice<T extends string>(id: string, choices: readonly T[], missing: string): T | undefined {
    const value = this.#value(id);
    const chosen = choices.find((choice) => choice === value);
    return chosen ?? this.wrong(id, value ? 'Kies een van de mogelijkheden in de lijst.' : missing);
  }

  /** Reads one of the values of a list, or none. */
  optionalChoice<T extends string>(id: string, choices: readonly T[]): T | undefined {
    return this.#value(id) ? this.choice(id, choices, '') : undefined;
  }

  /** Reads any number of the values of a list, joined by commas; each once. */
  some<T extends string>(id: string, choices: readonly T[]): T[] {
    const parts = this.#value(id)
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const found = choices.filter((choice) => parts.includes(choice));
    return parts.every((part) => found.some((one) => one === part))
      ? found
      : this.wrong(id, 'Kies uit de lijst.', []);
  }

  /** Reads a time of day, 'HH:mm'. */
  time(id: string, missing: string): string | undefined {
    const text = this.#value(id);
    const time = readTime(text);
    return time ?? this.wrong(id, text ? 'Deze tijd bestaat niet. Typ het zo: 14:30.' : missing);
  }

  /** Reads a time of day that may be left out. */
  optionalTime(id: string): string | undefined {
    return this.#value(id) ? this.time(id, '') : undefined;
  }

  /** Reads a day within those. Asks about a text that can mean either of two days, and never guesses. */
  day(id: string, { from, through }: Days, missing: string): LocalDate | undefined {
    const text = this.#value(id);
    if (!text) return this.wrong(id, missing);
    const read = readDay(text, this.#locale);
    const { day, or } = read;
    if (day && or) return this.wrong(id, `${typedThere(text)} ${whichDay(day, or)} ${chooseIt}`);
    if (!day) return this.wrong(id, `${typedThere(text)} ${noSuchDay(read)} ${chooseIt}`);
    if (day > through) return this.wrong(id, `Kies een datum tot en met ${shortDate(through)}.`);
    if (day < from) return this.wrong(id, `Kies een datum vanaf ${shortDate(from)}.`);
    return day;
  }

  /** Reads a day within those that may be left out. */
  optionalDay(id: string, days: Days): LocalDate | undefined {
    return this.#value(id) ? this.day(id, days, '') : undefined;
  }

  /** Reads a day for another field, which asks nothing where this one holds none. */
  dayIn(id: string): LocalDate | undefined {
    const { day, or } = readDay(this.#value(id), this.#locale);
    return or ? undefined : day;
  }

  /** Reads people from the picker: object ids joined by commas; returns each once, in lower case. */
  people(id: string, most: number): PersonId[] {
    const parts = this.#value(id).split(',');
    const ids = [...new Set(parts.map((part) => part.trim().toLowerCase()).filter((part) => part !== ''))];
    if (ids.length > most) return this.wrong(id, `Kies hoogstens ${most} mensen.`, []);
    if (ids.every(isGuid)) return ids.map(personId);
    return this.wrong(id, 'Kies uit de lijst; zelf een naam typen kan hier niet.', []);
  }

  /** Reads the object id of one person from a list. */
  person(id: string, missing: string): PersonId | undefined {
    const [first] = this.people(id, 1);
    return first ?? this.wrong(id, missing);
  }

  /** Tells whether something was filled in there. */
  has(id: string): boolean {
    return this.#value(id) !== '';
  }

  toggle(id: string): boolean {
    const value = this.#value(id);
    if (['true', 'false', ''].includes(value)) return value === 'true';
    return this.wrong(id, 'Zet dit aan of uit.', false);
  }

  #value(id: string): string {
    const raw = Object.hasOwn(this.#raw, id) ? this.#raw[id] : undefined;
    if (raw === undefined || raw === null) return '';
    if (!isPlain(raw)) return this.wrong(id, 'Dit antwoord is niet te lezen. Vul het opnieuw in.', '');
    return this.#values[id]?.trim() ?? '';
  }

  /** Records the error of a field; the first error of a field is the one that is shown. */
  wrong(id: string, sentence: string): undefined;
  wrong<T>(id: string, sentence: string, instead: T): T;
  wrong<T>(id: string, sentence: string, instead?: T): T | undefined {
    this.#errors[id] ??= sentence;
    return instead;
  }
}

/** The fields for a number of another kind. */
const numbers: readonly string[] = ['phone', 'into', 'blanked'];

const isComplete = <T extends object>(value: T): value is T & Complete<T> =>
  Object.values(value).every((one) => one !== undefined);

const otherCharacter =
  'In een e-mailadres kunnen alleen de letters a tot en met z, cijfers en leestekens staan. In dit adres staat nog een ander teken; soms zie je dat niet. Maak het veld leeg en typ het adres opnieuw.';

const chooseIt = 'Kies de dag, of typ de maand in letters: 24 december 2026.';

/** Quotes what was typed for a day, where the input cannot show it. */
export const typedThere = (text: string): string => `Je typte “${shortenedLine(text)}”.`;

const shortenedLine = (text: string): string =>
  text.length > limits.day ? `${oneLine(text.slice(0, limits.day))}…` : oneLine(text);

/** Collects what was typed, by field, to show it again. Accepts anything; skips what is no text, number or yes/no. */
export function valuesOf(input: unknown): Record<string, string> {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return {};
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => isPlain(value))
      .map(([id, value]) => [id, readable(String(value))]),
  );
}

/** Tells whether a value is of a type that a card input gives. */
const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
