import { awaitedUntil } from '../../procedure/articles/art00-both-sides.ts';
import { isToBeAsked } from '../../procedure/articles/art00-satisfaction.ts';
import { hearingParty } from '../../procedure/articles/art08-appointment.ts';
import { decisionMakers } from '../../procedure/articles/art08-decision.ts';
import { disputed, isIn } from '../../procedure/model/complaint.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import { sentLetters } from '../../procedure/model/letter.ts';
import { openSteps } from '../../procedure/open-steps.ts';
import { type CaseContent, type Message, type MessageKind, readerOf } from '../model/message.ts';
import { bulletinRules, type Rule } from './bulletin-rules.ts';
import { type CaseRules, isOfTheirs, mayHelp } from './case-rule.ts';
import { boardInCharge } from './follow-ups.ts';
import { isNoHearing, isNotExpected } from './hearing-messages.ts';
import {
  hasReadNothing,
  isDoneOrTold,
  isForwarded,
  isNoEnd,
  isPast,
  isSolved,
  isStated,
} from './overtaken.ts';

const rulesOfCases = {
  case: {
    mayReceive: ({ person, standing, complaint }) =>
      complaint.handler?.person.id === person.id &&
      !standing.includes('respondent') &&
      // What was remedied on the spot is closed, and passed on for information (Art. 1).
      (complaint.closed === undefined || complaint.closed.outcome === 'remedied'),
    urgency: 0,
    whenUndelivered: 'next-at-desk',
  },
  unassigned: {
    mayReceive: ({ standing, complaint }) =>
      standing.includes('board-in-charge') && complaint.closed === undefined,
    urgency: 0,
    whenUndelivered: 'next-at-desk',
  },
  'statement-request': {
    mayReceive: ({ standing }) => standing.includes('respondent-heard'),
    isOvertaken: isStated,
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  'statement-due': {
    mayReceive: ({ standing }) => standing.includes('respondent-heard'),
    isOvertaken: ({ dueOn }, { to }, { complaint }, { today }) =>
      awaitedUntil(complaint, readerOf(to), today) !== dueOn,
    urgency: 2,
    whenUndelivered: 'only-handler',
  },
  position: {
    mayReceive: ({ standing }) => standing.includes('respondent'),
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  'statement-given': {
    mayReceive: ({ standing }) => standing.includes('handler'),
    urgency: 1,
    whenUndelivered: 'next-at-desk',
  },
  supplemented: {
    mayReceive: ({ standing }) => standing.includes('handler'),
    urgency: 1,
    whenUndelivered: 'next-at-desk',
  },
  'decision-request': {
    mayReceive: ({ standing, complaint }) => standing.includes('decision-maker') && !complaint.decision,
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  'decision-overtaken': {
    mayReceive: ({ person, complaint, view }) => isAmong(person, decisionMakers(complaint, view.desk)),
    isOvertaken: (_, __, { complaint }) => !isIn(complaint, disputed),
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  objected: {
    mayReceive: ({ standing, complaint }) => standing.includes('respondent') && isIn(complaint, disputed),
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  'respondent-removed': {
    mayReceive: ({ standing }) => !standing.includes('respondent'),
    isOvertaken: hasReadNothing,
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  hearing: {
    mayReceive: ({ person, complaint, view }) => isAmong(person, hearingParty(complaint, view)),
    isOvertaken: isNoHearing,
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  'hearing-off': {
    /** It says no more than what they read before: that moment. */
    mayReceive: () => true,
    isOvertaken: isNotExpected,
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  outcome: {
    mayReceive: ({ standing }) => standing.includes('respondent'),
    isOvertaken: isNoEnd,
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  decided: {
    mayReceive: ({ standing, complaint }) => standing.includes('handler') && complaint.decision !== undefined,
    urgency: 1,
    whenUndelivered: 'next-at-desk',
  },
  closed: {
    mayReceive: ({ standing, complaint }) => standing.includes('receiver') && complaint.closed !== undefined,
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  reopened: {
    mayReceive: ({ standing, complaint }) =>
      complaint.closed === undefined &&
      standing.some((one) => one === 'handler' || one === 'receiver' || one === 'respondent'),
    urgency: 1,
    whenUndelivered: 'handler',
  },
  letter: { mayReceive: () => false, urgency: 0, whenUndelivered: 'only-handler' },
  'letter-withdrawn': {
    mayReceive: ({ standing }) => standing.includes('receiver') || standing.includes('handler'),
    isOvertaken: ({ letter }, _, { complaint }) => sentLetters(complaint).some(({ id }) => id === letter),
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  undelivered: {
    mayReceive: (asked) =>
      asked.standing.some((one) => one === 'handler' || one === 'receiver-in-charge') ||
      (!isForTheHandler(asked.content.what) && mayHelp(asked)),
    isOvertaken: isSolved,
    urgency: 0,
    whenUndelivered: 'next-at-desk',
  },
  'forwarding-alarm': {
    mayReceive: mayHelp,
    isOvertaken: isForwarded,
    urgency: 0,
    whenUndelivered: 'next-at-desk',
  },
  receipt: {
    mayReceive: ({ standing }) => standing.includes('receiver'),
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  'not-forwarded': {
    mayReceive: ({ standing }) => standing.includes('receiver'),
    isOvertaken: isForwarded,
    urgency: 0,
    whenUndelivered: 'nobody',
  },
  reminder: {
    mayReceive: (asked) =>
      asked.standing.includes('handler') ||
      asked.standing.includes('receiver-in-charge') ||
      asked.standing.includes('respondent-in-charge') ||
      isAmong(asked.person, boardInCharge(asked.complaint, asked.view.desk)) ||
      isOfTheirs(asked),
    isOvertaken: isPast,
    urgency: 2,
    whenUndelivered: 'handler',
  },
  'talk-passed': {
    mayReceive: ({ standing }) => standing.includes('handler'),
    isOvertaken: ({ on }, _, { complaint }) => complaint.talkToCome?.on !== on,
    urgency: 2,
    whenUndelivered: 'next-at-desk',
  },
  'satisfaction-due': {
    mayReceive: ({ standing }) => standing.includes('handler'),
    isOvertaken: (_, __, { complaint }, { today }) => !isToBeAsked(complaint, today),
    urgency: 2,
    // Nobody else asks: the button stays on the dossier.
    whenUndelivered: 'nobody',
  },
  measure: {
    mayReceive: isOfTheirs,
    isOvertaken: isDoneOrTold,
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  'measure-done': {
    mayReceive: (asked) => asked.standing.includes('handler') || isOfTheirs(asked),
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  'erasure-request': {
    mayReceive: ({ person, complaint, view }) =>
      complaint.erasureRequest !== undefined && openSteps(person, complaint, view).includes('answer-erasure'),
    urgency: 1,
    whenUndelivered: 'next-at-desk',
  },
  'redaction-request': {
    mayReceive: ({ person, complaint, view }) =>
      openSteps(person, complaint, view).includes('answer-redaction'),
    urgency: 1,
    whenUndelivered: 'next-at-desk',
  },
  'erasure-warning': {
    mayReceive: (asked) => asked.complaint.closed !== undefined && !asked.complaint.hold && mayHelp(asked),
    urgency: 2,
    whenUndelivered: 'next-at-desk',
  },
} satisfies CaseRules;

/** Every kind of message that belongs to a dossier. */
export const caseRules: CaseRules = rulesOfCases;

/** The kinds whose handler does by hand what was not delivered: the text that says what stands with their card. */
export type DoneByHand = {
  [K in CaseContent['kind']]: (typeof rulesOfCases)[K]['whenUndelivered'] extends 'only-handler' | 'handler'
    ? K
    : never;
}[CaseContent['kind']];

const rules: Record<MessageKind, Rule> = { ...caseRules, ...bulletinRules };

export const urgencyOf = ({ content }: Message): number => rules[content.kind].urgency;

/** Tells whether only the handler may know which message was not delivered. */
export const isForTheHandler = (kind: CaseContent['kind']): boolean =>
  caseRules[kind].whenUndelivered === 'only-handler';
