import { day } from '../form/fields.ts';
import { sinceAnswer } from './ranges-and-choices.ts';
import { stepForm } from './step.ts';

/** Art. 6: records that the complainant agrees with the answer. */
export const agree = stepForm('agree', {
  title: 'Klager gaat akkoord',
  labels: {},
  intro:
    'Is de klager het eens met het antwoord (artikel 6)? Dan sluit je het dossier. Maatregelen die nog open staan, blijven in beeld tot ze zijn afgevinkt.',
  fields: (setting) => ({
    on: day(
      'Datum',
      'Kies een dag waarop de klager het antwoord kon hebben, tot en met vandaag.',
      sinceAnswer(setting),
      { proposed: setting.today, hint: 'De dag waarop de klager dit liet weten.' },
    ),
  }),
  command: (answers) => answers,
  done: 'De klager gaat akkoord en het dossier is gesloten.',
  about: { 'out-of-order': 'on', 'in-the-future': 'on', 'before-the-answer': 'on' },
});
