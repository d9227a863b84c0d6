import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { importFrom, Unsound } from '../../src/cli/register/commands.ts';
import { verifyAll } from '../../src/cli/register/verify.ts';
import { replay } from '../../src/procedure/evolve.ts';
import { exported } from '../../src/register/export.ts';
import { broughtUpToDate } from '../../src/register/integrity/at-start.ts';
import { type Sealed, sealed } from '../../src/register/integrity/seal.ts';
import { sealedStore } from '../../src/register/integrity/sealed-store.ts';
import { verify } from '../../src/register/integrity/verify.ts';
import { entryAfter } from '../../src/register/model/chain.ts';
import type { Document, Dossier, Memo } from '../../src/register/model/dossier.ts';
import { erase } from '../../src/register/model/dossier.ts';
import type { Intake } from '../../src/register/model/intake.ts';
import { append, eventOf, type JournalEntry } from '../../src/register/model/journal.ts';
import { headsPath } from '../../src/store/heads-file.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { logBook } from '../dispatch/log-book.ts';
import { addNote, registration } from '../procedure/asked.ts';
import { plain } from '../procedure/given.ts';
import { fatima, joris, lars, sanne } from '../procedure/people.ts';
import { contentOf } from './a-register.ts';
import { anOffice, closeOffices } from './an-office.ts';

type Documents = Map<string, Sealed>;

const K1 = 'K-2026-0001';
const K2 = 'K-2026-0002';
const K3 = 'K-2026-0003';
const K4 = 'K-2026-0004';
const K5 = 'K-2026-0005';

/** A register as it was yesterday and as it is today, with the heads noted beside it, and that of another organisation. */
let yesterday: Sealed[];
let today: Sealed[];
let noted: string;
let elsewhere: Sealed[];

const inOrder = (documents: Iterable<Sealed>): Sealed[] =>
  [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));

async function write(): Promise<void> {
  const office = anOffice();
  await broughtUpToDate({ ...office });
  await office.setAbsence(fatima, { from: '2026-05-01', until: '2026-05-08' });
  for (const form of ['1', '2', '3']) await office.file(registration, form, sanne);
  await office.file({ ...registration, remedied: true, respondents: [joris] }, '4', sanne);
  await office.store.write({ kind: 'memo', id: `contact/${lars.id}`, content: { person: lars } });
  await office.execute(addNote());
  await office.sweepAt('2026-04-01T10:05');
  yesterday = plain(await contentOf(office.bare));
  office.moveTo('2026-04-02T10:00');
  await office.execute(addNote({ text: 'Nog eens gebeld.' }));
  await office.file(registration, '5', sanne);
  await office.setAbsence(fatima, { from: '2026-05-01', until: '2026-05-15' });
  await office.sweepAt('2026-04-02T10:05');
  // Erased as it must: closed on 1 April 2026, for five years.
  await office.sweepAt('2031-03-18T09:00');
  await office.sweepAt('2031-04-01T09:00');
  today = plain(await contentOf(office.bare));
  noted = [...(office.heads?.all() ?? [])].map((head) => `${JSON.stringify(head)}\n`).join('');
  const other = anOffice();
  for (const form of ['1', '2', '3']) await other.file(registration, form, sanne);
  await other.sweepAt('2026-04-01T10:05');
  elsewhere = plain(await contentOf(other.bare));
  await closeOffices();
}

const stateOf = (journal: readonly JournalEntry[]) =>
  plain(replay(journal.map(eventOf)) ?? assert.fail('no course of a complaint'));

const dossierIn = (documents: Documents, id: string): Dossier => documents.get(id) as Dossier;

const change =
  (id: string, made: (dossier: Dossier) => object) =>
  (documents: Documents): void =>
    void documents.set(id, { ...dossierIn(documents, id), ...made(dossierIn(documents, id)) } as Sealed);

const changeDesk =
  (made: (desk: Intake) => object) =>
  (documents: Documents): void => {
    const memo = documents.get('front-desk') as Sealed<Memo & { content: Intake }>;
    documents.set('front-desk', { ...memo, content: { ...memo.content, ...made(memo.content) } });
  };

const remove =
  (...ids: string[]) =>
  (documents: Documents): void =>
    ids.forEach((id) => void documents.delete(id));

