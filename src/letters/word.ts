import type { Paragraph } from 'docx';

/** A4 and margins of 2.5 cm, in twentieths of a point. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1417, right: 1417, bottom: 1417, left: 1417 },
};

/** Size in half points; line 276 is a spacing of 1.15. */
const style = {
  run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } },
  paragraph: { spacing: { line: 276 } },
};

/** Loads docx with the first file that is asked for, because it costs a tenth of the start of the bot. */
const loaded = () => import('docx');

/**
 * Makes a letter a Word file (.docx) of A4, a paragraph for every line of the text. `title` stands in the properties of the
 * file. Characters that no Word file can hold are left out.
 */
export const wordLetter = async (text: string, title: string): Promise<Buffer> => {
  const docx = await loaded();
  return wordFile(docx, linesOf(text).map(plain(docx)), title);
};

/** A section of a report: a heading, and the lines below it. */
export type Section = { heading: string; lines: readonly string[] };

/** Makes a report a Word file of A4: its title, and every section under a heading that screen readers can jump to. */
export const wordReport = async (title: string, sections: readonly Section[]): Promise<Buffer> => {
  const docx = await loaded();
  const heading = (text: string, level: 'Title' | 'Heading1'): Paragraph =>
    new docx.Paragraph({ heading: level, children: [new docx.TextRun(printable(text))] });
  return wordFile(
    docx,
    [
      heading(title, 'Title'),
      ...sections.flatMap((section) => [
        heading(section.heading, 'Heading1'),
        ...section.lines.flatMap(linesOf).map(plain(docx)),
      ]),
    ],
    title,
  );
};

const linesOf = (text: string): string[] => printable(text).split(/\r\n|[\n\r\v\f\u2028\u2029]/);

type Docx = typeof import('docx');

const plain =
  ({ Paragraph, TextRun }: Docx) =>
  (line: string): Paragraph =>
    new Paragraph({ children: [new TextRun(line)] });

function wordFile({ Document, Packer }: Docx, children: Paragraph[], title: string): Promise<Buffer> {
  const document = new Document({
    title: printable(title),
    creator: 'Ballance',
    lastModifiedBy: 'Ballance',
    styles: { default: { document: style } },
    sections: [
      {
        properties: { page },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Removes what XML cannot hold: control characters, lone surrogates and noncharacters. */
const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  text.toWellFormed().replace(/[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/g, '');
