import {
  type DocumentId,
  documentKinds,
  documentSources,
  isDocumentId,
  type KeptDocument,
} from '../../procedure/model/document.ts';
import type { EventOf } from '../../procedure/model/events.ts';
import { anId, type Check, count, day, fields, listOf, oneOf, optional, text } from './checks.ts';
import type { EventChecks } from './letter-event-check.ts';

export const aDocumentId: Check<DocumentId> = (value): value is DocumentId => isDocumentId(value);

const content = {
  id: aDocumentId,
  name: text,
  kind: oneOf(...documentKinds),
  size: count,
  sha256: text,
  by: optional(anId),
};

const aSource = oneOf(...documentSources);

export const aKeptDocument = fields<KeptDocument>({
  ...content,
  addedOn: day,
  from: aSource,
  sharedWith: optional(listOf(anId)),
});

/** What the event of a document holds. */
export const documentAddedCheck: EventChecks<EventOf<'document-added'>> = {
  facts: { on: day, from: aSource },
  personal: { document: fields<EventOf<'document-added'>['personal']['document']>(content) },
};
