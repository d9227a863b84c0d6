import { storeContract } from './contract.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from './cosmos-peer.ts';

describe('the store in Cosmos DB', () => {
  let peer: CosmosPeer;

  before(async () => {
    peer = await cosmosPeer();
  });

  after(() => peer.close());

  storeContract('Cosmos DB', async () => {
    const database = newDatabase();
    const store = storeAt(peer.url, database);
    const reopen = async () => {
      await store.close();
      return storeAt(peer.url, database);
    };
    return { store, reopen };
  });
});
