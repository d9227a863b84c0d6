import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import { withoutErasable } from './chain.ts';
import type { JournalEntry } from './journal.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Message } from './message.ts';

/**
 * A complaint as it is stored: state, journal and outbox in one document, saved whole with an etag, so that they always
 * agree.
 */
export type Dossier = {
  kind: 'dossier';
  id: CaseNumber;
  /** The last forms that were processed, as `remembering` writes them. */
  forms: string[];
  complaint: Complaint;
  journal: JournalEntry[];
  outbox: Message[];
  /** The outcomes of its messages; absent until the first was delivered or given up. */
  ledger?: LedgerEntry[];
} & DossierIndex;

/** The fields that queries need, computed at every save. */
export type DossierIndex = {
  /** Whether it is not closed, or work is to be done in it all the same: a measure to be taken, or a letter that waits. */
  open: boolean;
  receiverId: PersonId;
  /** The nearest guarded day of a running deadline. */
  nextDayToAct?: LocalDate;
  /** When the sweep must read it again: at the next reminder, or the next try at a delivery. */
  attentionAt?: Instant;
};

/** A document for messages that belong to no dossier: the digest of a day, or a fault that people at the desk hear of. */
export type Bulletin = { kind: 'bulletin'; id: string; outbox: Message[]; attentionAt?: Instant };

/** A small document that is no dossier: the intake document, an address, the channel. `readMemo` tells what it holds. */
export type Memo = { kind: 'memo'; id: string; content: unknown };

/** A document with an outbox. */
export type OutboxDocument = Dossier | Bulletin;

export type Document = OutboxDocument | Memo;

/** Returns the number of events so far. */
export const versionOf = (dossier: Dossier): number => dossier.journal.length;

/**
 * Tells whether a card of an earlier version is out of date: something was decided since. That a waiting letter went out is what
 * its sender asked for, so it makes no form obsolete that somebody is filling in.
 */
export const isOutdated = (version: number | undefined, dossier: Dossier): boolean =>
  version !== versionOf(dossier) &&
  !(isEarlier(version, dossier) && dossier.journal.slice(version).every(isWaitingLetterSent));

const isEarlier = (version: number | undefined, dossier: Dossier): boolean =>
  Number.isInteger(version) && Number(version) > 0 && Number(version) < versionOf(dossier);

/** Tells whether an entry says no more than that a waiting letter went out. */
export const isWaitingLetterSent = ({ type, facts }: JournalEntry): boolean =>
  type === 'letter-sent' && facts.letter !== undefined;

/**
 * Removes everybody from a dossier. Its last event has cleared the state already; this removes the personal parts of journal
 * and ledger (their salted hashes stay, so that the chains stay whole), and the outbox and the forms, which name people.
 */
export const erase = (dossier: Dossier): Dossier => ({
  ...dossier,
  forms: [],
  journal: withoutErasable(dossier.journal),
  ...(dossier.ledger && { ledger: withoutErasable(dossier.ledger) }),
  outbox: [],
});
