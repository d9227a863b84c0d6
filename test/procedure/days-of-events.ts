import type { Event, EventOf } from '../../src/procedure/model/events.ts';
import type { LocalDate } from '../../src/time/local-date.ts';

/** The days that an event holds, of itself. */
type DayOf<E> = { [K in keyof E]-?: NonNullable<E[K]> extends LocalDate ? K : never }[keyof E];

/** What the day of an event is: that of recording it, one that somebody types of what has happened, or one that is still to come or follows from others. */
export type KindOfDay = 'today' | 'typed' | 'reckoned';

/** Every event that has a day, and what each of its days is: one that is not in it does not compile. */
export const daysOfEvents = {
  registered: { receivedOn: 'typed', registeredOn: 'today' },
  forwarded: { on: 'today' },
  'left-unassigned': { on: 'today' },
  'handed-over': { on: 'today' },
  'letter-sent': { sentOn: 'typed', countsAsReceivedOn: 'reckoned' },
  'letter-queued': { on: 'today', dueOn: 'reckoned', acknowledgeBy: 'reckoned' },
  'letter-requeued': { on: 'today', dueOn: 'reckoned', acknowledgeBy: 'reckoned' },
  'letter-renewed': { on: 'today', dueOn: 'reckoned', acknowledgeBy: 'reckoned' },
  'letter-withdrawn': { on: 'today' },
  'respondent-added': { on: 'today' },
  'respondent-removed': { on: 'today' },
  'statement-requested': { on: 'today', dueOn: 'reckoned' },
  'statement-recorded': { on: 'typed' },
  'mediation-offered': { on: 'today' },
  'mediation-called-off': { on: 'today' },
  mediated: { on: 'typed' },
  'complaint-worded': { on: 'today' },
  'experts-recorded': { on: 'today' },
  'answer-drawn-up': { on: 'today' },
  delayed: { on: 'today', until: 'reckoned' },
  'measure-done': { on: 'typed' },
  'measure-moved': { on: 'today', to: 'reckoned' },
  objected: { receivedOn: 'typed', sentOn: 'typed' },
  'late-objection-refused': { receivedOn: 'typed', sentOn: 'typed' },
  'hearing-offered': { on: 'today' },
  heard: { on: 'typed' },
  'hearing-waived': { on: 'typed' },
  'waiver-taken-back': { on: 'today' },
  'decision-taken': { on: 'today' },
  joined: { on: 'today' },
  learned: { on: 'today' },
  'satisfaction-recorded': { on: 'typed' },
  'note-added': { on: 'today' },
  'document-added': { on: 'today' },
  'dossier-exported': { on: 'today' },
  'date-corrected': { from: 'reckoned', to: 'typed', receiptRead: 'reckoned' },
  'facts-corrected': { on: 'today' },
  'erasure-requested': { on: 'today' },
  'erasure-declined': { on: 'today' },
  'redaction-requested': { on: 'today' },
  'redaction-declined': { on: 'today' },
  redacted: { on: 'today' },
  erased: { on: 'today' },
  'hold-set': { on: 'today' },
  'hold-lifted': { on: 'today' },
  'document-removed': { on: 'today' },
  closed: { on: 'typed', recordedOn: 'today' },
  reopened: { on: 'today' },
  parted: { on: 'today' },
  'name-confirmed': { on: 'today' },
} as const satisfies { [T in Event['type']]: Record<DayOf<EventOf<T>>, KindOfDay> };

type Days = typeof daysOfEvents;

/** Every day that somebody types, as `event day`. */
export type TypedDay = {
  [T in keyof Days]: {
    [K in keyof Days[T]]: Days[T][K] extends 'typed' ? `${T} ${K & string}` : never;
  }[keyof Days[T]];
}[keyof Days];

/** Lists the days of an event, with what each is. */
export const daysIn = (event: Event): { kind: KindOfDay; day: LocalDate }[] =>
  Object.entries<KindOfDay>(daysOfEvents[event.type]).flatMap(([name, kind]) => {
    const day = Object.entries(event).find(([key]) => key === name)?.[1];
    return day ? [{ kind, day }] : [];
  });
