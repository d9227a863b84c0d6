import { createHash } from 'node:crypto';
import ical, { ICalAttendeeRole, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block as timeZoneBlock } from 'timezones-ical-library';
import type { Appointment } from '../procedure/model/complaint.ts';
import type { Instant, LocalDate } from '../time/local-date.ts';
import { addressOfBranch, type Organisation } from './organisation.ts';
import { readable } from './readable.ts';

/** An appointment as a calendar takes it in: asked for, or called off. */
export type CalendarEntry = {
  method: 'REQUEST' | 'CANCEL';
  /** What tells this appointment from every other, and is the same in each of its versions; only its hash is told. */
  key: string;
  /** Rises with every change: a calendar keeps the highest. */
  version: number;
  appointment: Pick<Appointment, 'on' | 'time' | 'form' | 'branch'>;
  /** The day on which it was held, where that is another than was planned: it moves to that day, without an hour. */
  heldOn?: LocalDate | undefined;
  now: Instant;
  organisation: Organisation;
  /** The address at which the complainant is invited; nobody is named where a colleague puts it in their own calendar. */
  attendee?: string | undefined;
};

/** The title, which shows in calendars that others can see: no name, no number, no subject. */
const title = 'Gesprek bij Ballance';

const zone = 'Europe/Amsterdam';
const minutes = 60;

/** Makes a file for calendars of a hearing (Art. 8), an hour long. It names nobody but the complainant who is invited. */
export function appointmentFile(entry: CalendarEntry): string {
  const { method, key, version, appointment, heldOn, now, organisation, attendee } = entry;
  const start = DateTime.fromISO(heldOn ?? `${appointment.on}T${appointment.time}`, { zone });
  const calendar = ical({
    prodId: { company: 'Ballance', product: 'Klachtenbot', language: 'NL' },
    method: ICalCalendarMethod[method],
    timezone: { name: null, generator: timeZone },
    events: [
      {
        id: `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@klachtenbot`,
        sequence: version,
        stamp: DateTime.fromISO(now),
        timezone: zone,
        start,
        ...(heldOn ? { allDay: true } : { end: start.plus({ minutes }) }),
        summary: title,
        location: placeOf(appointment, organisation),
        status: method === 'REQUEST' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
        organizer: { name: 'Ballance', email: organisation.email },
        attendees: attendee ? [{ email: attendee, role: ICalAttendeeRole.REQ, rsvp: false }] : [],
      },
    ],
  });
  return `${calendar.toString()}\r\n`;
}

/** Names where it is: by telephone, or the branch with its address where that is known. */
export function placeOf(
  { form, branch }: Pick<Appointment, 'form' | 'branch'>,
  organisation: Organisation,
): string {
  if (form === 'phone') return 'Telefonisch';
  const place = readable(branch ?? '').trim();
  return [place, addressOfBranch(place, organisation)].filter(Boolean).join(', ');
}

/** Gives the rules of a time zone under the name by which it is asked for: the library has some under that of a zone like it. */
function timeZone(name: string): string {
  const [block = '', line = ''] = timeZoneBlock(name);
  return block.replaceAll(line.replace('TZID=', ''), name);
}
