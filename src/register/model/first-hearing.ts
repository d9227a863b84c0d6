import { hearBy } from '../../procedure/articles/art08-days.ts';
import { daysLate } from '../../procedure/articles/letters.ts';
import type { Event } from '../../procedure/model/events.ts';
import type { Calendar } from '../../time/calendar.ts';
import type { LocalDate } from '../../time/local-date.ts';

/**
 * Finds what came first, an offer or a hearing, and how late it was (Art. 8): an offer lies within the week, or later at the complainant's
 * own wish; one that is later by Ballance, or by a day of the objection that was corrected after it, is late, and so is a hearing later than
 * the week that nobody offered. Counts from the day of the objection as it was corrected, and not from that of another objection after it.
 */
export function firstHearing(
  events: readonly Event[],
  { calendar }: { calendar: Calendar },
): { at: number; daysLate: number } | undefined {
  const at = events.findIndex(({ type }) => type === 'hearing-offered' || type === 'heard');
  const given = events[at];
  if (given?.type !== 'hearing-offered' && given?.type !== 'heard') return undefined;
  const objected = events.slice(0, at).findLastIndex(({ type }) => type === 'objected');
  const objection = events[objected];
  if (objection?.type !== 'objected') return undefined;
  const another = events.findIndex(({ type }, index) => index > at && type === 'objected');
  const lateAsOf = (end: number | undefined, on: LocalDate) => {
    const receivedOn = receiptsOf(events.slice(objected, end)).at(-1) ?? objection.receivedOn;
    return daysLate(hearBy(receivedOn, calendar).dueOn, on);
  };
  const late = lateAsOf(
    another < 0 ? undefined : another,
    given.type === 'heard' ? given.on : given.appointment.on,
  );
  if (given.type === 'heard') return { at, daysLate: late };
  const { on, laterWish = lateAsOf(at, on) > 0 ? 'complainant' : 'ballance' } = given.appointment;
  return { at, daysLate: laterWish === 'complainant' ? 0 : late };
}

/** Lists the days of receipt of an objection to which it was corrected. */
const receiptsOf = (events: readonly Event[]): LocalDate[] =>
  events.flatMap((event) =>
    event.type === 'date-corrected' && event.field === 'objectionReceivedOn' ? event.to : [],
  );
