import { movableMeasures } from '../../procedure/articles/art06-measures.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { eventOf } from '../../register/model/journal.ts';
import { toOwners } from '../../register/notify/follow-ups.ts';
import { addDays } from '../../time/local-date.ts';
import { choice, day, text } from '../form/fields.ts';
import { measureChoices, onlyOne } from './complete-measure.ts';
import { from } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const labels = { reason: 'Reden' };

const choices = ({ complaint }: Setting) => measureChoices(movableMeasures(complaint));

/** Tells whether somebody else than the handler sees to the measure that was moved last, and hears of its new day. */
function tellsOwner(complaint: Complaint, journal: Dossier['journal']): boolean {
  const moved = journal.map(eventOf).findLast((event) => event.type === 'measure-moved');
  return toOwners(complaint).some(
    ({ content }) => content.kind === 'measure' && content.measure === moved?.measure,
  );
}

/** Art. 6: records a later day for a measure that was promised. */
export const moveMeasure = stepForm('move-measure', {
  title: 'Nieuwe dag voor maatregel',
  labels,
  intro:
    'Komt een maatregel later klaar dan Ballance heeft beloofd? Leg de nieuwe dag vast. De herinneringen volgen die dag. Is de beloofde dag niet gehaald, dan blijft de maatregel te laat, in de lijsten en in het jaaroverzicht.',
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
  done: ({ complaint, journal }) =>
    `De nieuwe dag is vastgelegd; wat te laat is, blijft te laat.${tellsOwner(complaint, journal) ? ' Wie voor de maatregel zorgt, krijgt daarvan bericht.' : ''} Laat de klager de nieuwe dag ook weten: er gaat nu geen brief uit. Een volgende brief over de maatregelen noemt de nieuwe dag.`,
  about: { 'not-later': 'to', 'unknown-measure': 'measure', 'text-missing': 'reason' },
});
