import { hasOpenWork, mayCommand, type View } from './access.ts';
import { successors } from './articles/art05-handler.ts';
import { openMeasures } from './articles/art06-answer.ts';
import { hasLapsed, isClosedByTheMonth } from './articles/art07-objection.ts';
import { decisionMakers } from './articles/art08-decision.ts';
import type { Step } from './model/commands.ts';
import { type Complaint, type Person, type Stage, stages } from './model/complaint.ts';
import { waitingLetters } from './model/letter.ts';

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
      return !complaint.erasureRequest && !complaint.hold && !hasOpenWork(complaint);
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

export type { Step };

/** To which stages something can lead, from each stage in which it is possible. */
type Moves = Partial<Record<Stage, readonly Stage[]>>;

const open = stages.filter((stage) => stage !== 'closed');

const stays = (from: readonly Stage[]): Moves => Object.fromEntries(from.map((stage) => [stage, [stage]]));
const closes = (from: readonly Stage[]): Moves =>
  Object.fromEntries(from.map((stage) => [stage, ['closed' as const]]));

/**
 * The transition table of the regulation: in which stages a step can be taken, and where it leads once its letter, if
 * it has one, is out. The order is that of the buttons on the card: what the articles demand first, what is possible at any time
 * after it.
 */
export const transitions: Record<Step, Moves> = {
  acknowledge: { registered: ['acknowledged'] },
  answer: { acknowledged: ['answered'] },
  agree: { answered: ['closed'] },
  object: { answered: ['objected', 'closed'], closed: ['objected', 'closed'] },
  'offer-hearing': {
    objected: ['hearing-offered'],
    'hearing-offered': ['hearing-offered'],
    heard: ['hearing-offered'],
  },
  'record-hearing': {
    objected: ['heard', 'closed'],
    'hearing-offered': ['heard', 'closed'],
    heard: ['heard', 'closed'],
  },
  'waive-hearing': { objected: ['waived'], 'hearing-offered': ['waived'] },
  decide: { waived: ['closed'] },
  close: closes(['answered', 'heard', 'waived']),
  // It leads where the step leads whose letter it sends.
  'send-by-hand': stays(stages),
  'request-statement': stays(['registered', 'acknowledged']),
  'record-statement': stays(open),
  'give-statement': stays(open),
  'complete-measure': stays(stages),
  'hand-over': stays(open),
  'add-note': stays(open),
  'add-respondent': stays(open),
  'remove-respondent': stays(open),
  'record-experts': stays(open),
  'correct-date': stays(open),
  'correct-facts': stays(open),
  withdraw: closes(open),
  'request-erasure': stays(['closed']),
  'answer-erasure': stays(['closed']),
  'set-hold': stays(stages),
  'lift-hold': stays(stages),
};

/** Whether a complaint in that stage knows that step at all. */
export const isKnownIn = (stage: Stage, step: Step): boolean => stage in transitions[step];
