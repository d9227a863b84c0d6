import { instanceName } from '../../src/dispatch/abandoned-claims.ts';
import { dispatcher } from '../../src/dispatch/dispatcher.ts';
import { waking } from '../../src/dispatch/wake.ts';
import { documents } from '../../src/register/amend.ts';
import { type Delivery, Undelivered } from '../../src/register/model/delivery.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { clockOf } from '../../src/time/clock.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { logBook } from './log-book.ts';

/** A command to one of several processes: deliver what is due in that register to that port, or set the clock ahead. */
export type Asked = { path: string; port: number } | { aheadMs: number };

/** The timeout of a request in this test; the connector has ten seconds. */
const requestTimeoutMs = 1_000;

/** How often what is due is looked for. */
const everyMs = 100;

let aheadMs = 0;

function deliverAll({ path, port }: Extract<Asked, { path: string }>): void {
  const clock = clockOf(() => Date.now() + aheadMs);
  const log = logBook();
  const store = sqliteStore(path, { lockTimeoutMs: 3_600_000 });
  const table = {
    calendar: dutchCalendar(),
    remindAt: '09:00',
    retentionYears: 5,
    board: [],
    at: clock.at,
    dayOf: clock.dayOf,
  };
  const { amend } = documents(store, clock.now, table, log);
  const service: Delivery = {
    async deliver({ id, to }) {
      const body = JSON.stringify({ id, to, pid: process.pid });
      const signal = AbortSignal.timeout(requestTimeoutMs);
      const status = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body, signal })
        .then(async (response) => {
          await response.text();
          return response.status;
        })
        .catch(() => undefined);
      if (status !== 200) throw new Undelivered(status ? `${status}` : 'no answer', true);
      return { activityId: `activity of ${id}` };
    },
  };
  const reach = waking({
    store,
    amend,
    clock,
    mayReceive: () => true,
    poke: (id) => deliveries.poke(id),
    reachable: (to) => deliveries.reachable(to),
    log,
  });
  const deliveries = dispatcher({
    amend,
    store,
    delivery: reach.watched(service),
    clock,
    instance: instanceName(),
    settled: (dossier) => dossier,
    mayReceive: () => true,
    log,
    // A quarter of a second, then each time twice as long.
    random: () => 0.05,
  });
  setInterval(() => {
    void store.due(clock.now(), 1_000).then((ids) => ids.forEach(deliveries.poke));
  }, everyMs);
}

process.on('message', (asked: Asked) => {
  if ('aheadMs' in asked) aheadMs = asked.aheadMs;
  else deliverAll(asked);
});

// Said once it listens, so that those of one test begin together.
process.send?.('ready');

// Ends with the test.
process.on('disconnect', () => process.exit());
