import { createHash, randomUUID } from 'node:crypto';
import { oneLine } from '../letters/readable.ts';
import { maySeeDossier, standings } from '../procedure/access.ts';
import { documentOf, presentDocuments, sharedWith } from '../procedure/articles/documents.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Context } from '../procedure/model/commands.ts';
import type { Person } from '../procedure/model/complaint.ts';
import {
  type DocumentId,
  type DocumentSource,
  isDocumentId,
  type KeptDocument,
  largestDocument,
  type NumberedDocument,
  type ReceivedDocument,
} from '../procedure/model/document.ts';
import type { PersonId } from '../procedure/model/person-id.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import { looking } from './document-kind.ts';
import type { Executed } from './execute.ts';
import { inTime, type Patience, patient } from './in-time.ts';
import { DocumentRefused, type Documents } from './model/documents.ts';
import type { Dossier } from './model/dossier.ts';
import type { Log } from './model/log.ts';
import { readMemo } from './model/memo.ts';
import { readDossier, type Store } from './model/store.ts';
import {
  changeWaiting,
  noLongerWaiting,
  type WaitingDocument,
  waitingDocuments,
} from './model/waiting-documents.ts';
import type { Register } from './register.ts';
import { removeWaiting } from './sweep-documents.ts';

/** How many documents come in at the same moment at most, and how many wait for a dossier. */
const mostAtOnce = 16;
const mostWaiting = 1_000;

type Parts = {
  store: Store;
  /** Where the content is kept; undefined where no documents are kept. */
  documents: Documents | undefined;
  register: Pick<Register, 'execute' | 'context'>;
  log: Log;
  /** Only tests give another. */
  patience?: Patience;
};

/** A document as somebody reads it: its name inside, and the neutral one that it has outside. */
export type ReadDocument = {
  document: KeptDocument;
  fileName: string;
  /** Undefined where it is not where it must be. */
  content: AsyncIterable<Uint8Array> | undefined;
};

export type DocumentKeeping = ReturnType<typeof keepingDocuments>;

/**
 * Keeps documents (bijlagen) of dossiers: a content is kept first, and a dossier names it after that. Nobody opens, converts or unpacks
 * what is in it.
 */
