import type { LocalDate } from '../../time/local-date.ts';
import type { Answer, Judgement, Measure, Objection, Wish } from './answer.ts';
import type { AvgEvent } from './avg.ts';
import type { CaseNumber } from './case-number.ts';
import type {
  Appointment,
  Complaint,
  Decision,
  HandlerRole,
  Hearing,
  Manner,
  OpenStage,
  Origin,
  Person,
  Registration,
} from './complaint.ts';
import type { DocumentEvent, DocumentId } from './document.ts';
import type { LearningEvent } from './learning.ts';
import type { Again, Delayable, DispatchManner, Letter, LetterKind, PromisedDay } from './letter.ts';
import type { Talk, TalkToCome } from './mediation.ts';
import type { Joined, MergedWith, Outcome } from './outcome.ts';
import type { PersonId } from './person-id.ts';

/**
 * An event of the journal. Everything about a person, and every free text, is under `personal`: outside the hash chain, so
 * that it can be erased (AVG) without breaking the chain.
 */
export type Event =
  | {
      type: 'registered';
      number: CaseNumber;
      receivedOn: LocalDate;
      registeredOn: LocalDate;
      origin: Origin;
      manner: Manner;
      personal: Omit<Registration, 'receivedOn' | 'origin' | 'manner' | 'remedied'> & { receiver: Person };
    }
  /** Art. 5: forwarded; `daysLate` counts calendar days after the day of receipt, 0 when on that day. */
  | { type: 'forwarded'; on: LocalDate; role: HandlerRole; daysLate: number; personal: Appointed }
  /** Nobody may handle it, because everybody at the desk is a respondent. */
  | { type: 'left-unassigned'; on: LocalDate }
  | { type: 'handed-over'; on: LocalDate; role: HandlerRole; personal: Appointed & { reason: string } }
  /**
   * A letter went out. `daysLate`: calendar days after its deadline, 0 when in time or without one; of the answer and the final
   * decision counted from the day on which they count as received.
   */
  | {
      type: 'letter-sent';
      kind: LetterKind;
      /** The id of the letter that waited for the mail server; absent when its writer had sent it. */
      letter?: number;
      sentOn: LocalDate;
      manner: DispatchManner;
      countsAsReceivedOn: LocalDate;
      daysLate: number;
      promised?: PromisedDay;
      /** Of a letter that went out once more: it counts for no deadline. */
      again?: Again;
      /** Nobody wrote it: the register did, at once (Art. 5). */
      automatic?: true;
      /** Art. 5: by how many days it confirms receipt too late; only of an answer that confirms it. */
      acknowledgedDaysLate?: number;
      personal: { text: string };
    }
  /** A letter was queued for the mail server; it is not sent yet. */
  | {
      type: 'letter-queued';
      on: LocalDate;
      kind: LetterKind;
      dueOn?: LocalDate;
      promised?: PromisedDay;
      again?: Again;
      automatic?: true;
      acknowledgeBy?: LocalDate;
      personal: { text: string; to: string };
    }
  /** A letter that may not have arrived was queued again, as its handler asked; `text`: made anew, where it was. */
  | (AnewLetter & { type: 'letter-requeued'; personal: { text?: string; to?: string } })
  /** A letter that waited was made anew for the day on which it goes to the mail server; `to`: for another address, where it was. */
  | (AnewLetter & { type: 'letter-renewed'; personal: { text: string; to?: string } })
  /** A letter that waited was taken out of the post, because it was no longer true. */
  | { type: 'letter-withdrawn'; on: LocalDate; letter: number; because?: 'closed' | 'reopened' }
  /** `named`: as the receiver typed it, which is resolved by this. */
  | { type: 'respondent-added'; on: LocalDate; personal: AboutRespondent & { named?: string } }
  /** Somebody looked: the complaint is about who the website named. `named`: as it was typed there, which is resolved by this. */
  | { type: 'name-confirmed'; on: LocalDate; personal: { respondent: Person; named?: string } }
  /** A respondent was removed, because the complaint is not about them. */
  | { type: 'respondent-removed'; on: LocalDate; personal: AboutRespondent }
  /**
   * `text`: what they read the complaint is about; absent until 0.7.0, as `dueOn`, and where nobody wrote it. `documents`: what they may
   * read of the dossier.
   */
  | { type: 'statement-requested'; on: LocalDate; dueOn?: LocalDate; personal: PersonalRequest }
  | {
      type: 'statement-recorded';
      on: LocalDate;
      from: 'complainant' | 'respondent';
      personal: { respondent?: Person; text: string };
    }
  /** Inleiding: a talk or mediation is to come. */
  | {
      type: 'mediation-offered';
      on: LocalDate;
      appointment: Pick<TalkToCome, 'on' | 'time' | 'form'>;
      personal: Pick<TalkToCome, 'partner' | 'ledBy'>;
    }
  /** Inleiding: the talk that was to come did not take place. */
  | { type: 'mediation-called-off'; on: LocalDate; personal: { reason?: string } }
  /** Inleiding: a talk or mediation took place. `measures`: absent where none were agreed. */
  | {
      type: 'mediated';
      on: LocalDate;
      form: Talk['form'];
      solved: boolean;
      personal: Omit<Talk, 'on' | 'form' | 'solved'> & { measures?: Measure[] };
    }
  /** The complaint was worded for the complainant, to be quoted in letters. */
  | { type: 'complaint-worded'; on: LocalDate; personal: { text: string } }
  | { type: 'experts-recorded'; on: LocalDate; personal: { experts: string } }
  /** Art. 6. `bothSidesHeard`: false requires a reason. */
  | {
      type: 'answer-drawn-up';
      on: LocalDate;
      judgement: Judgement;
      bothSidesHeard: boolean;
      personal: Omit<Answer, 'judgement' | 'toHear'> & { measures: Measure[]; reason?: string };
    }
  /** "Uitstel melden": the answer (Art. 6) or the decision (Art. 8) comes later, and the letter promises when. */
  | {
      type: 'delayed';
      on: LocalDate;
      of: Delayable;
      until: LocalDate;
      wish: Wish;
      personal: { reason: string };
    }
  | { type: 'measure-done'; measure: string; on: LocalDate }
  | MeasureMoved
  /** Art. 7. `sentOn`: the date of the letter or the postmark, where it is known. */
  | (Came & { type: 'objected'; personal: Pick<Objection, 'text' | 'lateBecause'> })
  | (Came & { type: 'late-objection-refused'; personal: { text: string; reason: string } })
  | {
      type: 'hearing-offered';
      on: LocalDate;
      appointment: Omit<Appointment, PersonalOfHearing>;
      personal: Pick<Appointment, PersonalOfHearing>;
    }
  | {
      type: 'heard';
      on: LocalDate;
      form: Hearing['form'];
      settled: boolean;
      /** By how many days it was later than the week, where it was not offered before; absent where it was in time, or offered. */
      daysLate?: number;
      /** `measures`: absent where none were agreed. */
      personal: Omit<Hearing, 'on' | 'form'> & { measures?: Measure[] };
    }
  /** Art. 8: "Indien de klager geen gebruik maakt van deze mogelijkheid". */
  | { type: 'hearing-waived'; on: LocalDate }
  /** The complainant wants the hearing after all, before the board has decided. */
  | { type: 'waiver-taken-back'; on: LocalDate }
  /** Art. 8. `measures`: absent where none were promised. */
  | {
      type: 'decision-taken';
      on: LocalDate;
      judgement?: Judgement;
      personal: Omit<Decision, 'judgement'> & { measures?: Measure[] };
    }
  /** Another complaint belongs with this one, which goes on for both. */
  | { type: 'joined'; on: LocalDate; personal: Joined }
  /** A complaint that was merged into this one goes on by itself again. */
  | { type: 'parted'; on: LocalDate; personal: Pick<Joined, 'number'> }
  | { type: 'note-added'; on: LocalDate; personal: { text: string } }
  | DocumentEvent
  | LearningEvent
  /** A wrong date was corrected: the old value stays here, and deadlines move. */
  | {
      type: 'date-corrected';
      field: DateField;
      from?: LocalDate;
      to: LocalDate;
      /** The day of receipt that the letters so far name, where that is another now. Until 0.7.0 not recorded. */
      receiptRead?: LocalDate;
      /** By how many days the hearing that was offered is later than the week now, which is by Ballance (Art. 8). */
      hearingDaysLate?: number;
      personal: { reason: string };
    }
  | {
      type: 'facts-corrected';
      on: LocalDate;
      from: CountedFacts;
      to: CountedFacts;
      personal: { from: PersonalFacts; to: PersonalFacts; reason: string };
    }
  | AvgEvent
  /** `recordedOn`: the day on which it was recorded, where that is later. */
  | {
      type: 'closed';
      on: LocalDate;
      outcome: Outcome;
      recordedOn?: LocalDate;
      personal: { reason?: string; into?: CaseNumber; other?: MergedWith };
    }
  /** A closed dossier has the stage again that it had, with its original dates. */
  | { type: 'reopened'; on: LocalDate; to: OpenStage; personal: { reason: string } };

