import type { FileChild } from 'docx';
import { loaded, printable } from './word.ts';

/** A chart as a picture: PNG, its size in pixels as it is drawn, and what it shows in words. */
type Chart = { title: string; bytes: Uint8Array; width: number; height: number; altText: string };

/** A table of a report, its first row the headings and its first column what each row is about; with a chart where there is one. */
type ReportTable = { columns: readonly string[]; rows: readonly (readonly string[])[]; chart?: Chart };

/** A part of a report: a heading, what is said below it, points, and a table. */
export type ReportPart = {
  heading: string;
  lines?: readonly string[];
  points?: readonly string[];
  table?: ReportTable;
};

export type Report = { title: string; subtitle: string; parts: readonly ReportPart[] };

type Docx = typeof import('docx');

/** Makes a report a Word file: headings to jump to, tables with a row of headings, charts with their alt text, numbered pages. */
export async function reportFile({ title, subtitle, parts }: Report): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await loaded();
  const paragraph = paragraphs(docx);
  const { Document, Footer, Packer, PageNumber, Paragraph, TextRun } = docx;
  const pages = new Paragraph({
    alignment: 'center',
    children: [
      new TextRun({ children: [`${printable(title)} · vertrouwelijk · bladzijde `, PageNumber.CURRENT] }),
      new TextRun({ children: [' van ', PageNumber.TOTAL_PAGES] }),
    ],
  });
  const children = [
    new Paragraph({ heading: 'Title', children: [new TextRun(printable(title))] }),
    paragraph(subtitle),
    ...parts.flatMap((part, at) => drawn(docx, part, at + 1)),
  ];
  const file = new Document({
    title: printable(title),
    creator: 'Ballance',
    lastModifiedBy: 'Ballance',
    features: { updateFields: false },
    styles: looks,
    sections: [{ properties: {}, footers: { default: new Footer({ children: [pages] }) }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const colour = '1D2433';

/** The looks of a report: letters that every Word has, in Dutch for who has it read out. */
const looks = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } },
      paragraph: { spacing: { after: 120 } },
    },
    title: { run: { size: 44, bold: true, color: colour }, paragraph: { spacing: { after: 80 } } },
    heading1: {
      run: { size: 28, bold: true, color: colour },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
  },
} as const;

const paragraphs =
  ({ Paragraph, TextRun }: Docx) =>
  (text: string, look: { bullet?: { level: number }; keepNext?: boolean } = {}) =>
    new Paragraph({ ...look, children: [new TextRun(printable(text))] });

/** Draws a part; a chart stays with its table. `number` tells its picture apart. */
function drawn(
  docx: Docx,
  { heading, lines = [], points = [], table }: ReportPart,
  number: number,
): FileChild[] {
  const paragraph = paragraphs(docx);
  return [
    new docx.Paragraph({ heading: 'Heading1', children: [new docx.TextRun(printable(heading))] }),
    ...lines.map((line) => paragraph(line, { keepNext: !!table })),
    ...points.map((point) => paragraph(point, { bullet: { level: 0 } })),
    ...(table ? tableOf(docx, table) : []),
    ...(table?.chart ? [picture(docx, table.chart, number)] : []),
  ];
}

/** Makes a table; its rows stay on one page, where there is room for them. */
function tableOf({ Paragraph, Table, TableCell, TableRow, TextRun }: Docx, { columns, rows }: ReportTable) {
  const wide = 52;
  const narrow = (100 - wide) / Math.max(1, columns.length - 1);
  const cell = (text: string, at: number, isHeading: boolean, isLast: boolean) =>
    new TableCell({
      width: { size: at === 0 ? wide : narrow, type: 'pct' },
      margins: { top: 40, bottom: 40, left: 90, right: 90 },
      ...(isHeading && { shading: { fill: 'E3ECEF', type: 'clear', color: 'auto' } }),
      children: [
        new Paragraph({
          spacing: { after: 0 },
          keepNext: !isLast,
          alignment: at === 0 ? 'left' : 'right',
          children: [new TextRun({ text: printable(text), bold: isHeading })],
        }),
      ],
    });
  const row = (texts: readonly string[], isHeading: boolean, isLast: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      children: texts.map((text, at) => cell(text, at, isHeading, isLast)),
    });
  return [
    new Table({
      width: { size: 100, type: 'pct' },
      rows: [
        row(columns, true, rows.length === 0),
        ...rows.map((texts, at) => row(texts, false, at === rows.length - 1)),
      ],
    }),
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ];
}

/** The width of a chart on the page, in pixels of Word. */
const pageWidth = 600;

function picture(
  { ImageRun, Paragraph }: Docx,
  { title, bytes, width, height, altText }: Chart,
  number: number,
) {
  const image = new ImageRun({
    type: 'png',
    data: bytes,
    transformation: { width: pageWidth, height: Math.round((height * pageWidth) / width) },
    altText: {
      id: `${number}`,
      name: `Grafiek ${number}`,
      title: printable(title),
      description: printable(altText),
    },
  });
  return new Paragraph({ children: [image] });
}
