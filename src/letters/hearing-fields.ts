import type { Complaint, HearingForm } from '../procedure/complaint.ts';
import { deadline } from '../procedure/deadlines.ts';
import { letterDate, longDate } from './dutch-date.ts';
import { firstOf, orGap, orNothing, written } from './gaps.ts';
import type { LetterFacts } from './letter-facts.ts';

const formWords: Record<HearingForm, string> = { phone: 'telefonisch', office: 'op kantoor' };

const inWords = (form: HearingForm | undefined): string | undefined => form && formWords[form];

/** Art. 8: when and how the complainant can explain the complaint, who is there, and what follows if he does not. */
export function invitationFields(complaint: Complaint, facts: LetterFacts) {
  const { complainant, branch, hearings } = complaint;
  const appointment = facts.appointment ?? complaint.appointment ?? {};
  return {
    ...orGap({
      'gesprek op': written(appointment.on, longDate),
      'gesprek om': appointment.time,
      vorm: inWords(appointment.form),
      vestiging: firstOf(appointment.branch, branch),
      'beslissing uiterlijk': decisionDue(complaint, facts),
    }),
    ...orNothing({
      telefonisch: appointment.form === 'phone' ? 'ja' : '',
      'op kantoor': appointment.form === 'office' ? 'ja' : '',
      telefoonnummer: complainant.phone,
      'medewerker aanwezig': appointment.employeePresent ? 'ja' : '',
      'tweede vertegenwoordiger': appointment.secondRepresentative?.name,
      'later omdat': appointment.laterBecause,
      'eerder gesproken op': written(hearings.at(-1)?.on, letterDate),
    }),
  };
}

/** Art. 8 and 9: the hearing as it took place, in writing. */
export function recordFields({ appointment, hearings }: Complaint, facts: LetterFacts) {
  const hearing = facts.hearing ?? hearings.at(-1) ?? {};
  return {
    ...orGap({
      'gehouden op': written(hearing.on ?? appointment?.on, longDate),
      'wijze van gesprek': inWords(hearing.form ?? appointment?.form),
      aanwezigen: hearing.present,
      verslag: hearing.report,
      afspraken: hearing.settlement,
    }),
    ...orNothing({ 'voorstel in gesprek': hearing.proposal, reactie: hearing.reaction }),
  };
}

/**
 * Art. 8: two weeks from the objection; from the hearing itself, where it was agreed, or is another after the first, and
 * turns out not to be used.
 */
function decisionDue(complaint: Complaint, { appointment, objection, calendar }: LetterFacts) {
  const offered = appointment ?? complaint.appointment;
  const own = offered?.agreed || complaint.hearings.length > 0;
  const since = own ? offered?.on : (objection?.receivedOn ?? complaint.objection?.receivedOn);
  return written(since, (day) => longDate(deadline('decision', day, calendar).dueOn));
}
