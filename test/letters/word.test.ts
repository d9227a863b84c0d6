import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import { wordLetter } from '../../src/letters/word.ts';
import { letterFileName, letterNames } from '../../src/letters/words.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import { aComplaint, facts } from './a-complaint.ts';
import { unzipped } from './unzipped.ts';
import { wordText } from './word-text.ts';

describe('a letter as a Word file', () => {
  it('holds the text to the letter, blank lines and all', async () => {
    for (const kind of letterKinds) {
      const text = draftLetter(kind, aComplaint(), facts());
      assert.equal(wordText(await wordLetter(text, 'Brief')), text);
    }
  });

  it('is in Dutch, on A4, with a title and without a name of who made it', async () => {
    const files = unzipped(await wordLetter('Geachte,', 'Klacht K-2026-0001'));
    assert.match(files.get('word/styles.xml') ?? '', /<w:lang w:val="nl-NL"/);
    assert.match(files.get('word/document.xml') ?? '', /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(files.get('docProps/core.xml') ?? '', /<dc:title>Klacht K-2026-0001<\/dc:title>/);
    assert.match(files.get('docProps/core.xml') ?? '', /<dc:creator>Ballance<\/dc:creator>/);
  });

  it('takes markup, emoji and right-to-left text literally', async () => {
    const text = '<w:p>&amp; "x" \'y\' ${z} {{w}}\n😀👩‍👩‍👧\nשלום \u202Eمرحبا\n  twee  spaties\tmet tab ';
    assert.equal(wordText(await wordLetter(text, text)), text);
  });

  it('leaves out what no Word file can hold, and keeps the rest', async () => {
    const text = 'a\u0000b\u0001c\u001Bd\uFFFEe\uFFFF \uD83D half';
    assert.equal(wordText(await wordLetter(text, text)), 'abcde \uFFFD half');
    const xml = unzipped(await wordLetter(text, text)).get('docProps/core.xml') ?? '';
    assert(!/\p{Cc}/u.test(xml.replace(/\s/g, '')));
  });

  it('keeps lines apart however they end, also in an empty letter', async () => {
    assert.equal(wordText(await wordLetter('een\r\ntwee\rdrie\n\nvier', 'x')), 'een\ntwee\ndrie\n\nvier');
    assert.equal(wordText(await wordLetter('', '')), '');
  });
});

describe('the name of the file', () => {
  it('tells the number and the letter, and names nobody', () => {
    assert.equal(letterFileName('K-2026-0001', 'acknowledgement'), 'K-2026-0001-ontvangstbevestiging.docx');
    for (const kind of letterKinds)
      assert.match(letterFileName('K-2026-0001', kind), /^K-2026-0001-[a-z]+(-[a-z]+)*\.docx$/);
    assert.equal(new Set(Object.values(letterNames)).size, letterKinds.length);
  });
});
