import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import { wordLetter } from '../../src/letters/word.ts';
import { letterFileName, letterNames } from '../../src/letters/words.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import { aComplaint, facts } from './a-complaint.ts';
import { ballance } from './an-organisation.ts';
import { unzipped } from './unzipped.ts';
import { asInWord, wordText } from './word-text.ts';

const word = (text: string, title = 'Brief') =>
  wordLetter(text, title, { number: 'K-2026-0001', organisation: ballance });

const address = 'Kerkstraat 1\n6811 AB Arnhem';
const letter = () =>
  draftLetter('acknowledgement', aComplaint({ complainant: { name: 'Mevrouw Van Dam', address } }), facts());

describe('a letter as a Word file', () => {
  it('holds the text to the letter, in its order', async () => {
    for (const kind of letterKinds) {
      for (const complainant of [{ name: 'Mevrouw Van Dam' }, { name: 'Mevrouw Van Dam', address }]) {
        const text = draftLetter(kind, aComplaint({ complainant }), facts());
        assert.equal(wordText(await word(text)), asInWord(text));
      }
    }
  });

  it('stands on the letterhead, which says how Ballance is reached and which complaint it is', async () => {
    const files = [...unzipped(await word(letter()))].filter(([name]) => name.startsWith('word/header'));
    const heads = files.map(([, xml]) => xml).join('\n');
    for (const part of [ballance.address, ballance.email, ballance.phone, 'K-2026-0001'])
      assert.ok(heads.includes(part), part);
    assert.doesNotMatch(heads, /\{\{/);
  });

  it('has the headings of the letter as headings, and its lists as lists, in the styles of the letterhead', async () => {
    const xml = unzipped(await word(letter())).get('word/document.xml') ?? '';
    const styled = (style: string) =>
      [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)]
        .map(([paragraph]) => paragraph)
        .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
        .map((paragraph) => paragraph.replace(/<[^>]*>/g, ''));
    assert.deepEqual(styled('Heading1'), [
      'Waar gaat uw klacht over?',
      'Wie behandelt uw klacht?',
      'Hoe gaat het verder?',
      'U mag zich laten bijstaan',
      'Wie ziet uw klacht, en hoe lang bewaren wij die?',
      'Hebt u vragen?',
    ]);
    assert.ok(styled('ListBullet').some((line) => line.startsWith('Uiterlijk ')));
    assert.ok(styled('ListBullet').every((line) => !line.startsWith('-')));
    assert.deepEqual(styled('Onderwerp'), ['Onderwerp: ontvangst van uw klacht K-2026-0001']);
  });

  it('keeps the closing words and the signature below them on one page', async () => {
    const xml = unzipped(await word(letter())).get('word/document.xml') ?? '';
    assert.match(xml, /<w:pStyle w:val="Closing"\/><w:keepNext\/>(?:(?!<\/w:p>).)*Met vriendelijke groet,/s);
    assert.match(xml, /<w:pStyle w:val="Signature"\/>(?:(?!<\/w:p>).)*Lars Brouwer/s);
  });

  it('begins each list of numbers at 1, and leaves a number that counts nothing where it stands', async () => {
    const text = 'Eerst\n1. een\n2. twee\n\nDan\n1. drie\n3. april was het.\n12. mei ook.';
    const file = await word(text);
    assert.equal(
      wordText(file),
      'Ons kenmerk: K-2026-0001\nEerst\n1. een\n2. twee\nDan\n1. drie\n3. april was het.\n12. mei ook.',
    );
    const lists = [
      ...(unzipped(file).get('word/document.xml') ?? '').matchAll(/<w:numId w:val="(\d+)"\/>/g),
    ].map(([, id]) => id);
    assert.equal(lists.length, 3);
    assert.equal(lists[0], lists[1]);
    assert.notEqual(lists[1], lists[2]);
  });

  it('is whole where somebody changed its beginning by hand', async () => {
    const text = letter().replace('Onderwerp: ', 'Betreft: ');
    assert.equal(wordText(await word(text)), asInWord(text));
  });

  it('is in Dutch, on A4, with a title and without a name of who made it', async () => {
    const files = unzipped(await word('Geachte,', 'Klacht K-2026-0001'));
    assert.match(files.get('word/styles.xml') ?? '', /<w:lang w:val="nl-NL"/);
    assert.match(files.get('word/document.xml') ?? '', /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(files.get('docProps/core.xml') ?? '', /<dc:title>Klacht K-2026-0001<\/dc:title>/);
    assert.match(files.get('docProps/core.xml') ?? '', /<dc:creator>Ballance<\/dc:creator>/);
    assert.match(files.get('docProps/core.xml') ?? '', /<cp:lastModifiedBy>Ballance<\/cp:lastModifiedBy>/);
  });

  it('takes markup, emoji and right-to-left text literally', async () => {
    const text = '<w:p>&amp; "x" \'y\' ${z} {w}\n😀👩‍👩‍👧\nשלום \u202Eمرحبا\n  twee  spaties\tmet tab ';
    assert.equal(wordText(await word(text, text)), asInWord(text));
  });

  it('shows what somebody typed that looks like a place of the letterhead', async () => {
    const text = `${letter()}\n\n{{brief}} {{ nummer }} {{e-mail Ballance}}\n{{onder\nwerp}} {\n{brief}}`;
    const seen = wordText(await word(text)).replaceAll('\u2060', '');
    assert.equal(seen, asInWord(text));
  });

  it('leaves out what no Word file can hold, and keeps the rest', async () => {
    const text = 'a\u0000b\u0001c\u001Bd\uFFFEe\uFFFF \uD83D half';
    assert.equal(wordText(await word(text, text)), asInWord('abcde \uFFFD half'));
    const xml = unzipped(await word(text, text)).get('docProps/core.xml') ?? '';
    assert(!/\p{Cc}/u.test(xml.replace(/\s/g, '')));
  });

  it('keeps lines apart however they end, also in an empty letter', async () => {
    assert.equal(wordText(await word('een\r\ntwee\rdrie\n\nvier', 'x')), asInWord('een\ntwee\ndrie\nvier'));
    assert.equal(wordText(await word('', '')), 'Ons kenmerk: K-2026-0001');
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
