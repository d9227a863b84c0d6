import { mayCommand, type View } from './access.ts';
import { successors } from './articles/art05-handler.ts';
import { openMeasures } from './articles/art06-answer.ts';
import { hasLapsed, isClosedByTheMonth } from './articles/art07-objection.ts';
import { decisionMakers } from './articles/art08-decision.ts';
import type { Context, Step } from './commands.ts';
import type { Complaint, Person } from './complaint.ts';
import { waitingLetters } from './letter.ts';
import { hasLooseEnds } from './loose-ends.ts';
import { isKnownIn, transitions } from './transitions.ts';

/** The steps that send a letter: not while another one waits for the mail server. */
const withLetter: readonly Step[] = ['acknowledge', 'answer', 'offer-hearing', 'record-hearing', 'decide'];

/** Whether the stage, and what the step needs besides it, allow a step; who takes it is for `access.ts`. */
export function isPossible(step: Step, complaint: Complaint): boolean {
  if (!isKnownIn(complaint.stage, step)) return false;
  if (withLetter.includes(step)) return waitingLetters(complaint).length === 0;
  switch (step) {
    case 'object':
      return complaint.stage !== 'closed' || isClosedByTheMonth(complaint);
    case 'send-by-hand':
      return waitingLetters(complaint).length > 0;
    case 'request-statement':
    case 'remove-respondent':
      return complaint.respondents.length > 0;
    case 'request-erasure':
      return !complaint.erasureRequest && !complaint.hold && !hasLooseEnds(complaint);
    case 'answer-erasure':
      return complaint.erasureRequest !== undefined && !complaint.hold;
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

/** Closing waits for the month of Art. 7, and for a board that can decide (Art. 8); handing over needs somebody. */
function isUseful(step: Step, complaint: Complaint, context: View): boolean {
  if (step === 'hand-over') return successors(complaint, context).length > 0;
  if (step !== 'close') return true;
  if (complaint.stage === 'answered') return hasLapsed(complaint, context);
  return complaint.stage !== 'waived' || decisionMakers(complaint, context.desk).length === 0;
}

/** The steps that somebody can take on a complaint now, in the order of the buttons. */
export const openSteps = (actor: Person, complaint: Complaint, context: View): Step[] =>
  (Object.keys(transitions) as Step[]).filter(
    (step) =>
      isPossible(step, complaint) &&
      mayCommand(actor, step, complaint, context) &&
      isUseful(step, complaint, context),
  );

export type { Context, Step };
