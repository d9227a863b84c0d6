import assert from 'node:assert/strict';
import { join } from 'node:path';
import { aFolder } from '../a-folder.ts';
import { aRegisterFile } from '../crash/a-register-file.ts';
import { anOutsideClient } from '../crash/an-outside-client.ts';
import { aComplaint } from '../e2e/a-bot.ts';
import { type BotProcess, startProcess } from '../e2e/a-process.ts';
import { statusAt } from '../status-at.ts';

describe('the bot as a service', () => {
  let folder: ReturnType<typeof aFolder>;
  let client: Awaited<ReturnType<typeof anOutsideClient>>;
  let bot: BotProcess;

  beforeEach(async () => {
    folder = aFolder();
    client = await anOutsideClient();
    bot = await startProcess(folder.path);
  });

  afterEach(async () => {
    await bot.kill();
    await client.close();
    folder.remove();
  });

  const status = (path: string) => statusAt(bot.url + path);

  it('is live and ready', async () => {
    assert.deepEqual([await status('/health/live'), await status('/health/ready')], [200, 200]);
  });

  it('told to stop takes no more turns and is not ready, but ends the turn that is under way', async () => {
    await client.type(bot.url, 'hallo');
    const answer = client.connector.hold();
    const underWay = client.type(bot.url, 'klacht');
    await answer.asked;
    const exit = bot.terminate();
    await until(async () => (await status('/health/ready')) === 503);
    assert.equal(await status('/health/live'), 200);
    assert.equal((await client.type(bot.url, 'hallo')).status, 503);
    answer.release();
    assert.equal((await underWay).status, 200);
    assert.equal(await exit, 0);
  });

  it('told to stop ends the delivery that is under way and writes it down', async () => {
    await client.type(bot.url, 'klacht');
    const answer = client.connector.hold('made-for');
    await client.register(bot.url, aComplaint);
    await answer.asked;
    const exit = bot.terminate();
    await until(async () => (await status('/health/ready')) === 503);
    answer.release();
    assert.equal(await exit, 0);
    const file = aRegisterFile(join(folder.path, 'klachten.db'));
    const [dossier] = await file.dossiers();
    await file.remove();
    // The receipt, which follows the card, has its turn after the next start.
    assert.deepEqual(
      dossier?.outbox.map(({ content, status, lease }) => [content.kind, status, lease]),
      [
        ['case', 'sent', undefined],
        ['receipt', 'queued', undefined],
      ],
    );
  });

  it('told to stop a second time stops at once', async () => {
    await client.type(bot.url, 'hallo');
    const answer = client.connector.hold();
    const underWay = client.type(bot.url, 'klacht').catch(() => undefined);
    await answer.asked;
    const exit = bot.terminate();
    await until(async () => (await status('/health/ready')) === 503);
    bot.terminate();
    assert.equal(await exit, 1);
    await underWay;
  });
});

/** Asks until it is so. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}
