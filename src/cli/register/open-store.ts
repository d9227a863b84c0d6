import { existsSync } from 'node:fs';
import { headOfDocument } from '../../register/integrity/evidence.ts';
import type { Document } from '../../register/model/dossier.ts';
import type { Store } from '../../register/model/store.ts';
import { reading } from '../../settings/reader.ts';
import { type StorePlace, storePlace } from '../../settings/sections.ts';
import { cosmosStore } from '../../store/cosmos-store.ts';
import { headsFile, headsPath } from '../../store/heads-file.ts';
import { sqliteStore } from '../../store/sqlite-store.ts';

/**
 * Opens the register that STORE names, or that text in its place, to be filled; made where missing. SettingsFault if it is none.
 * What is written is noted beside it, as the bot does.
 */
export function openNewStore(text?: string): Store {
  const place = placeOf(text);
  const store = opened(place);
  if (place.kind !== 'sqlite' || place.path === ':memory:') return store;
  const note = noting(place.path);
  return {
    ...store,
    async write(document, etag) {
      const written = await store.write(document, etag);
      note(document);
      return written;
    },
  };
}

/** Notes the head of each document that is written to the register in that file, beside it. */
export function noting(file: string): (document: Document) => void {
  const heads = headsFile(headsPath(file), { fault: (msg) => console.error(msg) });
  return (document) => {
    const head = headOfDocument(document);
    if (head) heads.note(head);
  };
}

/** The same, but a file that is not there is refused: there would be nothing in it to read. */
export const openFilledStore = (text?: string): Store => opened(filledPlace(text));

/** Where that is; a file that is not there is refused. */
export function filledPlace(text?: string): StorePlace {
  const place = placeOf(text);
  if (place.kind === 'sqlite' && !existsSync(place.path))
    throw new Error(`er is geen register ${place.path}`);
  return place;
}

/** Of the environment only what says where the register is: the people of the desk do not matter here. */
export function placeOf(text = process.env.STORE): StorePlace {
  const read = reading({ ...process.env, STORE: text });
  return read.settle(storePlace(read));
}

function opened(place: StorePlace): Store {
  return place.kind === 'sqlite' ? sqliteStore(place.path) : cosmosStore(place);
}
