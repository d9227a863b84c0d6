import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { ReceivedDocument } from '../procedure/model/document.ts';
import type { DocumentKeeping } from '../register/documents.ts';
import type { readFeedback } from '../register/website-form.ts';
import type { RegisterFeedback } from '../register/website-intake.ts';
import type { LocalDate } from '../time/local-date.ts';

/** A request to this room. Its body is unread until a route asks for it. */
export type Asked = {
  request: IncomingMessage;
  response: ServerResponse;
  /** Reads the body; undefined when it has more bytes than `most`. */
  bytes(most: number): Promise<Buffer | undefined>;
  /** Gives the rest of the request so many milliseconds to come in. */
  allow(ms: number): void;
};

/** A response, of JSON or of a text that `headers` gives a type. `isLast`: the connection closes after it, with all that is unread. */
export type Answer = {
  status: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  isLast?: boolean;
};

/** The server to which this room adds itself. */
export type Server = {
  route(method: 'GET' | 'POST', path: string, route: (asked: Asked) => Answer | Promise<Answer>): void;
};

/** A document as its dossier names it. */
type Named = { name: string; sha256: string };

/** What this room knows of a complaint. Nothing is promised of one that is closed, or that nobody may handle (Art. 10). */
export type Registered = {
  receivedOn: LocalDate;
  documents: readonly Named[];
  isClosed: boolean;
  isHandled: boolean;
};

/** The register as this room uses it. */
export type Intake = {
  read: typeof readFeedback;
  register: RegisterFeedback;
  dossier(number: CaseNumber): Promise<Registered | undefined>;
  documents: Pick<DocumentKeeping, 'on' | 'receive' | 'discard'> & {
    /** Adds it to a dossier, as sent by the complainant; throws where the dossier does not take it. */
    add(received: ReceivedDocument, number: CaseNumber): Promise<void>;
  };
};
