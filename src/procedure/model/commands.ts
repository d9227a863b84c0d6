import type { Calendar } from '../../time/calendar.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import type { Answer, Judgement, Measure, Objection, Wish } from './answer.ts';
import type { CaseNumber } from './case-number.ts';
import type { Complainant } from './complainant.ts';
import type { Appointment, Complaint, Decision, Hearing, Person, Registration } from './complaint.ts';
import type { Desk } from './desk.ts';
import type { DocumentId, KeptDocument } from './document.ts';
import type { Correction, DateField } from './events.ts';
import type { Learned, Satisfaction } from './learning.ts';
import type { AgainReason, Dispatch, DispatchManner } from './letter.ts';
import type { Talk } from './mediation.ts';
import type { Dismissal } from './outcome.ts';
import type { PersonId } from './person-id.ts';

/** A measure as it is promised, in an answer, an agreement or a decision; its event gives it an id. */
export type PromisedMeasure = Pick<Measure, 'what' | 'owner' | 'ownerId' | 'dueOn'>;

/** A text that a respondent reads. `mayIdentify`: its writer confirmed that it may tell who complains. */
export type ForRespondent = { text: string; mayIdentify: boolean };

/** What a respondent reads who is asked for a statement, and until when they are to give it. */
export type ForStatement = ForRespondent & { dueOn: LocalDate };

