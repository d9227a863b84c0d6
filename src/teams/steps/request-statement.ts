import { choice } from '../form/fields.ts';
import { respondentChoices } from './ranges-and-choices.ts';
import { aboutBlock, aboutLabels, forRespondent } from './reader-texts.ts';
import { documentsBlock } from './shared-documents.ts';
import { type Setting, stepForm } from './step.ts';

/** Finds the first respondent who was neither heard nor asked, to propose in the form. */
const nextToAsk = ({ complaint: { respondents, statements, statementsRequested } }: Setting): string =>
  respondents.find(
    ({ id }) => !statementsRequested.includes(id) && !statements.some(({ of }) => of?.id === id),
  )?.id ?? '';

/** Algemeen: asks a respondent for a statement, in their own chat. */
export const requestStatement = stepForm('request-statement', {
  title: 'Wederhoor vragen',
  labels: aboutLabels,
  intro:
    'Bij een klacht hoort hoor en wederhoor. De beklaagde leest in de eigen chat waar de klacht over gaat en wie de klacht behandelt, en kan daar een verklaring geven. Wie de klager is, staat er niet bij, behalve als jij dat opschrijft.',
  fields: (setting) => ({
    respondent: choice(
      'Wie vraag je om een verklaring?',
      'Kies wie je om een verklaring vraagt.',
      respondentChoices(setting),
      { proposed: nextToAsk(setting) },
    ),
    ...aboutBlock(setting),
    ...documentsBlock(setting),
  }),
  command: ({ respondent, text, mayIdentify, until, documents = [] }) => ({
    respondent,
    ...(documents.length > 0 && { documents }),
    about: { ...forRespondent(text, mayIdentify), dueOn: until },
  }),
  done: 'De vraag om een verklaring is verstuurd. Je krijgt bericht als de verklaring er is, of als de vraag niet aankomt.',
  about: {
    'not-a-respondent': 'respondent',
    'too-soon': 'until',
    'gap-in-message': 'text',
    'identifies-complainant': 'text',
  },
});
