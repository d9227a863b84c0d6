import { recordLesson } from './articles/art00-learning.ts';
import { canBeAsked, recordSatisfaction } from './articles/art00-satisfaction.ts';
import { orClosed, type StepRule, stays, unless, within } from './step-rule.ts';

type LearningStep = 'record-satisfaction' | 'record-lesson';

/**
 * The steps by which Ballance learns from what is over (Inleiding): how content the complainant is, and what was learned of what was remedied
 * on the spot, which no form of its handler closed.
 */
export const learningSteps: { [S in LearningStep]: StepRule<S> } = {
  'record-satisfaction': {
    by: ['handler'],
    ...within({ closed: ['closed'] }, recordSatisfaction),
    whyNot: (complaint) => unless(canBeAsked(complaint), 'not-to-be-asked'),
  },
  'record-lesson': {
    by: ['handler'],
    moves: stays(['closed']),
    whyNot: (complaint) => orClosed(complaint, unless(complaint.closed?.outcome === 'remedied', 'not-now')),
    isUseful: ({ subject, lesson }) => !subject || !lesson,
    decide: recordLesson,
  },
};
