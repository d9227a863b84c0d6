import type { LocalDate } from '../time/local-date.ts';
import { canBeWrittenTo } from './articles/art05-forward-and-acknowledge.ts';
import { type Complaint, isIn } from './model/complaint.ts';
import type { Correction, DateField, EventOf } from './model/events.ts';

/**
 * Replaces a date that was corrected; keeps which day of receipt the letters so far name, for the next one to put right, and whether the
 * hearing that was offered is later than the week by it.
 */
export function dateCorrected(
  complaint: Complaint,
  { field, to, receiptRead, hearingDaysLate }: EventOf<'date-corrected'>,
): Complaint {
  const corrected = withDate(complaint, field, to);
  if (field === 'receivedOn') return { ...corrected, receiptRead };
  const { appointment } = corrected;
  if (field !== 'objectionReceivedOn' || !appointment || appointment.laterBecause) return corrected;
  const laterWish = hearingDaysLate ? ('ballance' as const) : undefined;
  return { ...corrected, appointment: { ...appointment, laterWish } };
}

/** Replaces facts that were corrected, and keeps the days on which nobody knew who complains, nor how to reach them. */
export function factsCorrected(
  complaint: Complaint,
  { on, to, personal }: EventOf<'facts-corrected'>,
): Complaint {
  const { subject = complaint.subject, lesson = complaint.lesson, ...facts } = { ...to, ...personal.to };
  const learned = { subject: subject || undefined, lesson: lesson || undefined };
  return withFacts({ ...complaint, ...learned }, facts, on);
}

/** Replaces facts, on a day from which one can write to the complainant, or cannot any more. */
export function withFacts(
  complaint: Complaint,
  facts: Pick<Partial<Complaint>, keyof Correction>,
  on: LocalDate,
): Complaint {
  const corrected = { ...complaint, ...facts };
  const { complainant, unnamedDays = [] } = complaint;
  const isKnown = canBeWrittenTo(corrected.complainant);
  if (isKnown === canBeWrittenTo(complainant)) return corrected;
  const days = isKnown
    ? [...unnamedDays.slice(0, -1), { ...unnamedDays.at(-1), until: on }]
    : [...unnamedDays, { from: on }];
  return { ...corrected, unnamedDays: days };
}

/** Replaces a date of the complaint, where it has one; undefined removes it. */
export function withDate(complaint: Complaint, field: DateField, day: LocalDate | undefined): Complaint {
  switch (field) {
    case 'receivedOn':
      return day ? { ...complaint, receivedOn: day } : complaint;
    case 'answerReceivedOn':
      return isIn(complaint, ['registered', 'acknowledged'])
        ? complaint
        : { ...complaint, answerReceivedOn: day };
    case 'objectionReceivedOn':
      return complaint.objection && day
        ? { ...complaint, objection: { ...complaint.objection, receivedOn: day } }
        : complaint;
    case 'objectionSentOn':
      return complaint.objection
        ? { ...complaint, objection: { ...complaint.objection, sentOn: day } }
        : complaint;
    default:
      return field satisfies never;
  }
}
