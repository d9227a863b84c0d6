import type { LocalDate } from '../../time/local-date.ts';
import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint, Person, Registration } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { Refusal } from '../model/refusal.ts';
import { closedIn, post } from './letters.ts';

/**
 * Closes a complaint that was remedied on the spot, without starting a deadline; its handler hears of it for information. Art.
 * 1: a complaint is every expression of dissatisfaction "welke niet na een enkele toelichting of onmiddellijke correctie wordt
 * verholpen". Refuses that on the word of a receiver whom the complaint is about.
 */
export function closedOnTheSpot(
  { remedied, respondents }: Registration,
  receiver: Person,
  today: LocalDate,
): Event[] {
  if (!remedied) return [];
  if (isAmong(receiver, respondents)) throw new Refusal('remedied-by-respondent', 1);
  return [{ type: 'closed', on: today, outcome: 'remedied', personal: {} }];
}

/**
 * Closes what is not taken up. Art. 1: a complaint is about "de dienstverlening van Ballance in het algemeen" or "het handelen of
 * nalaten van individuele medewerkers", and comes from "een belanghebbende". The complainant reads why, where a letter can reach
 * them. Refuses an empty reason, and no letter to who has an address and of whom it is known who they are.
 */
export function dismiss(complaint: Complaint, command: CommandOf<'dismiss'>, context: Context): Event[] {
  const { because, reason, letter } = command;
  const { email, address } = complaint.complainant;
  if (!reason.trim()) throw new Refusal('text-missing', 1);
  if (!letter && because !== 'complainant-unknown' && (email || address))
    throw new Refusal('letter-missing', 1);
  return [
    closedIn(letter, { outcome: because, personal: { reason } }, complaint, context),
    ...(letter ? post({ kind: 'dismissal', article: 1 }, letter, complaint, context) : []),
  ];
}
