import { readFileSync } from 'node:fs';
import mustache from 'mustache';

/** A template: filled with its fields, each text literally. A section ({{#x}}...{{/x}}) shows only if x is not ''. */
export type Template<N extends string> = (fields: Record<N, string>) => string;

/**
 * A letter template of the folder letters/, read once. Throws if it cannot be read as a template, or names anything
 * but the known fields: better no bot than a letter with a hole.
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

/** The same for a template at hand, whatever editor it was saved with. */
export function filled<N extends string>(text: string, known: readonly N[]): Template<N> {
  const template = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd();
  const unknown = namesIn(mustache.parse(template) as Token[]).filter((name) => !known.includes(name as N));
  if (unknown.length > 0) throw new Error(`names what no letter knows: ${unknown.join(', ')}`);
  const literally = { escape: (value: string) => value };
  return (fields) => mustache.render(template, fields, undefined, literally).trimEnd();
}

/** A token of mustache: kind, text, start, end, and for a section the tokens inside it. */
type Token = [kind: string, text: string, start: number, end: number, inside?: Token[]];

function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(([kind, text, , , inside]) =>
    kind === 'text' || kind === '!' ? [] : [text, ...(inside ? namesIn(inside) : [])],
  );
}
