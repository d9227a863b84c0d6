import type { Dossier } from './dossier.ts';
import type { JournalEntry } from './journal.ts';

const withoutErasable = ({ erasable: _, ...entry }: JournalEntry): JournalEntry => entry;

/**
 * The dossier without anybody in it: the state is wiped by its last event already; here the journal's personal parts
 * go (their salted hashes stay, so the chain stays whole), and the ledger and the forms, which name who was told.
 */
export const erase = (dossier: Dossier): Dossier => ({
  ...dossier,
  forms: [],
  journal: dossier.journal.map(withoutErasable),
  outbox: [],
});
