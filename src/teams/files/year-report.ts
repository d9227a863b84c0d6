import type { Scores } from '../../procedure/model/learning.ts';
import { classWidth } from '../../register/small-cells.ts';
import {
  countsInTotals,
  type Figures,
  type Kept,
  type OwedKind,
  owedKinds,
} from '../../register/year-figures.ts';
import { satisfactionLabels } from '../cards/learning-words.ts';
import {
  calendarDays,
  judgementWords,
  mannerWords,
  originWords,
  outcomeWords,
  small,
  stageWords,
} from '../cards/words.ts';
import type { BotFile } from './consent-card.ts';
import { type Cell, type Table, workbook } from './workbook.ts';

/** The heading of the column of each deadline. */
export const deadlineTitles: Record<OwedKind, string> = {
  forward: 'Doorgegeven (art. 5)',
  acknowledge: 'Ontvangst bevestigd (art. 5)',
  answer: 'Antwoord (art. 6)',
  hearing: 'Gesprek (art. 8)',
  decision: 'Beslissing directie (art. 8)',
};

/** The columns that say how each deadline was kept. */
export const keptColumns = owedKinds.map((kind) => ({ title: deadlineTitles[kind], width: 20 }));

/** Fills those columns. */
export const keptCells = ({ deadlines }: Pick<Figures, 'deadlines'>): string[] =>
  owedKinds.map((kind) => keptWords(deadlines[kind]));

/**
 * Makes the report of a year ("Jaaroverzicht") a workbook: a line for each complaint, and the totals. No names, content,
 * numbers or days: nothing by which somebody finds a complaint about themselves, or sees that one is missing.
 */
export async function yearReportFile(year: string, figures: readonly Figures[]): Promise<BotFile> {
  return {
    name: `klachten-${year}.xlsx`,
    bytes: await workbook([complaints(figures), totals(figures)]),
  };
}

const complaints = (figures: readonly Figures[]): Table => ({
  name: 'Klachten',
  columns: [
    { title: 'Ontvangen', width: 12 },
    { title: 'Geregistreerd', width: 12 },
    { title: 'Herkomst', width: 20 },
    { title: 'Wijze van ontvangst', width: 14 },
    { title: 'Vestiging (na sluiting)', width: 22 },
    { title: 'Onderwerp (na sluiting)', width: 22 },
    { title: 'Stand', width: 32 },
    { title: 'Oordeel', width: 16 },
    { title: 'Afloop', width: 34 },
    { title: 'Gesloten', width: 12 },
    ...keptColumns,
    { title: 'Maatregelen afgesproken', width: 14 },
    { title: 'Maatregelen uitgevoerd', width: 14 },
    { title: 'Maatregelen te laat', width: 14 },
  ],
  rows: figures.map((one) => [
    { month: one.receivedIn },
    { month: one.registeredIn },
    originWords[one.origin],
    mannerWords[one.manner],
    one.branch,
    one.subject,
    stageWords[one.stage],
    one.judgement && judgementWords[one.judgement],
    one.closed && outcomeWords[one.closed.outcome],
    one.closed && { month: one.closed.in },
    ...keptCells(one),
    one.measures?.promised,
    one.measures?.taken,
    one.measures?.late,
  ]),
});

/**
 * Words how a deadline was kept: 'op tijd', '3 dagen te laat', 'loopt nog', 'te laat, nog niet gedaan'; 'n.v.t.' if it never
 * ran.
 */
function keptWords(kept: Kept | undefined): string {
  if (!kept) return 'n.v.t.';
  if (!kept.done) return kept.late ? 'te laat, nog niet gedaan' : 'loopt nog';
  return kept.daysLate > 0 ? `${calendarDays(kept.daysLate)} te laat` : 'op tijd';
}

const totals = (all: readonly Figures[]): Table => totalsOf(all, all.filter(countsInTotals));

const totalsOf = (all: readonly Figures[], figures: readonly Figures[]): Table => ({
  name: 'Totalen',
  columns: [
    { title: 'Wat', width: 30 },
    { title: 'Waarvan', width: 40 },
    { title: 'Aantal', width: 10 },
  ],
  rows: [
    ['Klachten', 'alle', figures.length],
    ['Klachten', 'gesloten', figures.filter(({ closed }) => closed).length],
    ['Klachten', 'samengevoegd met een andere (telt daar mee)', all.length - figures.length],
    ['Klachten', 'nog open', figures.filter(({ closed }) => !closed).length],
    ...counted('Herkomst', figures, ({ origin }) => originWords[origin]),
    ...counted('Wijze van ontvangst', figures, ({ manner }) => mannerWords[manner]),
    ...counted('Onderwerp', figures, ({ subject }) => subject),
    ...counted('Oordeel', figures, ({ judgement }) => judgement && judgementWords[judgement]),
    ...counted('Afloop', figures, ({ closed }) => closed && outcomeWords[closed.outcome]),
    ...owedKinds.flatMap((kind) => keeping(kind, figures)),
    ...(['promised', 'taken', 'late'] as const).map((what): Cell[] => [
      'Maatregelen',
      { promised: 'afgesproken', taken: 'uitgevoerd', late: 'te laat' }[what],
      figures.reduce((sum, { measures }) => sum + (measures?.[what] ?? 0), 0),
    ]),
    ...(['handling', 'outcome'] as const).flatMap((of) => satisfied(of, figures)),
  ],
});

/** Counts each word, one a line, in the order of first occurrence. */
function counted(
  what: string,
  figures: readonly Figures[],
  wordOf: (one: Figures) => string | undefined,
): Cell[][] {
  const words = figures.map(wordOf).filter((word) => word !== undefined);
  return Object.entries(Object.groupBy(words, (word) => word)).map(([word, all]) => [
    what,
    word,
    all?.length,
  ]);
}

/** Counts how many complainants told how satisfied they are, and finds the mean, to one decimal: that of few would tell what somebody answered. */
function satisfied(of: keyof Scores, figures: readonly Figures[]): Cell[][] {
  const scores = figures.flatMap(({ satisfaction }) => satisfaction?.[of] ?? []);
  const mean = scores.reduce<number>((sum, score) => sum + score, 0) / scores.length;
  const what = `Tevredenheid: ${small(satisfactionLabels[of])}`;
  return [
    [what, 'aantal antwoorden', scores.length],
    [
      what,
      `gemiddelde van 1 tot 5 (vanaf ${classWidth} antwoorden)`,
      scores.length < classWidth ? undefined : Math.round(mean * 10) / 10,
    ],
  ];
}

/** Counts how often a deadline was kept, was not, and still runs; sums the days late of what is done. */
function keeping(kind: OwedKind, figures: readonly Figures[]): Cell[][] {
  const all = figures.flatMap(({ deadlines }) => deadlines[kind] ?? []);
  const late = all.filter((kept) => (kept.done ? kept.daysLate > 0 : kept.late));
  const days = late.reduce((sum, kept) => sum + (kept.done ? kept.daysLate : 0), 0);
  const open = all.filter((kept) => !kept.done && !kept.late);
  const title = deadlineTitles[kind];
  return [
    [title, 'op tijd', all.length - late.length - open.length],
    [title, 'te laat', late.length],
    [title, 'dagen te laat bij elkaar (wat gedaan is)', days],
    [title, 'loopt nog', open.length],
  ];
}
