import { systemClock } from '../../src/calendar/clock.ts';
import { dutchCalendar } from '../../src/calendar/dutch-calendar.ts';
import { acknowledgementDraft } from '../../src/letters/letter.ts';
import type { Complaint, Person } from '../../src/procedure/complaint.ts';
import { deadline, whatIf } from '../../src/procedure/deadlines.ts';
import type { Desk } from '../../src/procedure/desk.ts';
import type { Event } from '../../src/procedure/events.ts';
import type { Dossier } from '../../src/register/dossier.ts';
import { append, type JournalEntry } from '../../src/register/journal.ts';
import type { Card } from '../../src/teams/card.ts';
import { absenceCard } from '../../src/teams/cards/absence.ts';
import { acknowledgeForm } from '../../src/teams/cards/acknowledge-form.ts';
import { caseCard } from '../../src/teams/cards/case.ts';
import { casesCard } from '../../src/teams/cards/cases.ts';
import { channelReminderCard } from '../../src/teams/cards/channel-reminder.ts';
import { digestCard } from '../../src/teams/cards/digest.ts';
import { handOverForm } from '../../src/teams/cards/hand-over-form.ts';
import { helpCard } from '../../src/teams/cards/help.ts';
import { myComplaintsCard } from '../../src/teams/cards/my-complaints.ts';
import { noteForm } from '../../src/teams/cards/note-form.ts';
import { noticeCard } from '../../src/teams/cards/notice.ts';
import { registeredCard } from '../../src/teams/cards/registered.ts';
import { registrationForm } from '../../src/teams/cards/registration-form.ts';
import { unassignedCard } from '../../src/teams/cards/unassigned.ts';
import { whatIfCard } from '../../src/teams/cards/what-if.ts';
import { withdrawForm } from '../../src/teams/cards/withdraw-form.ts';

export const sanne: Person = { id: '3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01', name: 'Sanne de Vries' };
export const lars: Person = { id: '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02', name: 'Lars Brouwer' };
export const fatima: Person = { id: 'c41e7f3a-2b6d-4a89-8e05-1d2c3b4a5f03', name: 'Fatima el Amrani' };
export const willem: Person = { id: 'e95a1b7c-6f48-4d32-a7b1-9c8d7e6f5a04', name: 'Willem Jansen' };

export const desk: Desk = { officer: lars, substitutes: [fatima], board: [willem], absences: [] };
export const today = '2026-11-26';
const clock = systemClock();
const calendar = dutchCalendar();

/** A complaint of which every text is `text`, or one with only what is required. */
const full = (text: string): Complaint => ({
  number: 'K-2026-0001',
  stage: 'registered',
  registeredOn: '2026-11-23',
  receiver: sanne,
  handler: { person: lars, role: 'officer' },
  complainant: { name: text, representing: text, email: 'mevrouw@voorbeeld.nl', phone: text, address: text },
  origin: 'client',
  branch: text,
  summary: text,
  receivedOn: '2026-11-23',
  manner: 'oral',
  respondents: [{ id: willem.id, name: text }],
  experts: text,
});

const bare = (): Complaint => ({
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
});

/** A journal with an event of every kind. */
function journal(text: string): JournalEntry[] {
  const events: Event[] = [
    {
      type: 'registered',
      number: 'K-2026-0001',
      receivedOn: '2026-11-21',
      registeredOn: '2026-11-23',
      origin: 'client',
      manner: 'oral',
      personal: { complainant: { name: text }, summary: text, respondents: [], receiver: sanne },
    },
    { type: 'left-unassigned', on: '2026-11-23' },
    { type: 'forwarded', on: '2026-11-23', role: 'officer', daysLate: 2, personal: { to: lars } },
    { type: 'note-added', on: '2026-11-24', personal: { text } },
    { type: 'handed-over', on: '2026-11-24', role: 'substitute', personal: { to: fatima, reason: text } },
    { type: 'acknowledged', sentOn: '2026-11-25', manner: 'post', daysLate: 0, personal: { letter: text } },
    { type: 'closed', on: '2026-11-26', outcome: 'withdrawn', personal: { reason: text } },
  ];
  return events.reduce<JournalEntry[]>(
    (so, event) => append(so, event, lars, '2026-11-23T08:12:00.000Z'),
    [],
  );
}

const dossier = (complaint: Complaint, text: string): Dossier => ({
  kind: 'dossier',
  forms: [],
  id: complaint.number,
  complaint,
  journal: journal(text),
  outbox: [
    {
      id: '1',
      to: { kind: 'person', id: lars.id },
      content: { kind: 'case' },
      queuedAt: '2026-11-23T08:12:00.000Z',
      sentAt: '2026-11-23T08:12:01.000Z',
      status: 'sent',
      attempts: [],
    },
    {
      id: '2',
      to: { kind: 'channel' },
      content: {
        kind: 'reminder',
        deadline: 'acknowledge',
        article: 5,
        dueOn: '2026-11-30',
        lastDayToAct: '2026-11-30',
      },
      queuedAt: '2026-11-26T08:00:00.000Z',
      status: 'queued',
      attempts: [],
    },
  ],
  open: true,
  receiverId: sanne.id,
});

const dated = (kind: 'acknowledge' | 'answer', workingDaysLeft: number) => ({
  deadline: deadline(kind, workingDaysLeft < 0 ? '2026-11-16' : '2026-11-23', calendar),
  workingDaysLeft,
});
const running = [dated('acknowledge', 2), dated('answer', 12)];
const row = (number: string, lastDayToAct: string, workingDaysLeft: number) => ({
  number,
  article: 5,
  deadline: 'acknowledge' as const,
  lastDayToAct,
  workingDaysLeft,
  late: lastDayToAct < today,
});

