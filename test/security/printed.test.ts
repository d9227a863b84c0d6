import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { aFolder } from '../a-folder.ts';
import { statusAt } from '../status-at.ts';
import { production } from './a-guarded-bot.ts';
import { minutes, productionOffice, sanne } from './production-office.ts';

const main = fileURLToPath(new URL('../../src/start.js', import.meta.url));

type Entry = { level: string; time: string; msg: string; [fact: string]: unknown };

/** Each line as an entry of the log. */
const entriesIn = (printed: string): Entry[] =>
  printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);

/** Prints, warns and fails in every way that a package can, once the bot runs. */
const rowdy = `
  const original = console.log;
  const running = setInterval(() => {
    if (console.log === original) return;
    clearInterval(running);
    const fault = new RangeError('the complaint of Jansen');
    for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir']) console[name]('Jansen', fault);
    process.stdout.write('Jansen\\n');
    process.stderr.write('Jansen', () => process.emitWarning('Jansen', 'DeprecationWarning', 'DEP0040'));
    process.emitWarning('Jansen');
    setTimeout(() => Promise.reject(fault), 50);
  }, 10);
`;

type Fault = (folder: string) => Record<string, string>;

/** Faults that keep a bot from opening its register in a file, with settings that can be read. */
const inTheFile: Record<string, Fault> = {
  'a folder in which no folder can be made': () => ({ STORE: 'sqlite:/proc/x/y.db' }),
  'a file in the place of a folder': () => ({ STORE: `sqlite:${process.execPath}/y.db` }),
  'a folder in the place of the register': (folder) => ({ STORE: `sqlite:${folder}` }),
  'a file that is no register': (folder) => {
    writeFileSync(join(folder, 'klachten.db'), randomBytes(50_000));
    return { STORE: 'sqlite:klachten.db' };
  },
};

const cosmos = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://127.0.0.1:9/' };
const faults: Record<string, Fault> = {
  ...inTheFile,
  'Cosmos DB that nobody serves, without a key': () => cosmos,
  'Cosmos DB that nobody serves, with a key': () => ({ ...cosmos, COSMOS_KEY: 'YWFhYQ==' }),
  'an address of another machine': () => ({ HOST: '192.0.2.1' }),
};

/** Starts the bot in a folder of its own; answers with its exit code and what it printed. */
function started(env: Fault) {
  const folder = aFolder();
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
    cwd: folder.path,
    env: { PATH: process.env.PATH, PORT: '0', STORE: 'sqlite:klachten.db', ...env(folder.path) },
    encoding: 'utf8',
    timeout: 120_000,
  });
  folder.remove();
  return { status, stdout, stderr };
}

describe('a bot that does not start', () => {
  for (const [what, env] of Object.entries(faults)) {
    it(`says so in production in one entry: ${what}`, () => {
      const { status, stdout, stderr } = started((folder) => ({ ...production, ...env(folder) }));
      assert.equal(status, 1);
      const [entry, ...others] = entriesIn(stderr);
      assert.deepEqual(others, []);
      assert.deepEqual([entry?.level, entry?.msg], ['error', 'the bot does not start']);
      assert.ok(Date.parse(entry?.time ?? ''));
      assert.match(String(entry?.reason), /^\S[^\r\n]{5,499}$/);
      for (const { level, time, msg } of stdout ? entriesIn(stdout) : []) assert.ok(level && time && msg);
    });

    if (what in inTheFile)
      it(`says so in plain words in the try-out: ${what}`, () => {
        const { status, stderr } = started(env);
        assert.equal(status, 1);
        assert.match(stderr, /^Klachtenbot does not start:\n- \S.{5}/);
      });
  }

  it('says in plain words which settings are wrong in the try-out, where nobody reads a log', () => {
    const { status, stdout, stderr } = started(() => ({ DIGEST_AT: '25:00' }));
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /^Klachtenbot does not start:\n- DIGEST_AT: .+\n$/);
  });
});

describe('whatever a bot in production prints', () => {
  it('is an entry of the log without its text, whatever prints it', async () => {
    const folder = aFolder();
    const child = spawn(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(rowdy)}`, main],
      {
        cwd: folder.path,
        env: { PATH: process.env.PATH, PORT: '0', STORE: 'sqlite:klachten.db', ...production },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const [[code], out, err] = await Promise.all([
      once(child, 'exit'),
      text(child.stdout),
      text(child.stderr),
    ]);
    folder.remove();
    assert.equal(code, 1);
    assert.equal(err, '');
    assert.doesNotMatch(out, /Jansen/);
    const entries = entriesIn(out);
    assert.equal(entries.filter(({ msg }) => msg === 'something was printed').length, 9);
    assert.deepEqual(
      entries.filter(({ msg }) => msg === 'Node.js warns').map(({ kind, code }) => [kind, code]),
      [
        ['DeprecationWarning', 'DEP0040'],
        ['Warning', undefined],
      ],
    );
    // The register may still say something on the way out.
    const ends = entries.filter(({ msg }) => msg === 'the bot ends by a fault');
    assert.deepEqual(
      ends.map(({ time: _, ...said }) => said),
      [{ level: 'error', msg: 'the bot ends by a fault', fault: 'RangeError' }],
    );
  });

  it('is an entry of the log, and names nobody, while tokens, activities and the platform are faulty', async () => {
    const office = await productionOffice();
    try {
      const message = office.message({ text: 'klacht van Jansen' });
      const expired = await office.authority.sign(office.claims({ exp: minutes(-60) }));
      const early = await office.authority.sign(office.claims({ nbf: minutes(30) }));
      for (const authorization of [
        undefined,
        'Bearer a.b.c',
        `Bearer ${expired}`,
        `Bearer ${early}`,
        'Basic Jansen',
      ])
        assert.equal((await office.post(message, authorization)).status, 401);
      await office.postTrusted({ ...office.registration(), value: { action: 'Jansen' } });
      await office.postTrusted({ ...message, type: 'Jansen' });
      await office.teams.close();
      await office.postTrusted(office.message({ text: 'help' }));
      assert.equal(await statusAt(`${office.bot.url}/health/live`), 200);
      const entries = entriesIn(office.bot.printed());
      assert.ok(entries.some(({ msg }) => msg === 'not authenticated'));
      // The SDK prints the error of a token that is not valid yet.
      assert.ok(entries.some(({ where }) => /^botframework-connector\//.test(String(where))));
      for (const { level, time, msg } of entries) assert.ok(level && time && msg);
      assert.doesNotMatch(office.bot.printed(), new RegExp(`Jansen|Pietersen|${sanne.name}`));
    } finally {
      await office.end();
    }
  });
});
