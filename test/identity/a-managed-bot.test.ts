import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { aFolder } from '../a-folder.ts';
import { graphPeer } from '../mail/graph-peer.ts';
import { aGuardedBot, appId, type GuardedBot, production } from '../security/a-guarded-bot.ts';
import { becoming } from '../status-at.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { entraPeer, identityEndpoint } from '../store/entra-peer.ts';
import { certificate } from '../store/loopback-certificate.ts';

const main = fileURLToPath(new URL('../../src/start.js', import.meta.url));
const { MicrosoftAppPassword: _, ...withoutSecret } = production;

describe('a bot with a managed identity and no secret, on Cosmos DB', () => {
  const folder = aFolder();
  const trusted = `${folder.path}/loopback.pem`;
  let peer: CosmosPeer;
  let identity: Awaited<ReturnType<typeof identityEndpoint>>;
  let cosmos: Awaited<ReturnType<typeof entraPeer>>;
  let env: Record<string, string>;
  let bot: GuardedBot | undefined;

  before(async () => {
    writeFileSync(trusted, certificate);
    peer = await cosmosPeer();
  });
  after(async () => {
    await peer.close();
    folder.remove();
  });
  beforeEach(async () => {
    identity = await identityEndpoint();
    Object.assign(identity, { clientId: appId, livesFor: 90 });
    cosmos = await entraPeer(peer.url);
    const database = newDatabase();
    // Infrastructure makes the container: an identity may not.
    const made = storeAt(peer.url, database);
    await made.check();
    await made.close();
    env = {
      ...withoutSecret,
      MicrosoftAppType: 'UserAssignedMSI',
      STORE: 'cosmos',
      COSMOS_ENDPOINT: cosmos.url,
      COSMOS_DATABASE: database,
      IDENTITY_ENDPOINT: identity.url,
      IDENTITY_HEADER: 'secret',
      NODE_EXTRA_CA_CERTS: trusted,
    };
  });
  afterEach(async () => {
    await bot?.stop();
    bot = undefined;
    await cosmos.close();
    await identity.close();
  });

  it('sends letters as a mailbox with that identity: without the right it is told at once what is refused', async () => {
    const from = 'klachten@ballance.example';
    const graph = graphPeer(from);
    await graph.up();
    graph.refusals.sendMail = { status: 403, code: 'ErrorAccessDenied' };
    const mailed = { ...env, MAIL: 'graph', MAIL_FROM: from };
    bot = await aGuardedBot(mailed, { graph: graph.url });
    const mail = async () => {
      const answer = await fetch(`${bot?.url}/health/ready`);
      return ((await answer.json()) as { mail: { state: string } }).mail.state;
    };
    for (let tries = 0; tries < 200 && (await mail()) !== 'refused'; tries++) await pause(50);
    assert.equal(await mail(), 'refused');
    assert.match(
      bot.printed(),
      /"status":403,"code":"ErrorAccessDenied","msg":"the mail server does not take letters"/,
    );
    await bot.stop();
    delete graph.refusals.sendMail;
    bot = await aGuardedBot(mailed, { graph: graph.url });
    for (let tries = 0; tries < 200 && (await mail()) !== 'ok'; tries++) await pause(50);
    assert.equal(await mail(), 'ok');
    assert.deepEqual([graph.sent, new Set(identity.asked)], [[], new Set([appId])]);
    await graph.down();
  });

  /** Asks until it is as ready as that. */
  const ready = (expected: number) =>
    becoming(
      async () => {
        const answer = await fetch(`${bot?.url}/health/ready`);
        const { status, store } = (await answer.json()) as { status: string; store: { state: string } };
        return [answer.status, status, store.state];
      },
      ([status]) => status === expected,
    );

  /** Starts a bot that is not to come up; returns what its installer reads. */
  async function refused(): Promise<string> {
    const child = spawn(process.execPath, [main], {
      cwd: folder.path,
      env: { PATH: process.env.PATH, PORT: '0', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    assert.equal(code, 1);
    return said;
  }

  it('starts as that identity and no other, and goes on when its tokens end or are refused early', async () => {
    bot = await aGuardedBot(env);
    assert.deepEqual(await ready(200), [200, 'ok', 'ok']);
    const refused = new Set(identity.given);
    cosmos.isTaken = (token) => !refused.has(token);
    assert.deepEqual(await ready(200), [200, 'ok', 'ok']);
    assert.deepEqual(new Set(identity.asked), new Set([appId]));
  });

  it('is not ready while the role is missing, says so in the log, and is ready again once it has it', async () => {
    bot = await aGuardedBot(env);
    Object.assign(cosmos, { isTaken: () => false, substatus: 5302 });
    assert.deepEqual(await ready(503), [503, 'not ready', 'failing']);
    assert.match(bot.printed(), /"status":403,"code":5302,"msg":"Cosmos DB does not take the credential"/);
    cosmos.isTaken = () => true;
    assert.deepEqual(await ready(200), [200, 'ok', 'ok']);
  });

  it('does not start without the role, and names the identity and the role to its installer', async () => {
    Object.assign(cosmos, { isTaken: () => false, substatus: 5302 });
    const said = await refused();
    assert.match(said, new RegExp(`client id ${appId}.*refused.*Cosmos DB Built-in Data Contributor`));
  });

  it('does not start on a host that has another identity only, and names its own', async () => {
    identity.clientId = 'another';
    assert.match(await refused(), new RegExp(`client id ${appId}, of which there is no token.*host`));
    assert.deepEqual(new Set(identity.asked), new Set([appId]));
  });
});
