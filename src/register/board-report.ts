import { maySeeDossier, type View } from '../procedure/access.ts';
import { judgements } from '../procedure/model/answer.ts';
import { origins, type Person } from '../procedure/model/complaint.ts';
import { type Scores, scores } from '../procedure/model/learning.ts';
import { outcomes } from '../procedure/model/outcome.ts';
import { type Month, monthsOf, type Period, quarters, yearBefore } from '../time/period.ts';
import type { Known } from './model/sight.ts';
import { type Days, type Span, type Spread, spreadOf } from './report-days.ts';
import { inClasses, inClassesOfYear, type Range } from './small-cells.ts';
import { countsInTotals, type Figures, type Kept, type OwedKind } from './year-figures.ts';

/** A complaint as the report for the board counts it; the report tells none of them apart. */
export type Counted = { figures: Figures; days: Days; lesson?: string };

/** Something in the period, and in the year before or the same quarter of it. */
export type Beside<T> = { now: T; before: T };

/** What a table counts: `value` is what complaints have in common. */
export type Line = Beside<Range> & { value: string };

/** By what the report counts complaints, besides how deadlines were kept. */
export const attributes = ['origin', 'branch', 'subject', 'judgement', 'outcome'] as const;
export type Attribute = (typeof attributes)[number];

/** How a deadline was kept; 'never': it did not run. */
const manners = ['in-time', 'late', 'running', 'never'] as const;
type MannerOfKeeping = (typeof manners)[number];

/** Measures (Art. 6) as they are counted twice: whether they were taken, and whether they are late. */
type MeasureSide = 'taken' | 'late';

/** The figures of a period for the board: totals, and numbers by the rule of small numbers. */
export type BoardReport = {
  period: Period;
  received: Beside<number>;
  closed: Beside<number>;
  months: (Beside<number> & { month: Month })[];
  by: Record<Attribute, Line[]>;
  kept: Record<OwedKind, Line[]>;
  days: Record<Span, Beside<Spread | undefined>>;
  promised: Beside<number>;
  /** Each side of the measures: 'yes' and 'no'. */
  measures: Record<MeasureSide, Line[]>;
  /** How many complainants said how satisfied they are, and how often each score was given. */
  answered: Beside<number>;
  satisfaction: Record<keyof Scores, Line[]>;
  /** What Ballance learned, each text once, in the order of the alphabet: no other order tells of which complaint it is. */
  lessons: readonly string[];
};

/** What a table says of a complaint that has no value: open, erased, or not filled in; and of one that is not on the list. */
export const noValue = 'none-known';
export const anotherValue = 'another';

/**
 * Counts for the board. Takes every complaint of the year and of the year before that its reader may count, because what a quarter and a
 * year say together must hide what each hides. `branches` and `subjects`: those
 * of Ballance now, others are counted together.
 */
export function boardReport(
  period: Period,
  all: readonly Counted[],
  { branches, subjects }: { branches: readonly string[]; subjects: readonly string[] },
): BoardReport {
  const counted = all.filter(({ figures }) => countsInTotals(figures));
  const within = (one: Period): Counted[] => {
    const months = new Set(monthsOf(one));
    return counted.filter(({ figures }) => months.has(figures.receivedIn));
  };
  const beside = <T>(figure: (of: Period) => T): Beside<T> => ({
    now: figure(period),
    before: figure(yearBefore(period)),
  });
  const lines = (values: readonly string[], count: (one: Counted) => Record<string, number>): Line[] => {
    const numbers = (of: Period): number[] =>
      values.map((value) => within(of).reduce((sum, one) => sum + (count(one)[value] ?? 0), 0));
    const { now, before } = beside((of) =>
      of.quarter
        ? inClasses(numbers(of))
        : inClassesOfYear(quarters.map((quarter) => numbers({ ...of, quarter }))),
    );
    const none = { from: 0, to: 0 };
    return values.map((value, at) => ({ value, now: now[at] ?? none, before: before[at] ?? none }));
  };
  const each = (values: readonly string[], valueIn: (one: Figures) => string): Line[] =>
    lines(values, ({ figures }) => ({ [valueIn(figures)]: 1 }));
  const spread = (span: Span): Beside<Spread | undefined> =>
    beside((of) => spreadOf(within(of).flatMap(({ days }) => days[span] ?? [])));
  const total = (numberOf: (one: Figures) => number): Beside<number> =>
    beside((of) => within(of).reduce((sum, { figures }) => sum + numberOf(figures), 0));
  const side = (what: MeasureSide): Line[] =>
    lines(['yes', 'no'], ({ figures: { measures } }) => ({
      yes: measures?.[what] ?? 0,
      no: (measures?.promised ?? 0) - (measures?.[what] ?? 0),
    }));
  const kept = (kind: OwedKind): Line[] => each(manners, ({ deadlines }) => mannerOf(deadlines[kind]));
  const satisfied = (of: keyof Scores): Line[] =>
    lines(scores.map(String), ({ figures: { satisfaction } }) =>
      satisfaction ? { [satisfaction[of]]: 1 } : {},
    );
  const known = new Map(branches.map((branch) => [branch.toLowerCase(), branch]));
  return {
    period,
    received: total(() => 1),
    closed: total(({ closed }) => (closed ? 1 : 0)),
    months: monthsOf(period).map((month, at) => ({
      month,
      ...beside((of) => {
        const same = monthsOf(of)[at];
        return within(of).filter(({ figures }) => figures.receivedIn === same).length;
      }),
    })),
    by: {
      origin: each(origins, ({ origin }) => origin),
      branch: each([...branches, anotherValue, noValue], ({ branch }) =>
        branch ? (known.get(branch.trim().toLowerCase()) ?? anotherValue) : noValue,
      ),
      subject: each([...subjects, anotherValue, noValue], ({ subject }) =>
        subject ? (subjects.includes(subject) ? subject : anotherValue) : noValue,
      ),
      judgement: each([...judgements, noValue], ({ judgement }) => judgement ?? noValue),
      // Only of closed ones, of which the number is a total that is said: with the open ones they would be hidden by too many.
      outcome: each(
        outcomes.filter((outcome) => outcome !== 'merged'),
        ({ closed }) => closed?.outcome ?? noValue,
      ),
    },
    kept: {
      forward: kept('forward'),
      acknowledge: kept('acknowledge'),
      answer: kept('answer'),
      hearing: kept('hearing'),
      decision: kept('decision'),
    },
    days: { acknowledge: spread('acknowledge'), answer: spread('answer'), close: spread('close') },
    promised: total(({ measures }) => measures?.promised ?? 0),
    measures: { taken: side('taken'), late: side('late') },
    answered: total(({ satisfaction }) => (satisfaction ? 1 : 0)),
    satisfaction: { handling: satisfied('handling'), outcome: satisfied('outcome') },
    lessons: [...new Set(within(period).flatMap(({ lesson }) => lesson ?? []))].sort(),
  };
}

function mannerOf(kept: Kept | undefined): MannerOfKeeping {
  if (!kept) return 'never';
  if (kept.done) return kept.daysLate > 0 ? 'late' : 'in-time';
  return kept.late ? 'late' : 'running';
}

/**
 * Finds what was learned from a complaint (Leerpunt), for who makes a report: only of a closed one whose dossier they may open, and of
 * none of which they lost sight. Undefined after erasure as well, which removes the text.
 */
export const lessonFor = (by: Person, { complaint, until }: Known, view: View): string | undefined =>
  complaint.closed && !until && maySeeDossier(by, complaint, view) ? complaint.lesson : undefined;
