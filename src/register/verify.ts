import type { Complaint } from '../procedure/complaint.ts';
import { replay } from '../procedure/evolve.ts';
import { canonical } from './canonical.ts';
import type { Document, Dossier } from './dossier.ts';
import { eventOf, firstBroken } from './journal.ts';

/** What is wrong with a dossier. */
export type Flaw =
  /** `seq`: the first entry of the journal that was changed, removed or put in. */
  | { number: string; kind: 'broken-journal'; seq: number }
  /** The journal is whole, but it does not lead to the complaint that is stored; `seq` is its last entry. */
  | { number: string; kind: 'other-state'; seq: number };

/** The first flaw of a dossier's journal; whether the complaint follows from it is not looked at. */
export function journalFlaw({ id, journal }: Dossier): Flaw | undefined {
  const seq = firstBroken(journal);
  return seq === undefined ? undefined : { number: id, kind: 'broken-journal', seq };
}

/** The first flaw of a dossier, undefined when its journal is whole and leads to its state; so too when erased. */
export function flawOf(dossier: Dossier): Flaw | undefined {
  const { id, complaint, journal } = dossier;
  const follows = canonical(replayed(dossier) ?? null) === canonical(complaint);
  return (
    journalFlaw(dossier) ??
    (follows && complaint.number === id
      ? undefined
      : { number: id, kind: 'other-state', seq: journal.length })
  );
}

/** Undefined when the events are no course that a complaint can take. */
function replayed({ journal }: Dossier): Complaint | undefined {
  try {
    return replay(journal.map(eventOf));
  } catch {
    return undefined;
  }
}

export type Verified = { documents: number; dossiers: number; entries: number; flaws: Flaw[] };

/** Looks at every dossier; counts all documents. */
export async function verify(documents: AsyncIterable<Document>): Promise<Verified> {
  const verified: Verified = { documents: 0, dossiers: 0, entries: 0, flaws: [] };
  for await (const document of documents) {
    verified.documents += 1;
    if (document.kind !== 'dossier') continue;
    verified.dossiers += 1;
    verified.entries += document.journal.length;
    const flaw = flawOf(document);
    if (flaw) verified.flaws.push(flaw);
  }
  return verified;
}
