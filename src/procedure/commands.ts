import type { Calendar, Instant, LocalDate } from './articles/art02-periods.ts';
import type { DispatchManner, Person, Registration } from './complaint.ts';
import type { Desk } from './desk.ts';

/** What somebody asks of the register. `by` is the authenticated actor, never a value from a card. */
export type Command =
  | { type: 'register'; by: Person; number: string; registration: Registration }
  | {
      type: 'acknowledge';
      by: Person;
      number: string;
      sentOn: LocalDate;
      manner: DispatchManner;
      letter: string;
    }
  | { type: 'hand-over'; by: Person; number: string; to: string; reason: string }
  | { type: 'add-note'; by: Person; number: string; text: string }
  | { type: 'withdraw'; by: Person; number: string; on: LocalDate; reason: string };

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** What the outside world knows at the moment of deciding. */
export type Context = { now: Instant; today: LocalDate; calendar: Calendar; desk: Desk };
