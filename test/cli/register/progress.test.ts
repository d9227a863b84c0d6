import assert from 'node:assert/strict';
import { withProgress } from '../../../src/cli/register/output.ts';

describe('progress', () => {
  it('is told once a second, and every item is passed on', async () => {
    let time = 0;
    const told: number[] = [];
    const items = Array.from({ length: 10 }, (_, i) => i);
    const source = async function* () {
      yield* items;
    };
    const passed: number[] = [];
    for await (const item of withProgress(
      source(),
      (count) => told.push(count),
      () => time,
    )) {
      passed.push(item);
      time += 400;
    }
    assert.deepEqual(passed, items);
    assert.deepEqual(told, [3, 6, 9]);
  });
});
