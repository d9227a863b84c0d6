import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { CosmosClient } from '@azure/cosmos';
import { importFrom, Unsound } from '../../src/cli/register/commands.ts';
import { lookOver } from '../../src/cli/register/verify.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { exported, wholeRegister } from '../../src/register/export.ts';
import { assertNotNewer, broughtUpToDate } from '../../src/register/integrity/at-start.ts';
import { sealedStore } from '../../src/register/integrity/sealed-store.ts';
import { intakeId } from '../../src/register/model/intake.ts';
import { memos } from '../../src/register/model/memos.ts';
import { Conflict, NewerRegister, type Store, Unreadable } from '../../src/register/model/store.ts';
import { schema } from '../../src/register/model/upcast.ts';
import { documentId, itemId } from '../../src/store/cosmos-item.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { failureText } from '../../src/teams/adapter/failures.ts';
import type { Office } from '../../src/teams/office/office.ts';
import { cases, myComplaints } from '../../src/teams/office/pages.ts';
import { aFolder } from '../a-folder.ts';
import { textOf } from '../e2e/a-card.ts';
import { addNote, agree, registration, requestErasure } from '../procedure/asked.ts';
import { calendar } from '../procedure/given.ts';
import { fatima, joris, lars, sanne } from '../procedure/people.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { replaceInCosmos, replaceInFile } from '../store/damage.ts';
import { contentOf } from './a-register.ts';
import { anOffice, closeOffices, config } from './an-office.ts';

type OfOurs = ReturnType<typeof anOffice>;
type Fields = Record<string, unknown>;

/** A register in one of the stores. */
type Place = {
  open(now: string): OfOurs;
  bare(): Store;
  /** The settings that name it. */
  env: Record<string, string>;
  replace(id: string, change: (document: Fields) => unknown): Promise<void> | void;
  /** Reads everything in it literally, with etags, by id. */
  content(): Promise<Map<string, unknown>> | Map<string, unknown>;
};

const bad = 'K-2026-0002';
const newer = schema + 1;

const asNewer = (document: Fields): Fields => ({ ...document, schema: newer, more: true });

/** Documents of a newer bot, by the place of their version. */
const ofNewer: Record<string, (document: Fields) => Fields> = {
  'the document': asNewer,
  'an entry of its journal': (document) => ({
    ...document,
    journal: (document.journal as Fields[]).map((entry) => ({ ...entry, schema: newer })),
  }),
};

/** Where a newer bot may keep who a complaint is about, in shapes that this one does not know. */
const asRespondent: Record<string, Fields> = {
  'a list of ids': { about: [lars.id, sanne.id] },
  'a field of another name': { accused: { first: { person: lars }, second: { person: sanne } } },
  'the names of fields': { sides: { [lars.id]: {}, [sanne.id]: {} } },
  'a text': { about: `person:${lars.id} person:${sanne.id}` },
};

/** The ids of one small document of every kind. */
const memoIds = [
  ...new Set(Object.values(memos).map(({ begin }) => (begin.endsWith('/') ? `${begin}somebody` : begin))),
];

async function aRegister(place: Place): Promise<void> {
  const office = place.open('2026-04-01T10:00');
  const { log, clock, heads } = office;
  await broughtUpToDate({ bare: place.bare(), store: office.store, heads, clock, log });
  for (const form of ['1', '2', '3']) await office.file(registration, form, sanne);
  await office.sweepAt('2026-04-01T11:00');
  await office.store.write({
    kind: 'bulletin',
    id: 'digest/2026-04-01',
    outbox: [],
    attentionAt: '2026-04-01T08:00:00.000Z',
  });
}

/** Does everything that the bot does, each as far as it comes. */
async function everything(office: OfOurs, bare: Store): Promise<void> {
  const { store, log, clock, heads } = office;
  const work: (() => Promise<unknown>)[] = [
    () => broughtUpToDate({ bare, store, heads, clock, log }),
    () => office.refresh(),
    () => office.execute(addNote({ number: bad })),
    () => office.execute(agree({ number: bad })),
    () => office.execute(requestErasure({ number: bad })),
    () => office.amend(bad, (document) => document),
    () => office.setAbsence(fatima, { from: '2026-05-01', until: '2026-05-08' }),
    () => office.file(registration, '2', sanne),
    () => office.file(registration, '4', sanne),
    () => office.sweepAt('2026-04-02T09:00'),
    () => office.sweepAt('2026-04-07T09:00'),
    () => office.sweepAt('2033-04-07T09:00'),
    () => office.figures('2026', fatima),
    () => lookOver(bare, { documents: undefined, isInUse: undefined }),
    async () => {
      for await (const _ of exported(wholeRegister(bare), '2026-04-07T09:00:00.000Z'));
    },
  ];
  for (const each of work)
    await each().catch((error: unknown) => {
      const reason = error instanceof Error && error.cause ? error.cause : error;
      const isTold = [Unreadable, Refusal, Unsound].some((kind) => reason instanceof kind);
      if (!isTold) throw error;
    });
}

