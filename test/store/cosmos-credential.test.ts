import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { type AppRegistration, ownIdentity } from '../../src/identity/own-identity.ts';
import { caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { Store } from '../../src/register/model/store.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { logBook } from '../dispatch/log-book.ts';
import { type CosmosPeer, cosmosPeer, endlessMs, newDatabase, storeAt } from './cosmos-peer.ts';
import { dossier } from './documents.ts';
import { entraPeer, identityEndpoint } from './entra-peer.ts';
import { certificate } from './loopback-certificate.ts';

const names = [
  'IDENTITY_ENDPOINT',
  'IDENTITY_HEADER',
  'AZURE_CLIENT_ID',
  'AZURE_TOKEN_CREDENTIALS',
  'PATH',
] as const;
let identities = 0;

describe('a token that Cosmos DB does not take before its time', () => {
  const trusted = getCACertificates('default');
  const environment = names.map((name) => [name, process.env[name]] as const);
  let peer: CosmosPeer;
  let identity: Awaited<ReturnType<typeof identityEndpoint>>;
  let cosmos: Awaited<ReturnType<typeof entraPeer>>;
  let database: string;
  let log: ReturnType<typeof logBook>;
  let store: Store;

  before(async () => {
    setDefaultCACertificates([...trusted, certificate]);
    peer = await cosmosPeer();
    identity = await identityEndpoint();
  });

  after(async () => {
    setDefaultCACertificates(trusted);
    await peer.close();
    await identity.close();
  });

  beforeEach(async () => {
    cosmos = await entraPeer(peer.url);
    database = newDatabase();
    // Infrastructure makes the container: an identity may not.
    const made = storeAt(peer.url, database);
    await made.check();
    await made.close();
    log = logBook();
  });

  afterEach(async () => {
    await store.close();
    await cosmos.close();
    for (const [name, value] of environment) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  /** Opens the store as who the environment says. */
  function openStore(app?: AppRegistration): void {
    const identity = ownIdentity(app);
    const limits = { timeoutMs: endlessMs, retryForMs: 0 };
    store = cosmosStore({ endpoint: cosmos.url, database, identity, ...limits, log });
  }

  /** The managed identity of a machine; its tokens are cached for the process, so each test has one of its own. */
  function aManagedIdentity() {
    identity.clientId = `identity-${++identities}`;
    identity.given = [];
    process.env.IDENTITY_ENDPOINT = identity.url;
    process.env.IDENTITY_HEADER = 'secret';
    process.env.AZURE_CLIENT_ID = identity.clientId;
    openStore();
    return identity;
  }

  const refusals = () =>
    log.lines.filter((line) => JSON.stringify(line).includes('does not take the credential'));

  for (const [status, substatus] of [
    [403, 5300],
    [403, 5302],
    [401, undefined],
  ] as const) {
    it(`leads to a new one and one more try: ${status} with ${substatus ?? 'no'} substatus`, async () => {
      const identity = aManagedIdentity();
      const etag = await store.write(dossier('K-2026-0001'));
      assert.equal(identity.given.length, 1);
      Object.assign(cosmos, { status, substatus });
      cosmos.isTaken = (token) => token !== identity.given[0];
      await store.write(dossier('K-2026-0001', { open: false }), etag);
      assert.deepEqual([identity.given.length, cosmos.refused], [2, 1]);
      await store.list({ open: true });
      assert.equal((await store.read('K-2026-0001'))?.document.id, 'K-2026-0001');
      assert.deepEqual([identity.given.length, cosmos.refused], [2, 1]);
      assert.equal(refusals().length, 1);
      if (substatus) assert(JSON.stringify(refusals()[0]).includes(String(substatus)));
    });
  }

  it('leads to one new one for all who were refused at the same moment', async () => {
    const identity = aManagedIdentity();
    await store.check();
    cosmos.isTaken = (token) => token !== identity.given[0];
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => store.write(dossier(caseNumber(numberOf('2026', i + 1))))),
    );
    assert.equal(identity.given.length, 2);
    assert.equal((await store.list({ open: true })).length, 8);
  });

  it('is got over at the start as well', async () => {
    const identity = aManagedIdentity();
    cosmos.isTaken = (token) => token !== identity.given[0];
    await store.check();
    assert.equal(identity.given.length, 2);
  });

  it('is not asked for without end where every token is refused, and it is said what Cosmos DB said', async () => {
    const identity = aManagedIdentity();
    await store.check();
    cosmos.isTaken = () => false;
    for (let i = 0; i < 5; i++) await assert.rejects(store.read('K-2026-0001'));
    assert.equal(identity.given.length, 2);
    assert.equal(refusals().length, 6);
  });

  it('is not what is wrong with an account that is full', async () => {
    const identity = aManagedIdentity();
    await store.check();
    cosmos.substatus = 1014;
    cosmos.isTaken = () => false;
    await assert.rejects(store.read('K-2026-0001'));
    assert.equal(identity.given.length, 1);
    assert.deepEqual(refusals(), []);
  });

  it('leads to a new one for a developer, whose tokens come from the Azure CLI', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'az-'));
    const counter = join(folder, 'counter');
    const expiresOn = Math.floor(Date.now() / 1000) + 86_400;
    writeFileSync(
      join(folder, 'az'),
      `#!/bin/sh\necho x >> ${counter}\necho "{\\"accessToken\\": \\"cli-$(wc -l < ${counter} | tr -d ' ')\\", \\"expires_on\\": ${expiresOn}}"\n`,
    );
    chmodSync(join(folder, 'az'), 0o755);
    // The chain is the developer's from its start: asking for a managed identity would leave this machine.
    process.env.AZURE_TOKEN_CREDENTIALS = 'AzureCliCredential';
    process.env.PATH = `${folder}:${process.env.PATH}`;
    openStore();
    await store.check();
    cosmos.isTaken = (token) => token !== 'cli-1';
    await store.write(dossier('K-2026-0001'));
    assert.equal(cosmos.refused, 1);
    assert.equal(readFileSync(counter, 'utf8').trim().split('\n').length, 2);
    rmSync(folder, { recursive: true });
  });
});
