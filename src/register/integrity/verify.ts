import { erasesOn, fewestYears } from '../../procedure/articles/avg-erasure.ts';
import { replay } from '../../procedure/evolve.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { canonical, firstBroken } from '../model/chain.ts';
import type { Document, Dossier } from '../model/dossier.ts';
import { type Intake, intakeId, intakeIn } from '../model/intake.ts';
import { eventOf } from '../model/journal.ts';
import { isDiffering } from '../model/ledger.ts';
import { isLink, type Link } from '../model/number-chain.ts';
import { nextTryAt } from '../model/outbox.ts';
import { isMarked, lastRedactedOn, removalsOf, replacedIn } from '../model/redact.ts';
import { newerSchemaIn, upcast } from '../model/upcast.ts';
import { against, type Head, headOfDocument } from './evidence.ts';
import { type Note, numberingFlaws, numberingNotes } from './numbering.ts';
import { sealState } from './seal.ts';

/** A flaw of a document, or of what ought to be one. */
export type Flaw = {
  /** The number of the dossier, or the id of another document. */
  number: string;
  kind: FlawKind;
  /**
   * Of a chain: the first entry that was changed, removed or added; 'other-state': the last entry; 'newer-version': that
   * version.
   */
  seq?: number;
};

export type FlawKind =
  /** It is too damaged to be checked. */
  | 'unreadable'
  /** A newer bot wrote it, in that schema version (`seq`); its content is not checked. */
  | 'newer-version'
  | 'broken-journal'
  /** The journal is whole, but it does not lead to the complaint that is stored. */
  | 'other-state'
  /** Personal data is missing without an erasure, is left after one, or the erasure was not allowed. */
  | 'other-erasure'
  | 'broken-ledger'
  /** The deliveries in the outbox are not what the ledger proves. */
  | 'other-ledger'
  /** A field by which queries find it does not follow from its content. */
  | 'other-index'
  /** The document is not as the register wrote it. */
  | 'broken-seal'
  /** Its seal was broken before the register wrote it again. */
  | 'mended-seal'
  | 'no-seal'
  /** Several documents have this number. */
  | 'double'
  | 'removed'
  | 'other-dossier'
  | 'beyond'
  /** The intake document lacks numbers that were given. */
  | 'no-intake'
  /** Compared with evidence outside the register: missing, older, or different. */
  | 'gone'
  | 'older'
  | 'otherwise'
  /** The heads beside the register are missing, or lack the last of so many documents (`seq`). */
  | 'heads-missing'
  /** Of the store itself: a table, an index or a trigger differs from how it is made. */
  | 'other-structure'
  /** Of a document (bijlage): its content is not where it is kept, or is another; `seq` is its place in the dossier. */
  | 'document-missing'
  | 'document-other'
  /** The file of the store is damaged. */
  | 'broken-file';

/** Finds the first flaw of a dossier's journal, without checking that the complaint follows from it. */
function journalFlaw({ id, journal }: Dossier): Flaw | undefined {
  const seq = firstBroken(journal, replacedIn(journal));
  return seq === undefined ? undefined : { number: id, kind: 'broken-journal', seq };
}

/** Finds the first flaw of a dossier; undefined when its chains are whole and lead to what it holds, erased or not. */
export function flawOf(dossier: Dossier): Flaw | undefined {
  const { id, complaint, journal, outbox, ledger = [] } = dossier;
  const flaw = (kind: FlawKind, seq?: number): Flaw => ({
    number: id,
    kind,
    ...(seq !== undefined && { seq }),
  });
  const broken = journalFlaw(dossier);
  if (broken) return broken;
  if (complaint?.number !== id || !isFollowing(dossier)) return flaw('other-state', journal.length);
  if (!isErasedAsItMust(dossier) || !isMarked(journal)) return flaw('other-erasure');
  const seq = firstBroken(ledger);
  if (seq !== undefined) return flaw('broken-ledger', seq);
  if (dossier.ledger && isDiffering(dossier)) return flaw('other-ledger');
  const tryAt = nextTryAt(outbox);
  const isFound =
    (dossier.open || complaint.stage === 'closed') &&
    dossier.receiverId === complaint.receiver.id &&
    (tryAt === undefined || (dossier.attentionAt !== undefined && dossier.attentionAt <= tryAt));
  return isFound ? undefined : flaw('other-index');
}

/** Tells whether the events lead to the complaint that is stored. */
function isFollowing(dossier: Dossier): boolean {
  const { journal } = dossier;
  const { complaint } = upcast(dossier);
  const { origin, manner } = complaint;
  const found = replayed(journal);
  // Until 0.4.0 a corrected origin or manner was erased from its event: after that only the state has it.
  const isLost =
    complaint.erased && journal.some(({ type, facts }) => type === 'facts-corrected' && !facts.to);
  return canonical((isLost ? { ...found, origin, manner } : found) ?? null) === canonical(complaint);
}

/** Replays a journal; undefined when its events are no course that a complaint can take. */
function replayed(journal: Dossier['journal']): Complaint | undefined {
  try {
    return replay(journal.map(eventOf));
  } catch {
    return undefined;
  }
}

