import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { documentKinds, largestDocument } from '../../src/procedure/model/document.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { keepingDocuments } from '../../src/register/documents.ts';
import { type DocumentFault, DocumentRefused } from '../../src/register/model/documents.ts';
import { readMemo } from '../../src/register/model/memo.ts';
import { waitingDocuments } from '../../src/register/model/waiting-documents.ts';
import { documentsPath } from '../../src/store/documents-folder.ts';
import { answerErasure, registration, requestErasure, setHold, withdraw } from '../procedure/asked.ts';
import { fatima, joris, lars, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';
import { inPieces, ofEachKind } from './some-documents.ts';

type Office = ReturnType<typeof anOffice>;

const pdf = ofEachKind.pdf ?? Buffer.alloc(0);

/** Lists what is kept beside the register. */
const files = ({ path }: Office): string[] =>
  existsSync(documentsPath(path)) ? readdirSync(documentsPath(path)) : [];

const waiting = async ({ store }: Office) => (await readMemo(store, waitingDocuments)).content ?? [];

async function contentOf(pieces: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces ?? assert.fail('there is no content')) all.push(piece);
  return Buffer.concat(all);
}

const refused = (code: DocumentFault) => (error: unknown) => {
  assert.ok(error instanceof DocumentRefused, `${error}`);
  assert.equal(error.code, code);
  return true;
};

const isRefusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

describe('a document that comes in', () => {
  afterEach(closeOffices);

  it('is kept as it came, read by its owner only, and waits for a dossier', async () => {
    const office = anOffice();
    const received = await office.documents.receive(inPieces(pdf), 'Brief van 1 april.pdf', sanne.id);
    const { id, ...rest } = received;
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    assert.deepEqual(rest, {
      name: 'Brief van 1 april.pdf',
      kind: 'pdf',
      size: pdf.length,
      sha256,
      by: sanne.id,
    });
    assert.deepEqual(files(office), [id]);
    assert.equal(statSync(`${documentsPath(office.path)}/${id}`).mode & 0o777, 0o600);
    assert.equal(statSync(documentsPath(office.path)).mode & 0o777, 0o700);
    assert.deepEqual(await office.documents.waiting(id), received);
    await office.documents.discard(received);
    assert.deepEqual([files(office), await waiting(office)], [[], []]);
  });

  it('is of the kind that its content is, whatever it is called', async () => {
    const office = anOffice();
    for (const kind of documentKinds) {
      const content = ofEachKind[kind] ?? assert.fail(kind);
      for (const named of [`een ${kind}.${kind}`, kind === 'msg' ? 'mail.MSG' : 'foto.exe'])
        assert.equal((await office.documents.receive(inPieces(content), named)).kind, kind, named);
    }
  });

  it('is refused where it is of no kind that is kept, is empty or too large, and leaves nothing', async () => {
    const office = anOffice();
    const { receive } = office.documents;
    const none: Record<string, Buffer> = {
      'brief.pdf': Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'),
      'brief.docx': Buffer.from('\x1f\x8b\x08\x00 gzip', 'latin1'),
      'brief.msg.doc': ofEachKind.msg ?? Buffer.alloc(0),
      'brief.txt': Buffer.from('dit is geen\x00tekst'),
      'brief.rtf': Buffer.from('{\\rtf1\\ansi Dag}'),
    };
    for (const [named, content] of Object.entries(none))
      await assert.rejects(receive(inPieces(content), named), refused('kind'), named);
    await assert.rejects(receive(inPieces(''), 'leeg.txt'), refused('empty'));
    const large = Buffer.alloc(largestDocument + 1, 'a');
    await assert.rejects(receive(inPieces(large, 2 ** 20), 'groot.txt'), refused('too-large'));
    assert.equal((await receive(inPieces(large.subarray(1), 2 ** 20), 'groot.txt')).size, largestDocument);
    assert.deepEqual([files(office).length, (await waiting(office)).length], [1, 1]);
  });

  it('is refused where it hangs, trickles or breaks off, and the bot does not wait for it', async () => {
    const office = anOffice({ patience: { whole: 200, piece: 50 } });
    const { receive } = office.documents;
    async function* slowly(ms: number) {
      for (;;) {
        yield Buffer.from('a');
        await pause(ms);
      }
    }
    await assert.rejects(receive(slowly(20), 'langzaam.txt'), refused('too-slow'));
    await assert.rejects(receive(slowly(60_000), 'hangt.txt'), refused('too-slow'));
    async function* broken() {
      yield Buffer.from('a');
      throw new Error('the line is cut');
    }
    await assert.rejects(receive(broken(), 'half.txt'), refused('interrupted'));
    assert.deepEqual([files(office), await waiting(office)], [[], []]);
  });

  it('is refused where it cannot be written, and where no documents are kept', async () => {
    const office = anOffice();
    writeFileSync(documentsPath(office.path), 'a file in the place of the folder');
    await assert.rejects(office.documents.receive(inPieces(pdf), 'a.pdf'), refused('not-kept'));
    const parts = { store: office.store, register: office.register, log: office.log };
    const none = keepingDocuments({ ...parts, documents: undefined });
    assert.deepEqual([none.on, office.documents.on], [false, true]);
    await assert.rejects(none.receive(inPieces(pdf), 'a.pdf'), refused('off'));
  });

  it('has a name that can be read, and outside one that nobody typed', async () => {
    const office = anOffice();
    const names: Record<string, string> = {
      '../../etc/passwd': 'passwd',
      'C:\\Users\\Anna\\brief.pdf': 'brief.pdf',
      'factuur\u202Efdp.exe': 'factuurfdp.exe',
      'a\u0000b\nc\td.pdf': 'ab c d.pdf',
      '': 'document',
      '/': 'document',
      '\u200b\u202e': 'document',
      NUL: 'NUL',
      [`${'é'.repeat(300)}.pdf`]: `${'é'.repeat(115)}….pdf`,
    };
    for (const [named, name] of Object.entries(names))
      assert.equal((await office.documents.receive(inPieces(pdf), named)).name, name, named);
  });

  it('comes in sixteen at a time at most', async () => {
    const office = anOffice();
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    async function* slow() {
      yield Buffer.from('Dag.');
      await held;
    }
    const many = Array.from({ length: 16 }, () => office.documents.receive(slow(), 'a.txt'));
    await pause(50);
    await assert.rejects(office.documents.receive(inPieces(pdf), 'a.pdf'), refused('busy'));
    go();
    assert.equal((await Promise.all(many)).length, 16);
  });
});

