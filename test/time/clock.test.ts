import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import sinon from 'sinon';
import { instantOf, systemClock } from '../../src/time/clock.ts';
import { instantAt } from '../../src/time/local-date.ts';

const clock = systemClock();

describe('the clock', () => {
  afterEach(() => sinon.restore());

  it('knows the day in Amsterdam, where it is already tomorrow', () => {
    sinon.useFakeTimers(Date.parse('2026-06-30T22:30:00Z'));
    assert.equal(clock.now(), '2026-06-30T22:30:00.000Z');
    assert.equal(clock.today(), '2026-07-01');
    assert.equal(clock.timeOf(clock.now()), '00:30');
  });

  it('tells day and time of an instant, summer and winter', () => {
    assert.deepEqual(
      [clock.dayOf('2026-12-31T22:59:59.999Z'), clock.dayOf('2026-12-31T23:00:00.000Z')],
      ['2026-12-31', '2027-01-01'],
    );
    assert.deepEqual(
      [clock.timeOf('2026-12-24T08:00:00.000Z'), clock.timeOf('2026-07-01T08:00:00.000Z')],
      ['09:00', '10:00'],
    );
  });

  it('finds a time of day, summer and winter', () => {
    assert.equal(clock.at('2026-12-24', '08:30'), '2026-12-24T07:30:00.000Z');
    assert.equal(clock.at('2026-07-01', '08:30'), '2026-07-01T06:30:00.000Z');
  });

  it('takes the first moment after the hour that spring skips', () => {
    for (const time of ['02:00', '02:01', '02:30', '02:59', '03:00']) {
      assert.equal(clock.at('2026-03-29', time), '2026-03-29T01:00:00.000Z', time);
    }
    assert.equal(clock.at('2026-03-29', '01:59'), '2026-03-29T00:59:00.000Z');
    assert.equal(clock.at('2026-03-29', '03:30'), '2026-03-29T01:30:00.000Z');
  });

  it('takes the first of the hour that autumn doubles, whatever the season now', () => {
    for (const now of ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z']) {
      const time = sinon.useFakeTimers(Date.parse(now));
      assert.equal(clock.at('2026-10-25', '02:30'), '2026-10-25T00:30:00.000Z');
      assert.equal(clock.at('2026-10-25', '03:00'), '2026-10-25T02:00:00.000Z');
      time.restore();
    }
  });

  it('ends a day where the next begins, be it 23, 24 or 25 hours long', () => {
    assert.equal(clock.endOf('2026-03-29'), '2026-03-29T22:00:00.000Z');
    assert.equal(clock.endOf('2026-10-25'), '2026-10-25T23:00:00.000Z');
    assert.equal(clock.endOf('2026-12-31'), '2026-12-31T23:00:00.000Z');
    assert.equal(clock.endOf('2026-03-28'), clock.at('2026-03-29', '00:00'));
  });

  it('reads a time without a zone as Amsterdam time', () => {
    assert.equal(instantOf('2026-12-24T09:00'), '2026-12-24T08:00:00.000Z');
    assert.equal(instantOf('2026-12-24T09:00Z'), '2026-12-24T09:00:00.000Z');
    assert.equal(instantOf('2026-12-24T09:00+02:00'), '2026-12-24T07:00:00.000Z');
  });

  it('refuses a day, time or instant that is none', () => {
    assert.throws(() => clock.at('2027-02-29', '08:30'), RangeError);
    for (const time of ['8:30', '24:00', '08:60', 'noon', ''])
      assert.throws(() => clock.at('2026-12-24', time), RangeError);
    assert.throws(() => clock.endOf('2026-02-29'), RangeError);
    assert.throws(() => clock.dayOf('2026-12-24T25:00:00Z'), RangeError);
    assert.throws(() => clock.timeOf('2026-02-30T09:00:00Z'), RangeError);
  });

  it('shows what luxon does at any moment from 1970 to 2100, asked once or again', () => {
    const step = 53 * 3_600_000 + 7 * 60_000 + 1_234;
    for (let ms = 0; ms < Date.UTC(2101); ms += step) {
      const instant = instantAt(ms);
      const shown = DateTime.fromMillis(ms, { zone: 'Europe/Amsterdam' });
      const expected = [shown.toISODate(), shown.toFormat('HH:mm')];
      assert.deepEqual([clock.dayOf(instant), clock.timeOf(instant)], expected);
    }
  });
});
