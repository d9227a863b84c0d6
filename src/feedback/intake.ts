import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { DocumentKeeping } from '../register/documents.ts';
import type { ReceivedDocument } from '../register/model/waiting-documents.ts';
import type { readFeedback } from '../register/website-form.ts';
import type { RegisterFeedback } from '../register/website-intake.ts';
import type { LocalDate } from '../time/local-date.ts';

/** A document as its dossier names it. */
export type Named = { name: string; sha256: string };

/** The register as this room uses it. */
export type Intake = {
  read: typeof readFeedback;
  register: RegisterFeedback;
  /** The day of receipt of a complaint, and its documents. */
  dossier(number: CaseNumber): Promise<{ receivedOn: LocalDate; documents: readonly Named[] } | undefined>;
  documents: Pick<DocumentKeeping, 'on' | 'receive' | 'discard'> & {
    /** Adds it to a dossier, as sent by the complainant; throws where the dossier does not take it. */
    add(received: ReceivedDocument, number: CaseNumber): Promise<void>;
  };
};