describe('a document of a dossier', () => {
  afterEach(closeOffices);

  async function withOne(by: Person = lars) {
    const office = anOffice();
    const { id: number } = await office.file({ ...registration, respondents: [joris] }, '1', sanne);
    const received = await office.documents.receive(inPieces(pdf), 'Brief.pdf');
    const added = await office.documents.add(received, { number, from: 'complainant', by });
    return { office, number, received, added };
  }

  it('is named by the journal once it is kept, once, and waits no more', async () => {
    const { office, number, received, added } = await withOne();
    assert.equal(added.outcome, 'saved');
    assert.deepEqual(await waiting(office), []);
    const dossier = await office.dossier(number);
    const { id, name, kind, size, sha256 } = received;
    assert.deepEqual(dossier?.complaint.documents, [
      { id, name, kind, size, sha256, by: lars.id, addedOn: '2026-04-01', from: 'complainant' },
    ]);
    const again = await office.documents.add(received, { number, from: 'complainant', by: lars });
    assert.equal(again.outcome, 'repeated');
    // Nothing that a dossier names is removed.
    await office.documents.discard(received);
    await office.sweepAt('2026-04-03T10:00');
    assert.deepEqual(files(office), [id]);
  });

  it('is read by who sees the dossier, under a neutral name, and by nobody else', async () => {
    const { office, number, received } = await withOne(sanne);
    const found = await office.documents.read(number, received.id, lars);
    assert.equal(found.fileName, 'K-2026-0001-document-1.pdf');
    assert.deepEqual(await contentOf(found.content), pdf);
    for (const person of [sanne, joris, fatima])
      await assert.rejects(
        office.documents.read(number, received.id, person),
        isRefusal('unknown-complaint'),
      );
    await assert.rejects(
      office.documents.read('K-2026-0009', received.id, lars),
      isRefusal('unknown-complaint'),
    );
    await assert.rejects(
      office.documents.read(number, '../klachten.db', lars),
      isRefusal('unknown-document'),
    );
  });

  it('goes on waiting where its dossier refuses it, and is gone after a day', async () => {
    const office = anOffice();
    const { id: number } = await office.file(registration, '1', sanne);
    const received = await office.documents.receive(inPieces(pdf), 'Brief.pdf');
    const to = { number, from: 'colleague', by: fatima } as const;
    await assert.rejects(office.documents.add(received, to), isRefusal('unknown-complaint'));
    await office.sweepAt('2026-04-02T09:59');
    assert.deepEqual(files(office), [received.id]);
    await office.sweepAt('2026-04-02T10:01');
    assert.deepEqual([files(office), await waiting(office)], [[], []]);
    await assert.rejects(office.documents.add(received, { ...to, by: lars }), refused('gone'));
  });

  it('is swept where the bot stopped before the first byte, halfway, or before a dossier named it', async () => {
    const office = anOffice();
    const { id: number } = await office.file(registration, '1', sanne);
    const received = await office.documents.receive(inPieces(pdf), 'Brief.pdf');
    const { content = [], etag } = await readMemo(office.store, waitingDocuments);
    const [one] = content;
    assert.ok(one);
    const { received: _, ...halfway } = one;
    await office.store.write(
      { kind: 'memo', id: waitingDocuments.id, content: [{ ...halfway, number }] },
      etag,
    );
    await office.sweepAt('2026-04-02T10:01');
    assert.deepEqual([files(office), await waiting(office)], [[], []]);
    assert.equal(await office.folder.read(received.id), undefined);
  });

  it('stays where the bot stopped after a dossier named it', async () => {
    const { office, number, received } = await withOne();
    const at = office.clock.now();
    await office.store.write(
      { kind: 'memo', id: waitingDocuments.id, content: [{ id: received.id, at, number }] },
      (await readMemo(office.store, waitingDocuments)).etag,
    );
    await office.sweepAt('2026-04-02T10:01');
    assert.deepEqual([files(office), await waiting(office)], [[received.id], []]);
  });

  async function erased(office: Office): Promise<void> {
    await office.execute(withdraw());
    await office.execute(requestErasure());
    await office.execute(answerErasure({ by: fatima }));
  }

  it('is gone with the erasure of its dossier, and what waits for that as well', async () => {
    const { office, number, received } = await withOne();
    await erased(office);
    assert.deepEqual([files(office), await waiting(office)], [[], []]);
    const stored = JSON.stringify(await office.dossier(number));
    for (const known of [received.id, received.sha256, received.name])
      assert.ok(!stored.includes(known), known);
  });

  it('goes with the next sweep where the bot stopped before, or after, the erasure was saved; and stays where it is not saved', async () => {
    const { office, received } = await withOne();
    await office.execute(withdraw());
    await office.execute(requestErasure());
    const { write } = office.store;
    office.store.write = async (document, etag) => {
      if (document.kind === 'dossier') throw new Error('the bot stops');
      return write.call(office.store, document, etag);
    };
    await assert.rejects(office.execute(answerErasure({ by: fatima })));
    office.store.write = write;
    assert.equal((await waiting(office)).length, 1);
    await office.sweepAt('2026-04-01T11:00');
    assert.deepEqual(files(office), [received.id]);
    // A legal hold keeps it.
    await office.execute(setHold());
    await office.sweepAt('2026-04-03T11:00');
    assert.deepEqual([files(office), await waiting(office)], [[received.id], []]);
  });
});
