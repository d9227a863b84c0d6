import type { Instant } from '../procedure/articles/art02-periods.ts';

/** The moment that many milliseconds after the given one. */
export const later = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
