import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { onPaper } from './steps-on-paper.ts';

const golden = new URL('../golden/steps.md', import.meta.url);

describe('the steps of the procedure', () => {
  it('are those that were read beside the regulation: who may take them, from where, to where', () => {
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, onPaper());
    assert.equal(onPaper(), readFileSync(golden, 'utf8'));
  });
});
