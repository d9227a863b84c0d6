import { longDate } from '../../letters/dutch-date.ts';
import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Complaint } from '../../procedure/complaint.ts';
import type { DeadlineKind } from '../../procedure/deadlines.ts';
import type { Desk } from '../../procedure/desk.ts';
import type { Step } from '../../procedure/open-steps.ts';
import { type Dossier, versionOf } from '../../register/dossier.ts';
import { type Card, template } from '../card.ts';
import { paragraphs } from '../literal.ts';
import { whyThisDate } from '../why.ts';
import { demandWords, outcomeWords, roleWords, stageWords } from '../words.ts';
import type { Notice } from './banner.ts';
import type { Action } from './button.ts';
import {
  type DatedDeadline,
  type DeadlineLine,
  deadlineLine,
  type TimeLeft,
  timeLeftOf,
} from './deadline-line.ts';
import { type Fact, factsOf } from './facts.ts';
import { type JournalLine, journalLine, type WallClock } from './journal-lines.ts';
import { type MessageLine, messageLine } from './message-lines.ts';
import { stepButtons } from './steps.ts';
import { type TypedText, typedTexts } from './typed-text.ts';

/** What is said above a dossier after a step; `typed` is what was filled in, if it could not be taken in. */
export type CaseNotice = Notice & { typed?: Record<string, string> };

export type CaseView = {
  dossier: Dossier;
  /** What runs, the nearest last day to act first. */
  deadlines: readonly DatedDeadline[];
  /** What the viewer may do now: these become the buttons. */
  steps: readonly Step[];
  today: LocalDate;
  clock: WallClock;
  desk: Desk;
  notice?: CaseNotice;
};

type Data = {
  title: string;
  stage: string;
  handler: string;
  banners: Notice[];
  typed: TypedText[];
  /** What the article demands now: one, or none. */
  next: (DeadlineLine & TimeLeft & { demand: string; why: string[] })[];
  /** Where nothing is demanded, why not: one, or none. */
  ended: string[];
  facts: Fact[];
  summary: string[];
  others: (DeadlineLine & TimeLeft)[];
  journal: JournalLine[];
  /** How many entries the card leaves out, in words: one, or none. */
  older: string[];
  messages: MessageLine[];
  actions: Action[];
};

const fill = template<Data>('case');

/** A message to Teams stays under 28 KB to be safe. */
const mostBytes = 27_000;

/** How much of journal and ledger is shown: the last entries, and characters of a text in them. */
type Room = { entries: number; characters: number };

/** Less where texts are long. */
const rooms: readonly Room[] = [
  { entries: 10, characters: 2000 },
  { entries: 10, characters: 300 },
  { entries: 5, characters: 100 },
];
const leastRoom: Room = { entries: 0, characters: 0 };

/** The dossier for whoever handles it: what is demanded, until when and why, the facts, and the open steps. */
export function caseCard(view: CaseView): Card {
  const cards = rooms.values().map((room) => within(room, view));
  return cards.find((card) => Buffer.byteLength(JSON.stringify(card)) < mostBytes) ?? within(leastRoom, view);
}

function within({ entries, characters }: Room, view: CaseView): Card {
  const { dossier, deadlines, steps, today, clock, desk, notice } = view;
  const { complaint, journal, outbox } = dossier;
  const [first, ...others] = deadlines;
  const left = Math.max(0, journal.length - entries);
  return fill({
    title: `Klacht ${complaint.number}`,
    stage: stageWords[complaint.stage],
    handler: handledBy(complaint),
    banners: notice ? [{ text: notice.text, tone: notice.tone }] : [],
    typed: typedTexts(notice?.typed),
    next: first ? [nextStep(first, today)] : [],
    ended: ended(complaint),
    facts: factsOf(complaint),
    summary: paragraphs(complaint.summary),
    others: others.map((other) => ({ ...deadlineLine(other.deadline), ...timeLeftOf(other, today) })),
    journal: journal.slice(left).map((entry) => journalLine(entry, clock, characters)),
    older: left > 0 ? [`${left} oudere regels staan hier niet; het register bewaart ze wel.`] : [],
    messages: outbox
      .slice(Math.max(0, outbox.length - entries))
      .map((message) => messageLine(message, desk, clock)),
    actions: stepButtons(
      steps,
      { number: complaint.number, version: versionOf(dossier) },
      demandedStep(first),
    ),
  });
}

const handledBy = ({ handler, closed }: Complaint): string => {
  if (handler) return `Behandelaar: ${handler.person.name}, ${roleWords[handler.role]}`;
  return closed ? 'Geen behandelaar nodig' : 'Nog geen behandelaar';
};

const nextStep = (dated: DatedDeadline, today: LocalDate): Data['next'][number] => ({
  ...deadlineLine(dated.deadline),
  ...timeLeftOf(dated, today),
  daysLeft: capital(timeLeftOf(dated, today).daysLeft),
  demand: demandWords[dated.deadline.kind],
  why: whyThisDate(dated.deadline),
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const ended = ({ closed }: Complaint): string[] =>
  closed
    ? [`Gesloten op ${longDate(closed.on)}: ${outcomeWords[closed.outcome]}. Er loopt geen termijn meer.`]
    : [];

/** The step with which a deadline is met. */
const answeredBy: Partial<Record<DeadlineKind, Step>> = { acknowledge: 'acknowledge' };

const demandedStep = (first: DatedDeadline | undefined): Step | undefined =>
  first && answeredBy[first.deadline.kind];
