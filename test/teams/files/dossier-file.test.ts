import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDocumentId } from '../../../src/procedure/model/document.ts';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import { documentsPath } from '../../../src/store/documents-folder.ts';
import { offeredFile } from '../../../src/teams/files/file-consent.ts';
import { wordText } from '../../letters/word-text.ts';
import { fatima, joris, lars, sanne } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { inPieces, ofEachKind } from '../../register/some-documents.ts';
import { aChat, type Chat } from '../a-chat.ts';
import { opened } from './opened-file.ts';

const pdf = ofEachKind.pdf ?? Buffer.alloc(0);
const letter = 'Geachte heer Brouwer, er wordt niet teruggebeld.';

describe('a dossier with documents, as a file', () => {
  let chat: Chat;

  beforeEach(async () => {
    chat = await aChat();
    await add(letter, 'Klacht.txt', 'complainant');
    await add(pdf, 'Rooster van Joris.pdf', 'colleague');
  });
  afterEach(closeOffices);

  async function add(content: Buffer | string, named: string, from: 'complainant' | 'colleague') {
    const received = await chat.ours.documents.receive(inPieces(content), named);
    await chat.ours.documents.add(received, { number: chat.number, from, by: lars });
  }

  const whole = (by = lars) => offeredFile({ number: chat.number, letter: 'dossier' }, by, chat.office);

  it('is one ZIP with the summary, the letters as sent, the statements, the log, the documents and their hashes', async () => {
    await chat.take('Verklaring vastleggen', { 'Van wie': 'Klager', Verklaring: 'Ik belde drie keer.' });
    await chat.take('Ontvangst bevestigen', { Brief: 'Geachte mevrouw,\nDank u.' });
    const file = await whole();
    assert.equal(file.name, 'K-2026-0001-dossier.zip');
    const files = await opened(file);
    assert.deepEqual([...files.keys()].sort(), [
      'K-2026-0001-logboek.docx',
      'K-2026-0001-samenvatting.docx',
      'K-2026-0001-verklaringen.docx',
      'brieven/01-2026-04-01-K-2026-0001-ontvangstbevestiging.docx',
      'documenten/K-2026-0001-document-1.txt',
      'documenten/K-2026-0001-document-2.pdf',
      'sha256.txt',
    ]);
    assert.equal(files.get('documenten/K-2026-0001-document-1.txt')?.toString(), letter);
    assert.ok(files.get('documenten/K-2026-0001-document-2.pdf')?.equals(pdf));
    const text = (name: string) => wordText(files.get(`K-2026-0001-${name}.docx`) ?? assert.fail(name));
    assert.match(text('samenvatting'), /Klager: Mevrouw Pietersen[\s\S]*Er werd drie keer niet teruggebeld/);
    assert.match(text('samenvatting'), /Document 2: Rooster van Joris\.pdf \(pdf, 4 kB\), van Ballance/);
    assert.match(text('verklaringen'), /De klager, woensdag 1 april 2026\s+Ik belde drie keer\./);
    assert.match(text('logboek'), /Het hele dossier als bestand gevraagd, met 2 documenten\./);
    const hashes = files.get('sha256.txt')?.toString().trim().split('\n') ?? [];
    assert.equal(hashes.length, files.size - 1);
    for (const line of hashes) {
      const [sha256 = '', name = ''] = line.split('  ');
      assert.equal(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
        sha256,
        name,
      );
    }
  });

  it('has a text that was made illegible in no part of it, nor has “Inzage”: not in letters, names of documents or the log', async () => {
    const bsn = /111\D?222\D?333/;
    const reason = 'Hoort er niet in.';
    const meant = { 'Hoort het nummer in het dossier?': 'true' };
    await add(pdf, 'Paspoort 111222333.pdf', 'colleague');
    const taken = async (title: string, typed: Record<string, string>) => {
      await chat.take(title, typed);
      if ('Hoort het nummer in het dossier?' in chat.fields()) await chat.press(title, meant);
    };
    await taken('Notitie toevoegen', { Notitie: 'Haar nummer is 111 222 333.' });
    await taken('Verklaring vastleggen', { 'Van wie': 'Klager', Verklaring: 'Ik ben 111.222.333.' });
    await taken('Ontvangst bevestigen', { Brief: 'Geachte mevrouw,\nU bent 111222333.' });
    assert.ok([...(await texts())].some(([, text]) => bsn.test(text)));
    await taken('Tekst onleesbaar maken', { 'Welke tekst?': '111222333', Reden: reason });
    const data = { number: chat.number, version: await chat.version(), form: 'agreed' };
    await chat.pressAs(fatima, { verb: 'answer-redaction', data }, { agrees: 'yes' });
    const files = await texts();
    for (const [name, text] of files) assert.doesNotMatch(`${name}\n${text}`, bsn, name);
    const all = [...files.values()].join('\n');
    assert.ok(all.split('[onleesbaar gemaakt]').length > 5, all);
  });

  /** Reads the texts of the whole dossier and of what the complainant may have of it, by the names of the files. */
  async function texts(): Promise<Map<string, string>> {
    const disclosed = await offeredFile({ number: chat.number, letter: 'disclosure' }, lars, chat.office);
    const files = new Map([...(await opened(await whole())), ...(await opened(disclosed))]);
    return new Map(
      [...files].map(([name, bytes]) => [
        name,
        name.endsWith('.docx') ? wordText(bytes) : bytes.toString('latin1'),
      ]),
    );
  }

  it('has the letters in its log line by line, however long', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `Regel ${index + 1}.`);
    await chat.take('Ontvangst bevestigen', { Brief: `- eerste\n- tweede\n\n${lines.join('\n')}` });
    const log = (await opened(await whole())).get('K-2026-0001-logboek.docx') ?? assert.fail();
    const text = wordText(log);
    assert.match(text, new RegExp(lines.map((line) => line.replace('.', '\\.')).join('\\n')));
  });

  it('is for who handles it, is journalled each time, and says what is missing', async () => {
    const before = await chat.dossier();
    for (const person of [sanne, joris, fatima])
      await assert.rejects(whole(person), (error) => error instanceof Refusal);
    assert.deepEqual(await chat.dossier(), before);
    const [{ id } = assert.fail()] = before.complaint.documents ?? [];
    assert.ok(isDocumentId(id));
    rmSync(join(documentsPath(chat.ours.path), id));
    const log = chat.ours.log;
    log.error = () => {};
    const files = await opened(await whole());
    assert.ok(!files.has('documenten/K-2026-0001-document-1.txt'));
    assert.match(files.get('sha256.txt')?.toString() ?? '', /^# Document 1 ontbreekt/m);
    const { journal } = await chat.dossier();
    assert.deepEqual(
      journal.slice(before.journal.length).map(({ type, erasable }) => [type, erasable?.by.id]),
      [['dossier-exported', lars.id]],
    );
  });

  it('says that a document was removed, and neither counts it as missing nor says what it was called', async () => {
    const [{ id, sha256 } = assert.fail()] = (await chat.dossier()).complaint.documents ?? [];
    await chat.take('Document verwijderen', {
      'Welk document hoort hier niet?': id,
      Reden: 'Hoort bij een andere klacht.',
    });
    const card = await chat.open();
    assert.ok(card);
    const words =
      /Document 1:\s+Verwijderd op woensdag 1 april 2026; txt, van de klager, toegevoegd op woensdag/;
    assert.match(chat.text(), words);
    assert.match(chat.text(), /Document verwijderd, van de klager\./);
    assert.match(chat.text(), /Reden: Hoort bij een andere klacht\./);
    assert.ok(!chat.text().includes('Klacht.txt'), chat.text());
    const files = await opened(await whole());
    assert.deepEqual(
      [...files.keys()].filter((name) => name.startsWith('documenten/')),
      ['documenten/K-2026-0001-document-2.pdf'],
    );
    const hashes = files.get('sha256.txt')?.toString().split('\n') ?? [];
    assert.deepEqual(
      hashes.filter((line) => line.startsWith('#')),
      [`# Document 1 is verwijderd op woensdag 1 april 2026; SHA-256: ${sha256}`],
    );
    for (const name of ['samenvatting', 'logboek']) {
      const text = wordText(files.get(`K-2026-0001-${name}.docx`) ?? assert.fail(name));
      assert.ok(!text.includes('Klacht.txt'), text);
      assert.match(text, /[Vv]erwijderd/);
    }
    const given = await offeredFile({ number: chat.number, letter: 'disclosure' }, lars, chat.office);
    assert.ok('bytes' in given, 'nothing is left to put beside the report');
    assert.match(
      wordText(Buffer.from(given.bytes)),
      /Uw documenten\s+Document 1: een document dat wij op woensdag 1 april 2026 verwijderden, toegevoegd op/,
    );
  });

  it('is offered on the card of its handler, with what is in it and that it is journalled', async () => {
    const card = await chat.open();
    assert.ok(card);
    assert.match(
      chat.text(),
      /Klacht\.txt \(txt, 1 kB\), van de klager, toegevoegd op woensdag 1 april 2026/,
    );
    await chat.press('Dossier als bestand');
    assert.match(chat.text(), /Neem je het aan, dan staat dat in het logboek/);
    assert.equal((await chat.dossier()).journal.at(-1)?.type, 'document-added');
  });

  it('gives the complainant, with "Inzage", the documents that came from them and no other', async () => {
    const file = await offeredFile({ number: chat.number, letter: 'disclosure' }, lars, chat.office);
    assert.equal(file.name, 'K-2026-0001-inzage.zip');
    const files = await opened(file);
    assert.deepEqual([...files.keys()].sort(), [
      'K-2026-0001-inzage.docx',
      'documenten/K-2026-0001-document-1.txt',
    ]);
    const text = wordText(files.get('K-2026-0001-inzage.docx') ?? assert.fail());
    assert.match(
      text,
      /Uw documenten\s+Document 1: Klacht\.txt, toegevoegd op woensdag 1 april 2026 \(SHA-256: [0-9a-f]{64}\)/,
    );
    assert.ok(!text.includes('Rooster'), text);
  });
});
