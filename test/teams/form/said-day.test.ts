import assert from 'node:assert/strict';
import { readSaidDay } from '../../../src/teams/form/said-day.ts';

describe('a day as somebody says it', () => {
  /** Today is Friday. */
  const is = (day: string | undefined, ...texts: string[]): void => {
    for (const text of texts) assert.equal(readSaidDay(text, '2026-11-27', 'nl-NL').day, day, text);
  };

  it('is counted from today', () => {
    is('2026-11-28', 'morgen', ' Morgen ');
    is('2026-11-29', 'overmorgen');
    is('2026-11-27', 'vandaag');
    is('2026-11-26', 'gisteren');
    is('2026-11-25', 'eergisteren');
  });

  it('is the first of that name after today', () => {
    is('2026-11-28', 'zaterdag');
    is('2026-12-03', 'donderdag');
    is('2026-12-04', 'vrijdag');
  });

  it('is the nearest to today without a year', () => {
    is('2026-12-24', '24 december', '24 dec', '24 dec.', '24-12', '24/12');
    is('2027-01-03', '3 januari', '3-1');
    is('2026-06-01', '1 juni');
  });

  it('is as it is written with a year', () =>
    is('2019-12-24', '24-12-2019', '24 december 2019', '2019-12-24'));

  it('does not exist, is unclear, or is no day', () => {
    assert.deepEqual(readSaidDay('31 februari', '2026-11-27', 'nl-NL'), { isNoDay: true });
    assert.deepEqual(readSaidDay('3/6', '2026-11-27', 'en-US'), { day: '2026-06-03', or: '2026-03-06' });
    is(undefined, 'iets', '24', 'constructor', 'morgen 2026', '');
  });
});
