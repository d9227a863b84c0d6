import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { savedClock } from '../../src/tryout/tryout.ts';
import { startProcess } from '../e2e/a-process.ts';
import { statusAt } from '../status-at.ts';
import { type State, tryoutServer } from './tryout-server.ts';

describe('the try-out after a restart', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tryout-'));
    file = join(folder, 'tryout.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const sanne = tryoutPeople[0]?.id;

  it('still has every chat, and the same conversations', async () => {
    const before = await tryoutServer({ file });
    await before.ask('/tryout/api/say', { personId: sanne, text: 'kaart' });
    await before.ask('/tryout/api/install', { personId: sanne, installed: false });
    const remembered = (await before.ask('/tryout/api/state')).body;
    await before.close();

    const after = await tryoutServer({ file });
    assert.deepEqual((await after.ask('/tryout/api/state')).body, remembered);
    await after.close();
  });

  it('knows how far time had moved', async () => {
    assert.equal(savedClock(file), undefined);
    const teams = await tryoutServer({ file });
    await teams.ask('/tryout/api/clock', { to: '2026-12-24' });
    const ahead = Date.parse('2026-12-24T08:00:00Z') - Date.now();
    await teams.close();
    const slack = Math.abs((savedClock(file)?.offsetMs ?? 0) - ahead);
    assert.ok(slack < 60_000, `${slack} ms off`);
  });

  it('shows the chats of its own register: another in the same folder, or a new one under that name, begins without', async () => {
    const textsIn = async (env: Record<string, string>): Promise<string[]> => {
      const bot = await startProcess(folder, env);
      const state = (await (await fetch(`${bot.url}/tryout/api/state`)).json()) as State;
      if (env.SAYS) await say(bot.url, env.SAYS);
      await bot.stop();
      return state.conversations.flatMap(({ activities }) =>
        activities.filter(({ from }) => from !== 'bot').map(({ text }) => text),
      );
    };
    const say = (url: string, text: string) =>
      fetch(`${url}/tryout/api/say`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ personId: sanne, text }),
      });
    const other = { STORE: 'sqlite:proef.db' };

    assert.deepEqual(await textsIn({ SAYS: 'klacht' }), []);
    assert.deepEqual(await textsIn({ ...other, SAYS: 'help' }), []);
    assert.deepEqual(await textsIn({}), ['klacht']);
    assert.deepEqual(await textsIn(other), ['help']);
    for (const file of ['klachten.db', 'klachten.db.heads']) await rm(join(folder, file), { force: true });
    assert.deepEqual(await textsIn({}), []);
    assert.deepEqual(await textsIn(other), ['help']);
  });

  it('that still runs keeps its chats to itself: a second one in the same folder says which file, and what to do', async () => {
    const first = await startProcess(folder);
    try {
      await assert.rejects(
        startProcess(folder),
        /does not start:\n- cannot open tryout\.db, the chats of the try-out: another try-out .*Stop that one, or .* STORE in another folder\n/,
      );
      const elsewhere = await startProcess(folder, { STORE: 'sqlite:elsewhere/klachten.db' });
      assert.equal(await elsewhere.stop(), 0);
      assert.equal(await statusAt(`${first.url}/health/ready`), 200);
    } finally {
      await first.stop();
    }
    const after = await startProcess(folder);
    assert.equal(await after.stop(), 0);
  });
});
