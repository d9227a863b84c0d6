import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noSuchDay, readDay, whichDay } from '../../../src/teams/form/read-day.ts';

const reads = (texts: string[], day: string | undefined, locale?: string): void => {
  for (const text of texts)
    it(`${JSON.stringify(text)} is ${day ?? 'none'}${locale ? ` to a client of ${locale}` : ''}`, () => {
      const { or, ...reading } = readDay(text, locale);
      assert.deepEqual({ or, day: reading.day }, { or: undefined, day });
    });
};

describe('a day that somebody types', () => {
  reads(
    ['2026-12-24', '24-12-2026', '24/12/2026', '24 december 2026', ' 24 DEC 2026 ', '24.12.2026'],
    '2026-12-24',
  );
  reads(['1-3-2027', '1 mrt 2027', '1/maart/2027'], '2027-03-01');
  reads(
    ['', '30-2-2026', '24-13-2026', '24 brumaire 2026', '24-12-26', '24 2026', 'morgen', '1e5', '2026-02-30'],
    undefined,
  );
  for (const locale of [undefined, 'nl-NL', 'en-US'])
    reads(['2026/12/24', '2026.12.24', '2026 12 24', '20261224', '2026 / 12 / 24'], '2026-12-24', locale);
  reads(['2026/3/6', '2026-3-6', '20260306'], '2026-03-06', 'en-US');
  reads(
    ['2026/24/12', '20262412', '2026/12', '202612', '2026-12/24', '3/6/26', '3-6-26', '24 12'],
    undefined,
  );

  it('is said not to exist only where a day is written that does not', () => {
    const marks = fc.constantFrom('-', '/', '.', ' ');
    const number = fc.integer({ min: 0, max: 99 }).map(String);
    const pad = (part: string): string => part.padStart(2, '0');
    fc.assert(
      fc.property(number, number, marks, fc.constantFrom('nl-NL', 'en-US'), (one, other, mark, locale) => {
        const readable = [
          `${one}${mark}${other}${mark}2026`,
          `2026${mark}${one}${mark}${other}`,
          `2026${pad(one)}${pad(other)}`,
        ];
        for (const text of readable) {
          const { day, isNoDay } = readDay(text, locale);
          assert.equal(day === undefined, isNoDay === true, text);
        }
        for (const text of [
          `${one}${mark}${other}${mark}26`,
          `${one}${mark}${other}`,
          `${one} floreal 2026`,
          `dag ${one}`,
        ])
          assert.deepEqual(readDay(text, locale), {}, text);
      }),
    );
    assert.match(noSuchDay(readDay('30-2-2026')), /bestaat niet/);
    assert.equal(
      noSuchDay(readDay('3/6/26')),
      'Dat lees ik niet als een datum. Schrijf de datum als 24-12-2026.',
    );
  });

  it('with slashes is Dutch only to a Dutch client, and else asked about', () => {
    assert.deepEqual(readDay('3/6/2026', 'nl-NL'), { day: '2026-06-03' });
    assert.deepEqual(readDay('3/6/2026', 'nl'), { day: '2026-06-03' });
    for (const locale of ['en-US', 'en-GB', '', undefined])
      assert.deepEqual(readDay('3/6/2026', locale), { day: '2026-06-03', or: '2026-03-06' });
    assert.equal(whichDay('2026-06-03', '2026-03-06'), 'Bedoel je 3 juni 2026 of 6 maart 2026?');
  });

  reads(['3-6-2026', '3.6.2026', '3 6 2026'], '2026-06-03', 'en-US');
  reads(['12/24/2026', '24/12/2026'], '2026-12-24', 'en-US');
  reads(['3/3/2026', '03/03/2026'], '2026-03-03', 'en-US');

  it('is never read as another day than one of those it can mean', () => {
    const two = fc.integer({ min: 1, max: 31 });
    const locale = fc.constantFrom('nl-NL', 'en-US', undefined);
    fc.assert(
      fc.property(two, two, fc.constantFrom('-', '/', '.', ' '), locale, (one, other, mark, client) => {
        const { day, or } = readDay(`${one}${mark}${other}${mark}2026`, client);
        const [a, b] = [one, other].map((part) => String(part).padStart(2, '0'));
        const read = [day, or].filter((found) => found !== undefined);
        assert.ok(read.every((found) => [`2026-${b}-${a}`, `2026-${a}-${b}`].includes(found)));
        const isAsked = mark === '/' && client !== 'nl-NL' && one <= 12 && other <= 12 && one !== other;
        assert.equal(or !== undefined, isAsked);
      }),
    );
  });
});

describe('a day that a client of Teams sends', () => {
  reads(
    [
      '2026-11-26',
      '2026-11-26T00:00:00Z',
      '2026-11-26T00:00:00.000Z',
      '2026-11-26T00:00:00',
      '2026-11-26T00:00:00+01:00',
      '2026-11-25T23:00:00.000Z',
      '2026-11-26T22:59:59Z',
      '2026-11-26T09:30',
      '11/26/2026 00:00:00',
      '11/25/2026 23:00:00',
    ],
    '2026-11-26',
  );
  // Midnight in Amsterdam, in summer and in winter.
  reads(['06/03/2019 22:00:00'], '2019-06-04');
  reads(['03/06/2019 23:00:00', '2019-03-06T23:00:00Z'], '2019-03-07');
  // Written day first, it is midnight there; month first it is not.
  reads(['03/06/2019 22:00:00'], '2019-06-04');
  reads(
    ['2026-11-26T25:00:00Z', '2026-13-26T00:00:00Z', '2026-02-30T00:00:00Z', '13/13/2026 22:00:00'],
    undefined,
  );
  // No such zone, and no such time, whether or not the day is read from it.
  for (const time of ['00:00:00', '09:30:00', '00:00'])
    reads(
      ['+99:00', '-99:00', '+15:00', '+01:60', '+24:00', 'q'].map((zone) => `2026-11-25T${time}${zone}`),
      undefined,
    );
  reads(
    ['24:00:00', '99:99', '00:60', '00:00:60', '25:00:00'].map((time) => `2026-11-25T${time}`),
    undefined,
  );
  reads(
    ['2026-11-25T00:00:00-12:00', '2026-11-25T00:00:00+14:00', '2026-11-24T23:00:00+00:00'],
    '2026-11-25',
  );
});
