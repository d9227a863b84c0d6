import type { Container, ContainerDefinition, CosmosClient } from '@azure/cosmos';
import type { TokenCredential } from '@azure/identity';
import { type RetryLimits, statusOf, withRetry } from './cosmos-retry.ts';

/** Where the register is. Without a key it is opened with a credential. */
export type CosmosPlace = { endpoint: string; key?: string; database: string; container: string };

export type Connection = {
  container: Container;
  close(): void;
};

/**
 * With a key the database and the container are made where missing; without one they must be there, because Cosmos DB
 * lets nobody else make them. Throws when they cannot be used. The SDK is loaded here: not everybody needs it.
 */
export async function connect(
  place: CosmosPlace,
  patience: RetryLimits,
  credential?: TokenCredential,
): Promise<Connection> {
  const client = await clientFor(place, patience, credential);
  try {
    const find = place.key === undefined ? findContainer : makeContainer;
    return { container: await find(client, place, patience), close: () => client.dispose() };
  } catch (cause) {
    client.dispose();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot open the register in Cosmos DB ${place.endpoint}: ${reason}`, { cause });
  }
}

async function clientFor(
  { endpoint, key }: CosmosPlace,
  { timeoutMs }: RetryLimits,
  aadCredentials?: TokenCredential,
): Promise<CosmosClient> {
  const { CosmosClient } = await import('@azure/cosmos');
  const connectionPolicy = {
    requestTimeout: timeoutMs,
    // We wait ourselves, for as long as a person may be kept waiting.
    retryOptions: { maxRetryAttemptCount: 0, maxWaitTimeInSeconds: 0 },
    // An emulator, the only one without TLS, gives an address of its own that leads nowhere.
    enableEndpointDiscovery: endpoint.startsWith('https:'),
  };
  return new CosmosClient({ endpoint, key, aadCredentials, connectionPolicy });
}

type Find = (client: CosmosClient, place: CosmosPlace, patience: RetryLimits) => Promise<Container>;

/** There is no such container, or not even the database. */
class Missing extends Error {}

export const findContainer: Find = async (client, { database, container: id }, patience) => {
  const container = client.database(database).container(id);
  const { resource } = await withRetry((abortSignal) => container.read({ abortSignal }), patience).catch(
    (error: unknown) => {
      if (statusOf(error) === 404) throw new Missing(`there is no container ${id} in a database ${database}`);
      throw error;
    },
  );
  const found = resource?.partitionKey?.paths.join();
  if (found !== '/id') throw new Error(`its container ${id} is partitioned by ${found} and not by /id`);
  return container;
};

const makeContainer: Find = async (client, place, patience) => {
  try {
    return await findContainer(client, place, patience);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
  }
  const { database: id, container } = place;
  await make((abortSignal) => client.databases.create({ id }, { abortSignal }), patience);
  await make(
    (abortSignal) =>
      client.database(id).containers.create({ id: container, ...containerDefinition }, { abortSignal }),
    patience,
  );
  return findContainer(client, place, patience);
};

/** 409: another process, or an earlier try, has made it. */
async function make(
  request: (abortSignal: AbortSignal) => Promise<unknown>,
  patience: RetryLimits,
): Promise<void> {
  await withRetry(request, patience).catch((error: unknown) => {
    if (statusOf(error) !== 409) throw error;
  });
}

/**
 * The container as it must be. Only what queries look for is indexed (ids always are): texts of complaints are not,
 * which also keeps a write cheap.
 */
export const containerDefinition: Pick<ContainerDefinition, 'partitionKey' | 'indexingPolicy'> = {
  partitionKey: { paths: ['/id'] },
  indexingPolicy: {
    indexingMode: 'consistent',
    automatic: true,
    includedPaths: [
      { path: '/kind/?' },
      { path: '/open/?' },
      { path: '/receiverId/?' },
      { path: '/attentionAt/?' },
      { path: '/nextDayToAct/?' },
    ],
    excludedPaths: [{ path: '/*' }],
  },
};
