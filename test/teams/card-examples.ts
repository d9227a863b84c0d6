import { workingDaysAfter } from '../../src/procedure/articles/art02-periods.ts';
import { movedDeadlines } from '../../src/procedure/calendar-change.ts';
import { deadline, whatIf } from '../../src/procedure/deadlines.ts';
import { type CaseNumber, caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import { type Complaint, stages } from '../../src/procedure/model/complaint.ts';
import { boardReport, type Counted } from '../../src/register/board-report.ts';
import type { ChannelRow } from '../../src/register/notify/digest.ts';
import { absenceCard } from '../../src/teams/cards/absence.ts';
import { changedCard, leftFormCard, tooLateToAddCard } from '../../src/teams/cards/below-form.ts';
import { channelReminderCard, digestCard, watchingCard } from '../../src/teams/cards/channel.ts';
import { channelHelpCard, helpCard } from '../../src/teams/cards/help.ts';
import { casesCard } from '../../src/teams/cards/lists.ts';
import { myComplaintsCard, toTell } from '../../src/teams/cards/my-complaints.ts';
import {
  askedElsewhereCard,
  erasedCard,
  leftCard,
  noticeCard,
  replacedCard,
  stillAskedCard,
  typedTexts,
} from '../../src/teams/cards/notice.ts';
import { noPileCard, pileCard } from '../../src/teams/cards/pile.ts';
import { registeredCard } from '../../src/teams/cards/registered.ts';
import { registrationForm } from '../../src/teams/cards/registration-form.ts';
import { closedCard, searchCard } from '../../src/teams/cards/search.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { unassignedCard } from '../../src/teams/cards/unassigned.ts';
import { whatIfCard } from '../../src/teams/cards/what-if.ts';
import { notUnderstood } from '../../src/teams/chat/not-understood.ts';
import { bsnError } from '../../src/teams/form/bsn.ts';
import { movedCard } from '../../src/teams/notifications/decreed-days-card.ts';
import { quarterCard } from '../../src/teams/notifications/quarter-card.ts';
import { branchChoices } from '../../src/teams/steps/ranges-and-choices.ts';
import { withDecreed } from '../../src/time/dutch-calendar.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { moved } from '../procedure/reference-days.ts';
import {
  bare,
  calendar,
  desk,
  events,
  fatima,
  full,
  journalOf,
  lars,
  otherComplaints,
  sanne,
  today,
} from './a-dossier.ts';
import { arrivingExamples } from './arriving-examples.ts';
import { asFarAs, caseExamples } from './case-examples.ts';
import { formExamples } from './form-examples.ts';
import { sentFileExamples } from './sent-file-examples.ts';
import { type Typed, typedIn, typedOf } from './typed.ts';

/** The registration of the bot. */
const botId = '2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80';

const dated = (kind: 'acknowledge' | 'answer', workingDaysLeft: number) => ({
  deadline: deadline(kind, workingDaysLeft < 0 ? '2026-11-16' : '2026-11-23', calendar),
  workingDaysLeft,
});
const running = [dated('acknowledge', 2), dated('answer', 12)];
/** What is due in the lists of the channel: which deadline, of which article. */
const due = { acknowledge: 5, answer: 6, measure: 6, hearing: 8, decision: 8 } as const;
type Due = keyof typeof due;

const row = (
  number: CaseNumber,
  lastDayToAct: LocalDate,
  workingDaysLeft: number,
  kind: Due = 'acknowledge',
): ChannelRow => ({
  number,
  article: due[kind],
  deadline: kind,
  owedBy: 'ballance',
  dueOn: lastDayToAct,
  lastDayToAct,
  workingDaysLeft,
  late: lastDayToAct < today,
});

/** That many dossiers in a list, each with something else due on a later day. */
const rows = (from: number, count: number, kinds: readonly Due[]): ChannelRow[] =>
  Array.from({ length: count }, (_, i) =>
    row(
      caseNumber(numberOf('2026', from + 7 * i)),
      workingDaysAfter(today, i + 1, calendar.strict).dueOn,
      i + 1,
      kinds[i % kinds.length],
    ),
  );

const whatIfOn = (day: LocalDate, on: LocalDate = today) =>
  whatIfCard({ day, deadlines: whatIf(day, calendar), calendar, today: on });

/** Every card twice: with everything on it, and with as little as can be. A text is what was typed in every field. */
export function examples(given: string | Typed): Record<string, Card> {
  const typed = typedOf(given);
  const complaint = full(typed);
  const values = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, typedIn(id, typed)]));
  const faults = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'Dit veld klopt niet.']));
  const notice = { text: typed.notice, tone: 'warning' } as const;
  const registrationFields = [
    'complainantName',
    'representing',
    'email',
    'phone',
    'address',
    'branch',
    'summary',
  ];
  const closed: Complaint = {
    ...bare(),
    stage: 'closed',
    closed: { on: today, outcome: 'remedied', from: 'registered' },
  };
  return {
    'registration form, blank': registrationForm({ formId: 'form-1', today, desk, values: {}, errors: {} }),
    'registration form, with branches': registrationForm({
      ...{ formId: 'form-1', today, desk, values: {}, errors: {} },
      branches: branchChoices([{ name: 'Arnhem', address: 'Voorbeeldkade 1' }], typed.branch),
    }),
    'registration form, with a number that may be of a citizen': registrationForm({
      ...{ formId: 'form-1', today, desk },
      values: { summary: 'Haar nummer is 111222333.', complainantName: 'Mevrouw Pietersen' },
      errors: { summary: bsnError },
    }),
    'registration form, with faults': registrationForm({
      formId: 'form-1',
      today,
      desk,
      values: {
        ...values(...registrationFields, 'colleague', 'experts'),
        origin: 'client',
        respondents: `${lars.id},${sanne.id}`,
      },
      errors: faults(
        ...registrationFields,
        'origin',
        'receivedOn',
        'manner',
        'respondents',
        'colleague',
        'experts',
        'remedied',
      ),
      chosen: [sanne],
      notice,
    }),
    registered: registeredCard({
      complaint,
      journal: journalOf(events(typed)),
      deadlines: running.map((one) => one.deadline),
      passedOnTo: complaint.handler?.person,
      noted: complaint,
      told: toTell(
        asFarAs('registered', complaint),
        running.map((one) => one.deadline),
        today,
      ),
    }),
    'registered, on its way': registeredCard({
      complaint,
      journal: journalOf(events(typed)),
      deadlines: running.map((one) => one.deadline),
      passedOnTo: undefined,
    }),
    'registered, handed over meanwhile': registeredCard({
      complaint,
      journal: [],
      deadlines: [],
      passedOnTo: { ...sanne, name: typed.owner },
    }),
    'registered, closed meanwhile': registeredCard({
      complaint: { ...closed, closed: { on: today, outcome: 'withdrawn', from: 'registered' } },
      journal: [],
      deadlines: [],
      passedOnTo: complaint.handler?.person,
    }),
    'registered and remedied': registeredCard({
      complaint: closed,
      journal: [],
      deadlines: [],
      passedOnTo: undefined,
    }),
    'registered, for nobody': registeredCard({
      complaint: bare(),
      journal: [],
      deadlines: [],
      passedOnTo: undefined,
    }),
    ...caseExamples(typed),
    ...formExamples(typed),
    ...arrivingExamples(typed, complaint, bare()),
    ...sentFileExamples(typed, complaint),
    'my complaints': myComplaintsCard({
      desk,
      complaints: [...stages.map((stage) => asFarAs(stage, complaint)), ...otherComplaints(2, 1)],
      today,
      calendar,
    }),
    'my complaints, none': myComplaintsCard({ complaints: [], today, desk, calendar }),
    cases: casesCard(
      [
        { complaint, next: dated('acknowledge', -1) },
        ...otherComplaints(2, 32).map((other, i) => ({
          complaint: other,
          ...(i < 9 && { next: i < 3 ? dated('acknowledge', i + 1) : dated('answer', 9 + i) }),
        })),
      ],
      today,
    ),
    'cases, none': casesCard([], today),
    'cases, of the officer': casesCard([{ complaint, next: dated('acknowledge', -1) }], today, [], {
      piles: true,
    }),
    pile: pileCard({
      ...{ open: 9, late: 2, oldest: moved(today, -200), today },
      handlers: [
        {
          ...{ handler: lars.name, open: 7, late: 2, oldest: moved(today, -30) },
          stages: [
            { stage: 'registered', open: 3, late: 1, oldest: moved(today, -9) },
            { stage: 'acknowledged', open: 4, late: 1, oldest: moved(today, -30) },
          ],
        },
        {
          ...{ handler: fatima.name, open: 1, late: 0, oldest: moved(today, -200) },
          stages: [{ stage: 'answered', open: 1, late: 0, oldest: moved(today, -200) }],
        },
        {
          ...{ open: 1, late: 0, oldest: today },
          stages: [{ stage: 'registered', open: 1, late: 0, oldest: today }],
        },
      ],
      loose: { count: 2, late: 1 },
      unreadable: [{ number: 'K-2026-0007', isNewer: false }],
    }),
    'pile, none': pileCard({ open: 0, late: 0, handlers: [], loose: { count: 0, late: 0 }, today }),
    'pile, of another': noPileCard,
    'search, with more pages': searchCard({
      asked: 'pietersen',
      hits: [complaint, ...otherComplaints(2, 9)],
      next: 'K-2026-0001',
    }),
    'cases, closed': closedCard({
      hits: otherComplaints(2, 2).map(({ number, complainant, summary }) => ({
        ...closed,
        ...{ number, complainant, summary },
      })),
      next: 'K-2026-0001',
    }),
    'search, nothing found': searchCard({ asked: 'pietersen', hits: [] }),
    'what if': whatIfOn('2026-12-24'),
    'what if, in a month of holidays': whatIfOn('2028-04-08', '2028-04-11'),
    'what if, years ahead': whatIfOn('2031-02-28'),
    absence: absenceCard({
      by: lars,
      absences: [{ person: lars, from: today, until: '2026-12-04' }],
      instead: [
        { from: today, until: '2026-12-01', person: fatima },
        { from: '2026-12-02', until: '2026-12-04' },
      ],
      officer: lars,
      today,
      values: values('from', 'until'),
      errors: faults('from', 'until'),
    }),
    'absence, twice': absenceCard({
      by: lars,
      absences: [
        { person: lars, from: today, until: '2026-12-04' },
        { person: lars, from: '2026-12-21', until: '2026-12-31' },
      ],
      instead: [
        { from: today, until: '2026-12-04', person: fatima },
        { from: '2026-12-21', until: '2026-12-31', person: fatima },
      ],
      officer: lars,
      today,
      values: {},
      errors: {},
    }),
    'absence, nobody away': absenceCard({
      by: lars,
      absences: [],
      officer: lars,
      today,
      values: {},
      errors: {},
    }),
    'help for the officer': helpCard({ role: 'officer' }),
    'text that is no command': notUnderstood({ argument: typed.note }, { role: 'officer', year: '2026' }),
    'text near a command': notUnderstood({ argument: 'zook jansen' }, { role: 'officer', year: '2026' }),
    'help for a substitute': helpCard({ role: 'substitute' }),
    'help for the board': helpCard({ role: 'board' }),
    'help for a colleague': helpCard({ role: 'colleague' }),
    'welcome for the officer': helpCard({ role: 'officer', isNew: true, desk }),
    'help for a new member of the board': helpCard({ role: 'board', desk }),
    'help in a channel': channelHelpCard(),
    'welcome in a team': channelHelpCard(true),
    'replaced by a later one': replacedCard('K-2026-0001'),
    'below a form, changed': changedCard(
      'K-2026-0001',
      'maandag 23 november 2026 om 11:20 · Fatima el Amrani: Notitie.',
      { title: 'Antwoord versturen', asks: true, isOpen: true },
    ),
    'below a form, too late': changedCard(
      'K-2026-0001',
      'maandag 23 november 2026 om 11:20 · Fatima el Amrani: Ontvangst bevestigd op maandag 23 november 2026 (e-mail).',
      { title: 'Ontvangst bevestigen', asks: true, isOpen: false },
    ),
    'below a form of the receiver': tooLateToAddCard('K-2026-0001'),
    'below a form, no longer theirs': leftFormCard('K-2026-0001'),
    'a request for a statement that was replaced': askedElsewhereCard('K-2026-0001'),
    'no longer theirs': leftCard(
      'K-2026-0001',
      `Willem Jansen nam op maandag 4 mei 2026 de definitieve beslissing (artikel 8).`,
    ),
    'replaced, and still to be done': stillAskedCard('K-2026-0001', {
      text: 'Joris Bakker heeft het standpunt niet gekregen. Vertel het zelf.',
      tone: 'attention',
    }),
    'of an erased dossier': erasedCard('K-2026-0001'),
    notice: noticeCard({
      title: 'Dit kan niet',
      text: typed.notice,
      tone: 'warning',
      typed: typedTexts({ letter: typed.letter }, { letter: 'Brief' }),
      buttons: [{ title: 'Mijn zaken', verb: 'cases' }],
    }),
    'notice, of a statement': noticeCard({
      ...{ title: 'Je verklaring is ontvangen', text: 'Dank je wel.', tone: 'good' },
      written: typed.respondentStatement,
    }),
    'notice, short': noticeCard({ title: 'Dit kan niet', text: 'Vraag het Lars.', tone: 'accent' }),
    'channel reminder': channelReminderCard(row('K-2026-0001', '2026-11-30', 2), today, botId),
    'channel reminder, late': channelReminderCard(row('K-2026-0001', '2026-11-24', -2), today),
    'reminder, late, of a board member': watchingCard(row('K-2026-0001', '2026-11-24', -2), today, lars),
    digest: digestCard({
      day: today,
      open: {
        rows: [
          row('K-2026-0001', '2026-11-24', -2),
          row('K-2026-0002', today, 0),
          ...rows(3, 12, ['acknowledge', 'answer', 'hearing', 'decision']),
        ],
        withoutDeadline: 1,
      },
      piles: [
        { stage: 'registered', open: 4, oldest: moved(today, -6) },
        { stage: 'acknowledged', open: 8, oldest: moved(today, -21) },
        { stage: 'answered', open: 3, oldest: moved(today, -120) },
      ],
      closed: {
        rows: rows(1, 24, ['measure']),
        withoutDeadline: 0,
      },
    }),
    'digest, no complaints': digestCard(
      {
        day: today,
        open: { rows: [], withoutDeadline: 0 },
        closed: { rows: [], withoutDeadline: 0 },
      },
      botId,
    ),
    unassigned: unassignedCard({ complaint: bare() }),
    'a quarter is over': quarterExample(),
    'deadlines that move by decree': movedExample(2),
    'deadlines that move by decree, of many': movedExample(12),
    'deadlines that move by decree, none any more': movedCard(
      { added: [], removed: ['2028-04-28', '2028-05-26'] },
      [],
      { reader: lars, today },
    ).card,
  };
}

