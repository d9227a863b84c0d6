import { hasCome } from '../../time/clock.ts';
import type { Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { EventOf } from '../model/events.ts';
import { asPromisedBefore, type Dispatch, type Letter, type PromisedDay } from '../model/letter.ts';
import { acknowledgeBy, lateAfter, promisedAnswer } from './art05-forward-and-acknowledge.ts';
import { answerBy } from './art06-answer.ts';
import { lastDayInAnswer, lastDayNamed } from './art07-objection.ts';
import { decisionPromised, promisedInAnswer } from './art08-days.ts';
import { decideBy, decisionTrigger } from './art08-decision.ts';

type Sending = Omit<Dispatch, 'text'>;

type Reckoned = Pick<Letter, 'dueOn' | 'acknowledgeBy' | 'promised'>;

/**
 * Reckons anew, for a letter that waited and goes out now, when the complainant must have it, until when it confirms receipt, and what
 * it promises: receipt may have been corrected since, and nothing is promised for a day that has passed.
 */
export function reckonedAnew(
  letter: Letter,
  sending: Sending,
  complaint: Complaint,
  context: Context,
): Reckoned {
  const { kind, dueOn, promised } = letter;
  const { calendar } = context;
  const { receivedOn, objection, appointment, waivedOn } = complaint;
  const answerOn = lateAfter(answerBy(receivedOn, calendar).dueOn, complaint);
  const decisionOn =
    objection && decideBy(decisionTrigger({ appointment, waivedOn, objection }), calendar).dueOn;
  const invitesTo = objection && appointment && decisionPromised(appointment, objection, complaint, calendar);
  const confirmOn = lateAfter(acknowledgeBy(receivedOn, calendar).dueOn, complaint);
  switch (kind) {
    case 'acknowledgement':
      return {
        dueOn: dueOn && confirmOn,
        promised: promisedAnswer(sending, complaint, context, {
          again: letter.again,
          answerBy: promised?.wish && promised.on,
        }),
      };
    case 'final-decision':
      return { dueOn: dueOn && (decisionOn ?? dueOn) };
    case 'hearing-invitation':
      return {
        promised: promised && {
          ...promised,
          on: asPromisedBefore(invitesTo?.on ?? promised.on, letter.again, complaint),
        },
      };
    default:
      return {
        dueOn: kind === 'answer' ? dueOn && answerOn : dueOn,
        acknowledgeBy: letter.acknowledgeBy && confirmOn,
        promised: lastDayAnew(letter, sending, complaint, context),
      };
  }
}

/**
 * Finds the last day to object (Art. 7) that a letter names which is made anew: the later of what it said and what it says now, because
 * who reads either is in time.
 */
function lastDayAnew(
  { kind, promised, again }: Letter,
  sending: Sending,
  complaint: Complaint,
  context: Context,
): PromisedDay | undefined {
  if (kind === 'answer' && again && complaint.objection && promised?.of !== 'objection')
    return promisedInAnswer(complaint, again.letter, context);
  if (promised?.of !== 'objection') return promised;
  const now =
    kind === 'answer' ? lastDayInAnswer(sending, complaint, context) : lastDayNamed(complaint, context);
  return now && now.on > promised.on ? now : promised;
}

/** Tells whether a letter offers a moment, or promises a later day ("Uitstel melden"), that has come: it is not sent any more. */
export function isOvertaken(
  { kind, promised }: Letter,
  { appointment }: Complaint,
  { now, today }: Pick<Context, 'now' | 'today'>,
): boolean {
  if (kind === 'hearing-invitation') return !!appointment && hasCome(appointment, now);
  return (kind === 'delay' || kind === 'measure-delay') && !!promised && promised.on <= today;
}

/** Records that a letter which waits was made anew for today, on which it goes to the mail server, at the address that is known now. */
export const letterRenewed = (
  letter: Letter,
  text: string,
  complaint: Complaint,
  context: Context,
): EventOf<'letter-renewed'> => ({
  type: 'letter-renewed',
  on: context.today,
  letter: letter.id,
  ...reckonedAnew(letter, { manner: 'email', sentOn: context.today }, complaint, context),
  personal: {
    text,
    ...(complaint.complainant.email !== letter.to && { to: complaint.complainant.email }),
  },
});
