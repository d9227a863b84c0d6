import type { Complaint } from '../procedure/model/complaint.ts';
import type { KeptDocument } from '../procedure/model/document.ts';
import { letterDate } from '../time/dutch-date.ts';
import { among, orNothing } from './field-names.ts';
import { listed } from './words.ts';

/**
 * Fills the fields of "hoor en wederhoor" (Algemeen): who is asked first, whom Ballance heard before it answered, and whom it did not. Heard
 * means that a statement is on record; with whom it talked before the answer (Inleiding) it says so, and not that they were not heard.
 */
export function bothSidesFields(complaint: Complaint) {
  const { statements, respondents, talks = [] } = complaint;
  const isOnRecord = (id?: string): boolean => statements.some(({ of }) => of?.id === id);
  const heard = respondents.filter(({ id }) => isOnRecord(id));
  const silent = respondents.filter(({ id }) => !isOnRecord(id));
  const apart = silent.filter(({ name }) => talks.every(({ partner }) => partner !== name));
  const named = (you: boolean, people: readonly unknown[]): string =>
    [you && 'u', those(people, complaint)].filter(Boolean).join(' en ');
  const talkedOn = [...new Set(talks.filter(({ solved }) => !solved).map(({ on }) => letterDate(on)))];
  return orNothing({
    'nog te horen': named(!isOnRecord(), silent),
    'klager nog te horen': isOnRecord() ? '' : 'ja',
    'eerder besproken op': listed(talkedOn),
    gehoord: named(isOnRecord(), heard),
    'beklaagde las document': readByRespondents(complaint),
    'niet gehoord': named(!isOnRecord() && talks.length === 0, apart),
  });
}

const about = 'over wie u klaagt';

/** Words which of the respondents those are, without their names; undefined for none. */
const those = (people: readonly unknown[], { respondents }: Complaint): string | undefined =>
  people.length < respondents.length
    ? among(people, `een van degenen ${about}`, `een deel van degenen ${about}`)
    : among(people, `degene ${about}`, `degenen ${about}`);

/** Words who was given one of those documents to answer to, also who is no respondent any more; undefined for nobody. */
function readersOf(documents: readonly KeptDocument[], complaint: Complaint): string | undefined {
  const ids = new Set(documents.flatMap(({ sharedWith = [] }) => sharedWith));
  const still = complaint.respondents.filter(({ id }) => ids.has(id));
  const others = [...ids].filter((id) => !still.some((one) => one.id === id));
  const not = 'over wie uw klacht toch niet gaat';
  const words = [those(still, complaint), among(others, `een collega ${not}`, `collega’s ${not}`)];
  return words.filter(Boolean).join(' en ') || undefined;
}

/** Says that respondents were given documents of the dossier to answer to (Algemeen); undefined where none were. */
export function readByRespondents(complaint: Complaint): string | undefined {
  const { documents = [] } = complaint;
  const readers = readersOf(documents, complaint);
  const shared = documents.filter((one) => readersOf([one], complaint));
  const what = among(shared, 'één document', `${shared.length} documenten`);
  return readers && `Voor een reactie lieten wij ${readers} wel ${what} uit het dossier lezen.`;
}

/** Says behind a document to which respondents it was given; empty for none. */
export function alsoGivenTo(document: KeptDocument, complaint: Complaint): string {
  const readers = readersOf([document], complaint);
  return readers ? `, voor een reactie ook gegeven aan ${readers}` : '';
}