/** Every card twice: with everything on it, each text a user can write being `text`, and with as little as can be. */
export function examples(text: string): Record<string, Card> {
  const complaint = full(text);
  const letter = acknowledgementDraft(complaint, {
    handlerName: lars.name,
    answerDueOn: '2026-12-14',
    today,
  });
  const view = { today, clock, desk };
  const step = { number: complaint.number, version: 3, formId: 'form-2', complaint, today };
  const blank = { ...step, complaint: bare(), values: {}, errors: {} };
  const typed = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, text]));
  const faults = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'Dit veld klopt niet.']));
  const notice = { text, tone: 'warning' } as const;
  const registrationFields = [
    'complainantName',
    'representing',
    'email',
    'phone',
    'address',
    'branch',
    'summary',
  ];
  const closed: Complaint = { ...bare(), stage: 'closed', closed: { on: today, outcome: 'remedied' } };
  return {
    'registration form, blank': registrationForm({ formId: 'form-1', today, desk, values: {}, errors: {} }),
    'registration form, with faults': registrationForm({
      formId: 'form-1',
      today,
      desk,
      values: {
        ...typed(...registrationFields, 'experts'),
        origin: 'client',
        respondents: `${lars.id},${sanne.id}`,
      },
      errors: faults(
        ...registrationFields,
        'origin',
        'receivedOn',
        'manner',
        'respondents',
        'experts',
        'remedied',
      ),
      chosen: [sanne],
      notice,
    }),
    registered: registeredCard({
      complaint,
      journal: journal(text),
      deadlines: running.map((one) => one.deadline),
    }),
    'registered and remedied': registeredCard({ complaint: closed, journal: [], deadlines: [] }),
    'registered, for nobody': registeredCard({ complaint: bare(), journal: [], deadlines: [] }),
    case: caseCard({
      ...view,
      dossier: dossier(complaint, text),
      deadlines: running,
      steps: ['acknowledge', 'add-note', 'hand-over', 'withdraw'],
      notice: { ...notice, typed: { text } },
    }),
    'case, late': caseCard({
      ...view,
      dossier: dossier(complaint, text),
      deadlines: [dated('acknowledge', -2), dated('answer', 1)],
      steps: ['acknowledge', 'add-note', 'hand-over', 'withdraw'],
    }),
    'case, closed': caseCard({
      ...view,
      dossier: { ...dossier(closed, ''), journal: [], outbox: [] },
      deadlines: [],
      steps: [],
    }),
    'acknowledge form': acknowledgeForm({ ...step, values: { letter, sentOn: today }, errors: {} }),
    'acknowledge form, with faults': acknowledgeForm({
      ...blank,
      values: typed('letter', 'sentOn'),
      errors: faults('letter', 'manner', 'sentOn'),
      notice,
    }),
    'note form': noteForm({ ...step, values: typed('text'), errors: faults('text') }),
    'note form, blank': noteForm(blank),
    'hand-over form': handOverForm({
      ...step,
      values: typed('to', 'reason'),
      errors: faults('to', 'reason'),
      successors: [{ person: fatima, role: 'substitute' }],
    }),
    'hand-over form, to nobody': handOverForm({ ...blank, successors: [] }),
    'withdraw form': withdrawForm({
      ...step,
      values: { on: today, reason: text },
      errors: faults('on', 'reason'),
    }),
    'withdraw form, blank': withdrawForm(blank),
    'my complaints': myComplaintsCard([complaint, bare(), ...Array.from({ length: 30 }, bare)]),
    'my complaints, none': myComplaintsCard([]),
    cases: casesCard(
      [
        { complaint, next: dated('acknowledge', -1) },
        { complaint, next: dated('acknowledge', 1) },
        { complaint, next: dated('answer', 12) },
        ...Array.from({ length: 30 }, () => ({ complaint: bare() })),
      ],
      today,
    ),
    'cases, none': casesCard([], today),
    'what if': whatIfCard({ day: '2026-12-24', deadlines: whatIf('2026-12-24', calendar) }),
    'what if, years ahead': whatIfCard({ day: '2031-02-28', deadlines: whatIf('2031-02-28', calendar) }),
    absence: absenceCard({
      by: lars,
      absences: [{ person: lars, from: today, until: '2026-12-04' }],
      standIn: fatima,
      today,
      values: typed('from', 'until'),
      errors: faults('from', 'until'),
    }),
    'absence, nobody away': absenceCard({ by: lars, absences: [], today, values: {}, errors: {} }),
    'help for the officer, who was not understood': helpCard({ role: 'officer', misunderstood: text }),
    'help for a substitute': helpCard({ role: 'substitute' }),
    'help for the board': helpCard({ role: 'board' }),
    'help for a colleague': helpCard({ role: 'colleague' }),
    notice: noticeCard({
      title: text,
      text,
      tone: 'warning',
      typed: { letter: text },
      buttons: [{ title: 'Mijn zaken', verb: 'cases' }],
    }),
    'notice, short': noticeCard({ title: 'Dit kan niet', text: 'Vraag het Lars.', tone: 'accent' }),
    'channel reminder': channelReminderCard(row('K-2026-0001', '2026-11-30', 2)),
    'channel reminder, late': channelReminderCard(row('K-2026-0001', '2026-11-24', -2)),
    digest: digestCard({
      day: today,
      rows: [
        row('K-2026-0001', '2026-11-24', -2),
        row('K-2026-0002', today, 0),
        ...Array.from({ length: 40 }, (_, i) => row(`K-2026-1${i + 100}`, '2026-12-14', 12)),
      ],
      withoutDeadline: 1,
    }),
    'digest, no complaints': digestCard({ day: today, rows: [], withoutDeadline: 0 }),
    unassigned: unassignedCard({ complaint: bare() }),
  };
}
