import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { documentsIn, exported } from '../../src/register/export.ts';
import type { Document } from '../../src/register/model/dossier.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { registration } from '../procedure/asked.ts';
import { sanne } from '../procedure/people.ts';
import { aFilledOffice, aWholeDossier, contentOf, tamper, withForgedEntry } from '../register/a-register.ts';
import { anOffice, closeOffices } from '../register/an-office.ts';
import { cosmosPeer } from '../store/cosmos-peer.ts';
import { spoilPage, spoilText } from '../store/damage.ts';
import { dossier } from '../store/documents.ts';

const SCRIPT = fileURLToPath(new URL('../../src/cli/register.ts', import.meta.url));

describe('the register on the command line', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klachten-'));
  });

  afterEach(async () => {
    await closeOffices();
    rmSync(folder, { recursive: true });
  });

  const inFolder = (name: string): string => join(folder, name);

  /** The lines of progress that a command prints when it takes longer than a second. */
  const progress = /^\d+ document(en)? \p{L}+…\n/gmu;

  /** The line in which a command names its register. */
  const named = /^(Register|Van register|Naar register): .+\n/gm;

  /** Starts a command with STORE as its only setting. */
  const start = (store: string, args: string[], env: Record<string, string> = {}) =>
    spawn(process.execPath, [SCRIPT, ...args], { cwd: folder, env: { STORE: `sqlite:${store}`, ...env } });

  const run = (store: string, ...args: string[]) => told(start(store, args));

  async function told(child: ReturnType<typeof start>) {
    const [[code], out, err] = await Promise.all([
      once(child, 'close'),
      text(child.stdout),
      text(child.stderr),
    ]);
    return { code, out, err: err.replace(named, '').replace(progress, '') };
  }

  async function contentIn(file: string): Promise<Document[]> {
    const store = sqliteStore(file);
    const documents = await contentOf(store);
    await store.close();
    return documents;
  }

  it('takes a whole register along in a file, and nobody else may read that', async () => {
    const office = await aFilledOffice();
    assert.deepEqual(await run(office.path, 'export', 'backup.jsonl'), {
      code: 0,
      out: '7 onderdelen geëxporteerd naar backup.jsonl.\n',
      err: '',
    });
    assert.equal(statSync(inFolder('backup.jsonl')).mode & 0o777, 0o600);
    assert(!existsSync(inFolder('backup.jsonl.partial')));

    assert.deepEqual(await run('new.db', 'import', 'backup.jsonl'), {
      code: 0,
      out: '7 onderdelen geschreven; 0 stonden er al.\n',
      err: '',
    });
    assert.deepEqual(await contentIn(inFolder('new.db')), await contentOf(office.bare));
    const again = await run('new.db', 'import', 'backup.jsonl');
    assert.equal(again.out, '0 onderdelen geschreven; 7 stonden er al.\n');
    assert.equal(
      (await run('new.db', 'verify')).out,
      '3 dossiers met 7 journaalregels nagelopen: alles klopt.\n',
    );
  });

  it('copies one register to another in one command', async () => {
    const office = await aFilledOffice();
    const { code, out } = await run('unused.db', 'copy', `sqlite:${office.path}`, 'sqlite:new/other.db');
    assert.deepEqual([code, out], [0, '7 onderdelen geschreven; 0 stonden er al.\n']);
    assert.deepEqual(await contentIn(inFolder('new/other.db')), await contentOf(office.bare));
    assert(!existsSync(inFolder('unused.db')));
  });

  it('moves from SQLite to Cosmos DB and back, and backs up and verifies either', async () => {
    const office = await aFilledOffice();
    const peer = await cosmosPeer();
    const cosmos = { COSMOS_ENDPOINT: peer.url, COSMOS_KEY: 'a2V5' };
    try {
      const there = await told(start('', ['copy', `sqlite:${office.path}`, 'cosmos'], cosmos));
      assert.deepEqual(there, { code: 0, out: '7 onderdelen geschreven; 0 stonden er al.\n', err: '' });
      const inCosmos = { ...cosmos, STORE: 'cosmos' };
      const verified = await told(start('', ['verify'], inCosmos));
      assert.equal(verified.out, '3 dossiers met 7 journaalregels nagelopen: alles klopt.\n');
      assert.equal((await told(start('', ['export', 'backup.jsonl'], inCosmos))).code, 0);
      assert.deepEqual(await linesRead(inFolder('backup.jsonl')), await contentOf(office.bare));
      const imported = await told(start('', ['import', 'backup.jsonl'], inCosmos));
      assert.equal(imported.out, '0 onderdelen geschreven; 7 stonden er al.\n');
      assert.equal((await told(start('', ['copy', 'cosmos', 'sqlite:back.db'], cosmos))).code, 0);
      assert.deepEqual(await contentIn(inFolder('back.db')), await contentOf(office.bare));
    } finally {
      await peer.close();
    }
  });

  it('names the register it works on, once and where no data goes, and never a key', async () => {
    const office = await aFilledOffice();
    const peer = await cosmosPeer();
    const env = {
      COSMOS_ENDPOINT: peer.url,
      COSMOS_KEY: 'a2V5',
      STORE: 'cosmos',
      COSMOS_DATABASE: 'klachten-2',
    };
    const inCosmos = `${peer.url} (database klachten-2, container documents)`;
    const lines = async (store: string, args: string[], more = {}) =>
      (await text(start(store, args, more).stderr)).match(named);
    try {
      for (const args of [
        ['verify'],
        ['backup', 'copy.db'],
        ['export', 'copy.jsonl'],
        ['resume', 'copy.jsonl'],
      ])
        assert.deepEqual(await lines(office.path, args), [`Register: ${office.path}\n`], args[0]);
      assert.deepEqual(await lines('new.db', ['import', 'copy.jsonl']), [
        `Register: ${inFolder('new.db')}\n`,
      ]);
      assert.deepEqual(await lines('', ['copy', 'sqlite:new.db', 'cosmos'], env), [
        `Van register: ${inFolder('new.db')}\n`,
        `Naar register: ${inCosmos}\n`,
      ]);
      assert.deepEqual(await lines('', ['verify'], env), [`Register: ${inCosmos}\n`]);
    } finally {
      await peer.close();
    }
  });

  it('resumes nothing in a copy of which a page is damaged or something to be erased cannot be read', async () => {
    const office = await aFilledOffice();
    await run(office.path, 'backup', 'copy.db');
    const heads = ['K-2026-0001', 'K-2026-0003']
      .map((number) => JSON.stringify({ number, version: 99, hash: 'a'.repeat(64), erased: 'request' }))
      .join('\n');
    writeFileSync(inFolder('lost.heads'), heads);
    const spoiled: Record<string, (file: string) => void> = {
      page: (file) => spoilPage(file, 'K-2026-0003'),
      text: (file) => spoilText(file, 'K-2026-0003'),
      changed: (file) => {
        const db = new DatabaseSync(file);
        db.exec('CREATE TRIGGER sly BEFORE UPDATE ON documents BEGIN SELECT RAISE(IGNORE); END');
        db.close();
      },
    };
    for (const [what, spoil] of Object.entries(spoiled)) {
      const name = `${what}.db`;
      copyFileSync(inFolder('copy.db'), inFolder(name));
      spoil(inFolder(name));
      const bytes = readFileSync(inFolder(name));
      const { code, out, err } = await run(name, 'resume', 'lost.heads');
      assert.deepEqual([code, out], [1, ''], what);
      assert.match(
        err,
        /Er is niets gedaan: deze kopie is beschadigd\. Zet een andere kopie terug|beschadigd of half gekopieerd .* zet een back-up terug/,
        what,
      );
      assert(readFileSync(inFolder(name)).equals(bytes), what);
      assert(!existsSync(inFolder(`${name}.heads`)), what);
    }
  });

  it('exports while the register is written to', async () => {
    const office = await aFilledOffice();
    const done = run(office.path, 'export', 'backup.jsonl');
    for (let i = 0; i < 20; i += 1) await office.file(registration, `new ${i}`, sanne);
    assert.equal((await done).code, 0);
    assert((await linesRead(inFolder('backup.jsonl'))).length >= 6);
  });

  describe('backup', () => {
    it('copies a register whole while it is written to, log and all, and nobody else may read the copy', async () => {
      const office = await aFilledOffice();
      const done = run(office.path, 'backup', 'copy.db');
      for (let i = 0; i < 20; i += 1) await office.store.write({ kind: 'memo', id: `memo ${i}`, content: i });
      const { code, out, err } = await done;
      assert.deepEqual(
        [code, out, err],
        [0, 'Kopie gemaakt: copy.db. 3 dossiers met 7 journaalregels nagelopen: alles klopt.\n', ''],
      );
      assert.equal(statSync(inFolder('copy.db')).mode & 0o777, 0o600);
      assert.deepEqual(readdirSync(folder), ['copy.db', 'copy.db.heads']);
      assert.equal(statSync(inFolder('copy.db.heads')).mode & 0o777, 0o600);
      assert.equal((await run('copy.db', 'verify')).code, 0);
      const copied = await contentIn(inFolder('copy.db'));
      const now = JSON.stringify(await contentOf(office.bare));
      assert.ok(copied.length >= 6 && copied.every((document) => now.includes(JSON.stringify(document))));
    });

    it('holds what a copy of the file alone would miss', async () => {
      const office = await aFilledOffice();
      copyFileSync(office.path, inFolder('file-alone.db'));
      const { code, out, err } = await run('file-alone.db', 'verify');
      assert.deepEqual([code, out], [1, '']);
      assert.match(
        err,
        /^Er staat nog geen dossier in dit register, dus er is niets na te lopen\. Bij een nieuw register is dat goed\.\nHeb je dit bestand zelf gekopieerd\?/,
      );
      assert.equal((await run(office.path, 'backup', 'copy.db')).code, 0);
      assert.deepEqual(await contentIn(inFolder('copy.db')), await contentOf(office.bare));
    });

    it('says of an empty register that is open that nothing is wrong, and asks of no other than a file whether it is a copy', async () => {
      const { path } = await anOffice();
      const inUse =
        'Er staat nog geen dossier in dit register, dus er is niets na te lopen. Bij een nieuw register is dat goed. Er staat een -wal-bestand naast: waarschijnlijk is het nu in gebruik.\n';
      assert.deepEqual(await run(path, 'verify'), { code: 0, out: inUse, err: '' });
      const copied = await run(path, 'backup', 'copy.db');
      assert.deepEqual(copied, { code: 0, out: `Kopie gemaakt: copy.db. ${inUse}`, err: '' });
      const peer = await cosmosPeer();
      try {
        const env = { COSMOS_ENDPOINT: peer.url, COSMOS_KEY: 'a2V5', STORE: 'cosmos' };
        const { code, err } = await told(start('', ['verify'], env));
        assert.equal(code, 1);
        assert.match(err, /na te lopen\. Bij een nieuw register is dat goed\.\n$/);
      } finally {
        await peer.close();
      }
    });

    it('replaces nothing, and leaves nothing behind when it fails', async () => {
      const office = await aFilledOffice();
      writeFileSync(inFolder('copy.db'), 'an older one');
      const { code, err } = await run(office.path, 'backup', 'copy.db');
      assert.deepEqual([code, err], [1, 'Dat is niet gelukt:\n- copy.db bestaat al; kies een andere naam\n']);
      assert.equal(readFileSync(inFolder('copy.db'), 'utf8'), 'an older one');
      assert.equal((await run('missing.db', 'backup', 'other.db')).code, 1);
      assert.equal((await run(office.path, 'backup', 'no-folder/other.db')).code, 1);
      assert.deepEqual(readdirSync(folder), ['copy.db']);
    });

    it('copies an unsound register as it is, and says what is wrong with it', async () => {
      const office = await aFilledOffice();
      await tamper(office.store, 'K-2026-0003', (found) => withForgedEntry(found, 2));
      const { code, err } = await run(office.path, 'backup', 'copy.db');
      assert.equal(code, 1);
      assert.match(
        err,
        /^K-2026-0003: .*\n[\s\S]*\nKopie gemaakt: copy\.db\. Ze is gelijk aan het register\.\n$/,
      );
      assert.deepEqual(await contentIn(inFolder('copy.db')), await contentOf(office.bare));
    });
  });

  it('exports over nothing, and says which file is in its way', async () => {
    const office = await aFilledOffice();
    for (const name of ['backup.jsonl', 'backup.jsonl.partial']) {
      writeFileSync(inFolder(name), 'what was there');
      const { code, err } = await run(office.path, 'export', 'backup.jsonl');
      assert.deepEqual([code, readFileSync(inFolder(name), 'utf8')], [1, 'what was there']);
      assert.match(
        err,
        new RegExp(`^Dat is niet gelukt:\n- ${name} bestaat al[;,].* kies een andere naam\n$`),
      );
      rmSync(inFolder(name));
    }
    assert.equal((await run(office.path, 'export', 'backup.jsonl')).code, 0);
    assert.deepEqual(readdirSync(folder), ['backup.jsonl']);
  });

  it('goes on with an import that was killed', async () => {
    await writeMany(inFolder('backup.jsonl'), 1500);
    const store = sqliteStore(inFolder('new.db'));
    const child = start('new.db', ['import', 'backup.jsonl']);
    const closed = once(child, 'close');
    while (child.exitCode === null && (await store.list({ open: true })).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGKILL');
    await closed;
    const written = (await store.list({ open: true })).length;
    const { out } = await run('new.db', 'import', 'backup.jsonl');
    assert.equal(
      out,
      `${inDutch(1500 - written, 'onderdeel', 'onderdelen')} geschreven; ${inDutch(written, 'stond', 'stonden')} er al.\n`,
    );
    assert.equal((await store.list({ open: true })).length, 1500);
    await store.close();
  });

  it('writes nothing of a file that was cut off or changed', async () => {
    const office = await aFilledOffice();
    await run(office.path, 'export', 'backup.jsonl');
    const whole = readFileSync(inFolder('backup.jsonl'), 'utf8');
    const faults = {
      cut: whole.slice(0, whole.lastIndexOf('\n', whole.length - 2)),
      changed: whole.replace('Van Dam', 'Van Dem'),
    };
    for (const [name, content] of Object.entries(faults)) {
      writeFileSync(inFolder(name), content);
      const { code, out, err } = await run('new.db', 'import', name);
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, /^Geweigerd: het bestand is (niet heel|veranderd).*\. Er is niets geschreven\.\n$/);
      assert.deepEqual(await contentIn(inFolder('new.db')), []);
    }
  });

  it('writes nothing into a register that has something else under a number, and names it', async () => {
    const office = await aFilledOffice();
    await run(office.path, 'export', 'backup.jsonl');
    const other = sqliteStore(inFolder('other.db'));
    await other.write(dossier('K-2026-0002'));
    await other.close();
    const { code, err } = await run('other.db', 'import', 'backup.jsonl');
    assert.equal(code, 1);
    assert.match(err, /een andere versie van K-2026-0002\. Er is niets geschreven\.\n$/);
    assert.deepEqual(await contentIn(inFolder('other.db')), [dossier('K-2026-0002')]);
  });

  it('names a journal that was tampered with when it verifies and exports, and refuses to read it', async () => {
    const office = await aFilledOffice();
    await tamper(office.bare, 'K-2026-0003', (found) => withForgedEntry(found, 2));
    const broken = 'K-2026-0003: het journaal klopt niet vanaf regel 2\n';
    assert.deepEqual(await run(office.path, 'verify'), {
      code: 1,
      out: '',
      err: `${broken}3 dossiers met 7 journaalregels nagelopen: 1 document klopt niet.\n`,
    });
    assert.deepEqual(await run(office.path, 'export', 'backup.jsonl'), {
      code: 1,
      out: '',
      err: `${broken}7 onderdelen geëxporteerd naar backup.jsonl. Inlezen zal worden geweigerd.\n`,
    });
    const { code, err } = await run('new.db', 'import', 'backup.jsonl');
    assert.deepEqual([code, err], [1, `Geweigerd: ${broken.trim()}. Er is niets geschreven.\n`]);
    assert.deepEqual(await contentIn(inFolder('new.db')), []);
  });

  it('names a complaint that is not what its journal says', async () => {
    const office = await aFilledOffice();
    await tamper(office.bare, 'K-2026-0001', (found) => ({
      ...found,
      complaint: { ...found.complaint, summary: 'Het viel wel mee.' },
    }));
    const { code, err } = await run(office.path, 'verify');
    assert.equal(code, 1);
    assert.match(err, /^K-2026-0001: .* de klacht is niet zoals het journaal zegt\n/);
  });

  it('names a dossier that cannot be read, and verifies, exports and copies all others', async () => {
    const office = await aFilledOffice();
    await office.store.close();
    spoilText(office.path, 'K-2026-0002');
    const verified = await run(office.path, 'verify');
    assert.equal(verified.code, 1);
    assert.match(verified.err, /^K-2026-0002: is beschadigd en niet te lezen; is niet nagelopen\n/);
    assert.match(
      verified.err,
      /2 dossiers met \d+ journaalregels nagelopen: 1 document is niet te lezen\.\n$/,
    );

    for (const args of [
      ['export', 'rest.jsonl'],
      ['copy', `sqlite:${office.path}`, `sqlite:${inFolder('rest.db')}`],
    ]) {
      const { code, err } = await run(office.path, ...args);
      assert.equal(code, 1);
      assert.match(err, /^K-2026-0002: is beschadigd/);
    }
    const exportedIds = readFileSync(inFolder('rest.jsonl'), 'utf8').match(/"id":"K-\d{4}-\d{4}"/g);
    assert.deepEqual(exportedIds, ['"id":"K-2026-0001"', '"id":"K-2026-0003"']);
    const copied = (await contentIn(inFolder('rest.db'))).map(({ id }) => id);
    assert.deepEqual(
      copied.filter((id) => id.startsWith('K-')),
      ['K-2026-0001', 'K-2026-0003'],
    );
  });

  it('makes no register where there is none to read, nor for a file that is not there', async () => {
    for (const args of [['verify'], ['export', 'x.jsonl'], ['import', 'x.jsonl']]) {
      const { code, err } = await run('nowhere.db', ...args);
      assert.equal(code, 1);
      assert.match(err, /^Dat is niet gelukt:\n- .*(nowhere\.db|x\.jsonl)/);
    }
    assert(!existsSync(inFolder('nowhere.db')));
  });

  it('says how it is used when it is not understood', async () => {
    for (const args of [[], ['exporteer'], ['export'], ['export', 'a', 'b'], ['verify', 'a'], ['toString']]) {
      const { code, out, err } = await run('nowhere.db', ...args);
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, /^Gebruik: npm run -s register/);
    }
  });

  it('says which setting is wrong, and asks for none but those of the store', async () => {
    const { code, err } = await run('', 'verify');
    assert.equal(code, 1);
    assert.match(err, /^Dat is niet gelukt:\n- STORE: "sqlite:" is not right/);
  });
});

function linesRead(file: string): Promise<Document[]> {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return collected(documentsIn(each(lines)));
}

async function writeMany(file: string, count: number): Promise<void> {
  const documents = Array.from({ length: count }, (_, i) => aWholeDossier(`K-2026-${10_000 + i}`));
  const lines = await collected(exported(each(documents), '2026-04-01T08:00:00.000Z'));
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const inDutch = (count: number, one: string, several: string): string =>
  `${new Intl.NumberFormat('nl').format(count)} ${count === 1 ? one : several}`;
