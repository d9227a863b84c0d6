import type { Document } from '../../src/register/model/dossier.ts';
import type { Store } from '../../src/register/model/store.ts';
import type { RetryLimits } from '../../src/store/cosmos-retry.ts';
import { type CosmosPeer, newDatabase, storeAt } from './cosmos-peer.ts';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';

/** A store that is reached through a proxy, `direct` the same without, and the etag of what is in it. */
export type Case = { proxy: FaultProxy; store: Store; direct: Store; etag: string };

/** Does the work on a database of its own that holds that document; the limits are those of `store`. */
export async function behindProxy(
  peer: CosmosPeer,
  document: Document,
  work: (one: Case) => Promise<void>,
  limits: Partial<RetryLimits> = {},
): Promise<void> {
  const database = newDatabase();
  const proxy = await faultProxy(peer.url);
  const store = storeAt(proxy.url, database, { endOfTry: proxy.endOfTry, ...limits });
  const direct = storeAt(peer.url, database);
  try {
    const etag = await direct.write(document);
    await store.check();
    await work({ proxy, store, direct, etag });
  } finally {
    await store.close();
    await direct.close();
    await proxy.close();
  }
}
