import { caseNumber, numberOf } from '../../src/procedure/model/case-number.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { dossier } from './documents.ts';

/** Registers complaints until the disk is full; prints each number once it was confirmed, and at last the fault. */
const store = sqliteStore(process.argv[2] ?? '');
try {
  for (let i = 1; ; i++) {
    const id = caseNumber(numberOf('2026', i));
    await store.write(dossier(id, { receiverId: 'x'.repeat(20_000) }));
    console.log(id);
  }
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