const putBack =
  (...ids: string[]) =>
  (documents: Documents): void =>
    ids.forEach((id) => {
      const old = yesterday.find((one) => one.id === id);
      if (old) documents.set(id, old);
      else documents.delete(id);
    });

/** Cuts that many entries off the journal, with the state as it was then. */
const cutOff = (count: number) => (dossier: Dossier) => {
  const journal = dossier.journal.slice(0, -count);
  return { journal, complaint: stateOf(journal) };
};

const entries = (made: (entry: JournalEntry, i: number) => object) => (dossier: Dossier) => ({
  journal: dossier.journal.map((entry, i) => ({ ...entry, ...made(entry, i) })),
});

const message = (over: object) => (dossier: Dossier) => ({
  outbox: dossier.outbox.map((one, i) => (i === 0 ? { ...one, ...over } : one)),
});

const entryOf = (over: object) => (dossier: Dossier) => ({
  ledger: dossier.ledger?.map((one, i) => (i === 0 ? { ...one, ...over } : one)),
});

/** A journal in which a course was erased that may not be. */
const fakeErasure = (dossier: Dossier): Dossier => {
  const event = { type: 'erased', on: '2026-04-02', because: 'request' } as const;
  const journal = append(dossier.journal, event, lars, '2026-04-02T08:00:00.000Z');
  return erase({ ...dossier, journal, complaint: stateOf(journal) });
};

type Manipulation = {
  /** The document that is named. */
  named: string;
  does: (documents: Documents) => void;
};

const of = (named: string, does: Manipulation['does']): Manipulation => ({ named, does });

