import type { LocalDate } from '../../time/local-date.ts';
import type {
  Answer,
  Appointment,
  Complainant,
  Handler,
  HandlerRole,
  Hearing,
  Judgement,
  Manner,
  Measure,
  MeasureCounts,
  Objection,
  Origin,
  Outcome,
  Person,
} from './complaint.ts';
import type { DispatchManner, LetterKind } from './letter.ts';

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
  | { type: 'handed-over'; on: LocalDate; role: HandlerRole; personal: { to: Person; reason: string } }
  /** A letter went out. `daysLate`: calendar days after its deadline, 0 when in time or without one. */
  | {
      type: 'letter-sent';
      kind: LetterKind;
      /** The id of the letter that waited for the mail server; absent when it was sent by hand at once. */
      letter?: number;
      sentOn: LocalDate;
      manner: DispatchManner;
      daysLate: number;
      personal: { text: string };
    }
  /** A letter was handed to the mail server; it is not sent yet. */
  | {
      type: 'letter-queued';
      on: LocalDate;
      kind: LetterKind;
      dueOn?: LocalDate;
      personal: { text: string; to: string };
    }
  /** A letter that may not have arrived was handed to the mail server once more, because its handler asked for it. */
  | { type: 'letter-requeued'; on: LocalDate; letter: number }
  | { type: 'respondent-added'; on: LocalDate; personal: { respondent: Person; reason: string } }
  /** Somebody was taken for a respondent who is none. */
  | { type: 'respondent-removed'; on: LocalDate; personal: { respondent: Person; reason: string } }
  | { type: 'statement-requested'; on: LocalDate; personal: { respondent: Person } }
  | {
      type: 'statement-recorded';
      on: LocalDate;
      from: 'complainant' | 'respondent';
      personal: { respondent?: Person; text: string };
    }
  | { type: 'experts-recorded'; on: LocalDate; personal: { experts: string } }
  /** Art. 6. `bothSidesHeard`: false asks for the reason. */
  | {
      type: 'answer-drawn-up';
      on: LocalDate;
      judgement: Judgement;
      bothSidesHeard: boolean;
      personal: Omit<Answer, 'judgement'> & { measures: Measure[]; reason?: string };
    }
  | { type: 'measure-done'; measure: string; on: LocalDate }
  | {
      type: 'objected';
      receivedOn: LocalDate;
      daysLate: number;
      personal: Pick<Objection, 'text' | 'lateBecause'>;
    }
  | {
      type: 'late-objection-refused';
      receivedOn: LocalDate;
      daysLate: number;
      personal: { text: string; reason: string };
    }
  | {
      type: 'hearing-offered';
      on: LocalDate;
      appointment: Omit<Appointment, 'branch' | 'secondRepresentative' | 'laterBecause'>;
      personal: Pick<Appointment, 'branch' | 'secondRepresentative' | 'laterBecause'>;
    }
  | {
      type: 'heard';
      on: LocalDate;
      form: Hearing['form'];
      settled: boolean;
      personal: Omit<Hearing, 'on' | 'form'>;
    }
  /** Art. 8: "Indien de klager geen gebruik maakt van deze mogelijkheid". */
  | { type: 'hearing-waived'; on: LocalDate }
  | { type: 'decision-taken'; on: LocalDate; personal: { decision: string; reasons: string; by: Person } }
  | { type: 'note-added'; on: LocalDate; personal: { text: string } }
  /** A wrongly entered date: the old value stays here, and deadlines move. */
  | {
      type: 'date-corrected';
      field: DateField;
      from?: LocalDate;
      to: LocalDate;
      personal: { reason: string };
    }
  | {
      type: 'facts-corrected';
      on: LocalDate;
      from: CountedFacts;
      to: CountedFacts;
      personal: { from: PersonalFacts; to: PersonalFacts; reason: string };
    }
  | { type: 'erasure-requested'; on: LocalDate; personal: { by: Person; reason: string } }
  | { type: 'erasure-declined'; on: LocalDate; personal: { by: Person } }
  /** Everything under `personal` is taken out of the dossier at this event. */
  | { type: 'erased'; on: LocalDate; because: 'retention' | 'request'; conflicts?: Conflict[] }
  | { type: 'hold-set'; on: LocalDate; personal: { reason: string } }
  | { type: 'hold-lifted'; on: LocalDate }
  | { type: 'closed'; on: LocalDate; outcome: Outcome; personal: { reason?: string } };

/** The days that set deadlines running: receipt of the complaint, of the answer, and of the objection. */
export type DateField = 'receivedOn' | 'answerReceivedOn' | 'objectionReceivedOn';

/**
 * Art. 5, made general: a respondent at the desk who may not count the complaint after its erasure either. `person` is a
 * pseudonym; `after` how many entries of the journal they knew: 0 when it was about them from the start. `measures`: what was
 * counted of them by then, which cannot be read from a journal without people; absent where
 * it was about them from the start, and where version 0.5 or older erased it.
 */
export type Conflict = { person: string; after: number; measures?: MeasureCounts };

/** The facts of Art. 4 that the report counts: they stay after erasure. */
type CountedFacts = { origin?: Origin; manner?: Manner };

type PersonalFacts = { complainant?: Complainant; branch?: string; summary?: string };

/** The facts of Art. 4 that can be put right, besides dates. */
export type Correction = CountedFacts & PersonalFacts;

export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;

/** The person of an event becomes the handler of a complaint. */
export const handlerOf = (event: EventOf<'forwarded'> | EventOf<'handed-over'>): Handler => ({
  person: event.personal.to,
  role: event.role,
});
