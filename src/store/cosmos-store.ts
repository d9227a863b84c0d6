import type { Container, SqlQuerySpec } from '@azure/cosmos';
import type { OwnIdentity } from '../identity/own-identity.ts';
import { caseNumber } from '../procedure/model/case-number.ts';
import type { Log } from '../register/model/log.ts';
import { Conflict, type Store } from '../register/model/store.ts';
import { type Connection, type CosmosPlace, connect, containerName } from './cosmos-connection.ts';
import {
  canBeId,
  contentOf,
  documentId,
  etagOf,
  type Item,
  itemId,
  itemOf,
  oneMore,
  type Version,
  versionIn,
  versionOf,
  withWords,
} from './cosmos-item.ts';
import { dueQuery, listQuery, notIndexedQuery, searchQuery, walkQuery } from './cosmos-queries.ts';
import { isCredentialRefused, type RetryLimits, statusOf, substatusOf, withRetry } from './cosmos-retry.ts';
import { metDocuments } from './met-documents.ts';
import { nearestFirst, newestFirst } from './order.ts';

export type CosmosOptions = Omit<CosmosPlace, 'container'> & {
  container?: string;
  /** Who opens it where there is no key. */
  identity?: OwnIdentity;
  log?: Log;
  /** Hears what each request was charged, in request units. */
  charged?: (units: number) => void;
} & Partial<RetryLimits>;

type Charged = { requestCharge: number };

type Request<T extends Charged> = (container: Container, abortSignal: AbortSignal) => Promise<T>;

/** The shortest time between two requests for a new token, in milliseconds. */
const renewalMs = 60_000;

/** Items that one query of a walk over all fetches. */
const page = 100;

/**
 * Keeps the register in Azure Cosmos DB for NoSQL, one item a document, which several processes may use at once. Connects
 * when it is first used; `check` throws if it cannot.
 */
