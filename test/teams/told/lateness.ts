import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { EventOf } from '../../../src/procedure/model/events.ts';
import type { LetterKind } from '../../../src/procedure/model/letter.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import {
  acknowledgement,
  answer,
  arrivesOn,
  type Duty,
  decision,
  decisionFrom,
  decisionsOf,
  isDecidedInTime,
} from './duties.ts';

/** The day by which the complainant must have a letter, or by which it must be sent (Art. 5). */
export function dutyOf(kind: LetterKind, complaint: Complaint): Duty | undefined {
  if (kind === 'acknowledgement') return acknowledgement(complaint.receivedOn);
  if (kind === 'answer') return answer(complaint.receivedOn);
  const from = decisionFrom(complaint);
  if (kind !== 'final-decision' || !from) return undefined;
  return isDecidedInTime(from, decisionsOf(complaint).slice(0, -1)) ? undefined : decision(from);
}

/** The later day that was agreed at the complainant's wish, each time before the day until then had passed. */
export const agreedUntil = ({ article, dueOn }: Duty, { letters }: Complaint): LocalDate | undefined => {
  const asked = letters
    .filter(
      ({ promised }) => promised?.of === (article === 6 ? 'answer' : article === 8 ? 'decision' : undefined),
    )
    .reduce(
      (until, { kind, sentOn, promised }) =>
        kind !== 'delay'
          ? dueOn
          : promised?.wish === 'complainant' && sentOn && sentOn <= until
            ? promised.on
            : until,
      dueOn,
    );
  return asked > dueOn ? asked : undefined;
};

const daysAfter = (due: LocalDate | undefined, day: LocalDate): number =>
  due ? Math.max(0, (Date.parse(day) - Date.parse(due)) / 86_400_000) : 0;

/** The letters after which another need not confirm receipt any more. */
const confirming: readonly LetterKind[] = ['acknowledgement', 'mediation'];

/** Counts the calendar days by which a letter is late, and by which it confirms receipt too late where no letter before it did. */
export function daysLate(letter: EventOf<'letter-sent'>, complaint: Complaint) {
  const { sentOn, manner, kind, again, personal } = letter;
  if (again) return { daysLate: 0, acknowledgedDaysLate: undefined };
  const before = complaint.letters.filter((one) => one.kind !== kind || one.text !== personal.text);
  const confirmed = before.some((one) => confirming.includes(one.kind) && one.sentOn);
  return {
    daysLate: daysAfter(
      dutyOf(kind, complaint)?.dueOn,
      kind === 'acknowledgement' ? sentOn : arrivesOn(manner, sentOn),
    ),
    acknowledgedDaysLate:
      (kind === 'answer' || kind === 'mediation') && !confirmed
        ? daysAfter(acknowledgement(complaint.receivedOn).dueOn, sentOn)
        : undefined,
  };
}
