import type { Complaint } from './complaint.ts';
import { type Event, handlerOf } from './events.ts';

/** The state of a complaint after one more event; the only writer of state. */
export function evolve(complaint: Complaint | undefined, event: Event): Complaint {
  if (event.type === 'registered') return begin(event);
  if (!complaint) throw new Error(`A journal begins with 'registered', not with '${event.type}'.`);
  switch (event.type) {
    case 'forwarded':
    case 'handed-over':
      return { ...complaint, handler: handlerOf(event) };
    case 'left-unassigned':
      return { ...complaint, handler: undefined };
    case 'acknowledged': {
      const { sentOn, manner, personal } = event;
      return {
        ...complaint,
        stage: 'acknowledged',
        acknowledgement: { text: personal.letter, sentOn, manner },
      };
    }
    case 'note-added':
      return complaint;
    case 'closed':
      return { ...complaint, stage: 'closed', closed: { on: event.on, outcome: event.outcome } };
    default:
      return event satisfies never;
  }
}

/** The state that a whole journal leads to. */
export const replay = (events: readonly Event[]): Complaint | undefined =>
  events.reduce<Complaint | undefined>(evolve, undefined);

function begin(event: Extract<Event, { type: 'registered' }>): Complaint {
  const { number, receivedOn, registeredOn, origin, manner, personal } = event;
  return { number, stage: 'registered', receivedOn, registeredOn, origin, manner, ...personal };
}
