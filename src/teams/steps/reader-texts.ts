import type { ForRespondent } from '../../procedure/model/commands.ts';
import { withoutComplainant } from '../../procedure/model/complainant-in-text.ts';
import { text, toggle } from '../form/fields.ts';
import type { Setting } from './step.ts';

const multiline = { multiline: true };

export const wordingLabels = { wording: 'Uw klacht, zoals de klager die leest' };

/**
 * Asks how letters word the complaint to the complainant, before the first letter that quotes it: the summary is internal, so
 * it is proposed here and never quoted unseen.
 */
export const wordingBlock = ({ complaint: { summary, wording } }: Setting) => ({
  ...(wording === undefined && {
    wording: text(
      wordingLabels.wording,
      'Schrijf op waar de klacht over gaat, zoals de klager dat in onze brieven leest (hoogstens 2000 tekens).',
      {
        ...multiline,
        proposed: summary,
        hint: 'Dit staat in onze brieven aan de klager. Nu staat hier de korte inhoud uit het dossier. Staat daar iets in dat niet voor de klager is? Haal het hier weg.',
      },
    ),
  }),
});

/** Asks to confirm that a text for a respondent may tell who complains. */
export const mayIdentify = () =>
  toggle('Naam of gegevens van de klager', 'Ja, de beklaagde mag dit lezen', {
    hint: 'Alleen nodig als die in de tekst voor de beklaagde staan.',
  });

export const aboutLabels = { text: 'Waar gaat de klacht over?' };

/** Asks what a respondent reads who is asked for a statement: proposed without who complains, because the summary is internal. */
export const aboutBlock = ({ complaint: { summary, complainant } }: Setting) => ({
  text: text(
    aboutLabels.text,
    'Schrijf op waar de klacht over gaat, zoals de beklaagde het leest (hoogstens 2000 tekens).',
    {
      ...multiline,
      proposed: withoutComplainant(summary, complainant),
      hint: 'Dit leest de beklaagde over de klacht. Wie de klager is, heb ik weggelaten: kijk na of dat klopt.',
    },
  ),
  mayIdentify: mayIdentify(),
});

/** Reads a text for a respondent. */
export const forRespondent = (text: string, mayIdentify: boolean | undefined): ForRespondent => ({
  text,
  mayIdentify: mayIdentify ?? false,
});
