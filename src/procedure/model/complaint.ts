import type { LocalDate } from '../../time/local-date.ts';
import type { Answer, Judgement, Measure, Objection, OfferFate, Verdict, Wish } from './answer.ts';
import type { CaseNumber } from './case-number.ts';
import type { Complainant, UnnamedDays } from './complainant.ts';
import type { KeptDocument } from './document.ts';
import type { Learned, Satisfaction } from './learning.ts';
import type { Letter } from './letter.ts';
import type { Talk, TalkToCome } from './mediation.ts';
import type { Joined, Outcome } from './outcome.ts';
import type { PersonId } from './person-id.ts';

/** A person known to the directory. `id` is the Entra object id (a lower-case GUID). */
export type Person = { id: PersonId; name: string };

/** Herkomst (Art. 4): from whose side the complaint comes. */
export const origins = ['client', 'principal', 'employee', 'partner', 'other'] as const;
export type Origin = (typeof origins)[number];

/** Wijze van ontvangst (Art. 4). */
export const manners = ['oral', 'written'] as const;
export type Manner = (typeof manners)[number];

/** How far the regulation has been followed. */
export const stages = [
  'registered',
  'acknowledged',
  'answered',
  'objected',
  'hearing-offered',
  'heard',
  'waived',
  'closed',
] as const;
export type Stage = (typeof stages)[number];
export type OpenStage = Exclude<Stage, 'closed'>;
export const openStages = stages.filter((stage): stage is OpenStage => stage !== 'closed');

/** In which capacity someone handles a complaint (Art. 5). */
export type HandlerRole = 'officer' | 'substitute' | 'board';

/** De klachtverantwoordelijke (Art. 5). */
export type Handler = { person: Person; role: HandlerRole };
/** Hoor en wederhoor: what the complainant (`of` is absent) or a respondent stated. */
export type Statement = { of?: Person; on: LocalDate; text: string };
export type AwaitedStatement = { of: PersonId; dueOn: LocalDate };

/** Art. 8: by telephone, or at the office of the branch. */
export const hearingForms = ['phone', 'office'] as const;
export type HearingForm = (typeof hearingForms)[number];

/** Art. 8: the appointment to explain the complaint orally. */
export type Appointment = {
  on: LocalDate;
  /** 'HH:mm' in Europe/Amsterdam. */
  time: string;
  form: HearingForm;
  branch?: string;
  /** The employee concerned is present, because both sides find that useful. */
  employeePresent: boolean;
  /** One of the two sides wants a second representative of Ballance. */
  secondRepresentative?: Person;
  /** Who leads it, as the invitation says. Until 0.7.0 not recorded. */
  leader?: Person;
  /** The complainant has agreed to this moment. */
  agreed: boolean;
  /** At whose wish it is later than a week after the objection, and why. Until 0.7.0 always the complainant's: absent. */
  laterWish?: Wish;
  laterBecause?: string;
};

/** Art. 8 and 9: the hearing as it took place. */
export type Hearing = {
  on: LocalDate;
  form: HearingForm;
  present: string;
  report: string;
  proposal?: string;
  reaction?: string;
  /** Art. 9: what was agreed; absent when it was not settled. */
  settlement?: string;
  /** Who was there as second representative, as arranged. */
  secondRepresentative?: Person;
  /** What becomes of the solution of the answer; absent where that proposed none, and until 0.7.0. */
  offer?: OfferFate;
};

/** Art. 8: what the board decided. */
export type Decision = Verdict & { by: Person };

/**
 * When and how the procedure ended; `recordedOn`: a later day; `into`: with which complaint it goes on, `ofAnother`: of another
 * complainant; `from`: to what it reopens; `satisfaction`: what the complainant thought of it afterwards.
 */
export type Closing = {
  on: LocalDate;
  outcome: Outcome;
  recordedOn?: LocalDate;
  into?: CaseNumber;
  ofAnother?: boolean;
  from: OpenStage;
  satisfaction?: Satisfaction;
};

/** Legal hold: why nothing may be erased. */
export type Hold = { on: LocalDate; reason: string };
/** A request for erasure; a second person must agree. */
export type ErasureRequest = { on: LocalDate; by: Person; reason: string };

/** A request to make a text illegible; a second person must agree. */
export type RedactionRequest = { on: LocalDate; by: Person; value: string; reason: string };

/** The erasure of personal data; facts and figures stay. */
export type Erasure = { on: LocalDate; because: 'retention' | 'request' };

/** What the receiver registers (Art. 4). */
export type Registration = {
  complainant: Complainant;
  origin: Origin;
  branch?: string;
  summary: string;
  receivedOn: LocalDate;
  manner: Manner;
  /** Beklaagden; empty when the complaint is about Ballance in general (Art. 1). */
  respondents: Person[];
  /** The ids of respondents whom the website named, and of whom nobody has looked yet whether it is about them (reading 10). */
  supposed?: PersonId[];
  /** Who at the desk is named in the text, while the receiver says that the complaint is not about them. */
  notAbout?: Person[];
  /** "Naam van de collega": who it is about, as the receiver typed it where they could not search; not chosen yet. */
  unresolvedName?: string;
  /** The complainant wrote on the website that they need no acknowledgement and no answer (Art. 5 and 6). */
  noReply?: true;
  /** Deskundigen die de klager bijstaan (Art. 3). */
  experts?: string;
  /** Art. 1: remedied by a single explanation or an immediate correction. */
  remedied: boolean;
};

