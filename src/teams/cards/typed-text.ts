import { paragraphs } from '../literal.ts';

/** What somebody typed that could not be taken in, to be read and copied. */
export type TypedText = { label: string; lines: string[] };

/** The fields in which people write, by their labels. */
const labels: Record<string, string> = {
  complainantName: 'Naam van de klager',
  representing: 'Ingediend namens',
  email: 'E-mailadres van de klager',
  phone: 'Telefoonnummer van de klager',
  address: 'Postadres van de klager',
  summary: 'Korte inhoud',
  experts: 'Deskundigen die de klager bijstaan',
  text: 'Tekst',
  statement: 'Mijn verklaring',
  position: 'Standpunt',
  proposal: 'Voorstel',
  measures: 'Maatregelen',
  notHeardBecause: 'Waarom zijn niet beide kanten gehoord?',
  laterBecause: 'Waarom later dan een week?',
  present: 'Aanwezigen',
  report: 'Verslag',
  reaction: 'Reactie van de klager',
  settlement: 'Afdoening',
  decision: 'Beslissing',
  reasons: 'Motivering',
  reason: 'Reden',
  letter: 'Brief',
};

/** The texts among the values of a form; what was left empty is left out. */
export const typedTexts = (values: Record<string, string> = {}): TypedText[] =>
  Object.entries(labels).flatMap(([id, label]) => {
    const lines = Object.hasOwn(values, id) ? paragraphs(values[id] ?? '') : [];
    return lines.length > 0 ? [{ label, lines }] : [];
  });