/** The fields of each step, besides the actor and the complaint. */
export type Asked = {
  /** Art. 5: a letter says who handles it now. */
  'announce-handler': { letter: Dispatch };
  /** Art. 5 and 10: a letter says that nobody may handle it. */
  'announce-no-handler': { wording?: string; letter: Dispatch };
  /**
   * `wording`: the complaint as the complainant reads it, in this letter and those after it; `answerBy`: until when it promises the
   * answer, where the day of Art. 6 has passed.
   */
  acknowledge: { wording?: string; answerBy?: LocalDate; letter: Dispatch };
  /** `documents`: those of the dossier that this respondent may read, chosen one by one. */
  'request-statement': { respondent: PersonId; about: ForStatement; documents?: DocumentId[] };
  /** `of`: the id of a respondent; the complainant when absent. */
  'record-statement': { of?: PersonId; on: LocalDate; text: string };
  /**
   * "Gesprek of bemiddeling" (Inleiding): to come, held where `solved` is known, or `calledOff` ("Ging niet door"), of which `result`
   * says why. `ledBy`: who of Ballance leads it.
   */
  mediate: Pick<Talk, 'form' | 'on' | 'partner' | 'agreements'> &
    Partial<Pick<Talk, 'result' | 'solved'>> & {
      ledBy?: PersonId;
      time?: string;
      calledOff?: boolean;
      measures: PromisedMeasure[];
      letter?: Dispatch;
    };
  /** "Mijn verklaring": a respondent states their own side; `adds`: it stands beside an earlier one, and its writer knows that. */
  'give-statement': { text: string; adds?: boolean };
  /** "Aanvullen" by the receiver: `to` holds what they changed; `about` and `notAbout` who is named in the new text. */
  supplement: {
    to: Partial<Pick<Complainant, 'email' | 'phone' | 'address'>> & { summary?: string };
    about: Person[];
    notAbout: Person[];
  };
  answer: Omit<Answer, 'message'> & {
    measures: PromisedMeasure[];
    notHeardBecause?: string;
    wording?: string;
    /** "Bericht aan beklaagde"; absent where there is none. */
    message?: ForRespondent;
    /** Absent where nobody knows who complained. */
    letter?: Dispatch;
  };
  /** "Uitstel melden". `until`: the new day. */
  delay: { wish: Wish; reason: string; until: LocalDate; letter: Dispatch };
  agree: { on: LocalDate; letter?: Dispatch };
  /** `sentOn`: the date of the letter or the postmark, where it is known. */
  object: Omit<Objection, 'lateBecause'> & { late?: LateObjection };
  'offer-hearing': Omit<Appointment, 'secondRepresentative'> & {
    secondRepresentative?: PersonId;
    letter: Dispatch;
  };
  /** `settled`: whether they came to an agreement, of which measures are part (Art. 9); `earlier`: it was before the moment that was arranged. */
  'record-hearing': Omit<Hearing, 'secondRepresentative'> & {
    earlier?: boolean;
    settled: boolean;
    measures: PromisedMeasure[];
    letter: Dispatch;
  };
  'waive-hearing': { on: LocalDate };
  /** "Definitieve beslissing". */
  decide: Omit<Decision, 'by' | 'judgement'> & {
    judgement: Judgement;
    measures: PromisedMeasure[];
    wording?: string;
    letter: Dispatch;
  };
  close: { on: LocalDate; letter?: Dispatch };
  withdraw: { on: LocalDate; reason: string; letter?: Dispatch };
  /** "Niet in behandeling nemen". `reason` stays in the dossier. */
  dismiss: { because: Dismissal; reason: string; letter?: Dispatch };
  /** "Hoort bij een andere klacht": `into` goes on for both. */
  merge: { into: Complaint; letter?: Dispatch };
  /** "Heropenen": the dossier gets the stage again that it had. */
  reopen: { reason: string };
  'hand-over': { to: PersonId; reason: string };
  /**
   * `about`: what they read, and until when, when they are asked for a statement at once; only after the answer. `isNamed`: they are who
   * the receiver named and could not choose.
   */
  'add-respondent': { respondent: Person; reason: string; about?: ForStatement; isNamed?: boolean };
  /** "Naam nakijken": whether the complaint is about this respondent, whom the website named (reading 10). */
  'judge-name': { respondent: PersonId; isAbout: boolean };
  /** The complaint turns out not to be about this respondent. */
  'remove-respondent': { respondent: PersonId; reason: string };
  'record-experts': { experts: string };
  /** "Onderwerp en leerpunt", of what was remedied on the spot. */
  'record-lesson': Learned;
  'complete-measure': { measure: string; on: LocalDate };
  /** "Nieuwe dag voor maatregel" (Art. 6). */
  'move-measure': { measure: string; to: LocalDate; reason: string; letter?: Dispatch };
  /** Art. 6: its owner has taken it. */
  'report-measure': { measure: string };
  'correct-date': { field: DateField; to: LocalDate; reason: string };
  /**
   * `notAbout`: the complaint is not about who at the desk is named in the new text; `meant`: whom of them a new name of a colleague means,
   * perhaps nobody.
   */
  'correct-facts': {
    to: Correction;
    reason: string;
    notAbout?: boolean;
    meant?: Person[];
    isSamePerson?: boolean;
  };
  /**
   * `manner` 'email': it turns out to have arrived after all, on the day that it names; 'again': it goes to the mail server once more;
   * 'not': it is taken out of the post. `sentOn`: when its writer sent it. `text`: the letter as it goes out now; as it was written
   * where absent.
   */
  'send-by-hand': {
    letter: number;
    manner: DispatchManner | 'again' | 'not';
    sentOn: LocalDate;
    text?: string;
  };
  /** "Opnieuw versturen". `again`: the letter that went out. */
  'send-again': { again: number; because: AgainReason; letter: Dispatch };
  /** "Dossier als bestand". */
  'export-dossier': object;
  /** "Tevredenheid vastleggen". */
  'record-satisfaction': Satisfaction;
  'add-note': { text: string };
  /** "Document toevoegen": its content is stored already, and nothing names it yet. */
  'add-document': { document: Omit<KeptDocument, 'addedOn' | 'by' | 'sharedWith' | 'removedOn'> };
  /** "Document verwijderen": it does not belong in this dossier. */
  'remove-document': { document: DocumentId; reason: string };
  /** "Persoonsgegevens wissen". */
  'request-erasure': { reason: string };
  'answer-erasure': { agrees: boolean };
  /** "Tekst onleesbaar maken". `value`: the text, as it stands in the dossier. */
  'request-redaction': { value: string; reason: string };
  'answer-redaction': { agrees: boolean };
  'set-hold': { reason: string };
  'lift-hold': object;
};

/** Art. 7: after the month the handler accepts the objection with a reason, or refuses it by letter. */
export type LateObjection =
  | { accept: true; reason: string }
  | { accept: false; reason: string; letter?: Dispatch };

/** A command on a complaint that exists: each is a button on a card. */
export type Step = keyof Asked;

/** Where a letter reaches the complainant. */
export type Reach = Partial<Pick<Complainant, 'email' | 'address'>>;

/**
 * A command on a complaint. `by` is the authenticated actor, never a value from a card; `reach` what the form of a letter says of where
 * the complainant is reached, and `learned` what it says of the subject and the lesson.
 */
export type StepCommand<S extends Step = Step> = {
  [T in S]: { type: T; by: Person; number: CaseNumber; reach?: Reach; learned?: Learned } & Asked[T];
}[S];

export type Command =
  | { type: 'register'; by: Person; number: CaseNumber; registration: Registration }
  | StepCommand;

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** What a decision depends on besides the complaint and the command. */
export type Context = {
  now: Instant;
  today: LocalDate;
  calendar: Calendar;
  desk: Desk;
  /** Whether the bot can send letters by e-mail. */
  mail: boolean;
};