export function keepingDocuments({ store, documents, register, log, patience = patient }: Parts) {
  let comingIn = 0;

  /** Returns where documents are kept. Refuses where they are not. */
  function place(): Documents {
    if (!documents) throw new DocumentRefused('off');
    return documents;
  }

  /**
   * Keeps what comes in, which then waits for a dossier until it is a day old. `by`: who sent it. Refuses what is empty, too large, too
   * slow, or of no kind that is kept, and leaves nothing of it.
   */
  async function receive(
    content: AsyncIterable<Uint8Array>,
    named: string,
    by?: PersonId,
  ): Promise<ReceivedDocument> {
    const kept = place();
    if (comingIn >= mostAtOnce) throw new DocumentRefused('busy');
    comingIn += 1;
    try {
      const id = newId();
      const at = register.context().now;
      await note({ id, at });
      try {
        const received = { ...(await keep(kept, id, content, named)), ...(by && { by }) };
        await changeWaiting(store, (waiting) => replaced(waiting, { id, at, received }));
        return received;
      } catch (error) {
        await remove(id);
        throw error instanceof DocumentRefused ? error : new DocumentRefused('not-kept', error);
      }
    } finally {
      comingIn -= 1;
    }
  }

  async function note(one: WaitingDocument): Promise<void> {
    await changeWaiting(store, (waiting) => {
      if (waiting.length >= mostWaiting) throw new DocumentRefused('busy');
      return [...waiting, one];
    });
  }

  async function keep(
    kept: Documents,
    id: DocumentId,
    content: AsyncIterable<Uint8Array>,
    named: string,
  ): Promise<ReceivedDocument> {
    const hash = createHash('sha256');
    const look = looking();
    let size = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of inTime(content, patience)) {
        size += piece.length;
        if (size > largestDocument) throw new DocumentRefused('too-large');
        hash.update(piece);
        look.see(piece);
        yield piece;
      }
      if (size === 0) throw new DocumentRefused('empty');
    }
    await kept.put(id, counted());
    const kind = await look.kind(named);
    if (!kind) throw new DocumentRefused('kind');
    return { id, name: readableName(named), kind, size, sha256: hash.digest('hex') };
  }

  /** Removes a content that no dossier names; where that fails the sweep does it. */
  const remove = (id: DocumentId): Promise<void> =>
    removeWaiting({ store, documents, log }, register.context().now, (one) => one.id === id);

  /** Returns a document that waits for a dossier; undefined where it does not wait any more. */
  async function waiting(id: string): Promise<ReceivedDocument | undefined> {
    const { content = [] } = await readMemo(store, waitingDocuments);
    return content.find((one) => one.id === id && !one.leaves)?.received;
  }

  /**
   * Adds a document that waits to a dossier, which names it from then on; again is no other. Refuses who may not, as every step does, and
   * one that does not wait any more. What is refused goes on waiting.
   */
  async function add(
    received: Pick<ReceivedDocument, 'id'>,
    { number, from, by }: { number: CaseNumber; from: DocumentSource; by: Person },
  ): Promise<Executed<never>> {
    place();
    const { id } = received;
    let found: ReceivedDocument | undefined;
    await changeWaiting(store, (all) => {
      const one = all.find((other) => other.id === id);
      found = one && !one.leaves && !one.erased ? one.received : undefined;
      return found && one ? replaced(all, { ...one, number, at: register.context().now }) : undefined;
    });
    const named = found ? undefined : (await readDossier(store, number))?.complaint.documents;
    const known = found ?? named?.find((one) => one.id === id);
    if (!known) throw new DocumentRefused('gone');
    const { name, kind, size, sha256 } = known;
    const document = { id, name, kind, size, sha256, from };
    const asked = { type: 'add-document' as const, number, by };
    const done = await register.execute<never>(asked, { form: id, typed: sha256 }, () => ({
      value: { ...asked, document },
    }));
    if (done.outcome === 'saved' || done.outcome === 'repeated') await noLongerWaiting(store, [id]);
    return done;
  }

  return {
    /** Whether documents are kept at all. */
    on: documents !== undefined,
    receive,
    waiting,
    add,
    /** Removes a document that waits. */
    discard: ({ id }: Pick<ReceivedDocument, 'id'>): Promise<void> => remove(id),

    /**
     * Returns a document and its content to who may see the dossier, and to a respondent what was shared with them or is theirs. To
     * others neither exists.
     */
    async read(number: CaseNumber, id: string, by: Person): Promise<ReadDocument> {
      const dossier = await readDossier(store, number);
      const readable = dossier ? readableFor(by, dossier, register.context()) : undefined;
      if (!dossier || !readable) throw new Refusal('unknown-complaint');
      const document = readable.find((one) => one.id === id);
      if (!document || !isDocumentId(id)) throw new Refusal('unknown-document');
      const content = await place().read(documentOf(dossier.complaint, id).id);
      if (!content) log.error('a document is not where it is kept', { document: number });
      return { document, fileName: fileNameOf(number, document), content };
    },
  };
}

/** Lists the documents that somebody may read of a dossier; undefined where it does not exist for them. */
function readableFor(
  by: Person,
  { complaint }: Dossier,
  context: Context,
): readonly NumberedDocument[] | undefined {
  if (maySeeDossier(by, complaint, context)) return presentDocuments(complaint);
  return standings(by, complaint, context).includes('respondent-heard')
    ? sharedWith(by, complaint)
    : undefined;
}

/** Names a document outside: the number of the complaint, its own in the dossier, and its kind, and nothing that anybody typed. */
const fileNameOf = (number: CaseNumber, { place, kind }: NumberedDocument): string =>
  `${number}-document-${place}.${kind}`;

/** The most characters of a name that is shown. */
const longestName = 120;

/** Makes the name of a document readable: one line, without folders and without what cannot be seen; its end stays where it is long. */
function readableName(named: string): string {
  const [name = ''] = oneLine(named.slice(-1000)).split(/[/\\]/).slice(-1);
  const whole = [...name.trim()];
  const end = /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  const short =
    whole.length > longestName
      ? `${whole.slice(0, longestName - end.length - 1).join('')}…${end}`
      : whole.join('');
  return short || 'document';
}

function newId(): DocumentId {
  const id: string = randomUUID();
  if (!isDocumentId(id)) throw new TypeError('a random id is the id of a document');
  return id;
}

const replaced = (waiting: readonly WaitingDocument[], one: WaitingDocument): WaitingDocument[] =>
  waiting.map((other) => (other.id === one.id ? one : other));
