import type { Complaint } from '../procedure/model/complaint.ts';
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
  const about = 'over wie u klaagt';
  const those = (people: readonly unknown[]): string | undefined =>
    people.length < respondents.length
      ? among(people, `een van degenen ${about}`, `een deel van degenen ${about}`)
      : among(people, `degene ${about}`, `degenen ${about}`);
  const named = (you: boolean, people: readonly unknown[]): string =>
    [you && 'u', those(people)].filter(Boolean).join(' en ');
  const talkedOn = [...new Set(talks.filter(({ solved }) => !solved).map(({ on }) => letterDate(on)))];
  return orNothing({
    'nog te horen': named(!isOnRecord(), silent),
    'klager nog te horen': isOnRecord() ? '' : 'ja',
    'eerder besproken op': listed(talkedOn),
    gehoord: named(isOnRecord(), heard),
    'niet gehoord': named(!isOnRecord() && talks.length === 0, apart),
  });
}
