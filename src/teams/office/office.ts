import type { Calendar, Instant, LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { type Desk, isAmong } from '../../procedure/model/desk.ts';
import type { Log } from '../../register/model/log.ts';
import type { Store } from '../../register/model/store.ts';
import type { Timetable } from '../../register/notify/reminders.ts';
import type { Register } from '../../register/register.ts';
import type { AddressBook } from '../adapter/address-book.ts';
import type { Colleagues, Names } from '../adapter/colleagues.ts';

/** What every answer of the bot is made from. */
export type Office = {
  register: Register;
  store: Store;
  clock: {
    now(): Instant;
    today(): LocalDate;
    dayOf(instant: Instant): LocalDate;
    timeOf(instant: Instant): string;
  };
  calendar: Calendar;
  table: Timetable;
  addresses: AddressBook;
  colleagues: Colleagues;
  /** Finds what people are called of whom only the id is known. */
  names: Names;
  log: Log;
};

/** What the bot does for somebody depends on their place at the desk. */
export type DeskRole = 'officer' | 'substitute' | 'board' | 'colleague';

export function deskRole(person: Person, desk: Desk): DeskRole {
  if (person.id === desk.officer.id) return 'officer';
  if (isAmong(person, desk.substitutes)) return 'substitute';
  return isAmong(person, desk.board) ? 'board' : 'colleague';
}