/** The totals of a quarter: seven complaints, of which five are closed, and the year before four. */
function quarterExample(): Card {
  const some = (count: number, month: string): Counted[] =>
    Array.from({ length: count }, (_, at) => ({
      figures: {
        ...{ receivedIn: month, registeredIn: month, origin: 'client', manner: 'oral', deadlines: {} },
        ...(at < 5
          ? { stage: 'closed', closed: { in: month, outcome: 'agreed' } }
          : { stage: 'acknowledged' }),
      },
      days: {},
    }));
  const all = [...some(7, '2026-08'), ...some(4, '2025-08')];
  const listed = { branches: [], subjects: [] };
  return quarterCard(boardReport({ year: '2026', quarter: 3 }, all, listed), '2026-10-01').card;
}

/** A day equated by decree on which an answer was promised, in that many complaints; the second with a colleague. */
function movedExample(count: number): Card {
  const added: LocalDate[] = ['2026-12-14'];
  const calendars = { before: calendar, after: withDecreed(calendar, [...calendar.decreed, ...added]) };
  const found = otherComplaints(2, count).map((other, i) => {
    const complaint = bare({
      ...{ ...other, stage: 'acknowledged' },
      ...(i % 3 === 1 && { handler: { person: fatima, role: 'substitute' } }),
      letters: [
        {
          ...{ id: 1, kind: 'acknowledgement', text: 'Geachte heer', manner: 'email' },
          ...{ sentOn: '2026-11-24', countsAsReceivedOn: '2026-11-24' },
          promised: { of: 'answer', on: '2026-12-14' },
        },
      ],
    });
    return { complaint, moved: movedDeadlines(complaint, calendars, desk) };
  });
  return movedCard({ added, removed: [] }, found, { reader: lars, today }).card;
}
