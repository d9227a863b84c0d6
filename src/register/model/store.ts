import type { Instant } from '../../time/local-date.ts';
import type { Document, Dossier } from './dossier.ts';
import { schema } from './upcast.ts';

/** A document with the etag of the version that was read. */
export type Stored = { document: Document; etag: string };

/** Which dossiers to list; ordered by the nearest day to act, those without one last, then by number. */
export type Selection = { open: true } | { registeredBy: string };

/** Somebody else wrote the document in the meantime: load and decide again. */
export class Conflict extends Error {
  constructor(id: string) {
    super(`${id} was changed by somebody else in the meantime`);
    this.name = 'Conflict';
  }
}

/** A document that is stored and cannot be read: damaged, or written by a newer bot. It is left as it is. */
export class Unreadable extends Error {
  readonly id: string;
  /** What is stored under the id as far as it can still be got at; for judging who may hear of it, never to show. */
  readonly remains: string;
  /** Of the version that cannot be read; undefined where that cannot be told either, and nothing can take its place. */
  readonly etag: string | undefined;
  /** The version of the stored shape that it was written in, where this bot does not know that yet. */
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

/** The register as a whole was written by a newer bot: nothing is served from it, and nothing written in it. */
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

/** Why nothing could be written: another process holds the store, it has no room, or its files are no longer there. */
export type UnwrittenReason = 'busy' | 'full' | 'read-only' | 'gone';

/** Nothing of the document was written, for certain: what failed in any other way may have been. */
export class Unwritten extends Error {
  readonly code: UnwrittenReason;

  constructor(code: UnwrittenReason, cause?: unknown) {
    super(`nothing was written: the store is ${code}`, { cause });
    this.name = 'Unwritten';
    this.code = code;
  }
}

/** For `catch`, where many documents are looked at: one that cannot be read is passed over. */
export function passUnreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
}

/** The dossier of that number; undefined when there is none, or something else is stored under it. */
export async function readDossier(store: Store, number: string): Promise<Dossier | undefined> {
  const document = (await store.read(number))?.document;
  return document?.kind === 'dossier' ? document : undefined;
}

/** Where documents are kept, durably: what `write` has answered survives a crash. */
export interface Store {
  /** Undefined when there is no such document; throws `Unreadable` when there is one of which nothing can be made. */
  read(id: string): Promise<Stored | undefined>;
  /**
   * Replaces the version with that etag, or creates it without one; throws `Conflict` if it is not so any more,
   * `Unwritten` if it is certain that nothing was written. After any other error it may have been written.
   */
  write(document: Document, etag?: string): Promise<string>;
  /** The ids of dossiers and bulletins whose `attentionAt` is that moment or before, the oldest first. */
  due(at: Instant, limit: number): Promise<string[]>;
  /** `registeredBy` lists the newest number first. What cannot be read is left out, and is `unreadable` from then on. */
  list(selection: Selection): Promise<Dossier[]>;
  /**
   * Every document of every kind, by id. Each is whole in itself; what is written while one walks may be met as it was
   * before or as it is after, and what is created meanwhile may be missed. Holds up nobody who writes. What cannot be
   * read is passed over, and is `unreadable` from then on.
   */
  all(): AsyncIterable<Stored>;
  /** Every document that was met since the start and could not be read, and that was not read well since; by id. */
  unreadable(): Unreadable[];
  /** The names of what was changed about the store itself: by what it finds documents, and what it does when one is written. */
  faults(): Promise<string[]>;
  /** Throws when the store cannot be reached or written. */
  check(): Promise<void>;
  close(): Promise<void>;
}
