import type { DeliveryWord } from '../dispatch/attempting.ts';
import type { Readiness } from '../register/health.ts';
import type { Delivery } from '../register/model/delivery.ts';
import type { Log } from '../register/model/log.ts';
import type { Message } from '../register/model/message.ts';
import type { Store } from '../register/model/store.ts';
import type { Instant } from '../time/local-date.ts';

/** What somebody did: typed words, pressed a button, used a dialog, was offered a file, or came and went. */
export type TurnKind = 'words' | 'press' | 'dialog' | 'file' | 'arrival' | 'other';

/** What is asked at every export. */
export type Measured = {
  ready(): Promise<Readiness>;
  clock: { now(): Instant };
  /** In milliseconds, since the last sweep that went well or the start. */
  sweeps: { silentMs(): number };
};

type Sweep = (now: Instant) => Promise<void>;

/**
 * What the parts of the bot tell operators about themselves: how often, how long and how it ended. Each wraps a part that is there
 * anyway, and what comes out of it does the same as what went in. Of whom or what it was about nothing is told.
 */
export type Watch = {
  log(log: Log): Log;
  store(store: Store): Store;
  /** Adds what Cosmos DB charged for a request, in request units. */
  charged(units: number): void;
  deliveries(delivery: Delivery): Delivery;
  attempted(message: Message, outcome: DeliveryWord): void;
  sweep(sweep: Sweep): Sweep;
  turn<T extends { status: number; body?: unknown }>(kind: TurnKind, turn: () => Promise<T>): Promise<T>;
  /** Measures that bot at every export, until the next `flush`. */
  measures(bot: Measured): void;
  /** Exports what was not exported yet, for so many milliseconds at most; after that nothing is, until a bot is measured. Never rejects. */
  flush(ms: number): Promise<void>;
};

const asItIs = <T>(part: T): T => part;
const nothing = (): void => {};

/** Watches nothing: what is given is what is used. */
export const unwatched: Watch = {
  log: asItIs,
  store: asItIs,
  charged: nothing,
  deliveries: asItIs,
  attempted: nothing,
  sweep: asItIs,
  turn: (_kind, turn) => turn(),
  measures: nothing,
  flush: async () => {},
};
