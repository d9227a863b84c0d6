import type { AnyStage, Complaint, Person } from '../../../src/procedure/model/complaint.ts';
import type { EventOf } from '../../../src/procedure/model/events.ts';
import type { PersonId } from '../../../src/procedure/model/person-id.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { eventOf } from '../../../src/register/model/journal.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { everybodyAtTheDesk } from '../../procedure/people.ts';
import { canBeReached, dutiesOf, hearing } from './duties.ts';
import { daysLate } from './lateness.ts';

/** How a duty was kept: so many days late, or not done yet; absent where it never was one. */
export type KeptOf = number | 'open' | 'late' | undefined;

/** The duties of Ballance, as the sheet names them. */
export const duties = ['forward', 'acknowledge', 'answer', 'hearing', 'decision'] as const;

/** What one complaint counts for in the figures of its year. */
export type Line = Pick<Complaint, 'origin' | 'manner' | 'stage' | 'judgement'> & {
  month: string;
  registered: string;
  branch: string | undefined;
  subject: string | undefined;
  closed: { in: string; outcome: string } | undefined;
  kept: Record<(typeof duties)[number], KeptOf>;
  measures: { promised: number; taken: number; late: number } | undefined;
  satisfied: { handling: number; outcome: number } | undefined;
};

/** What counts the days by which a duty was late, from the days of receipt as they were corrected since. */
type Counting = (now: Complaint) => number | undefined;

/** What was noted of a complaint when it happened. */
type Noted = Partial<Record<(typeof duties)[number] | 'confirmed', Counting>>;

