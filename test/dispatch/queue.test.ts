import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { queue } from '../../src/dispatch/keyed-queue.ts';

/** Work that records when it begins, and ends when it is told to. */
function work() {
  const begun: string[] = [];
  const open: (() => void)[] = [];
  const run = (key: string): Promise<void> => {
    begun.push(key);
    return new Promise((resolve) => open.push(resolve));
  };
  const end = async (): Promise<void> => {
    open.shift()?.();
    await turn();
  };
  return { begun, run, end };
}

describe('the queue', () => {
  it('begins nothing within the turn of the caller', async () => {
    const { begun, run } = work();
    const { add } = queue(run, 2);
    add('a');
    await Promise.resolve();
    assert.deepEqual(begun, []);
    await turn();
    assert.deepEqual(begun, ['a']);
  });

  it('turns all requests made during a run into exactly one more, which begins after it', async () => {
    const { begun, run, end } = work();
    const { add } = queue(run, 2);
    add('a');
    await turn();
    const later = [add('a'), add('a'), add('a')];
    await turn();
    assert.deepEqual(begun, ['a']);
    await end();
    assert.deepEqual(begun, ['a', 'a']);
    await end();
    await Promise.all(later);
    assert.deepEqual(begun, ['a', 'a']);
  });

  it('lets others go on while one is slow, no more at a time than allowed', async () => {
    const { begun, run, end } = work();
    const { add } = queue(run, 2);
    for (const key of ['slow', 'slow', 'b', 'c']) add(key);
    await turn();
    assert.deepEqual(begun, ['slow', 'b']);
    await end();
    assert.deepEqual(begun, ['slow', 'b', 'c']);
  });

  it('tells each who asked how their run ended', async () => {
    const { add } = queue(async (key) => {
      if (key === 'bad') throw new Error('a fault');
    }, 1);
    await assert.rejects(add('bad'), /a fault/);
    await add('good');
  });

  it('is idle only when nothing runs and nothing waits', async () => {
    const { begun, run, end } = work();
    const { add, idle } = queue(run, 1);
    add('a');
    add('b');
    let isIdle = false;
    const becomesIdle = idle().then(() => {
      isIdle = true;
    });
    await turn();
    await end();
    assert.equal(isIdle, false);
    await end();
    await becomesIdle;
    assert.deepEqual(begun, ['a', 'b']);
  });

  it('once stopped lets end what runs, and keeps nobody waiting', async () => {
    const { begun, run, end } = work();
    const { add, idle, stop } = queue(run, 1);
    add('a');
    await turn();
    const waiting = add('b');
    stop();
    await waiting;
    await add('c');
    await end();
    await idle();
    assert.deepEqual(begun, ['a']);
  });
});
