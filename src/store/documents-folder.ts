import { constants } from 'node:fs';
import { access, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentId, isDocumentId } from '../procedure/model/document.ts';
import type { Documents } from '../register/model/documents.ts';

/** Names the folder of documents beside a register in SQLite: klachten.db.documents. */
export const documentsPath = (register: string): string => `${register}.documents`;

/** How much is read at a time, in bytes. */
const pieceBytes = 64 * 1024;

/** Keeps documents in a folder beside the register, a file for each, which only its owner may read. */
export function documentsFolder(folder: string): Documents {
  /** Finds the file of a document. Refuses what is no id: a name from outside never becomes a path. */
  function fileOf(id: DocumentId): string {
    if (!isDocumentId(id)) throw new RangeError('not the id of a document');
    return join(folder, id);
  }

  return {
    async put(id, content) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = fileOf(id);
      const file = await open(path, 'wx', 0o600);
      try {
        for await (const piece of content) await file.writeFile(piece);
        await file.sync();
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      await onDisk(folder);
    },
    async read(id) {
      const file = await open(fileOf(id), 'r').catch(ifMissing);
      if (!file) return undefined;
      await file.close();
      return piecesOf(fileOf(id));
    },
    async remove(id) {
      await rm(fileOf(id), { force: true }).catch(ifMissing);
      await onDisk(folder).catch(ifMissing);
    },
    async check() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await access(folder, constants.W_OK | constants.X_OK);
    },
  };
}

function ifMissing(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  yield* file.createReadStream({ highWaterMark: pieceBytes });
}

/** Writes the names in a folder to the disk, so that a file that was made or removed stays so after a power cut. */
async function onDisk(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  await opened.sync().finally(() => opened.close());
}
