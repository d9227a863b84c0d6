import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWorkingDay, workingDaysBetween } from '../../src/procedure/articles/art02-periods.ts';
import { type DeadlineKind, deadline, whatIf } from '../../src/procedure/deadlines.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { addDays, daysBetween, type LocalDate } from '../../src/time/local-date.ts';

const calendar = dutchCalendar();
const FIRST = '1996-01-01';
const anyDay = fc.integer({ min: 0, max: daysBetween(FIRST, '2100-12-31') }).map((n) => addDays(FIRST, n));
const holds = <T>(given: fc.Arbitrary<T>, check: (value: T) => void): void =>
  fc.assert(fc.property(given, check), { numRuns: 500 });

describe('every deadline, whatever the day from 1996 to 2100', () => {
  it('lies after the day that sets it running, but for forwarding, which is that day', () => {
    holds(anyDay, (day) => {
      for (const { kind, dueOn } of whatIf(day, calendar))
        assert(kind === 'forward' ? dueOn === day : dueOn > day);
    });
  });

  it('never comes earlier for a complaint that comes later', () => {
    holds(fc.tuple(anyDay, fc.integer({ min: 1, max: 40 })), ([day, later]) => {
      const after = whatIf(addDays(day, later), calendar);
      for (const [i, one] of whatIf(day, calendar).entries()) {
        const next = after[i] ?? assert.fail();
        for (const date of ['dueOn', 'lastDayToAct', 'lastDayByPost'] as const)
          assert((one[date] ?? '') <= (next[date] ?? ''), date);
      }
    });
  });

  it('counts five werkdagen to acknowledge', () => {
    holds(anyDay, (day) => {
      const { counted, dueOn } = deadline('acknowledge', day, calendar);
      assert.equal(counted.length, 5);
      assert(counted.every((counted) => isWorkingDay(counted, calendar.strict)));
      assert.equal(counted.at(-1), dueOn);
    });
  });

  it('can still be acted on by Ballance at a wide werkdag that is not past it; what the complainant owes has only its day', () => {
    holds(anyDay, (day) => {
      for (const { kind, dueOn, lastDayToAct, lastDayByPost, owedBy } of whatIf(day, calendar)) {
        if (owedBy === 'complainant') assert.deepEqual([lastDayToAct, lastDayByPost], [undefined, undefined]);
        else if (kind === 'forward') assert.equal(lastDayToAct, dueOn);
        else assert(lastDayToAct && lastDayToAct <= dueOn && isWorkingDay(lastDayToAct, calendar.wide));
      }
    });
  });

  it('has a last day by post, three werkdagen earlier, where the complainant must have a letter: answer and decision', () => {
    holds(anyDay, (day) => {
      for (const { kind, lastDayToAct, lastDayByPost } of whatIf(day, calendar)) {
        if (kind !== 'answer' && kind !== 'decision') assert.equal(lastDayByPost, undefined);
        else
          assert(
            lastDayToAct &&
              lastDayByPost &&
              workingDaysBetween(lastDayByPost, lastDayToAct, calendar.wide) === 3,
          );
      }
    });
  });

  it('accounts for each day between, counted or skipped, in order', () => {
    holds(anyDay, (day) => {
      for (const { dueOn, counted, skipped } of whatIf(day, calendar)) {
        const between = Array.from({ length: daysBetween(day, dueOn) }, (_, i) => addDays(day, i + 1));
        const skippedDays = skipped.map((skip) => skip.day);
        assert.deepEqual([...counted].sort(), counted);
        assert.deepEqual([...skippedDays].sort(), skippedDays);
        assert.deepEqual([...counted, ...skippedDays].sort(), between);
      }
    });
  });
});

describe('a deadline', () => {
  it('says which article it rests on, who owes it and by which calendar', () => {
    assert.deepEqual(
      whatIf('2026-07-01', calendar).map(({ kind, article, calendar, owedBy }) => [
        kind,
        article,
        calendar,
        owedBy,
      ]),
      [
        ['forward', 5, 'strict', 'ballance'],
        ['acknowledge', 5, 'strict', 'ballance'],
        ['answer', 6, 'strict', 'ballance'],
        ['objection', 7, 'wide', 'complainant'],
        ['hearing', 8, 'strict', 'ballance'],
        ['decision', 8, 'strict', 'ballance'],
      ],
    );
  });

  it('refuses a day that does not exist', () => {
    for (const { kind } of whatIf('2026-07-01', calendar)) {
      assert.throws(() => deadline(kind, '2027-02-29', calendar), RangeError);
    }
  });
});

describe('the note about decreed days', () => {
  const noteOn = (kind: DeadlineKind, day: LocalDate, on = calendar) => deadline(kind, day, on).note;
  const note = 'Voor 2029 en later zijn nog geen gelijkgestelde dagen bekendgemaakt; controleer deze datum.';

  it('is on a date that a decree for 2029 could still move', () => {
    assert.equal(noteOn('objection', '2028-12-30'), note);
    assert.equal(noteOn('acknowledge', '2028-12-27'), note);
    assert.equal(noteOn('answer', '2028-12-13'), note);
  });

  it('is not on a date up to 2028', () => assert.equal(noteOn('objection', '2028-11-29'), undefined));

  it('is not where no decree can matter: a month ends on its date, whatever that day is', () => {
    assert.equal(deadline('objection', '2028-12-29', calendar).dueOn, '2029-01-29');
    assert.equal(noteOn('objection', '2028-12-29'), undefined);
  });

  it('is on a date of which only the last day by post is not certain', () => {
    const { dueOn, lastDayByPost } = deadline('answer', '2022-12-13', calendar);
    assert.deepEqual([dueOn, lastDayByPost], ['2023-01-03', '2022-12-29']);
    assert.match(noteOn('answer', '2022-12-13') ?? '', /van 2022 .*niet zeker bekend/);
  });

  it('is not on forwarding, which happens on any day', () =>
    assert.equal(noteOn('forward', '2029-06-01'), undefined));

  it('is silenced by a day of EXTRA_HOLIDAYS for its own year alone', () => {
    const known = dutchCalendar(['2030-05-31']);
    assert.equal(noteOn('answer', '2030-06-03', known), undefined);
    assert.match(
      noteOn('answer', '2029-06-01', known) ?? '',
      /van 2029 .*niet zeker bekend; controleer deze/,
    );
    assert.match(noteOn('answer', '2031-06-02', known) ?? '', /^Voor 2031 en later/);
    assert.equal(noteOn('objection', '2028-12-30', dutchCalendar(['2029-05-11'])), undefined);
  });

  it('is on the dates of 2020 to 2022, whose decree was not seen, and not on those around', () => {
    for (const year of [2020, 2021, 2022]) {
      for (const kind of ['acknowledge', 'answer', 'objection', 'hearing', 'decision'] as const) {
        assert.match(noteOn(kind, `${year}-03-02`) ?? '', new RegExp(`van ${year} .*niet zeker bekend`));
      }
    }
    for (const year of [2014, 2016, 2017, 2019, 2023, 2025, 2026]) {
      assert.equal(noteOn('answer', `${year}-03-02`), undefined);
    }
  });

  it('is on a month that began on a day of which that is not certain, and ends when it is', () => {
    assert.match(noteOn('objection', '2022-12-30') ?? '', /van 2022/);
    assert.equal(noteOn('objection', '2022-12-31'), undefined);
    assert.equal(noteOn('answer', '2022-12-30'), undefined);
  });
});
