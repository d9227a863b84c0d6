import type { LocalDate } from '../../time/local-date.ts';
import type { Context } from '../model/commands.ts';
import { type Appointment, type Complaint, disputed, isIn, type Person } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { sentLetters } from '../model/letter.ts';
import { handlerOn } from './art05-handler.ts';
import { isNewLetter } from './letters.ts';

/** An appointment for a hearing (Art. 8), as the journal tells what became of it. */
export type Invitation = {
  /** After how many hearings that took place: each is followed by another appointment, not by a version of the same. */
  after: number;
  /** From 0, one more with every change. */
  version: number;
  appointment: Appointment;
  state: 'stands' | 'held' | 'called-off';
  /** The day on which it was held, where that is another than was planned; nobody recorded the hour. */
  heldOn?: LocalDate;
  /** The ids of the letters that invite: the first to this appointment, and the first to it as it is now. */
  firstLetter: number;
  lastLetter: number;
};

/** Finds the last appointment that was offered; undefined where none was. */
export function invitationOf(course: readonly Event[]): Invitation | undefined {
  let held = 0;
  let letters = 0;
  let last: Invitation | undefined;
  for (const event of course) {
    if (event.type === 'hearing-offered') {
      const before = last?.after === held ? last : undefined;
      last = {
        after: held,
        version: before ? before.version + 1 : 0,
        appointment: { ...event.appointment, ...event.personal },
        state: 'stands',
        firstLetter: before?.firstLetter ?? letters + 1,
        lastLetter: letters + 1,
      };
    } else if (last) last = afterwards(event, last);
    if (event.type === 'heard') held++;
    if (isNewLetter(event)) letters++;
  }
  return last;
}

/** Changes what stands of an appointment: a hearing, which is never called off once it took place, whenever that was; what ends the dispute, and a reopening that brings it back. */
function afterwards(event: Event, last: Invitation): Invitation {
  const changed = (state: Invitation['state']): Invitation => ({
    ...last,
    version: last.version + 1,
    state,
  });
  if (event.type === 'reopened')
    return last.state === 'called-off' && event.to === 'hearing-offered' ? changed('stands') : last;
  if (last.state !== 'stands') return last;
  if (event.type === 'heard')
    return event.on === last.appointment.on
      ? { ...last, state: 'held' }
      : { ...changed('held'), heldOn: event.on };
  return endsAppointment(event) ? changed('called-off') : last;
}

/** Finds at which address an e-mail invited to an appointment, so that it may be in a calendar there; undefined where none did. */
export const invitedByMail = (complaint: Pick<Complaint, 'letters'>, { firstLetter }: Invitation) =>
  sentLetters(complaint).findLast(
    ({ id, kind, to }) => kind === 'hearing-invitation' && to !== undefined && id >= firstLetter,
  )?.to;

/** Tells whether a hearing of that moment took place, and none stands for the same. */
export function isHeld({ on, time }: Pick<Appointment, 'on' | 'time'>, course: readonly Event[]): boolean {
  const isOf = (one?: Invitation) => one?.appointment.on === on && one.appointment.time === time;
  const last = invitationOf(course);
  if (last?.state === 'stands' && isOf(last)) return false;
  return course.some(({ type }, at) => type === 'heard' && isOf(invitationOf(course.slice(0, at))));
}

/** Tells whether after that event no appointment stands. */
export const endsAppointment = ({ type }: Pick<Event, 'type'>): boolean =>
  type === 'heard' || type === 'hearing-waived' || type === 'objected' || type === 'closed';

/** Tells whether a complaint has an appointment at that moment, as far as its state tells: of one that was held the moment has come. */
export const isAppointed = ({ on, time }: Pick<Appointment, 'on' | 'time'>, complaint: Complaint): boolean =>
  isIn(complaint, disputed) && complaint.appointment?.on === on && complaint.appointment.time === time;

/**
 * Lists who of Ballance must be at the hearing (Art. 8): who speaks for it, and "de medewerker op wie zich de klacht toespitst" where
 * both sides find that useful.
 */
export const hearingParty = (complaint: Complaint, context: Pick<Context, 'desk'>): Person[] =>
  complaint.appointment
    ? [
        ...hearingHosts(complaint, context),
        ...(complaint.appointment.employeePresent ? complaint.respondents : []),
      ]
    : [];

/** Finds who leads the hearing: who handles the complaint on its day, as far as is known now who is absent then (Art. 5). */
export const hearingLeader = (complaint: Complaint, { desk }: Pick<Context, 'desk'>): Person | undefined =>
  complaint.appointment && handlerOn(complaint.appointment.on, complaint, desk)?.person;

/** Finds the second representative who leads the hearing by now, because its leader is absent then: there is no second any more (Art. 8). */
export function secondWhoLeads(complaint: Complaint, context: Pick<Context, 'desk'>): Person | undefined {
  const second = complaint.appointment?.secondRepresentative;
  return second && hearingLeader(complaint, context)?.id === second.id ? second : undefined;
}

/** Finds the second representative whom the complaint is about by now, so that somebody else must be there where one is wanted (Art. 8; reading 10). */
export const secondInConflict = ({
  appointment,
  respondents,
}: Pick<Complaint, 'appointment' | 'respondents'>): Person | undefined =>
  respondents.find(({ id }) => id === appointment?.secondRepresentative?.id);

/** Finds whom the complainant reads in the last invitation as who leads the hearing, where another does by now (Art. 5 and 8). */
export function leaderInvited(complaint: Complaint, context: Pick<Context, 'desk'>): Person | undefined {
  const { appointment, letters } = complaint;
  const [read, now] = [appointment?.leader, hearingLeader(complaint, context)];
  if (!read || !now || read.id === now.id) return undefined;
  // An invitation that went out once more, or was made anew before it went, names who led it by then.
  const last = letters.findLast(({ kind }) => kind === 'hearing-invitation');
  return last?.text?.includes(`- ${now.name},`) ? undefined : read;
}

/** Lists who speaks for Ballance at the hearing: who leads it, and the second representative. */
export function hearingHosts(complaint: Complaint, context: Pick<Context, 'desk'>): Person[] {
  const { appointment, respondents } = complaint;
  const hosts = [hearingLeader(complaint, context), appointment?.secondRepresentative].flatMap((one) =>
    one && !isAmong(one, respondents) ? [one] : [],
  );
  return [...new Map(hosts.map((one) => [one.id, one])).values()];
}
