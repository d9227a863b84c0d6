import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compose } from '../../src/compose.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { aFolder } from '../a-folder.ts';
import { contentOf } from '../register/a-register.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { production } from './a-guarded-bot.ts';

const start = fileURLToPath(new URL('../../src/start.js', import.meta.url));
const tryout = { LOG_LEVEL: 'silent', PORT: '0' };
const inTeams = { ...production, ...tryout, SMTP_URL: 'none' };

describe('a register of made-up complaints and one of real ones', () => {
  let peer: CosmosPeer;
  let folder: ReturnType<typeof aFolder>;
  before(async () => {
    peer = await cosmosPeer();
  });
  after(() => peer.close());
  beforeEach(() => {
    folder = aFolder();
  });
  afterEach(() => folder.remove());

  const inCosmos = () => {
    const COSMOS_DATABASE = newDatabase();
    // The chats of its try-out are beside it, wherever the tests run.
    after(() =>
      rmSync(`data/tryout-127.0.0.1_${new URL(peer.url).port}-${COSMOS_DATABASE}.db`, { force: true }),
    );
    return { STORE: 'cosmos', COSMOS_ENDPOINT: peer.url, COSMOS_KEY: 'a2V5', COSMOS_DATABASE };
  };
  const inFile = () => ({ STORE: `sqlite:${folder.path}/klachten.db` });

  const starts = async (env: Record<string, string>) => {
    const bot = compose(readSettings(env));
    await bot.start();
    await bot.stop();
  };

  const content = (env: Record<string, string>) =>
    contentOf(
      env.COSMOS_DATABASE
        ? storeAt(peer.url, env.COSMOS_DATABASE)
        : sqliteStore(`${folder.path}/klachten.db`),
    );

  /** Starts it as its installer does: it ends, having said this, and the register is as it was. */
  async function isRefused(env: Record<string, string>, words: RegExp) {
    const before = await content(env);
    const { status, stdout, stderr } = spawnSync(process.execPath, [start], {
      cwd: folder.path,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    });
    assert.equal(status, 1, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, words);
    assert.deepEqual(await content(env), before);
  }

  for (const [kind, place] of Object.entries({ 'a file': inFile, 'Cosmos DB': inCosmos })) {
    it(`are not taken for each other: production refuses that of a try-out, in ${kind}`, async () => {
      const store = place();
      await starts({ ...tryout, ...store });
      await starts({ ...tryout, ...store });
      await isRefused(
        { ...inTeams, ...store },
        /van de proefopstelling: er staan verzonnen klachten in\. Zet de map data weg/,
      );
      await starts({ ...tryout, ...store });
    });

    it(`are not taken for each other: a try-out refuses that of production, in ${kind}`, async () => {
      const store = place();
      await starts({ ...inTeams, ...store });
      await starts({ ...inTeams, ...store });
      await isRefused({ ...tryout, ...store }, /van Klachtenbot in Teams.*Is MicrosoftAppId weggevallen/);
      await starts({ ...inTeams, ...store });
    });
  }
});
