import { isByWebsite } from '../../procedure/articles/art04-website.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { longDate } from '../../time/dutch-date.ts';
import { limits, linesOf, shortened } from '../form/text.ts';
import { mannerWords, originWords } from './words.ts';

/** A label and its value. */
export type Fact = { label: string; value: string };

/** Facts of which some may be empty. Labels are ours: no text of a user. */
export type Facts = [label: string, value: string | undefined][];

/** Keeps the facts that were filled in, each on one line and cut to `most` characters. */
export const filledIn = (facts: Facts, most: number): Fact[] =>
  facts.flatMap(([label, value]) =>
    value ? [{ label, value: shortened(linesOf(value).join(' / '), most) }] : [],
  );

/** Lists what was registered (Art. 4), without the complainant’s name and the summary, which stand above. */
export function factsOf(complaint: Complaint): Fact[] {
  const facts: Facts = [
    ...contact(complaint),
    ['Herkomst', originWords[complaint.origin]],
    ['Onderwerp', complaint.subject],
    ['Vestiging', complaint.branch],
    ['Ontvangen', `${longDate(complaint.receivedOn)}, ${mannerWords[complaint.manner].toLowerCase()}`],
    ['Door', isByWebsite(complaint) ? 'de klager zelf, via de website' : complaint.receiver.name],
    ['Over', aboutWhom(complaint)],
    ['Deskundigen', complaint.experts],
  ];
  return filledIn(facts, limits.text);
}

/** Names whom it is about, also who is still to be chosen. */
const aboutWhom = ({ respondents, supposed = [], unresolvedName }: Complaint): string =>
  [
    ...respondents.map(({ id, name }) =>
      supposed.includes(id) ? `${name} (genoemd; nog na te kijken)` : name,
    ),
    unresolvedName && `“${unresolvedName}” (nog te kiezen)`,
  ]
    .filter(Boolean)
    .join(', ') || 'Ballance in het algemeen';

/** Names whom it is about as its receiver noted that. */
const aboutNoted = ({ respondents, unresolvedName }: Complaint): string =>
  [...respondents.map(({ name }) => name), unresolvedName && `“${unresolvedName}”, zoals je het typte`]
    .filter(Boolean)
    .join(', ') || 'Ballance in het algemeen';

/** Lists what the receiver noted, under the labels of the form. */
export const notedFacts = (complaint: Complaint): Fact[] =>
  filledIn(
    [
      ['Klager', complaint.complainant.name],
      ...contact(complaint),
      ['Herkomst', originWords[complaint.origin]],
      ['Vestiging', complaint.branch],
      ['Wijze van ontvangst', mannerWords[complaint.manner]],
      ['Over', aboutNoted(complaint)],
      ['Deskundigen', complaint.experts],
      ['Korte inhoud', complaint.summary],
    ],
    limits.text,
  );

const contact = ({ complainant }: Complaint): Facts => [
  ['Namens', complainant.representing],
  ['E-mail', complainant.email],
  ['Telefoon', complainant.phone],
  ['Postadres', complainant.address && linesOf(complainant.address).join(', ')],
];
