import type { Complaint, Person } from './model/complaint.ts';
import type { DocumentId } from './model/document.ts';
import type { EventOf } from './model/events.ts';

/** How the state changes by what happens to documents. */

export const documentAdded = (
  complaint: Complaint,
  { on, from, personal }: EventOf<'document-added'>,
): Complaint => ({
  ...complaint,
  documents: [...(complaint.documents ?? []), { ...personal.document, addedOn: on, from }],
});

/** Keeps of a document that was removed that it was there. */
export const documentRemoved = (
  complaint: Complaint,
  { on, personal: { id } }: EventOf<'document-removed'>,
): Complaint => ({
  ...complaint,
  documents: complaint.documents?.map((one) => (one.id === id ? { ...one, removedOn: on } : one)),
});

/** Lets a respondent read those documents. */
export const sharing = (
  complaint: Complaint,
  { id }: Person,
  chosen: readonly DocumentId[] = [],
): Complaint =>
  chosen.length === 0
    ? complaint
    : {
        ...complaint,
        documents: complaint.documents?.map((one) =>
          chosen.includes(one.id)
            ? { ...one, sharedWith: [...new Set([...(one.sharedWith ?? []), id])] }
            : one,
        ),
      };

/** Takes from somebody what was shared with them as a respondent. */
export const notSharing = (complaint: Complaint, { id }: Person): Complaint =>
  complaint.documents?.some(({ sharedWith }) => sharedWith?.includes(id))
    ? {
        ...complaint,
        documents: complaint.documents.map((one) =>
          one.sharedWith ? { ...one, sharedWith: one.sharedWith.filter((other) => other !== id) } : one,
        ),
      }
    : complaint;
