import type { Calendar } from '../../time/calendar.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Measure, Objection } from '../model/answer.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { AnyStage, Appointment, Complaint, ComplaintIn, Person } from '../model/complaint.ts';
import { type Desk, isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { sentLetters } from '../model/letter.ts';
import { Refusal } from '../model/refusal.ts';
import { type Period, weeksFrom } from './art02-periods.ts';
import { numbered } from './art06-answer.ts';
import { post, worded } from './letters.ts';

/**
 * Counts two weeks. Art. 8: "Indien de klager geen gebruik maakt van deze mogelijkheid ontvangt hij/zij binnen twee weken een
 * definitieve beslissing van de directie van Ballance", counted from receipt of the objection, or from the day on which a
 * hearing that was offered was not used.
 */
export function decideBy(triggeredOn: LocalDate, calendar: Calendar): Period {
  return weeksFrom(triggeredOn, 2, calendar.strict);
}

/** The fields of a complaint from the objection on, in any stage. */
export type Dispute = Pick<AnyStage, 'waivedOn'> & {
  objection: Pick<Objection, 'receivedOn'>;
  appointment?: Pick<Appointment, 'on'>;
};

/**
 * Finds the day from which the two weeks count: receipt of the objection, or the day of a hearing that was offered and not used,
 * when that is later. Whoever waives it before that day has the two weeks from then.
 */
export function decisionTrigger({ appointment, objection, waivedOn }: Dispute): LocalDate {
  const { receivedOn } = objection;
  if (!appointment) return receivedOn;
  const notUsedOn = waivedOn && waivedOn < appointment.on ? waivedOn : appointment.on;
  return notUsedOn > receivedOn ? notUsedOn : receivedOn;
}

/**
 * Tells whether the complainant had a decision by that day, in the two weeks of Art. 8: one that the board takes anew after reopening
 * is not late then. A hearing that was offered since begins them anew.
 */
export const isDecidedBy = (dueOn: LocalDate, { objection, ...complaint }: Complaint): boolean =>
  !!objection &&
  sentLetters(complaint).some(
    ({ kind, again, sentOn, countsAsReceivedOn }) =>
      kind === 'final-decision' &&
      !again &&
      sentOn >= decisionTrigger({ ...complaint, objection }) &&
      countsAsReceivedOn <= dueOn,
  );

/**
 * Lists the board members who decide: no respondent, and while another is free nobody who handled the case or sat in a hearing as
 * second representative.
 */
export function decisionMakers(complaint: Complaint, desk: Pick<Desk, 'board'>): Person[] {
  const free = desk.board.filter((member) => !isAmong(member, complaint.respondents));
  const satIn = complaint.hearings.map(({ secondRepresentative }) => secondRepresentative?.id);
  const fresh = free.filter(({ id }) => !complaint.handledBy.includes(id) && !satIn.includes(id));
  return fresh.length > 0 ? fresh : free;
}

/** Tells whether the board would have to decide now, and has nobody who can: the way to court is what is left, or a hearing after all. */
export const isDecidedByNobody = (complaint: Complaint, { desk }: { desk: Pick<Desk, 'board'> }): boolean =>
  complaint.stage === 'waived' && decisionMakers(complaint, desk).length === 0;

/**
 * Lists the measures that decisions of the board so far promised: they are promises, so a decision that is taken anew names them
 * again, beside its own.
 */
export const decidedMeasures = <M extends Pick<Measure, 'promisedIn'>>({
  measures,
}: {
  measures: readonly M[];
}): M[] => measures.filter(({ promisedIn }) => promisedIn === 'decision');

/**
 * Records the final decision ("Definitieve beslissing"), which closes the internal procedure once its letter is sent. It takes the
 * place of the answer: its judgement is the last one, and its decision, which is never empty, is the solution of Art. 6.
 */
export function takeDecision(
  complaint: ComplaintIn<'waived'>,
  command: CommandOf<'decide'>,
  context: Context,
): Event[] {
  const { by, decision, reasons, judgement, offer, measures, wording, letter } = command;
  if (!decision.trim() || !reasons.trim()) throw new Refusal('text-missing', 8);
  const { dueOn } = decideBy(decisionTrigger(complaint), context.calendar);
  return [
    ...worded(wording, complaint, context),
    {
      type: 'decision-taken',
      on: context.today,
      judgement,
      personal: {
        decision,
        reasons,
        by,
        ...(offer && { offer }),
        ...(measures.length > 0 && { measures: numbered(measures, complaint) }),
      },
    },
    ...post(
      {
        kind: 'final-decision',
        article: 8,
        ...(!isDecidedBy(dueOn, complaint) && { dueOn }),
      },
      letter,
      complaint,
      context,
    ),
  ];
}
