import { shortDate } from '../../letters/dutch-date.ts';
import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Field } from './field.ts';
import type { Days, FormReader } from './form-reader.ts';
import { lines } from './lines-field.ts';
import { parseDay } from './parse-day.ts';
import type { Asked } from './text-fields.ts';

/** A measure as it is typed: who and when are absent where the form asks for them once, for all. */
export type TypedMeasure = { what: string; owner?: string; dueOn?: LocalDate };

/** Measures, one to a line; behind one may stand who sees to it, and when: 'Training; Fatima; 24-12-2026'. */
export const measures = (
  label: string,
  most: number,
  days: Days,
  asked: Asked = {},
): Field<TypedMeasure[]> => ({
  ...lines(label, most, asked),
  read: (form, id) => form.lines(id, most).map((line) => measureIn(line, { form, id, days })),
});

type Place = { form: FormReader; id: string; days: Days };

function measureIn(line: string, { form, id, days: { from, through } }: Place): TypedMeasure {
  const parts = line.split(';').map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || !looksLikeADay(last)) return { what: line };
  const [owner, ...what] = parts.length > 2 ? [parts.at(-2), ...parts.slice(0, -2)] : [undefined, parts[0]];
  const dueOn = parseDay(last);
  if (!dueOn)
    return form.wrong(id, `De datum “${last}” bestaat niet. Typ het zo: 24-12-2026.`, { what: line });
  if (dueOn < from || dueOn > through) {
    const said = `Kies bij een maatregel een datum van ${shortDate(from)} tot en met ${shortDate(through)}.`;
    return form.wrong(id, said, { what: line });
  }
  return { what: what.join('; '), owner: owner || undefined, dueOn };
}

const looksLikeADay = (text: string): boolean => /^\d{1,4}\s*[-/. ].*\d{4}$|^\d{4}-/.test(text);
