import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import { withoutErasable } from './chain.ts';
import type { JournalEntry } from './journal.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Message } from './message.ts';

/**
 * One complaint as it is stored: state, journal and outbox in one document, saved whole with an etag, so that they
 * are always of one piece.
 */
export type Dossier = {
  kind: 'dossier';
  /** The number, K-2026-0001. */
  id: string;
  /** The last forms that were taken in, as `remembering` writes them. */
  forms: string[];
  complaint: Complaint;
  journal: JournalEntry[];
  outbox: Message[];
  /** What became of its messages; absent until the first was delivered or given up. */
  ledger?: LedgerEntry[];
} & DossierIndex;

/** The fields that queries need, computed at every save. */
export type DossierIndex = {
  open: boolean;
  receiverId: string;
  /** The nearest last day to act of a running deadline. */
  nextDayToAct?: LocalDate;
  /** When the sweep must look at it again: the next reminder or the next try at a delivery. */
  attentionAt?: Instant;
};

/** A message to the channel that belongs to no dossier: the digest of one day. */
export type Bulletin = { kind: 'bulletin'; id: string; outbox: Message[]; attentionAt?: Instant };

/** Small things that are no dossier, each with a content of its own: the front desk, an address, the channel. `readMemo` tells what it is. */
export type Memo = { kind: 'memo'; id: string; content: unknown };

/** What has an outbox. */
export type OutboxDocument = Dossier | Bulletin;

export type Document = OutboxDocument | Memo;

/** The number of events so far: a card made at an older one is out of date. */
export const versionOf = (dossier: Dossier): number => dossier.journal.length;

/**
 * The dossier without anybody in it: the state is wiped by its last event already; here the personal parts of the journal
 * and the ledger go (their salted hashes stay, so the chains stay whole), and the outbox and the forms, which name people.
 */
export const erase = (dossier: Dossier): Dossier => ({
  ...dossier,
  forms: [],
  journal: withoutErasable(dossier.journal),
  ...(dossier.ledger && { ledger: withoutErasable(dossier.ledger) }),
  outbox: [],
});
