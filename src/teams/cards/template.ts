import { readFileSync } from 'node:fs';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { ShownCard } from '../../register/model/shown-messages.ts';
import { literal, paragraphs } from '../form/text.ts';
import { asCard, type Card, fitting } from './card-size.ts';

export type { Card } from './card-size.ts';

/** What a card shows of a dossier that it follows, or of which it is a form. `holdsTyped`: also what somebody typed, which is nowhere else. */
export type Drawn = Pick<ShownCard, 'version' | 'notice' | 'form'> & {
  number: CaseNumber;
  shows: 'case' | 'receipt' | 'form';
  holdsTyped?: boolean;
};

const drawn = new WeakMap<Card, Drawn>();

/** Notes what a card shows, and returns it. */
export function follows(card: Card, what: Drawn): Card {
  drawn.set(card, what);
  return card;
}

/** Returns what a card shows of a dossier; undefined for a card that does not follow one. */
export const drawnOf = (card: Card): Drawn | undefined => drawn.get(card);

/** Fills a part of a template from the data. */
type Fill = (data: unknown) => unknown;

type Element = Record<string, unknown>;

/**
 * Reads and compiles a card template of the folder cards/ once, to a function from its data to the card. `Data` must have every
 * field that the template names: a missing one is a TypeError. Text in the data is never read as a template, and `{{DATE(...)}}`
 * in it is never computed. `fit` makes the card fit in a message.
 *
 * Templates are written in the Adaptive Card Templating language, of which these parts are understood: `${path}`,
 * `${$data}`, `$data`, and `$when` with the conditions of `condition`. Anything else is refused when the template is read.
 */
export function template<Data extends object>(name: string, fit = fitting): (data: Data) => Card {
  const fill = compiled(read(name));
  return (data) => fit(asCard(byLines(fill(data))));
}

/** Gives each line of a text a block of its own: a TextRun does not keep line ends everywhere. */
function byLines(node: unknown): unknown {
  if (Array.isArray(node)) return node.flatMap((one) => linesIn(one) ?? [byLines(one)]);
  if (!isElement(node)) return node;
  const { body, items } = node;
  return {
    ...node,
    ...(body !== undefined && { body: byLines(body) }),
    ...(items !== undefined && { items: byLines(items) }),
  };
}

/** Returns the blocks of an element with a text of several lines; undefined for another. */
function linesIn(node: unknown): Element[] | undefined {
  if (!isElement(node) || node.type !== 'RichTextBlock' || !Array.isArray(node.inlines)) return undefined;
  const [run, ...others] = node.inlines;
  if (others.length > 0 || !isElement(run) || !String(run.text).includes('\n')) return undefined;
  return paragraphs(String(run.text)).map((line, index) => ({
    ...node,
    ...(index > 0 && { spacing: 'Small' }),
    inlines: [{ ...run, text: line }],
  }));
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../cards/${name}.json`, import.meta.url), 'utf8'));

/** Reads the labels of the fields for text in a card template, by their ids. */
export const labelsIn = (name: string): Record<string, string> => Object.fromEntries(textLabels(read(name)));

function textLabels(node: unknown): [id: string, label: string][] {
  if (Array.isArray(node)) return node.flatMap(textLabels);
  if (!isElement(node)) return [];
  return node.type === 'Input.Text'
    ? [[String(node.id), String(node.label)]]
    : Object.values(node).flatMap(textLabels);
}

/** Compiles a template of that language, without `fit`; exported to be compared with the engine of Microsoft. */
export function compiled(node: unknown): Fill {
  if (typeof node === 'string') return text(node);
  if (Array.isArray(node)) return list(node);
  return isElement(node) ? element(node) : () => node;
}

/** Compiles an array: each member becomes none, one or several. */
function list(nodes: readonly unknown[]): Fill {
  const members = nodes.map((node) => (isElement(node) ? repeated(node) : compiled(node)));
  return (data) => {
    const filled: unknown[] = [];
    for (const member of members) {
      const found = member(data);
      if (Array.isArray(found)) filled.push(...found);
      else filled.push(found);
    }
    return filled;
  };
}

/** Compiles a member of an array: absent where its `$when` does not hold, and once for each item of its `$data`. */
function repeated({ $data, $when, ...rest }: Element): Fill {
  const fill = element(rest);
  if ($data === undefined && $when === undefined) return fill;
  const scope = $data === undefined ? (data: unknown) => data : value($data);
  const holds = $when === undefined ? () => true : condition($when);
  return (data) => [scope(data)].flat().filter(holds).map(fill);
}

/** Compiles an object: a copy of it, in which the fields with an expression in them are filled. */
function element(node: Element): Fill {
  const fields = Object.entries(node)
    .filter(([, field]) => holdsExpression(field))
    .map(([key, field]) => [key, compiled(field)] as const);
  return (data) => {
    const filled = { ...node };
    for (const [key, fill] of fields) filled[key] = fill(data);
    return filled;
  };
}

const holdsExpression = (node: unknown): boolean => JSON.stringify(node).includes('${');

/** Compiles text: a single expression keeps the type of its value; within other text it is converted to text. */
function text(source: string): Fill {
  if (/^\$\{[^}]*\}$/.test(source)) return shown(source);
  const parts = source.split(/(\$\{[^}]*\})/).map((part, i) => (i % 2 ? shown(part) : () => part));
  return parts.length === 1 ? () => source : (data) => parts.map((part) => String(part(data))).join('');
}

/** Compiles `${path}` where it is shown: nothing in it is computed by the renderer. */
function shown(expression: string): Fill {
  const fill = value(expression);
  return (data) => literally(fill(data));
}

/** Compiles `${path}`: a field of the data, or of a field of it; `${$data}` is the data itself. */
function value(expression: unknown): Fill {
  const [, path] = /^\$\{([\w.]+|\$data)\}$/.exec(String(expression)) ?? [];
  if (path === undefined) throw new SyntaxError(`no expression of a card template: ${expression}`);
  if (path === '$data') return (data) => data;
  const names = path.split('.');
  return names.length === 1 ? (data) => fieldOf(data, path) : (data) => names.reduce(fieldOf, data);
}

function fieldOf(data: unknown, name: string): unknown {
  const found = isElement(data) ? data[name] : undefined;
  if (found === undefined) throw new TypeError(`a card has no '${name}' to show`);
  return found;
}

/** Compiles what `$when` may say: `path == 'text'`, `path != 'text'`, `count(path) == 0`, `count(path) > 0`. */
function condition(expression: unknown): (data: unknown) => boolean {
  const [, compared, operator, expected, counted, sign] =
    /^\$\{(?:([\w.]+) (==|!=) '([^']*)'|count\(([\w.]+)\) (==|>) 0)\}$/.exec(String(expression)) ?? [];
  if (compared) {
    const actual = value(`\${${compared}}`);
    return (data) => (actual(data) === expected) === (operator === '==');
  }
  if (!counted) throw new SyntaxError(`no condition of a card template: ${expression}`);
  const items = value(`\${${counted}}`);
  return (data) => ([items(data)].flat().length === 0) === (sign === '==');
}

const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

function literally(value: unknown): unknown {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return value.map(literally);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, literally(field)]));
}