/**
 * Tells whether erasure is as it must be: nothing personal left after one that was allowed, and nothing missing without one.
 */
function isErasedAsItMust({ complaint, journal, ledger = [], outbox, forms }: Dossier): boolean {
  const { erased } = complaint;
  const entries = [...journal, ...ledger];
  if (!erased) return entries.every(({ erasable }) => erasable !== undefined);
  const before = replayed(journal.slice(0, -1));
  const mayErase =
    before !== undefined &&
    (erased.because === 'request'
      ? before.erasureRequest !== undefined
      : (erasesOn(before, fewestYears) ?? '9999') <= erased.on);
  const isEmpty = outbox.length === 0 && forms.length === 0;
  return mayErase && isEmpty && entries.every(({ erasable }) => erasable === undefined);
}

export type Verified = {
  /** The heads of every sealed document. */
  heads: Head[];
  documents: number;
  dossiers: number;
  entries: number;
  flaws: Flaw[];
  notes: Note[];
};

/**
 * Verifies every document, the sequence of numbers, and the heads that were noted outside the register. `unread` lists
 * afterwards the documents that exist and could not be read: those are left out.
 */
export async function verify(
  documents: AsyncIterable<Document>,
  heads: Iterable<Head> = [],
  unread: () => readonly string[] = () => [],
): Promise<Verified> {
  const verifier = verifying(heads);
  for await (const document of documents) verifier.look(document);
  return verifier.verified(unread());
}

/** Verifies documents one by one, for a caller who walks them; `verified` returns the result after the last. */
export function verifying(heads: Iterable<Head> = []) {
  const noted = Map.groupBy(heads, ({ number }) => number);
  const links = new Map<string, Link | undefined>();
  const seen = new Set<string>();
  const present: Head[] = [];
  const unsealed: string[] = [];
  const ofDossiers: Note[] = [];
  const flaws = new Map<string, Flaw>();
  let entries = 0;
  let documents = 0;
  let desk: Intake | undefined;

  /** Adds a flaw, one a document: the first that is found says most. */
  function add(flaw: Flaw): void {
    if (!flaws.has(flaw.number)) flaws.set(flaw.number, flaw);
  }

  return {
    look(document: Document): void {
      const { id } = document;
      documents += 1;
      if (document.kind === 'dossier') {
        entries += document.journal?.length ?? 0;
        const link = document.journal?.[0]?.link;
        links.set(id, isLink(link) ? link : undefined);
      }
      if (id === intakeId) desk = intakeIn(document);
      const head = headOfDocument(document);
      if (sealState(document) === 'none') unsealed.push(id);
      else if (head) present.push(head);
      if (seen.has(id)) add({ number: id, kind: 'double' });
      seen.add(id);
      const flaw = documentFlaw(document, noted.get(id));
      if (flaw) add(flaw);
      const on = flaw || document.kind !== 'dossier' ? undefined : lastRedactedOn(document);
      if (on) ofDossiers.push({ kind: 'redacted', number: id, on });
      const gone = flaw || document.kind !== 'dossier' ? 0 : removalsOf(document);
      if (gone > 0) ofDossiers.push({ kind: 'documents-removed', number: id, count: gone });
    },
    verified(unread: readonly string[] = []): Verified {
      for (const number of unread) add({ number, kind: 'unreadable' });
      if (desk?.sealed) for (const number of unsealed) add({ number, kind: 'no-seal' });
      const isOlder = unsealed.length > 0 && !desk?.sealed;
      numberingFlaws(links, desk, isOlder).forEach(add);
      for (const number of noted.keys()) if (!seen.has(number)) add({ number, kind: 'gone' });
      const notes: Note[] = [
        ...(isOlder ? [{ kind: 'unsealed' as const, count: unsealed.length }] : []),
        ...(desk ? numberingNotes(desk, links, flaws) : []),
        ...ofDossiers,
      ];
      // A document in `unread` is reported by itself; every other flaw stays.
      const found = [...flaws.values()].filter(
        ({ number, kind }) => kind !== 'unreadable' || !unread.includes(number),
      );
      return { heads: present, documents, dossiers: links.size, entries, flaws: found, notes };
    },
  };
}

/** Finds the first flaw of a document, by itself and compared with the heads noted of it. Accepts any content. */
export function documentFlaw(document: Document, heads: readonly Head[] = []): Flaw | undefined {
  try {
    return firstFlaw(document, heads);
  } catch {
    return { number: document.id, kind: 'unreadable' };
  }
}

function firstFlaw(document: Document, heads: readonly Head[]): Flaw | undefined {
  const number = document.id;
  const newer = newerSchemaIn(document);
  if (newer !== undefined) return { number, kind: 'newer-version', seq: newer };
  const own = document.kind === 'dossier' ? flawOf(document) : undefined;
  if (own) return own;
  const state = sealState(document);
  if (state === 'broken') return { number, kind: 'broken-seal' };
  const outside = heads.map((head) => against(head, document)).find((kind) => kind !== undefined);
  if (outside) return { number, kind: outside };
  return state === 'mended' ? { number, kind: 'mended-seal' } : undefined;
}
