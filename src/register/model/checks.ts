import { isLocalDate } from '../../time/local-date.ts';

/** Whether a value of which nothing is known can be worked with. */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';
export const flag: Check = (value) => typeof value === 'boolean';
export const count: Check = Number.isInteger;
export const day: Check = (value) => typeof value === 'string' && isLocalDate(value);
export const moment: Check = (value) => typeof value === 'string' && Number.isFinite(Date.parse(value));
export const object = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
