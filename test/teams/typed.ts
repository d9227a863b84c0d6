import { joris } from '../procedure/people.ts';

/** What people typed in the course of one complaint. */
const pietersen = {
  complainant: 'Mevrouw H. Pietersen',
  representing: 'Tim Pietersen',
  phone: '06 12345678',
  address: 'Voorbeeldlaan 12, 3511 AB Utrecht',
  branch: 'Utrecht',
  summary:
    'Mevrouw Pietersen belde drie keer over het verslag van de begeleiding van haar zoon en werd niet teruggebeld.',
  respondent: 'Joris Bakker',
  experts: 'Mevrouw A. Demir, sociaal raadsvrouw',
  complainantStatement:
    'Ik heb op 12, 16 en 19 oktober gebeld. Steeds werd gezegd dat Joris terug zou bellen. Dat is niet gebeurd.',
  respondentStatement:
    'De terugbelverzoeken stonden in mijn mailbox. Ik was die week op training en had geen vervanger doorgegeven.',
  note: 'Mevrouw is op dinsdag en donderdag na twaalf uur te bereiken.',
  handOver: 'Fatima kent het gezin al en is deze week in Utrecht.',
  added: 'Mevrouw noemde de naam pas in het tweede gesprek.',
  position:
    'U had binnen twee werkdagen moeten worden teruggebeld. Dat is niet gebeurd, en daarvoor bieden wij onze excuses aan.',
  proposal: 'Joris Bakker belt u deze week en neemt het verslag met u door.',
  measure: 'Terugbelverzoeken bij afwezigheid naar een vervanger',
  otherMeasure: 'Het verslag alsnog toesturen',
  owner: 'Fatima el Amrani',
  notHeard: 'Joris is tot half januari met verlof.',
  objection: 'Ik krijg het verslag graag op papier, en wil weten waarom niemand de verzoeken zag.',
  late: 'Mevrouw lag in november in het ziekenhuis.',
  laterHearing: 'Mevrouw is tot 24 november bij haar zus.',
  present: 'Mevrouw Pietersen, Lars Brouwer, Joris Bakker',
  report:
    'Joris legde uit hoe het misging. Mevrouw vertelde wat de weken zonder bericht met haar zoon deden.',
  hearingProposal: 'Elke maand een vast belmoment, tot het traject is afgerond.',
  reaction: 'Mevrouw wil daar een week over nadenken.',
  settlement: 'Elke eerste dinsdag van de maand belt Joris om twee uur.',
  decision: 'De klacht is gegrond. Het vaste belmoment gaat in januari in.',
  reasons: 'De afspraak over terugbellen stond in het begeleidingsplan en is niet nagekomen.',
  correction: 'De brief van mevrouw bleek een dag eerder te zijn gekomen.',
  withdrawn: 'Mevrouw is tevreden met het telefoontje van Joris.',
  hold: 'Mevrouw heeft gezegd dat zij naar de rechter gaat.',
  erasure: 'Mevrouw vraagt om haar gegevens te wissen.',
  partner: 'Joris Bakker',
  ledBy: 'Fatima el Amrani',
  talkResult: 'Er is begrip, maar over het verslag zijn zij het nog niet eens.',
  merged: 'Het gaat om hetzelfde telefoontje.',
  file: 'Brief van mevrouw Pietersen.pdf',
  letter: `Geachte mevrouw Pietersen,

Op 2 november hebben wij uw klacht ontvangen. U belde drie keer en werd niet teruggebeld. Dat had niet mogen gebeuren.

Hieronder leest u wat wij eraan doen, en wat u kunt doen als u het er niet mee eens bent.

Met vriendelijke groet,
Lars Brouwer, klachtenfunctionaris`,
  notice: 'Kijk de velden hieronder na. Wat je typte, staat er nog.',
} as const;

export type Typed = { readonly [Field in keyof typeof pietersen]: string };

/** One plausible complaint, as it is drawn in the gallery. */
export const plausible: Typed = pietersen;

/** The same text in every field: a test of what any text does. */
const everywhere = (text: string): Typed =>
  Object.fromEntries(Object.keys(pietersen).map((field) => [field, text])) as Typed;

export const typedOf = (given: string | Typed): Typed =>
  typeof given === 'string' ? everywhere(given) : given;

/** What somebody types in the field of a form that has this id. */
export function typedIn(id: string, typed: Typed): string {
  if (/^owner\d/.test(id)) return joris.id;
  if (/^until\d?/.test(id)) return '2026-12-04';
  if (/^measure\d/.test(id)) return typed.measure;
  if (/^ownerName\d/.test(id)) return typed.owner;
  const fields: Record<string, keyof Typed> = {
    complainantName: 'complainant',
    text: 'objection',
    statement: 'respondentStatement',
    measures: 'measure',
    notHeardBecause: 'notHeard',
    laterBecause: 'laterHearing',
    result: 'talkResult',
    agreements: 'settlement',
    reason: 'added',
    because: 'added',
    wording: 'letter',
    message: 'position',
  };
  const field = fields[id] ?? (id in typed ? (id as keyof Typed) : 'note');
  return typed[field];
}
