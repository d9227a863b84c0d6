import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import sinon from 'sinon';
import { type Scheduler, scheduler } from '../../src/dispatch/scheduler.ts';
import { type Instant, instantAt } from '../../src/time/local-date.ts';
import { logBook } from './log-book.ts';

describe('the scheduler', () => {
  let time: sinon.SinonFakeTimers;
  let log: ReturnType<typeof logBook>;
  let sweeps: string[];
  let sweep: (now: Instant) => Promise<void>;
  let subject: Scheduler;

  beforeEach(() => {
    time = sinon.useFakeTimers({
      now: Date.parse('2026-04-01T09:00:00.000Z'),
      toFake: ['Date', 'setInterval', 'clearInterval'],
    });
    log = logBook();
    sweeps = [];
    sweep = async () => {};
    subject = scheduler({
      sweep: (now) => {
        sweeps.push(now.slice(11, 16));
        return sweep(now);
      },
      clock: { now: () => instantAt(Date.now()) },
      log,
    });
  });

  afterEach(async () => {
    await subject.stop();
    time.restore();
  });

  /** Lets that many minutes pass, one after the other. */
  const minutes = async (n: number): Promise<void> => {
    for (let i = 0; i < n; i++) {
      time.tick(60_000);
      await turn();
      await turn();
    }
  };

  it('sweeps at the start, to catch up, and then every minute', async () => {
    subject.start();
    await turn();
    await minutes(2);
    assert.deepEqual(sweeps, ['09:00', '09:01', '09:02']);
  });

  it('keeps one rhythm however often it is started', async () => {
    subject.start();
    subject.start();
    await turn();
    await minutes(1);
    assert.deepEqual(sweeps, ['09:00', '09:01']);
  });

  it('sweeps when asked', async () => {
    await subject.sweepNow();
    assert.deepEqual(sweeps, ['09:00']);
    assert.equal(subject.lastSweptAt(), '2026-04-01T09:00:00.000Z');
  });

  it('never overlaps itself: what is asked during a sweep leads to exactly one more after it', async () => {
    const first = Promise.withResolvers<void>();
    sweep = () => first.promise;
    subject.start();
    await turn();
    const asked = [subject.sweepNow(), subject.sweepNow()];
    await minutes(3);
    assert.deepEqual(sweeps, ['09:00']);
    sweep = async () => {};
    first.resolve();
    await Promise.all(asked);
    await turn();
    assert.deepEqual(sweeps, ['09:00', '09:03']);
  });

  it('goes on after a sweep that failed, and logs that without what was in it', async () => {
    sweep = async () => {
      throw new TypeError('Mevrouw Jansen is no date');
    };
    subject.start();
    await subject.sweepNow();
    assert.equal(subject.lastSweptAt(), undefined);
    assert.deepEqual(log.lines, ['error: the sweep failed {"fault":"TypeError"}']);

    sweep = async () => {};
    await minutes(1);
    assert.equal(subject.lastSweptAt(), '2026-04-01T09:01:00.000Z');
  });

  it('counts as dead after three minutes without a sweep that went well, whatever the clock says', async () => {
    let real = 0;
    subject = scheduler({
      sweep: () => sweep('2026-04-01T09:00:00.000Z'),
      clock: { now: () => '2026-04-01T09:00:00.000Z' },
      log,
      monotonic: () => real,
    });
    sweep = async () => {
      throw new Error('no store');
    };
    await subject.sweepNow();
    real = 179_999;
    assert.ok(subject.isAlive());
    real = 180_000;
    assert.ok(!subject.isAlive());
    sweep = async () => {};
    await subject.sweepNow();
    assert.ok(subject.isAlive());
    real = 360_000;
    assert.ok(!subject.isAlive());
  });

  it('stops when the sweep under way has ended', async () => {
    const slow = Promise.withResolvers<void>();
    sweep = () => slow.promise;
    subject.start();
    await turn();
    let hasStopped = false;
    const stopped = subject.stop().then(() => {
      hasStopped = true;
    });
    await turn();
    assert.equal(hasStopped, false);
    slow.resolve();
    await stopped;
    await minutes(2);
    await subject.sweepNow();
    assert.deepEqual(sweeps, ['09:00']);
  });
});
