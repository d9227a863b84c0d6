import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { aFolder } from '../a-folder.ts';
import { production } from '../security/a-guarded-bot.ts';

const main = fileURLToPath(new URL('../../src/start.js', import.meta.url));
const command = fileURLToPath(new URL('../../src/cli/register.ts', import.meta.url));

type Env = Record<string, string>;

function run(file: string, words: string[], folder: string, env: Env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', STORE: 'sqlite:data/klachten.db', ...env },
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

/** Reads the reasons in a log: every line is JSON. */
const reasonsIn = (stderr: string): string[] =>
  stderr
    .trim()
    .split('\n')
    .map((line) => {
      const { level, msg, reason } = JSON.parse(line);
      assert.deepEqual([level, msg], ['error', 'the bot does not start']);
      return String(reason);
    });

describe('an address at which the bot cannot listen', () => {
  const folder = aFolder();
  after(() => folder.remove());

  const wrong: Record<string, { env: Env; said: RegExp }> = {
    'a HOST that does not exist': {
      env: { ...production, HOST: '999.1.1.1' },
      said: /^HOST: is "999\.1\.1\.1", which is no address of this machine \(ENOTFOUND\); expected .*0\.0\.0\.0/,
    },
    'a HOST of another machine': {
      env: { ...production, HOST: '10.255.1.1' },
      said: /^HOST: is "10\.255\.1\.1", which is no address of this machine \(EADDRNOTAVAIL\); expected .*0\.0\.0\.0/,
    },
  };
  for (const [what, { env, said }] of Object.entries(wrong))
    it(`is refused before a register is made, with the setting and the remedy: ${what}`, () => {
      const { status, stderr } = run(main, [], folder.path, env);
      assert.equal(status, 1);
      assert.match(reasonsIn(stderr).join(), said);
      assert.deepEqual(readdirSync(folder.path), []);
    });

  for (const [what, settings] of Object.entries({ production, 'the try-out': {} }))
    it(`says that the port is in use, and leaves no register: ${what}`, async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const address = other.address();
      const port = String(typeof address === 'object' ? address?.port : '');
      const { status, stderr } = run(main, [], folder.path, { ...settings, HOST: '127.0.0.1', PORT: port });
      other.close();
      assert.equal(status, 1);
      assert.match(stderr, /PORT: is \\?"\d+\\?", which is in use \(EADDRINUSE\).*; expected a free port/);
      assert.deepEqual(readdirSync(folder.path), []);
    });
});

describe('settings that are wrong', () => {
  it('are told in production as lines of the log, one for each, in the words that a terminal reads', () => {
    const folder = aFolder();
    const { status, stdout, stderr } = run(main, [], folder.path, {
      ...production,
      DIGEST_AT: '25:00',
      PORT: 'x',
    });
    folder.remove();
    assert.deepEqual([status, stdout], [1, '']);
    const reasons = reasonsIn(stderr);
    assert.deepEqual(reasons.map((reason) => reason.split(':')[0]).sort(), ['DIGEST_AT', 'PORT']);
    for (const reason of reasons) assert.match(reason, /; expected /);
  });
});

/** Makes a database of another program. */
function ofAnother(path: string, tables: string): void {
  const db = new DatabaseSync(path);
  db.exec(tables);
  db.close();
  chmodSync(path, 0o644);
}

describe('a register that is none', () => {
  const folder = aFolder();
  const at = (name: string) => join(folder.path, name);
  before(async () => {
    await sqliteStore(at('whole.db')).close();
    mkdirSync(at('map'), { mode: 0o755 });
    writeFileSync(at('tekst'), 'dit is een brief, en geen register '.repeat(200), { mode: 0o644 });
    writeFileSync(at('half'), readFileSync(at('whole.db')).subarray(0, 40_000), { mode: 0o600 });
    writeFileSync(at('leeg.jsonl'), '');
    ofAnother(at('ander.db'), 'CREATE TABLE customers (name TEXT)');
    ofAnother(at('ander-log.db'), 'PRAGMA journal_mode = WAL; CREATE TABLE documents (id, title)');
    ofAnother(at('ander-nieuw.db'), 'CREATE TABLE documents (id, body); PRAGMA user_version = 2');
  });
  after(() => folder.remove());

  const kinds: Record<string, RegExp> = {
    map: /dat is een map\. .*STORE=sqlite:data\/klachten\.db/,
    tekst: /dat is geen register.*STORE.*back-up/,
    half: /beschadigd of half gekopieerd.*back-up/,
    'ander.db': /dat is geen register.*STORE.*back-up/,
    'ander-log.db': /dat is geen register.*STORE.*back-up/,
    'ander-nieuw.db': /dat is geen register.*STORE.*back-up/,
  };
  const commands = [
    ['verify'],
    ['backup', 'kopie.db'],
    ['export', 'kopie.jsonl'],
    ['import', 'leeg.jsonl'],
    ['resume', 'klachten.db.heads'],
    ['copy', 'FROM', 'sqlite:nieuw.db'],
  ];
  const all = () =>
    readdirSync(folder.path).map((name) => {
      const { mode, size } = statSync(at(name));
      return [name, mode, size, name === 'map' || readFileSync(at(name)).toString('base64')];
    });

  for (const [name, words] of Object.entries(kinds)) {
    it(`is told with the remedy at the start, and stays as it is: ${name}`, () => {
      const before = all();
      for (const settings of [{}, production]) {
        const { status, stderr } = run(main, [], folder.path, { ...settings, STORE: `sqlite:${name}` });
        assert.equal(status, 1);
        assert.match(stderr, words);
      }
      assert.deepEqual(all(), before);
    });
    for (const asked of commands)
      it(`is told with the remedy by ${asked[0]}, which writes nothing: ${name}`, () => {
        writeFileSync(at('klachten.db.heads'), '{"number":"K-2026-0001","version":1,"hash":"x"}\n');
        const before = all();
        const given = asked.map((word) => (word === 'FROM' ? `sqlite:${name}` : word));
        const { status, stdout, stderr } = run(command, given, folder.path, {
          ...production,
          STORE: `sqlite:${name}`,
        });
        assert.equal(status, 1);
        assert.equal(stdout, '');
        assert.match(stderr, words);
        assert.deepEqual(all(), before);
      });
  }

  it('is refused as well where its tables stand in the file beside it, and gets none of ours', () => {
    const other = new DatabaseSync(at('beside.db'));
    other.exec('PRAGMA journal_mode = WAL; CREATE TABLE customers (name TEXT)');
    for (const end of ['', '-wal']) copyFileSync(at(`beside.db${end}`), at(`ander-beside.db${end}`));
    other.close();
    const { status, stderr } = run(main, [], folder.path, { STORE: 'sqlite:ander-beside.db' });
    assert.equal(status, 1);
    assert.match(stderr, /dat is geen register/);
    const left = new DatabaseSync(at('ander-beside.db'), { readOnly: true });
    assert.deepEqual(
      left
        .prepare('SELECT name FROM sqlite_schema')
        .all()
        .map(({ name }) => name),
      ['customers'],
    );
    left.close();
  });
});
