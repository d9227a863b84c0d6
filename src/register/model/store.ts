import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Instant } from '../../time/local-date.ts';
import type { Document, Dossier } from './dossier.ts';
import { schema } from './upcast.ts';

/** A document with the etag of the version that was read. */
export type Stored = { document: Document; etag: string };

/** What to write: a document in the place of the version with that etag, or a new one without. */
export type Write = { document: Document; etag?: string | undefined };

/** Selects dossiers; listed by the nearest day to act, those without one last, then by number. */
export type Selection = { open: true } | { registeredBy: PersonId };

/**
 * What to look for: dossiers that have each of these words, written as `wordsAskedIn` does, as the beginning of one of theirs. At
 * most `limit`, with a number before `before`, and not `except`.
 */
export type Search = { words: readonly string[]; limit: number; before?: CaseNumber; except?: CaseNumber };

/**
 * What was found, the newest number first; `next`: the number before which to go on, absent where that is all. 'vague': too many
 * dossiers have words that begin like these.
 */
type Found = { dossiers: Dossier[]; next?: CaseNumber } | 'vague';

/** A version conflict: somebody else wrote the document meanwhile; load and decide again. */
export class Conflict extends Error {
  constructor(id: string) {
    super(`${id} was changed by somebody else in the meantime`);
    this.name = 'Conflict';
  }
}

/** A stored document that cannot be read: damaged, or written by a newer bot. It is left as it is. */
export class Unreadable extends Error {
  readonly id: string;
  /** The raw text, as far as it can be read; to judge who may hear of it, never to show. */
  readonly remains: string;
  /** The etag of that version; undefined where it cannot be read either, and so nothing can replace it. */
  readonly etag: string | undefined;
  /** The schema version in which it was written, where this bot does not know that yet. */
  readonly newer: number | undefined;

  constructor(id: string, remains: string, etag?: string, newer?: number) {
    super(
      newer === undefined ? `${id} cannot be read` : `${id} was written by a newer bot: ${versions(newer)}`,
    );
    this.name = 'Unreadable';
    this.id = id;
    this.remains = remains;
    this.etag = etag;
    this.newer = newer;
  }
}

const versions = (found: number): string => `stored version ${found}, and this one knows up to ${schema}`;

/** The register was written by a newer bot: it is neither served nor written. */
export class NewerRegister extends Error {
  readonly newer: number;

  constructor(newer: number) {
    super(
      `the register was written by a newer version of the bot (${versions(newer)}): ` +
        'install that version again, or put back a backup from before it',
    );
    this.name = 'NewerRegister';
    this.newer = newer;
  }
}

/**
 * Why nothing could be written: another process holds the lock, no room, no rights, the files are gone, or somebody changed
 * what the store does when it is written.
 */
export type UnwrittenReason = 'busy' | 'full' | 'read-only' | 'gone' | 'changed';

/** Certainly nothing was written; after any other error it may have been. */
export class Unwritten extends Error {
  readonly code: UnwrittenReason;

  constructor(code: UnwrittenReason, cause?: unknown) {
    super(`nothing was written: the store is ${code}`, { cause });
    this.name = 'Unwritten';
    this.code = code;
  }
}

/** Nobody can look at the register now: another holds it, or it gives no answer. This says nothing about what is in it. */
export class OutOfReach extends Error {}

/** Skips an unreadable document, for `catch`, in a walk over many. */
export function passUnreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
}

/** Passes over what another process has written already: it tells the same. */
export const orTaken = (writing: Promise<unknown>): Promise<unknown> =>
  writing.catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error;
  });

/** Reads the dossier of that number; undefined when there is none, or another kind of document is stored under it. */
export async function readDossier(store: Store, number: CaseNumber): Promise<Dossier | undefined> {
  const document = (await store.read(number))?.document;
  return document?.kind === 'dossier' ? document : undefined;
}

/** Keeps documents durably: what `write` has returned survives a crash. */
export interface Store {
  /** Reads a document; undefined when there is none. Throws `Unreadable` when it is damaged or newer. */
  read(id: string): Promise<Stored | undefined>;
  /**
   * Replaces the version with that etag, or creates the document without one. Throws `Conflict` if that is not the present
   * state, `Unwritten` if it is certain that nothing was written. After any other error it may have been written.
   */
  write(document: Document, etag?: string): Promise<string>;
  /**
   * Does all of these writes or none, in one commit; throws as `write` does. Absent where the store cannot: Cosmos DB has
   * transactions within one partition only, and each document is one.
   */
  writeTogether?: ((writes: readonly Write[]) => Promise<void>) | undefined;
  /** Lists the ids of dossiers and bulletins whose `attentionAt` is that moment or before, the oldest first. */
  due(at: Instant, limit: number): Promise<string[]>;
  /** Lists dossiers; `registeredBy` by the newest number. Skips unreadable ones, which `unreadable` lists from then on. */
  list(selection: Selection): Promise<Dossier[]>;
  /**
   * Finds dossiers by words, in a time that does not grow with the register: it may stop before `limit` and say where to go on. The
   * index is only a help: who asks checks the words of what is found. Skips unreadable ones.
   */
  search(search: Search): Promise<Found>;
  /**
   * Indexes for `search` the next dossiers that wait for it: new ones, which it finds before that too, and those that a version
   * without it wrote. Tells whether there may be more.
   */
  indexMore(): Promise<boolean>;
  /**
   * Writes the register anew where something was erased since the last time, so that no copy stays behind in it; one that others use
   * waits for the next time. Absent where the store leaves no copies.
   */
  rewriteErased?: (() => Promise<void>) | undefined;
  /**
   * Walks every document of every kind, by id. Each is consistent in itself; one that is written during the walk is met as it
   * was before or after, and one that is created meanwhile may be missed. Blocks no writer. Skips unreadable ones, which
   * `unreadable` lists from then on.
   */
  all(): AsyncIterable<Stored>;
  /** Lists, by id, every document that was unreadable when it was last read, since the start. */
  unreadable(): Unreadable[];
  /** Names what was changed in the store itself: how it finds documents, and what it does when one is written. */
  faults(): Promise<string[]>;
  /** Throws when the store cannot be reached or written. */
  check(): Promise<void>;
  close(): Promise<void>;
}
