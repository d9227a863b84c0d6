import { deadline } from '../../src/procedure/deadlines.ts';
import { caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { Complaint, Person } from '../../src/procedure/model/complaint.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import type { Message } from '../../src/register/model/message.ts';
import type { ChannelRow } from '../../src/register/notify/digest.ts';
import { absenceCard } from '../../src/teams/cards/absence.ts';
import { channelReminderCard, digestCard, forwardingAlarmCard } from '../../src/teams/cards/channel.ts';
import { casesCard, casesFilters } from '../../src/teams/cards/lists.ts';
import { myComplaintsCard } from '../../src/teams/cards/my-complaints.ts';
import { registeredCard } from '../../src/teams/cards/registered.ts';
import { closedCard, searchCard } from '../../src/teams/cards/search.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { outcomeCard } from '../../src/teams/notifications/outcome.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { moved } from '../procedure/reference-days.ts';
import {
  bare,
  calendar,
  desk,
  dossierOf,
  events,
  fatima,
  full,
  joris,
  journalOf,
  lars,
  otherComplaints,
  today,
} from './a-dossier.ts';
import { asFarAs, caseOf } from './case-examples.ts';
import type { Typed } from './typed.ts';

const times = <T>(count: number, one: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => one(i));

const row = (i: number, left: number): ChannelRow => {
  const day: LocalDate = moved(today, left);
  return {
    ...{ number: caseNumber(numberOf('2026', i + 1)), article: 6, deadline: 'answer', owedBy: 'ballance' },
    ...{ dueOn: day, lastDayToAct: day, workingDaysLeft: left, late: left < 0 },
  };
};

const listed = (count: number, left: number) => ({
  rows: times(count, (i) => row(i, left)),
  withoutDeadline: count,
});

const inCase = (count: number, left: number) =>
  otherComplaints(2, count).map((complaint) => ({
    complaint,
    next: {
      deadline: deadline('answer', left < 0 ? moved(today, -40) : moved(today, -10), calendar),
      workingDaysLeft: left,
    },
  }));

const colleagues = (count: number): Person[] =>
  times(count, (i) => ({
    id: personId(`1a7e5c93-8d24-4b6f-9a50-3f4e5d6c7c${String(i + 10)}`),
    name: `${joris.name} ${String.fromCharCode(65 + i)}`,
  }));

/** A complaint with that many of all that it can have more of. */
function withCount(count: number, typed: Typed): Complaint {
  const all = full(typed);
  return {
    ...all,
    respondents: colleagues(count),
    statementsRequested: colleagues(count).map(({ id }) => id),
    statements: [],
    measures: times(count, (i) => ({
      ...{ id: `m${i}`, what: typed.measure, owner: typed.owner, ownerId: joris.id },
      dueOn: moved(today, i),
    })),
    letters: times(count, (i) => ({
      ...{
        id: i + 1,
        kind: letterKinds[i % letterKinds.length] ?? 'answer',
        text: typed.letter,
        manner: 'post',
      },
      ...{ sentOn: '2026-11-10', countsAsReceivedOn: '2026-11-13' },
    })),
  };
}

const again = (times: number, sent: number): Message => ({
  ...{ id: '1', to: { kind: 'person', id: lars.id }, content: { kind: 'case' } },
  ...{ queuedAt: '2026-11-23T08:12:00.000Z', status: 'gave-up' },
  attempts: times > 0 ? [{ at: '2026-11-23T08:13:00.000Z', fault: '503', times }] : [],
  ...(times > 0 && { earlier: { times, sent, since: '2026-11-20T08:12:00.000Z' } }),
});

/** Every card that counts something, where there are that many of it. */
export function countedExamples(count: number, typed: Typed): Record<string, Card> {
  const complaint = withCount(count, typed);
  const closed: Complaint = {
    ...asFarAs('closed', { ...full(typed), ...complaint }),
    stage: 'closed',
    closed: { on: today, outcome: 'decided', from: 'waived' },
    measures: complaint.measures,
  } as Complaint;
  const lost = times(count, (i) => ({ number: caseNumber(numberOf('2026', 100 + i)), isNewer: i % 2 === 1 }));
  const journal = journalOf(
    times(10 + count, (i) => events(typed)[i % events(typed).length] ?? events(typed)[0]).flatMap((one) =>
      one ? [one] : [],
    ),
  );
  const left = [-count, count];
  return {
    ...Object.fromEntries(
      casesFilters.map((filter) => [
        `cases, ${filter}`,
        casesCard(inCase(count, count), today, [], { filter }),
      ]),
    ),
    'cases, late': casesCard(inCase(count, -count), today),
    'cases, a page and so many': casesCard(inCase(10 + count, count), today, lost),
    'my complaints': myComplaintsCard({ complaints: otherComplaints(2, count), today, calendar, desk }),
    'my complaints, a page and so many': myComplaintsCard({
      ...{ complaints: otherComplaints(2, 8 + count), today, calendar, desk },
      unreadable: lost,
    }),
    search: searchCard({ asked: 'pietersen', hits: otherComplaints(2, count) }),
    'cases, closed': closedCard({ hits: otherComplaints(2, count) }),
    ...Object.fromEntries(
      left.flatMap((days) => [
        [
          `digest, ${days}`,
          digestCard({ day: today, open: listed(count, days), closed: listed(count, days) }),
        ],
        [
          `digest of more than fit, ${days}`,
          digestCard({
            ...{ day: today, open: listed(30 + count, days), closed: listed(0, days) },
          }),
        ],
        [`channel reminder, ${days}`, channelReminderCard(row(0, days), today)],
      ]),
    ),
    ...(count > 0 && {
      'forwarding alarm': forwardingAlarmCard({
        complaints: times(count, (i) => ({ number: caseNumber(numberOf('2026', i + 1)), dueOn: today })),
        ...{ isNew: true, name: lars.name },
      }),
    }),
    registered: registeredCard({
      ...{ complaint, deadlines: [], passedOnTo: lars, noted: complaint },
      journal: journalOf([
        { type: 'forwarded', on: today, role: 'officer', daysLate: count, personal: { to: lars } },
      ]),
    }),
    case: caseOf(complaint, { list: events(typed) }),
    'case, closed': caseOf(closed, { list: events(typed) }),
    'case, with more in its log than is shown': caseOf(bare(), {
      kept: { journal, outbox: [again(count, 0), again(count, count)] },
    }),
    'the outcome for who sees to measures': outcomeCard(dossierOf(closed), joris, { desk, today }).card,
    absence: absenceCard({
      ...{ by: lars, officer: lars, today, values: {}, errors: {} },
      absences: times(count, () => ({ person: fatima, from: today, until: moved(today, count) })),
    }),
  };
}
