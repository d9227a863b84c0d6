import type { IParagraphOptions, Paragraph, ParagraphChild } from 'docx';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import { letterDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { headings } from './draft-letter.ts';
import { type Block, blocksOf, type LetterParts, letterParts } from './letter-blocks.ts';
import { type Letterhead, letterheadIn, type Place } from './letterhead.ts';
import { type Organisation, organisationFields } from './organisation.ts';

const ours = letterheadIn('briefpapier.docx');

/** Loads docx with the first file that is asked for, because it costs a tenth of the start of the bot. */
export const loaded = () => import('docx');

/** What the letterhead says besides the text: the number ("Ons kenmerk") and how Ballance is reached; and which letterhead, ours if none. */
export type LetterheadFacts = { number: CaseNumber; organisation: Organisation; letterhead?: Letterhead };

/**
 * Makes a letter a Word file (.docx) on the letterhead: addressee, date and subject in their places, headings and lists in its styles.
 * `title` stands in the properties of the file. Characters that no Word file can hold are left out.
 */
export const wordLetter = (text: string, title: string, facts: LetterheadFacts): Promise<Buffer> =>
  wordFile(letterParts(printable(text), headings), title, facts);

/** A section of a report: a heading, and the lines below it. */
export type Section = { heading: string; lines: readonly string[] };

/** Makes a report a Word file on the letterhead: its title, and every section under a heading that screen readers can jump to. */
export const wordReport = (
  title: string,
  sections: readonly Section[],
  { today, ...facts }: LetterheadFacts & { today: LocalDate },
): Promise<Buffer> => {
  const body = sections.flatMap(({ heading, lines }): Block[] => [
    { kind: 'heading', text: printable(heading) },
    ...blocksOf(printable(lines.join('\n')), new Set()),
  ]);
  return wordFile({ addressee: [], date: letterDate(today), subject: printable(title), body }, title, facts);
};

async function wordFile(parts: LetterParts, title: string, facts: LetterheadFacts): Promise<Buffer> {
  const docx = await loaded();
  const { PatchType } = docx;
  const { number, organisation, letterhead = ours } = facts;
  const places = {
    ...organisationFields(organisation),
    nummer: number,
    geadresseerde: parts.addressee.join('\n'),
    vandaag: parts.date,
    onderwerp: parts.subject,
  };
  const inline = (text: string) => ({ type: PatchType.PARAGRAPH, children: lines(docx, text.split('\n')) });
  const body = [...homeless(parts, letterhead), ...parts.body];
  return docx.patchDocument({
    outputType: 'nodebuffer',
    data: letterhead.file,
    trimPlaceholders: true,
    patches: {
      ...Object.fromEntries(Object.entries(places).map(([place, text]) => [place, inline(text)])),
      // Last, so that what somebody typed is no place of the letterhead.
      brief: { type: PatchType.DOCUMENT, children: body.flatMap(drawn(docx, letterhead)) },
    },
    numbering: { config: [numbers] },
    properties: { title: printable(title), creator: 'Ballance', lastModifiedBy: 'Ballance' },
  });
}

/** Keeps in the text what the letterhead has no place for. */
function homeless({ addressee, date, subject }: LetterParts, { has }: Letterhead): Block[] {
  const above: Partial<Record<Place, string[]>> = {
    geadresseerde: addressee,
    vandaag: [date],
    onderwerp: [subject],
  };
  return Object.entries(above)
    .filter(([place, lines]) => !has.has(place) && lines.some(Boolean))
    .map(([, lines]) => ({ kind: 'paragraph', lines }));
}

type Docx = typeof import('docx');

const lines = ({ TextRun }: Docx, texts: readonly string[]): ParagraphChild[] =>
  literally(texts.join('\n'))
    .split('\n')
    .map((text, at) => new TextRun({ text, ...(at > 0 && { break: 1 }) }));

/** Draws a block in the styles of the letterhead; each list of numbers begins again at 1. */
const drawn =
  (docx: Docx, { styles }: Letterhead) =>
  (block: Block, instance: number): Paragraph[] => {
    const paragraph = (texts: readonly string[], look: IParagraphOptions = {}) =>
      new docx.Paragraph({ ...look, children: lines(docx, texts) });
    const bullets = styles['list bullet'];
    switch (block.kind) {
      case 'heading':
        return [paragraph([block.text], { heading: 'Heading1' })];
      case 'paragraph':
        return [paragraph(block.lines)];
      case 'closing':
        return [paragraph(block.lines, { style: styles.closing, keepNext: true })];
      case 'signature':
        return [paragraph(block.lines, { style: styles.signature, keepLines: true })];
      case 'bullets':
        return block.lines.map((line) =>
          paragraph([line], bullets ? { style: bullets } : { bullet: { level: 0 } }),
        );
      case 'numbers':
        return block.lines.map((line) =>
          paragraph([line], {
            style: styles['list number'],
            numbering: { reference: numbers.reference, level: 0, instance, custom: !!styles['list number'] },
          }),
        );
    }
  };

const numbers = {
  reference: 'nummers',
  levels: [
    {
      level: 0,
      format: 'decimal',
      text: '%1.',
      style: { paragraph: { indent: { left: 357, hanging: 357 } } },
    },
  ],
} as const;

/** Keeps a text that looks like a place of the letterhead a text, by a character between its braces that is not seen. */
const literally = (text: string): string => text.replaceAll(/\{(?=\s*\{)/g, '{\u2060');

/** Ends every line by '\n', and removes what XML cannot hold: control characters, lone surrogates and noncharacters. */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n|[\r\v\f\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    .replace(/[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/g, '');
