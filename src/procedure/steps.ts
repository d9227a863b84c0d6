import { giveStatement, recordStatement, requestStatement } from './articles/art00-both-sides.ts';
import { mediate } from './articles/art00-mediation.ts';
import { dismiss } from './articles/art01-complaint.ts';
import { recordExperts } from './articles/art03-assistance.ts';
import { correctDate, correctFacts, removeRespondent } from './articles/art04-corrections.ts';
import { merge } from './articles/art04-merge.ts';
import { isNotHandledByReceiver, supplement } from './articles/art04-supplement.ts';
import { judgeName, supposed } from './articles/art04-website.ts';
import { acknowledge } from './articles/art05-forward-and-acknowledge.ts';
import {
  addRespondent,
  announceHandler,
  handOver,
  knowsOfNoHandler,
  successors,
} from './articles/art05-handler.ts';
import { announceNoHandler } from './articles/art05-no-handler.ts';
import { agree, answer, completeMeasure, openMeasures } from './articles/art06-answer.ts';
import { delay } from './articles/art06-delay.ts';
import { measuresOf, movableMeasures, moveMeasure, reportMeasure } from './articles/art06-measures.ts';
import { isClosedByTheMonth, object } from './articles/art07-objection.ts';
import { isDecidedByNobody, takeDecision } from './articles/art08-decision.ts';
import { offerHearing, recordHearing, waiveHearing } from './articles/art08-hearing.ts';
import { close, mayGoNoFurther } from './articles/art10-court.ts';
import { sendByHand } from './articles/letter-by-hand.ts';
import { addNote, reopen, withdraw } from './articles/no-article.ts';
import { resendable, sendAgain } from './articles/send-again.ts';
import { avgSteps } from './avg-steps.ts';
import { documentSteps } from './document-steps.ts';
import { learningSteps } from './learning-steps.ts';
import type { Step } from './model/commands.ts';
import { openStages as open, stages } from './model/complaint.ts';
import { sentLetters, waitingLetters } from './model/letter.ts';
import {
  closes,
  hasRespondents,
  isToSomebody,
  orClosed,
  type StepRule,
  stays,
  unless,
  within,
} from './step-rule.ts';

/**
 * The steps of the regulation, in the order of the buttons on the card: first what the articles demand, then what is possible
 * at any time.
 */
export const steps: { [S in Step]: StepRule<S> } = {
  'judge-name': {
    by: ['handler'],
    moves: stays(open),
    whyNot: (complaint) => unless(supposed(complaint).length > 0, 'not-a-respondent'),
    decide: judgeName,
  },
  'announce-handler': {
    by: ['handler'],
    moves: stays(open),
    sendsLetter: true,
    whyNot: ({ complainantKnows }) => unless(complainantKnows !== undefined, 'not-now'),
    decide: announceHandler,
  },
  'announce-no-handler': {
    by: ['receiver-in-charge', 'respondent-in-charge'],
    moves: { ...stays(open), registered: ['acknowledged'] },
    sendsLetter: true,
    whyNot: (complaint) =>
      isToSomebody(complaint) ?? unless(!knowsOfNoHandler(complaint), 'nothing-changed', 5),
    decide: announceNoHandler,
  },
  acknowledge: {
    by: ['handler'],
    moves: { registered: ['acknowledged'] },
    sendsLetter: true,
    whyNot: isToSomebody,
    decide: acknowledge,
  },
  answer: {
    by: ['handler'],
    // Closes where there is nobody to write to.
    moves: { registered: ['answered', 'closed'], acknowledged: ['answered', 'closed'] },
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
      {
        objected: ['hearing-offered'],
        'hearing-offered': ['hearing-offered'],
        heard: ['hearing-offered'],
        // The waiver is taken back at once; the hearing is offered when the invitation is sent.
        waived: ['objected', 'hearing-offered'],
      },
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
    isUseful: mayGoNoFurther,
    decide: close,
  },
  delay: {
    by: ['handler', 'decision-maker'],
    moves: stays(['acknowledged', 'waived']),
    sendsLetter: true,
    whyNot: isToSomebody,
    isUseful: (complaint, view) => !isDecidedByNobody(complaint, view),
    decide: delay,
  },
  // Leads to the stage of the step whose letter it sends.
  'send-by-hand': {
    by: ['handler', 'decision-maker', 'receiver-in-charge'],
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
  mediate: {
    by: ['handler'],
    moves: { registered: ['registered', 'closed'], acknowledged: ['acknowledged', 'closed'] },
    elsewhere: { code: 'answered-already', article: 6 },
    sendsLetter: true,
    decide: mediate,
  },
  supplement: {
    by: ['receiver'],
    moves: stays(['registered']),
    whyNot: (complaint) =>
      unless(isNotHandledByReceiver(complaint), 'not-now') ??
      unless(waitingLetters(complaint).length === 0, 'letter-waits'),
    decide: supplement,
  },
  'give-statement': { by: ['respondent-heard'], moves: stays(open), decide: giveStatement },
  'complete-measure': {
    by: ['handler'],
    moves: stays(stages),
    whyNot: (complaint) => orClosed(complaint, unless(openMeasures(complaint).length > 0, 'unknown-measure')),
    decide: completeMeasure,
  },
  'move-measure': {
    by: ['handler'],
    moves: stays(stages),
    whyNot: (complaint) =>
      orClosed(complaint, unless(movableMeasures(complaint).length > 0, 'unknown-measure')),
    decide: moveMeasure,
  },
  'report-measure': {
    by: ['measure-owner'],
    moves: stays(stages),
    isUseful: (complaint, _, by) => measuresOf(by, complaint).some(({ doneOn }) => !doneOn),
    decide: reportMeasure,
  },
  'hand-over': {
    by: ['handler', 'officer', 'board-in-charge'],
    moves: stays(open),
    isUseful: (complaint, view) => successors(complaint, view).length > 0,
    decide: handOver,
  },
  ...documentSteps,
  ...learningSteps,
  'add-note': {
    by: ['handler', 'decision-maker', 'board-in-charge', 'receiver-in-charge'],
    moves: stays(stages),
    decide: addNote,
  },
  'add-respondent': { by: ['handler', 'board-in-charge'], moves: stays(open), decide: addRespondent },
  'remove-respondent': {
    by: ['handler', 'board-in-charge'],
    moves: stays(open),
    whyNot: hasRespondents,
    decide: removeRespondent,
  },
  'record-experts': { by: ['handler'], moves: stays(stages), decide: recordExperts },
  'correct-date': { by: ['handler'], moves: stays(open), decide: correctDate },
  'correct-facts': { by: ['handler'], moves: stays(stages), decide: correctFacts },
  'send-again': {
    by: ['handler', 'decision-maker', 'receiver-in-charge'],
    moves: stays(stages),
    sendsLetter: true,
    whyNot: (complaint) => unless(sentLetters(complaint).length > 0, 'letter-overtaken'),
    isUseful: (complaint, view, by) => resendable(complaint, by, view).length > 0,
    decide: sendAgain,
  },
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
  merge: {
    by: ['handler'],
    moves: closes(['registered', 'acknowledged']),
    elsewhere: { code: 'answered-already', article: 6 },
    sendsLetter: true,
    decide: merge,
  },
  reopen: { by: ['reopener'], ...within({ closed: open }, reopen) },
  ...avgSteps,
};

/** Every step, in the order of the buttons. */
export const stepNames = Object.keys(steps) as Step[];

/** Tells whether a text, such as one that came with a button, names a step. */
export const isStep = (text: string): text is Step => Object.hasOwn(steps, text);
