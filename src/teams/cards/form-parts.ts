import { oneLine } from '../../letters/readable.ts';
import type { Input } from '../form/fields.ts';
import { type FieldErrors, typedThere } from '../form/form-reader.ts';
import { readDay } from '../form/read-day.ts';
import { readTime } from '../form/text.ts';

/** The value of an input, and below it what was typed where the input cannot show that. */
type Shown = { value: string; lost?: string };

/**
 * Converts what was typed to what its input can show: a date as '2026-12-24', a time as '14:30', a field of one line in one
 * line. `locale` is that of the client.
 */
export function shownIn({ type, isMultiline }: Input, typed: string, locale?: string): Shown {
  switch (type) {
    case 'Input.Date': {
      const { day, or } = readDay(typed, locale);
      return day && !or ? { value: day } : unshown(typed, 'Kies de dag opnieuw.');
    }
    case 'Input.Time': {
      const time = readTime(typed);
      return time ? { value: time } : unshown(typed, 'Typ het zo: 14:30.');
    }
    case 'Input.Text':
      return { value: isMultiline ? typed : oneLine(typed) };
    default:
      return { value: typed };
  }
}

const unshown = (typed: string, instead: string): Shown =>
  typed.trim() ? { value: '', lost: `${typedThere(typed)} ${instead}` } : { value: '' };

/** What was typed in a form and its errors; `locale` is that of the client. */
export type FilledIn = { values: Record<string, string>; errors: FieldErrors; locale?: string };

/** Lists what a form shows in its fields and below them: a text for every id, empty where there is none. */
export function shownFields<Id extends string>(
  ids: readonly Id[],
  { values, errors, locale }: FilledIn,
  inputs: Partial<Record<Id, Input>> = {},
): { values: Record<Id, string>; errors: Record<Id, string> } {
  const shown = (id: Id): Shown => shownIn(inputs[id] ?? { type: 'Input.Text' }, own(values, id), locale);
  return {
    values: everyId(ids, (id) => shown(id).value),
    errors: everyId(ids, (id) => own(errors, id) || (shown(id).lost ?? '')),
  };
}

const own = (texts: Record<string, string>, id: string): string =>
  Object.hasOwn(texts, id) ? (texts[id] ?? '') : '';

const everyId = <Id extends string>(ids: readonly Id[], text: (id: Id) => string) =>
  Object.fromEntries(ids.map((id) => [id, text(id)])) as Record<Id, string>;
