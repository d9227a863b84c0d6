import { text } from '../form/fields.ts';
import { stepForm } from './step.ts';

const labels = { reason: 'Reden' };

/** Reopens a closed dossier to the stage that it had. */
export const reopen = stepForm('reopen', {
  title: 'Heropenen',
  labels,
  intro:
    'Was dit dossier niet klaar, of is het bij vergissing gesloten? Het gaat verder waar het was, met hetzelfde nummer en dezelfde datums. De termijnen lopen weer vanaf hun eigen begin: een termijn die voorbij is, is te laat.',
  fields: () => ({
    reason: text(labels.reason, 'Schrijf op waarom je het dossier heropent (hoogstens 2000 tekens).', {
      multiline: true,
    }),
  }),
  command: (answers) => answers,
  done: ({ id }) => `Zaak ${id} is heropend. Hieronder staat wat de regeling nu vraagt.`,
});
