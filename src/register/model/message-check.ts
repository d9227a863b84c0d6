import type { RunningKind } from '../../procedure/deadlines.ts';
import {
  anId,
  aRecipient,
  type Check,
  type Checks,
  count,
  day,
  fields,
  listOf,
  moment,
  object,
  optional,
  text,
  wordOf,
  yes,
} from './checks.ts';
import type { Attempt, CaseContent, Content, ContentOf, Message, MessageKind } from './message.ts';

const aDeadline = wordOf<RunningKind>({
  forward: true,
  acknowledge: true,
  answer: true,
  objection: true,
  hearing: true,
  decision: true,
  measure: true,
});

type ContentChecks<Of extends Content> = {
  [K in Of['kind']]: Checks<Omit<ContentOf<K, Of>, 'kind'>>;
};

const ofCases: ContentChecks<CaseContent> = {
  case: {},
  unassigned: {},
  'statement-request': {},
  'statement-due': { dueOn: day },
  position: {},
  'statement-given': {},
  supplemented: {},
  'decision-request': {},
  'decision-overtaken': {},
  objected: {},
  'respondent-removed': {},
  hearing: {
    on: day,
    time: text,
    because: wordOf({ offered: true, changed: true, 'led-anew': true, near: true }),
  },
  'hearing-off': { on: day, time: text },
  outcome: {},
  decided: {},
  closed: {},
  reopened: {},
  letter: { letter: count },
  'letter-withdrawn': { letter: count },
  undelivered: { message: text, what: (value) => isCaseKind(value) },
  'forwarding-alarm': { message: text },
  receipt: {},
  'not-forwarded': { message: text },
  reminder: {
    deadline: aDeadline,
    measure: optional(text),
    article: count,
    dueOn: day,
    lastDayToAct: day,
  },
  'talk-passed': { on: day },
  'satisfaction-due': {},
  measure: { measure: text },
  'measure-done': { measure: text },
  'erasure-request': {},
  'redaction-request': {},
  'erasure-warning': { on: day },
};

const isCaseKind = wordOf<CaseContent['kind']>(ofCases);

/** What every kind of message says, as its readers rely on it; an outbox with another kind was not written by this bot. */
const contents: ContentChecks<Content> = {
  ...ofCases,
  'set-up-fault': { of: wordOf({ mail: true, channel: true }), since: moment, reason: text },
  'register-behind': { complaints: count, since: moment },
  'stand-in': { absent: anId, from: day, until: day },
  'stand-in-ended': { absent: anId },
  'decreed-days': { added: listOf(day), removed: listOf(day) },
  quarter: { year: text, quarter: count },
  digest: { day },
};

export const isMessageKind = wordOf<MessageKind>(contents);

export const messageKinds = Object.keys(contents);

const checks = new Map<unknown, Check<object>>(
  Object.entries(contents).map(([kind, all]) => [kind, fields<object>(all)]),
);

const aContent: Check<Content> = (value): value is Content =>
  object(value) && checks.get(value.kind)?.(value) === true;

/** Every outcome of a message. */
const outcomes: Record<Exclude<Message['status'], 'queued'>, true> = {
  sent: true,
  'gave-up': true,
  withheld: true,
  withdrawn: true,
  uncertain: true,
};

export const anOutcome = wordOf(outcomes);

export const isMessage = fields<Message>({
  id: text,
  to: aRecipient,
  content: aContent,
  queuedAt: moment,
  status: wordOf({ queued: true, ...outcomes }),
  attempts: listOf(
    fields<Attempt>({ at: moment, fault: optional(text), times: optional(count), lastAt: optional(moment) }),
  ),
  triedBefore: optional(count),
  tryAt: optional(moment),
  lease: optional(fields<NonNullable<Message['lease']>>({ by: text, until: moment })),
  unreachable: optional(yes),
  heldSince: optional(moment),
  earlier: optional(fields<NonNullable<Message['earlier']>>({ times: count, sent: count, since: moment })),
  sentAt: optional(moment),
  activityId: optional(text),
});
