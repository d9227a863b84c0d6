import type { LocalDate } from '../time/local-date.ts';
import { website } from './articles/art04-website.ts';
import { handlerFor, handlerOn, handlesToday } from './articles/art05-handler.ts';
import { isLeftToRespondent } from './articles/art05-no-handler.ts';
import { openMeasures } from './articles/art06-answer.ts';
import { measuresOf } from './articles/art06-measures.ts';
import { decisionMakers } from './articles/art08-decision.ts';
import type { Context } from './model/commands.ts';
import type { Closing, Complaint, Person } from './model/complaint.ts';
import { absentSince, type Desk, isAmong, isAtDesk } from './model/desk.ts';
import { waitingLetters } from './model/letter.ts';

/** In which capacities somebody stands to a complaint. */
export type Standing =
  | 'respondent'
  /** A respondent who was asked for a statement. */
  | 'respondent-heard'
  /** Who registered a complaint as about themselves and about everybody who may handle it: they tell the complainant, and see nothing. */
  | 'respondent-in-charge'
  /** De klachtverantwoordelijke, or who stands in while they are absent. */
  | 'handler'
  /** Who stood in when a letter was written that waits still. */
  | 'stood-in'
  | 'officer'
  /** A board member who is asked to decide (Art. 8). */
  | 'decision-maker'
  /** Who may reopen a closed complaint. */
  | 'reopener'
  /** A board member of an unassigned complaint. */
  | 'board-in-charge'
  /** A substitute or board member while somebody asks for erasure: they may be the second to agree. */
  | 'second-to-agree'
  /** The same, while somebody asks to make a text illegible. */
  | 'second-to-redact'
  | 'receiver'
  /** Who registered a complaint that nobody may handle. */
  | 'receiver-in-charge'
  /** The form on the website that brought the complaint: it brings documents as well, sees nothing, and is told nothing. */
  | 'website'
  /** Who sees to a measure that was promised (Art. 6): they see that, and no dossier. */
  | 'measure-owner';

/** What a standing depends on besides the complaint. */
export type View = Pick<Context, 'desk' | 'now' | 'today' | 'calendar'>;

/**
 * Lists in which capacities a person stands to a complaint. A respondent has no other capacity: nobody handles, decides on,
 * or sees the dossier of a complaint about themselves (Art. 5, made general). Who had to register it all the same (Art. 4), of everybody
 * whom it is about, sends the letter that says so.
 */
export function standings(actor: Person, complaint: Complaint, view: View): Standing[] {
  const { desk } = view;
  if (complaint.erased) return [];
  if (actor.id === website.id) return complaint.receiver.id === website.id ? ['website'] : [];
  if (isAmong(actor, complaint.respondents)) {
    return [
      'respondent',
      ...(complaint.statementsRequested.includes(actor.id) ? (['respondent-heard'] as const) : []),
      ...(complaint.receiver.id === actor.id && isLeftToRespondent(complaint)
        ? (['respondent-in-charge'] as const)
        : []),
    ];
  }
  const unassigned = !complaint.handler;
  const found: (Standing | false | undefined)[] = [
    isHandling(actor, complaint, view) && 'handler',
    hasLetterUnderway(actor, complaint, view) && 'stood-in',
    desk.officer.id === actor.id && 'officer',
    (complaint.stage === 'waived' || complaint.decision?.by.id === actor.id) &&
      isAmong(actor, decisionMakers(complaint, desk)) &&
      'decision-maker',
    mayReopen(actor, complaint, view) && 'reopener',
    unassigned && isAmong(actor, desk.board) && 'board-in-charge',
    complaint.erasureRequest && isAmong(actor, [...desk.substitutes, ...desk.board]) && 'second-to-agree',
    complaint.redactionRequest && isAmong(actor, [...desk.substitutes, ...desk.board]) && 'second-to-redact',
    complaint.receiver.id === actor.id && 'receiver',
    unassigned && complaint.receiver.id === actor.id && 'receiver-in-charge',
    measuresOf(actor, complaint).length > 0 && 'measure-owner',
  ];
  return found.filter((standing) => !!standing);
}

/** Tells whether it is the handler, or while they are absent (or gone) the next who would have handled it. */
function isHandling(actor: Person, complaint: Complaint, view: View): boolean {
  const { handler } = complaint;
  if (!handler) return false;
  if (handler.person.id === actor.id) return true;
  return !isDone(complaint, handler.person, view) && handlesToday(actor, complaint, view);
}

