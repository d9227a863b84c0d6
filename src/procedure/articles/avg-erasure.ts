import { addDays, addYears, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context, Step } from '../model/commands.ts';
import type { Complaint, Person } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';
import { Refusal } from '../model/refusal.ts';

/**
 * AVG: what is about people is kept no longer than needed. A closed dossier is erased after RETENTION_YEARS, or on
 * request when two people agree, unless a legal hold keeps it. Statistics and the journal's chain stay.
 */

/** The steps that decide how long a dossier is kept, and not how the complaint is handled. */
export const isAboutKeeping = (step: Step): boolean =>
  ['request-erasure', 'answer-erasure', 'set-hold', 'lift-hold'].includes(step);

/** Calendar days before erasure on which somebody is warned of it. */
export const warningDays = 14;

/** The day on which a closed dossier is erased by itself; undefined while open, held, or erased already. */
export function erasesOn(
  { closed, hold, holdLiftedOn, erased }: Complaint,
  years: number,
): LocalDate | undefined {
  if (!closed || hold || erased) return undefined;
  const on = addYears(closed.on, years);
  const warned = holdLiftedOn && addDays(holdLiftedOn, warningDays);
  return warned && warned > on ? warned : on;
}

/** "Persoonsgegevens wissen": asks a second person to agree. Refuses without a reason. */
export function requestErasure({ by, reason }: CommandOf<'request-erasure'>, { today }: Context): Event[] {
  if (!reason.trim()) throw new Refusal('text-missing');
  return [{ type: 'erasure-requested', on: today, personal: { by, reason } }];
}

/** The second person agrees, and the data goes; or does not, and it stays. Whoever asked can only take it back. */
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

/** Whether that person asked for the erasure. */
export const isAskedBy = (person: Person, { erasureRequest }: Complaint): boolean =>
  erasureRequest?.by.id === person.id;

/** Legal hold: nothing is erased as long as it lasts. Refuses without a reason. */
export function setHold({ reason }: CommandOf<'set-hold'>, { today }: Context): Event[] {
  if (!reason.trim()) throw new Refusal('text-missing');
  return [{ type: 'hold-set', on: today, personal: { reason } }];
}

export const liftHold = ({ today }: Context): Event[] => [{ type: 'hold-lifted', on: today }];

/** What the register does by itself when the years have passed; no event before that day. */
export function eraseAfterRetention(complaint: Complaint, today: LocalDate, years: number): Event[] {
  const on = erasesOn(complaint, years);
  return on !== undefined && on <= today ? [{ type: 'erased', on: today, because: 'retention' }] : [];
}

/** What stands in the place of erased text. */
export const erasedText = '[gewist]';

/** The state that is left: facts and figures, nobody and no text. */
export function withoutPeople(complaint: Complaint, erased: NonNullable<Complaint['erased']>): Complaint {
  const { number, receivedOn, registeredOn, origin, manner, closed, answerReceivedOn, waivedOn } = complaint;
  return {
    number,
    stage: 'closed',
    receivedOn,
    registeredOn,
    origin,
    manner,
    closed,
    answerReceivedOn,
    waivedOn,
    judgement: complaint.judgement,
    erased,
    complainant: { name: erasedText },
    summary: erasedText,
    respondents: [],
    receiver: { id: '', name: erasedText },
    handledBy: [],
    letters: [],
    statementsRequested: [],
    statements: [],
    measures: [],
    hearings: [],
  };
}
