import { text } from '../form/fields.ts';
import { stepForm } from './step.ts';

const labels = { reason: 'Reden' };

/** AVG: sets a legal hold. */
export const setHold = stepForm('set-hold', {
  title: 'Bewaren voor procedure',
  labels,
  intro:
    'Loopt er een rechtszaak of een onderzoek, of verwacht je dat? Dan bewaar ik dit dossier: er wordt niets gewist, ook niet op verzoek of na de bewaartermijn, tot je het bewaren opheft.',
  fields: () => ({
    reason: text(
      labels.reason,
      'Schrijf op waarom het dossier bewaard moet blijven (hoogstens 2000 tekens).',
      {
        multiline: true,
      },
    ),
  }),
  command: (answers) => answers,
  done: 'Dit dossier wordt bewaard. Er wordt niets gewist tot je het bewaren opheft.',
});
