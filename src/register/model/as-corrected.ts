import { forwardBy } from '../../procedure/articles/art05-forward-and-acknowledge.ts';
import { daysLate } from '../../procedure/articles/letters.ts';
import { sinceReceipt } from '../../procedure/deadlines.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Event, EventOf } from '../../procedure/model/events.ts';
import type { Calendar } from '../../time/calendar.ts';
import { firstHearing } from './first-hearing.ts';
import { eventOf, type JournalEntry } from './journal.ts';

/**
 * Counts how late it was forwarded, confirmed and answered (Art. 5 and 6) from the day of receipt as it was corrected last, also of what
 * was done before that (readings 3 and 17); a hearing that nobody offered (Art. 8) from the day of the objection as that was corrected; of an objection it says no more whether it was in time, once a day of that was corrected. The journal that is kept stays as it was written: this is how it is read.
 */
export function asCorrected(
  journal: readonly JournalEntry[],
  complaint: Complaint,
  calendar: Calendar,
): JournalEntry[] {
  const events = journal.map(eventOf);
  const last = events.findLastIndex(
    (event) => event.type === 'date-corrected' && event.field === 'receivedOn',
  );
  // No deadline ran for what was remedied on the spot (Art. 1).
  const remedied = events.findIndex((event) => event.type === 'closed' && event.outcome === 'remedied');
  const hearing = firstHearing(events, { calendar });
  return journal.map((entry, index) => {
    const event = events[index];
    if (event?.type === 'heard' && hearing?.at === index)
      return { ...entry, facts: { ...entry.facts, daysLate: hearing.daysLate || undefined } };
    if (event?.type === 'objected' && events.slice(index).some(isOfTheMonth))
      return { ...entry, facts: { ...entry.facts, daysLate: undefined } };
    const isCounted = index < last && index > remedied;
    return event && isCounted
      ? { ...entry, facts: { ...entry.facts, ...lateness(event, complaint, calendar) } }
      : entry;
  });
}

/** Tells whether an event corrects a day by which it was counted whether an objection is in time (Art. 7): how it was judged stays (reading 13). */
const isOfTheMonth = (event: Event): boolean =>
  event.type === 'date-corrected' && event.field !== 'receivedOn';

function lateness(event: Event, complaint: Complaint, calendar: Calendar) {
  if (event.type === 'forwarded')
    return { daysLate: daysLate(forwardBy(complaint.receivedOn).dueOn, event.on) };
  return event.type === 'letter-sent' && !event.again ? ofLetter(event, complaint, calendar) : {};
}

/** Counts the days of a letter; days on which nobody knew who complains do not excuse it where they began after it. */
function ofLetter(
  { kind, sentOn, countsAsReceivedOn, acknowledgedDaysLate }: EventOf<'letter-sent'>,
  { unnamedDays = [], ...complaint }: Complaint,
  calendar: Calendar,
) {
  const then = { ...complaint, unnamedDays: unnamedDays.filter(({ from }) => !from || from < sentOn) };
  const by = (what: 'acknowledge' | 'answer') => sinceReceipt(what, then, calendar).dueOn;
  return {
    ...(kind === 'acknowledgement' && { daysLate: daysLate(by('acknowledge'), sentOn) }),
    ...(kind === 'answer' && { daysLate: daysLate(by('answer'), countsAsReceivedOn) }),
    ...(acknowledgedDaysLate !== undefined && {
      acknowledgedDaysLate: daysLate(by('acknowledge'), sentOn),
    }),
  };
}
