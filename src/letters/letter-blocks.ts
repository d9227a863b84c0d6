/** A part of a letter as Word draws it: a heading, a list, or a paragraph of one or more lines, of which the last can be a signature. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph' | 'bullets' | 'numbers' | 'closing' | 'signature'; lines: string[] };

/** A letter taken apart: what stands above it, and its blocks. */
export type LetterParts = { addressee: string[]; date: string; subject: string; body: Block[] };

const top = /^(?:(?<addressee>(?:[^\n]+\n)+)\n)?(?<date>[^\n]+)\n\n(?<subject>Onderwerp: [^\n]+)(?:\n|$)/;

/**
 * Takes the text of a letter apart. Addressee, date and subject are what stands above a line "Onderwerp:"; where somebody changed that by
 * hand, all of the text is the body.
 */
export function letterParts(text: string, headings: ReadonlySet<string>): LetterParts {
  const found = top.exec(text);
  const { addressee = '', date = '', subject = '' } = found?.groups ?? {};
  return {
    addressee: addressee.split('\n').filter(Boolean),
    date,
    subject,
    body: signed(blocksOf(text.slice(found?.[0].length ?? 0), headings)),
  };
}

/** Tells the closing words and the signature below them from the paragraphs, where a letter ends with them. */
function signed(blocks: Block[]): Block[] {
  const [closing, signature] = blocks.slice(-2);
  if (closing?.kind !== 'paragraph' || signature?.kind !== 'paragraph') return blocks;
  if (!/^(?:[^\n]*groet(?:en)?|Hoogachtend),?$/i.test(closing.lines.join('\n'))) return blocks;
  return [...blocks.slice(0, -2), { ...closing, kind: 'closing' }, { ...signature, kind: 'signature' }];
}

/** Takes a text apart into blocks: an empty line ends one, and so do a heading and a list. */
export function blocksOf(text: string, headings: ReadonlySet<string>): Block[] {
  return text.split(/\n(?:[^\S\n]*\n)+/).flatMap((part) => {
    const blocks: Block[] = [];
    for (const [at, line] of part.split('\n').entries()) {
      if (at === 0 && headings.has(line)) blocks.push({ kind: 'heading', text: line });
      else addLine(blocks, line);
    }
    return blocks;
  });
}

/** Adds a line to the block before it where that is of its kind; numbers count on from it, or begin at 1. */
function addLine(blocks: Block[], line: string): void {
  if (!line.trim()) return;
  const last = blocks.at(-1);
  const bullet = /^\s*[-–•*] +(?<item>\S.*)$/.exec(line)?.groups?.item;
  const { number, item = '' } = /^\s*(?<number>\d{1,3})[.)] +(?<item>\S.*)$/.exec(line)?.groups ?? {};
  const next = last?.kind === 'numbers' ? last.lines.length + 1 : 1;
  const [kind, words]: ['paragraph' | 'bullets' | 'numbers', string] = bullet
    ? ['bullets', bullet]
    : Number(number) === next
      ? ['numbers', item]
      : ['paragraph', line];
  if (last && last.kind === kind) last.lines.push(words);
  else blocks.push({ kind, lines: [words] });
}

/** Finds the headings in the text of a template: a line without a field, after an empty line, with text below it. */
export const headingsIn = (template: string): string[] =>
  [
    ...template
      .replace(/^\{\{[#^/][^}]*\}\}\n/gm, '')
      .matchAll(/\n\n(?<line>[^\n{}-][^\n{}]*[^\n{}.,:;])\n(?=[^\n])/g),
  ].flatMap(({ groups }) => groups?.line ?? []);