const apart = (from: LocalDate, to: LocalDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Notes what happened to a complaint, of which `complaint` is the state after it. */
function noted(before: Noted, event: ReturnType<typeof eventOf>, complaint: Complaint): Noted {
  const { objection } = complaint as Partial<AnyStage>;
  switch (event.type) {
    case 'forwarded':
      if (before.forward !== undefined) return before;
      return {
        ...before,
        forward: (now) =>
          complaint.closed?.outcome === 'remedied' ? 0 : Math.max(0, apart(now.receivedOn, event.on)),
      };
    case 'letter-sent':
      return event.again ? before : { ...before, ...ofLetter(before, event, complaint) };
    case 'hearing-offered':
    case 'heard': {
      if (before.hearing !== undefined || !objection) return before;
      const on = event.type === 'heard' ? event.on : event.appointment.on;
      const isTheirs = event.type === 'hearing-offered' && event.appointment.laterWish === 'complainant';
      const from = (now: Partial<AnyStage>) => now.objection?.receivedOn ?? objection.receivedOn;
      return {
        ...before,
        hearing: (now) => (isTheirs ? 0 : Math.max(0, apart(hearing(from(now)).dueOn, on))),
      };
    }
    default:
      return before;
  }
}

function ofLetter(before: Noted, letter: EventOf<'letter-sent'>, complaint: Complaint): Noted {
  const late = ({ receivedOn }: Complaint) => daysLate(letter, { ...complaint, receivedOn });
  const by: Counting = (now) => late(now).daysLate;
  const confirms = late(complaint).acknowledgedDaysLate !== undefined;
  return {
    ...(letter.kind === 'acknowledgement' && { acknowledge: by }),
    ...(letter.kind === 'answer' && { answer: by }),
    ...(letter.kind === 'final-decision' && { decision: by }),
    ...(confirms && !before.confirmed && { confirmed: (now) => late(now).acknowledgedDaysLate }),
  };
}

/** Computes what a complaint counts for on a day. */
function lineOf(complaint: Complaint, past: Noted, today: LocalDate): Line {
  const { receivedOn, registeredOn, origin, manner, stage, judgement, closed, measures, erased } = complaint;
  const isAsked = stage === 'waived';
  return {
    month: receivedOn.slice(0, 7),
    registered: registeredOn.slice(0, 7),
    ...{ origin, manner, stage, judgement, branch: closed && !erased ? complaint.branch : undefined },
    subject: closed && complaint.subject,
    closed: closed && { in: closed.on.slice(0, 7), outcome: closed.outcome },
    kept: {
      forward: past.forward?.(complaint),
      acknowledge:
        (past.acknowledge ?? past.confirmed)?.(complaint) ?? running(complaint, 'acknowledge', today),
      answer: past.answer?.(complaint) ?? running(complaint, 'answer', today),
      hearing: past.hearing?.(complaint) ?? running(complaint, 'hearing', today),
      decision: (isAsked ? undefined : past.decision?.(complaint)) ?? running(complaint, 'decision', today),
    },
    measures: erased
      ? undefined
      : {
          promised: measures.length,
          taken: measures.filter(({ doneOn }) => doneOn).length,
          late: measures.filter(({ dueOn, firstDueOn = dueOn, doneOn = today }) => doneOn > firstDueOn)
            .length,
        },
    satisfied: closed?.satisfaction && {
      handling: closed.satisfaction.handling,
      outcome: closed.satisfaction.outcome,
    },
  };
}

/** Tells whether a duty that is not done runs, and whether it is late by its article. */
function running(complaint: Complaint, what: (typeof duties)[number], today: LocalDate): KeptOf {
  const duty = dutiesOf(complaint).find((one) => one.of === what);
  if (!duty || (what === 'answer' && !canBeReached(complaint))) return undefined;
  return !duty.excused && today > (duty.articleDueOn ?? duty.dueOn) ? 'late' : 'open';
}

type Watched = {
  entries: number;
  past: Noted;
  complaint: Complaint;
  /** What somebody counts who became a respondent: nothing, or what they knew until then. */
  frozen: Map<PersonId, Line | undefined>;
};

/** Keeps a count of the complaints of an office beside its register. */
export function ownCount() {
  const watched = new Map<string, Watched>();

  return {
    /** Notes what happened since the last time. */
    note({ id, complaint, journal }: Dossier): void {
      const before = watched.get(id) ?? { entries: 0, past: {}, complaint, frozen: new Map() };
      const events = journal.slice(before.entries).map(eventOf);
      const past = events.reduce((noted_, event) => noted(noted_, event, complaint), before.past);
      const added = new Map(
        events.flatMap((event) =>
          event.type === 'respondent-added' ? [[event.personal.respondent.id, event.on] as const] : [],
        ),
      );
      const frozen = new Map(before.frozen);
      for (const { id: person } of everybodyAtTheDesk) {
        const isOne = complaint.respondents.some((one) => one.id === person);
        if (!isOne && !complaint.erased) frozen.delete(person);
        if (!isOne || frozen.has(person)) continue;
        const on = added.get(person);
        frozen.set(person, on && lineOf(before.complaint, before.past, on));
      }
      watched.set(id, { entries: journal.length, past, complaint, frozen });
    },

    /** Lists the lines of a year that somebody at the desk counts. */
    linesFor: ({ id }: Person, year: string, today: LocalDate): Line[] =>
      [...watched.values()].flatMap(({ complaint, past, frozen }) => {
        const line = frozen.has(id) ? frozen.get(id) : lineOf(complaint, past, today);
        return line?.month.startsWith(year) ? [line] : [];
      }),
  };
}

/** Adds the lines up, as the second sheet of the workbook does. */
export function addedUp(all: readonly Line[]): Map<string, number | undefined> {
  const lines = all.filter(({ closed }) => closed?.outcome !== 'merged');
  const sums = new Map<string, number | undefined>();
  const add = (what: string, count = 1) => void sums.set(what, (sums.get(what) ?? 0) + count);
  add('Klachten: alle', lines.length);
  add('Klachten: gesloten', lines.filter(({ closed }) => closed).length);
  add('Klachten: samengevoegd met een andere (telt daar mee)', all.length - lines.length);
  add('Klachten: nog open', lines.filter(({ closed }) => !closed).length);
  for (const { origin, manner, subject, judgement, closed } of lines) {
    add(`Herkomst: ${words[origin]}`);
    add(`Wijze van ontvangst: ${words[manner]}`);
    if (subject) add(`Onderwerp: ${subject}`);
    if (judgement) add(`Oordeel: ${words[judgement]}`);
    if (closed) add(`Afloop: ${closed.outcome}`);
  }
  for (const duty of duties) {
    const kept = lines.flatMap((line) => line.kept[duty] ?? []);
    const days = kept.filter((one) => typeof one === 'number');
    const late = days.filter((one) => one > 0);
    add(`${titles[duty]}: op tijd`, days.length - late.length);
    add(`${titles[duty]}: te laat`, late.length + kept.filter((one) => one === 'late').length);
    add(
      `${titles[duty]}: dagen te laat bij elkaar (wat gedaan is)`,
      late.reduce((sum, one) => sum + one, 0),
    );
    add(`${titles[duty]}: loopt nog`, kept.filter((one) => one === 'open').length);
  }
  for (const [what, of] of Object.entries({
    afgesproken: 'promised',
    uitgevoerd: 'taken',
    'te laat': 'late',
  } as const))
    add(
      `Maatregelen: ${what}`,
      lines.reduce((sum, { measures }) => sum + (measures?.[of] ?? 0), 0),
    );
  for (const [what, of] of [
    ['afhandeling', 'handling'],
    ['uitkomst', 'outcome'],
  ] as const) {
    const scores = lines.flatMap(({ satisfied }) => satisfied?.[of] ?? []);
    const sum = scores.reduce((one, other) => one + other, 0);
    sums.set(`Tevredenheid: ${what}: aantal antwoorden`, scores.length);
    sums.set(
      `Tevredenheid: ${what}: gemiddelde van 1 tot 5 (vanaf 5 antwoorden)`,
      scores.length < 5 ? undefined : Number((sum / scores.length).toFixed(1)),
    );
  }
  return sums;
}

const titles: Record<(typeof duties)[number], string> = {
  forward: 'Doorgegeven (art. 5)',
  acknowledge: 'Ontvangst bevestigd (art. 5)',
  answer: 'Antwoord (art. 6)',
  hearing: 'Gesprek (art. 8)',
  decision: 'Beslissing directie (art. 8)',
};

/** The words of the sheets that are counted. */
const words: Record<string, string> = {
  client: 'Cliënt',
  principal: 'Opdrachtgever',
  employee: 'Medewerker',
  partner: 'Samenwerkingspartner',
  other: 'Anders',
  oral: 'Mondeling',
  written: 'Schriftelijk',
  founded: 'Gegrond',
  'partly-founded': 'Deels gegrond',
  unfounded: 'Ongegrond',
  none: 'Geen oordeel',
};
