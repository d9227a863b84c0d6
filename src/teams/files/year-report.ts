import type { CellObject, Sheet } from 'write-excel-file/node';
import {
  countsInTotals,
  type Figures,
  type Kept,
  type OwedKind,
  owedKinds,
} from '../../register/year-figures.ts';
import {
  calendarDays,
  judgementWords,
  mannerWords,
  originWords,
  outcomeWords,
  stageWords,
} from '../cards/words.ts';
import type { BotFile } from './consent-card.ts';

/** A cell: a text, a number, a calendar month ('2026-04'); empty when undefined. */
type Cell = string | number | { month: string } | undefined;

/** A table with a heading above each column; widths in characters. */
type Table = {
  name: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly Cell[][];
};

const heading = { fontWeight: 'bold', backgroundColor: '#E3ECEF', wrap: true, alignVertical: 'top' } as const;

/** Makes a workbook for Excel, each table on a sheet of its own; the first row and column stay in view. */
async function workbook(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(
    ({ name, columns, rows }): Sheet<Buffer> => ({
      sheet: name,
      data: [
        columns.map(({ title }): CellObject => ({ value: title, type: String, ...heading })),
        ...rows.map((row) => row.map(cell)),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    }),
  );
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

function cell(content: Cell): CellObject | null {
  if (content === undefined || content === '') return null;
  if (typeof content === 'number') return { value: content, type: Number };
  if (typeof content === 'string') return { value: harmless(content), type: String };
  return { value: new Date(`${content.month}-01T00:00:00Z`), type: Date, format: 'mm-yyyy' };
}

/**
 * Keeps a text from becoming a formula, with an apostrophe before what could begin one: a text cell is none, but becomes one
 * when it is edited, or saved as CSV and opened again.
 */
const harmless = (text: string): string =>
  /^[\s\p{C}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;

/** The heading of the column of each deadline. */
export const deadlineTitles: Record<OwedKind, string> = {
  forward: 'Doorgegeven (art. 5)',
  acknowledge: 'Ontvangst bevestigd (art. 5)',
  answer: 'Antwoord (art. 6)',
  hearing: 'Gesprek (art. 8)',
  decision: 'Beslissing directie (art. 8)',
};

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
    ...owedKinds.map((kind) => ({ title: deadlineTitles[kind], width: 20 })),
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
    ...owedKinds.map((kind) => keptWords(one.deadlines[kind])),
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
