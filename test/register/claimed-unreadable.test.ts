import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFrom, Unsound } from '../../src/cli/register/commands.ts';
import { exported } from '../../src/register/export.ts';
import { verify } from '../../src/register/integrity/verify.ts';
import type { Document } from '../../src/register/model/dossier.ts';
import { registration } from '../procedure/asked.ts';
import { sanne } from '../procedure/people.ts';
import { contentOf, withForgedEntry } from './a-register.ts';
import { anOffice, closeOffices } from './an-office.ts';

const K2 = 'K-2026-0002';

async function* walk(documents: readonly Document[]) {
  yield* documents;
}

describe('what an export says could not be read', () => {
  let folder: string;
  const before = process.env.STORE;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
    process.env.STORE = `sqlite:${join(folder, 'new.db')}`;
  });
  afterEach(async () => {
    await closeOffices();
    if (before === undefined) delete process.env.STORE;
    else process.env.STORE = before;
    rmSync(folder, { recursive: true });
  });

  async function three(): Promise<Document[]> {
    const office = anOffice();
    for (const form of ['1', '2', '3']) await office.file(registration, form, sanne);
    await office.sweepAt('2026-04-01T10:05');
    return contentOf(office.bare);
  }

  it('is named by import, which does not report success', async () => {
    const documents = (await three()).filter(({ id }) => id !== K2);
    const lines = [];
    for await (const line of exported(walk(documents), '2026-04-02T09:00:00.000Z', () => [K2]))
      lines.push(line);
    const file = join(folder, 'export.jsonl');
    writeFileSync(file, `${lines.join('\n')}\n`);
    await assert.rejects(importFrom(file), (error) => {
      assert(error instanceof Unsound);
      assert.match(error.message, /K-2026-0002: .*niet te lezen/);
      assert.match(error.message, /geschreven/);
      return true;
    });
  });

  it('hides no flaw of what is there all the same', async () => {
    const documents = await three();
    const forged = documents.map((one) =>
      one.kind === 'dossier' && one.id === K2 ? withForgedEntry(one, 2) : one,
    );
    const { flaws } = await verify(walk(forged), [], () => [K2]);
    assert.deepEqual(
      flaws.map(({ number, kind }) => [number, kind]),
      [[K2, 'broken-journal']],
    );
  });
});
