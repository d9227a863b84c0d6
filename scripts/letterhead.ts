import { writeFileSync } from 'node:fs';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';

/**
 * `node scripts/letterhead.ts`: makes letters/briefpapier.docx anew, as it was before anybody changed it in Word. The bot never
 * runs this; the file in the folder is what counts.
 */

const dark = '1F3A5F';

/** Measures in twentieths of a point; sizes of letters in half points. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1417, right: 1417, bottom: 1417, left: 1417, header: 709, footer: 567 },
};

const line = (text: string, style: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(text)] });

const pages = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          new TextRun('Pagina '),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(' van '),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

const style = (id: string, name: string, look: object) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...look,
});

const letterhead = new Document({
  title: 'Briefpapier van Ballance',
  creator: 'Ballance',
  lastModifiedBy: 'Ballance',
  styles: {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } },
        paragraph: { spacing: { line: 264, after: 130 } },
      },
      heading1: {
        run: { size: 24, bold: true, color: dark },
        paragraph: { spacing: { before: 200, after: 40 }, keepNext: true },
        next: 'Normal',
      },
    },
    paragraphStyles: [
      style('ListBullet', 'List Bullet', {
        paragraph: { numbering: { reference: 'bullets', level: 0 }, contextualSpacing: true },
      }),
      style('ListNumber', 'List Number', { paragraph: { contextualSpacing: true } }),
      style('Closing', 'Closing', { paragraph: { spacing: { before: 200, after: 720 }, keepNext: true } }),
      style('Signature', 'Signature', { paragraph: { keepLines: true } }),
      style('Header', 'header', { run: { size: 19, color: '404040' }, paragraph: { spacing: { after: 0 } } }),
      style('Footer', 'footer', {
        run: { size: 18, color: '595959' },
        paragraph: { alignment: AlignmentType.RIGHT, spacing: { after: 0 } },
      }),
      style('Naam', 'Naam van Ballance', {
        run: { size: 36, bold: true, color: dark },
        paragraph: { spacing: { after: 40 } },
      }),
      style('Adres', 'Adres', { paragraph: { spacing: { before: 360, after: 280 } } }),
      style('Datum', 'Datum', { paragraph: { spacing: { after: 0 } } }),
      style('Onderwerp', 'Onderwerp', {
        run: { bold: true },
        paragraph: { spacing: { before: 240, after: 240 } },
      }),
    ],
  },
  numbering: {
    config: [
      {
        reference: 'bullets',
        levels: [
          {
            level: 0,
            format: LevelFormat.BULLET,
            text: '•',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 357, hanging: 357 } } },
          },
        ],
      },
    ],
  },
  sections: [
    {
      properties: { page, titlePage: true },
      headers: {
        first: new Header({
          children: [
            line('Ballance', 'Naam'),
            line('{{postadres Ballance}}', 'Header'),
            new Paragraph({
              style: 'Header',
              children: [new TextRun('{{telefoon Ballance}} | {{e-mail Ballance}}')],
              border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 6, color: dark } },
            }),
          ],
        }),
        default: new Header({ children: [line('Ballance, klacht {{nummer}}', 'Header')] }),
      },
      footers: { first: pages(), default: pages() },
      children: [
        line('{{geadresseerde}}', 'Adres'),
        line('{{vandaag}}', 'Datum'),
        line('Ons kenmerk: {{nummer}}', 'Datum'),
        line('{{onderwerp}}', 'Onderwerp'),
        line('{{brief}}', 'Normal'),
      ],
    },
  ],
});

writeFileSync(new URL('../letters/briefpapier.docx', import.meta.url), await Packer.toBuffer(letterhead));
