import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { DocumentId, ReceivedDocument } from '../../procedure/model/document.ts';
import type { Instant } from '../../time/local-date.ts';
import { aNumber, fields, flag, listOf, moment, optional } from './checks.ts';
import { aDocumentId, aReceivedDocument } from './document-check.ts';
import { changeMemo } from './memo.ts';
import { single } from './memo-kind.ts';
import type { Store } from './store.ts';

/**
 * A document of which the content is, or may be, kept while no dossier names it, or none will: noted before the first byte is written,
 * and left out once a dossier names it or its content is removed. So a stop at any moment leaves nothing that nobody knows of.
 */
export type WaitingDocument = {
  id: DocumentId;
  /** Since when it waits. */
  at: Instant;
  /** The dossier that is to name it, that is being erased, or from which it is removed. */
  number?: CaseNumber;
  /** What came in; absent until it is whole. */
  received?: ReceivedDocument;
  /** Its dossier is being erased, or it is removed from that. */
  erased?: boolean;
  /** Its content is being removed: no dossier may name it any more. */
  leaves?: boolean;
};

/** The small document with all that wait, of the whole register: there are few at a time. */
export const waitingDocuments = single(
  'waiting-documents',
  listOf(
    fields<WaitingDocument>({
      id: aDocumentId,
      at: moment,
      number: optional(aNumber),
      received: optional(aReceivedDocument),
      erased: optional(flag),
      leaves: optional(flag),
    }),
  ),
);

/** Changes the list of those that wait. */
export const changeWaiting = (
  store: Store,
  change: (waiting: readonly WaitingDocument[]) => WaitingDocument[] | undefined,
): Promise<void> => changeMemo(store, waitingDocuments, (waiting = []) => change(waiting));

/** Takes documents off the list: a dossier names them, or their content is gone. */
export const noLongerWaiting = (store: Store, ids: readonly DocumentId[]): Promise<void> =>
  changeWaiting(store, (waiting) =>
    waiting.some(({ id }) => ids.includes(id)) ? waiting.filter(({ id }) => !ids.includes(id)) : undefined,
  );
