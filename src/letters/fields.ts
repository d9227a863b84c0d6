import {
  answerReceivedOn,
  lastReceipt,
  objectBy,
  objectionDaysLate,
  objectUntil,
} from '../procedure/articles/art07-objection.ts';
import { objectionDeadline, sinceReceipt } from '../procedure/deadlines.ts';
import type { Wish } from '../procedure/model/answer.ts';
import type { Complaint, HandlerRole, Manner } from '../procedure/model/complaint.ts';
import { isAtDesk } from '../procedure/model/desk.ts';
import { type DispatchManner, sentLetters } from '../procedure/model/letter.ts';
import { type Dismissal, dismissals } from '../procedure/model/outcome.ts';
import type { Calendar } from '../time/calendar.ts';
import { letterDate, longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type AgainFacts, asPromised } from './again-fields.ts';
import { type AnswerFacts, answerFields, decisionFields } from './answer-fields.ts';
import { bothSidesFields } from './both-sides-fields.ts';
import { among, type FieldName, firstOf, orGap, orNothing, written } from './field-names.ts';
import { type HearingFacts, invitationFields, leaderOf, recordFields, talkFields } from './hearing-fields.ts';
import { type MovedMeasure, movedFields } from './measure-lines.ts';
import { type MergerFacts, mergerFields, numbersOf } from './merger-fields.ts';
import { organisationFields } from './organisation.ts';
import { block, oneLine, readable } from './readable.ts';
import { salutation } from './salutation.ts';

/**
 * What the writer of a letter has filled in so far. What is missing or blank is taken from the complaint; an appointment, a
 * hearing or an objection is taken from there as a whole.
 */
export type LetterFacts = HearingFacts &
  AgainFacts &
  AnswerFacts &
  MergerFacts & {
    /** The date of the letter, and the day from which its deadlines are counted. */
    today: LocalDate;
    /** How it goes out; not given where that does not matter. */
    manner?: DispatchManner;
    /** Whether everybody on the board is a respondent, so that nobody can take the decision of Art. 8. */
    boardIsRespondent?: boolean;
    /** Who signs; a colleague where nobody may handle it, and its receiver does. */
    writer: { name: string; role: HandlerRole | 'colleague' };
    /** The complaint as the complainant reads it. */
    wording?: string;
    /** Until when a letter that confirms receipt promises the answer, where the day of Art. 6 has passed. */
    answerBy?: LocalDate | undefined;
    /** Why a late objection is refused. */
    reason?: string;
    /** The day on which the complainant will count as having the answer (Art. 7); today unless it is given. */
    countsAsReceivedOn?: LocalDate;
    /** From when the month of Art. 7 counts, where that is later than this letter, and when the letter went out by which it does. */
    monthFrom?: { on: LocalDate; sentOn?: LocalDate | undefined };
    /** Until when the complainant can object by the letters that went out since, where this one is made anew. */
    toldUntil?: LocalDate | undefined;
    /** At whose wish the answer or the decision comes later, and when. */
    delay?: { wish: Wish | undefined; until: LocalDate | undefined };
    /** The measure that gets a later day. */
    moved?: MovedMeasure;
    /** The day of withdrawal. */
    on?: LocalDate;
    /** How the complaint ends, and on which day the complainant agreed. */
    closing?: { outcome: 'agreed' | 'lapsed' | 'not-settled'; on: LocalDate | undefined };
    /** Why the complaint is not taken up (Art. 1). */
    dismissal?: Dismissal;
  };

const spoken: Record<Manner, string> = { oral: 'mondeling', written: 'schriftelijk' };

/** The role that stands under a name. */
const signs: Record<LetterFacts['writer']['role'], string> = {
  officer: 'klachtenfunctionaris',
  substitute: 'vervangend klachtenfunctionaris',
  board: 'lid van de directie',
  colleague: 'medewerker',
};

/** Fills every field that hangs on no kind of letter, as far as it is known. */
export const letterFields = (complaint: Complaint, facts: LetterFacts) =>
  onTheirLines({
    ...factsOfTheComplaint(complaint, facts),
    ...whoIsWho(complaint, facts),
    ...answerFields(complaint, facts),
    ...decisionFields(complaint, facts),
    ...bothSidesFields(complaint),
    ...objectionFields(complaint, facts),
    ...invitationFields(complaint, facts),
    ...talkFields(complaint, facts),
    ...recordFields(complaint, facts),
    ...endFields(complaint, facts),
    ...mergerFields(complaint, facts),
    ...dismissalFields(complaint, facts),
    ...promisedAnswerFields(complaint),
    ...movedFields(complaint, facts),
    ...organisationFields(facts.organisation),
  });

/** The fields that may have several lines; all others are made one line, so that nobody can add a line to a letter. */
const severalLines: readonly FieldName[] = [
  'adres',
  'korte inhoud',
  'standpunt',
  'voorstel',
  'maatregelen',
  'niet eens',
  'reden',
  'aanwezigen',
  'verslag',
  'voorstel in gesprek',
  'reactie',
  'afspraken',
  'beslissing',
  'motivering',
];

const onTheirLines = <N extends FieldName>(fields: Record<N, string>): Record<N, string> =>
  Object.fromEntries(
    Object.entries<string>(fields).map(([name, text]) => [
      name,
      severalLines.some((one) => one === name) ? readable(text) : oneLine(text),
    ]),
  ) as Record<N, string>;

