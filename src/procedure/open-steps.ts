import { mayCommand, type View } from './access.ts';
import { openMeasures } from './articles/art06-answer.ts';
import { hasLapsed } from './articles/art07-objection.ts';
import { decisionMakers } from './articles/art08-decision.ts';
import type { Context, Step } from './commands.ts';
import type { Complaint, Person, Stage } from './complaint.ts';
import { waitingLetters } from './letter.ts';

const open: readonly Stage[] = [
  'registered',
  'acknowledged',
  'answered',
  'objected',
  'hearing-offered',
  'heard',
  'waived',
];
const beforeTheAnswer: readonly Stage[] = ['registered', 'acknowledged'];

/**
 * In which stages a step can be taken: the transition table of the regulation. The order is that of the buttons on the
 * card: what the articles demand first, what is possible at any time after it.
 */
export const possible: Record<Step, readonly Stage[]> = {
  acknowledge: ['registered'],
  answer: ['acknowledged'],
  agree: ['answered'],
  object: ['answered'],
  'offer-hearing': ['objected', 'hearing-offered', 'heard'],
  'record-hearing': ['objected', 'hearing-offered'],
  'waive-hearing': ['objected', 'hearing-offered'],
  decide: ['waived'],
  close: ['answered', 'heard', 'waived'],
  'send-by-hand': [...open, 'closed'],
  'request-statement': beforeTheAnswer,
  'record-statement': open,
  'give-statement': open,
  'complete-measure': [...open, 'closed'],
  'hand-over': open,
  'add-note': open,
  'add-respondent': open,
  'record-experts': open,
  'correct-date': open,
  'correct-facts': open,
  withdraw: open,
  'request-erasure': ['closed'],
  'answer-erasure': ['closed'],
  'set-hold': [...open, 'closed'],
  'lift-hold': [...open, 'closed'],
};

/** The steps that send a letter: not while another one waits for the mail server. */
const withLetter: readonly Step[] = ['acknowledge', 'answer', 'offer-hearing', 'record-hearing', 'decide'];

/** Whether the stage, and what the step needs besides it, allow a step; who takes it is for `access.ts`. */
export function isPossible(step: Step, complaint: Complaint): boolean {
  if (!possible[step].includes(complaint.stage)) return false;
  if (withLetter.includes(step)) return waitingLetters(complaint).length === 0;
  switch (step) {
    case 'send-by-hand':
      return waitingLetters(complaint).length > 0;
    case 'request-statement':
      return complaint.respondents.length > 0;
    case 'request-erasure':
      return !complaint.erasureRequest && !complaint.hold && openMeasures(complaint).length === 0;
    case 'answer-erasure':
      return complaint.erasureRequest !== undefined;
    case 'set-hold':
      return !complaint.hold;
    case 'lift-hold':
      return complaint.hold !== undefined;
    case 'complete-measure':
      return openMeasures(complaint).length > 0;
    default:
      return true;
  }
}

/** Closing waits for the month of Art. 7, and for a board that can decide (Art. 8). */
function isUseful(step: Step, complaint: Complaint, context: View): boolean {
  if (step !== 'close') return true;
  if (complaint.stage === 'answered') return hasLapsed(complaint, context);
  return complaint.stage !== 'waived' || decisionMakers(complaint, context.desk).length === 0;
}

/** The steps that somebody can take on a complaint now, in the order of the buttons. */
export const openSteps = (actor: Person, complaint: Complaint, context: View): Step[] =>
  (Object.keys(possible) as Step[]).filter(
    (step) =>
      isPossible(step, complaint) &&
      isUseful(step, complaint, context) &&
      mayCommand(actor, step, complaint, context),
  );

export type { Context, Step };