/** Changes with an editor, without the code and without computing hashes. */
const byHand: Record<string, Manipulation> = {
  'the last journal entry cut off': of(K1, change(K1, cutOff(1))),
  'several last entries cut off': of(K1, change(K1, cutOff(2))),
  'the text of a note destroyed': of(
    K1,
    change(
      K1,
      entries((entry) => (entry.type === 'note-added' ? { erasable: undefined } : {})),
    ),
  ),
  'the salt of a note removed': of(
    K1,
    change(
      K1,
      entries(({ type, erasable }) =>
        type === 'note-added' ? { erasable: { by: erasable?.by, personal: erasable?.personal } } : {},
      ),
    ),
  ),
  'another text in a note': of(
    K1,
    change(
      K1,
      entries(({ type, erasable }) =>
        type === 'note-added' ? { erasable: { ...erasable, personal: { text: 'Niets' } } } : {},
      ),
    ),
  ),
  'all that is personal removed from one entry': of(
    K2,
    change(
      K2,
      entries((_, i) => (i === 1 ? { erasable: undefined } : {})),
    ),
  ),
  'all that is personal removed from the first entry, which says who complained': of(
    K2,
    change(
      K2,
      entries((_, i) => (i === 0 ? { erasable: undefined } : {})),
    ),
  ),
  'the author of an entry changed': of(
    K1,
    change(
      K1,
      entries((entry) => ({ erasable: entry.erasable && { ...entry.erasable, by: joris } })),
    ),
  ),
  'the moment of an entry changed': of(
    K1,
    change(
      K1,
      entries(() => ({ at: '2026-03-31T08:00:00.000Z' })),
    ),
  ),
  'an entry put in': of(
    K1,
    change(K1, ({ journal }) => ({ journal: [...journal, journal[1]] })),
  ),
  'the whole journal removed': of(
    K1,
    change(K1, () => ({ journal: [] })),
  ),
  'the place in the order of numbers removed': of(
    K2,
    change(
      K2,
      entries(() => ({ link: undefined })),
    ),
  ),
  'the state changed': of(
    K1,
    change(K1, ({ complaint }) => ({ complaint: { ...complaint, summary: 'Het viel wel mee.' } })),
  ),
  'the outbox emptied': of(
    K1,
    change(K1, () => ({ outbox: [] })),
  ),
  'the ledger emptied': of(
    K1,
    change(K1, () => ({ ledger: [] })),
  ),
  'the outbox and the ledger emptied': of(
    K1,
    change(K1, () => ({ outbox: [], ledger: undefined })),
  ),
  'the ledger dated otherwise': of(K1, change(K1, entryOf({ at: '2026-03-31T08:00:00.000Z' }))),
  'a message dated otherwise': of(K1, change(K1, message({ sentAt: '2026-03-31T08:00:00.000Z' }))),
  'the activity of a message changed': of(K1, change(K1, message({ activityId: 'another' }))),
  'the recipient of a message changed': of(K1, change(K1, message({ to: { kind: 'person', id: joris.id } }))),
  'a message said to be given up': of(K1, change(K1, message({ status: 'gave-up', activityId: undefined }))),
  'the recipient in the ledger destroyed': of(K1, change(K1, entryOf({ erasable: undefined }))),
  'a message that never was, as sent': of(
    K2,
    change(K2, ({ outbox }) => ({
      outbox: [...outbox, { ...outbox[0], id: `${K2}/9-forwarded/${joris.id}` }],
    })),
  ),
  'a message that never was, as waiting': of(
    K2,
    change(K2, ({ outbox }) => ({
      outbox: [
        ...outbox,
        { ...outbox[0], id: `${K2}/9`, status: 'queued', tryAt: '9999-01-01T00:00:00.000Z' },
      ],
    })),
  ),
  'open changed': of(
    K1,
    change(K1, () => ({ open: false })),
  ),
  'an erased one opened': of(
    K4,
    change(K4, () => ({ open: true })),
  ),
  'attentionAt removed': of(
    K1,
    change(K1, () => ({ attentionAt: undefined })),
  ),
  'attentionAt moved away': of(
    K1,
    change(K1, () => ({ attentionAt: '2099-01-01T00:00:00.000Z' })),
  ),
  'nextDayToAct changed': of(
    K1,
    change(K1, () => ({ nextDayToAct: '2099-01-01' })),
  ),
  'receiverId changed': of(
    K1,
    change(K1, () => ({ receiverId: joris.id })),
  ),
  'the forms changed': of(
    K1,
    change(K1, () => ({ forms: [] })),
  ),
  'a field put in': of(
    K1,
    change(K1, () => ({ note: 'ok' })),
  ),
  'the seal removed': of(
    K1,
    change(K1, () => ({ seal: undefined })),
  ),
  'the seal of another version': of(
    K1,
    change(K1, () => ({ seal: (yesterday.find(({ id }) => id === K1) as Sealed).seal })),
  ),
  'the seal replaced by a text': of(
    K1,
    change(K1, () => ({ seal: 'whole' })),
  ),
  'a dossier hidden as something else': of(
    K2,
    change(K2, () => ({ kind: 'memo' })),
  ),
  'a dossier made unreadable': of(
    K2,
    (documents) => void documents.set(K2, { kind: 'dossier', id: K2, complaint: {} } as unknown as Sealed),
  ),
  'a dossier emptied': of(K2, (documents) => void documents.set(K2, { id: K2 } as Sealed)),
  'the first dossier deleted': of(K1, remove(K1)),
  'a dossier in the middle deleted': of(K3, remove(K3)),
  'two dossiers deleted': of(K2, remove(K2, K3)),
  'an erased dossier deleted': of(K4, remove(K4)),
  'the last dossier deleted': of(K5, remove(K5)),
  'all dossiers deleted': of(K1, remove(K1, K2, K3, K4, K5)),
  'a dossier written over another number': of(
    K2,
    (documents) => void documents.set(K2, { ...dossierIn(documents, K3), id: K2 } as Sealed),
  ),
  'the same, with the number changed everywhere': of(
    K2,
    (documents) => void documents.set(K2, JSON.parse(JSON.stringify(documents.get(K3)).replaceAll(K3, K2))),
  ),
  'a dossier renamed': of('K-2026-0099', (documents) => {
    documents.set('K-2026-0099', { ...dossierIn(documents, K3), id: 'K-2026-0099' } as Sealed);
    documents.delete(K3);
  }),
  'a dossier there under a second number': of(
    'K-2026-0006',
    (documents) =>
      void documents.set('K-2026-0006', { ...dossierIn(documents, K3), id: 'K-2026-0006' } as Sealed),
  ),
  'the dossier of another register under the same number': of(
    K2,
    (documents) => void documents.set(K2, elsewhere.find(({ id }) => id === K2) as Sealed),
  ),
  'the counter set back': of(
    'front-desk',
    changeDesk(() => ({ lastNumber: { 2026: 4 } })),
  ),
  'the counter set forward': of(
    'front-desk',
    changeDesk(() => ({ lastNumber: { 2026: 9 } })),
  ),
  'the counter of another year put in': of(
    'front-desk',
    changeDesk(({ lastNumber }) => ({ lastNumber: { ...lastNumber, 2025: 3 } })),
  ),
  'the absences changed': of(
    'front-desk',
    changeDesk(() => ({ absences: [] })),
  ),
  'the processed forms changed': of(
    'front-desk',
    changeDesk(() => ({ taken: [] })),
  ),
  'the numbering taken out': of(
    'front-desk',
    changeDesk(() => ({ chains: undefined, sealed: undefined })),
  ),
  'the intake document deleted': of('front-desk', remove('front-desk')),
  'the intake document emptied': of(
    'front-desk',
    changeDesk(() => ({ lastNumber: null })),
  ),
  'the intake document of yesterday put back': of(K5, putBack('front-desk')),
  'the intake document of another register put there': of(
    K5,
    (documents) =>
      void documents.set('front-desk', elsewhere.find(({ id }) => id === 'front-desk') as Sealed),
  ),
  'the erased mark set without an erasure': of(
    K1,
    change(K1, ({ complaint }) => ({
      complaint: { ...complaint, erased: { on: '2026-04-02', because: 'request' } },
    })),
  ),
  'an address changed, to which cards go': of(`contact/${lars.id}`, (documents) => {
    const memo = documents.get(`contact/${lars.id}`) as Sealed<Memo>;
    documents.set(memo.id, { ...memo, content: { address: 'of somebody else' } });
  }),
};

