import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { DocumentKeeping } from '../register/documents.ts';
import type { ReceivedDocument } from '../register/model/waiting-documents.ts';
import type { readFeedback } from '../register/website-form.ts';
import type { RegisterFeedback } from '../register/website-intake.ts';
import type { LocalDate } from '../time/local-date.ts';

/** The register as this room uses it. */
export type Intake = {
  read: typeof readFeedback;
  register: RegisterFeedback;
  /** The day of receipt of a complaint, and the hashes of its documents. */
  dossier(number: CaseNumber): Promise<{ receivedOn: LocalDate; documents: readonly string[] } | undefined>;
  documents: Pick<DocumentKeeping, 'on' | 'receive' | 'discard'> & {
    /** Adds it to a dossier, as sent by the complainant; throws where the dossier does not take it. */
    add(received: ReceivedDocument, number: CaseNumber): Promise<void>;
  };
};
