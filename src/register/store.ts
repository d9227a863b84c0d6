import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Document, Dossier } from './dossier.ts';

/** A document with the etag of the version that was read. */
export type Stored<T extends Document = Document> = { document: T; etag: string };

/** Which dossiers to list; ordered by the nearest day to act, those without one last, then by number. */
export type Selection = { open: true } | { registeredBy: string };

/** Somebody else wrote the document in the meantime: load and decide again. */
export class Conflict extends Error {
  constructor(id: string) {
    super(`${id} was changed by somebody else in the meantime`);
    this.name = 'Conflict';
  }
}

/** Where documents are kept, durably: what `write` has answered survives a crash. */
export interface Store {
  /** Undefined when there is no such document. */
  read<T extends Document>(id: string): Promise<Stored<T> | undefined>;
  /** Replaces the version with that etag, or creates it without one; throws `Conflict` if it is not so any more. */
  write(document: Document, etag?: string): Promise<string>;
  /** The ids of dossiers and bulletins whose `attentionAt` is that moment or before, the oldest first. */
  due(at: Instant, limit: number): Promise<string[]>;
  /** `registeredBy` lists the newest number first. */
  list(selection: Selection): Promise<Dossier[]>;
  /**
   * Every document of every kind, by id. Each is whole in itself; what is written while one walks may be met as it was
   * before or as it is after, and what is created meanwhile may be missed. Holds up nobody who writes.
   */
  all(): AsyncIterable<Stored>;
  /** Throws when the store cannot be reached or written. */
  check(): Promise<void>;
  close(): Promise<void>;
}