const journalWith = (dossier: Dossier, journal: JournalEntry[]): Dossier => ({
  ...dossier,
  journal,
  complaint: stateOf(journal),
});

const erasedYesterday = (documents: Documents): void => {
  putBack(K4)(documents);
  sealedAgain(fakeErasure, K4)(documents);
};

const sealedAgain =
  (made: (dossier: Dossier) => object, id = K1) =>
  (documents: Documents) => {
    const dossier = dossierIn(documents, id);
    const { seal, ...next } = { ...dossier, ...made(dossier) } as Sealed<Dossier>;
    documents.set(id, plain(sealed(next as Dossier, (seal?.count ?? 0) + 1)));
  };

/** Changes with the code, every hash computed anew. They show against the heads noted outside the store. */
const withTheCode: Record<string, Manipulation> = {
  'an old version of a dossier put back': of(K1, putBack(K1)),
  'an erasure undone': of(K4, putBack(K4)),
  "yesterday's whole file put back": of(K5, (documents) => {
    documents.clear();
    for (const document of yesterday) documents.set(document.id, document);
  }),
  'the last dossier and the intake document of before it': of(K5, putBack('front-desk', K5)),
  'the last entry cut off': of(K1, sealedAgain(cutOff(1))),
  'the last entry written anew': of(
    K1,
    sealedAgain((dossier) =>
      journalWith(
        dossier,
        append(
          dossier.journal.slice(0, -1),
          { type: 'note-added', on: '2026-04-02', personal: { text: 'Alles is goed.' } } as never,
          lars,
          '2026-04-02T08:00:00.000Z',
        ),
      ),
    ),
  ),
  'the ledger emptied': of(
    K1,
    sealedAgain(() => ({ outbox: [], ledger: [] })),
  ),
  'the ledger dated otherwise': of(
    K1,
    sealedAgain(({ outbox, ledger = [] }) => {
      const sentAt = '2026-03-31T08:00:00.000Z';
      const [first] = outbox;
      const made = entryAfter(
        [],
        { at: sentAt, status: 'sent' as const, kind: 'case' as const },
        {
          message: first?.id ?? '',
          to: { kind: 'person' as const, id: lars.id },
          activityId: 'sent',
        },
      );
      return { outbox: [{ ...first, sentAt }], ledger: [made, ...ledger.slice(1)].slice(0, 1) };
    }),
  ),
  'a made-up erasure': of(K4, erasedYesterday),
};

/** Those of them that show by themselves. */
const bySense: Record<string, Manipulation> = {
  'an erasure that nobody asked for': of(K4, erasedYesterday),
  'a dossier that is not found any more': of(
    K1,
    sealedAgain(() => ({ open: false })),
  ),
  'a dossier of somebody else': of(
    K1,
    sealedAgain(() => ({ receiverId: joris.id })),
  ),
  'a message that never was': of(
    K1,
    sealedAgain(({ outbox }) => ({ outbox: [...outbox, { ...outbox[0], id: `${K1}/9` }] })),
  ),
};

