import { addYears, type LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Event } from '../model/events.ts';
import { Refusal } from '../model/refusal.ts';
import { closedOnTheSpot } from './art01-complaint.ts';
import { forward } from './art05-forward-and-acknowledge.ts';

/** Returns the earliest day of receipt that is accepted: five years back, because an older one is a slip of the pen. */
export const earliestReceipt = (today: LocalDate): LocalDate => addYears(today, -5);

/**
 * Registers a complaint. Art. 4: "Iedere mondelinge of schriftelijke klacht wordt door de ontvanger op een daarvoor
 * ontworpen formulier geregistreerd naar herkomst, korte inhoud, datum en wijze van ontvangst." Refuses a day of receipt
 * in the future, and that a complaint was remedied on the word of somebody it is about.
 */
export function register(command: CommandOf<'register'>, context: Context): Event[] {
  const { registration, number, by } = command;
  const { receivedOn, origin, manner, complainant, branch, summary, respondents, unresolvedName, experts } =
    registration;
  if (receivedOn > context.today) throw new Refusal('in-the-future', 4);
  if (receivedOn < earliestReceipt(context.today)) throw new Refusal('too-long-ago', 4);
  if (!complainant.name.trim() || !summary.trim()) throw new Refusal('text-missing', 4);

  const registered: Event = {
    type: 'registered',
    number,
    receivedOn,
    registeredOn: context.today,
    origin,
    manner,
    personal: {
      complainant,
      branch,
      summary,
      respondents,
      receiver: by,
      notAbout: registration.notAbout,
      unresolvedName,
      experts,
      supposed: registration.supposed,
      noReply: registration.noReply,
    },
  };
  return [registered, forward(registration, context), ...closedOnTheSpot(registration, by, context.today)];
}
