import type { Event, EventOf } from '../../src/procedure/events.ts';
import { fatima } from './people.ts';

/** What may have happened to a complaint after its registration. */
export const acknowledged = (over: Partial<EventOf<'acknowledged'>> = {}): Event[] => [
  {
    type: 'acknowledged',
    sentOn: '2026-04-01',
    manner: 'email',
    daysLate: 0,
    personal: { letter: 'Wij hebben uw klacht ontvangen.' },
    ...over,
  },
];

export const handedOver = (over: Partial<EventOf<'handed-over'>> = {}): Event[] => [
  {
    type: 'handed-over',
    on: '2026-04-01',
    role: 'substitute',
    personal: { to: fatima, reason: 'Vakantie' },
    ...over,
  },
];

export const noteAdded = (text = 'Gebeld, geen gehoor.'): Event[] => [
  { type: 'note-added', on: '2026-04-01', personal: { text } },
];

export const withdrawn = (): Event[] => [
  { type: 'closed', on: '2026-04-01', outcome: 'withdrawn', personal: { reason: 'Het is opgelost.' } },
];
