import { hasOpenWork, type Standing, standings, type View } from './access.ts';
import { giveStatement, recordStatement, requestStatement } from './articles/art00-both-sides.ts';
import { dismiss } from './articles/art01-complaint.ts';
import { recordExperts } from './articles/art03-assistance.ts';
import { correctDate, correctFacts, removeRespondent } from './articles/art04-corrections.ts';
import { acknowledge } from './articles/art05-forward-and-acknowledge.ts';
import { addRespondent, handOver, successors } from './articles/art05-handler.ts';
import { agree, answer, completeMeasure, openMeasures } from './articles/art06-answer.ts';
import { hasLapsed, isClosedByTheMonth, object } from './articles/art07-objection.ts';
import { decisionMakers, takeDecision } from './articles/art08-decision.ts';
import { offerHearing, recordHearing, waiveHearing } from './articles/art08-hearing.ts';
import { close } from './articles/art10-court.ts';
import { answerErasure, liftHold, requestErasure, setHold } from './articles/avg-erasure.ts';
import { sendByHand } from './articles/letters.ts';
import { addNote, withdraw } from './articles/no-article.ts';
import type { Context, Step, StepCommand } from './model/commands.ts';
import { type Complaint, type ComplaintIn, type Person, type Stage, stages } from './model/complaint.ts';
import type { Event } from './model/events.ts';
import { waitingLetters } from './model/letter.ts';
import { Refusal, type RefusalCode } from './model/refusal.ts';

/** The stages to which a step can lead, from each stage in which it is possible. */
type Moves = Partial<Record<Stage, readonly Stage[]>>;

/** Why a step is not possible: the code of the refusal, and the article where there is one. */
type Obstacle = { code: RefusalCode; article?: number };

/** The rule of a step: all that the regulation says of it. */
type StepRule<S extends Step> = {
  /** Who may take it; everybody else is refused. */
  by: readonly Standing[];
  /** The stages in which it is possible, and to which it leads once its letter, if it has one, is sent. */
  moves: Moves;
  /** Why it is not possible in any other stage, where that is not said of every step. */
  elsewhere?: Obstacle;
  /** Whether it sends a letter: then it is not possible while another letter waits for the mail server. */
  sendsLetter?: true;
  /** Tells why it is not possible in one of those stages; undefined when it is. */
  whyNot?: (complaint: Complaint) => Obstacle | undefined;
  /** Tells whether there is a reason to offer it now; an offered step may still be refused for what is filled in. */
  isUseful?: (complaint: Complaint, view: View) => boolean;
  /** Decides on it under its article. */
  decide: (complaint: Complaint, command: StepCommand<S>, context: Context) => Event[];
};

const open = stages.filter((stage) => stage !== 'closed');

const stays = (from: readonly Stage[]): Moves => Object.fromEntries(from.map((stage) => [stage, [stage]]));
const closes = (from: readonly Stage[]): Moves =>
  Object.fromEntries(from.map((stage) => [stage, ['closed' as const]]));

/** Decides with what a complaint has in those stages only; in another the step is not possible. */
const within = <From extends Stage, Of>(
  moves: Record<From, readonly Stage[]>,
  decide: (complaint: ComplaintIn<From>, command: Of, context: Context) => Event[],
) => {
  const isWithin = (complaint: Complaint): complaint is ComplaintIn<From> => complaint.stage in moves;
  return {
    moves,
    decide: (complaint: Complaint, command: Of, context: Context): Event[] => {
      if (!isWithin(complaint)) throw new Refusal('not-now');
      return decide(complaint, command, context);
    },
  };
};

const unless = (holds: boolean, code: RefusalCode, article?: number): Obstacle | undefined =>
  holds ? undefined : { code, article };

/** Refuses with the closing of the dossier before any other reason. */
const orClosed = ({ stage }: Complaint, obstacle?: Obstacle): Obstacle | undefined =>
  obstacle && stage === 'closed' ? { code: 'closed' } : obstacle;

const hasRespondents = ({ respondents }: Complaint) => unless(respondents.length > 0, 'not-a-respondent');

/** Refuses erasure with a legal hold before any other reason. */
const unlessHeld = ({ hold }: Complaint, holds: boolean): Obstacle | undefined =>
  hold ? { code: 'on-hold' } : unless(holds, 'not-now');

/**
 * The steps of the regulation, in the order of the buttons on the card: first what the articles demand, then what is possible
 * at any time.
 */
