import type { Event, EventOf } from '../../procedure/model/events.ts';
import { dispatchManners, letterKinds } from '../../procedure/model/letter.ts';
import { type Checks, count, day, oneOf, optional, text, yes } from './checks.ts';
import { anAgain, maybePromised } from './letter-check.ts';

/** The checks of one event: every fact, and every field of `personal` where it has that. */
export type EventChecks<E extends Event> = { facts: Checks<Omit<E, 'type' | 'personal'>> } & (E extends {
  personal: infer Personal;
}
  ? { personal: Checks<Personal> }
  : { personal?: never });

const aLetter = {
  kind: oneOf(...letterKinds),
  promised: maybePromised,
  again: optional(anAgain),
  automatic: optional(yes),
};

/** What is asked of a letter that waits, and what it promises. */
const askedOfLetter = {
  dueOn: optional(day),
  promised: maybePromised,
  acknowledgeBy: optional(day),
};

type LetterEvent =
  | 'letter-sent'
  | 'letter-queued'
  | 'letter-withdrawn'
  | 'letter-requeued'
  | 'letter-renewed';

/** What the events of a letter hold. */
export const letterEvents: { [T in LetterEvent]: EventChecks<EventOf<T>> } = {
  'letter-sent': {
    facts: {
      ...aLetter,
      letter: optional(count),
      sentOn: day,
      manner: oneOf(...dispatchManners),
      countsAsReceivedOn: day,
      daysLate: count,
      acknowledgedDaysLate: optional(count),
    },
    personal: { text },
  },
  'letter-queued': {
    facts: { on: day, ...aLetter, ...askedOfLetter },
    personal: { text, to: text },
  },
  'letter-withdrawn': { facts: { on: day, letter: count, because: optional(oneOf('closed', 'reopened')) } },
  'letter-requeued': {
    facts: { on: day, letter: count, ...askedOfLetter },
    personal: { text: optional(text), to: optional(text) },
  },
  'letter-renewed': {
    facts: { on: day, letter: count, ...askedOfLetter },
    personal: { text, to: optional(text) },
  },
};
