import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import jszip from 'jszip';
import { letterhead } from '../../src/letters/letterhead.ts';
import { wordLetter, wordReport } from '../../src/letters/word.ts';
import { ballance } from './an-organisation.ts';
import { unzipped } from './unzipped.ts';
import { asInWord, wordText } from './word-text.ts';

const ours = readFileSync(new URL('../../letters/briefpapier.docx', import.meta.url));

/** Our letterhead, after somebody changed the parts that `changes` names. */
async function changed(changes: Record<string, (xml: string) => string>): Promise<Buffer> {
  const zip = await jszip.loadAsync(ours);
  for (const [part, change] of Object.entries(changes))
    zip.file(part, change((await zip.file(part)?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const inDocument = (change: (xml: string) => string) => changed({ 'word/document.xml': change });

const text =
  'Kerkstraat 1\n\n1 april 2026\n\nOnderwerp: een brief\n\nGeachte,\n\nHebt u vragen?\nBel ons.\n- een\n- twee';

const written = async (file: Buffer): Promise<Buffer> =>
  wordLetter(text, 'Brief', { number: 'K-2026-0001', organisation: ballance, letterhead: letterhead(file) });

describe('a letterhead that somebody changed', () => {
  it('is refused in plain words when it is no Word file, is cut off or has a password', () => {
    for (const file of [
      Buffer.of(),
      Buffer.from('Geachte,'),
      ours.subarray(0, 5000),
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ])
      assert.throws(
        () => letterhead(file),
        /^Error: is no Word file \(\.docx\), is damaged, or has a password$/,
      );
  });

  it('is refused without a place for the letter', async () => {
    const file = await inDocument((xml) => xml.replace('{{brief}}', ''));
    assert.throws(() => letterhead(file), /has no \{\{brief\}\}, the place for the text of the letter/);
  });

  it('is refused when the letter would stand in a sentence, in a header, or twice', async () => {
    const files = [
      await inDocument((xml) => xml.replace('{{brief}}', 'Hier: {{brief}}')),
      await inDocument((xml) => xml.replace('{{vandaag}}', '{{brief}}')),
      await changed({
        'word/document.xml': (xml) => xml.replace('{{brief}}', ''),
        'word/header1.xml': (xml) =>
          xml.replace('{{nummer}}', '{{brief}}').replace('{{postadres Ballance}}', '{{brief}}'),
      }),
    ];
    for (const file of files)
      assert.throws(() => letterhead(file), /must have \{\{brief\}\} once, on a line of its own/);
  });

  it('is refused when it asks for what no letter knows', async () => {
    const file = await inDocument((xml) => xml.replace('{{vandaag}}', '{{datum}}'));
    assert.throws(() => letterhead(file), /names what no letter knows: datum/);
  });

  it('is read as Word saves it: a place in pieces, spaces in it, and styles that are named in Dutch', async () => {
    const file = await changed({
      'word/document.xml': (xml) =>
        xml
          .replace(
            '{{brief}}',
            '{{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> br</w:t></w:r><w:r><w:t>ief }}',
          )
          .replace('{{vandaag}}', '{{ vandaag }}'),
      'word/styles.xml': (xml) =>
        xml.replaceAll('"Heading1"', '"Kop1"').replaceAll('"ListBullet"', '"Lijstopsomteken"'),
    });
    const word = await written(file);
    const xml = unzipped(word).get('word/document.xml') ?? '';
    assert.match(xml, /<w:pStyle w:val="Kop1"\/>(?:(?!<\/w:p>).)*Hebt u vragen\?/);
    assert.match(xml, /<w:pStyle w:val="Lijstopsomteken"\/>(?:(?!<\/w:p>).)*twee/);
    assert.equal(wordText(word).replaceAll(/^(een|twee)$/gm, '- $1'), asInWord(text));
  });

  it('draws lists also without a style for them', async () => {
    const file = await changed({
      'word/styles.xml': (xml) =>
        xml.replace(/<w:style [^>]*w:styleId="List(Bullet|Number)".*?<\/w:style>/gs, ''),
    });
    const xml = unzipped(await written(file)).get('word/document.xml') ?? '';
    assert.equal(xml.match(/<w:numPr>/g)?.length, 2);
  });

  it('loses nothing that it has no place for: addressee, date and subject, also of a report', async () => {
    const file = await inDocument((xml) => xml.replace(/\{\{(?!brief)[^}]*\}\}/g, ''));
    assert.equal(
      wordText(await written(file)),
      `Ons kenmerk: \n${asInWord(text).replace(/Ons kenmerk: .*\n/, '')}`,
    );
    const facts = { number: 'K-2026-0001', organisation: ballance, today: '2026-04-21' } as const;
    const report = await wordReport('Inzage', [{ heading: 'Kop', lines: ['regel'] }], {
      ...facts,
      letterhead: letterhead(file),
    });
    assert.equal(wordText(report), 'Ons kenmerk: \n21 april 2026\nInzage\nKop\nregel');
  });

  it('keeps what somebody added: a logo, a footer, a sentence', async () => {
    const file = await changed({
      'word/document.xml': (xml) => xml.replace('Ons kenmerk: ', 'Kamer van Koophandel 12345678, kenmerk '),
      'word/footer1.xml': (xml) => xml.replace('Pagina ', 'Een nieuwe voet, pagina '),
    });
    const word = await written(file);
    assert.match(wordText(word), /Kamer van Koophandel 12345678, kenmerk K-2026-0001/);
    assert.match(unzipped(word).get('word/footer1.xml') ?? '', /Een nieuwe voet, pagina /);
  });
});
