import {
  type DocumentId,
  documentKinds,
  documentSources,
  isDocumentId,
  type KeptDocument,
  type ReceivedDocument,
} from '../../procedure/model/document.ts';
import { anId, type Check, count, day, fields, listOf, oneOf, optional, text } from './checks.ts';

export const aDocumentId: Check<DocumentId> = (value): value is DocumentId => isDocumentId(value);

const content = {
  id: aDocumentId,
  name: text,
  kind: oneOf(...documentKinds),
  size: count,
  sha256: text,
  by: optional(anId),
};

export const aDocumentSource = oneOf(...documentSources);

export const aKeptDocument = fields<KeptDocument>({
  ...content,
  addedOn: day,
  from: aDocumentSource,
  sharedWith: optional(listOf(anId)),
  removedOn: optional(day),
});

export const aReceivedDocument = fields<ReceivedDocument>(content);
