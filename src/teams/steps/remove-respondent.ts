import { choice, text } from '../form/fields.ts';
import { respondentChoices } from './ranges-and-choices.ts';
import { stepForm } from './step.ts';

const labels = { reason: 'Reden' };

/** Art. 4: removes a respondent whom the complaint is not about. */
export const removeRespondent = stepForm('remove-respondent', {
  title: 'Beklaagde verwijderen',
  labels,
  intro:
    'Is bij de registratie de verkeerde collega gekozen? Haal die hier weg. In het logboek blijft staan wie het was, en waarom. Ging de klacht niet over de klachtenfunctionaris, dan kun je haar daarna overdragen.',
  fields: (setting) => ({
    respondent: choice(
      'Over wie gaat de klacht niet?',
      'Kies over wie de klacht niet gaat.',
      respondentChoices(setting),
    ),
    reason: text(
      labels.reason,
      'Schrijf op waarom de klacht niet over deze collega gaat (hoogstens 2000 tekens).',
      {
        multiline: true,
      },
    ),
  }),
  command: (answers) => answers,
  done: 'De collega is geen beklaagde meer.',
  about: { 'not-a-respondent': 'respondent' },
});
