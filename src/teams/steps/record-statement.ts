import type { PersonId } from '../../procedure/model/person-id.ts';
import { choice, day, text } from '../form/fields.ts';
import { respondentChoices, sinceReceipt } from './ranges-and-choices.ts';
import { stepForm } from './step.ts';

const complainant = 'complainant';

const labels = { text: 'Verklaring' };

/** Algemeen: records what the complainant or a respondent stated. */
export const recordStatement = stepForm('record-statement', {
  title: 'Verklaring vastleggen',
  labels,
  intro:
    'Leg vast wat de klager of een beklaagde over de klacht heeft verklaard. Zijn beide kanten gehoord, dan kan het antwoord zonder verdere uitleg de deur uit.',
  fields: (setting) => ({
    of: choice<PersonId | typeof complainant>(
      'Van wie',
      'Kies van wie de verklaring is.',
      [{ title: 'Klager', value: complainant }, ...respondentChoices(setting)],
      { proposed: complainant },
    ),
    text: text(labels.text, 'Schrijf op wat er verklaard is (hoogstens 2000 tekens).', { multiline: true }),
    on: day(
      'Datum',
      'Kies een dag vanaf de ontvangst van de klacht tot en met vandaag.',
      sinceReceipt(setting),
      { proposed: setting.today },
    ),
  }),
  command: ({ of, text, on }) => ({ of: of === complainant ? undefined : of, text, on }),
  done: 'De verklaring staat in het dossier. Heb je haar ook op papier of in een mail? Kies “Document toevoegen”.',
  about: { 'out-of-order': 'on', 'not-a-respondent': 'of', 'in-the-future': 'on' },
});
