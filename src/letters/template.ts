import { readFileSync } from 'node:fs';
import mustache from 'mustache';

/** What a template may name. A section ({{#x}}...{{/x}}) shows only if its text is not empty. */
export type Fields = Record<string, string>;

/**
 * A letter template of the folder letters/, read once. Filling it is pure and takes every text literally; a field
 * that the template names and that is not given is an error, never an empty spot in a letter.
 */
export function letterTemplate(name: string): (fields: Fields) => string {
  const text = readFileSync(new URL(`../../letters/${name}.txt`, import.meta.url), 'utf8');
  return filled(text);
}

/** The same for a template at hand. */
export function filled(text: string): (fields: Fields) => string {
  const named = namesIn(mustache.parse(text) as Token[]);
  return (fields) => {
    const missing = named.filter((name) => !Object.hasOwn(fields, name) || fields[name] === undefined);
    if (missing.length > 0) throw new Error(`The letter names what is not known: ${missing.join(', ')}`);
    return mustache.render(text, fields, undefined, { escape: (value: string) => value });
  };
}

/** A token of mustache: kind, text, start, end, and for a section the tokens inside it. */
type Token = [kind: string, text: string, start: number, end: number, inside?: Token[]];

function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(([kind, text, , , inside]) =>
    kind === 'text' || kind === '!' ? [] : [text, ...(inside ? namesIn(inside) : [])],
  );
}
