import type { MeasureCounts } from '../../procedure/model/answer.ts';
import type { AvgEvent, Conflict, RedactedEntry } from '../../procedure/model/avg.ts';
import type { EventOf } from '../../procedure/model/events.ts';
import { aPerson, count, day, fields, listOf, optional, text } from './checks.ts';
import { because, unnamedDays } from './complaint-check.ts';
import type { EventChecks } from './letter-event-check.ts';

const on = { on: day };

/** Checks what is kept of a respondent at the desk, by pseudonym. */
const conflict = fields<Conflict>({
  person: text,
  after: count,
  measures: optional(fields<MeasureCounts>({ promised: count, taken: count, late: count })),
});

export const entries = listOf(fields<RedactedEntry>({ seq: count, hash: text }));

/**
 * Checks the events of the AVG. The erasure also holds what is counted, which no journal without people tells; what was made illegible
 * which entries that changed.
 */
export const avgEvents: { [T in AvgEvent['type']]: EventChecks<EventOf<T>> } = {
  'erasure-requested': { facts: on, personal: { by: aPerson, reason: text } },
  'erasure-declined': { facts: on, personal: { by: aPerson } },
  'redaction-requested': { facts: on, personal: { by: aPerson, value: text, reason: text } },
  'redaction-declined': { facts: { ...on, entries }, personal: { by: aPerson } },
  redacted: { facts: { ...on, entries, places: count } },
  erased: { facts: { ...on, because, conflicts: optional(listOf(conflict)), unnamedDays } },
  'hold-set': { facts: on, personal: { reason: text } },
  'hold-lifted': { facts: on },
};
