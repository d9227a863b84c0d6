import { wishes } from '../../procedure/model/answer.ts';
import {
  type Again,
  againReasons,
  dispatchManners,
  type Letter,
  letterKinds,
  type PromisedDay,
} from '../../procedure/model/letter.ts';
import { anId, count, day, fields, oneOf, optional, text, wordOf, yes } from './checks.ts';

/** What is read of a letter, and of what it promises. */

export const maybePromised = optional(
  fields<PromisedDay>({
    of: wordOf<PromisedDay['of']>({ answer: true, decision: true, objection: true, measure: true }),
    on: day,
    wish: optional(oneOf(...wishes)),
    measure: optional(text),
  }),
);

export const anAgain = fields<Again>({ letter: count, because: oneOf(...againReasons) });

export const aLetter = fields<Letter>({
  id: count,
  kind: oneOf(...letterKinds),
  text,
  manner: oneOf(...dispatchManners),
  to: optional(text),
  dueOn: optional(day),
  acknowledgeBy: optional(day),
  promised: maybePromised,
  again: optional(anAgain),
  automatic: optional(yes),
  queuedOn: optional(day),
  correctsReceipt: optional(day),
  sentOn: optional(day),
  knewBefore: optional(anId),
  withdrawnOn: optional(day),
  countsAsReceivedOn: optional(day),
});
