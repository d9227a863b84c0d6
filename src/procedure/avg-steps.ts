import { hasOpenWork } from './access.ts';
import { answerErasure, liftHold, requestErasure, setHold } from './articles/avg-erasure.ts';
import { answerRedaction, requestRedaction } from './articles/avg-redaction.ts';
import { stages } from './model/complaint.ts';
import { type StepRule, stays, unless, unlessHeld } from './step-rule.ts';

type AvgStep =
  | 'request-erasure'
  | 'answer-erasure'
  | 'set-hold'
  | 'lift-hold'
  | 'request-redaction'
  | 'answer-redaction';

/** The steps that are in no article of the regulation: what the AVG asks, and a legal hold. */
export const avgSteps: { [S in AvgStep]: StepRule<S> } = {
  'request-erasure': {
    by: ['officer', 'handler'],
    moves: stays(['closed']),
    whyNot: (complaint) => unlessHeld(complaint, !complaint.erasureRequest && !hasOpenWork(complaint)),
    decide: requestErasure,
  },
  'answer-erasure': {
    by: ['officer', 'handler', 'second-to-agree'],
    moves: stays(['closed']),
    whyNot: (complaint) => unlessHeld(complaint, complaint.erasureRequest !== undefined),
    decide: answerErasure,
  },
  'set-hold': {
    by: ['officer', 'handler'],
    moves: stays(stages),
    whyNot: ({ hold }) => unless(!hold, 'on-hold'),
    decide: setHold,
  },
  'lift-hold': {
    by: ['officer', 'handler'],
    moves: stays(stages),
    whyNot: ({ hold }) => unless(hold !== undefined, 'not-now'),
    decide: liftHold,
  },
  'request-redaction': {
    by: ['officer', 'handler'],
    moves: stays(stages),
    whyNot: (complaint) => unlessHeld(complaint, !complaint.redactionRequest && !complaint.erased),
    decide: requestRedaction,
  },
  'answer-redaction': {
    by: ['officer', 'handler', 'second-to-redact'],
    moves: stays(stages),
    whyNot: (complaint) => unlessHeld(complaint, complaint.redactionRequest !== undefined),
    decide: answerRedaction,
  },
};
