import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inClasses, inClassesOfYear, type Range } from '../../src/register/small-cells.ts';
import { courses } from '../procedure/walk.ts';
import { added, possible } from './what-follows.ts';

const words = (ranges: readonly Range[]): string[] => ranges.map(({ from, to }) => `${from}-${to}`);

const few = fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 5 }) }, fc.nat({ max: 14 }));
const grids = fc
  .integer({ min: 2, max: 4 })
  .chain((values) =>
    fc.array(fc.array(few, { minLength: values, maxLength: values }), { minLength: 4, maxLength: 4 }),
  );

describe('the rule of small numbers', () => {
  it('says fewer than five, or a class of five', () => {
    assert.deepEqual(words(inClasses([0, 3, 5, 9, 10])), ['0-4', '0-4', '5-9', '5-9', '10-14']);
  });

  it('makes a class wider where a total would give a number back', () => {
    assert.deepEqual(words(inClasses([4, 4])), ['0-9', '0-4']);
    assert.deepEqual(words(inClasses([9, 4, 4])), ['5-9', '0-9', '0-4']);
  });

  it('makes the class of a year wider where a quarter would follow from it', () => {
    // One more in the second quarter: as "5 to 9" the year would say of what it was, and that there were four before.
    const quarters = [
      [4, 8],
      [1, 0],
      [0, 0],
      [0, 0],
    ];
    assert.deepEqual(words(inClassesOfYear(quarters)), ['0-14', '5-9']);
  });

  it('hides every number from one to four: it can be another, for whoever has all quarters, the year and their totals', function () {
    this.timeout(120_000);
    let [hidden, widened] = [0, 0];
    fc.assert(
      fc.property(grids, (rows) => {
        const year = inClassesOfYear(rows);
        const said = [...rows.map(inClasses), year];
        const can = possible(rows, year);
        for (const [at, row] of [...rows, added(rows)].entries())
          for (const [column, n] of row.entries()) {
            const { from, to } = said[at]?.[column] ?? assert.fail();
            assert.ok(from <= n && n <= to && from % 5 === 0 && (to + 1) % 5 === 0 && to - from >= 4);
            if (to - from > 4) widened += 1;
            if (from > 0 || n === 0 || n > 4) continue;
            hidden += 1;
            const others = can[at]?.[column] ?? assert.fail();
            assert.ok(others.size > 1, `${n} of value ${column} in ${at} follows: ${words(year)}`);
          }
      }),
      courses(400, 20261128),
    );
    assert.ok(hidden > 1000 && widened > 5, `${hidden} hidden, ${widened} wider`);
  });
});
