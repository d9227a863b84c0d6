import type { LocalDate } from '../../time/local-date.ts';
import type { Registration } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';

/**
 * Closes a complaint that was remedied on the spot, without starting a deadline. Art. 1: a complaint is every expression
 * of dissatisfaction "welke niet na een enkele toelichting of onmiddellijke correctie wordt verholpen".
 */
export const closedOnTheSpot = (registration: Registration, today: LocalDate): Event[] =>
  registration.remedied ? [{ type: 'closed', on: today, outcome: 'remedied', personal: {} }] : [];
