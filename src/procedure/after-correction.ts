import type { LocalDate } from '../time/local-date.ts';
import { type Complaint, isIn } from './model/complaint.ts';
import type { DateField, EventOf } from './model/events.ts';

/** Replaces a date that was corrected, and keeps which day of receipt the letters so far name, for the next one to put right. */
export function dateCorrected(
  complaint: Complaint,
  { field, to, receiptRead }: EventOf<'date-corrected'>,
): Complaint {
  const corrected = withDate(complaint, field, to);
  return field === 'receivedOn' ? { ...corrected, receiptRead } : corrected;
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
