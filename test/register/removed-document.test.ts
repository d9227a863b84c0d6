import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sharedWith } from '../../src/procedure/articles/documents.ts';
import type { ReceivedDocument } from '../../src/procedure/model/document.ts';
import { illegible } from '../../src/procedure/model/redaction.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { wholeRegister } from '../../src/register/export.ts';
import { copyDocumentsOf, documentFlawsOf } from '../../src/register/integrity/documents-in-place.ts';
import { flawOf, verify } from '../../src/register/integrity/verify.ts';
import { readMemo } from '../../src/register/model/memo.ts';
import { waitingDocuments } from '../../src/register/model/waiting-documents.ts';
import { documentsFolder, documentsPath } from '../../src/store/documents-folder.ts';
import { aFolder } from '../a-folder.ts';
import { addNote, registration, removeDocument, requestStatement, setHold } from '../procedure/asked.ts';
import { joris, lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';
import { inPieces, ofEachKind } from './some-documents.ts';

type Office = ReturnType<typeof anOffice>;

const K1 = 'K-2026-0001';
const typed = 'Diagnose van Pietje Puk';

const files = ({ path }: Office): string[] =>
  existsSync(documentsPath(path)) ? readdirSync(documentsPath(path)).sort() : [];

const waiting = async ({ store }: Office) => (await readMemo(store, waitingDocuments)).content ?? [];

const dossierOf = async (office: Office) => (await office.dossier(K1)) ?? assert.fail();

/** Every byte that SQLite has on disk: the file and its log. */
const bytesOf = ({ path }: Office): string =>
  [path, `${path}-wal`]
    .filter((one) => existsSync(one))
    .map((one) => readFileSync(one, 'latin1'))
    .join('');

// AVG, article 5 (minimal data) and 17.
describe('a document that was removed', () => {
  afterEach(closeOffices);

  /** Registers a complaint about Joris with two documents, of which the first is wrong and shared with him. */
  async function withTwo() {
    const office = anOffice();
    await office.file({ ...registration, respondents: [joris] }, '1', sanne);
    const [wrong, right] = [
      await office.documents.receive(inPieces(ofEachKind.pdf ?? ''), `${typed}.pdf`),
      await office.documents.receive(inPieces(ofEachKind.txt ?? ''), 'Klacht.txt'),
    ];
    for (const one of [wrong, right])
      await office.documents.add(one, { number: K1, from: 'complainant', by: lars });
    await office.execute(requestStatement({ documents: [wrong.id, right.id] }));
    return { office, wrong, right };
  }

  const removes = (office: Office, { id }: Pick<ReceivedDocument, 'id'>) =>
    office.execute(removeDocument({ document: id }));

  it('is gone with its name: from where documents are kept, and from every byte of the register', async () => {
    const { office, wrong, right } = await withTwo();
    assert.ok(bytesOf(office).includes(typed));
    await removes(office, wrong);
    assert.deepEqual([files(office), await waiting(office)], [[right.id], []]);
    const stored = await dossierOf(office);
    assert.ok(!JSON.stringify(stored).includes(typed));
    assert.ok(!bytesOf(office).includes(typed));
    assert.equal(await office.folder.read(wrong.id), undefined);
    for (const by of [lars, joris])
      await assert.rejects(
        office.documents.read(K1, wrong.id, by),
        (error) => error instanceof Refusal && error.code === 'unknown-document',
      );
    assert.deepEqual(
      sharedWith(joris, stored.complaint).map(({ id }) => id),
      [right.id],
    );
    assert.equal((await office.documents.read(K1, right.id, lars)).fileName, `${K1}-document-2.txt`);
  });

  it('leaves in the journal its hash, who removed it, when and why, and the register whole', async () => {
    const { office, wrong } = await withTwo();
    const before = (await dossierOf(office)).journal;
    await removes(office, wrong);
    await office.execute(addNote());
    const dossier = await dossierOf(office);
    const entry = dossier.journal.find(({ type }) => type === 'document-removed');
    assert.equal(entry?.erasable?.by.id, lars.id);
    assert.deepEqual(entry.erasable.personal, {
      id: wrong.id,
      sha256: wrong.sha256,
      reason: 'Hoort bij een andere klacht.',
    });
    assert.deepEqual(
      dossier.journal.slice(0, before.length).map(({ hash }) => hash),
      before.map(({ hash }) => hash),
    );
    assert.deepEqual(
      dossier.complaint.documents?.map(({ name, removedOn }) => [name, removedOn]),
      [
        [illegible, '2026-04-01'],
        ['Klacht.txt', undefined],
      ],
    );
    assert.equal(flawOf(dossier), undefined);
    assert.deepEqual(await documentFlawsOf(dossier, office.folder), []);
    const { flaws, notes } = await verify(wholeRegister(office.store));
    assert.deepEqual(flaws, []);
    assert.deepEqual(
      notes.filter(({ kind }) => kind === 'documents-removed'),
      [{ kind: 'documents-removed', number: K1, count: 1 }],
    );
  });

  it('is found where somebody puts its name back, or says of another that it was removed', async () => {
    const { office, wrong } = await withTwo();
    await removes(office, wrong);
    const dossier = await dossierOf(office);
    const seq = dossier.journal.findIndex(({ type }) => type === 'document-added') + 1;
    const back = structuredClone(dossier);
    const { erasable } = back.journal[seq - 1] ?? assert.fail();
    assert.ok(erasable);
    erasable.personal = JSON.parse(JSON.stringify(erasable.personal).replace(illegible, typed));
    assert.deepEqual(flawOf(back), { number: K1, kind: 'broken-journal', seq });
    const more = structuredClone(dossier);
    for (const one of more.complaint.documents ?? []) one.removedOn = '2026-04-01';
    assert.equal(flawOf(more)?.kind, 'other-state');
  });

  it('is not asked for where the register goes to another place', async () => {
    const { office, wrong, right } = await withTwo();
    await removes(office, wrong);
    const place = aFolder();
    const other = documentsFolder(place.path);
    await copyDocumentsOf(await dossierOf(office), office.folder, other);
    assert.deepEqual(readdirSync(place.path), [right.id]);
    assert.deepEqual(await documentFlawsOf(await dossierOf(office), other), []);
    place.remove();
  });

  it('goes with the next sweep where the bot stopped after that was saved, and stays where it was not', async () => {
    const { office, wrong, right } = await withTwo();
    const { write } = office.store;
    const stopped = new Error('the bot stops');
    office.store.write = async (document, etag) => {
      if (document.kind === 'dossier') throw stopped;
      return write.call(office.store, document, etag);
    };
    await assert.rejects(removes(office, wrong), stopped);
    office.store.write = write;
    assert.deepEqual(
      (await waiting(office)).map(({ id, erased }) => [id, erased]),
      [[wrong.id, true]],
    );
    await office.sweepAt('2026-04-01T11:00');
    assert.deepEqual(files(office), [wrong.id, right.id].sort());
    await office.sweepAt('2026-04-03T11:00');
    assert.deepEqual([files(office), await waiting(office)], [[wrong.id, right.id].sort(), []]);
    const { remove } = office.folder;
    office.folder.remove = () => Promise.reject(stopped);
    office.log.fault = () => undefined as never;
    await removes(office, wrong);
    assert.equal(files(office).length, 2);
    office.folder.remove = remove;
    await office.sweepAt('2026-04-03T12:00');
    assert.deepEqual([files(office), await waiting(office)], [[right.id], []]);
  });

  it('stays under a legal hold', async () => {
    const { office, wrong } = await withTwo();
    await office.execute(setHold());
    await assert.rejects(
      removes(office, wrong),
      (error) => error instanceof Refusal && error.code === 'on-hold',
    );
    assert.equal(files(office).length, 2);
  });
});