const main = fileURLToPath(new URL('../../src/start.js', import.meta.url));

/** Starts the bot on that register. */
const started = (env: Record<string, string>) =>
  spawnSync(process.execPath, [main], {
    cwd: aFolder().path,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });

async function withStore(env: Record<string, string>, work: () => Promise<unknown>): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, env);
  try {
    await work();
  } finally {
    for (const name of Object.keys(env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Exports a register to a folder of its own, with one dossier changed. */
async function exportOf(place: Place, change: (document: Fields) => Fields) {
  const folder = aFolder().path;
  const documents = (await contentOf(place.bare())).map((one) => (one.id === bad ? change(one) : one));
  const file = join(folder, 'export.jsonl');
  const lines: string[] = [];
  for await (const line of exported(Readable.from(documents), '2026-04-02T09:00:00.000Z'))
    lines.push(`${line}\n`);
  writeFileSync(file, lines.join(''));
  return { folder, file };
}

const refusedAs = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

const isNewer = (id: string) => (error: unknown) =>
  error instanceof Unreadable && error.id === id && error.newer === newer;

const asOffice = (ours: OfOurs): Office =>
  ({ ...ours, register: ours, calendar, config }) as unknown as Office;

function whatANewerBotWrote(name: string, make: () => Place): void {
  describe(`what a newer bot wrote in ${name}`, () => {
    let place: Place;
    beforeEach(async () => {
      place = make();
      await aRegister(place);
    });

    const of = async (id: string): Promise<unknown> => (await place.content()).get(id) ?? assert.fail(id);

    for (const [where, change] of Object.entries(ofNewer)) {
      it(`is refused and left as it is: a dossier, said in ${where}`, async () => {
        await place.replace(bad, change);
        const before = await of(bad);
        const office = place.open('2026-04-01T12:00');
        await assert.rejects(office.view(bad, lars), refusedAs('newer-version'));
        await assert.rejects(office.view(bad, joris), refusedAs('unknown-complaint'));
        await assert.rejects(office.execute(addNote({ number: bad })), refusedAs('newer-version'));
        const told = /Bijgewerkt door een nieuwere versie van Klachtenbot[^.]*K-2026-0002/;
        assert.match(textOf(await cases(lars, asOffice(office))), told);
        assert.match(textOf(await myComplaints(sanne, asOffice(office))), told);
        await everything(office, place.bare());
        assert.deepEqual(await of(bad), before);
        const logged = office.logged.filter((line) =>
          JSON.stringify(line).includes('was written by a newer bot'),
        );
        assert.equal(logged.length, 1);
      });
    }

    for (const [where, more] of Object.entries(asRespondent)) {
      it(`is denied to who may be its respondent, in ${where}`, async () => {
        await place.replace(bad, (document) => ({ ...asNewer(document), ...more }));
        const office = place.open('2026-04-01T12:00');
        await assert.rejects(office.view(bad, lars), refusedAs('unknown-complaint'));
        await assert.rejects(office.view(bad, sanne), refusedAs('unknown-complaint'));
        await assert.rejects(office.view(bad, fatima), refusedAs('newer-version'));
      });
    }

    for (const id of ['digest/2026-04-01', intakeId, ...memoIds]) {
      it(`is refused and left as it is: ${id}`, async () => {
        if (!(await place.content()).has(id)) await place.bare().write({ kind: 'memo', id, content: null });
        await place.replace(id, asNewer);
        const before = await of(id);
        const office = place.open('2026-04-01T12:00');
        await assert.rejects(office.store.read(id), isNewer(id));
        await assert.rejects(office.store.write({ kind: 'memo', id, content: null }), Conflict);
        for await (const { document } of office.store.all()) assert.notEqual(document.id, id);
        await everything(office, place.bare());
        assert.deepEqual(await of(id), before);
      });
    }

    it('is no reason to deny a dossier: a form that needs a small document is told of that one', async () => {
      const id = memos.contact.of(joris.id).id;
      await place.bare().write({ kind: 'memo', id, content: null });
      await place.replace(id, asNewer);
      const { register, store } = place.open('2026-04-01T12:00');
      const looksUp = async () => {
        await store.read(id);
        return { errors: {} };
      };
      await assert.rejects(
        register.execute({ type: 'add-note', number: bad, by: lars }, {}, looksUp),
        isNewer(id),
      );
    });

    it('is told to who needs it for something else, in a card, a dialog and the chat', async () => {
      await place.replace(memos.clock.id, asNewer);
      const error = await place
        .open('2026-04-01T12:00')
        .store.read(memos.clock.id)
        .catch((error) => error);
      for (const where of ['card', 'dialog', 'chat', 'question'] as const)
        assert.match(failureText(error, where), /bijgewerkt door een nieuwere versie van Klachtenbot/);
    });

    it('is told by "verify": which document, and which versions', async () => {
      await place.replace(bad, asNewer);
      await assert.rejects(lookOver(place.bare(), { documents: undefined, isInUse: undefined }), (error) => {
        assert(error instanceof Unsound);
        assert.match(
          error.message,
          new RegExp(
            `^${bad}: is geschreven door een nieuwere Klachtenbot, in opslagversie ${newer}; deze kent tot en met ${schema}`,
            'm',
          ),
        );
        return true;
      });
    });

    it('keeps the bot from starting when it is the intake document, and nothing is written', async () => {
      await place.replace(intakeId, asNewer);
      await assert.rejects(assertNotNewer(place.bare()), NewerRegister);
      const before = await place.content();
      const { status, stderr } = started(place.env);
      assert.equal(status, 1);
      assert.match(
        stderr,
        new RegExp(
          `written by a newer version of the bot \\(stored version ${newer}, and this one knows up to ${schema}\\): install that version again, or put back a backup`,
        ),
      );
      assert.deepEqual(await place.content(), before);
    });

    it('is not imported, nor is anything beside it', async () => {
      const { folder, file } = await exportOf(place, asNewer);
      await assert.rejects(
        withStore({ STORE: `sqlite:${join(folder, 'new.db')}` }, () => importFrom(file)),
        (error) =>
          error instanceof Unsound && /nieuwere Klachtenbot.*Er is niets geschreven/.test(error.message),
      );
      assert.deepEqual(await contentOf(sqliteStore(join(folder, 'new.db'))), []);
    });

    it('imports nothing when it is the intake document', async () => {
      const { file } = await exportOf(place, (document) => document);
      await place.replace(intakeId, asNewer);
      const before = await place.content();
      await assert.rejects(
        withStore(place.env, () => importFrom(file)),
        (error) =>
          error instanceof Unsound && /het register is geschreven door een nieuwere/.test(error.message),
      );
      assert.deepEqual(await place.content(), before);
    });
  });
}

describe('a newer version', () => {
  let peer: CosmosPeer;
  before(async () => {
    peer = await cosmosPeer();
  });
  afterEach(closeOffices);
  after(() => peer.close());

  whatANewerBotWrote('a SQLite file', () => {
    const { path } = anOffice();
    return {
      open: (now) => anOffice({ file: path, now }),
      bare: () => anOffice({ file: path }).bare,
      env: { STORE: `sqlite:${path}` },
      replace: (id, change) => replaceInFile(path, id, change),
      content() {
        const db = new DatabaseSync(path);
        const rows = db.prepare('SELECT id, etag, body FROM documents').all();
        db.close();
        return new Map(rows.map((row) => [String(row.id), row]));
      },
    };
  });

  whatANewerBotWrote('Cosmos DB', () => {
    const database = newDatabase();
    const bare = () => storeAt(peer.url, database);
    return {
      open: (now) => anOffice({ now, between: (_, log) => sealedStore(bare(), { log }) }),
      bare,
      env: { STORE: 'cosmos', COSMOS_ENDPOINT: peer.url, COSMOS_KEY: 'a2V5', COSMOS_DATABASE: database },
      replace: (id, change) => replaceInCosmos(peer.url, database, itemId(id), change),
      async content() {
        const client = new CosmosClient({
          endpoint: peer.url,
          key: 'a2V5',
          connectionPolicy: { enableEndpointDiscovery: false },
        });
        const { resources } = await client
          .database(database)
          .container('documents')
          .items.readAll()
          .fetchAll();
        client.dispose();
        return new Map(resources.map((item) => [documentId(String(item.id)), item]));
      },
    };
  });
});
