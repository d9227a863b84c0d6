import { caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { AnyStage, Complaint, Person } from '../../src/procedure/model/complaint.ts';
import type { Desk } from '../../src/procedure/model/desk.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { type LetterKind, letterKinds } from '../../src/procedure/model/letter.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { append, type JournalEntry } from '../../src/register/model/journal.ts';
import type { Message } from '../../src/register/model/message.ts';
import type { Reader } from '../../src/teams/cards/case-demand.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { inItsStage } from '../procedure/given.ts';
import { type Typed, typedOf } from './typed.ts';

export const sanne: Person = { id: personId('3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01'), name: 'Sanne de Vries' };
export const lars: Person = { id: personId('8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02'), name: 'Lars Brouwer' };
export const fatima: Person = {
  id: personId('c41e7f3a-2b6d-4a89-8e05-1d2c3b4a5f03'),
  name: 'Fatima el Amrani',
};
export const willem: Person = { id: personId('e95a1b7c-6f48-4d32-a7b1-9c8d7e6f5a04'), name: 'Willem Jansen' };
export const joris: Person = { id: personId('1a7e5c93-8d24-4b6f-9a50-3f4e5d6c7b05'), name: 'Joris Bakker' };

export const desk: Desk = { officer: lars, substitutes: [fatima], board: [willem], absences: [] };
/** A handler who has no button. */
export const seesOnly: Reader = { id: lars.id, handles: true, can: () => false };
export const today = '2026-11-26';
export const calendar = dutchCalendar();

/** A complaint with only what is required, as it stands after registration. */
export const bare = (over: Partial<AnyStage> = {}): Complaint =>
  inItsStage({
    number: 'K-2026-0002',
    stage: 'registered',
    registeredOn: '2026-11-23',
    receiver: sanne,
    complainant: { name: 'M. Visser' },
    origin: 'other',
    summary: 'De koffie was koud.',
    receivedOn: '2026-11-22',
    manner: 'written',
    respondents: [],
    handledBy: [],
    letters: [],
    statementsRequested: [],
    statements: [],
    measures: [],
    hearings: [],
    ...over,
  });

const others: readonly (readonly [name: string, summary: string])[] = [
  ['De heer K. Smit', 'De afspraak van 12 november ging niet door, zonder bericht.'],
  ['Mevrouw L. Haddad', 'In de spreekkamer zei een collega dat haar vragen te lang duurden.'],
  ['Familie Van Dam', 'De rekening van oktober is twee keer verstuurd, ook na ons telefoontje.'],
  ['Gemeente Voorbeeldstad', 'De rapportage over drie cliënten kwam vier weken na de afspraak.'],
  ['R. de Groot', 'De deur van de vestiging was op slot terwijl er een afspraak stond.'],
  ['Mevrouw J. Yilmaz', 'Een brief met haar gegevens lag bij de buren in de bus.'],
  ['De heer P. Mulder', 'Hij kreeg steeds een andere begeleider en moest alles opnieuw vertellen.'],
  ['Mevrouw T. Bos', 'Op de website staat een telefoonnummer dat niet meer bestaat.'],
];

/** That many other complaints, from a number on, none of which says the same as the one before. */
export const otherComplaints = (from: number, count: number): Complaint[] =>
  Array.from({ length: count }, (_, i) => {
    const [name, summary] = others[i % others.length] ?? ['M. Visser', 'De koffie was koud.'];
    const handled = { handler: { person: lars, role: 'officer' as const }, handledBy: [lars.id] };
    return bare({
      number: caseNumber(numberOf('2026', from + i)),
      complainant: { name },
      summary,
      ...handled,
    });
  });

/** A complaint to which everything has happened: more than any one stage has. A text stands in every field. */
export function full(given: string | Typed, over: Partial<AnyStage> = {}): Complaint {
  const typed = typedOf(given);
  const respondent = { id: joris.id, name: typed.respondent };
  return inItsStage({
    number: 'K-2026-0001',
    stage: 'acknowledged',
    registeredOn: '2026-11-02',
    receiver: sanne,
    handler: { person: lars, role: 'officer' },
    handledBy: [lars.id],
    complainant: {
      name: typed.complainant,
      representing: typed.representing,
      email: 'mevrouw@voorbeeld.nl',
      phone: typed.phone,
      address: typed.address,
    },
    origin: 'client',
    branch: typed.branch,
    summary: typed.summary,
    receivedOn: '2026-11-02',
    manner: 'oral',
    respondents: [respondent, willem],
    experts: typed.experts,
    statementsRequested: [joris.id, willem.id],
    statements: [
      { on: '2026-11-03', text: typed.complainantStatement },
      { of: respondent, on: '2026-11-04', text: typed.respondentStatement },
    ],
    letters: [
      ...letterKinds.map((kind, index) => ({ ...letter(kind, typed.letter), id: index + 1 })),
      { id: 90, kind: 'court-route', text: typed.letter, manner: 'email', to: 'mevrouw@voorbeeld.nl' },
    ],
    answer: { position: typed.position, judgement: 'partly-founded', proposal: typed.proposal },
    measures: [
      { id: 'm1', what: typed.measure, owner: typed.owner, dueOn: '2026-12-04' },
      { id: 'm2', what: typed.otherMeasure, owner: typed.owner, dueOn: '2026-11-20', doneOn: '2026-11-19' },
    ],
    objection: { receivedOn: '2026-11-20', text: typed.objection, lateBecause: typed.late },
    appointment: {
      on: '2026-11-25',
      time: '14:30',
      form: 'office',
      branch: typed.branch,
      employeePresent: true,
      secondRepresentative: fatima,
      agreed: true,
      laterWish: 'complainant',
      laterBecause: typed.laterHearing,
    },
    hearings: [
      {
        on: '2026-11-25',
        form: 'phone',
        present: typed.present,
        report: typed.report,
        proposal: typed.hearingProposal,
        reaction: typed.reaction,
      },
      {
        on: '2026-11-26',
        form: 'office',
        present: typed.present,
        report: typed.report,
        settlement: typed.settlement,
      },
    ],
    waivedOn: '2026-11-26',
    decision: { judgement: 'founded', decision: typed.decision, reasons: typed.reasons, by: willem },
    ...over,
  });
}

const letter = (kind: LetterKind, text: string) =>
  ({ kind, text, manner: 'post', sentOn: '2026-11-10', countsAsReceivedOn: '2026-11-10' }) as const;

/** An event of every kind. A text stands in every field. */
export function events(given: string | Typed): Event[] {
  const typed = typedOf(given);
  const respondent = { id: joris.id, name: typed.respondent };
  return [
    {
      type: 'registered',
      number: 'K-2026-0001',
      receivedOn: '2026-11-21',
      registeredOn: '2026-11-23',
      origin: 'client',
      manner: 'oral',
      personal: {
        complainant: { name: typed.complainant },
        summary: typed.summary,
        respondents: [],
        receiver: sanne,
      },
    },
    { type: 'left-unassigned', on: '2026-11-23' },
    { type: 'forwarded', on: '2026-11-23', role: 'officer', daysLate: 2, personal: { to: lars } },
    { type: 'statement-requested', on: '2026-11-23', personal: { respondent } },
    {
      type: 'statement-recorded',
      on: '2026-11-24',
      from: 'complainant',
      personal: { text: typed.complainantStatement },
    },
    {
      type: 'statement-recorded',
      on: '2026-11-24',
      from: 'respondent',
      personal: { respondent, text: typed.respondentStatement },
    },
    { type: 'experts-recorded', on: '2026-11-24', personal: { experts: typed.experts } },
    { type: 'note-added', on: '2026-11-24', personal: { text: typed.note } },
    {
      type: 'handed-over',
      on: '2026-11-24',
      role: 'substitute',
      personal: { to: fatima, reason: typed.handOver },
    },
    {
      type: 'respondent-added',
      on: '2026-11-24',
      personal: { respondent, reason: typed.added },
    },
    {
      type: 'respondent-removed',
      on: '2026-11-24',
      personal: { respondent, reason: typed.added },
    },
    {
      type: 'letter-queued',
      on: '2026-11-24',
      kind: 'acknowledgement',
      personal: { text: typed.letter, to: 'mevrouw@voorbeeld.nl' },
    },
    {
      type: 'letter-sent',
      kind: 'acknowledgement',
      sentOn: '2026-11-25',
      manner: 'post',
      countsAsReceivedOn: '2026-11-30',
      daysLate: 3,
      personal: { text: typed.letter },
    },
    {
      type: 'answer-drawn-up',
      on: '2026-11-25',
      judgement: 'founded',
      bothSidesHeard: false,
      personal: {
        position: typed.position,
        proposal: typed.proposal,
        measures: [{ id: 'm1', what: typed.measure, owner: typed.owner, dueOn: '2026-12-24' }],
        reason: typed.notHeard,
      },
    },
    { type: 'measure-done', measure: 'm1', on: '2026-11-25' },
    {
      type: 'objected',
      receivedOn: '2026-11-25',
      daysLate: 1,
      personal: { text: typed.objection, lateBecause: typed.late },
    },
    {
      type: 'late-objection-refused',
      receivedOn: '2026-11-25',
      daysLate: 4,
      personal: { text: typed.objection, reason: typed.late },
    },
    {
      type: 'hearing-offered',
      on: '2026-11-25',
      appointment: { on: '2026-11-26', time: '14:30', form: 'office', employeePresent: true, agreed: true },
      personal: { branch: typed.branch, secondRepresentative: fatima, laterBecause: typed.laterHearing },
    },
    {
      type: 'heard',
      on: '2026-11-26',
      form: 'office',
      settled: false,
      personal: {
        present: typed.present,
        report: typed.report,
        proposal: typed.hearingProposal,
        reaction: typed.reaction,
      },
    },
    { type: 'hearing-waived', on: '2026-11-26' },
    {
      type: 'decision-taken',
      on: '2026-11-26',
      judgement: 'founded',
      personal: { decision: typed.decision, reasons: typed.reasons, by: willem },
    },
    {
      type: 'date-corrected',
      field: 'receivedOn',
      from: '2026-11-21',
      to: '2026-11-20',
      personal: { reason: typed.correction },
    },
    {
      type: 'facts-corrected',
      on: '2026-11-26',
      from: { origin: 'client' },
      to: { origin: 'other' },
      personal: {
        from: { complainant: { name: typed.complainant }, branch: typed.branch },
        to: { complainant: { name: 'M. Visser', email: 'm@voorbeeld.nl' }, branch: '' },
        reason: typed.correction,
      },
    },
    { type: 'closed', on: '2026-11-26', outcome: 'withdrawn', personal: { reason: typed.withdrawn } },
    { type: 'hold-set', on: '2026-11-26', personal: { reason: typed.hold } },
    { type: 'hold-lifted', on: '2026-11-26' },
    { type: 'erasure-requested', on: '2026-11-26', personal: { by: lars, reason: typed.erasure } },
    { type: 'erasure-declined', on: '2026-11-26', personal: { by: fatima } },
  ];
}

export const journalOf = (list: readonly Event[]): JournalEntry[] =>
  list.reduce<JournalEntry[]>((so, event) => append(so, event, lars, '2026-11-23T08:12:00.000Z'), []);

const message = (id: string, to: Message['to'], content: Message['content']): Message => ({
  id,
  to,
  content,
  queuedAt: '2026-11-23T08:12:00.000Z',
  sentAt: '2026-11-23T08:12:01.000Z',
  status: 'sent',
  attempts: [],
});

/** A message of every kind. */
const outbox: Message[] = [
  message('1', { kind: 'person', id: lars.id }, { kind: 'case' }),
  message('2', { kind: 'person', id: willem.id }, { kind: 'unassigned' }),
  message('3', { kind: 'person', id: joris.id }, { kind: 'statement-request' }),
  message('4', { kind: 'person', id: lars.id }, { kind: 'statement-given' }),
  message('5', { kind: 'person', id: joris.id }, { kind: 'position' }),
  message('6', { kind: 'person', id: willem.id }, { kind: 'decision-request' }),
  message('7', { kind: 'mail' }, { kind: 'letter', letter: 90 }),
  message('8', { kind: 'person', id: lars.id }, { kind: 'undelivered', message: '5', what: 'position' }),
  {
    ...message(
      '9',
      { kind: 'channel' },
      { kind: 'reminder', deadline: 'measure', article: 6, dueOn: '2026-11-30', lastDayToAct: '2026-11-30' },
    ),
    sentAt: undefined,
    status: 'queued',
  },
];

/** The dossier of a complaint, with those last events in its journal. */
export const dossierOf = (complaint: Complaint, list: readonly Event[] = []): Dossier => ({
  kind: 'dossier',
  forms: [],
  id: complaint.number,
  complaint,
  journal: journalOf(list),
  outbox: list.length > 0 ? outbox : [],
  open: true,
  receiverId: sanne.id,
});
