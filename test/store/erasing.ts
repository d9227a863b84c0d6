import assert from 'node:assert/strict';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Store } from '../../src/register/model/store.ts';

type Change = Pick<Dossier['complaint'], 'summary' | 'erased'>;

/** Writes a dossier again with another text. */
export async function writeAgain(store: Store, number: CaseNumber, change: Change): Promise<void> {
  const { document, etag } = (await store.read(number)) ?? assert.fail();
  assert.ok(document.kind === 'dossier');
  await store.write({ ...document, complaint: { ...document.complaint, ...change } }, etag);
}

/** Erases a dossier, as far as the store sees that. */
export const erase = (store: Store, number: CaseNumber): Promise<void> =>
  writeAgain(store, number, { summary: '[gewist]', erased: { on: '2031-04-01', because: 'request' } });
