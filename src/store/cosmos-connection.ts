import type { Container, ContainerDefinition, CosmosClient } from '@azure/cosmos';
import type { OwnIdentity } from '../identity/own-identity.ts';
import { OutOfReach } from '../register/model/store.ts';
import { isCredentialRefused, type RetryLimits, statusOf, withRetry } from './cosmos-retry.ts';

/** Where the register is. Without a key it is opened with a credential. */
export type CosmosPlace = { endpoint: string; key?: string; database: string; container: string };

export type Connection = {
  container: Container;
  close(): void;
};

/**
 * Connects to the container. With a key the database and the container are made where missing; without one they must exist,
 * because a managed identity may not make them. Throws when they cannot be used. Loads the SDK, which only Cosmos DB needs.
 */
export async function connect(
  place: CosmosPlace,
  limits: RetryLimits,
  identity?: OwnIdentity,
): Promise<Connection> {
  const client = await clientFor(place, limits, identity);
  try {
    const find = place.key === undefined ? findContainer : makeContainer;
    return { container: await find(client, place, limits), close: () => client.dispose() };
  } catch (cause) {
    client.dispose();
    const reason = cause instanceof Error ? cause.message : String(cause);
    const remedy = identity ? remedyFor(identity, cause) : '';
    throw new OutOfReach(`cannot open the register in Cosmos DB ${place.endpoint}${remedy}: ${reason}`, {
      cause,
    });
  }
}

/** Says as whom the register was asked for, and what to do where that is what is wrong. */
const remedyFor = ({ who }: OwnIdentity, cause: unknown): string => {
  if (isCredentialRefused(cause))
    return ` as ${who}, which is refused; give it the role Cosmos DB Built-in Data Contributor`;
  const isWithoutToken = cause instanceof Error && /Credential|Authentication/.test(cause.name);
  return ` as ${who}${isWithoutToken ? ', of which there is no token; does this host have it?' : ''}`;
};

async function clientFor(
  { endpoint, key }: CosmosPlace,
  { timeoutMs }: RetryLimits,
  aadCredentials?: OwnIdentity,
): Promise<CosmosClient> {
  const { CosmosClient } = await import('@azure/cosmos');
  const connectionPolicy = {
    requestTimeout: timeoutMs,
    // No retries of the SDK: `withRetry` limits how long a person waits.
    retryOptions: { maxRetryAttemptCount: 0, maxWaitTimeInSeconds: 0 },
    // The emulator, the only one without TLS, announces an endpoint that cannot be reached.
    enableEndpointDiscovery: endpoint.startsWith('https:'),
  };
  return new CosmosClient({ endpoint, key, aadCredentials, connectionPolicy });
}

type Find = (client: CosmosClient, place: CosmosPlace, limits: RetryLimits) => Promise<Container>;

type IndexedPath = { path: string };

/** The container, or its database, does not exist. */
class Missing extends Error {}

export const findContainer: Find = async (client, place, limits) =>
  (await foundContainer(client, place, limits)).container;

async function foundContainer(
  client: CosmosClient,
  { database, container: id }: CosmosPlace,
  limits: RetryLimits,
) {
  const container = client.database(database).container(id);
  const { resource } = await withRetry((abortSignal) => container.read({ abortSignal }), limits).catch(
    (error: unknown) => {
      if (statusOf(error) === 404) throw new Missing(`there is no container ${id} in a database ${database}`);
      throw error;
    },
  );
  const found = resource?.partitionKey?.paths.join();
  if (!resource || found !== '/id')
    throw new Error(`its container ${id} is partitioned by ${found} and not by /id`);
  return { container, definition: resource };
}

const makeContainer: Find = async (client, place, limits) => {
  try {
    const { container, definition } = await foundContainer(client, place, limits);
    const includedPaths = missingPaths(definition);
    if (includedPaths.length > 0) {
      const indexed = withPaths(definition, includedPaths);
      await withRetry((abortSignal) => container.replace(indexed, { abortSignal }), limits);
    }
    return container;
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
  }
  const { database: id, container } = place;
  await make((abortSignal) => client.databases.create({ id }, { abortSignal }), limits);
  await make(
    (abortSignal) =>
      client.database(id).containers.create({ id: container, ...containerDefinition }, { abortSignal }),
    limits,
  );
  return findContainer(client, place, limits);
};

/** Makes a database or container; 409 means that another process, or an earlier try, has made it. */
async function make(
  request: (abortSignal: AbortSignal) => Promise<unknown>,
  limits: RetryLimits,
): Promise<void> {
  await withRetry(request, limits).catch((error: unknown) => {
    if (statusOf(error) !== 409) throw error;
  });
}

/** Lists the paths that queries need and a container does not index, such as one that an earlier version made. */
function missingPaths({ indexingPolicy }: ContainerDefinition): IndexedPath[] {
  const indexed = new Set(indexingPolicy?.includedPaths?.map(({ path }) => path));
  if (indexed.has('/*')) return [];
  return containerDefinition.indexingPolicy.includedPaths.filter(({ path }) => !indexed.has(path));
}

/**
 * Adds paths to the index, which Cosmos DB builds in the background. Keeps all else of the definition: replacing a container drops
 * what is left out, such as its time to live.
 */
const withPaths = (
  { indexingPolicy, ...others }: ContainerDefinition,
  added: IndexedPath[],
): ContainerDefinition => ({
  ...others,
  indexingPolicy: {
    ...containerDefinition.indexingPolicy,
    ...indexingPolicy,
    includedPaths: [...(indexingPolicy?.includedPaths ?? []), ...added],
  },
});

/** The name of the container. */
export const containerName = 'documents';

/**
 * The definition of the container. Only the fields that queries use are indexed (ids always are); leaving out the texts of
 * complaints also keeps a write cheap.
 */
export const containerDefinition = {
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
      { path: '/_words/[]/?' },
      { path: '/_place/?' },
    ],
    excludedPaths: [{ path: '/*' }],
  },
} satisfies ContainerDefinition;
