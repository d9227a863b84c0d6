import { withoutErasable } from './chain.ts';
import type { Dossier } from './dossier.ts';

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
