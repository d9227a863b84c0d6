import { withoutComplainant } from '../../procedure/model/complainant-in-text.ts';
import { choice, text } from '../form/fields.ts';
import { respondentChoices } from './ranges-and-choices.ts';
import { forRespondent, mayIdentify } from './reader-texts.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { text: 'Waar gaat de klacht over?' };

/** Finds the first respondent who was neither heard nor asked, to propose in the form. */
const nextToAsk = ({ complaint: { respondents, statements, statementsRequested } }: Setting): string =>
  respondents.find(
    ({ id }) => !statementsRequested.includes(id) && !statements.some(({ of }) => of?.id === id),
  )?.id ?? '';

/** Algemeen: asks a respondent for a statement, in their own chat. */
export const requestStatement = stepForm('request-statement', {
  title: 'Wederhoor vragen',
  labels,
  intro:
    'Bij een klacht hoort hoor en wederhoor. De beklaagde leest in de eigen chat waar de klacht over gaat en wie de klacht behandelt, en kan daar een verklaring geven. Wie de klager is, staat er niet bij, behalve als jij dat opschrijft.',
  fields: (setting) => ({
    respondent: choice(
      'Wie vraag je om een verklaring?',
      'Kies wie je om een verklaring vraagt.',
      respondentChoices(setting),
      { proposed: nextToAsk(setting) },
    ),
    text: text(
      labels.text,
      'Schrijf op waar de klacht over gaat, zoals de beklaagde het leest (hoogstens 2000 tekens).',
      {
        multiline: true,
        proposed: withoutComplainant(setting.complaint.summary, setting.complaint.complainant),
        hint: 'Dit leest de beklaagde over de klacht. Wie de klager is, heb ik weggelaten: kijk na of dat klopt.',
      },
    ),
    mayIdentify: mayIdentify(),
  }),
  command: ({ respondent, text, mayIdentify }) => ({ respondent, about: forRespondent(text, mayIdentify) }),
  done: 'De vraag om een verklaring is onderweg. Je krijgt bericht als de verklaring er is, of als het bericht niet aankomt.',
  about: {
    'not-a-respondent': 'respondent',
    'gap-in-message': 'text',
    'identifies-complainant': 'text',
  },
});
