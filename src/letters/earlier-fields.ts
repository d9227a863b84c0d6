import { receiptCorrected } from '../procedure/articles/art04-receipt-in-letters.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { type LetterKind, sentLetter, sentLetters } from '../procedure/model/letter.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import { orNothing, written } from './field-names.ts';
import type { LetterFacts } from './fields.ts';
import { leaderOf } from './hearing-fields.ts';

const goesOn = 'Daarna hebben wij uw klacht heropend.';

/** What the complainant read in a letter that ended their complaint, after "Op <dag>", and what became of that. */
const endings: { [K in LetterKind]?: string } = {
  'late-objection-refused':
    'schreven wij u dat uw bericht te laat was, en dat wij het niet in behandeling namen. Wij behandelen uw bericht nu toch.',
  dismissal: 'schreven wij u dat wij uw klacht niet behandelden. Wij behandelen uw klacht nu toch.',
  withdrawal: `schreven wij u dat uw klacht was ingetrokken. ${goesOn}`,
  closure: `schreven wij u dat wij uw klacht hadden gesloten. ${goesOn}`,
  mediation: `schreven wij u wat wij samen hadden afgesproken. ${goesOn}`,
  settlement: `schreven wij u wat wij samen hadden afgesproken. ${goesOn}`,
  'final-decision': `stuurden wij u een definitieve beslissing. ${goesOn}`,
  merger: 'schreven wij u dat wij uw klachten samen behandelden. Deze klacht behandelen wij nu weer apart.',
};

/** Writes what the last letter said, where that ended a complaint that goes on all the same; one about the handler says nothing of that. */
function wroteBefore(complaint: Complaint): string | undefined {
  const last = sentLetters(complaint).findLast(
    ({ kind, again }) =>
      !again && kind !== 'new-handler' && kind !== 'no-handler' && kind !== 'measure-delay',
  );
  const ending = last && endings[last.kind];
  return ending && complaint.stage !== 'closed' ? `Op ${letterDate(last.sentOn)} ${ending}` : undefined;
}

/**
 * Fills what an invitation changes in an appointment that the complainant knows, and that was not used yet: its moment, which it
 * replaces, or only how, where and with whom.
 */
function changedAppointment(complaint: Complaint, facts: LetterFacts) {
  const { appointment: now } = facts;
  const isKnown = complaint.stage === 'hearing-offered' && sentLetter(complaint, 'hearing-invitation');
  const nothing = { 'eerdere afspraak': '', 'zelfde moment': '', 'anders dan eerder': '' };
  if (!isKnown || !now) return nothing;
  const { on, time, form, branch, employeePresent, leader, secondRepresentative } = complaint.appointment;
  if (now.on !== on || now.time !== time)
    return { ...nothing, 'eerdere afspraak': `${longDate(on)} om ${time} uur` };
  const isElsewhere = now.form !== form || (form === 'office' && now.branch !== branch);
  const isWithOthers =
    now.employeePresent !== employeePresent ||
    now.secondRepresentative?.id !== secondRepresentative?.id ||
    (leader && leaderOf(complaint, facts)?.person.id !== leader.id);
  const changed = [
    ...(isElsewhere ? ['hoe of waar het gesprek is'] : []),
    ...(isWithOthers ? ['wie erbij zijn'] : []),
  ];
  return { ...nothing, 'zelfde moment': 'ja', 'anders dan eerder': changed.join(', en ') };
}

/**
 * Finds the day of the hearing that the complainant expects still, where another was held before it, or the complaint is withdrawn before
 * that day: that one is off. On the day itself it can have taken place before it was withdrawn.
 */
function expectedStill(
  kind: LetterKind,
  complaint: Complaint,
  { hearing, today }: LetterFacts,
): string | undefined {
  if (complaint.stage !== 'hearing-offered' || !sentLetter(complaint, 'hearing-invitation')) return undefined;
  const { on } = complaint.appointment;
  const isOff = kind === 'withdrawal' ? today < on : hearing?.on && hearing.on < on && today <= on;
  return isOff ? longDate(on) : undefined;
}

/** Fills the fields by which a letter does not contradict in silence what an earlier one said. */
export function earlierFields(kind: LetterKind, complaint: Complaint, facts: LetterFacts) {
  const corrected = 'receiptCorrected' in facts ? facts.receiptCorrected : receiptCorrected(kind, complaint);
  return orNothing({
    'eerder ontvangen op': written(corrected, letterDate),
    'eerder schreven wij': wroteBefore(complaint),
    'eerdere beslissing van': written(sentLetter(complaint, 'final-decision')?.sentOn, letterDate),
    ...changedAppointment(complaint, facts),
    'gesprek gaat niet door': expectedStill(kind, complaint, facts),
  });
}