export function cosmosStore({
  endpoint,
  key,
  database,
  container = containerName,
  timeoutMs = 5_000,
  retryForMs = 3_000,
  endOfTry,
  identity,
  log,
  charged,
}: CosmosOptions): Store {
  const place = { endpoint, key, database, container };
  const limits = { timeoutMs, retryForMs, endOfTry };
  const met = metDocuments();
  const signedIn = key === undefined ? identity : undefined;
  let connecting: Promise<Connection> | undefined;
  /** Up to which item this process indexed what a version without search wrote; undefined when it has come to the end. */
  let indexedTo: string | undefined = '';
  let renewedAt = Number.NEGATIVE_INFINITY;

  function connected(): Promise<Connection> {
    connecting ??= connect(place, limits, signedIn).catch((error) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  }

  /** Sends a request, and once more with a new token when the token is refused, which can be before it expires. */
  async function ask<T extends Charged>(request: Request<T>): Promise<T> {
    const used = connected();
    try {
      return await tryOn(used, request);
    } catch (error) {
      if (!isCredentialRefused(error) || !renew(used)) throw error;
      return tryOn(connected(), request);
    }
  }

  async function tryOn<T extends Charged>(used: Promise<Connection>, request: Request<T>): Promise<T> {
    try {
      const { container } = await used;
      const answer = await withRetry((abortSignal) => request(container, abortSignal), limits);
      charged?.(answer.requestCharge);
      return answer;
    } catch (error) {
      if (isCredentialRefused(error)) {
        const facts = { status: statusOf(error), code: substatusOf(error) };
        log?.error('Cosmos DB does not take the credential', facts);
      }
      throw error;
    }
  }

  /**
   * Drops a connection whose token was refused: once for all requests on it, and at most once a minute, because an identity
   * without the rights is refused with every token. Tells whether there is another connection to try.
   */
  function renew(used: Promise<Connection>): boolean {
    if (!signedIn) return false;
    if (connecting && connecting !== used) return true;
    if (performance.now() - renewedAt < renewalMs) return false;
    renewedAt = performance.now();
    signedIn.refuse();
    connecting = undefined;
    used.then(
      (connection) => connection.close(),
      () => undefined,
    );
    return true;
  }

  async function find(id: string): Promise<Item | undefined> {
    if (!canBeId(id)) return undefined;
    const { resource } = await ask((container, abortSignal) =>
      container.item(id, id).read<Item>({ abortSignal }),
    );
    return resource;
  }

  async function select<T>(query: SqlQuerySpec): Promise<T[]> {
    const { resources } = await ask((container, abortSignal) =>
      container.items.query<T>(query, { abortSignal }).fetchAll(),
    );
    return resources;
  }

  /** Creates or replaces the item; returns the etag of Cosmos DB. */
  async function save(item: Item, before: Version | undefined): Promise<string> {
    const accessCondition = before && { type: 'IfMatch', condition: before.etag };
    const { etag } = await ask((container, abortSignal) =>
      before
        ? container.item(item.id, item.id).replace(item, { abortSignal, accessCondition })
        : container.items.create(item, { abortSignal }),
    );
    return etag;
  }

  /** Adds the words to a dossier; logs one that Cosmos DB refuses for good, because those after it must not wait for it. */
  async function index(item: Item): Promise<void> {
    const found = met.ifPossible(() => met.read(...contentOf(item)));
    try {
      await save(withWords(item, found), versionIn(item));
    } catch (error) {
      // Who wrote it meanwhile has indexed it.
      if (isConflict(error, versionIn(item))) return;
      if (!isItemRefused(error)) throw error;
      const facts = { document: documentId(item.id), status: statusOf(error) };
      log?.error('a dossier could not be indexed for search', facts);
    }
  }

  return {
    async read(id) {
      const item = await find(itemId(id));
      if (item) return { document: met.read(...contentOf(item)), etag: etagOf(versionIn(item)) };
      met.isFine(id);
      return undefined;
    },
    async write(document, etag) {
      const before = etag === undefined ? undefined : versionOf(etag);
      const writes = oneMore(before?.writes ?? []);
      const [write = ''] = writes;
      const item = itemOf(document, writes);
      try {
        return etagOf({ etag: await save(item, before), writes });
      } catch (error) {
        if (!isConflict(error, before)) throw error;
        // An earlier try may have written it, and its answer was lost.
        const found = await find(item.id);
        const since = found ? versionIn(found).writes.indexOf(write) : -1;
        if (!found || since < 0) throw new Conflict(document.id);
        // Overwritten since by a version that this caller has not read: the etag must not match any more.
        return since === 0
          ? etagOf(versionIn(found))
          : etagOf({ etag: before?.etag ?? 'overwritten', writes });
      }
    },
    async due(at, limit) {
      const items = await select<Pick<Item, 'id'>>(dueQuery(at, limit));
      return items.map(({ id }) => documentId(id));
    },
    async list(selection) {
      const items = await select<Item>(listQuery(selection));
      const dossiers = items.flatMap((item) => met.dossierIfPossible(() => met.read(...contentOf(item))));
      return dossiers.sort('registeredBy' in selection ? newestFirst : nearestFirst);
    },
    async search(search) {
      if (search.words.length === 0) return { dossiers: [] };
      const items = await select<Item>(searchQuery(search));
      const dossiers = items.flatMap((item) => met.dossierIfPossible(() => met.read(...contentOf(item))));
      const lowest = items.length === search.limit ? items.at(-1) : undefined;
      return { dossiers, ...(lowest && { next: caseNumber(documentId(lowest.id)) }) };
    },
    async indexMore() {
      if (indexedTo === undefined) return false;
      const items = await select<Item>(notIndexedQuery(indexedTo, page));
      for (const item of items) {
        await index(item);
        indexedTo = item.id;
      }
      if (items.length === 0) indexedTo = undefined;
      return items.length > 0;
    },
    async *all() {
      let items = await select<Item>(walkQuery('', page));
      while (items.length > 0) {
        for (const item of items) {
          const etag = etagOf(versionIn(item));
          yield* met.ifPossible(() => met.read(...contentOf(item))).map((document) => ({ document, etag }));
        }
        items = await select<Item>(walkQuery(items.at(-1)?.id ?? '', page));
      }
    },
    unreadable: met.unreadable,
    async faults() {
      return [];
    },
    async check() {
      await find('check');
    },
    async close() {
      const connection = await connecting?.catch(() => undefined);
      connection?.close();
    },
  };
}

/** Tells whether it is a conflict: 409 it exists already; 412 it is another version; 404 there is nothing to replace. */
function isConflict(error: unknown, before: Version | undefined): boolean {
  const status = statusOf(error);
  return status === 409 || status === 412 || (status === 404 && before !== undefined);
}

/** Tells whether the item itself is refused, now and later: 400 it is not acceptable; 413 it is too large. */
const isItemRefused = (error: unknown): boolean => [400, 413].includes(statusOf(error) ?? 0);
