import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweptAt } from '../bench/lives.ts';
import { office, people } from '../bench/office.ts';
import { dueCount, openCount, seed } from '../bench/seed.ts';
import { sink } from '../bench/sink.ts';
import { replay } from '../src/procedure/evolve.ts';
import { caseNumber, numberOf } from '../src/procedure/model/case-number.ts';
import { indexed } from '../src/register/amend.ts';
import { firstBroken } from '../src/register/model/chain.ts';
import { eventOf } from '../src/register/model/journal.ts';
import { readDossier, type Store } from '../src/register/model/store.ts';
import { digest } from '../src/register/notify/digest.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { statusAt } from './status-at.ts';

describe('the register that the bench fills', () => {
  const stored = 100;
  const number = (n: number) => caseNumber(numberOf('2026', n));
  let folder: string;
  let store: Store;
  let bureau: ReturnType<typeof office>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'klachten-'));
    await seed(join(folder, 'klachten.db'), stored);
    store = sqliteStore(join(folder, 'klachten.db'));
    bureau = office(store);
    bureau.moveTo(sweptAt);
  });
  after(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('holds dossiers whose journal leads to their state, and is whole while they are open', async () => {
    for (let n = 1; n <= stored; n += 1) {
      const dossier = await readDossier(store, number(n));
      assert(dossier);
      if (dossier.open) assert.equal(firstBroken(dossier.journal), undefined);
      const replayed = JSON.parse(JSON.stringify(replay(dossier.journal.map(eventOf))));
      assert.deepEqual(dossier.complaint, replayed);
      assert.equal(dossier.complaint.number, dossier.id);
      assert.deepEqual(
        JSON.parse(JSON.stringify(indexed(dossier, bureau.clock.now(), bureau.config))),
        dossier,
      );
    }
  });

  it('has as many open as the bench says, all of them in the digest', async () => {
    const {
      open: { rows },
    } = await digest(store, bureau.desk(), bureau.clock.today(), bureau.config);
    assert.equal(rows.length, openCount);
  });

  it('has as many due as the bench says, and nobody finds more to do afterwards', async () => {
    assert.equal((await store.due(bureau.clock.now(), stored)).length, dueCount);
    await bureau.sweep();
    assert.equal(bureau.delivered(), dueCount);
    assert.deepEqual(await store.due(bureau.clock.now(), stored), []);
  });

  it('lets Lars add a note, and gives the next complaint the next number', async () => {
    const by = people.officer;
    const [open] = await bureau.casesOf(by);
    assert(open);
    const noted = await bureau.execute({ type: 'add-note', by, number: open.id, text: 'Gebeld.' });
    assert.equal(noted.journal.at(-1)?.type, 'note-added');
    const next = await bureau.file({ ...open.complaint, remedied: false }, 'a new form', by);
    assert.equal(next.id, number(stored + 1));
  });
});

describe('the sink of the bench', () => {
  it('hands over what answers somebody, whatever the bot sends or edits of its own accord', async () => {
    const { url, take, close } = await sink();
    const send = (method: string, path: string, text: string) =>
      statusAt(`${url}/v3/conversations/a%20chat/activities${path}`, { method, body: text });
    await send('POST', '/what-was-said', 'the form');
    await send('POST', '', 'the card of a handler');
    await send('PUT', '/the-receipt', 'the receipt');
    await send('POST', '/what-was-said', '{"type":"typing"}');
    assert.equal(take('what-was-said'), 'the form');
    assert.equal(take('what-was-said'), '');
    await close();
  });
});
