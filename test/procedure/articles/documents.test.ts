import assert from 'node:assert/strict';
import { sharedWith } from '../../../src/procedure/articles/documents.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { largestDocument, mostBytes, mostDocuments } from '../../../src/procedure/model/document.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { aDocument, addDocument, removeDocument, requestStatement } from '../asked.ts';
import { complaintAfter, given, registered, wednesday } from '../given.ts';
import { acknowledged, asked, erased, lapsed, withdrawn } from '../happened.ts';
import { fatima, joris, lars, sanne } from '../people.ts';

const added = (index = 0, by: Person = lars, size = 2048): Event[] => {
  const { from, ...document } = aDocument(index);
  return [
    { type: 'document-added', on: wednesday, from, personal: { document: { ...document, size, by: by.id } } },
  ];
};

const aboutJoris = registered({ respondents: [joris] });

describe('a document of a dossier', () => {
  it('is kept by its handler, and says from whom it is and who added it', () => {
    const { from, ...document } = aDocument();
    given(aboutJoris)
      .when(addDocument())
      .happened({
        type: 'document-added',
        on: wednesday,
        from,
        personal: { document: { ...document, by: lars.id } },
      });
    given(aboutJoris)
      .when(addDocument())
      .leadsTo(({ documents = [] }) => documents.length === 1 && documents[0]?.addedOn === wednesday);
  });

  it('is kept after the closing too, and not after the erasure', () => {
    given(registered(), withdrawn())
      .when(addDocument())
      .leadsTo(({ documents }) => documents?.length === 1);
    given(registered(), acknowledged(), lapsed(), erased()).when(addDocument()).refused('not-the-handler', 5);
  });

  it('comes from who received the complaint as well, and from no other colleague', () => {
    given(aboutJoris)
      .when(addDocument({ by: sanne }))
      .leadsTo(({ documents }) => documents?.length === 1);
    given(aboutJoris)
      .when(addDocument({ by: fatima }))
      .refused('not-the-handler', 5);
  });

  it('of a respondent who is asked for a statement is theirs, whatever is said of it', () => {
    given(aboutJoris)
      .when(addDocument({ by: joris }))
      .refused('not-the-handler', 5);
    given(aboutJoris, asked(joris))
      .when(addDocument({ by: joris }))
      .leadsTo(({ documents = [] }) => documents[0]?.from === 'respondent' && documents[0].by === joris.id);
  });

  it('is refused where the dossier would hold more than 200 MB, or 200 documents', () => {
    const most = Array.from({ length: mostBytes / largestDocument }, (_, i) =>
      added(i, lars, largestDocument),
    );
    const next = addDocument({ document: aDocument(mostDocuments) });
    given(aboutJoris, ...most.slice(1))
      .when(next)
      .leadsTo(({ documents }) => documents?.length === most.length);
    given(aboutJoris, ...most)
      .when(next)
      .refused('documents-full');
    const many = Array.from({ length: mostDocuments }, (_, i) => added(i));
    given(aboutJoris, ...many)
      .when(next)
      .refused('documents-full');
    const large = addDocument({ document: { ...aDocument(), size: largestDocument + 1 } });
    given(aboutJoris).when(large).refused('documents-full');
  });

  it('is added once', () => {
    given(aboutJoris, added()).when(addDocument()).refused('nothing-changed');
  });

  it('is read by a respondent only when the handler shares it with them, one by one, and no more once it is not about them', () => {
    const complaint = complaintAfter(aboutJoris, added(0), added(1), added(2, sanne));
    assert.deepEqual(sharedWith(joris, complaint), []);
    const shared = requestStatement({ documents: [aDocument(1).id] });
    given(aboutJoris, added(0), added(1))
      .when(shared)
      .leadsTo(
        (after) =>
          sharedWith(joris, after)
            .map(({ id }) => id)
            .join() === aDocument(1).id,
      );
    given(aboutJoris, added(0)).when(shared).refused('unknown-document');
    const removed: Event = {
      type: 'respondent-removed',
      on: wednesday,
      personal: { respondent: joris, reason: 'Nee.' },
    };
    const asking: Event = {
      type: 'statement-requested',
      on: wednesday,
      personal: { respondent: joris, documents: [aDocument(0).id] },
    };
    const seen = complaintAfter(aboutJoris, added(0), [asking]);
    assert.equal(sharedWith(joris, seen).length, 1);
    assert.deepEqual(sharedWith(joris, complaintAfter(aboutJoris, added(0), [asking, removed])), []);
  });

  const reason = 'Hoort bij een andere klacht.';
  const removed = (index = 0): Event => ({
    type: 'document-removed',
    on: wednesday,
    from: aDocument().from,
    entries: [],
    personal: { id: aDocument(index).id, sha256: aDocument(index).sha256, reason },
  });

  it('that does not belong there is removed by its handler alone, with a reason, after the closing too', () => {
    given(aboutJoris, added()).when(removeDocument()).happened(removed());
    given(aboutJoris, added(0, sanne)).when(removeDocument()).happened(removed());
    given(registered(), added(), withdrawn()).when(removeDocument()).happened(removed());
    for (const by of [sanne, fatima, joris])
      given(aboutJoris, asked(joris), added(0, by))
        .when(removeDocument({ by }))
        .refused('not-the-handler', 5);
    given(aboutJoris, added())
      .when(removeDocument({ reason: ' ' }))
      .refused('text-missing');
    given(registered(), acknowledged(), lapsed(), erased())
      .when(removeDocument())
      .refused('not-the-handler', 5);
  });

  it('is not removed while the dossier is kept for proceedings, nor twice, nor from another dossier', () => {
    const hold: Event = { type: 'hold-set', on: wednesday, personal: { reason: 'Rechtszaak.' } };
    given(aboutJoris, added(), [hold]).when(removeDocument()).refused('on-hold');
    given(aboutJoris).when(removeDocument()).refused('unknown-document');
    given(aboutJoris, added(1)).when(removeDocument()).refused('unknown-document');
    given(aboutJoris, added(0), added(1), [removed()]).when(removeDocument()).refused('unknown-document');
  });

  it('that was removed keeps its place, counts no more, and is shared with nobody', () => {
    const asking: Event = {
      type: 'statement-requested',
      on: wednesday,
      personal: { respondent: joris, documents: [aDocument(0).id] },
    };
    const complaint = complaintAfter(aboutJoris, added(0), added(1), [asking, removed()]);
    assert.deepEqual(
      complaint.documents?.map(({ removedOn }) => removedOn),
      [wednesday, undefined],
    );
    assert.deepEqual(sharedWith(joris, complaint), []);
    const full = Array.from({ length: mostDocuments }, (_, i) => added(i));
    given(aboutJoris, ...full, [removed()])
      .when(addDocument({ document: aDocument(mostDocuments) }))
      .leadsTo(({ documents }) => documents?.length === mostDocuments + 1);
    given(aboutJoris, added(0), added(1), [removed()])
      .when(requestStatement({ documents: [aDocument(0).id] }))
      .refused('unknown-document');
    given(aboutJoris, added(0), [removed()]).when(addDocument()).refused('nothing-changed');
  });

  it('that a respondent added themselves is read back by them, and by no other respondent', () => {
    const theirs: Event[] = added(0, joris).map((event) => ({ ...event, from: 'respondent' }) as Event);
    const complaint = complaintAfter(aboutJoris, asked(joris), theirs);
    assert.equal(sharedWith(joris, complaint).length, 1);
    assert.deepEqual(sharedWith(fatima, complaint), []);
  });
});
