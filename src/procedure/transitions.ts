import type { Step } from './commands.ts';
import { type Stage, stages } from './complaint.ts';

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
