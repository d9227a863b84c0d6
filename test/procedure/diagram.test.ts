import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { stages } from '../../src/procedure/model/complaint.ts';
import { steps } from '../../src/procedure/steps.ts';
import { complaintAfter, registered } from './given.ts';

const readme = readFileSync(new URL('../../src/procedure/README.md', import.meta.url), 'utf8');
const diagram = /```mermaid\nstateDiagram-v2\n(.*?)```/s.exec(readme)?.[1] ?? assert.fail('no state diagram');

/** `from step to`, of each arrow and each step beside it; a name has no hyphen in Mermaid. */
const drawn = diagram.split('\n').flatMap((line) => {
  const [, from, to, label] = /^\s*(\S+) --> (\S+) : (.+)$/.exec(line) ?? [];
  const name = (text = '') => text.replace('_', '-');
  return label?.split(', ').map((step) => `${name(from)} ${step} ${name(to)}`) ?? [];
});

const moves = Object.entries(steps).flatMap(([step, { moves }]) =>
  Object.entries(moves).flatMap(([stage, to]) =>
    to.filter((one) => one !== stage).map((one) => `${stage} ${step} ${one}`),
  ),
);

const beginnings = [false, true].map(
  (remedied) => `[*] register ${complaintAfter(registered({ remedied })).stage}`,
);

describe('the state diagram of the regulation', () => {
  it('draws every move of the transition table, and no other', () => {
    assert.deepEqual(drawn.toSorted(), [...moves, ...beginnings].toSorted());
  });

  it('draws each move once', () => assert.equal(new Set(drawn).size, drawn.length));

  it('has every stage', () => {
    for (const stage of stages) assert(diagram.includes(stage.replace('-', '_')), stage);
  });
});

describe('the README of the procedure', () => {
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
