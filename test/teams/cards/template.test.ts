import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import fc from 'fast-check';
import { compiled } from '../../../src/teams/cards/template.ts';

type Node = Record<string, unknown>;

const folder = new URL('../../../cards/', import.meta.url);
const isNode = (node: unknown): node is Node => typeof node === 'object' && node !== null;

/** Values of a field: nothing, what looks like an expression, several lines. */
const text = fc.oneof(fc.constantFrom('', 'ballance', '${x}', "it's `code`\n{{name}}"), fc.string());

type Fields = Record<string, fc.Arbitrary<unknown>>;

/** The arbitrary data of one scope, from the expressions of the template in it. */
function dataFor(part: unknown): fc.Arbitrary<unknown> {
  const fields: Fields = {};
  const inner: Record<string, Fields> = {};
  let isText = false;

  function name(path: string): void {
    const [first = '', second] = path.split('.');
    if (path === '$data') isText = true;
    else if (second === undefined) fields[first] ??= text;
    else inner[first] = { ...inner[first], [second]: text };
  }

  function walk(node: unknown): void {
    if (typeof node === 'string') for (const [, path = ''] of node.matchAll(/\$\{([\w.$]+)[ }]/g)) name(path);
    if (typeof node === 'string')
      for (const [, path = ''] of node.matchAll(/count\((\w+)\)/g))
        fields[path] ??= fc.array(text, { maxLength: 2 });
    if (!isNode(node)) return;
    const { $data, ...rest } = node;
    if ($data === undefined) for (const field of Object.values(rest)) walk(field);
    else fields[String($data).slice(2, -1)] = fc.array(dataFor(rest), { maxLength: 3 });
  }

  walk(part);
  for (const [first, of] of Object.entries(inner)) fields[first] = fc.record(of);
  return isText ? text : fc.record(fields);
}

describe('card templates', () => {
  for (const file of readdirSync(folder))
    it(`are filled as by the engine of Microsoft, whatever the data: ${file}`, () => {
      const source = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      const fill = compiled(source);
      fc.assert(
        fc.property(dataFor(source), (data) => {
          const expected = new Template(source).expand({ $root: data });
          assert.deepEqual(JSON.parse(JSON.stringify(fill(data))), JSON.parse(JSON.stringify(expected)));
        }),
        { numRuns: 20 },
      );
    });

  it('are refused when they are read where they say what is not understood', () => {
    for (const node of ['${if(a, b, c)}', 'a ${b c}', [{ $when: '${a > 1}' }], [{ $data: 'a' }]])
      assert.throws(() => compiled(node), SyntaxError);
  });

  it('are not filled without a field that they name', () => {
    for (const node of ['${a}', 'a ${b.c}', [{ $when: "${a != ''}" }], [{ $data: '${a}' }]])
      assert.throws(() => compiled(node)({ b: {} }), TypeError);
  });
});
