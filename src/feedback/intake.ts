import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { readFeedback } from '../register/website-form.ts';
import type { RegisterFeedback } from '../register/website-intake.ts';
import type { LocalDate } from '../time/local-date.ts';

/** A document that came in and belongs to no dossier yet. */
export type Received = { name: string; sha256: string };

/** The register as this room uses it. */
export type Intake<Document extends Received = Received> = {
  read: typeof readFeedback;
  register: RegisterFeedback;
  /** The day of receipt of a complaint, and the hashes of its documents. */
  dossier(number: CaseNumber): Promise<{ receivedOn: LocalDate; documents: readonly string[] } | undefined>;
  /** Absent where no documents are kept. */
  documents?: {
    receive(content: AsyncIterable<Uint8Array>, named: string): Promise<Document>;
    /** Adds it to a dossier, as sent by the complainant; throws where the dossier does not take it. */
    add(received: Document, number: CaseNumber): Promise<void>;
    discard(received: Document): Promise<void>;
    /** Why one was refused; undefined for any other fault. */
    refusal(error: unknown): string | undefined;
  };
};
