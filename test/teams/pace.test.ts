import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pace } from '../../src/teams/pace.ts';

describe('the pace that Teams allows', () => {
  it('is seven a second and eight in two seconds in one conversation', () => {
    let now = 0;
    const subject = pace(() => now);
    const waits = () => subject.take('chat');
    assert.deepEqual(Array.from({ length: 8 }, waits), [0, 0, 0, 0, 0, 0, 0, 1000]);
    now = 1000;
    assert.deepEqual([waits(), waits()], [0, 1000]);
    now = 2000;
    assert.equal(waits(), 0);
  });

  it('is fifty a second in all conversations of a tenant', () => {
    const subject = pace(() => 0);
    const waits = Array.from({ length: 51 }, (_, i) => subject.take(`chat ${i}`, 'ballance'));
    assert.deepEqual(waits, [...Array(50).fill(0), 1000]);
    assert.equal(subject.take('chat 51', 'somebody else'), 0);
  });

  it('holds a whole conversation for as long as the platform asks, and no other', () => {
    let now = 0;
    const subject = pace(() => now);
    subject.hold('chat', 90_000);
    subject.hold('chat', 10_000);
    assert.deepEqual([subject.take('chat'), subject.take('other')], [90_000, 0]);
    now = 90_000;
    assert.equal(subject.take('chat'), 0);
  });

  it('gives each that must wait a moment of its own, at which it may go', () => {
    let now = 0;
    const subject = pace(() => now);
    const asks = (count: number) => Array.from({ length: count }, () => subject.take('chat'));
    assert.deepEqual(asks(10), [0, 0, 0, 0, 0, 0, 0, 1000, 1500, 2000]);
    const moments = [1000, 1500, 2000, ...asks(30)];
    let refused = 0;
    for (const moment of moments) {
      now = moment;
      if (subject.take('chat') > 0) refused += 1;
    }
    assert.ok(refused <= 2, `${refused} of ${moments.length} came for nothing`);
  });

  it('is the same on a clock that was put back, whose moments lie below 0', () => {
    let now = -200_000;
    const subject = pace(() => now);
    const waits = () => subject.take('chat');
    assert.deepEqual(Array.from({ length: 8 }, waits), [0, 0, 0, 0, 0, 0, 0, 1000]);
    subject.hold('chat', 90_000);
    assert.equal(waits(), 90_000);
    now += 90_000;
    assert.equal(waits(), 0);
  });

  it('goes on after more conversations than it keeps in mind', () => {
    let now = 0;
    const subject = pace(() => now);
    for (let i = 0; i < 1100; i++, now += 20) assert.equal(subject.take(`chat ${i}`), 0);
    now += 1000;
    assert.deepEqual(
      Array.from({ length: 8 }, () => subject.take('chat 1099')),
      [0, 0, 0, 0, 0, 0, 0, 1000],
    );
  });

  it('is never exceeded in any stretch of time, and is used up', () => {
    const limits = [
      [7, 1_000],
      [8, 2_000],
      [60, 30_000],
      [1_800, 3_600_000],
    ] as const;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 100, maxLength: 300 }),
        (gaps) => {
          let now = 0;
          const subject = pace(() => now);
          const sent: number[] = [];
          for (const gap of gaps) {
            now += gap;
            const wait = subject.take('chat');
            if (wait > 0) {
              now += wait;
              assert.equal(subject.take('chat'), 0);
            }
            sent.push(now);
          }
          for (const [most, withinMs] of limits) {
            sent.forEach((at, i) => {
              const before = sent[i - most];
              assert.ok(before === undefined || at - before >= withinMs, `${most} in ${withinMs} ms`);
            });
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
