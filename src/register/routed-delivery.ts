import type { Delivery } from './delivery.ts';
import type { Recipient } from './message.ts';

/** One delivery that sends each message the way that its recipient asks for. */
export const routedDelivery = (routes: Record<Recipient['kind'], Delivery>): Delivery => ({
  deliver: (message, dossier, together) => routes[message.to.kind].deliver(message, dossier, together),
  tidy: async (message, dossier) => routes[message.to.kind].tidy?.(message, dossier),
});