/** Changes with SQLite itself that leave every parsed document as it is. */
type Statements = { named: string; statements: string };

const putBefore = (id: string, fields: string): Statements => ({
  named: id,
  statements: `UPDATE documents SET body = '{${fields},' || substr(body, 2) WHERE id = '${id}'`,
});

/** The text of the schema rewritten, around what is done meanwhile. */
const meanwhile = (name: string, from: string, to: string, work: string): string => `
  PRAGMA writable_schema = ON;
  UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = '${name}';
  PRAGMA writable_schema = RESET;
  ${work};
  PRAGMA writable_schema = ON;
  UPDATE sqlite_schema SET sql = replace(sql, '${to}', '${from}') WHERE name = '${name}';
  PRAGMA writable_schema = RESET;`;

const underneath: Record<string, Statements> = {
  'a second open': putBefore(K1, '"open":false'),
  'a second attentionAt': putBefore(K1, '"attentionAt":null'),
  'a second nextDayToAct': putBefore(K1, '"nextDayToAct":"2099-01-01"'),
  'a second receiver': putBefore(K1, `"receiverId":"${joris.id}"`),
  'a second kind': putBefore(K2, '"kind":"memo"'),
  'a second kind of the intake document': putBefore('front-desk', '"kind":"dossier"'),
  'white space put in': {
    named: K3,
    statements: `UPDATE documents SET body = body || ' ' WHERE id = '${K3}'`,
  },
  'a trigger added': {
    named: 'quiet',
    statements: `CREATE TRIGGER quiet BEFORE UPDATE ON documents WHEN old.id = '${K1}' BEGIN SELECT RAISE(IGNORE); END`,
  },
  'an index that leaves one out': {
    named: 'due',
    statements: `DROP INDEX due; CREATE INDEX due ON documents (attention_at, id) WHERE attention_at IS NOT NULL AND id <> '${K1}'`,
  },
  'an index removed': { named: 'open_ones', statements: 'DROP INDEX open_ones' },
  'an index added': { named: 'more', statements: 'CREATE INDEX more ON documents (etag)' },
  'a table added': { named: 'more', statements: 'CREATE TABLE more (id TEXT)' },
  'a column that is read from elsewhere': {
    named: 'documents',
    statements: `PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, '$.attentionAt', '$.attention') WHERE name = 'documents';
      PRAGMA writable_schema = RESET`,
  },
  'a column filled from elsewhere, and set right again': {
    named: K1,
    statements: meanwhile(
      'documents',
      '$.attentionAt',
      '$.attention_',
      `UPDATE documents SET etag = etag WHERE id = '${K1}'; REINDEX`,
    ),
  },
};

