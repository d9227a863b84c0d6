import type { LocalDate } from './articles/art02-periods.ts';
import type {
  Complainant,
  DispatchManner,
  Handler,
  HandlerRole,
  Manner,
  Origin,
  Outcome,
  Person,
} from './complaint.ts';

/**
 * What has happened, as it is written in the journal. Everything about a person, and every free text, stands
 * under `personal`: it stays outside the hash chain and can be erased (AVG) without breaking it.
 */
export type Event =
  | {
      type: 'registered';
      number: string;
      receivedOn: LocalDate;
      registeredOn: LocalDate;
      origin: Origin;
      manner: Manner;
      personal: {
        complainant: Complainant;
        branch?: string;
        summary: string;
        respondents: Person[];
        receiver: Person;
        experts?: string;
      };
    }
  /** Art. 5: passed on; `daysLate` counts calendar days after the day of receipt, 0 when on that day. */
  | { type: 'forwarded'; on: LocalDate; role: HandlerRole; daysLate: number; personal: { to: Person } }
  /** Nobody may handle it: everybody at the desk is a respondent. */
  | { type: 'left-unassigned'; on: LocalDate }
  | {
      type: 'acknowledged';
      sentOn: LocalDate;
      manner: DispatchManner;
      /** Calendar days after the last day of Art. 5, 0 when in time. */
      daysLate: number;
      personal: { letter: string };
    }
  | { type: 'handed-over'; on: LocalDate; role: HandlerRole; personal: { to: Person; reason: string } }
  | { type: 'note-added'; on: LocalDate; personal: { text: string } }
  | { type: 'closed'; on: LocalDate; outcome: Outcome; personal: { reason?: string } };

export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;

/** The person of an event becomes the handler of a complaint. */
export const handlerOf = (event: EventOf<'forwarded'> | EventOf<'handed-over'>): Handler => ({
  person: event.personal.to,
  role: event.role,
});