/** The fields of a complaint in every stage. */
type Always = Omit<Registration, 'remedied' | 'notAbout'> &
  Learned & {
    number: CaseNumber;
    registeredOn: LocalDate;
    receiver: Person;
    /** Absent when nobody may handle it: unassigned. */
    handler?: Handler;
    /** The ids of everybody who has handled it, the present handler included. */
    handledBy: PersonId[];
    /** The id of the handler whom the letters so far name, where that is not the present one. */
    complainantKnows?: PersonId;
    /** The day of receipt that the letters so far name, where another was recorded since, and no letter has said so yet. */
    receiptRead?: LocalDate;
    /** Every letter, sent or waiting to be, the oldest first. */
    letters: Letter[];
    /** How many letters there were when it was reopened last: those say of no later closing why it ended. */
    lettersUntilReopened?: number;
    /** The day on which it was reopened last: what follows on that is not dated before it. */
    reopenedOn?: LocalDate;
    /** The complaint as the complainant reads it in letters: the summary is internal. Absent until a letter has quoted it. */
    wording?: string;
    /** The ids of respondents who were asked for a statement. */
    statementsRequested: PersonId[];
    /** Of those, who is to give it still, and until when; absent where no day was named (until 0.7.0). */
    statementsAwaited?: AwaitedStatement[];
    statements: Statement[];
    measures: Measure[];
    /** Inleiding: the talk that was offered and has no result yet, and those that took place. */
    talkToCome?: TalkToCome;
    talks?: Talk[];
    hearings: Hearing[];
    /** What a decision that is to be taken anew told of the solution of the answer, while no hearing after it told of that. */
    fateDecided?: OfferFate;
    unnamedDays?: UnnamedDays[];
    joined?: Joined[];
    /** What came with it or was added, the oldest first; its content is kept beside the register. */
    documents?: KeptDocument[];
    hold?: Hold;
    /** When the last legal hold ended: erasure waits two weeks from there. */
    holdLiftedOn?: LocalDate;
    erasureRequest?: ErasureRequest;
    redactionRequest?: RedactionRequest;
    erased?: Erasure;
    /** The last judgement: the board's, where it decided. Stays after erasure, for the annual report. */
    judgement?: Judgement;
  };

/** The fields that a complaint has in some stages only. */
type InStages = {
  answer: Answer;
  /** The day the complainant received the answer, where it is not the day it was sent (Art. 7). */
  answerReceivedOn: LocalDate;
  objection: Objection;
  appointment: Appointment;
  waivedOn: LocalDate;
  decision: Decision;
  closed: Closing;
};

/** A complaint whose fields have not been checked against its stage. */
export type AnyStage = Always & Partial<InStages> & { stage: Stage };

const maybe = { answer: 'maybe', answerReceivedOn: 'maybe', appointment: 'maybe' } as const;

/** Which of those fields each stage has: always, or maybe. It has none of the others. */
const fieldsOfStage = {
  /** The answer is drawn up, and its letter waits for the mail server. */
  registered: { answer: 'maybe' },
  acknowledged: { answer: 'maybe' },
  answered: { answer: 'maybe', answerReceivedOn: 'maybe' },
  /** The hearing is offered, and the invitation waits for the mail server. */
  objected: { ...maybe, objection: 'always' },
  'hearing-offered': { ...maybe, objection: 'always', appointment: 'always' },
  heard: { ...maybe, objection: 'always' },
  waived: { ...maybe, objection: 'always', waivedOn: 'always', decision: 'maybe' },
  closed: { ...maybe, objection: 'maybe', waivedOn: 'maybe', decision: 'maybe', closed: 'always' },
} as const satisfies Record<Stage, Partial<Record<keyof InStages, 'always' | 'maybe'>>>;

type FieldsOf<S extends Stage> = (typeof fieldsOfStage)[S];
type Having<S extends Stage, How> = keyof InStages &
  { [Field in keyof FieldsOf<S>]: FieldsOf<S>[Field] extends How ? Field : never }[keyof FieldsOf<S>];

/** A complaint in one of those stages. */
export type ComplaintIn<S extends Stage> = S extends Stage
  ? Always & { stage: S } & Pick<InStages, Having<S, 'always'>> &
      Partial<Pick<InStages, Having<S, 'maybe'>>> & {
        [Field in Exclude<keyof InStages, keyof FieldsOf<S>>]?: undefined;
      }
  : never;

/** The current state of a complaint, with the fields of its stage; written only by `evolve`. */
export type Complaint = ComplaintIn<Stage>;

/** Tells whether a complaint has the fields of its stage, and of no other. */
export function isOfItsStage(complaint: AnyStage): complaint is Complaint {
  const expected: Record<string, string | undefined> = fieldsOfStage[complaint.stage];
  const found: Record<string, unknown> = complaint;
  return Object.keys(fieldsOfStage.closed).every((field) =>
    found[field] === undefined ? expected[field] !== 'always' : expected[field] !== undefined,
  );
}

/** The stages between the objection and what ends it (Art. 8 to 10). */
export const disputed = ['objected', 'hearing-offered', 'heard'] as const;
export type Disputed = ComplaintIn<(typeof disputed)[number]>;

export const isIn = <S extends Stage>(
  complaint: Complaint,
  stages: readonly S[],
): complaint is ComplaintIn<S> => stages.some((stage) => stage === complaint.stage);
