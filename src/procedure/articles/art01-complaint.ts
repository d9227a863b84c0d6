import type { LocalDate } from '../../time/local-date.ts';
import type { Person, Registration } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { Refusal } from '../model/refusal.ts';

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
