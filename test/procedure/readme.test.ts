import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { diagram } from './steps-on-paper.ts';

const readme = readFileSync(new URL('../../src/procedure/README.md', import.meta.url), 'utf8');

describe('the README of the procedure', () => {
  it('draws the course of a complaint as the steps lead', () => {
    assert.equal(/```mermaid\n(.*?)\n```/s.exec(readme)?.[1], diagram());
  });

  it('names only files that are there', () => {
    const named = [
      ...readme.matchAll(/`((?:articles|test\/procedure)\/[\w/-]+(?:\.test)?\.ts|[\w-]+\.ts)`/g),
    ];
    assert(named.length > 20);
    for (const [, path = ''] of named) {
      const base = path.startsWith('test/') ? '../../' : '../../src/procedure/';
      assert.doesNotThrow(() => readFileSync(new URL(base + path, import.meta.url)), path);
    }
  });

  it('has a heading for every article of the regulation', () => {
    for (let article = 1; article <= 10; article += 1) {
      assert.match(readme, new RegExp(`^### Art\\. ${article}:`, 'm'));
    }
  });

  it('names every file of the articles, and its test', () => {
    const files = readdirSync(new URL('../../src/procedure/articles/', import.meta.url));
    for (const file of files) {
      assert(readme.includes(`\`articles/${file}\``), file);
      assert(readme.includes(`\`test/procedure/articles/${file.replace('.ts', '.test.ts')}\``), file);
    }
  });
});
