import { judgements, objectionMeans, offerFates, wishes } from '../../procedure/model/answer.ts';
import { hearingForms, manners, origins } from '../../procedure/model/complaint.ts';
import type { DateField, Event, EventOf } from '../../procedure/model/events.ts';
import type { Delayable } from '../../procedure/model/letter.ts';
import { mediationForms } from '../../procedure/model/mediation.ts';
import { type MergedWith, outcomes } from '../../procedure/model/outcome.ts';
import { avgEvents, entries } from './avg-event-check.ts';
import {
  aNumber,
  anId,
  aPerson,
  aScore,
  aSubject,
  type Check,
  count,
  day,
  fields,
  flag,
  listOf,
  object,
  oneOf,
  optional,
  text,
  wordOf,
  yes,
} from './checks.ts';
import { aComplainant, aMeasure, anOpenStage, aRole, heardChecks } from './complaint-check.ts';
import { aDocumentId, aDocumentSource, aReceivedDocument } from './document-check.ts';
import { type EventChecks, letterEvents } from './letter-event-check.ts';
import { upcastEvent } from './upcast.ts';

const aDateField = wordOf<DateField>({
  receivedOn: true,
  answerReceivedOn: true,
  objectionReceivedOn: true,
  objectionSentOn: true,
});
const aSide = wordOf<EventOf<'statement-recorded'>['from']>({ complainant: true, respondent: true });

const on = { on: day };
const objection = {
  receivedOn: day,
  sentOn: optional(day),
  how: optional(oneOf(...objectionMeans)),
  daysLate: count,
};
const reason = { reason: text };
const parties = { partner: text, ledBy: optional(text) };
const aboutRespondent = { respondent: aPerson, reason: text };

const countedFacts = fields<EventOf<'facts-corrected'>['to']>({
  origin: optional(oneOf(...origins)),
  manner: optional(oneOf(...manners)),
  subject: optional(aSubject),
});
const personalFacts = fields<EventOf<'facts-corrected'>['personal']['to']>({
  complainant: optional(aComplainant),
  branch: optional(text),
  summary: optional(text),
  ...{ unresolvedName: optional(text), lesson: optional(text) },
});

const mergedWith = fields<MergedWith>({
  ...{ receivedOn: optional(day), answerBy: optional(day), answeredOn: optional(day) },
  ...{ disputed: optional(flag), ofAnother: optional(flag) },
});

