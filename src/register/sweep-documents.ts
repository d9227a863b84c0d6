import { presentDocuments } from '../procedure/articles/documents.ts';
import type { KeptDocument } from '../procedure/model/document.ts';
import { type Instant, later } from '../time/local-date.ts';
import type { Documents } from './model/documents.ts';
import type { Dossier } from './model/dossier.ts';
import type { Log } from './model/log.ts';
import { readMemo } from './model/memo.ts';
import { readDossier, type Store, Unreadable } from './model/store.ts';
import {
  changeWaiting,
  noLongerWaiting,
  type WaitingDocument,
  waitingDocuments,
} from './model/waiting-documents.ts';

/** How long a document waits for a dossier, in milliseconds: a day. */
const waitsMs = 24 * 60 * 60_000;

const isOld = ({ at }: WaitingDocument, now: Instant): boolean => later(at, waitsMs) <= now;

/**
 * Notes, before the erasure of a dossier is saved, that its documents go: from then on a stop at any moment has the sweep remove them,
 * and where the erasure is not saved they stay.
 */
export async function noteErasure(store: Store, { id: number, complaint }: Dossier, now: Instant) {
  const kept = (complaint.documents ?? []).map(
    ({ id }): WaitingDocument => ({ id, at: now, number, erased: true }),
  );
  await changeWaiting(store, (waiting) => {
    const others = waiting.filter(({ id }) => !kept.some((one) => one.id === id));
    const left = others.map((one) => (one.number === number ? { ...one, erased: true } : one));
    const changed = kept.length > 0 || waiting.some((one) => one.number === number && !one.erased);
    return changed ? [...left, ...kept] : undefined;
  });
}

/** Does so, before it is saved that documents are removed from a dossier, for those. */
export const noteRemoval = (
  store: Store,
  { id: number }: Dossier,
  gone: readonly KeptDocument[],
  now: Instant,
): Promise<void> =>
  changeWaiting(store, (waiting) => [
    ...waiting.filter(({ id }) => !gone.some((one) => one.id === id)),
    ...gone.map(({ id }): WaitingDocument => ({ id, at: now, number, erased: true })),
  ]);

/** Lists the documents that a dossier keeps no more, while it kept them before. */
export function removedFrom(before: Dossier, { complaint }: Dossier): KeptDocument[] {
  const kept = new Set(presentDocuments(complaint).map(({ id }) => id));
  return complaint.erased ? [] : presentDocuments(before.complaint).filter(({ id }) => !kept.has(id));
}

export type KeptPlace = { store: Store; documents: Documents | undefined; log: Log };

/**
 * Removes the content of documents that no dossier keeps: what waited for a day, and what an erasure or a removal left. What cannot be removed now is
 * tried again.
 */
export const sweepDocuments = (place: KeptPlace, now: Instant): Promise<void> =>
  removeWaiting(place, now, (one) => one.leaves || one.erased || isOld(one, now));

/** Removes those of the documents that wait, unless a dossier names them. Each is marked first, so that none comes to name it meanwhile. */
export async function removeWaiting(
  { store, documents, log }: KeptPlace,
  now: Instant,
  which: (one: WaitingDocument) => boolean | undefined,
): Promise<void> {
  const { content = [] } = await readMemo(store, waitingDocuments);
  if (!documents || !content.some(which)) return;
  let going: WaitingDocument[] = [];
  await changeWaiting(store, (waiting) => {
    going = waiting.filter(which);
    const changed = going.some(({ leaves }) => !leaves);
    return changed ? waiting.map((one) => (which(one) ? { ...one, leaves: true } : one)) : undefined;
  });
  for (const one of going) {
    try {
      const named = await isNamed(store, one);
      // An erasure that is not saved yet may still be on its way.
      if (named && one.erased && !isOld(one, now)) continue;
      if (!named) await documents.remove(one.id);
      await noLongerWaiting(store, [one.id]);
    } catch (error) {
      if (!(error instanceof Unreadable))
        log.fault('a document that nobody keeps was not removed yet', error);
    }
  }
}

async function isNamed(store: Store, { id, number }: WaitingDocument): Promise<boolean> {
  const dossier = number && (await readDossier(store, number));
  return dossier ? presentDocuments(dossier.complaint).some((one) => one.id === id) : false;
}
