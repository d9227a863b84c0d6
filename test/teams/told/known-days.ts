import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import { eventOf } from '../../../src/register/model/journal.ts';
import type { Clock, Instant } from '../../../src/time/clock.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { beginsOn, moved, weeksAfter, werkdagBefore } from '../../procedure/reference-days.ts';
import { acknowledgement, answer, type Duty, dutiesOf } from './duties.ts';
import { inARow, type Known } from './what-it-says.ts';

/** Lists every day and moment that stands in a value, however deep: of an event, of a complaint, or of a message. */
export function daysOf(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(value) ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(daysOf) : [];
}

const daysOfDuty = ({ from, dueOn, actBy, postBy, ours, articleDueOn, countedTo }: Duty): LocalDate[] =>
  [
    from,
    beginsOn(from, 'strict'),
    beginsOn(from, 'wide'),
    dueOn,
    actBy,
    postBy,
    articleDueOn,
    countedTo,
    // The last day on which what was sent in time may come, and the first on which it can be closed.
    ...(ours ? [] : [moved(dueOn, 7), moved(dueOn, 8)]),
  ].filter((day) => day !== undefined);

/** The days on which a dossier can be erased by itself: years after its closing, or two weeks after its hold ended. */
const erasures = ({ closed, holdLiftedOn }: Complaint): string[] => [
  ...[closed?.on, closed?.recordedOn]
    .filter((day) => day !== undefined)
    .map((day) => `${Number(day.slice(0, 4)) + 5}${day.slice(4)}`),
  ...(holdLiftedOn ? [moved(holdLiftedOn, 14)] : []),
];

/** The days of the articles, where they moved because nobody knew who complains. */
const beforeItWasKnown = ({ receivedOn, unnamedDays = [] }: Complaint): LocalDate[] =>
  unnamedDays.length > 0 ? [acknowledgement(receivedOn).dueOn, answer(receivedOn).dueOn] : [];

/** Art. 10: until when the complainant can say what they want, two weeks after they have the letter about the hearing. */
const toChoose = ({ letters }: Complaint): LocalDate[] =>
  letters.flatMap(({ kind, countsAsReceivedOn }) =>
    kind === 'court-route' && countsAsReceivedOn ? [weeksAfter(countsAsReceivedOn, 2, 'wide')] : [],
  );

/** Art. 8: until when the complainant is told that others come to the hearing than the invitation says. */
const toTellWhoComes = ({ appointment }: Complaint): LocalDate[] =>
  appointment ? [werkdagBefore(appointment.on, 1, 'wide')] : [];

const isDay = (text: string): text is LocalDate => !text.includes('T');

/** The days that the register holds for several complaints. */
export const allKnown = (dossiers: readonly Dossier[], clock: Clock): Known => {
  const all = dossiers.map((dossier) => knownDays(dossier, clock));
  return {
    days: new Set(all.flatMap(({ days }) => [...days])),
    letters: all.map(({ letters }) => letters).join('\n'),
  };
};

/** The days that the register holds for a complaint on that day: of its events and messages, and of what runs now. */
export function knownDays({ complaint, journal, outbox }: Dossier, { today, dayOf }: Clock): Known {
  const days = new Set([
    today(),
    ...daysOf([journal, outbox]).map((text) => (isDay(text) ? text : dayOf(text as Instant))),
    ...dutiesOf(complaint).flatMap(daysOfDuty),
    ...erasures(complaint),
    ...beforeItWasKnown(complaint),
    ...toChoose(complaint),
    ...toTellWhoComes(complaint),
  ]);
  const written = journal.flatMap((entry) => {
    const event = eventOf(entry);
    return event.type === 'letter-queued' || event.type === 'letter-sent' ? (event.personal?.text ?? []) : [];
  });
  return { days, letters: inARow([...complaint.letters.map(({ text }) => text), ...written].join('\n')) };
}
