import { open } from 'node:fs/promises';
import { copyDocumentsOf } from '../../register/integrity/documents-in-place.ts';
import type { Documents } from '../../register/model/documents.ts';
import type { Store } from '../../register/model/store.ts';
import { documentsFolder, documentsPath } from '../../store/documents-folder.ts';
import { copyDatabase, pageFaults } from '../../store/sqlite-backup.ts';
import { sqliteStore } from '../../store/sqlite-store.ts';
import { type Command, Unsound, using } from './commands.ts';
import { assertNew, nameDocuments, nameWhole, removeOnTheWay } from './files.ts';
import { documentsOf, filledPlace, noting } from './open-store.ts';
import { isInUse, lookOver } from './verify.ts';

/**
 * Copies the register of STORE, also while the bot runs, to a file that can take its place. The file gets its name when the
 * copy has been verified; an unsound register is copied as it is, and reported.
 */
export const backupTo: Command = async (file = '') => {
  const place = filledPlace();
  if (place.kind !== 'sqlite') {
    throw new Error('backup is er voor SQLite; gebruik voor Cosmos DB de back-up van Azure, of export');
  }
  assertNew(file, [place]);
  const used = isInUse(place);
  const partial = `${file}.partial`;
  try {
    await (await open(partial, 'wx', 0o600)).close();
    copyDatabase(place.path, partial);
    const [fault] = pageFaults(partial);
    if (fault) throw new Error(`de kopie is niet heel: ${fault}`);
    const documents = documentsFolder(documentsPath(partial));
    const said = await using(sqliteStore(partial), async (copy) => {
      await copyDocuments(copy, documentsOf(place), documents);
      return lookOver(copy, { documents, isInUse: used });
    }).catch((error: unknown) => {
      if (error instanceof Unsound) return error;
      throw error;
    });
    await onDisk(partial);
    await nameDocuments(documentsPath(partial), file);
    await nameWhole(partial, file);
    await using(sqliteStore(file), (copy) => noteHeads(copy, file));
    const done = `Kopie gemaakt: ${file}.`;
    if (said instanceof Unsound) throw new Unsound(`${said.message}\n${done} Ze is gelijk aan het register.`);
    return `${done} ${said}`;
  } finally {
    await removeOnTheWay(file);
  }
};

/** Copies the documents of every dossier beside the copy, those in Azure Blob Storage as well: a copy is whole by itself. */
async function copyDocuments(copy: Store, from: Documents | undefined, to: Documents): Promise<void> {
  if (!from) return;
  for await (const { document } of copy.all()) await copyDocumentsOf(document, from, to);
}

/** Writes the heads of a copy beside it, so that the copy verifies by itself. */
async function noteHeads(copy: Store, file: string): Promise<void> {
  const note = noting(file);
  for await (const { document } of copy.all()) note(document);
}

async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}
