import assert from 'node:assert/strict';
import ICAL from 'ical.js';

/** Reads a file as a calendar does, in a parser of its own: with the rules of the time zone that the file brings, and no other. */
export function readAppointment(file: string) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(file));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const found = calendar.getFirstSubcomponent('vevent') ?? assert.fail('no event');
  const event = new ICAL.Event(found);
  const text = (name: string) => found.getFirstPropertyValue(name)?.toString();
  return {
    method: calendar.getFirstPropertyValue('method'),
    zones: calendar.getAllSubcomponents('vtimezone').map((one) => one.getFirstPropertyValue('tzid')),
    uid: event.uid,
    sequence: event.sequence,
    title: event.summary,
    location: event.location,
    organizer: event.organizer,
    attendees: event.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
    status: text('status'),
    stamp: text('dtstamp'),
    start: event.startDate.toJSDate().toISOString(),
    local: `${event.startDate.toString().slice(0, 16)} ${event.startDate.zone.tzid}`,
    end: event.endDate.toJSDate().toISOString(),
  };
}
