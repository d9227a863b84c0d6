import type { Standing, View } from '../../procedure/access.ts';
import { runningDeadlines } from '../../procedure/deadlines.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { isAmong, isAtDesk } from '../../procedure/model/desk.ts';
import { waitingLetters } from '../../procedure/model/letter.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { mayCommand } from '../../procedure/steps.ts';
import { aPerson, object } from '../model/checks.ts';
import type { Dossier } from '../model/dossier.ts';
import type { JournalEntry } from '../model/journal.ts';
import {
  type BulletinContent,
  type CaseContent,
  type Content,
  type ContentOf,
  isSameRecipient,
  type Message,
  type MessageKind,
  personIn,
  type Recipient,
  readerOf,
  recipientName,
} from '../model/message.ts';
import { boardInCharge } from './follow-ups.ts';

/** What a rule is asked before sending: the person, and in which capacities they stand to the complaint. */
type Asked<C> = {
  content: C;
  person: Person;
  standing: readonly Standing[];
  complaint: Complaint;
  view: View;
};

type Rule = {
  /** The order in a line, lowest first: forwarding (Art. 5), alarms and letters; last what only reminds or sums up. */
  urgency: 0 | 1 | 2 | 3;
};

type CaseRule<C extends CaseContent> = Rule & {
  /** Tells whether a person may read it. The channel and the mail server have rules of their own (may-receive.ts). */
  mayReceive(asked: Asked<C>): boolean;
  /** Tells whether it is no longer true, or a newer message says it again. */
  isOvertaken?(content: C, message: Message, dossier: Dossier, view: View): boolean;
  /**
   * Who acts when it is not delivered: the handler, who does by hand what it asked ('only-handler': nobody else may know what
   * that is); the next at the desk; or nobody.
   */
  whenUndelivered: 'only-handler' | 'handler' | 'next-at-desk' | 'nobody';
};

type CaseRules = { [K in CaseContent['kind']]: CaseRule<ContentOf<K, CaseContent>> };

