import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Document, Dossier, Memo } from '../../src/register/dossier.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';

/** A register that other processes use, looked at from outside; in a new folder unless it is there already. Remove it after use. */
export function aRegisterFile(existing?: string) {
  const folder = existing ? undefined : mkdtempSync(join(tmpdir(), 'klachten-'));
  const path = existing ?? join(folder ?? '', 'klachten.db');
  const store = sqliteStore(path);

  async function* documents(): AsyncIterable<Document> {
    for await (const { document } of store.all()) yield document;
  }

  async function dossiers(): Promise<Dossier[]> {
    const found: Dossier[] = [];
    for await (const document of documents()) if (document.kind === 'dossier') found.push(document);
    return found;
  }

  return {
    path,
    documents,
    dossiers,
    /** Every dossier, once nothing waits to be delivered any more. */
    async whenQuiet(): Promise<Dossier[]> {
      for (;;) {
        const found = await dossiers();
        if (found.every(({ outbox }) => outbox.every(({ status }) => status !== 'queued'))) return found;
        await pause(100);
      }
    },
    /** The last number that was claimed, whether it was used or not. */
    async lastNumber(): Promise<number> {
      const stored = await store.read<Memo<{ lastNumber: Record<string, number> }>>('front-desk');
      return Math.max(0, ...Object.values(stored?.document.content.lastNumber ?? {}));
    },
    async remove(): Promise<void> {
      await store.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}
