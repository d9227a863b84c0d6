import assert from 'node:assert/strict';
import { subjects, subjectsIn, subjectsOf } from '../../src/letters/subjects.ts';

describe('the list of subjects', () => {
  it('is that of letters/onderwerpen.txt, in its order', () => {
    assert.deepEqual(subjects, [
      'Bejegening',
      'Deskundigheid',
      'Tijdigheid',
      'Informatie',
      'Bereikbaarheid',
      'Kosten',
      'Overig',
    ]);
  });

  it('may come from any editor, with remarks and empty lines', () => {
    const text = '\uFEFF# Onze onderwerpen\r\n\r\n  Bejegening \r\n#Kosten\r\nVervoer  en parkeren';
    assert.deepEqual(subjectsOf(text), ['Bejegening', 'Vervoer en parkeren']);
  });

  it('is refused in plain words when it is empty, has a subject twice or too long, or is no text', () => {
    assert.throws(() => subjectsOf('# Nog niets\n\n'), /has no subject: write at least one/);
    assert.throws(() => subjectsOf('Kosten\nOverig\nkosten'), /has a subject twice: kosten/);
    assert.throws(() => subjectsOf('x'.repeat(41)), /has a subject of more than 40 characters: xxx/);
    assert.deepEqual(subjectsOf('x'.repeat(40)).length, 1);
    assert.throws(() => subjectsOf(Buffer.from([0x4b, 0xe9, 0x0a]).toString('utf8')), /is no plain text/);
  });

  it('is refused with the name of its file, also where that is not there', () => {
    assert.throws(() => subjectsIn('weg.txt'), /^Error: letters\/weg\.txt: .*ENOENT/);
    assert.throws(() => subjectsIn('README.md'), /^Error: letters\/README\.md: has a subject/);
  });
});