const rulesOfCases = {
  case: {
    mayReceive: ({ person, standing, complaint }) =>
      complaint.handler?.person.id === person.id &&
      !standing.includes('respondent') &&
      complaint.closed === undefined,
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
    isOvertaken: (_, { to, queuedAt }, { journal }) =>
      journal.some((entry) => entry.at > queuedAt && statedBy(entry) === recipientName(to)),
    urgency: 1,
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
  'decision-request': {
    mayReceive: ({ standing, complaint }) => standing.includes('decision-maker') && !complaint.decision,
    urgency: 1,
    whenUndelivered: 'only-handler',
  },
  letter: { mayReceive: () => false, urgency: 0, whenUndelivered: 'only-handler' },
  undelivered: {
    mayReceive: (asked) =>
      asked.standing.includes('handler') || (!isForTheHandler(asked.content.what) && mayHelp(asked)),
    isOvertaken: (content, _, { complaint, outbox }) => {
      const subject = outbox.find(({ id }) => id === content.message);
      return (
        subject !== undefined &&
        (!isUndelivered(subject, complaint) || isOfEarlierHandler(subject, complaint))
      );
    },
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
    mayReceive: ({ standing, person, complaint, view }) =>
      standing.includes('handler') || isAmong(person, boardInCharge(complaint, view.desk)),
    isOvertaken: (content, message, { complaint, outbox }, view) =>
      !stillRuns(content, complaint, view) || isRepeated(content, message, outbox),
    urgency: 2,
    whenUndelivered: 'handler',
  },
  'erasure-request': {
    mayReceive: ({ person, complaint, view }) =>
      complaint.erasureRequest !== undefined && mayCommand(person, 'answer-erasure', complaint, view),
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

type BulletinRule<C extends BulletinContent> = Rule & {
  mayReceive(content: C, to: Recipient, view: View): boolean;
};

type BulletinRules = { [K in BulletinContent['kind']]: BulletinRule<ContentOf<K, BulletinContent>> };

/** Every kind of message that belongs to no dossier; set-up-faults.ts tells the next at the desk where a fault is not read. */
export const bulletinRules: BulletinRules = {
  'set-up-fault': { mayReceive: (_, to, view) => isPersonAtDesk(to, view), urgency: 0 },
  'register-behind': { mayReceive: (_, to, view) => isPersonAtDesk(to, view), urgency: 0 },
  /** Only on its own day: the next day has its own. */
  digest: { mayReceive: ({ day }, _, { today }) => day === today, urgency: 3 },
};

export const isOfBulletin = (content: Content): content is BulletinContent =>
  Object.hasOwn(bulletinRules, content.kind);

const rules: Record<MessageKind, Rule> = { ...caseRules, ...bulletinRules };

export const urgencyOf = ({ content }: Message): number => rules[content.kind].urgency;

/** Tells whether only the handler may know which message was not delivered. */
export const isForTheHandler = (kind: CaseContent['kind']): boolean =>
  caseRules[kind].whenUndelivered === 'only-handler';

/** Tells whether it is the undelivered card of a complaint: for its handler, or for the board when there is none. */
export function awaitsHandler({ content, to, status }: Message, { stage, handler }: Complaint): boolean {
  if (stage === 'closed' || (status !== 'queued' && status !== 'gave-up')) return false;
  if (content.kind === 'unassigned') return handler === undefined;
  return content.kind === 'case' && handler !== undefined && personIn(to) === handler.person.id;
}

/** Tells whether the card that was reported as undelivered has been delivered since, or need not be any more. */
function isForwarded(content: { message: string }, _: Message, { outbox, complaint }: Dossier): boolean {
  return !outbox.some((message) => message.id === content.message && awaitsHandler(message, complaint));
}

/** Tells whether somebody may help with a complaint: they are at the desk, and no respondent. */
function mayHelp({ person, standing, view }: Pick<Asked<unknown>, 'person' | 'standing' | 'view'>): boolean {
  return !standing.includes('respondent') && isAtDesk(person, view.desk);
}

const isPersonAtDesk = (to: Recipient, { desk }: View): boolean => isAtDesk(readerOf(to), desk);

/** Tells whether it is the card of an earlier handler; the present one has a card of their own. */
const isOfEarlierHandler = ({ content, to }: Message, { handler }: Complaint): boolean =>
  content.kind === 'case' && personIn(to) !== handler?.person.id;

/**
 * Tells whether something is still to be done: not for a letter that was sent by hand, nor for the card of a closed
 * complaint.
 */
const isUndelivered = ({ status, content }: Message, complaint: Complaint): boolean =>
  (status === 'queued' || status === 'gave-up' || status === 'uncertain') &&
  !(content.kind === 'case' && complaint.closed !== undefined) &&
  (content.kind !== 'letter' || waitingLetters(complaint).some(({ id }) => id === content.letter));

type Reminder = ContentOf<'reminder'>;

const isRepeated = (content: Reminder, { id, to }: Message, outbox: readonly Message[]): boolean =>
  outbox
    .slice(outbox.findIndex((message) => message.id === id) + 1)
    .some(
      (later) =>
        later.content.kind === 'reminder' &&
        later.content.deadline === content.deadline &&
        later.content.measure === content.measure &&
        isSameRecipient(later.to, to),
    );

const stillRuns = (content: Reminder, complaint: Complaint, { calendar }: View): boolean =>
  runningDeadlines(complaint, calendar).some(
    ({ kind, measure, dueOn }) =>
      kind === content.deadline && measure === content.measure && dueOn === content.dueOn,
  );

/** Returns the id of the respondent whose statement an entry of the journal is. */
function statedBy({ type, erasable }: JournalEntry): PersonId | undefined {
  const personal = type === 'statement-recorded' ? erasable?.personal : undefined;
  const respondent = object(personal) ? personal.respondent : undefined;
  return aPerson(respondent) ? respondent.id : undefined;
}
