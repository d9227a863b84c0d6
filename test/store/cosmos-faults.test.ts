import assert from 'node:assert/strict';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { Conflict, readDossier, type Store } from '../../src/register/model/store.ts';
import type { RetryLimits } from '../../src/store/cosmos-retry.ts';
import { type CosmosPeer, cosmosPeer } from './cosmos-peer.ts';
import { dossier } from './documents.ts';
import { busy, type Fault, type FaultProxy, type Operation, passing } from './fault-proxy.ts';
import { behindProxy, type Case } from './faulty-case.ts';

const id = 'K-2026-0001';
const nine = '2026-04-01T09:00:00.000Z';
const old = dossier(id, { receiverId: 'old', attentionAt: nine });
const fresh = dossier(id, { receiverId: 'new' });

describe('a fault between the register and Cosmos DB', () => {
  let peer: CosmosPeer;

  before(async () => {
    peer = await cosmosPeer();
  });

  after(() => peer.close());

  /** All at the same time, each in a database of its own that holds `old`. */
  async function withEach(
    faults: Fault[],
    work: (fault: Fault, one: Case) => Promise<void>,
    limits: Partial<RetryLimits> = {},
  ): Promise<void> {
    const named = (fault: Fault, one: Case): Promise<void> =>
      work(fault, one).catch((cause) => {
        throw new Error(`${fault.when}: ${fault.answer}`, { cause });
      });
    await Promise.all(faults.map((fault) => behindProxy(peer, old, (one) => named(fault, one), limits)));
  }

  const once = (proxy: FaultProxy, operation: Operation, fault: Fault): void => {
    proxy.fault = (asked) => {
      if (asked !== operation) return undefined;
      proxy.fault = () => undefined;
      return fault;
    };
  };

  const receiver = async (store: Store, of: CaseNumber = id) => (await readDossier(store, of))?.receiverId;

  it('delays who reads, and no more', () =>
    withEach(passing, async (fault, { proxy, store, etag }) => {
      once(proxy, 'read', fault);
      assert.deepEqual(await store.read(id), { document: old, etag });
      once(proxy, 'read', fault);
      assert.equal(await store.read('K-2026-9999'), undefined);
    }));

  it('delays who lists, looks for what is due, or walks through all', () =>
    withEach(passing, async (fault, { proxy, store, etag }) => {
      once(proxy, 'query', fault);
      assert.deepEqual(await store.list({ open: true }), [old]);
      once(proxy, 'query', fault);
      assert.deepEqual(await store.due(nine, 9), [id]);
      once(proxy, 'plan', fault);
      assert.deepEqual(await store.due(nine, 9), [id]);
      once(proxy, 'query', fault);
      const met = [];
      for await (const stored of store.all()) met.push(stored);
      assert.deepEqual(met, [{ document: old, etag }]);
    }));

  it('delays who creates: it is there, once, with an etag to replace it by', () =>
    withEach(passing, async (fault, { proxy, store, direct }) => {
      once(proxy, 'create', fault);
      const etag = await store.write(dossier('K-2026-0002'));
      assert.deepEqual(await direct.read('K-2026-0002'), { document: dossier('K-2026-0002'), etag });
      assert.equal((await direct.list({ registeredBy: personId('sanne') })).length, 1);
      await store.write(dossier('K-2026-0002', { receiverId: 'new' }), etag);
      assert.equal(await receiver(direct, 'K-2026-0002'), 'new');
    }));

  it('delays who replaces: the new version is there, with an etag to replace it by', () =>
    withEach(passing, async (fault, { proxy, store, direct, etag }) => {
      once(proxy, 'replace', fault);
      const next = await store.write(fresh, etag);
      assert.deepEqual(await direct.read(id), { document: fresh, etag: next });
      await store.write(old, next);
      assert.equal(await receiver(direct), 'old');
    }));

  it('never lets who comes second believe that they came first', () =>
    withEach(passing, async (fault, { proxy, store, direct, etag }) => {
      await direct.write(dossier(id, { receiverId: 'first' }), etag);
      once(proxy, 'replace', fault);
      await assert.rejects(store.write(fresh, etag), Conflict);
      once(proxy, 'create', fault);
      await assert.rejects(store.write(fresh), Conflict);
      assert.equal(await receiver(direct), 'first');
    }));

  it('that lasts reaches the caller, who may try again: once it has passed, nothing is half or double', () =>
    withEach(
      [...passing, busy],
      async (fault, { proxy, store, direct, etag }) => {
        const failed = (error: unknown): boolean => !(error instanceof Conflict);
        proxy.fault = () => fault;
        await assert.rejects(store.write(fresh, etag), failed);
        await assert.rejects(store.write(dossier('K-2026-0002')), failed);
        await assert.rejects(store.check(), failed);
        proxy.fault = () => undefined;
        const again = [store.write(fresh, etag), store.write(dossier('K-2026-0002'))];
        for (const one of await Promise.allSettled(again))
          if (one.status === 'rejected') assert(one.reason instanceof Conflict);
        assert.deepEqual(await direct.list({ open: true }), [fresh, dossier('K-2026-0002')]);
      },
      { retryForMs: 300 },
    ));

  it('that makes Cosmos DB refuse a second try for what the first has done is seen through', () =>
    withEach(
      [409, 412].map((answer) => ({ when: 'after', answer })),
      async (fault, { proxy, store, direct, etag }) => {
        once(proxy, 'replace', fault);
        const next = await store.write(fresh, etag);
        assert.deepEqual(await direct.read(id), { document: fresh, etag: next });
        once(proxy, 'create', fault);
        await store.write(dossier('K-2026-0002'));
      },
    ));

  it('leaves a writer whose version was replaced before they knew of it with an etag for nothing', () =>
    withEach([{ when: 'after', answer: 'dropped' }], async (fault, { proxy, store, direct, etag }) => {
      const overwrite = (of: CaseNumber) => async () => {
        const stored = (await direct.read(of)) ?? assert.fail();
        await direct.write(dossier(of, { receiverId: 'other' }), stored.etag);
      };
      for (const [operation, of, from] of [
        ['replace', id, etag],
        ['create', 'K-2026-0002', undefined],
      ] as const) {
        once(proxy, operation, fault);
        proxy.unheard = overwrite(of);
        const answered = await store.write(dossier(of), from);
        await assert.rejects(store.write(dossier(of), answered), Conflict);
        assert.equal(await receiver(direct, of), 'other');
      }
    }));
});
