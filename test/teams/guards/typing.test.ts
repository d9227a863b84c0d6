import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import sinon from 'sinon';
import { showsTyping } from '../../../src/teams/guards/typing.ts';

describe('the typing indicator', () => {
  afterEach(() => sinon.restore());

  /** Lets a turn take that long whose indicator cannot be shown after that long; returns the faults that were logged. */
  async function faultsOf(turn: number, refusedAfter: number): Promise<string[]> {
    const clock = sinon.useFakeTimers();
    const faults: string[] = [];
    const log = { fault: (msg: string) => faults.push(msg) } as never;
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const refused = async () => {
      await wait(refusedAfter);
      throw new TypeError('the turn is over');
    };
    const context = { sendActivity: refused } as unknown as TurnContext;
    const done = showsTyping(() => wait(turn).then(() => undefined), { log })(context);
    await clock.tickAsync(10_000);
    await done;
    return faults;
  }

  it('is a fault where it cannot be shown while somebody waits', async () => {
    assert.deepEqual(await faultsOf(2_000, 100), ['typing could not be shown']);
  });

  it('is none where the turn is over meanwhile', async () => {
    assert.deepEqual(await faultsOf(1_500, 600), []);
  });

  it('is not shown in a short turn', async () => {
    assert.deepEqual(await faultsOf(900, 0), []);
  });
});
