import { standings, type View } from './access.ts';
import type { Step } from './model/commands.ts';
import type { Complaint, Person } from './model/complaint.ts';
import { waitingLetters } from './model/letter.ts';
import { type Obstacle, orClosed } from './step-rule.ts';
import { stepNames, steps } from './steps.ts';

/** Tells whether somebody may take that step at all; `obstacleTo` tells whether it is possible now. */
export const mayCommand = (actor: Person, step: Step, complaint: Complaint, view: View): boolean =>
  standings(actor, complaint, view).some((standing) => steps[step].by.includes(standing));

/** Finds why a step is not possible for anybody; undefined when it is. */
export function obstacleTo(step: Step, complaint: Complaint): Obstacle | undefined {
  const { moves, elsewhere = { code: 'not-now' }, sendsLetter, whyNot } = steps[step];
  if (!(complaint.stage in moves)) return orClosed(complaint, elsewhere);
  if (complaint.supposed && reachesSomebody(step)) return { code: 'name-not-judged', article: 5 };
  if (sendsLetter && waitingLetters(complaint).length > 0) return { code: 'letter-waits' };
  return whyNot?.(complaint);
}

/** Tells whether a step writes to the complainant, or turns to respondents: that waits until it is known whom the complaint is about. */
const reachesSomebody = (step: Step): boolean =>
  steps[step].sendsLetter === true || respondentSteps.includes(step);

const respondentSteps: readonly Step[] = [
  'request-statement',
  'record-statement',
  'remove-respondent',
  'withdraw',
];

/** Lists the steps that somebody can take on a complaint now, in the order of the buttons. */
export const openSteps = (actor: Person, complaint: Complaint, view: View): Step[] =>
  stepNames.filter(
    (step) =>
      !obstacleTo(step, complaint) &&
      mayCommand(actor, step, complaint, view) &&
      (steps[step].isUseful?.(complaint, view, actor) ?? true),
  );
