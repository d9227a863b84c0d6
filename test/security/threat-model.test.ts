import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('SECURITY.md', root), 'utf8');
const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| who |'));
const named = (line: string): string[] =>
  [...line.matchAll(/`(test\/[\w/.-]+)`/g)].map(([, path = '']) => path);

describe('the threat model in SECURITY.md', () => {
  it('names for every threat a test that exists', () => {
    assert.ok(rows.length > 10);
    for (const row of rows) {
      assert.ok(named(row).length > 0, row);
      for (const path of named(row)) assert.ok(existsSync(new URL(path, root)), path);
    }
  });

  it('names every test of security', () => {
    const tests = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.ts'));
    const others = tests.filter((name) => !text.includes(`test/security/${name}`));
    assert.deepEqual(others, ['threat-model.test.ts']);
  });

  it('names only files of the source that exist', () => {
    for (const [, path = ''] of text.matchAll(/`([\w-]+(?:\/[\w-]+)*\.ts)`/g))
      if (!path.startsWith('test/')) assert.ok(existsSync(new URL(`src/${path}`, root)), path);
  });
});
