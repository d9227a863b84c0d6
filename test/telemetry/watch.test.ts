import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import manifest from '../../package.json' with { type: 'json' };
import type { Readiness } from '../../src/register/health.ts';
import { type Delivery, Postponed, Unanswered, Undelivered } from '../../src/register/model/delivery.ts';
import type { Message } from '../../src/register/model/message.ts';
import { Conflict } from '../../src/register/model/store.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { openTelemetry } from '../../src/telemetry/open-telemetry.ts';
import type { Measured, Watch } from '../../src/telemetry/watch.ts';
import { logBook } from '../dispatch/log-book.ts';
import { type CosmosPeer, cosmosPeer, newDatabase } from '../store/cosmos-peer.ts';
import { dossier } from '../store/documents.ts';
import { aCollector, attributesOf, type Collector, type Span } from './a-collector.ts';

const now = '2026-04-01T08:00:00.000Z';

const message: Message = {
  id: '1',
  to: { kind: 'mail' },
  content: { kind: 'letter', letter: 0 },
  queuedAt: now,
  status: 'queued',
  attempts: [],
};

describe('the watch', () => {
  let collector: Collector;
  let log: ReturnType<typeof logBook>;
  let watch: Watch;

  beforeEach(async () => {
    collector = await aCollector();
    log = logBook();
    watch = await openTelemetry({ otlp: collector.url }, manifest, log);
  });
  afterEach(() => collector.close());

  const spanCalled = (name: string): Span =>
    collector.spans().find((span) => span.name === name) ?? assert.fail(`no span ${name}`);
  const answers = (status: number, body?: unknown) => async () => ({ status, body });

  for (const [outcome, turn] of Object.entries({
    answered: answers(200, { statusCode: 200 }),
    refused: answers(200, { statusCode: 403 }),
    unauthenticated: answers(401),
    failed: answers(500),
    'failed (as the body says)': answers(200, { statusCode: 500 }),
    'failed (as the log says)': async () => {
      watch.log(logBook()).fault('turn failed', new Error('of Mevrouw Pietersen'));
      return { status: 200 };
    },
  }))
    it(`counts a turn that was ${outcome}, and passes its answer on`, async () => {
      const word = outcome.replace(/ .*/, '');
      assert.equal((await watch.turn('press', turn)).status, (await turn()).status);
      await watch.flush(5_000);
      assert.equal(collector.last('klachtenbot.turn.duration', { kind: 'press', outcome: word }), 1);
      const span = spanCalled('turn');
      assert.deepEqual(attributesOf(span), { kind: 'press', outcome: word });
      assert.equal(span.status.code === 2, word === 'failed');
      assert.doesNotMatch(JSON.stringify(collector.all), /Pietersen/);
    });

  for (const [outcome, error] of Object.entries({
    accepted: undefined,
    postponed: new Postponed(now),
    unanswered: new Unanswered('no answer to Mevrouw Pietersen'),
    busy: new Undelivered('421', true),
    refused: new Undelivered('550', false),
    unreachable: new Undelivered('403', true, { unreachable: true }),
    'set-up': new Undelivered('535', true, { setUp: true, unreachable: true }),
    fault: new TypeError('of Mevrouw Pietersen'),
  }))
    it(`counts a delivery that was ${outcome}, and passes that on`, async () => {
      const delivery: Delivery = {
        deliver: () => (error ? Promise.reject(error) : Promise.resolve({ activityId: 'a:id' })),
      };
      const done = watch.deliveries(delivery).deliver(message, undefined);
      await (error ? assert.rejects(done, error) : done);
      await watch.flush(5_000);
      const words = { to: 'mail', kind: 'letter', outcome };
      assert.equal(collector.last('klachtenbot.delivery.duration', words), 1);
      assert.deepEqual(attributesOf(spanCalled('delivery')), words);
      assert.doesNotMatch(JSON.stringify(collector.all), /Pietersen|a:id/);
    });

  it('counts what became of messages', async () => {
    for (const outcome of ['given-up', 'given-up', 'delivered'] as const) watch.attempted(message, outcome);
    await watch.flush(5_000);
    const counted = (outcome: string) => collector.last('klachtenbot.deliveries', { to: 'mail', outcome });
    assert.deepEqual([counted('given-up'), counted('delivered')], [2, 1]);
  });

  it('measures a store that does what it did, and has a call as a part of the turn that made it', async () => {
    const store = watch.store(sqliteStore(':memory:'));
    const document = dossier('K-2026-0001');
    await watch.turn('words', async () => {
      await store.write(document);
      return { status: 200 };
    });
    await assert.rejects(store.write(document), Conflict);
    assert.deepEqual((await store.read('K-2026-0001'))?.document, document);
    await store.close();
    await watch.flush(5_000);
    const measured = (operation: string, outcome: string) =>
      collector.last('klachtenbot.store.duration', { operation, outcome });
    assert.deepEqual(
      [measured('write', 'done'), measured('write', 'conflict'), measured('read', 'done')],
      [1, 1, 1],
    );
    const [turn, write] = [spanCalled('turn'), spanCalled('store write')];
    assert.deepEqual([write.parentSpanId, write.traceId], [turn.spanId, turn.traceId]);
    assert.equal(collector.spans().length, 2, 'what belongs to no work has no span');
  });

  it('counts what goes on after a turn as no part of it', async () => {
    const store = watch.store(sqliteStore(':memory:'));
    let later: Promise<unknown> = Promise.resolve();
    await watch.turn('words', async () => {
      later = pause(20).then(() => store.read('K-2026-0001'));
      return { status: 200 };
    });
    await later;
    await watch.flush(5_000);
    assert.deepEqual(
      collector.spans().map(({ name }) => name),
      ['turn'],
    );
    assert.equal(collector.last('klachtenbot.store.duration', { operation: 'read' }), 1);
  });

  it('has a sweep with its outcome, and counts lines of the log', async () => {
    await watch.sweep(async () => {})(now);
    const fails = watch.sweep(() => Promise.reject(new Error('K-2026-0001')));
    await assert.rejects(fails(now));
    const told = watch.log(log);
    told.info('fine');
    told.warn('hm');
    told.error('wrong', { code: 'x' });
    await watch.flush(5_000);
    for (const outcome of ['done', 'failed'])
      assert.equal(collector.last('klachtenbot.sweep.duration', { outcome }), 1);
    for (const level of ['warn', 'error'])
      assert.equal(collector.last('klachtenbot.log.lines', { level }), 1);
    assert.deepEqual(log.lines, ['info: fine {}', 'warn: hm {}', 'error: wrong {"code":"x"}']);
    assert.doesNotMatch(JSON.stringify(collector.all), /K-2026/);
  });

  it('measures readiness, what waits and the sweeps at every export, until it is flushed', async () => {
    let asked = 0;
    const readiness: Readiness = {
      ready: false,
      status: 'not ready',
      parts: {
        store: { ok: true, state: 'ok' },
        mail: { ok: false, state: 'refused' },
        undelivered: { ok: false, state: 'waiting', count: 3 },
      },
      waitingSince: '2026-04-01T07:30:00.000Z',
    };
    const ready = async () => {
      asked += 1;
      return readiness;
    };
    watch.measures({ ready, clock: { now: () => now }, sweeps: { silentMs: () => 61_000 } });
    await watch.flush(5_000);
    assert.deepEqual(
      [
        collector.last('klachtenbot.ready'),
        collector.last('klachtenbot.part.ok', { part: 'store' }),
        collector.last('klachtenbot.part.ok', { part: 'mail' }),
        collector.last('klachtenbot.undelivered'),
        collector.last('klachtenbot.oldest_message.age'),
        collector.last('klachtenbot.sweep.age'),
      ],
      [0, 1, 0, 3, 1_800, 61],
    );
    await watch.flush(5_000);
    assert.equal(asked, 1);
  });

  const aBot = (ready = true): Measured => ({
    ready: async (): Promise<Readiness> => ({ ready, status: ready ? 'ok' : 'not ready', parts: {} }),
    clock: { now: () => now },
    sweeps: { silentMs: () => 0 },
  });

  it('waits for a collector no longer than it may, and sends nothing of a bot that has stopped', async () => {
    collector.manner = 'silent';
    watch.measures(aBot(false));
    watch.attempted(message, 'delivered');
    const begun = performance.now();
    await watch.flush(100);
    assert(performance.now() - begun < 1_000);
    collector.manner = 'ok';
    const sent = collector.all.length;
    await watch.turn('words', answers(200));
    watch.attempted(message, 'delivered');
    await watch.flush(5_000);
    assert.equal(collector.all.length, sent);
  });

  it('measures the next bot, although what was left of the one before is late', async () => {
    collector.manner = 'silent';
    watch.measures(aBot(false));
    await watch.flush(100);
    watch.measures(aBot(true));
    collector.manner = 'ok';
    await watch.flush(5_000);
    assert.equal(collector.last('klachtenbot.ready'), 1);
  });

  it('says once that nothing can be exported, and once that it can again, and not where to', async () => {
    collector.manner = 'refuses';
    for (let times = 0; times < 3; times++) {
      watch.measures(aBot());
      watch.attempted(message, 'delivered');
      await watch.flush(5_000);
    }
    collector.manner = 'ok';
    for (let times = 0; times < 2; times++) {
      watch.measures(aBot());
      await watch.flush(5_000);
    }
    assert.deepEqual(
      log.lines.map((line) => line.replace(/ \{.*/, '')),
      ['warn: metrics and traces cannot be exported', 'info: metrics and traces are exported again'],
    );
    assert.doesNotMatch(log.lines.join(), /127\.0\.0\.1/);
  });
});

describe('what Cosmos DB charges', () => {
  let peer: CosmosPeer;
  let collector: Collector;
  before(async () => {
    [peer, collector] = await Promise.all([cosmosPeer(), aCollector()]);
  });
  after(async () => {
    await peer.close();
    await collector.close();
  });

  it('is counted by the operation for which it asked', async () => {
    const watch = await openTelemetry({ otlp: collector.url }, manifest, logBook());
    const { charged } = watch;
    const store = watch.store(
      cosmosStore({ endpoint: peer.url, key: 'a2V5', database: newDatabase(), charged }),
    );
    await store.write(dossier('K-2026-0001'));
    await store.read('K-2026-0001');
    await store.read('K-2026-0001');
    await store.list({ open: true });
    await store.close();
    await watch.flush(5_000);
    const units = (operation: string) => collector.last('klachtenbot.store.request_units', { operation });
    assert.deepEqual([units('write'), units('read')], [1, 2]);
    assert.ok((units('list') ?? 0) >= 1);
    assert.equal(units('other'), undefined);
  });
});
