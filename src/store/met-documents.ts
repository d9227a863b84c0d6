import type { Document, Dossier } from '../register/model/dossier.ts';
import { isReadable } from '../register/model/readable.ts';
import { Unreadable } from '../register/model/store.ts';
import { newerSchemaIn } from '../register/model/upcast.ts';

/** Validates documents one by one, so that one that cannot be read hides no other, and remembers which those are. */
export function metDocuments() {
  const unreadable = new Map<string, Unreadable>();

  /** Returns what is stored under that id as a document; throws `Unreadable`, with the raw text, if it is none. */
  function read(id: string, value: unknown, remains: () => string, etag?: string): Document {
    const newer = newerSchemaIn(value);
    if (newer === undefined && isReadable(value) && value.id === id) {
      unreadable.delete(id);
      return value;
    }
    const found = new Unreadable(id, remains(), etag, newer);
    unreadable.set(id, found);
    throw found;
  }

  /** Returns a list of the document that is read, or an empty one when it cannot be read. */
  function ifPossible(reading: () => Document): Document[] {
    try {
      return [reading()];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return [];
    }
  }

  return {
    read,
    ifPossible,
    /** Returns a list of the dossier that is read, or an empty one when it cannot be read or is none. */
    dossierIfPossible: (reading: () => Document): Dossier[] =>
      ifPossible(reading).filter((document) => document.kind === 'dossier'),
    /** Notes that there is no unreadable document under that id. */
    isFine: (id: string): void => void unreadable.delete(id),
    unreadable: (): Unreadable[] =>
      [...unreadable.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
  };
}
