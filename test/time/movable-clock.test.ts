import assert from 'node:assert/strict';
import sinon from 'sinon';
import { movableClock } from '../../src/time/clock.ts';

const HOUR = 3_600_000; // milliseconds

describe('the movable clock', () => {
  let time: sinon.SinonFakeTimers;
  beforeEach(() => {
    time = sinon.useFakeTimers(Date.parse('2026-11-22T10:00:00Z'));
  });
  afterEach(() => time.restore());

  it('is the real clock until it is put elsewhere', () => {
    const clock = movableClock();
    assert.deepEqual([clock.now(), clock.offset()], ['2026-11-22T10:00:00.000Z', 0]);
  });

  it('ticks on with real time from where it starts', () => {
    const clock = movableClock('2026-12-24T09:00');
    time.tick(2 * HOUR);
    assert.equal(clock.now(), '2026-12-24T10:00:00.000Z');
    assert.equal(clock.today(), '2026-12-24');
  });

  it('may start in the past', () => {
    const clock = movableClock('2026-11-22T09:00:00Z');
    assert.deepEqual([clock.now(), clock.offset()], ['2026-11-22T09:00:00.000Z', -HOUR]);
  });

  it('moves on to another day and ticks on there', () => {
    const clock = movableClock();
    clock.moveTo(clock.at('2026-11-23', '08:30'));
    time.tick(HOUR);
    assert.equal(clock.timeOf(clock.now()), '09:30');
    assert.equal(clock.today(), '2026-11-23');
    assert.equal(clock.offset(), 21.5 * HOUR);
  });

  it('refuses to go back, and stays where it was', () => {
    const clock = movableClock('2026-12-24T09:00:00Z');
    assert.throws(() => clock.moveTo('2026-12-24T08:59:59Z'), RangeError);
    assert.throws(() => clock.moveTo('2026-12-32T09:00:00Z'), RangeError);
    clock.moveTo(clock.now());
    assert.equal(clock.now(), '2026-12-24T09:00:00.000Z');
  });
});
