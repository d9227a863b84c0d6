import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Check } from './checks.ts';

/** The id of a small document, and the check of its content. */
export type MemoKey<T> = { id: string; check: Check<T> };

/** Removes a complaint from the content of a kind that connects somebody with one. */
type Without<T> = (content: T, number: string) => T;

const kindOf = <T>(begin: string, check: Check<T>, without?: Without<T>) => ({
  /** The id, or the prefix of the ids. */
  begin,
  check,
  without:
    without &&
    ((content: unknown, number: string): unknown => (check(content) ? without(content, number) : content)),
});

/** Defines a kind with one document. */
export const single = <T>(id: string, check: Check<T>, without?: Without<T>) => ({
  ...kindOf(id, check, without),
  id,
});

/** Defines a kind with a document for each chat, line or conversation. */
export const each = <T>(begin: string, check: Check<T>, without?: Without<T>) => ({
  ...kindOf(begin, check, without),
  of: (which: string): MemoKey<T> => ({ id: `${begin}${which}`, check }),
});

/** Defines a kind with a document for each person, under their id. */
export const eachPerson = <T>(begin: string, check: Check<T>, without?: Without<T>) => {
  const kind = each(begin, check, without);
  return { ...kind, of: (who: PersonId): MemoKey<T> => kind.of(who) };
};
