import { addYears, type LocalDate } from './articles/art02-periods.ts';
import type { CommandOf, Context } from './commands.ts';
import type { Complaint } from './complaint.ts';
import type { Event } from './events.ts';
import { Refusal } from './refusal.ts';

/**
 * AVG: what is about people is kept no longer than needed. A closed dossier is erased after RETENTION_YEARS, or on
 * request when two people agree, unless a legal hold keeps it. Statistics and the journal's chain stay.
 */

/** The day on which a closed dossier is erased by itself; undefined while open, held, or erased already. */
export function erasesOn({ closed, hold, erased }: Complaint, years: number): LocalDate | undefined {
  return closed && !hold && !erased ? addYears(closed.on, years) : undefined;
}

/** "Persoonsgegevens wissen": asks a second person to agree. Refuses without a reason, and under a legal hold. */
export function requestErasure(
  complaint: Complaint,
  { by, reason }: CommandOf<'request-erasure'>,
  { today }: Context,
): Event[] {
  if (complaint.hold) throw new Refusal('on-hold');
  if (!reason.trim()) throw new Refusal('text-missing');
  return [{ type: 'erasure-requested', on: today, personal: { by, reason } }];
}

/** The second person agrees, and the data goes; or does not, and it stays. Refuses the one who asked. */
export function answerErasure(
  complaint: Complaint,
  command: CommandOf<'answer-erasure'>,
  { today }: Context,
): Event[] {
  if (complaint.erasureRequest?.by.id === command.by.id) throw new Refusal('two-must-agree');
  if (complaint.hold) throw new Refusal('on-hold');
  return command.agrees
    ? [{ type: 'erased', on: today, because: 'request' }]
    : [{ type: 'erasure-declined', on: today, personal: { by: command.by } }];
}

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
