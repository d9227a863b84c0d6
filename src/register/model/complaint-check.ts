import {
  type Answer,
  judgements,
  type Measure,
  measureSources,
  type Objection,
  objectionMeans,
  offerFates,
  wishes,
} from '../../procedure/model/answer.ts';
import { type Complainant, type UnnamedDays, unnamedKinds } from '../../procedure/model/complainant.ts';
import {
  type AnyStage,
  type Appointment,
  type AwaitedStatement,
  type Closing,
  type Complaint,
  type Decision,
  type Erasure,
  type ErasureRequest,
  type Handler,
  type HandlerRole,
  type Hearing,
  type Hold,
  hearingForms,
  isOfItsStage,
  manners,
  openStages,
  origins,
  type RedactionRequest,
  type Statement,
  stages,
} from '../../procedure/model/complaint.ts';
import type { Satisfaction } from '../../procedure/model/learning.ts';
import { mediationForms, type Talk, type TalkToCome } from '../../procedure/model/mediation.ts';
import { type Joined, outcomes } from '../../procedure/model/outcome.ts';
import {
  aNumber,
  anId,
  aPerson,
  aScore,
  aSubject,
  type Check,
  type Checks,
  count,
  day,
  fields,
  flag,
  listOf,
  oneOf,
  optional,
  text,
  wordOf,
  yes,
} from './checks.ts';
import { aKeptDocument } from './document-check.ts';
import { aLetter } from './letter-check.ts';

export const aRole = wordOf<HandlerRole>({ officer: true, substitute: true, board: true });
export const anOpenStage = oneOf(...openStages);
export const unnamedDays = optional(
  listOf(fields<UnnamedDays>({ from: optional(day), until: optional(day) })),
);
export const because = wordOf<Erasure['because']>({ retention: true, request: true });

export const aComplainant = fields<Complainant>({
  name: text,
  representing: optional(text),
  email: optional(text),
  phone: optional(text),
  address: optional(text),
  unnamed: optional(oneOf(...unnamedKinds)),
});

export const aMeasure = fields<Measure>({
  id: text,
  what: text,
  owner: text,
  ownerId: optional(anId),
  dueOn: day,
  doneOn: optional(day),
  promisedIn: optional(oneOf(...measureSources)),
  ...{ firstDueOn: optional(day), movedOn: optional(day) },
});

/** What a hearing and the event of it both hold. */
export const heardChecks: Checks<Omit<Hearing, 'on' | 'form'>> = {
  present: text,
  report: text,
  proposal: optional(text),
  reaction: optional(text),
  settlement: optional(text),
  secondRepresentative: optional(aPerson),
  offer: optional(oneOf(...offerFates)),
};

const checkedFields: Checks<AnyStage> = {
  number: aNumber,
  stage: oneOf(...stages),
  registeredOn: day,
  receivedOn: day,
  origin: oneOf(...origins),
  manner: oneOf(...manners),
  ...{ branch: optional(text), subject: optional(aSubject), lesson: optional(text) },
  summary: text,
  ...{ lettersUntilReopened: optional(count), reopenedOn: optional(day) },
  ...{ wording: optional(text), unresolvedName: optional(text), experts: optional(text) },
  complainant: aComplainant,
  respondents: listOf(aPerson),
  ...{ supposed: optional(listOf(anId)), noReply: optional(yes) },
  receiver: aPerson,
  handler: optional(fields<Handler>({ person: aPerson, role: aRole })),
  handledBy: listOf(anId),
  complainantKnows: optional(anId),
  receiptRead: optional(day),
  letters: listOf(aLetter),
  statementsRequested: listOf(anId),
  statementsAwaited: optional(listOf(fields<AwaitedStatement>({ of: anId, dueOn: day }))),
  statements: listOf(fields<Statement>({ of: optional(aPerson), on: day, text })),
  answer: optional(
    fields<Answer>({
      ...{ position: text, proposal: text, message: optional(text) },
      judgement: oneOf(...judgements),
      toHear: optional(listOf(anId)),
    }),
  ),
  measures: listOf(aMeasure),
  answerReceivedOn: optional(day),
  objection: optional(
    fields<Objection>({
      receivedOn: day,
      sentOn: optional(day),
      how: optional(oneOf(...objectionMeans)),
      text,
      lateBecause: optional(text),
    }),
  ),
  appointment: optional(
    fields<Appointment>({
      on: day,
      time: text,
      form: oneOf(...hearingForms),
      branch: optional(text),
      employeePresent: flag,
      ...{ leader: optional(aPerson), secondRepresentative: optional(aPerson) },
      agreed: flag,
      laterWish: optional(oneOf(...wishes)),
      laterBecause: optional(text),
    }),
  ),
  talkToCome: optional(
    fields<TalkToCome>({
      form: oneOf(...mediationForms),
      partner: text,
      ledBy: optional(text),
      on: day,
      time: text,
    }),
  ),
  talks: optional(
    listOf(
      fields<Talk>({
        form: oneOf(...mediationForms),
        partner: text,
        ledBy: optional(text),
        on: day,
        result: text,
        solved: flag,
        agreements: optional(text),
      }),
    ),
  ),
  hearings: listOf(fields<Hearing>({ on: day, form: oneOf(...hearingForms), ...heardChecks })),
  waivedOn: optional(day),
  decision: optional(
    fields<Decision>({
      decision: text,
      reasons: text,
      judgement: optional(oneOf(...judgements)),
      by: aPerson,
      offer: optional(oneOf(...offerFates)),
    }),
  ),
  ...{ fateDecided: optional(oneOf(...offerFates)), unnamedDays },
  joined: optional(listOf(fields<Joined>({ number: aNumber, summary: text, ofAnother: optional(flag) }))),
  closed: optional(
    fields<Closing>({
      on: day,
      outcome: oneOf(...outcomes),
      recordedOn: optional(day),
      ...{ into: optional(aNumber), ofAnother: optional(flag) },
      from: anOpenStage,
      satisfaction: optional(
        fields<Satisfaction>({ on: day, handling: aScore, outcome: aScore, remark: optional(text) }),
      ),
    }),
  ),
  hold: optional(fields<Hold>({ on: day, reason: text })),
  ...{ holdLiftedOn: optional(day), documents: optional(listOf(aKeptDocument)) },
  erasureRequest: optional(fields<ErasureRequest>({ on: day, by: aPerson, reason: text })),
  redactionRequest: optional(fields<RedactionRequest>({ on: day, by: aPerson, value: text, reason: text })),
  ...{ erased: optional(fields<Erasure>({ on: day, because })), judgement: optional(oneOf(...judgements)) },
};

const ofEachField = fields(checkedFields);

/** The name of every field that a complaint may have. */
export const complaintFields = Object.keys(checkedFields);

/** Art. 7: the month runs from the day on which the answer was received. */
const isAnsweredAsItSays = ({ stage, letters, answerReceivedOn }: AnyStage): boolean =>
  stage !== 'answered' ||
  answerReceivedOn !== undefined ||
  letters.some(({ kind, countsAsReceivedOn }) => kind === 'answer' && !!countsAsReceivedOn);

/** Tells whether a value is a complaint that this bot can work with. */
export const isComplaint: Check<Complaint> = (value): value is Complaint =>
  ofEachField(value) && isOfItsStage(value) && isAnsweredAsItSays(value);
