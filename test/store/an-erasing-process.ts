import { Unwritten } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { erase } from './erasing.ts';

/** Erases the first dossier of a register, tells its parent, and rewrites the file; says on stdout how that ended. */
const store = sqliteStore(process.argv[2] ?? '');
await erase(store, 'K-2026-0001');
process.send?.('erased');
try {
  await store.rewriteErased?.();
  console.log('rewritten');
} catch (error) {
  console.log(error instanceof Unwritten ? error.message : error);
}