function factsOfTheComplaint(complaint: Complaint, facts: LetterFacts) {
  const { number, complainant, receivedOn, manner, wording, experts, joined = [] } = complaint;
  return {
    ...orGap({
      nummer: number,
      klager: complainant.name,
      aanhef: complainant.unnamed ? 'Geachte heer, mevrouw' : salutation(complainant.name),
      'ontvangen op': letterDate(receivedOn),
      'wijze van ontvangst': spoken[manner],
      'korte inhoud': firstOf(facts.wording, wording),
      'antwoord uiterlijk': longDate(
        asPromised(sinceReceipt('answer', complaint, facts.calendar).dueOn, facts),
      ),
    }),
    ...orNothing({
      adres: complainant.address && block(complainant.address),
      namens: complainant.representing?.replace(/^(?:haar|zijn|hun|mijn) /i, 'uw '),
      deskundigen: experts,
      'ook over klacht': numbersOf(joined.filter(({ ofAnother }) => !ofAnother)),
    }),
  };
}

/** Fills the fields of handler, of who leads the hearing, and of the writer, who may stand in for the handler, or decide as a board member. */
function whoIsWho(complaint: Complaint, facts: LetterFacts) {
  const { handler, respondents } = complaint;
  const { today, manner, writer, boardIsRespondent } = facts;
  const leader = leaderOf(complaint, facts);
  return {
    ...orGap({
      vandaag: letterDate(today),
      behandelaar: handler?.person.name ?? writer.name,
      'functie behandelaar': signs[handler?.role ?? writer.role],
      gespreksleider: leader?.person.name ?? writer.name,
      'functie gespreksleider': signs[leader?.role ?? writer.role],
      schrijver: writer.name,
      'functie schrijver': signs[writer.role],
    }),
    ...orNothing({
      beklaagde: among(respondents, 'degene over wie u klaagt', 'degenen over wie u klaagt'),
      'beklaagde leest niet mee': apart(complaint, facts),
      overhandigd: manner === 'handed' ? 'ja' : '',
      'hele directie beklaagd': boardIsRespondent ? 'ja' : '',
    }),
  };
}

/** Says that who is at the desk does not read a complaint about themselves (Art. 5), and how what is written stays with its handler. */
function apart({ respondents, handler }: Complaint, { desk, writer }: LetterFacts): string | undefined {
  if (!desk || !respondents.some((one) => isAtDesk(one, desk))) return undefined;
  const they = among(
    respondents,
    'Degene over wie u klaagt, kan het niet lezen, ook niet als die bij ons klachten behandelt.',
    'Degenen over wie u klaagt, kunnen het niet lezen, ook niet wie bij ons klachten behandelt.',
  );
  return `${they} Schrijft u ons? Zet daar dan boven: persoonlijk, voor ${handler?.person.name ?? writer.name}.`;
}

/** Writes until when the complainant can object (Art. 7); undefined while they were not answered. */
export const objectionDue = (complaint: Complaint, calendar: Calendar): string | undefined =>
  written(objectionDeadline(complaint, calendar)?.dueOn, longDate);

/** Finds the last day to object as it is known to the complainant; undefined while they were not answered. */
export function lastDayToObject(
  complaint: Complaint,
  { calendar, toldUntil }: Pick<LetterFacts, 'calendar' | 'toldUntil'>,
): LocalDate | undefined {
  const until = objectUntil(complaint, calendar)?.dueOn;
  return toldUntil && (!until || toldUntil > until) ? toldUntil : until;
}

/** Fills the fields of Art. 7. While the answer is a draft, the month counts from the day on which it will be received. */
function objectionFields(complaint: Complaint, facts: LetterFacts) {
  const arrives = facts.countsAsReceivedOn ?? facts.today;
  const since = answerReceivedOn(complaint) ?? arrives;
  const month = objectBy(facts.monthFrom?.on ?? since, facts.calendar).dueOn;
  const told = lastDayToObject(complaint, facts) ?? month;
  const due = told > month ? told : month;
  const objection = facts.objection ?? complaint.objection;
  const { sentOn } = objection ?? {};
  return {
    ...orGap({
      'telt als ontvangen op': letterDate(since),
      'niet eens uiterlijk': longDate(due),
      'uiterlijk bij ons': longDate(lastReceipt(due)),
      'niet eens ontvangen op': written(objection?.receivedOn, letterDate),
      'niet eens': objection?.text,
      reden: facts.reason,
    }),
    ...orNothing({
      'op tijd verstuurd': sentOn && sentOn <= due ? 'ja' : '',
      'bericht te laat': complaint.objection && objectionDaysLate(due, complaint.objection) > 0 ? 'ja' : '',
      'maand telt vanaf': written(facts.monthFrom?.on, letterDate),
      'brief van de maand': written(facts.monthFrom?.sentOn, letterDate),
    }),
  };
}

function endFields({ closed }: Complaint, facts: LetterFacts) {
  const withdrawnOn = facts.on ?? (closed?.outcome === 'withdrawn' ? closed.on : undefined);
  return orGap({ 'ingetrokken op': written(withdrawnOn, letterDate) });
}

/** Fills the fields of the answer (Art. 6) that a letter promised, and that does not come. */
function promisedAnswerFields(complaint: Complaint) {
  const letter = sentLetters(complaint).findLast(({ promised }) => promised?.of === 'answer');
  return orNothing({
    'beloofd op': written(letter?.sentOn, letterDate),
    'beloofd antwoord': written(letter?.promised?.on, longDate),
  });
}

/** Fills the fields of what is not taken up (Art. 1): a section for each reason, and a gap while none is chosen. */
function dismissalFields({ closed }: Complaint, { dismissal }: LetterFacts) {
  const because = dismissal ?? dismissals.find((one) => one === closed?.outcome);
  const when = (one: Dismissal): string => (because === one ? 'ja' : '');
  return {
    ...orNothing({
      'geen klacht': when('no-complaint'),
      'niet over Ballance': when('not-about-us'),
      'niet te bereiken': when('complainant-unknown'),
    }),
    'waarom niet': because ? '' : '[reden]',
  };
}
