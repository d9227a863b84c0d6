import { type CaseNumber, isCaseNumber } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { mostInSubject, type Score, scores } from '../../procedure/model/learning.ts';
import { isPersonId, type PersonId } from '../../procedure/model/person-id.ts';
import { type Instant, isInstant, isLocalDate, type LocalDate } from '../../time/local-date.ts';
import type { Recipient } from './message.ts';

/** Tells whether an unknown value is a T. Its readers rely on that, so it must check every field. */
export type Check<T> = (value: unknown) => value is T;

export const text: Check<string> = (value) => typeof value === 'string';
/** The only value of a field that is absent where it does not hold. */
export const yes: Check<true> = (value) => value === true;
export const flag: Check<boolean> = (value) => typeof value === 'boolean';
export const count: Check<number> = (value): value is number => Number.isInteger(value);
export const safeInteger: Check<number> = (value): value is number => Number.isSafeInteger(value);
export const finite: Check<number> = (value): value is number => Number.isFinite(value);
/** Tells whether a day lies in the years that a register can be about: far enough from the edges of time to reckon with. */
const isOfOurs = (text: string): boolean => text >= '1900' && text < '2300';

export const day: Check<LocalDate> = (value): value is LocalDate =>
  text(value) && isLocalDate(value) && isOfOurs(value);
export const moment: Check<Instant> = (value): value is Instant =>
  text(value) && isInstant(value) && isOfOurs(value);
export const anId: Check<PersonId> = (value): value is PersonId => text(value) && isPersonId(value);
export const aNumber: Check<CaseNumber> = (value): value is CaseNumber => text(value) && isCaseNumber(value);
export const object: Check<Record<string, unknown>> = (value): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const optional = <T>(check: Check<T>): Check<T | undefined> => either(absent, check);
const absent: Check<undefined> = (value) => value === undefined;

export const orNull = <T>(check: Check<T>): Check<T | null> => either(none, check);
const none: Check<null> = (value) => value === null;

const either =
  <A, B>(one: Check<A>, other: Check<B>): Check<A | B> =>
  (value): value is A | B =>
    one(value) || other(value);

export const listOf =
  <T>(check: Check<T>): Check<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(check);

export const pairOf =
  <A, B>(first: Check<A>, second: Check<B>): Check<[A, B]> =>
  (value): value is [A, B] =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);

/** An object with fields of any name. */
export const recordOf =
  <T>(check: Check<T>): Check<Record<string, T>> =>
  (value): value is Record<string, T> =>
    object(value) && Object.values(value).every(check);

export const oneOf =
  <const T extends string>(...values: readonly T[]): Check<T> =>
  (value): value is T =>
    values.some((one) => one === value);

/** The keys of a record that the compiler keeps complete: every word of a type. */
export const wordOf = <T extends string>(all: Record<T, unknown>): Check<T> => {
  const words = new Set(Object.keys(all));
  return (value): value is T => text(value) && words.has(value);
};

/** A check of every field of a type; leaving one out does not compile. */
export type Checks<T> = { [Name in keyof Required<T>]: Check<T[Name]> };

/** Checks every field of a type. Other fields are allowed. */
export const fields = <T extends object>(checks: Checks<T>): Check<T> => {
  const all = Object.entries<Check<unknown>>(checks);
  return (value): value is T => object(value) && all.every(([name, check]) => check(value[name]));
};

/** Tells whether a value is a subject: one short line, because it stays when the texts are erased; or '', where it was taken away. */
export const aSubject: Check<string> = (value): value is string =>
  text(value) && value.length <= mostInSubject && !/[\r\n]/.test(value);

export const aScore: Check<Score> = (value): value is Score => scores.some((one) => one === value);

export const aPerson = fields<Person>({ id: anId, name: text });

const recipients: { [K in Recipient['kind']]: Check<Extract<Recipient, { kind: K }>> } = {
  person: fields({ kind: oneOf('person'), id: anId }),
  channel: fields({ kind: oneOf('channel') }),
  mail: fields({ kind: oneOf('mail') }),
};

export const aRecipient: Check<Recipient> = (value): value is Recipient =>
  Object.values(recipients).some((check) => check(value));
