import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { CosmosClient } from '@azure/cosmos';
import { caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import type { Store } from '../../src/register/model/store.ts';
import { containerDefinition, findContainer } from '../../src/store/cosmos-connection.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { logBook } from '../dispatch/log-book.ts';
import {
  type CosmosPeer,
  closed,
  cosmosPeer,
  endlessMs,
  listening,
  newDatabase,
  storeAt,
} from './cosmos-peer.ts';
import { dossier } from './documents.ts';
import { faultProxy } from './fault-proxy.ts';

const ours = containerDefinition.indexingPolicy.includedPaths;

/** One try, however long it takes. */
const limits = { timeoutMs: endlessMs, retryForMs: 0 };

describe('the connection with Cosmos DB', () => {
  let peer: CosmosPeer;
  let client: CosmosClient;

  before(async () => {
    peer = await cosmosPeer();
    client = new CosmosClient({
      endpoint: peer.url,
      key: 'a2V5',
      connectionPolicy: { enableEndpointDiscovery: false },
    });
  });

  after(async () => {
    client.dispose();
    await peer.close();
  });

  it('makes with a key the database and the container, partitioned by id, with no text in the index', async () => {
    const database = newDatabase();
    const store = storeAt(peer.url, database);
    await store.check();
    const { resource } = await client.database(database).container('documents').read();
    assert.deepEqual(resource?.partitionKey?.paths, ['/id']);
    const { includedPaths, excludedPaths } = resource?.indexingPolicy ?? {};
    assert.deepEqual(includedPaths, ours);
    assert.deepEqual(excludedPaths, [{ path: '/*' }]);
    await store.close();
  });

  it('has the fields of search indexed with a key, also where an earlier version made it', async () => {
    const database = newDatabase();
    await client.databases.create({ id: database });
    await client.database(database).containers.create({
      id: 'documents',
      partitionKey: { paths: ['/id'] },
      indexingPolicy: { includedPaths: [{ path: '/kind/?' }], excludedPaths: [{ path: '/*' }] },
    });
    const store = storeAt(peer.url, database);
    await store.check();
    const { resource } = await client.database(database).container('documents').read();
    assert.deepEqual(resource?.indexingPolicy?.includedPaths, ours);
    await store.close();
  });

  it('keeps all else that was set of a container to which it adds the fields of search', async () => {
    const database = newDatabase();
    await client.databases.create({ id: database });
    const { container } = await client.database(database).containers.create({
      id: 'documents',
      partitionKey: { paths: ['/id'] },
      defaultTtl: -1,
      uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/receipt'] }] },
      conflictResolutionPolicy: { mode: 'LastWriterWins', conflictResolutionPath: '/_ts' },
      indexingPolicy: {
        indexingMode: 'consistent',
        automatic: true,
        includedPaths: [{ path: '/complaint/branch/?' }, { path: '/kind/?' }],
        excludedPaths: [{ path: '/*' }, { path: '/"_etag"/?' }],
        compositeIndexes: [
          [
            { path: '/kind', order: 'ascending' },
            { path: '/open', order: 'ascending' },
          ],
        ],
      },
    });
    const settings = async () => {
      const { _etag, _ts, ...kept } = (await container.read()).resource ?? assert.fail();
      return kept;
    };
    const before = await settings();
    const store = storeAt(peer.url, database);
    await store.check();
    const { indexingPolicy, ...others } = await settings();
    const added = ours.filter(({ path }) => path !== '/kind/?');
    const includedPaths = [...(before.indexingPolicy?.includedPaths ?? []), ...added];
    assert.deepEqual(
      { ...others, indexingPolicy },
      { ...before, indexingPolicy: { ...before.indexingPolicy, includedPaths } },
    );
    await store.close();
  });

  it('changes nothing of a container that indexes everything', async () => {
    const database = newDatabase();
    await client.databases.create({ id: database });
    const { container } = await client.database(database).containers.create({
      id: 'documents',
      partitionKey: { paths: ['/id'] },
      indexingPolicy: { includedPaths: [{ path: '/*' }] },
    });
    const { resource } = await container.read();
    const store = storeAt(peer.url, database);
    await store.check();
    assert.deepEqual((await container.read()).resource, resource);
    await store.close();
  });

  /** Makes a container with these dossiers as a version without search wrote them. */
  async function earlier(...counts: number[]): Promise<string> {
    const database = newDatabase();
    const store = storeAt(peer.url, database);
    await store.check();
    await store.close();
    const items = client.database(database).container('documents').items;
    for (const n of counts) await items.create({ ...dossier(caseNumber(numberOf('2026', n))), _writes: [] });
    return database;
  }

  const foundIn = async (store: Store): Promise<string[]> => {
    const found = await store.search({ words: ['driemaal'], limit: 9 });
    return found === 'vague' ? [] : found.dossiers.map(({ id }) => id);
  };

  it('indexes for search what an earlier version wrote, and changes nothing else of it', async () => {
    const store = storeAt(peer.url, await earlier(1, 2));
    assert.deepEqual(await foundIn(store), []);
    const before = await store.read('K-2026-0002');
    assert.equal(await store.indexMore(), true);
    assert.equal(await store.indexMore(), false);
    assert.deepEqual(await foundIn(store), ['K-2026-0002', 'K-2026-0001']);
    assert.deepEqual((await store.read('K-2026-0002'))?.document, before?.document);
    await store.close();
  });

  for (const answer of [400, 413])
    it(`indexes the others where one is refused with ${answer}, which is logged once`, async () => {
      const proxy = await faultProxy(peer.url);
      const database = await earlier(1, 2, 3);
      const log = logBook();
      const store = cosmosStore({ endpoint: proxy.url, key: 'a2V5', database, ...limits, log });
      let replaced = 0;
      proxy.fault = (asked) =>
        asked === 'replace' && ++replaced === 2 ? { when: 'before', answer } : undefined;
      while (await store.indexMore());
      assert.equal(await store.indexMore(), false);
      assert.deepEqual(await foundIn(store), ['K-2026-0003', 'K-2026-0001']);
      assert.equal(replaced, 3);
      const facts = JSON.stringify({ document: 'K-2026-0002', status: answer });
      assert.deepEqual(log.lines, [`error: a dossier could not be indexed for search ${facts}`]);
      await store.close();
      await proxy.close();
    });

  it('goes on indexing at the dossier where Cosmos DB was away', async () => {
    const proxy = await faultProxy(peer.url);
    const store = cosmosStore({
      endpoint: proxy.url,
      key: 'a2V5',
      database: await earlier(1, 2, 3),
      ...limits,
    });
    let replaced = 0;
    proxy.fault = (asked) =>
      asked === 'replace' && ++replaced === 2 ? { when: 'before', answer: 503 } : undefined;
    await assert.rejects(store.indexMore());
    assert.deepEqual(await foundIn(store), ['K-2026-0001']);
    while (await store.indexMore());
    assert.deepEqual(await foundIn(store), ['K-2026-0003', 'K-2026-0002', 'K-2026-0001']);
    assert.equal(replaced, 4);
    await store.close();
    await proxy.close();
  });

  it('is made by several who start at the same moment, all in the same container', async () => {
    const database = newDatabase();
    const stores = Array.from({ length: 4 }, () => storeAt(peer.url, database));
    await Promise.all(stores.map((store, i) => store.write(dossier(caseNumber(numberOf('2026', i))))));
    assert.equal((await stores[0]?.list({ open: true }))?.length, 4);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('needs without a key a container that is there, and says which one it misses', async () => {
    const place = { endpoint: peer.url, database: newDatabase(), container: 'documents' };
    const missing = /there is no container documents in a database klachten-/;
    await assert.rejects(findContainer(client, place, limits), missing);
    await client.databases.create({ id: place.database });
    await assert.rejects(findContainer(client, place, limits), missing);
    await client.database(place.database).containers.create({ id: 'documents', ...containerDefinition });
    assert.equal((await findContainer(client, place, limits)).id, 'documents');
  });

  it('refuses a container that is partitioned otherwise', async () => {
    const database = newDatabase();
    await client.databases.create({ id: database });
    await client
      .database(database)
      .containers.create({ id: 'documents', partitionKey: { paths: ['/kind'] } });
    const store = storeAt(peer.url, database);
    await assert.rejects(store.check(), /cannot open the register .*partitioned by \/kind and not by \/id/);
    await store.close();
  });

  it('says that it cannot be made, and is made as soon as it can', async () => {
    const one = await cosmosPeer();
    await one.close();
    const store = cosmosStore({ endpoint: one.url, key: 'a2V5', database: 'klachten', ...limits });
    await assert.rejects(store.check(), /cannot open the register in Cosmos DB http:\/\/127\.0\.0\.1/);
    await assert.rejects(store.read('K-2026-0001'), /cannot open the register/);
    await store.close();
  });

  it('waits no longer for an answer than it may', async () => {
    const silent = createServer(() => {});
    const store = cosmosStore({
      endpoint: await listening(silent),
      key: 'a2V5',
      database: 'klachten',
      timeoutMs: 50,
      retryForMs: 0,
    });
    await assert.rejects(store.check(), /Cosmos DB gave no answer in 50 ms/);
    await store.close();
    await closed(silent);
  });

  it('is described to those who set it up as it is made', () => {
    const page = readFileSync(new URL('../../src/store/README.md', import.meta.url), 'utf8');
    const described = JSON.parse(/```json\n([\s\S]+?)```/.exec(page)?.[1] ?? '');
    assert.deepEqual(described, { id: 'documents', ...containerDefinition });
  });
});
