import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { LocalDate } from '../time/local-date.ts';

/** What is filled in on the website, as `register/website-form.ts` reads it. */
export type Feedback = {
  naam: string;
  namens?: string;
  email?: string;
  telefoon?: string;
  postadres?: string;
  vestiging?: string;
  overWie?: string;
  inhoud: string;
};

export type FeedbackErrors = { [Field in keyof Feedback]?: string };

/** What became of a form. */
type Taken = {
  outcome: 'registered' | 'repeated' | 'same-text' | 'conflict';
  number?: CaseNumber;
  acknowledged: boolean;
};

/** A document that came in and belongs to no dossier yet. */
type Received = { name: string; sha256: string };

/** The register as this room uses it. */
export type Intake<Document extends Received = Received> = {
  read(input: unknown): { value: Feedback } | { errors: FeedbackErrors };
  register(feedback: Feedback, key: string): Promise<Taken>;
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