/** Art. 7: how and when an objection came, and by how many days it is late. */
type Came = Pick<Objection, 'receivedOn' | 'sentOn' | 'how'> & { daysLate: number };

/** A measure gets a later day than was promised. */
type MeasureMoved = {
  type: 'measure-moved';
  measure: string;
  on: LocalDate;
  to: LocalDate;
  personal: Reason;
};

type Reason = { reason: string };

/** Which letter, when the complainant must have it, until when it confirms receipt, and what it promises. */
type AnewLetter = { on: LocalDate; letter: number } & Pick<Letter, 'dueOn' | 'acknowledgeBy' | 'promised'>;

/** The handler from now on; `complainantKnows`: the one whom the letters so far name, where that is another. */
type Appointed = { to: Person; complainantKnows?: PersonId };

/**
 * The days that start deadlines: receipt of the complaint, of the answer, and of the objection. And the date of the letter or the
 * postmark of the objection, by which it was in time.
 */
export type DateField = 'receivedOn' | 'answerReceivedOn' | 'objectionReceivedOn' | 'objectionSentOn';

/** The facts of Art. 4 that the report counts, and that stay after erasure. */
type CountedFacts = { origin?: Origin; manner?: Manner; subject?: string };

type AboutRespondent = { respondent: Person; reason: string };

type PersonalFacts = Partial<
  Pick<Complaint, 'complainant' | 'branch' | 'summary' | 'unresolvedName' | 'lesson'>
>;

type PersonalRequest = { respondent: Person; text?: string; documents?: DocumentId[] };

/** The facts of Art. 4 that can be corrected, besides dates, and what was learned. */
export type Correction = CountedFacts & PersonalFacts;

export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;

/** What of an appointment for a hearing (Art. 8) is erased with its people and texts. */
type PersonalOfHearing = 'branch' | 'leader' | 'secondRepresentative' | 'laterBecause';
