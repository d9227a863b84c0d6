import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { verify } from '../../src/register/integrity/verify.ts';
import { aFolder } from '../a-folder.ts';
import { aComplaint } from '../e2e/a-bot.ts';
import { textOf } from '../e2e/a-card.ts';
import { type BotProcess, startProcess } from '../e2e/a-process.ts';
import { becoming, statusAt } from '../status-at.ts';
import { aRegisterFile } from './a-register-file.ts';
import { anOutsideClient } from './an-outside-client.ts';

const notWritten = /Er is (nog )?niets vastgelegd[^.]*\. Wat je typte staat nog in de kaart\./;

describe('a bot that cannot write', () => {
  let folder: ReturnType<typeof aFolder>;
  let client: Awaited<ReturnType<typeof anOutsideClient>>;
  let bot: BotProcess;

  beforeEach(async () => {
    folder = aFolder();
    client = await anOutsideClient();
  });

  afterEach(async () => {
    await bot?.kill();
    await client.close();
    folder.remove();
  });

  /** Asks until it is as ready as that. */
  const ready = (status: number) =>
    becoming(
      () => statusAt(`${bot.url}/health/ready`),
      (found) => found === status,
    );

  /** Registers a complaint with a long text; the number, or undefined when the bot said that it could not. */
  async function register(): Promise<string | undefined> {
    await client.type(bot.url, 'klacht');
    const filled = { ...aComplaint, 'Korte inhoud': 'x'.repeat(2000) };
    const { status, statusCode, said } = await client.register(bot.url, filled);
    assert.equal(status, 200);
    if (statusCode === 200) return /K-2026-\d{4}/.exec(said)?.[0] ?? assert.fail(said);
    assert.equal(statusCode, 500);
    assert.match(said, notWritten);
    assert.doesNotMatch(said, /SQLITE|database|disk|readonly/i);
    return undefined;
  }

  /** Reads the register with room on the disk. */
  async function registered(): Promise<string[]> {
    const file = aRegisterFile(join(folder.path, 'klachten.db'));
    assert.deepEqual((await verify(file.documents())).flaws, []);
    const found = await file.dossiers();
    await file.remove();
    return found.map(({ id }) => id);
  }

  it('because the disk is full says so in Dutch, is not ready, and has whole all that it confirmed', async () => {
    // The limit on the size of a file stands for a disk that is full.
    bot = await startProcess(folder.path, {}, { fileBlocks: 1600 });
    assert.equal(await ready(200), 200);
    const confirmed: string[] = [];
    for (let number = await register(); number; number = await register()) confirmed.push(number);
    assert.ok(confirmed.length > 1);
    assert.equal(await ready(503), 503);
    assert.equal(await statusAt(`${bot.url}/health/live`), 200);
    await bot.kill();
    assert.deepEqual(await registered(), confirmed);
  });

  it('because somebody put triggers into the register says so, and goes on when they are gone', async () => {
    bot = await startProcess(folder.path);
    assert.equal(await register(), 'K-2026-0001');
    const other = new DatabaseSync(join(folder.path, 'klachten.db'), { timeout: 5000 });
    for (const [table, deed] of ['documents', 'room'].flatMap((one) => [
      [one, 'INSERT'],
      [one, 'UPDATE'],
    ])) {
      other.exec(
        `CREATE TRIGGER no_${deed}_${table} BEFORE ${deed} ON ${table}
         BEGIN SELECT RAISE(IGNORE); END`,
      );
    }
    assert.equal(await register(), undefined);
    assert.equal(await ready(503), 503);
    for (const { name } of other.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
      other.exec(`DROP TRIGGER ${name}`);
    other.close();
    assert.equal(await ready(200), 200);
    assert.equal(await register(), 'K-2026-0002');
    await bot.kill();
    assert.deepEqual(await registered(), ['K-2026-0001', 'K-2026-0002']);
  });

  it('because another process holds the register says so, and serves everybody else in the meantime', async () => {
    bot = await startProcess(folder.path);
    assert.equal(await register(), 'K-2026-0001');
    await client.type(bot.url, 'klacht');
    const other = new DatabaseSync(join(folder.path, 'klachten.db'), { timeout: 5000 });
    other.exec('BEGIN IMMEDIATE');
    // The lock is held until all of this has been answered.
    const pressed = register();
    assert.equal(await statusAt(`${bot.url}/health/live`), 200);
    for (const text of ['help', 'zaken', 'mijn klachten', 'termijnen'])
      assert.equal((await client.type(bot.url, text)).status, 200);
    assert.match(client.connector.sent.map(({ card }) => textOf(card)).join(), /K-2026-0001/);
    assert.equal(await pressed, undefined);
    assert.equal(await ready(503), 503);
    other.exec('ROLLBACK');
    other.close();
    assert.equal(await register(), 'K-2026-0002');
    assert.equal(await ready(200), 200);
    await bot.kill();
    assert.deepEqual(await registered(), ['K-2026-0001', 'K-2026-0002']);
  });

  it('because another process holds the register at the start says that in the log, and goes on when it lets go', async () => {
    await (await startProcess(folder.path)).stop();
    const other = new DatabaseSync(join(folder.path, 'klachten.db'), { timeout: 5000 });
    other.exec('BEGIN IMMEDIATE');
    bot = await startProcess(folder.path, { LOG_LEVEL: 'error' });
    other.exec('ROLLBACK');
    other.close();
    assert.match(
      bot.printed(),
      /"code":"busy".*"msg":"another program holds the register: nothing can be written"/,
    );
    assert.doesNotMatch(bot.printed(), /the register cannot be written/);
    assert.equal(await register(), 'K-2026-0001');
  });

  it('because its register was taken away says so at once, and gives no number a second time', async () => {
    bot = await startProcess(folder.path);
    assert.equal(await register(), 'K-2026-0001');
    const names = ['klachten.db', 'klachten.db-wal', 'klachten.db-shm'];
    for (const name of names) renameSync(join(folder.path, name), join(folder.path, `${name}.away`));
    assert.equal(await register(), undefined);
    assert.equal(await ready(503), 503);
    assert.equal(await statusAt(`${bot.url}/health/live`), 200);
    for (const name of names) renameSync(join(folder.path, `${name}.away`), join(folder.path, name));
    assert.equal(await register(), 'K-2026-0002');
    assert.equal(await ready(200), 200);
    await bot.kill();
    assert.deepEqual(await registered(), ['K-2026-0001', 'K-2026-0002']);
  });
});
