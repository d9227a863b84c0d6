import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { beginsOn, moved } from '../../procedure/reference-days.ts';
import { type Duty, dutiesOf } from './duties.ts';
import { inARow, type Known } from './what-it-says.ts';

/** Lists every day that stands in a value, however deep: of an event, or of a complaint. */
export function daysOf(value: unknown): LocalDate[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? [value as LocalDate] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(daysOf) : [];
}

const daysOfDuty = ({ from, dueOn, actBy, postBy, ours, articleDueOn }: Duty): LocalDate[] =>
  [
    from,
    beginsOn(from, 'strict'),
    beginsOn(from, 'wide'),
    dueOn,
    actBy,
    postBy,
    articleDueOn,
    ours ? undefined : moved(dueOn, 7),
  ].filter((day) => day !== undefined);

/** The days on which a dossier can be erased by itself: years after its closing, or two weeks after its hold ended. */
const erasures = ({ closed, holdLiftedOn }: Complaint, recorded: readonly LocalDate[]): LocalDate[] => [
  ...[closed?.on ?? [], recorded]
    .flat()
    .map((day) => `${Number(day.slice(0, 4)) + 5}${day.slice(4)}` as LocalDate),
  ...(holdLiftedOn ? [moved(holdLiftedOn, 14)] : []),
];

/** The days that the register holds for a complaint on that day: of its events and messages, and of what runs now. */
export function knownDays(
  { complaint, journal, outbox }: Dossier,
  today: LocalDate,
  dayOf: (instant: Dossier['journal'][number]['at']) => LocalDate,
): Known {
  const recorded = journal.map(({ at }) => dayOf(at));
  const days = new Set([
    today,
    ...recorded,
    ...daysOf(journal),
    ...outbox.flatMap(({ queuedAt, sentAt }) => [dayOf(queuedAt), ...(sentAt ? [dayOf(sentAt)] : [])]),
    ...dutiesOf(complaint).flatMap(daysOfDuty),
    ...erasures(complaint, recorded),
  ]);
  return { days, letters: inARow(complaint.letters.map(({ text }) => text).join('\n')) };
}
