import { replay } from '../../src/procedure/evolve.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import type { Complaint } from '../../src/procedure/model/complaint.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import type { Document, Dossier } from '../../src/register/model/dossier.ts';
import { append, eventOf } from '../../src/register/model/journal.ts';
import type { Store } from '../../src/register/model/store.ts';
import { addNote, registration } from '../procedure/asked.ts';
import { plain, registered } from '../procedure/given.ts';
import { fatima, lars, sanne } from '../procedure/people.ts';
import { hostileTexts } from '../store/documents.ts';
import { anOffice } from './an-office.ts';

/** An office with three complaints on file, one of them about Lars, a digest and the absence of Fatima. */
export async function aFilledOffice() {
  const office = anOffice();
  await office.setAbsence(fatima, { from: '2026-05-01', until: '2026-05-08' });
  await office.file(registration, '1', sanne);
  await office.file({ ...registration, respondents: [lars] }, '2', sanne);
  await office.file({ ...registration, summary: hostileTexts.slice(0, -1).join('|') }, '3', sanne);
  await office.execute(addNote({ text: hostileTexts.slice(0, -1).join('\n') }));
  await office.sweepAt('2026-04-07T09:00');
  await office.store.write({ kind: 'bulletin', id: 'digest/2026-04-07', outbox: [] });
  return office;
}

/** A dossier as the register writes it, without seal or link: as a version of before those did. */
export function aWholeDossier(number: CaseNumber): Dossier {
  const [event] = registered();
  const journal = plain(append([], { ...event, number } as Event, sanne, '2026-04-01T08:00:00.000Z'));
  const complaint = plain(replay(journal.map(eventOf))) as Complaint;
  return {
    kind: 'dossier',
    id: number,
    forms: [],
    complaint,
    journal,
    outbox: [],
    open: true,
    receiverId: complaint.receiver.id,
  };
}

/** Every document of a store, as text is compared: without what is absent anyway. */
export async function contentOf(store: Store): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const { document } of store.all()) documents.push(document);
  return documents;
}

/** Replaces a dossier behind the register's back, as with a hex editor. */
export async function tamper(store: Store, id: string, change: (dossier: Dossier) => Dossier): Promise<void> {
  const { document, etag } = (await store.read(id)) ?? {};
  if (document?.kind === 'dossier') await store.write(change(document), etag);
}

/** That dossier with another kind of journal entry in that place. */
export const withForgedEntry = (dossier: Dossier, seq: number): Dossier => ({
  ...dossier,
  journal: dossier.journal.map((entry) =>
    entry.seq === seq ? { ...entry, facts: { ...entry.facts, daysLate: 7 } } : entry,
  ),
});
