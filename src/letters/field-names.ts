import { isLocalDate, type LocalDate } from '../time/local-date.ts';

/** Every field that a letter can name between {{ and }}; letters/README.md explains them. */
export const fieldNames = [
  'postadres Ballance',
  'e-mail Ballance',
  'telefoon Ballance',
  'privacyverklaring',
  'klachtenregeling',
  'bewaartermijn',
  'vandaag',
  'overhandigd',
  'nummer',
  'klager',
  'aanhef',
  'adres',
  'telefoonnummer',
  'namens',
  'deskundigen',
  'ontvangen op',
  'eerder ontvangen op',
  'wijze van ontvangst',
  'korte inhoud',
  'beklaagde',
  'hele directie beklaagd',
  'behandelaar',
  'functie behandelaar',
  'schrijver',
  'functie schrijver',
  'nog te horen',
  'klager nog te horen',
  'antwoord uiterlijk',
  'antwoord is te laat',
  'antwoord zo snel mogelijk',
  'ook over klacht',
  'bevestigt ontvangst',
  'bevestiging te laat',
  'te laat',
  'dag op uw verzoek',
  'dag van het artikel',
  'dagen op uw verzoek',
  'dagen door ons',
  'eerder verstuurd op',
  'brief kwam terug',
  'brief niet gekregen',
  'ander adres',
  'eerder schreven wij',
  'eerdere beslissing van',
  'gesprek gaat niet door',
  'eerdere afspraak',
  'al niet eens op',
  'nog te bespreken',
  'te bespreken tot en met',
  'te laat besproken',
  'gesprek staat op',
  'daarna gesproken op',
  'brief na het gesprek',
  'afgezien op',
  'beslissing na uw bericht',
  'brief bij het sluiten',
  'al gesloten op',
  'gesloten na stilte',
  'eerder besproken op',
  'gehoord',
  'niet gehoord',
  'standpunt',
  'oordeel',
  'voorstel',
  'geen voorstel',
  'maatregelen',
  'telt als ontvangen op',
  'maand telt vanaf',
  'brief van de maand',
  'niet eens uiterlijk',
  'uiterlijk bij ons',
  'niet eens ontvangen op',
  'niet eens',
  'op tijd verstuurd',
  'reden',
  'gesprek op',
  'gesprek om',
  'afgesproken',
  'vorm',
  'telefonisch',
  'op kantoor',
  'vestiging',
  'adres vestiging',
  'medewerker aanwezig',
  'gespreksleider',
  'functie gespreksleider',
  'tweede vertegenwoordiger',
  'later op uw verzoek',
  'later door ons',
  'eerder gesproken op',
  'beslissing uiterlijk',
  'vrije dag voor het gesprek',
  'niet gehaalde beslissing',
  'gesproken op',
  'gesproken met',
  'gesprek geleid door',
  'bemiddeling',
  'gehouden op',
  'wijze van gesprek',
  'aanwezigen',
  'verslag',
  'voorstel in gesprek',
  'reactie',
  'laten weten tot en met',
  'afspraken',
  'beslissing',
  'oordeel van de directie',
  'zelfde oordeel',
  'ander oordeel',
  'maatregelen blijven',
  'eerdere maatregelen',
  'zag af op',
  'motivering',
  'ingetrokken op',
  'antwoord van',
  'antwoord gegeven',
  'akkoord',
  'akkoord op',
  'bedenken tot en met',
  'maand is voorbij',
  'gesprek zonder oplossing',
  'gesprek met afspraken',
  'niemand kan beslissen',
  'naar de rechter',
  'stand van de maatregelen',
  'maatregelen lopen nog',
  'geen klacht',
  'niet over Ballance',
  'niet te bereiken',
  'waarom niet',
  'beloofd op',
  'beloofd antwoord',
  'samen onder',
  'samen uiterlijk',
  'wat later komt',
  'artikel van uitstel',
  'eerste dag',
  'eerste dag is voorbij',
  'uitstel op uw verzoek',
  'nieuwe beslissing',
  'nieuwe dag',
] as const;

export type FieldName = (typeof fieldNames)[number];

type Maybe<N extends string> = Record<N, string | undefined>;

/** Fills fields that the letter cannot do without: what is not known yet shows as a gap, "[standpunt]". */
export const orGap = <N extends string>(fields: Maybe<N>): Record<N, string> =>
  filledIn(fields, (name) => `[${name}]`);

/** Fills fields that may be absent: a section about them is left out. */
export const orNothing = <N extends string>(fields: Maybe<N>): Record<N, string> =>
  filledIn(fields, () => '');

/** Finds the first text that is not blank. */
export const firstOf = (...texts: (string | undefined)[]): string | undefined =>
  texts.find((text) => text?.trim());

/** Chooses the words for nobody (undefined), one or several. */
export const among = (people: readonly unknown[], one: string, several: string): string | undefined =>
  people.length > 1 ? several : people.length === 1 ? one : undefined;

/** Writes a day with `write`; undefined when there is none. */
export const written = (day: LocalDate | undefined, write: (day: LocalDate) => string): string | undefined =>
  day && isLocalDate(day) ? write(day) : undefined;

function filledIn<N extends string>(fields: Maybe<N>, instead: (name: N) => string): Record<N, string> {
  const entries = Object.entries<string | undefined>(fields) as [N, string | undefined][];
  return Object.fromEntries(
    entries.map(([name, text]) => [name, text?.trim() ? text : instead(name)]),
  ) as Record<N, string>;
}
