import { oneLine, readable } from '../../letters/readable.ts';
import { shortDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { isEmailAddress, isPrintableAscii } from './email-address.ts';
import { noSuchDay, readDay, whichDay } from './read-day.ts';
import { limits, linesOf } from './text.ts';

/** What is wrong with the fields of a form: a Dutch sentence by the id of the field. */
export type FieldErrors = Record<string, string>;

/** What a form says, or what is wrong with it. */
export type Parsed<T> = { value: T } | { errors: FieldErrors };

/** Which days a field takes, the first and the last included. */
export type Days = { from: LocalDate; through: LocalDate };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads the fields of a form one by one and remembers what is wrong. Never throws, whatever the input. No text meets a
 * pattern before it is as short as the field can mean it. `locale` is that of the client, such as 'nl-NL'.
 */
export class FormReader {
  readonly #raw: Record<string, unknown>;
  readonly #values: Record<string, string>;
  readonly #locale: string | undefined;
  readonly #errors: FieldErrors = {};

  constructor(input: unknown, locale?: string) {
    this.#values = valuesOf(input);
    this.#raw = input !== null && typeof input === 'object' ? (input as Record<string, unknown>) : {};
    this.#locale = locale;
  }

  /** The form, if every field that was read is right. */
  parsed<T>(value: T): Parsed<T> {
    return Object.keys(this.#errors).length > 0 ? { errors: this.#errors } : { value };
  }

  /** A text of one line that must be there; `missing` says so when it is not. */
  line(id: string, missing: string, most: number = limits.line): string {
    return this.optionalLine(id, most) ?? this.wrong(id, missing, '');
  }

  /** A text of one line that may be left out: whatever ends a line in it is a space. */
  optionalLine(id: string, most: number = limits.line): string | undefined {
    const text = this.optionalText(id, most);
    return text === undefined ? undefined : oneLine(text) || undefined;
  }

  /** A text of any number of lines that must be there; `missing` says so when it is not. */
  text(id: string, missing: string, most: number = limits.text): string {
    return this.optionalText(id, most) ?? this.wrong(id, missing, '');
  }

  /** A text that may be left out. Spaces around it do not count, and nothing but spaces is nothing. */
  optionalText(id: string, most: number = limits.text): string | undefined {
    const text = this.#value(id);
    const length = [...text].length;
    if (length > most)
      return this.wrong(
        id,
        `Maak dit korter: hoogstens ${most} tekens. Nu zijn het er ${length}.`,
        undefined,
      );
    if (text.split('\n').length > limits.lines)
      return this.wrong(id, `Gebruik minder regels: hoogstens ${limits.lines}.`, undefined);
    return text || undefined;
  }

  /** A text of which each line is one thing; empty lines are left out. */
  lines(id: string, most: number): string[] {
    const filled = linesOf(this.optionalText(id) ?? '').map(oneLine);
    return filled.length > most ? this.wrong(id, `Noem er hoogstens ${most}, elk op een regel.`, []) : filled;
  }

  /** A postal address that may be left out: a few lines, and none of them empty, as it stands at the head of a letter. */
  address(id: string): string | undefined {
    const text = this.optionalText(id, limits.line);
    if (text === undefined) return undefined;
    const lines = text.split('\n').map(oneLine);
    if (lines.includes(''))
      return this.wrong(id, 'Laat in het adres geen regel leeg. Een adres is één blok.', undefined);
    if (lines.length > limits.addressLines)
      return this.wrong(
        id,
        `Gebruik voor het adres hoogstens ${limits.addressLines} regels. Nu zijn het er ${lines.length}.`,
        undefined,
      );
    return lines.join('\n');
  }

  /** An e-mail address that a letter can be sent to, in ASCII: a letter of another script looks like one of ours. What nobody sees in it is taken out, and said. */
  email(id: string): string | undefined {
    const address = this.optionalLine(id);
    if (address === undefined) return undefined;
    if (!isPrintableAscii(address)) return this.wrong(id, otherCharacter, undefined);
    if (!isEmailAddress(address))
      return this.wrong(id, 'Dit is geen e-mailadres. Typ het zo: naam@voorbeeld.nl.', undefined);
    if (address === String(this.#raw[id]).trim()) return address;
    const said =
      'In dit adres stond een teken dat je niet ziet. Het is weggehaald: kijk het adres na en druk nog een keer.';
    return this.wrong(id, said, undefined);
  }

  /** One of the values of a list. */
  choice<T extends string>(id: string, choices: readonly T[], missing: string): T {
    const value = this.#value(id);
    const chosen = choices.find((choice) => choice === value);
    return chosen ?? this.wrong(id, value ? 'Kies een van de mogelijkheden in de lijst.' : missing, '' as T);
  }

  /** One of the values of a list, or none. */
  optionalChoice<T extends string>(id: string, choices: readonly T[]): T | undefined {
    return this.#value(id) ? this.choice(id, choices, '') : undefined;
  }

  /** A time of the day, 'HH:mm'. */
  time(id: string, missing: string): string {
    const text = this.#value(id);
    const time = readTime(text);
    return time ?? this.wrong(id, text ? 'Deze tijd bestaat niet. Typ het zo: 14:30.' : missing, '');
  }

  /** A day out of those. One that says either of two days is asked about, never guessed. */
  day(id: string, { from, through }: Days, missing: string): LocalDate {
    const text = this.#value(id);
    if (!text) return this.wrong(id, missing, '');
    const read = readDay(text, this.#locale);
    const { day, or } = read;
    if (day && or) return this.wrong(id, `${typedThere(text)} ${whichDay(day, or)} ${chooseIt}`, '');
    if (!day) return this.wrong(id, `${typedThere(text)} ${noSuchDay(read)} ${chooseIt}`, '');
    if (day > through) return this.wrong(id, `Kies een datum tot en met ${shortDate(through)}.`, '');
    if (day < from) return this.wrong(id, `Kies een datum vanaf ${shortDate(from)}.`, '');
    return day;
  }

  /** The day in a text that is part of a field, read as this client means it. */
  dayIn = (text: string) => readDay(text, this.#locale);

  /** People from the picker: their object ids, joined by commas; each once, in lower case. */
  people(id: string, most: number): string[] {
    const parts = this.#value(id).split(',');
    const ids = [...new Set(parts.map((part) => part.trim().toLowerCase()).filter((part) => part !== ''))];
    if (ids.length > most) return this.wrong(id, `Kies hoogstens ${most} mensen.`, []);
    if (ids.every((one) => one.length === 36 && guid.test(one))) return ids;
    return this.wrong(id, 'Kies uit de lijst; zelf een naam typen kan hier niet.', []);
  }

  /** Somebody from a list: the object id. */
  person(id: string, missing: string): string {
    const [first] = this.people(id, 1);
    return first ?? this.wrong(id, missing, '');
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

  /** The first thing wrong with a field is what is said. */
  wrong<T>(id: string, sentence: string, instead: T): T {
    this.#errors[id] ??= sentence;
    return instead;
  }
}

const otherCharacter =
  'In een e-mailadres kunnen alleen de letters a tot en met z, cijfers en leestekens staan. In dit adres staat nog een ander teken; soms zie je dat niet. Maak het veld leeg en typ het adres opnieuw.';

const chooseIt = 'Kies de dag, of typ de maand in letters: 24 december 2026.';

/** What was typed for a day, to read it again where the input cannot show it. */
export const typedThere = (text: string): string => `Je typte “${shortenedLine(text)}”.`;

const shortenedLine = (text: string): string =>
  text.length > limits.day ? `${oneLine(text.slice(0, limits.day))}…` : oneLine(text);

/** '14:30', '9.05' or '14:30:00' as 'HH:mm'; undefined when it is no time of the day. */
export function readTime(text: string): string | undefined {
  if (text.length > limits.time) return undefined;
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})(:00)?$/.exec(text) ?? [];
  return minute && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, '0')}:${minute}`
    : undefined;
}

/** What was typed, by field, to show it again. Takes anything; what is no text, number or yes/no is left out. */
export function valuesOf(input: unknown): Record<string, string> {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return {};
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => isPlain(value))
      .map(([id, value]) => [id, readable(String(value))]),
  );
}

/** Whether a value is of the kinds that a card input gives. */
const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
