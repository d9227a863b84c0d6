import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { everybodyAtTheDesk } from '../../procedure/people.ts';
import { leftWords, untilWords } from './cards.ts';
import { long } from './dutch-days.ts';
import { articleSaid, type Duty, dutiesOf, guarded, isLate } from './duties.ts';

/** What is due, as the channel reads it. */
const due: Record<Duty['of'], string> = {
  forward: 'Doorgeven aan de klachtenfunctionaris',
  acknowledge: 'Ontvangst bevestigen',
  answer: 'Schriftelijk antwoord geven',
  objection: 'Klager laat weten of hij het niet eens is',
  hearing: 'Klager laten toelichten in een gesprek',
  decision: 'Definitieve beslissing van de directie',
  measure: 'Maatregel uitvoeren',
};

/** Finds which duty leads a complaint: what is late, the first of it, and otherwise the one whose day is guarded first. */
export function leading(complaint: Complaint, today: LocalDate) {
  const day = (duty: Duty): LocalDate => guarded(duty, complaint);
  const running = dutiesOf(complaint).sort((a, b) => compared(day(a), day(b)));
  const late = running.filter((duty) => isLate(duty, today));
  const lead = late[0] ?? running[0];
  return { lead, late: late.length > 0, days: [lead, running[0]].map((one) => one && day(one)).join() };
}

type Row = { complaint: Complaint } & ReturnType<typeof leading>;

/** Sorts as somebody does who must act: late ones first, then by the days of what leads each and of what comes first, then by number. */
const sorted = (rows: readonly Row[]): Row[] =>
  [...rows].sort(
    (a, b) =>
      Number(b.late) - Number(a.late) ||
      compared(a.days, b.days) ||
      compared(a.complaint.number, b.complaint.number),
  );

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The beginnings of the lines of the digest of a day, in their order. */
export function ownDigest(complaints: readonly Complaint[], today: LocalDate): string[] {
  const all = complaints
    .filter(
      ({ respondents, erased }) =>
        !erased && !everybodyAtTheDesk.some((one) => respondents.some(({ id }) => id === one.id)),
    )
    .map((complaint) => ({ complaint, ...leading(complaint, today) }));
  const open = all.filter(({ complaint }) => complaint.stage !== 'closed');
  const closed = all.filter(({ complaint }) => complaint.stage === 'closed' && hasWork(complaint));
  const late = (rows: readonly Row[]): number => rows.filter((row) => row.late).length;
  const idle = open.filter(({ lead }) => !lead).length;
  const online = open.filter(({ complaint }) => complaint.receiver.name === 'Website').length;
  const totals =
    open.length === 0
      ? 'Er zijn geen open klachten in dit overzicht.'
      : `In dit overzicht: ${open.length} open ${open.length === 1 ? 'klacht' : 'klachten'}, ${late(open) || 'geen'} te laat${online > 0 ? `, ${online} via de website` : ''}${idle > 0 ? `, ${idle} zonder lopende termijn` : ''}.`;
  const loose = `Bij ${closed.length} gesloten ${closed.length === 1 ? 'klacht' : 'klachten'} is nog iets te doen${late(closed) > 0 ? `, ${late(closed)} te laat` : ''}.`;
  return [
    `Overzicht van de klachten, ${long(today)}. ${totals}`,
    'Overzicht van de klachten',
    long(today),
    totals,
    ...stagesOf(
      open.map(({ complaint }) => complaint),
      today,
    ),
    ...linesOf(open, today),
    ...(closed.length > 0 ? [loose] : []),
    ...linesOf(closed, today),
    'Klachten over wie klachten behandelt, staan niet in dit overzicht.',
  ];
}

/** The stages in their order, as the channel reads them. */
const stagesSaid: Record<string, string> = {
  registered: 'Geregistreerd, ontvangst nog niet bevestigd',
  acknowledged: 'In behandeling, ontvangst is bevestigd',
  answered: 'Beantwoord',
  objected: 'De klager is het niet eens met het antwoord',
  'hearing-offered': 'Gesprek aangeboden',
  heard: 'Gesprek gehouden, nog geen oplossing',
  waived: 'De klager ziet af van een gesprek',
};

/** Counts what waits in each stage, and how old the oldest is: `sums` words the numbers. */
export function stagesOf(
  complaints: readonly Complaint[],
  today: LocalDate,
  sums = (some: readonly Complaint[]): string => String(some.length),
): string[] {
  return Object.entries(stagesSaid).flatMap(([stage, words]) => {
    const some = complaints.filter((one) => one.stage === stage);
    return some.length > 0 ? [`${words}: ${sums(some)}, oudste: ${oldest(some, today)}`] : [];
  });
}

/** Words how long ago the oldest came in, counted day by day. */
export function oldest(complaints: readonly Complaint[], today: LocalDate): string {
  let first = today;
  for (const { receivedOn } of complaints) if (receivedOn < first) first = receivedOn;
  const days = Math.round((Date.parse(today) - Date.parse(first)) / 86_400_000);
  if (days === 0) return 'vandaag';
  if (days < 14) return `${days} ${days === 1 ? 'dag' : 'dagen'}`;
  const number = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const begun = number(today) - number(first);
  const months = today.slice(8) < first.slice(8) ? begun - 1 : begun;
  return months >= 3 ? `${months} maanden` : `${(days - (days % 7)) / 7} weken`;
}

export const hasWork = ({ measures, letters }: Complaint): boolean =>
  measures.some(({ doneOn }) => !doneOn) ||
  letters.some(({ sentOn, withdrawnOn }) => !sentOn && !withdrawnOn);

const linesOf = (rows: readonly Row[], today: LocalDate): string[] =>
  sorted(rows).flatMap(({ complaint, lead }) =>
    lead
      ? [
          `${complaint.number} · ${leftWords(lead, today)}`,
          `${lead.of === 'answer' && lead.excused ? 'Klacht afhandelen, zonder brief' : due[lead.of]} (${articleSaid(lead)})`,
          untilWords(lead),
        ]
      : [],
  );
