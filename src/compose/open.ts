import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { ownIdentity } from '../identity/own-identity.ts';
import type { Heads } from '../register/integrity/evidence.ts';
import type { Documents } from '../register/model/documents.ts';
import type { Log } from '../register/model/log.ts';
import type { Store } from '../register/model/store.ts';
import type { Settings, StorePlace } from '../settings/settings.ts';
import { cosmosStore } from '../store/cosmos-store.ts';
import { documentsBlob } from '../store/documents-blob.ts';
import { documentsFolder, documentsPath } from '../store/documents-folder.ts';
import { headsFile, headsPath } from '../store/heads-file.ts';
import { sqliteStore } from '../store/sqlite-store.ts';
import { unwatched, type Watch } from '../telemetry/watch.ts';
import { type MovableClock, movableClock, systemClock } from '../time/clock.ts';
import { instantAt } from '../time/local-date.ts';
import { forgetEverything, savedClock } from '../tryout/tryout.ts';

/** Tells whether the register is a file that is not there yet: who opens it makes it. */
const isMissing = (place: StorePlace): boolean => place.kind === 'sqlite' && !existsSync(place.path);

/** Makes an id for the try-out that makes a register; null outside the try-out, and undefined where the register is there. */
export function makerOf({ store, tryout }: Pick<Settings, 'store' | 'tryout'>): string | null | undefined {
  if (!tryout) return null;
  return isMissing(store) ? randomUUID() : undefined;
}

/**
 * Opens the register where the settings say. Where it is not there yet, the try-out forgets the chats that it kept of a register
 * that was there before: their cards belong to no dossier any more.
 */
export function openStore(
  { store: place, tryout, app }: Pick<Settings, 'store' | 'tryout' | 'app'>,
  log: Log,
  { store: watched, charged }: Watch = unwatched,
): Store {
  const chats = tryoutFile(place);
  if (tryout && isMissing(place) && existsSync(chats)) forgetEverything(chats);
  return watched(
    place.kind === 'sqlite'
      ? sqliteStore(place.path)
      : cosmosStore({ ...place, identity: ownIdentity(app), log, charged }),
  );
}

/** Opens the watch where the settings name a destination. Only then OpenTelemetry is loaded. */
export async function openWatch({ telemetry }: Settings, log: Log): Promise<Watch> {
  if (!telemetry) return unwatched;
  const [{ openTelemetry }, { default: manifest }] = await Promise.all([
    import('../telemetry/open-telemetry.ts'),
    import('../../package.json', { with: { type: 'json' } }),
  ]);
  return openTelemetry(telemetry, manifest, log);
}

/** Opens the heads beside a register in a file; for one that several machines share, the log is the evidence. */
export const openHeads = (place: StorePlace, log: Log): Heads | undefined =>
  place.kind === 'sqlite' && place.path !== ':memory:' ? headsFile(headsPath(place.path), log) : undefined;

/** Opens the place of documents; undefined where none are kept. Those of a register that is only in memory are gone with the process. */
export function openDocuments({
  store,
  documents,
  app,
}: Pick<Settings, 'store' | 'documents' | 'app'>): Documents | undefined {
  if (documents.kind === 'blob') return documentsBlob({ url: documents.url, identity: ownIdentity(app) });
  if (documents.kind !== 'beside' || store.kind !== 'sqlite') return undefined;
  if (store.path !== ':memory:') return documentsFolder(documentsPath(store.path));
  const folder = mkdtempSync(join(tmpdir(), 'klachten-documents-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return documentsFolder(folder);
}

/**
 * Returns the file of the try-out's chats: one for each register, so that no chat shows the cards of another. That of
 * `klachten.db` is `tryout.db` beside it, as it has always been.
 */
export function tryoutFile(place: StorePlace): string {
  if (place.kind === 'cosmos') {
    const { host } = new URL(place.endpoint);
    return join('data', `tryout-${`${host}-${place.database}`.replaceAll(/[^\w.-]/g, '_')}.db`);
  }
  if (place.path === ':memory:') return ':memory:';
  const { dir, name } = parse(place.path);
  return join(dir, name === 'klachten' ? 'tryout.db' : `tryout-${name}.db`);
}

/** Makes the clock: real time, and in the try-out a movable one, which continues where it was left or from a later CLOCK. */
export function openClock(settings: Settings): MovableClock {
  if (!settings.tryout) return { ...systemClock(), moveTo: immovable, offset: () => 0 };
  const saved = savedClock(tryoutFile(settings.store));
  const left = saved && instantAt(Date.now() + saved.offsetMs);
  return movableClock(
    [left, settings.clock]
      .filter((moment) => moment !== undefined)
      .sort()
      .at(-1),
  );
}

const immovable = (): never => {
  throw new Error('Real time cannot be moved.');
};

/** Writes the URL at which a server listens. */
export const urlOf = (address: AddressInfo | string | null, host: string): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${typeof address === 'object' ? address?.port : address}`;
