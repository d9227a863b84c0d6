import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Absence, withAbsence } from '../../../src/procedure/model/desk.ts';
import { addDays, daysAfter, type LocalDate } from '../../../src/time/local-date.ts';
import { fatima, lars } from '../people.ts';

const away = (from: LocalDate, until: LocalDate, person = lars): Absence => ({ person, from, until });
const days = ({ from, until }: Absence): LocalDate[] => [from, ...daysAfter(from, until)];

describe('a further absence of somebody', () => {
  const may = away('2026-05-04', '2026-05-08');

  it('stands next to the one before, and next to those of others', () => {
    const [july, hers] = [away('2026-07-06', '2026-07-17'), away('2026-05-05', '2026-05-06', fatima)];
    assert.deepEqual(withAbsence([may, hers], july), [may, hers, july]);
  });

  it('is one with what it overlaps, or follows on', () => {
    for (const [from, until] of [
      ['2026-05-08', '2026-05-15'],
      ['2026-05-09', '2026-05-15'],
    ] as const)
      assert.deepEqual(withAbsence([may], away(from, until)), [away('2026-05-04', '2026-05-15')]);
    assert.deepEqual(withAbsence([may, away('2026-05-12', '2026-05-15')], away('2026-05-07', '2026-05-12')), [
      away('2026-05-04', '2026-05-15'),
    ]);
  });

  it('takes the place of one that begins on the same day: it is longer or shorter after all', () => {
    for (const until of ['2026-05-06', '2026-05-12'] as const)
      assert.deepEqual(withAbsence([may], away('2026-05-04', until)), [away('2026-05-04', until)]);
  });

  it('loses no day, doubles none, and changes nobody else, whatever was recorded', () => {
    const some = fc
      .tuple(fc.nat(60), fc.nat(10), fc.constantFrom(lars, fatima))
      .map(([start, length, person]) =>
        away(addDays('2026-05-01', start), addDays('2026-05-01', start + length), person),
      );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (all) => {
        const kept = all.reduce<Absence[]>(withAbsence, []);
        for (const person of [lars, fatima]) {
          const theirs = kept.filter((one) => one.person.id === person.id);
          const on = theirs.flatMap(days);
          assert.equal(new Set(on).size, on.length);
          const last = all.findLast((one) => one.person.id === person.id);
          for (const day of last ? days(last) : []) assert.ok(on.includes(day), day);
        }
      }),
    );
  });
});
