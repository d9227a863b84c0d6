import { readFileSync } from 'node:fs';
import mustache from 'mustache';
import { headingsIn } from './letter-blocks.ts';

/** Fills a template, each text literally. A section ({{#x}}...{{/x}}) shows only if x is not ''. */
export type Template<N extends string> = ((fields: Record<N, string>) => string) & {
  /** The lines that are headings in Word. */
  headings: readonly string[];
};

/**
 * Reads a letter template of the folder letters/. Throws if it is no template, or names a field that is not known, so that
 * the bot does not start instead of sending a letter with a hole.
 */
export function letterTemplate<N extends string>(name: string, known: readonly N[]): Template<N> {
  const file = `letters/${name}.txt`;
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  try {
    return filled(text, known);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Parses the text of a template, whatever editor it was saved with. */
export function filled<N extends string>(text: string, known: readonly N[]): Template<N> {
  const template = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd();
  const unknown = namesIn(mustache.parse(template) as Token[]).filter((name) => !known.includes(name as N));
  if (unknown.length > 0) throw new Error(`names what no letter knows: ${unknown.join(', ')}`);
  const marked = { escape: (value: string) => (/[.!?]$/.test(value) ? value + ended : value) };
  const fill = (fields: Record<N, string>): string =>
    mustache
      .render(template, fields, undefined, marked)
      .replaceAll(`${ended}.`, '')
      .replaceAll(ended, '')
      .trimEnd();
  return Object.assign(fill, { headings: headingsIn(template) });
}

/** Stands after a text that ends a sentence itself, while a letter is filled: no full stop follows it. */
const ended = '\0';

/** A token of mustache: kind, text, start, end, and for a section the tokens inside it. */
type Token = [kind: string, text: string, start: number, end: number, inside?: Token[]];

function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(([kind, text, , , inside]) =>
    kind === 'text' || kind === '!' ? [] : [text, ...(inside ? namesIn(inside) : [])],
  );
}
