import { recordLesson } from './articles/art00-learning.ts';
import { canAnswer, recordSatisfaction } from './articles/art00-satisfaction.ts';
import type { Complaint } from './model/complaint.ts';
import { orClosed, type StepRule, stays, unless, within } from './step-rule.ts';

/** Refuses it of another complaint: the form that closed that asked already. */
const wasRemedied = (complaint: Complaint) =>
  orClosed(complaint, unless(complaint.closed?.outcome === 'remedied', 'not-now'));

/** The steps that record what somebody made of a complaint, and nothing that the regulation demands. */
type LearningStep = 'record-satisfaction' | 'record-lesson';

/**
 * The steps by which Ballance learns from what is over (Inleiding: "voor de kwaliteit van onze dienstverlening"): how content the
 * complainant is, and what was learned of what was remedied on the spot, which no form of its handler closed.
 */
export const learningSteps: { [S in LearningStep]: StepRule<S> } = {
  'record-satisfaction': {
    by: ['handler'],
    ...within({ closed: ['closed'] }, recordSatisfaction),
    whyNot: (complaint) => unless(canAnswer(complaint), 'not-to-be-asked'),
  },
  'record-lesson': {
    by: ['handler'],
    moves: stays(['closed']),
    whyNot: wasRemedied,
    isUseful: ({ subject, lesson }) => !subject || !lesson,
    decide: recordLesson,
  },
};
