import { addDays, addYears, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, ComplaintIn, Erasure, Person } from '../model/complaint.ts';
import type { Event, EventOf } from '../model/events.ts';
import type { Satisfaction } from '../model/learning.ts';
import { nobody } from '../model/person-id.ts';
import { Refusal } from '../model/refusal.ts';

/**
 * AVG: what is about people is kept no longer than needed. A closed dossier is erased after RETENTION_YEARS, or on
 * request when two people agree, unless a legal hold keeps it. Statistics and the journal's chain stay.
 */

/** Calendar days before erasure on which its warning is sent. */
export const warningDays = 14;

/**
 * Finds the day on which a closed dossier is erased by itself: the years count from the day on which the closing was recorded.
 * Undefined while open or on hold, and once erased.
 */
export function erasesOn(
  { closed, hold, holdLiftedOn, erased }: Complaint,
  years: number,
): LocalDate | undefined {
  if (!closed || hold || erased) return undefined;
  const on = addYears(closed.recordedOn ?? closed.on, years);
  const warned = holdLiftedOn && addDays(holdLiftedOn, warningDays);
  return warned && warned > on ? warned : on;
}

/** Asks a second person to agree to erasure ("Persoonsgegevens wissen"). Refuses an empty reason. */
export function requestErasure(
  _: Complaint,
  { by, reason }: CommandOf<'request-erasure'>,
  { today }: Context,
): Event[] {
  if (!reason.trim()) throw new Refusal('text-missing');
  return [{ type: 'erasure-requested', on: today, personal: { by, reason } }];
}

/** Erases if the second person agrees, and keeps the data if not. Who asked can only take the request back. */
export function answerErasure(
  complaint: Complaint,
  command: CommandOf<'answer-erasure'>,
  { today }: Context,
): Event[] {
  if (command.agrees && isAskedBy(command.by, complaint)) throw new Refusal('two-must-agree');
  return command.agrees
    ? [{ type: 'erased', on: today, because: 'request' }]
    : [{ type: 'erasure-declined', on: today, personal: { by: command.by } }];
}

/** Tells whether that person asked for the erasure. */
export const isAskedBy = (person: Person, { erasureRequest }: Complaint): boolean =>
  erasureRequest?.by.id === person.id;

/** Sets a legal hold: nothing is erased while it lasts. Refuses an empty reason. */
export function setHold(_: Complaint, { reason }: CommandOf<'set-hold'>, { today }: Context): Event[] {
  if (!reason.trim()) throw new Refusal('text-missing');
  return [{ type: 'hold-set', on: today, personal: { reason } }];
}

export const liftHold = (_: Complaint, __: CommandOf<'lift-hold'>, { today }: Context): Event[] => [
  { type: 'hold-lifted', on: today },
];

/** Erases a dossier whose years of retention have passed; no event before that day. */
export function eraseAfterRetention(complaint: Complaint, today: LocalDate, years: number): Event[] {
  const on = erasesOn(complaint, years);
  return on !== undefined && on <= today ? [{ type: 'erased', on: today, because: 'retention' }] : [];
}

/** What replaces an erased text. */
export const erasedText = '[gewist]';

/** The least that RETENTION_YEARS can be: no dossier is erased by itself before. */
export const fewestYears = 1;

/**
 * Erases again what was erased after the copy was made that was put back. The years have passed as they had then; or two people
 * had agreed, whose names were erased with the rest. No event where the copy still has the complaint open.
 */
export function eraseAgain(complaint: Complaint, because: Erasure['because'], today: LocalDate): Event[] {
  if (complaint.stage !== 'closed' || complaint.erased) return [];
  if (because === 'retention') {
    const events = eraseAfterRetention(complaint, today, fewestYears);
    if (events.length > 0) return events;
  }
  const by = { id: nobody, name: erasedText };
  const lifted: Event[] = complaint.hold ? [{ type: 'hold-lifted', on: today }] : [];
  const asked: Event[] = complaint.erasureRequest
    ? []
    : [{ type: 'erasure-requested', on: today, personal: { by, reason: erasedText } }];
  return [...lifted, ...asked, { type: 'erased', on: today, because: 'request' }];
}

const withoutRemark = ({ on, handling, outcome }: Satisfaction): Satisfaction => ({ on, handling, outcome });

/** Removes people and texts from the state; facts and figures stay, and the days by which lateness is counted (reading 17). */
export function withoutPeople(
  complaint: ComplaintIn<'closed'>,
  { on, because, unnamedDays }: EventOf<'erased'>,
): Complaint {
  const { satisfaction, ...closed } = complaint.closed;
  const { number, receivedOn, registeredOn, origin, manner, subject, answerReceivedOn, waivedOn } = complaint;
  return {
    number,
    stage: 'closed',
    receivedOn,
    registeredOn,
    origin,
    manner,
    subject,
    closed: {
      ...{ ...closed, into: undefined, ofAnother: undefined },
      ...(satisfaction && { satisfaction: withoutRemark(satisfaction) }),
    },
    answerReceivedOn,
    waivedOn,
    unnamedDays,
    judgement: complaint.judgement,
    erased: { on, because },
    complainant: { name: erasedText },
    summary: erasedText,
    respondents: [],
    receiver: { id: nobody, name: erasedText },
    handledBy: [],
    letters: [],
    statementsRequested: [],
    statements: [],
    measures: [],
    hearings: [],
  };
}
