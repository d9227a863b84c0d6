import { mayCommand } from './access.ts';
import type { Command } from './commands.ts';
import type { Complaint, Person, Stage } from './complaint.ts';
import type { Desk } from './desk.ts';

/** A command on an existing complaint: a button on its card. */
export type Step = Exclude<Command['type'], 'register'>;

/** In which stages a step can be taken, in the order in which the buttons stand on the card. */
const possible: Record<Step, readonly Stage[]> = {
  acknowledge: ['registered'],
  'add-note': ['registered', 'acknowledged'],
  'hand-over': ['registered', 'acknowledged'],
  withdraw: ['registered', 'acknowledged'],
};

export const isPossible = (step: Step, stage: Stage): boolean => possible[step].includes(stage);

/** The steps that somebody can take on a complaint now. */
export const openSteps = (actor: Person, complaint: Complaint, desk: Desk): Step[] =>
  (Object.keys(possible) as Step[]).filter(
    (step) => isPossible(step, complaint.stage) && mayCommand(actor, step, complaint, desk),
  );