/**
 * Tells whether nobody need stand in for an absent handler: the dossier was closed and worked on for the last time before the absence, and
 * nothing is to be done. What was remedied on the spot (Art. 1), and what belongs to somebody who has left, can always be read by
 * somebody whom it is not about.
 */
const isDone = (complaint: Complaint, handler: Person, { desk, today }: View): boolean => {
  const since = absentSince(handler, desk, today);
  return (
    complaint.closed !== undefined &&
    complaint.closed.outcome !== 'remedied' &&
    !hasOpenWork(complaint) &&
    isAtDesk(handler, desk) &&
    !(since && lastWorkedOn(complaint, complaint.closed) >= since)
  );
};

/** Finds the last day on which a closed dossier was closed, a letter of it was written or sent, or a measure was taken. */
const lastWorkedOn = ({ letters, measures }: Complaint, { on, recordedOn = on }: Closing): LocalDate =>
  [
    recordedOn,
    ...letters.flatMap(({ queuedOn, sentOn }) => [queuedOn, sentOn]),
    ...measures.map(({ doneOn }) => doneOn),
  ]
    .filter((day) => day !== undefined)
    .reduce((one, other) => (other > one ? other : one));

/** Tells whether a letter waits that was written on a day on which somebody stood in for the handler: they read on until it went. */
const hasLetterUnderway = (actor: Person, complaint: Complaint, { desk }: View): boolean =>
  complaint.handler?.person.id !== actor.id &&
  waitingLetters(complaint).some(
    ({ queuedOn }) => queuedOn && handlerOn(queuedOn, complaint, desk)?.person.id === actor.id,
  );

/**
 * Allows reopening to the handler and the officer; after a decision to the board member who took it, or once they are gone to the
 * others who may decide. Where nobody handles it, to the board and to who registered it: closing is no wall.
 */
function mayReopen(actor: Person, complaint: Complaint, view: View): boolean {
  const { closed, decision, handler, receiver } = complaint;
  const { officer, board } = view.desk;
  if (!closed) return false;
  const makers = decisionMakers(complaint, view.desk);
  if (closed.outcome === 'decided' && makers.length > 0) {
    const takers = makers.filter(({ id }) => id === decision?.by.id);
    return isAmong(actor, takers.length > 0 ? takers : makers);
  }
  if (!handler) return isAmong(actor, [...board, receiver]);
  return officer.id === actor.id || isHandling(actor, complaint, view);
}

const insiders: readonly Standing[] = [
  'handler',
  'stood-in',
  'officer',
  'decision-maker',
  'reopener',
  'board-in-charge',
  'receiver-in-charge',
];

/** Allows the whole dossier to its handler, to the officer (who keeps the register), and to others who must act on it. */
export const maySeeDossier = (actor: Person, complaint: Complaint, view: View): boolean =>
  standings(actor, complaint, view).some((standing) => insiders.includes(standing));

/** Allows "Inzage" (art. 15 AVG): who keeps the dossier gives the complainant what it holds about them. */
export const mayDisclose = (actor: Person, complaint: Complaint, view: View): boolean =>
  standings(actor, complaint, view).some((standing) => standing === 'officer' || standing === 'handler');

/** Allows "Jaaroverzicht", the figures of the register, to everybody at the desk. */
export const mayCount = (actor: Person, desk: Desk): boolean => isAtDesk(actor, desk);

/** Allows "Registerlijst", the list for an auditor, to the officer, who keeps the register, and the board. */
export const mayAudit = ({ id }: Person, { officer, board }: Desk): boolean =>
  [officer, ...board].some((one) => one.id === id);

/** Allows the figures of a complaint to everybody at the desk whom it is not about. */
export const maySeeFigures = (actor: Person, { respondents }: Complaint, { desk }: View): boolean =>
  mayCount(actor, desk) && !isAmong(actor, respondents);

/** Allows what piles up to the officer, and to who stands in while the officer is absent and gets the new complaints (Art. 5). */
export const maySeePiles = ({ id }: Person, { desk, today }: Pick<View, 'desk' | 'today'>): boolean =>
  id === desk.officer.id || handlerFor([], desk, today)?.person.id === id;

/** Allows number, date and stage to the receiver; also to one whom it is about, while they have to tell the complainant. */
export const maySeeStage = (actor: Person, complaint: Complaint, view: View): boolean =>
  standings(actor, complaint, view).some((one) => one === 'receiver' || one === 'respondent-in-charge');

/** Tells whether work is open, also in a closed dossier: a measure to be taken (Art. 6), a letter to be sent. */
export const hasOpenWork = (complaint: Complaint): boolean =>
  openMeasures(complaint).length > 0 || waitingLetters(complaint).length > 0;
