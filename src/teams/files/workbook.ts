import type { CellObject, Sheet } from 'write-excel-file/node';

/** A cell: a text, a number, a calendar month ('2026-04'); empty when undefined. */
export type Cell = string | number | { month: string } | undefined;

/** A table with a heading above each column; widths in characters. */
export type Table = {
  name: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly Cell[][];
};

const heading = { fontWeight: 'bold', backgroundColor: '#E3ECEF', wrap: true, alignVertical: 'top' } as const;

/** Makes a workbook for Excel, each table on a sheet of its own; the first row and column stay in view. */
export async function workbook(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
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
