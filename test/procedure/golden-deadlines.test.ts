import assert from 'node:assert/strict';
import {
  lastWorkingDayOnOrBefore,
  monthFrom,
  type Period,
  weeksFrom,
  workingDaysAfter,
} from '../../src/procedure/articles/art02-periods.ts';
import { forwardBy } from '../../src/procedure/articles/art05-forward-and-acknowledge.ts';
import { type DeadlineKind, deadline } from '../../src/procedure/deadlines.ts';
import type { WorkingDays } from '../../src/time/calendar.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { type LocalDate, localDate } from '../../src/time/local-date.ts';
import golden from '../golden/deadlines.json' with { type: 'json' };

type Case = { kind: DeadlineKind; period(triggeredOn: LocalDate, days: WorkingDays): Period };

/** Each article's period, on whichever calendar a case asks for. */
const CASES: Record<string, Case> = {
  'art5-doorgeven': { kind: 'forward', period: (day) => forwardBy(day) },
  'art5-bevestiging': { kind: 'acknowledge', period: (day, days) => workingDaysAfter(day, 5, days) },
  'art6-antwoord': { kind: 'answer', period: (day, days) => weeksFrom(day, 3, days) },
  'art7-bezwaar': { kind: 'objection', period: (day, days) => monthFrom(day, days) },
  'art8-horen': { kind: 'hearing', period: (day, days) => weeksFrom(day, 1, days) },
  'art8-beslissing-vanaf-bezwaar': { kind: 'decision', period: (day, days) => weeksFrom(day, 2, days) },
  'art8-beslissing-vanaf-afzien': { kind: 'decision', period: (day, days) => weeksFrom(day, 2, days) },
};

describe('the worked cases', () => {
  const calendar = dutchCalendar();

  it('are all 56 here', () => assert.equal(golden.length, 56));

  for (const { id, kind: article, calendar: paragraphs, ...worked } of golden) {
    const [received, dueOn] = [localDate(worked.received), localDate(worked.deadline)];
    it(`${id}: ${article} from ${received} (${paragraphs}) ends on ${dueOn}`, () => {
      const { kind, period } = CASES[article] ?? assert.fail(`unknown kind ${article}`);
      const days = paragraphs === 'lid1' ? calendar.strict : calendar.wide;
      assert.equal(period(received, days).dueOn, dueOn);
      if (kind !== 'forward')
        assert.equal(lastWorkingDayOnOrBefore(dueOn, calendar.wide), worked.lastDayToAct);

      const ours = deadline(kind, received, calendar);
      // What the complainant owes has no last day to act, only its own day.
      const lastDayToAct = kind === 'objection' ? undefined : worked.lastDayToAct;
      if (ours.calendar === days.name)
        assert.deepEqual([ours.dueOn, ours.lastDayToAct], [dueOn, lastDayToAct]);
    });
  }
});
