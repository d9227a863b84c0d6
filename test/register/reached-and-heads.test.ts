import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personId } from '../../src/procedure/model/person-id.ts';
import { compareWithHeads } from '../../src/register/integrity/at-start.ts';
import type { Message } from '../../src/register/model/message.ts';
import { triesOf } from '../../src/register/model/outbox.ts';
import { noteReached, noteUnreached, revived, unreached } from '../../src/register/notify/unreached.ts';
import { headsFile, headsIn } from '../../src/store/heads-file.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { logBook } from '../dispatch/log-book.ts';
import { registration } from '../procedure/asked.ts';
import { fatima, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const now = '2026-11-23T10:00:00.000Z';
const to = { kind: 'person', id: personId('p') } as const;

describe('somebody who was reached while something failed', () => {
  const note = (store: ReturnType<typeof sqliteStore>, document: string) =>
    noteUnreached(store, to, { document, reason: '503', setUp: false, now });

  it('keeps in mind what failed again during the release', async () => {
    const store = sqliteStore(':memory:');
    for (const document of ['K-1', 'K-2']) await note(store, document);
    await noteReached(store, to, async (id) => void (id === 'K-2' && (await note(store, 'K-1'))));
    assert.deepEqual((await unreached(store, to))?.documents, ['K-1']);
    await store.close();
  });

  it('keeps in mind what could not be released', async () => {
    const store = sqliteStore(':memory:');
    for (const document of ['K-1', 'K-2', 'K-3']) await note(store, document);
    const release = async (id: string) => {
      if (id === 'K-2') throw new RangeError();
    };
    await assert.rejects(noteReached(store, to, release), RangeError);
    assert.deepEqual((await unreached(store, to))?.documents, ['K-2', 'K-3']);
    await store.close();
  });

  it('has the tries of what was given up begin anew', () => {
    const attempts: Message['attempts'] = [{ at: now, fault: '503', times: 200, lastAt: now }];
    const content = { kind: 'case' } as const;
    const message: Message = { id: 'm', to, content, queuedAt: now, status: 'gave-up', attempts };
    const [again] = revived([message], to, now, () => true);
    assert(again);
    assert.equal(triesOf(again) - (again.triedBefore ?? 0), 0);
  });
});

describe('the heads beside the register', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
  });
  afterEach(async () => {
    await closeOffices();
    rmSync(folder, { recursive: true });
  });

  const head = (number: string) => ({ number, version: 1, hash: 'a'.repeat(64) });

  it('lose no line to one that was cut off, wherever that was', () => {
    const line = JSON.stringify(head('K-2026-0001'));
    for (let length = 1; length <= line.length; length += 7) {
      const path = join(folder, `${length}.heads`);
      writeFileSync(path, line.slice(0, length));
      headsFile(path, logBook()).note(head('K-2026-0002'));
      assert(headsIn(path).some(({ number }) => number === 'K-2026-0002'));
    }
  });

  it('raise no count to a number that no year reaches', () => {
    const path = join(folder, 'heads');
    for (const count of ['1000000', '999999', '999999999', '0007'])
      appendFileSync(path, `${JSON.stringify(head(`K-2026-${count}`))}\n`);
    const log = logBook();
    assert.deepEqual(headsFile(path, log).highest(), { 2026: 7 });
    assert(log.lines.some((line) => line.includes('no year reaches')));
  });

  it('lack nothing at the start because of what is written meanwhile', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    const { bare } = office;
    const walked: typeof bare = {
      ...bare,
      async *all() {
        await office.setAbsence(fatima, { from: '2026-05-01', until: '2026-05-08' });
        yield* bare.all();
      },
    };
    await compareWithHeads({ ...office, bare: walked });
    assert(office.logged.every((line) => !line.includes('heads-missing')));
  });
});
