import { longDate } from '../../letters/dutch-date.ts';
import type { Complaint } from '../../procedure/complaint.ts';
import { limits } from '../forms/limits.ts';
import { linesOf, shortened } from '../literal.ts';
import { mannerWords, originWords } from '../words.ts';

/** A label and what was written there. */
export type Fact = { label: string; value: string };

/** The same before it is known what was left empty. Labels are ours: no text of a user. */
export type Facts = [label: string, value: string | undefined][];

/** What was filled in, on one line each and with at most so many characters. */
export const filledIn = (facts: Facts, most: number): Fact[] =>
  facts.flatMap(([label, value]) =>
    value ? [{ label, value: shortened(linesOf(value).join(' / '), most) }] : [],
  );

/** What was registered (Art. 4), without the summary. */
export function factsOf(complaint: Complaint): Fact[] {
  const { complainant } = complaint;
  const facts: Facts = [
    ['Klager', complainant.name],
    ['Namens', complainant.representing],
    ['E-mail', complainant.email],
    ['Telefoon', complainant.phone],
    ['Postadres', complainant.address && linesOf(complainant.address).join(', ')],
    ['Herkomst', originWords[complaint.origin]],
    ['Vestiging', complaint.branch],
    ['Ontvangen', `${longDate(complaint.receivedOn)}, ${mannerWords[complaint.manner].toLowerCase()}`],
    ['Door', complaint.receiver.name],
    ['Over', complaint.respondents.map(({ name }) => name).join(', ') || 'Ballance in het algemeen'],
    ['Deskundigen', complaint.experts],
  ];
  return filledIn(facts, limits.text);
}
