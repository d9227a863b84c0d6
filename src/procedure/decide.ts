import { mayCommand } from './access.ts';
import { giveStatement, recordStatement, requestStatement } from './articles/art00-both-sides.ts';
import { recordExperts } from './articles/art03-assistance.ts';
import { correctDate, correctFacts, removeRespondent } from './articles/art04-corrections.ts';
import { register } from './articles/art04-registration.ts';
import { acknowledge } from './articles/art05-forward-and-acknowledge.ts';
import { addRespondent, handOver } from './articles/art05-handler.ts';
import { agree, answer, completeMeasure } from './articles/art06-answer.ts';
import { object } from './articles/art07-objection.ts';
import { takeDecision } from './articles/art08-decision.ts';
import { offerHearing, recordHearing, waiveHearing } from './articles/art08-hearing.ts';
import { close } from './articles/art10-court.ts';
import { answerErasure, isAboutKeeping, liftHold, requestErasure, setHold } from './articles/avg-erasure.ts';
import { sendByHand } from './articles/letters.ts';
import { addNote, withdraw } from './articles/no-article.ts';
import type { Command, Context, Step, StepCommand } from './model/commands.ts';
import type { Complaint, Person } from './model/complaint.ts';
import type { Event } from './model/events.ts';
import { Refusal } from './model/refusal.ts';
import { isKnownIn, isPossible } from './steps.ts';

/**
 * What follows from a command under the regulation: its events, or a `Refusal` with the article that stands in the
 * way. Pure: the same complaint, command and context always give the same answer.
 */
export function decide(complaint: Complaint | undefined, command: Command, context: Context): Event[] {
  if (command.type === 'register') return register(command, context);
  if (!complaint) throw new Refusal('unknown-complaint');
  assertStepAllowed(command.type, command.by, complaint, context);
  return takeStep(complaint, command, context);
}

/** Refuses a step that is not for this person, or not for this stage; what is filled in may be refused after it. */
export function assertStepAllowed(step: Step, by: Person, complaint: Complaint, context: Context): void {
  if (!mayCommand(by, step, complaint, context)) throw new Refusal('not-the-handler', 5);
  if (!isPossible(step, complaint)) throw notPossible(complaint, step);
}

function notPossible(complaint: Complaint, type: Step): Refusal {
  if (isAboutKeeping(type)) return new Refusal(complaint.hold ? 'on-hold' : 'not-now');
  if (complaint.stage === 'closed') return new Refusal('closed');
  if (!isKnownIn(complaint.stage, type)) return new Refusal('not-now');
  if (type === 'send-by-hand') return new Refusal('no-letter-waits');
  if (type === 'request-statement' || type === 'remove-respondent') return new Refusal('not-a-respondent');
  if (type === 'complete-measure') return new Refusal('unknown-measure', 6);
  return new Refusal('letter-waits');
}

function takeStep(complaint: Complaint, command: StepCommand, context: Context): Event[] {
  switch (command.type) {
    case 'acknowledge':
      return acknowledge(complaint, command, context);
    case 'request-statement':
      return requestStatement(complaint, command, context);
    case 'record-statement':
      return recordStatement(complaint, command, context);
    case 'give-statement':
      return giveStatement(complaint, command, context);
    case 'answer':
      return answer(complaint, command, context);
    case 'agree':
      return agree(complaint, command, context);
    case 'object':
      return object(complaint, command, context);
    case 'offer-hearing':
      return offerHearing(complaint, command, context);
    case 'record-hearing':
      return recordHearing(complaint, command, context);
    case 'waive-hearing':
      return waiveHearing(complaint, command, context);
    case 'decide':
      return takeDecision(complaint, command, context);
    case 'close':
      return close(complaint, command, context);
    case 'withdraw':
      return withdraw(complaint, command, context);
    case 'hand-over':
      return handOver(complaint, command, context);
    case 'add-respondent':
      return addRespondent(complaint, command, context);
    case 'remove-respondent':
      return removeRespondent(complaint, command, context);
    case 'record-experts':
      return recordExperts(command, context);
    case 'complete-measure':
      return completeMeasure(complaint, command, context);
    case 'correct-date':
      return correctDate(complaint, command, context);
    case 'correct-facts':
      return correctFacts(complaint, command, context);
    case 'send-by-hand':
      return sendByHand(complaint, command, context);
    case 'add-note':
      return addNote(command, context);
    case 'request-erasure':
      return requestErasure(command, context);
    case 'answer-erasure':
      return answerErasure(complaint, command, context);
    case 'set-hold':
      return setHold(command, context);
    case 'lift-hold':
      return liftHold(context);
    default:
      return command satisfies never;
  }
}
