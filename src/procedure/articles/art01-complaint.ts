import type { LocalDate } from '../../time/local-date.ts';
import type { Registration } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';

/**
 * Art. 1: a complaint is every expression of dissatisfaction "welke niet na een enkele toelichting of onmiddellijke
 * correctie wordt verholpen". One that was remedied on the spot is registered and closed, and starts no deadline.
 */
export const closedOnTheSpot = (registration: Registration, today: LocalDate): Event[] =>
  registration.remedied ? [{ type: 'closed', on: today, outcome: 'remedied', personal: {} }] : [];
