import { isWorkingDay, workingDaysBetween } from '../procedure/articles/art02-periods.ts';
import { handlerOn } from '../procedure/articles/art05-handler.ts';
import { decisionPromised, isLaterThanTheWeek } from '../procedure/articles/art08-days.ts';
import { chooseBy } from '../procedure/articles/art10-court.ts';
import type { Appointment, Complaint, Handler, Hearing, HearingForm } from '../procedure/model/complaint.ts';
import type { Desk } from '../procedure/model/desk.ts';
import type { Talk } from '../procedure/model/mediation.ts';
import type { Calendar } from '../time/calendar.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import { daysBetween, type LocalDate } from '../time/local-date.ts';
import { type AgainFacts, asPromised } from './again-fields.ts';
import { among, firstOf, orGap, orNothing, written } from './field-names.ts';
import { addressOfBranch, type Organisation } from './organisation.ts';

/** What the writer of a letter about a hearing has filled in so far. */
export type HearingFacts = {
  organisation: Organisation;
  calendar: Calendar;
  /** Who is at the desk, and who is absent when; not given where that does not matter. */
  desk?: Desk;
  appointment?: Partial<Appointment>;
  hearing?: Partial<Hearing>;
  talk?: Partial<Talk>;
  /** `sentOn`: the date of the letter or the postmark, where it is known. */
  objection?: { receivedOn?: LocalDate; sentOn?: LocalDate; text?: string };
};

type InvitationFacts = HearingFacts & Pick<AgainFacts, 'promisedBefore'> & { today: LocalDate };

type RecordFacts = HearingFacts & { today: LocalDate; countsAsReceivedOn?: LocalDate };

const formWords: Record<HearingForm, string> = { phone: 'telefonisch', office: 'op kantoor' };

const inWords = (form: HearingForm | undefined): string | undefined => form && formWords[form];

/** Fills the fields of Art. 8: when and how the complainant can explain the complaint, and what follows if not. */
export function invitationFields(complaint: Complaint, facts: InvitationFacts) {
  const { complainant, branch, hearings, respondents } = complaint;
  const appointment = facts.appointment ?? complaint.appointment ?? {};
  const { secondRepresentative: second } = appointment;
  const place = firstOf(appointment.branch, branch);
  const later = isLater(complaint, facts) ? appointment.laterWish : undefined;
  const decision = decisionOf(complaint, facts);
  return {
    ...orGap({
      'gesprek op': written(appointment.on, longDate),
      'gesprek om': appointment.time,
      vorm: inWords(appointment.form),
      vestiging: place,
      'beslissing uiterlijk': written(decision && asPromised(decision.on, facts), longDate),
    }),
    ...orNothing({
      afgesproken: appointment.agreed ? 'ja' : '',
      telefonisch: appointment.form === 'phone' ? 'ja' : '',
      'op kantoor': appointment.form === 'office' ? 'ja' : '',
      'adres vestiging': addressOfBranch(place, facts.organisation),
      telefoonnummer: complainant.phone,
      'medewerker aanwezig': appointment.employeePresent
        ? among(
            respondents,
            'De medewerker over wie uw klacht gaat',
            'De medewerkers over wie uw klacht gaat',
          )
        : '',
      'tweede vertegenwoordiger': second?.id === leaderOf(complaint, facts)?.person.id ? '' : second?.name,
      'later op uw verzoek': later === 'complainant' ? 'ja' : '',
      'later door ons': later === 'ballance' ? 'ja' : '',
      'niet gehaalde beslissing': written(decision?.insteadOf, longDate),
      'vrije dag voor het gesprek':
        appointment.on && hasDayOff(facts.today, appointment.on, facts) ? 'ja' : '',
      'eerder gesproken op': written(hearings.at(-1)?.on, letterDate),
    }),
  };
}

/** Finds who leads the hearing: who handles the complaint on its day (Art. 5 and 8); undefined where nobody may. */
export function leaderOf(complaint: Complaint, { appointment, desk }: HearingFacts): Handler | undefined {
  const { on } = appointment ?? complaint.appointment ?? {};
  return on && desk ? handlerOn(on, complaint, desk) : complaint.handler;
}

/** Tells whether a day before that of the hearing, or that day, is no werkdag: who waives it then has the two weeks from the next. */
const hasDayOff = (from: LocalDate, until: LocalDate, { calendar: { strict } }: HearingFacts): boolean =>
  !isWorkingDay(from, strict) || workingDaysBetween(from, until, strict) < daysBetween(from, until);

/** Tells whether the day is later than the week of Art. 8. */
function isLater(complaint: Complaint, { appointment, objection, calendar }: HearingFacts): boolean {
  const { on } = appointment ?? complaint.appointment ?? {};
  const { receivedOn } = objection ?? complaint.objection ?? {};
  return !!on && !!receivedOn && isLaterThanTheWeek(on, { receivedOn }, complaint, calendar);
}

/** Fills the fields of the talk with which a complaint can be solved before the answer (Inleiding). */
export function talkFields({ talks = [] }: Complaint, facts: HearingFacts) {
  const talk = facts.talk ?? talks.at(-1) ?? {};
  return {
    ...orGap({ 'gesproken op': written(talk.on, longDate), 'gesproken met': talk.partner }),
    ...orNothing({
      'gesprek geleid door': talk.ledBy,
      bemiddeling: talk.form === 'mediation' ? 'ja' : '',
    }),
  };
}

/** Fills the fields of Art. 8 and 9: the hearing as it took place. */
export function recordFields({ appointment, hearings }: Complaint, facts: RecordFacts) {
  const hearing = facts.hearing ?? hearings.at(-1) ?? {};
  return {
    ...orGap({
      'gehouden op': written(hearing.on ?? appointment?.on, longDate),
      'wijze van gesprek': inWords(hearing.form ?? appointment?.form),
      aanwezigen: hearing.present,
      verslag: hearing.report,
      afspraken: facts.talk ? facts.talk.agreements : hearing.settlement,
    }),
    'laten weten tot en met': longDate(chooseBy(facts.countsAsReceivedOn ?? facts.today, facts.calendar)),
    ...orNothing({ 'voorstel in gesprek': hearing.proposal, reactie: hearing.reaction }),
  };
}

/**
 * Finds the decision (Art. 8) that an invitation promises who does not use it: from the objection while no day is chosen. Undefined
 * where nobody objected.
 */
function decisionOf(complaint: Complaint, { appointment, objection, calendar }: InvitationFacts) {
  const { on, laterWish } = appointment ?? complaint.appointment ?? {};
  const receivedOn = objection?.receivedOn ?? complaint.objection?.receivedOn;
  if (!receivedOn) return undefined;
  return decisionPromised({ on: on ?? receivedOn, laterWish }, { receivedOn }, complaint, calendar);
}
