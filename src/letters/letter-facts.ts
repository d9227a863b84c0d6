import type { Calendar, LocalDate } from '../procedure/articles/art02-periods.ts';
import type { PromisedMeasure } from '../procedure/commands.ts';
import type { Appointment, HandlerRole, Hearing, Judgement } from '../procedure/complaint.ts';

/**
 * What the writer of a letter has filled in so far. What is missing or blank falls back on what the complaint already
 * holds; an appointment, a hearing or an objection does so as a whole.
 */
export type LetterFacts = {
  /** The date of the letter, and the day from which its deadlines are counted. */
  today: LocalDate;
  /** Who signs. */
  writer: { name: string; role: HandlerRole };
  calendar: Calendar;
  position?: string;
  judgement?: Judgement;
  proposal?: string;
  measures?: readonly PromisedMeasure[];
  appointment?: Partial<Appointment>;
  hearing?: Partial<Hearing>;
  decision?: string;
  /** Motivering of the final decision. */
  reasons?: string;
  objection?: { receivedOn?: LocalDate; text?: string };
  /** Why a late objection is refused. */
  reason?: string;
  /** The day of withdrawal. */
  on?: LocalDate;
};