/** What every event holds, as its readers rely on it: one that is left out does not compile. */
const events: { [T in Event['type']]: EventChecks<EventOf<T>> } = {
  registered: {
    facts: {
      number: aNumber,
      receivedOn: day,
      registeredOn: day,
      origin: oneOf(...origins),
      manner: oneOf(...manners),
    },
    personal: {
      complainant: aComplainant,
      branch: optional(text),
      summary: text,
      respondents: listOf(aPerson),
      receiver: aPerson,
      notAbout: optional(listOf(aPerson)),
      unresolvedName: optional(text),
      experts: optional(text),
      supposed: optional(listOf(anId)),
      noReply: optional(yes),
    },
  },
  forwarded: {
    facts: { on: day, role: aRole, daysLate: count },
    personal: { to: aPerson, complainantKnows: optional(anId) },
  },
  'left-unassigned': { facts: on },
  'handed-over': {
    facts: { on: day, role: aRole },
    personal: { to: aPerson, reason: text, complainantKnows: optional(anId) },
  },
  ...letterEvents,
  'respondent-added': { facts: on, personal: { ...aboutRespondent, named: optional(text) } },
  'name-confirmed': { facts: on, personal: { respondent: aPerson, named: optional(text) } },
  'respondent-removed': { facts: on, personal: aboutRespondent },
  'statement-requested': {
    facts: { on: day, dueOn: optional(day) },
    personal: { respondent: aPerson, text: optional(text), documents: optional(listOf(aDocumentId)) },
  },
  'complaint-worded': { facts: on, personal: { text } },
  'statement-recorded': {
    facts: { on: day, from: aSide },
    personal: { respondent: optional(aPerson), text },
  },
  'mediation-offered': {
    facts: {
      on: day,
      appointment: fields<EventOf<'mediation-offered'>['appointment']>({
        on: day,
        time: text,
        form: oneOf(...mediationForms),
      }),
    },
    personal: parties,
  },
  'mediation-called-off': { facts: on, personal: { reason: optional(text) } },
  mediated: {
    facts: { on: day, form: oneOf(...mediationForms), solved: flag },
    personal: {
      ...parties,
      ...{ result: text, agreements: optional(text), measures: optional(listOf(aMeasure)) },
    },
  },
  'experts-recorded': { facts: on, personal: { experts: text } },
  'answer-drawn-up': {
    facts: { on: day, judgement: oneOf(...judgements), bothSidesHeard: flag },
    personal: {
      ...{ position: text, proposal: text, message: optional(text) },
      ...{ measures: listOf(aMeasure), reason: optional(text) },
    },
  },
  delayed: {
    facts: {
      on: day,
      of: wordOf<Delayable>({ answer: true, decision: true }),
      until: day,
      wish: oneOf(...wishes),
    },
    personal: reason,
  },
  'measure-done': { facts: { measure: text, on: day } },
  'measure-moved': { facts: { measure: text, on: day, to: day }, personal: reason },
  objected: { facts: objection, personal: { text, lateBecause: optional(text) } },
  'late-objection-refused': { facts: objection, personal: { text, reason: text } },
  'hearing-offered': {
    facts: {
      on: day,
      appointment: fields<EventOf<'hearing-offered'>['appointment']>({
        on: day,
        time: text,
        form: oneOf(...hearingForms),
        employeePresent: flag,
        agreed: flag,
        laterWish: optional(oneOf(...wishes)),
      }),
    },
    personal: {
      branch: optional(text),
      leader: optional(aPerson),
      secondRepresentative: optional(aPerson),
      laterBecause: optional(text),
    },
  },
  heard: {
    facts: { on: day, form: oneOf(...hearingForms), settled: flag, daysLate: optional(count) },
    personal: {
      ...heardChecks,
      measures: optional(listOf(aMeasure)),
    },
  },
  'hearing-waived': { facts: on },
  'waiver-taken-back': { facts: on },
  'decision-taken': {
    facts: { on: day, judgement: optional(oneOf(...judgements)) },
    personal: {
      ...{ decision: text, reasons: text, by: aPerson },
      ...{ offer: optional(oneOf(...offerFates)), measures: optional(listOf(aMeasure)) },
    },
  },
  joined: { facts: on, personal: { number: aNumber, summary: text, ofAnother: optional(flag) } },
  parted: { facts: on, personal: { number: aNumber } },
  learned: { facts: { on: day, subject: optional(aSubject) }, personal: { lesson: optional(text) } },
  'satisfaction-recorded': {
    facts: { on: day, handling: aScore, outcome: aScore },
    personal: { remark: optional(text) },
  },
  'note-added': { facts: on, personal: { text } },
  'document-added': { facts: { on: day, from: aDocumentSource }, personal: { document: aReceivedDocument } },
  'document-removed': {
    facts: { on: day, from: aDocumentSource, entries },
    personal: { id: aDocumentId, sha256: text, reason: text },
  },
  'dossier-exported': { facts: { on: day, documents: count } },
  'date-corrected': {
    facts: {
      ...{ field: aDateField, from: optional(day), to: day },
      ...{ receiptRead: optional(day), hearingDaysLate: optional(count) },
    },
    personal: reason,
  },
  'facts-corrected': {
    facts: { on: day, from: countedFacts, to: countedFacts },
    personal: { from: personalFacts, to: personalFacts, reason: text },
  },
  ...avgEvents,
  closed: {
    facts: { on: day, outcome: oneOf(...outcomes), recordedOn: optional(day) },
    personal: { reason: optional(text), into: optional(aNumber), other: optional(mergedWith) },
  },
  reopened: { facts: { on: day, to: anOpenStage }, personal: reason },
};

/** Every event that this bot knows: a journal with another was written by a newer one. */
export const eventTypes = Object.keys(events);

type EventCheck = { facts: Check<object>; personal?: Check<object> | undefined };

const checks = new Map<unknown, EventCheck>(
  Object.entries(events).map(([type, { facts, personal }]) => [
    type,
    { facts: fields<object>(facts), personal: personal && fields<object>(personal) },
  ]),
);

type Entry = { type?: unknown; facts?: unknown; erasable?: unknown; schema?: unknown };

/** Tells whether an entry of a journal holds an event that this bot can read; erasure has taken the personal part away. */
export function holdsEvent({ type, facts, erasable, schema }: Entry): boolean {
  const check = checks.get(type);
  if (!check || !object(facts)) return false;
  const personal = object(erasable) ? erasable.personal : undefined;
  const event = upcastEvent({ type, ...facts, personal }, count(schema) ? schema : undefined);
  return (
    event.type === type &&
    check.facts(event) &&
    (erasable === undefined || check.personal === undefined || check.personal(personal))
  );
}
