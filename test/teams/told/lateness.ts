import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { EventOf } from '../../../src/procedure/model/events.ts';
import type { LetterKind } from '../../../src/procedure/model/letter.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import {
  acknowledgement,
  answer,
  arrivesOn,
  type Duty,
  decision,
  decisionFrom,
  decisionsOf,
  isDecidedInTime,
  past,
} from './duties.ts';

/** The day by which the complainant must have a letter, or by which it must be sent (Art. 5). */
export function dutyOf(kind: LetterKind, complaint: Complaint): Duty | undefined {
  if (kind === 'acknowledgement') return past(acknowledgement(complaint.receivedOn), complaint);
  if (kind === 'answer') return past(answer(complaint.receivedOn), complaint);
  const from = decisionFrom(complaint);
  if (kind !== 'final-decision' || !from) return undefined;
  return isDecidedInTime(from, decisionsOf(complaint).slice(0, -1)) ? undefined : decision(from);
}

/** Whose each day is between that of the article and the one on which the complainant has a letter. */
export function whoseDays({ article, dueOn }: Duty, arrives: LocalDate, { letters }: Complaint) {
  const of = { 0: undefined, 5: undefined, 6: 'answer', 7: undefined, 8: 'decision', 9: undefined }[article];
  const said = letters.filter(({ promised, sentOn }) => sentOn && promised?.of === of);
  const since = said.slice(said.findLastIndex(({ promised }) => !promised?.wish) + 1);
  const late = Array.from({ length: daysAfter(dueOn, arrives) }, (_, n) => addDays(dueOn, n + 1));
  let known = dueOn;
  const days = since.flatMap(({ promised, sentOn = dueOn }) => {
    const [before, on] = [known, promised?.on ?? known];
    if (on > known) known = on;
    return promised?.wish === 'complainant'
      ? late.filter((day) => day > before && day > sentOn && day <= on).map((day) => ({ day, on }))
      : [];
  });
  return { wished: days.length, own: late.length - days.length, agreed: days.at(-1)?.on };
}

const daysAfter = (due: LocalDate | undefined, day: LocalDate): number =>
  due ? Math.max(0, (Date.parse(day) - Date.parse(due)) / 86_400_000) : 0;

/** The letters after which another need not confirm receipt any more. */
const confirming: readonly LetterKind[] = ['acknowledgement', 'mediation', 'answer', 'no-handler', 'merger'];

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
      kind !== 'acknowledgement' && confirming.includes(kind) && !confirmed
        ? daysAfter(past(acknowledgement(complaint.receivedOn), complaint).dueOn, sentOn)
        : undefined,
  };
}