export const steps: { [S in Step]: StepRule<S> } = {
  acknowledge: {
    by: ['handler'],
    moves: { registered: ['acknowledged'] },
    sendsLetter: true,
    decide: acknowledge,
  },
  answer: {
    by: ['handler'],
    moves: { registered: ['answered'], acknowledged: ['answered'] },
    sendsLetter: true,
    decide: answer,
  },
  agree: { by: ['handler'], moves: { answered: ['closed'] }, decide: agree },
  object: {
    by: ['handler'],
    moves: { answered: ['objected', 'closed'], closed: ['objected', 'closed'] },
    whyNot: (complaint) => unless(complaint.stage !== 'closed' || isClosedByTheMonth(complaint), 'closed'),
    decide: object,
  },
  'offer-hearing': {
    by: ['handler'],
    ...within(
      { objected: ['hearing-offered'], 'hearing-offered': ['hearing-offered'], heard: ['hearing-offered'] },
      offerHearing,
    ),
    sendsLetter: true,
  },
  'record-hearing': {
    by: ['handler'],
    ...within(
      { objected: ['heard', 'closed'], 'hearing-offered': ['heard', 'closed'], heard: ['heard', 'closed'] },
      recordHearing,
    ),
    sendsLetter: true,
  },
  'waive-hearing': {
    by: ['handler'],
    ...within({ objected: ['waived'], 'hearing-offered': ['waived'] }, waiveHearing),
  },
  decide: { by: ['decision-maker'], ...within({ waived: ['closed'] }, takeDecision), sendsLetter: true },
  close: {
    by: ['handler'],
    moves: closes(['answered', 'heard', 'waived']),
    // Offered after the month of Art. 7, or where no board member can decide (Art. 8).
    isUseful: (complaint, view) =>
      complaint.stage === 'answered'
        ? hasLapsed(complaint, view)
        : complaint.stage !== 'waived' || decisionMakers(complaint, view.desk).length === 0,
    decide: close,
  },
  // Leads to the stage of the step whose letter it sends.
  'send-by-hand': {
    by: ['handler', 'decision-maker'],
    moves: stays(stages),
    whyNot: (complaint) =>
      orClosed(complaint, unless(waitingLetters(complaint).length > 0, 'no-letter-waits')),
    decide: sendByHand,
  },
  'request-statement': {
    by: ['handler'],
    moves: stays(['registered', 'acknowledged']),
    whyNot: hasRespondents,
    decide: requestStatement,
  },
  'record-statement': { by: ['handler'], moves: stays(open), decide: recordStatement },
  'give-statement': { by: ['respondent-heard'], moves: stays(open), decide: giveStatement },
  'complete-measure': {
    by: ['handler'],
    moves: stays(stages),
    whyNot: (complaint) =>
      orClosed(complaint, unless(openMeasures(complaint).length > 0, 'unknown-measure', 6)),
    decide: completeMeasure,
  },
  'hand-over': {
    by: ['handler', 'officer', 'board-in-charge'],
    moves: stays(open),
    isUseful: (complaint, view) => successors(complaint, view).length > 0,
    decide: handOver,
  },
  'add-note': {
    by: ['handler', 'decision-maker', 'board-in-charge', 'receiver-in-charge'],
    moves: stays(open),
    decide: addNote,
  },
  'add-respondent': { by: ['handler', 'board-in-charge'], moves: stays(open), decide: addRespondent },
  'remove-respondent': {
    by: ['handler', 'board-in-charge'],
    moves: stays(open),
    whyNot: hasRespondents,
    decide: removeRespondent,
  },
  'record-experts': { by: ['handler'], moves: stays(open), decide: recordExperts },
  'correct-date': { by: ['handler'], moves: stays(open), decide: correctDate },
  'correct-facts': { by: ['handler'], moves: stays(open), decide: correctFacts },
  withdraw: {
    by: ['handler', 'board-in-charge', 'receiver-in-charge'],
    moves: closes(open),
    decide: withdraw,
  },
  dismiss: {
    by: ['handler'],
    moves: closes(['registered', 'acknowledged']),
    elsewhere: { code: 'answered-already', article: 6 },
    sendsLetter: true,
    decide: dismiss,
  },
  'request-erasure': {
    by: ['officer', 'handler'],
    moves: stays(['closed']),
    whyNot: (complaint) => unlessHeld(complaint, !complaint.erasureRequest && !hasOpenWork(complaint)),
    decide: requestErasure,
  },
  'answer-erasure': {
    by: ['officer', 'handler', 'second-to-agree'],
    moves: stays(['closed']),
    whyNot: (complaint) => unlessHeld(complaint, complaint.erasureRequest !== undefined),
    decide: answerErasure,
  },
  'set-hold': {
    by: ['officer', 'handler'],
    moves: stays(stages),
    whyNot: ({ hold }) => unless(!hold, 'on-hold'),
    decide: setHold,
  },
  'lift-hold': {
    by: ['officer', 'handler'],
    moves: stays(stages),
    whyNot: ({ hold }) => unless(hold !== undefined, 'not-now'),
    decide: liftHold,
  },
};

/** Every step, in the order of the buttons. */
export const stepNames = Object.keys(steps) as Step[];

/** Tells whether a text, such as one that came with a button, names a step. */
export const isStep = (text: string): text is Step => Object.hasOwn(steps, text);

/** Tells whether somebody may take that step at all; `obstacleTo` tells whether it is possible now. */
export const mayCommand = (actor: Person, step: Step, complaint: Complaint, view: View): boolean =>
  standings(actor, complaint, view).some((standing) => steps[step].by.includes(standing));

/** Finds why a step is not possible for anybody; undefined when it is. */
export function obstacleTo(step: Step, complaint: Complaint): Obstacle | undefined {
  const { moves, elsewhere = { code: 'not-now' }, sendsLetter, whyNot } = steps[step];
  if (!(complaint.stage in moves)) return orClosed(complaint, elsewhere);
  if (sendsLetter && waitingLetters(complaint).length > 0) return { code: 'letter-waits' };
  return whyNot?.(complaint);
}

/** Lists the steps that somebody can take on a complaint now, in the order of the buttons. */
export const openSteps = (actor: Person, complaint: Complaint, view: View): Step[] =>
  stepNames.filter(
    (step) =>
      !obstacleTo(step, complaint) &&
      mayCommand(actor, step, complaint, view) &&
      (steps[step].isUseful?.(complaint, view) ?? true),
  );
