import type { FieldErrors } from '../forms/form-reader.ts';
import { limits } from '../forms/limits.ts';

/** Characters shown again above what a field takes, so that one who typed too much can see what to cut. */
const shownBeyond = 100;

/** What a form shows in its fields: a text for every id, empty where there is none. */
export const shownValues = <Id extends string>(
  ids: readonly Id[],
  values: Record<string, string>,
  most: (id: Id) => number = () => limits.line,
): Record<Id, string> => everyId(ids, (id) => [...own(values, id)].slice(0, most(id) + shownBeyond).join(''));

/** The errors of a form: a text for every id, empty where all is well. */
export const shownErrors = <Id extends string>(ids: readonly Id[], errors: FieldErrors): Record<Id, string> =>
  everyId(ids, (id) => own(errors, id));

const own = (texts: Record<string, string>, id: string): string =>
  Object.hasOwn(texts, id) ? (texts[id] ?? '') : '';

const everyId = <Id extends string>(ids: readonly Id[], text: (id: Id) => string) =>
  Object.fromEntries(ids.map((id) => [id, text(id)])) as Record<Id, string>;
