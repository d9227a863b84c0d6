import { cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { type SharedRegister, sharedRegister } from './a-shared-register.ts';

/** A register in a Cosmos DB that this process plays. */
export async function aRegisterInCosmos(): Promise<SharedRegister> {
  const peer = await cosmosPeer();
  const database = newDatabase();
  const place = { kind: 'cosmos', endpoint: peer.url, key: 'a2V5', database } as const;
  return sharedRegister(place, storeAt(peer.url, database), peer.close);
}
