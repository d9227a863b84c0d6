import { shortDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Asked, lines, type TextField } from './fields.ts';
import { type Days, type FormReader, typedThere } from './form-reader.ts';
import { noSuchDay, whichDay } from './read-day.ts';
import { limits } from './text.ts';

/** A measure as it was typed: owner and day are absent where the form asks for them once, for all measures. */
export type TypedMeasure = { what: string; owner?: string; dueOn?: LocalDate };

/** Makes a field for measures, one a line, each with an optional owner and day: 'Training; Fatima; 24-12-2026'. */
export const measures = (
  label: string,
  most: number,
  days: Days,
  asked: Asked = {},
): TextField<TypedMeasure[]> => ({
  ...lines(label, most, asked),
  read: (form, id) => form.lines(id, most).map((line) => measureIn(line, { form, id, days })),
});

type Place = { form: FormReader; id: string; days: Days };

function measureIn(line: string, { form, id, days: { from, through } }: Place): TypedMeasure {
  const parts = line.split(';').map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || !looksLikeADay(last)) return { what: line };
  const [owner, ...what] = parts.length > 2 ? [parts.at(-2), ...parts.slice(0, -2)] : [undefined, parts[0]];
  const read = form.dayIn(last);
  const { day: dueOn, or } = read;
  if (dueOn && or)
    return form.wrong(id, `${typedThere(last)} ${whichDay(dueOn, or)} ${typeIt}`, { what: line });
  if (!dueOn) return form.wrong(id, `${typedThere(last)} ${noSuchDay(read)} ${typeIt}`, { what: line });
  if (dueOn < from || dueOn > through) {
    const said = `Kies bij een maatregel een datum van ${shortDate(from)} tot en met ${shortDate(through)}.`;
    return form.wrong(id, said, { what: line });
  }
  return { what: what.join('; '), owner: owner || undefined, dueOn };
}

const typeIt = 'Typ de maand in letters: 24 december 2026.';

/**
 * Tells whether a text is meant as a day (digits with marks between them, or with a name of a month), so that a typo in it is
 * asked about.
 */
const looksLikeADay = (text: string): boolean =>
  text.length <= limits.day &&
  (/^\d{4} ?[-/.]/.test(text) ||
    /^\d{8}$/.test(text) ||
    /^\d{1,2} ?([-/.]) ?\d{1,2} ?\1 ?\d{2,4}$/.test(text) ||
    (/^\d{1,2} ?[-/. ]/.test(text) && /\d{4}$/.test(text)));
