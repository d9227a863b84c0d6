import { longDate } from '../../letters/dutch-date.ts';
import type { Complaint } from '../../procedure/complaint.ts';
import { mannerWords, originWords } from '../words.ts';

/** A label and what was written there. */
export type Fact = { label: string; value: string };

/** What was registered (Art. 4), without the summary; what was left empty is left out. */
export function factsOf(complaint: Complaint): Fact[] {
  const { complainant } = complaint;
  const facts: [string, string | undefined][] = [
    ['Klager', complainant.name],
    ['Namens', complainant.representing],
    ['E-mail', complainant.email],
    ['Telefoon', complainant.phone],
    ['Postadres', complainant.address?.replace(/\s*\n\s*/g, ', ')],
    ['Herkomst', originWords[complaint.origin]],
    ['Vestiging', complaint.branch],
    ['Ontvangen', `${longDate(complaint.receivedOn)}, ${mannerWords[complaint.manner].toLowerCase()}`],
    ['Door', complaint.receiver.name],
    ['Over', complaint.respondents.map(({ name }) => name).join(', ') || 'Ballance in het algemeen'],
    ['Deskundigen', complaint.experts],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
