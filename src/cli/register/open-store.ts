import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openDocuments } from '../../compose/open.ts';
import { ownIdentity } from '../../identity/own-identity.ts';
import { headOfDocument } from '../../register/integrity/evidence.ts';
import type { Documents } from '../../register/model/documents.ts';
import type { Document } from '../../register/model/dossier.ts';
import type { Store } from '../../register/model/store.ts';
import { reading } from '../../settings/reader.ts';
import { appRegistration, documentsPlace, type StorePlace, storePlace } from '../../settings/sections.ts';
import { containerName } from '../../store/cosmos-connection.ts';
import { cosmosStore } from '../../store/cosmos-store.ts';
import { documentsPath } from '../../store/documents-folder.ts';
import { headsFile, headsPath } from '../../store/heads-file.ts';
import { notOpened } from '../../store/sqlite-faults.ts';
import { assertRegister } from '../../store/sqlite-place.ts';
import { sqliteStore } from '../../store/sqlite-store.ts';

/**
 * Opens the register that STORE names, or the text in its place, for writing; makes it where missing. Notes heads beside it,
 * as the bot does. SettingsFault if the text names no register.
 */
export function openNewStore(text?: string): Store {
  const place = placeOf(text);
  const store = opened(place);
  if (place.kind !== 'sqlite' || place.path === ':memory:') return store;
  const note = noting(place.path);
  return {
    ...store,
    writeTogether: undefined,
    async write(document, etag) {
      const written = await store.write(document, etag);
      note(document);
      return written;
    },
  };
}

/** Makes a function that notes the head of each document beside the register in that file. */
export function noting(file: string): (document: Document) => void {
  const heads = headsFile(headsPath(file), { fault: (msg) => console.error(msg) });
  return (document) => {
    const head = headOfDocument(document);
    if (head) heads.note(head);
  };
}

/** Opens a register for reading. Refuses a file that does not exist. */
export const openFilledStore = (text?: string): Store => opened(filledPlace(text));

/** Finds where that register is. Refuses a file that does not exist, or is none. */
export function filledPlace(text?: string): StorePlace {
  const place = placeOf(text);
  if (place.kind !== 'sqlite') return place;
  if (!existsSync(place.path))
    throw new Error(
      `er is geen register ${place.path}. Geef de opdracht in de map met code, of noem met STORE het goede bestand`,
    );
  try {
    assertRegister(place.path);
  } catch (cause) {
    throw notOpened(place.path, cause);
  }
  return place;
}

/**
 * Opens where the documents of that register are: beside it where a folder is there, else where DOCUMENTS says; undefined where that is
 * nowhere.
 */
export function documentsOf(place: StorePlace): Documents | undefined {
  const isBeside = place.kind === 'sqlite' && existsSync(documentsPath(place.path));
  const read = reading({ ...process.env, ...(isBeside && { DOCUMENTS: undefined }) });
  const documents = documentsPlace(read, place);
  const app = documents.kind === 'blob' ? appRegistration(read) : undefined;
  return openDocuments(read.settle({ store: place, documents, app }));
}

/** Reads only the settings that say where the register is: the commands need no desk. */
export function placeOf(text = process.env.STORE): StorePlace {
  const read = reading({ ...process.env, STORE: text });
  return read.settle(storePlace(read));
}

/** Names a register for who gave a command, so that they see of which it was; never its key. */
export function nameOf(place: StorePlace): string {
  if (place.kind === 'sqlite') return place.path === ':memory:' ? place.path : resolve(place.path);
  return `${place.endpoint} (database ${place.database}, container ${containerName})`;
}

function opened(place: StorePlace): Store {
  if (place.kind === 'sqlite') return sqliteStore(place.path);
  const read = reading(process.env);
  const app = place.key === undefined ? read.settle(appRegistration(read)) : undefined;
  return cosmosStore({ ...place, identity: ownIdentity(app) });
}
