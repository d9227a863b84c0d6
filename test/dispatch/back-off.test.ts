import assert from 'node:assert/strict';
import { mostTries, retryAt } from '../../src/dispatch/back-off.ts';

const at = '2026-04-01T09:00:00.000Z';

/** The longest wait after that many tries, in seconds. */
const longestWait = (tries: number): number => {
  const next = retryAt({ tries, at, random: () => 1 });
  return (Date.parse(next ?? '') - Date.parse(at)) / 1000;
};

describe('backing off', () => {
  it('waits 5 seconds at most, then twice as long each time, up to 15 minutes', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 199].map(longestWait),
      [5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900],
    );
  });

  it('spreads the tries of many over the whole wait', () => {
    assert.equal(retryAt({ tries: 3, at, random: () => 0 }), at);
    assert.equal(retryAt({ tries: 3, at, random: () => 0.5 }), '2026-04-01T09:00:10.000Z');
  });

  it('does not try before the platform allows it', () => {
    const notBefore = '2026-04-01T09:30:00.000Z';
    assert.equal(retryAt({ tries: 1, at, notBefore, random: () => 1 }), notBefore);
    assert.equal(
      retryAt({ tries: 1, at, notBefore: '2026-04-01T08:00:00.000Z', random: () => 1 }),
      '2026-04-01T09:00:05.000Z',
    );
  });

  it('gives up after the last try, which on average is a day after the first', () => {
    assert.equal(retryAt({ tries: mostTries, at, random: () => 1 }), undefined);
    let seconds = 0;
    for (let tries = 1; tries < mostTries; tries++) seconds += longestWait(tries) / 2;
    assert.equal(Math.round(seconds / 3600), 24);
  });
});
