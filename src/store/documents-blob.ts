import { setTimeout as pause } from 'node:timers/promises';
import type { ContainerClient } from '@azure/storage-blob';
import type { OwnIdentity } from '../identity/own-identity.ts';
import { type DocumentId, isDocumentId } from '../procedure/model/document.ts';
import { DocumentRefused, type Documents, inPiecesOf } from '../register/model/documents.ts';

/** The container of documents, and as whom it is opened. */
export type BlobPlace = {
  url: string;
  identity: OwnIdentity;
  /** How long one request may take, and the first pause after a fault that passes, in milliseconds; only tests give others. */
  limits?: { requestMs: number; firstWaitMs: number };
};

/** How much is sent at a time, in bytes: what is kept in memory of a document. */
const blockBytes = 4 * 1024 * 1024;

const usual = { requestMs: 30_000, firstWaitMs: 250 };
const mostTries = 4;

/** How long a download may take, and how long it is believed that the container can be written, in milliseconds. */
const downloadMs = 10 * 60_000;
const believedMs = 5 * 60_000;

/** The blob by which it is seen that the container can be written. */
const probe = 'write-check';

/** Statuses that pass: the service is busy or moving. */
const passing = [408, 429, 500, 502, 503, 504];

/**
 * Keeps documents in a container of Azure Blob Storage, which infrastructure makes: a blob for each, under its id. A document is there
 * once all its blocks are committed, and not before. Loads the SDK when the first one is asked for.
 */
export function documentsBlob({ url, identity, limits = usual }: BlobPlace): Documents {
  let container: Promise<ContainerClient> | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;

  async function blobOf(name: string) {
    container ??= open(url, identity);
    return (await container).getBlockBlobClient(name);
  }

  const documentOf = (id: DocumentId) => {
    if (!isDocumentId(id)) throw new RangeError('not the id of a document');
    return blobOf(id);
  };

  /** Does a request again where its fault passes, and once with a new token where that is refused. */
  async function tried<T>(request: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    let refused = false;
    for (let tries = 1, wait = limits.firstWaitMs; ; tries += 1, wait *= 2) {
      try {
        return await request(AbortSignal.timeout(limits.requestMs));
      } catch (error) {
        const status = statusOf(error);
        const isRefused = status === 401 || status === 403;
        if (isRefused && !refused) {
          refused = true;
          identity.refuse();
          continue;
        }
        if (tries >= mostTries || isRefused || (status !== undefined && !passing.includes(status)))
          throw error;
        await pause(Math.max(askedToWait(error), wait * (0.5 + Math.random() / 2)));
      }
    }
  }

  return {
    async put(id, content) {
      const blob = await documentOf(id);
      const blocks: string[] = [];
      try {
        for await (const block of inPiecesOf(blockBytes, content)) {
          const name = Buffer.from(`${blocks.length}`.padStart(6, '0')).toString('base64');
          await tried((abortSignal) => blob.stageBlock(name, block, block.length, { abortSignal }));
          blocks.push(name);
        }
        await tried((abortSignal) => blob.commitBlockList(blocks, { abortSignal }));
      } catch (error) {
        // Blocks that are not committed would stay for a week, where nobody can read or remove them.
        if (blocks.length > 0)
          await tried((abortSignal) => blob.commitBlockList([], { abortSignal }))
            .then(() => tried((abortSignal) => blob.deleteIfExists({ abortSignal })))
            .catch(() => {});
        throw error instanceof DocumentRefused ? error : faultOf(error);
      }
      writtenAt = performance.now();
    },
    async read(id) {
      const blob = await documentOf(id);
      const isThere = await tried((abortSignal) => blob.exists({ abortSignal })).catch(failed);
      return isThere ? piecesOf() : undefined;

      async function* piecesOf(): AsyncGenerator<Uint8Array> {
        const { readableStreamBody } = await tried(() =>
          blob.download(0, undefined, { abortSignal: AbortSignal.timeout(downloadMs), maxRetryRequests: 3 }),
        ).catch(failed);
        for await (const piece of readableStreamBody ?? []) yield Buffer.from(piece);
      }
    },
    async remove(id) {
      const blob = await documentOf(id);
      await tried((abortSignal) => blob.deleteIfExists({ abortSignal, deleteSnapshots: 'include' })).catch(
        failed,
      );
    },
    async check() {
      if (performance.now() - writtenAt < believedMs) return;
      const blob = await blobOf(probe);
      await tried((abortSignal) => blob.upload('', 0, { abortSignal })).catch(failed);
      writtenAt = performance.now();
    },
  };

  function failed(error: unknown): never {
    throw faultOf(error);
  }

  /** Says as whom documents were asked for, and what to do where that is what is wrong. Only the service's own code is told. */
  function faultOf(error: unknown): Error {
    writtenAt = Number.NEGATIVE_INFINITY;
    const status = statusOf(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const remedy =
      status === 401 || status === 403
        ? ', which is refused; give it the role Storage Blob Data Contributor'
        : status === 404
          ? ', and there is no such container'
          : '';
    const why = status ? ` (${status} ${code})` : '';
    return new Error(`documents cannot be kept in ${url} as ${identity.who}${remedy}${why}`, {
      cause: error,
    });
  }
}

async function open(url: string, identity: OwnIdentity): Promise<ContainerClient> {
  const { ContainerClient } = await import('@azure/storage-blob');
  // No retries of the SDK: it does not know that a token is refused before its time.
  return new ContainerClient(url, identity, { retryOptions: { maxTries: 1 } });
}

/** Returns the HTTP status with which the service refused; undefined where no answer came. */
const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;

/** Returns how long the service asks to wait, in milliseconds. */
function askedToWait(error: unknown): number {
  const response = Object(error instanceof Error && 'response' in error ? error.response : undefined);
  return Number(response.headers?.get?.('retry-after') ?? 0) * 1000 || 0;
}
