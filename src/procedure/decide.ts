import { learned } from './articles/art00-learning.ts';
import { readdressed } from './articles/art04-corrections.ts';
import { register } from './articles/art04-registration.ts';
import { untrueLetters } from './articles/letters-at-closing.ts';
import { evolve } from './evolve.ts';
import type { Command, Context, Step, StepCommand } from './model/commands.ts';
import type { Complaint, Person } from './model/complaint.ts';
import type { Event } from './model/events.ts';
import { Refusal } from './model/refusal.ts';
import { mayCommand, obstacleTo } from './open-steps.ts';
import { assertInOrder } from './order-of-events.ts';
import { steps } from './steps.ts';

/**
 * Decides on a command by the regulation: returns its events, or throws a `Refusal` with the article. Pure: the same
 * complaint, command and context always give the same result.
 */
export function decide(complaint: Complaint | undefined, command: Command, context: Context): Event[] {
  if (command.type === 'register') return register(command, context);
  if (!complaint) throw new Refusal('unknown-complaint');
  assertStepAllowed(command.type, command.by, complaint, context);
  return takeStep(complaint, command, context);
}

/** Refuses a step that is not for this person, or not for this stage; `decide` may still refuse what is filled in. */
export function assertStepAllowed(step: Step, by: Person, complaint: Complaint, context: Context): void {
  if (!mayCommand(by, step, complaint, context)) throw new Refusal('not-the-handler', 5);
  assertStepPossible(step, complaint);
}

/** Refuses a step that is not for this stage, whoever takes it. */
export function assertStepPossible(step: Step, complaint: Complaint): void {
  const obstacle = obstacleTo(step, complaint);
  if (obstacle) throw new Refusal(obstacle.code, obstacle.article);
}

/** Decides on a step that `assertStepAllowed`, or who calls this in its place, has allowed. */
export function takeStep<S extends Step>(
  complaint: Complaint,
  command: StepCommand<S>,
  context: Context,
): Event[] {
  const step: S = command.type;
  const besides = [...readdressed(complaint, command, context), ...learned(complaint, command, context)];
  const reached = besides.reduce<Complaint>(evolve, complaint);
  const decided = [...besides, ...steps[step].decide(reached, command, context)];
  const events = [...decided, ...untrueLetters(complaint, decided, context)].map((event) =>
    recorded(event, context),
  );
  assertInOrder(complaint, events.reduce<Complaint>(evolve, complaint), events);
  return events;
}

/** Notes on which day a closing was recorded, where that is later: the years of retention count from there. */
const recorded = (event: Event, { today }: Context): Event =>
  event.type === 'closed' && event.on < today ? { ...event, recordedOn: today } : event;