describe('a register that was changed behind the back of the bot', () => {
  let folder: string;
  const store = process.env.STORE;
  const file = () => join(folder, 'klachten.db');

  before(write);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
    process.env.STORE = `sqlite:${file()}`;
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
    if (store === undefined) delete process.env.STORE;
    else process.env.STORE = store;
  });

  async function fill(does: Manipulation['does'] = () => undefined): Promise<Sealed[]> {
    const documents: Documents = new Map(today.map((one) => [one.id, structuredClone(one)]));
    does(documents);
    const made = inOrder(documents.values());
    const target = sqliteStore(file());
    for (const document of made) await target.write(document);
    await target.close();
    return plain(made);
  }

  /** Changes the schema with SQLite itself: its protection against that is only a setting. */
  function inTheFile(statements: string): void {
    const db = new DatabaseSync(file(), { defensive: false } as object);
    db.exec(statements);
    db.close();
  }

  const withHeads = () => writeFileSync(headsPath(file()), noted);

  async function exportFile(documents: Document[], name = 'export.jsonl'): Promise<string> {
    const path = join(folder, name);
    let lines = '';
    for await (const line of exported(each(documents), '2026-04-07T08:00:00.000Z')) lines += `${line}\n`;
    writeFileSync(path, lines);
    return path;
  }

  const names = (id: string) => (error: unknown) => {
    assert(error instanceof Unsound, `${error}`);
    assert(
      error.message.split('\n').some((line) => line.includes(`${id}: `)),
      error.message,
    );
    return true;
  };

  it('is whole as the bot left it, also beside what was noted, an export of before, and as an export', async () => {
    const documents = await fill();
    withHeads();
    assert.match(await verifyAll(), /^5 dossiers met \d+ journaalregels nagelopen: alles klopt\.$/);
    const before = await exportFile(yesterday, 'yesterday.jsonl');
    assert.match(await verifyAll('--against', before), /^5 dossiers .*: alles klopt\.$/);
    const made = await exportFile(documents);
    process.env.STORE = `sqlite:${join(folder, 'new.db')}`;
    assert.match(await importFrom(made), /onderdelen geschreven/);
    assert.match(await verifyAll('--against', before), /^5 dossiers .*: alles klopt\.$/);
  });

  for (const [what, { named, does }] of Object.entries({ ...byHand, ...bySense })) {
    it(`shows ${what}, in the file and in an export`, async () => {
      const documents = await fill(does);
      await assert.rejects(verifyAll(), names(named));
      const made = await exportFile(documents);
      process.env.STORE = `sqlite:${join(folder, 'new.db')}`;
      await assert.rejects(importFrom(made), /^Error: Geweigerd: .*\. Er is niets geschreven\.$/);
      const target = sqliteStore(join(folder, 'new.db'));
      assert.deepEqual(await contentOf(target), []);
      await target.close();
    });
  }

  for (const [what, { named, does }] of Object.entries(withTheCode)) {
    it(`shows ${what} with hashes that fit, beside what was noted and beside an export of before`, async () => {
      await fill(does);
      const before = await exportFile(today, 'before.jsonl');
      await assert.rejects(verifyAll('--against', before), names(named));
      withHeads();
      await assert.rejects(verifyAll(), names(named));
    });
  }

  for (const [what, { named, statements }] of Object.entries(underneath)) {
    it(`shows ${what} in the file, also beside what was noted, and to who goes on with it`, async () => {
      await fill();
      withHeads();
      const before = await exportFile(today, 'before.jsonl');
      assert.match(await verifyAll(), /alles klopt/);
      inTheFile(statements);
      await assert.rejects(verifyAll(), names(named));
      await assert.rejects(verifyAll('--against', before), names(named));
      const log = logBook();
      const store = sealedStore(sqliteStore(file()), { log });
      for await (const _ of store.all());
      const seen = [...log.lines, ...(await store.faults())].join();
      await store.close();
      if (named !== 'klachten.db') assert(seen.includes(named), seen);
    });
  }

  const cutHeads: Record<string, () => void> = {
    deleted: () => rmSync(headsPath(file())),
    emptied: () => writeFileSync(headsPath(file()), ''),
    'cut at its last line': () =>
      writeFileSync(headsPath(file()), noted.slice(0, noted.trimEnd().lastIndexOf('\n') + 1)),
    'cut at its first line': () => writeFileSync(headsPath(file()), noted.slice(noted.indexOf('\n') + 1)),
    'with a line of before': () =>
      writeFileSync(headsPath(file()), noted.replace(/("K-2026-0001","version":)\d+/, '$11')),
  };

  for (const [what, does] of Object.entries(cutHeads)) {
    it(`shows what was noted beside it ${what}`, async () => {
      await fill();
      withHeads();
      const before = await exportFile(today, 'before.jsonl');
      does();
      await assert.rejects(verifyAll(), names('klachten.db.heads'));
      await assert.rejects(verifyAll('--against', before), names('klachten.db.heads'));
    });
  }
});

describe('what is left to somebody who has the store, the code, the heads and every export and log', () => {
  after(closeOffices);

  it('is a whole new register: nothing in it can tell', async () => {
    const office = anOffice();
    await broughtUpToDate(office);
    await office.file(registration, '1', sanne);
    const before = [...(office.heads?.all() ?? [])];
    const forged = anOffice();
    await broughtUpToDate(forged);
    await forged.file({ ...registration, summary: 'Het viel wel mee.' }, '1', sanne);
    const documents = await contentOf(forged.bare);
    assert.deepEqual((await verify(each(documents), forged.heads?.all())).flaws, []);
    // A single line that was kept elsewhere betrays it.
    const { flaws } = await verify(each(documents), before.slice(0, 1));
    assert.equal(flaws.length, 1);
  });
});

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
