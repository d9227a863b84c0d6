import { setTimeout as pause } from 'node:timers/promises';
import type { Meter } from '@opentelemetry/api';
import { Postponed, Unanswered, Undelivered } from '../register/model/delivery.ts';
import type { Log } from '../register/model/log.ts';
import { Conflict, Unreadable, Unwritten } from '../register/model/store.ts';
import { millisecondsBetween } from '../time/local-date.ts';
import { type Destination, exporting, type Service } from './exporting.ts';
import { type Ended, spans } from './spans.ts';
import type { Measured, Watch } from './watch.ts';
import { watchedStore } from './watched-store.ts';

/** Watches the bot, and exports what it measures. No name, attribute or URL holds more than words that stand in this code. */
export async function openTelemetry(to: Destination, service: Service, log: Log): Promise<Watch> {
  const { meter, tracer, flush, letOut } = await exporting(to, service, log);
  const { within, isFaulty, facts } = spans(tracer);
  const time = (name: string, description: string) =>
    meter.createHistogram(`klachtenbot.${name}.duration`, { unit: 's', description });
  const durations = {
    turn: time('turn', 'Turns, by kind and outcome'),
    delivery: time('delivery', 'Tries to deliver a message, by recipient, kind and answer'),
    sweep: time('sweep', 'Sweeps, by outcome'),
    store: time('store', 'Calls of the store, by operation and outcome'),
  };
  const count = (name: string, description: string) =>
    meter.createCounter(`klachtenbot.${name}`, { description });
  const attempts = count('deliveries', 'What became of messages: by recipient, kind and outcome');
  const lines = count('log.lines', 'Lines of the log that warn, or say that something is wrong');
  const units = count('store.request_units', 'What Cosmos DB charged, by operation');
  const gauges = measuring(meter);

  return {
    log: (log) => ({
      info: log.info,
      warn(msg, known) {
        lines.add(1, { level: 'warn' });
        log.warn(msg, known);
      },
      error(msg, known) {
        lines.add(1, { level: 'error' });
        log.error(msg, known);
      },
      fault(msg, error) {
        isFaulty();
        lines.add(1, { level: 'error' });
        log.fault(msg, error);
      },
    }),
    store: (store) =>
      watchedStore(store, (operation, call) =>
        within(
          { name: `store ${operation}`, facts: { operation }, duration: durations.store, of: 'part' },
          call,
          storeOutcome,
        ),
      ),
    charged: (charge) => units.add(charge, { operation: 'other', ...facts() }),
    deliveries: (delivery) => ({
      ...delivery,
      deliver: (message, dossier, together) =>
        within(
          { name: 'delivery', facts: wordsOf(message), duration: durations.delivery, of: 'own' },
          () => delivery.deliver(message, dossier, together),
          deliveryOutcome,
        ),
    }),
    attempted: (message, outcome) => attempts.add(1, { ...wordsOf(message), outcome }),
    sweep: (sweep) => (now) =>
      within(
        { name: 'sweep', facts: {}, duration: durations.sweep, of: 'own' },
        () => sweep(now),
        (ended) => ('error' in ended || ended.isFaulty ? 'failed' : 'done'),
      ),
    turn: (kind, turn) =>
      within({ name: 'turn', facts: { kind }, duration: durations.turn, of: 'request' }, turn, turnOutcome),
    measures(bot) {
      letOut(true);
      gauges.use(bot);
    },
    async flush(ms) {
      await Promise.race([flush(), pause(ms)]);
      letOut(false);
      gauges.use(undefined);
    },
  };
}

const wordsOf = ({ to, content }: { to: { kind: string }; content: { kind: string } }) => ({
  to: to.kind,
  kind: content.kind,
});

function storeOutcome(ended: Ended<unknown>): string {
  if ('value' in ended) return 'done';
  const { error } = ended;
  if (error instanceof Conflict) return 'conflict';
  if (error instanceof Unreadable) return 'unreadable';
  return error instanceof Unwritten ? error.code : 'failed';
}

/** Tells what the other side answered; what became of the message after so many tries, `attempted` says. */
function deliveryOutcome(ended: Ended<unknown>): string {
  if ('value' in ended) return 'accepted';
  const { error } = ended;
  if (error instanceof Postponed) return 'postponed';
  if (error instanceof Unanswered) return 'unanswered';
  if (!(error instanceof Undelivered)) return 'fault';
  if (error.setUp) return 'set-up';
  return error.unreachable ? 'unreachable' : error.retry ? 'busy' : 'refused';
}

/** An invoke is answered with 200, and its own status stands in the body. */
function turnOutcome(ended: Ended<{ status: number; body?: unknown }>): string {
  if ('error' in ended || ended.isFaulty) return 'failed';
  const { status, body } = ended.value;
  const isObject = typeof body === 'object' && body !== null;
  const own = isObject && 'statusCode' in body ? Number(body.statusCode) : status;
  if (status === 401) return 'unauthenticated';
  return Math.max(status, own) >= 500 ? 'failed' : own >= 400 ? 'refused' : 'answered';
}

/** Measures the state of the bot at every export, by asking it as who reads /health/ready does. */
function measuring(meter: Meter) {
  let bot: Measured | undefined;
  const gauge = (name: string, description: string, unit = '1') =>
    meter.createObservableGauge(`klachtenbot.${name}`, { description, unit });
  const ready = gauge('ready', 'Whether it can do its work: 1, or 0');
  const part = gauge('part.ok', 'Whether each part goes well: 1, or 0');
  const undelivered = gauge(
    'undelivered',
    'Dossiers of which a message waits for somebody who is not reached',
  );
  const oldest = gauge('oldest_message.age', 'Age of the oldest message that waits; 0 when none does', 's');
  const sweep = gauge('sweep.age', 'Time since the last sweep that went well', 's');
  meter.addBatchObservableCallback(
    async (result) => {
      if (!bot) return;
      result.observe(sweep, bot.sweeps.silentMs() / 1_000);
      const { ready: isReady, parts, waitingSince } = await bot.ready();
      result.observe(ready, isReady ? 1 : 0);
      for (const [name, { ok }] of Object.entries(parts)) result.observe(part, ok ? 1 : 0, { part: name });
      // Without a store it is not known what waits.
      if (!parts.undelivered) return;
      result.observe(undelivered, parts.undelivered.count ?? 0);
      const age = waitingSince ? millisecondsBetween(waitingSince, bot.clock.now()) / 1_000 : 0;
      result.observe(oldest, Math.max(age, 0));
    },
    [ready, part, undelivered, oldest, sweep],
  );
  return {
    use(next: Measured | undefined): void {
      bot = next;
    },
  };
}
