import { shortDate } from '../../letters/dutch-date.ts';
import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import { limits } from './limits.ts';
import { parseDay } from './parse-day.ts';
import { isPlain, valuesOf } from './values-of.ts';

/** What is wrong with the fields of a form: a Dutch sentence by the id of the field. */
export type FieldErrors = Record<string, string>;

/** What a form says, or what is wrong with it. */
export type Parsed<T> = { value: T } | { errors: FieldErrors };

/** Which days a field takes, the first and the last included. */
export type Days = { from: LocalDate; through: LocalDate };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const emailAddress = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/;

/** Reads the fields of a form one by one and remembers what is wrong. Never throws, whatever the input. */
export class FormReader {
  readonly #raw: Record<string, unknown>;
  readonly #values: Record<string, string>;
  readonly #errors: FieldErrors = {};

  constructor(input: unknown) {
    this.#values = valuesOf(input);
    this.#raw = input !== null && typeof input === 'object' ? (input as Record<string, unknown>) : {};
  }

  /** The form, if every field that was read is right. */
  parsed<T>(value: T): Parsed<T> {
    return Object.keys(this.#errors).length > 0 ? { errors: this.#errors } : { value };
  }

  /** A text that must be there; `missing` says so when it is not. */
  text(id: string, missing: string, most: number = limits.line): string {
    const text = this.optional(id, most);
    return text ?? this.wrong(id, missing, '');
  }

  /** A text that may be left out. Spaces around it do not count, and nothing but spaces is nothing. */
  optional(id: string, most: number = limits.line): string | undefined {
    const text = this.#value(id);
    const length = [...text].length;
    if (length > most)
      return this.wrong(id, `Maak dit korter: hoogstens ${most} tekens. Nu zijn het er ${length}.`, '');
    return text || undefined;
  }

  /** A text of which each line is one thing; empty lines are left out. */
  lines(id: string, most: number): string[] {
    const lines = (this.optional(id, limits.text) ?? '').split('\n').map((line) => line.trim());
    const filled = lines.filter((line) => line !== '');
    return filled.length > most ? this.wrong(id, `Noem er hoogstens ${most}, elk op een regel.`, []) : filled;
  }

  email(id: string): string | undefined {
    const address = this.optional(id);
    if (address === undefined || emailAddress.test(address)) return address;
    return this.wrong(id, 'Dit is geen e-mailadres. Typ het zo: naam@voorbeeld.nl.', undefined);
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
    const [, hour = '', minute] = /^(\d{1,2})[:.](\d{2})(:00)?$/.exec(this.#value(id)) ?? [];
    if (minute && Number(hour) < 24 && Number(minute) < 60) return `${hour.padStart(2, '0')}:${minute}`;
    return this.wrong(id, this.#value(id) ? 'Deze tijd bestaat niet. Typ het zo: 14:30.' : missing, '');
  }

  day(id: string, { from, through }: Days, missing: string): LocalDate {
    const text = this.#value(id);
    if (!text) return this.wrong(id, missing, '');
    const day = parseDay(text);
    if (!day) return this.wrong(id, 'Deze datum bestaat niet. Kies een datum, bijvoorbeeld 24-12-2026.', '');
    if (day > through) return this.wrong(id, `Kies een datum tot en met ${shortDate(through)}.`, '');
    if (day < from) return this.wrong(id, `Kies een datum vanaf ${shortDate(from)}.`, '');
    return day;
  }

  /** People from the picker: their object ids, joined by commas; each once, in lower case. */
  people(id: string, most: number): string[] {
    const parts = this.#value(id).split(',');
    const ids = [...new Set(parts.map((part) => part.trim().toLowerCase()).filter((part) => part !== ''))];
    if (ids.length > most) return this.wrong(id, `Kies hoogstens ${most} mensen.`, []);
    if (ids.every((one) => guid.test(one))) return ids;
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
