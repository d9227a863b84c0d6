import assert from 'node:assert/strict';
import { dayMonth, letterDate, longDate, shortDate } from '../../src/time/dutch-date.ts';
import { daysAfter } from '../../src/time/local-date.ts';

describe('a date in Dutch', () => {
  it('is written in full', () => assert.equal(longDate('2026-12-24'), 'donderdag 24 december 2026'));
  it('is written in a letter', () => assert.equal(letterDate('2026-03-01'), '1 maart 2026'));
  it('is written short', () => assert.equal(shortDate('2026-12-24'), '24-12-2026'));
  it('is written in a list', () => assert.equal(dayMonth('2026-12-24'), 'do 24 december'));

  it('knows each day of a week', () => {
    const week = daysAfter('2026-11-22', '2026-11-29').map((day) => dayMonth(day).slice(0, 2));
    assert.deepEqual(week, ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']);
  });

  it('knows a leap day', () => assert.equal(longDate('2028-02-29'), 'dinsdag 29 februari 2028'));

  it('is the same wherever the process thinks it is', () => {
    const before = process.env.TZ;
    for (const zone of ['America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata']) {
      process.env.TZ = zone;
      assert.equal(longDate('2026-03-29'), 'zondag 29 maart 2026');
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  for (const nonsense of ['2026-02-30', '24-12-2026', '2026-1-6', '+2026-01-01'] as const) {
    it(`refuses what is no day: ${JSON.stringify(nonsense)}`, () => {
      for (const write of [longDate, letterDate, shortDate, dayMonth])
        assert.throws(() => write(nonsense), RangeError);
    });
  }
});
