import { movableMeasures } from '../../procedure/articles/art06-measures.ts';
import { addDays } from '../../time/local-date.ts';
import { choice, day, text } from '../form/fields.ts';
import { measureChoices, onlyOne } from './complete-measure.ts';
import { from } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { reason: 'Reden' };

const choices = ({ complaint }: Setting) => measureChoices(movableMeasures(complaint));

/** Art. 6: records a later day for a measure that was promised. */
export const moveMeasure = stepForm('move-measure', {
  title: 'Nieuwe dag voor maatregel',
  labels,
  intro:
    'Komt een maatregel later klaar dan Ballance heeft beloofd? Leg de nieuwe dag vast. De herinneringen en de kaarten volgen die dag. In het jaaroverzicht blijft de maatregel te laat als de beloofde dag niet is gehaald.',
  fields: (setting) => ({
    measure: choice('Welke maatregel', 'Kies de maatregel die later klaar is.', choices(setting), {
      proposed: onlyOne(choices(setting)),
    }),
    to: day(
      'Nieuwe dag',
      'Kies de dag waarop de maatregel uiterlijk klaar is: na vandaag, en later dan nu.',
      from(addDays(setting.today, 1), setting),
    ),
    reason: text(labels.reason, 'Schrijf op waarom het later wordt (hoogstens 2000 tekens).', {
      multiline: true,
      hint: 'Dit blijft in het dossier. De klager leest het niet in een brief.',
    }),
  }),
  command: (answers) => answers,
  done: 'De nieuwe dag is vastgelegd. Wie voor de maatregel zorgt, krijgt daarvan bericht. Laat de klager de nieuwe dag ook weten: er gaat nu geen brief uit. Een volgende brief over de maatregelen noemt de nieuwe dag.',
  about: { 'not-later': 'to', 'unknown-measure': 'measure', 'text-missing': 'reason' },
});
