import type { Calendar, LocalDate } from '../procedure/articles/art02-periods.ts';
import type { Complaint } from '../procedure/complaint.ts';

/** What "Inzage" is made from. */
export type DisclosureFacts = {
  complaint: Complaint;
  /** What happened, a sentence each, the oldest first; without what is internal or about others. */
  course: readonly { on: LocalDate; what: string }[];
  today: LocalDate;
  calendar: Calendar;
  erasesOn?: LocalDate;
  retentionYears: number;
};
