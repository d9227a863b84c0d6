import type { Stage } from '../../procedure/model/complaint.ts';
import { day } from '../form/fields.ts';
import { sinceReceipt } from './ranges-and-choices.ts';
import { stepForm } from './step.ts';

/** Why the dossier can be closed, in each stage in which it can. */
const reasons: Partial<Record<Stage, string>> = {
  answered:
    'De maand van artikel 7 is voorbij zonder bezwaar. Je sluit het dossier. Kwam er toch nog een bezwaar? Leg dat dan vast in plaats van te sluiten.',
  heard:
    'Het gesprek leidde niet tot een oplossing. De klager kan naar de rechter (artikel 10) en heeft daar een brief over. Je sluit het dossier. Zien jullie nog een kans? Bied dan nog een gesprek aan.',
  waived:
    'Er is geen directielid dat over deze klacht kan beslissen (artikel 8). Binnen Ballance kan er niets meer; de klager kan naar de rechter (artikel 10). Je sluit het dossier.',
};

/** Art. 7, 8 and 10: closes what can go no further within Ballance. */
export const close = stepForm('close', {
  title: 'Dossier sluiten',
  labels: {},
  primaryIn: ['answered', 'waived'],
  intro: ({ complaint }) => reasons[complaint.stage] ?? '',
  fields: (setting) => ({
    on: day(
      'Datum',
      'Kies een dag vanaf de ontvangst van de klacht tot en met vandaag.',
      sinceReceipt(setting),
      { proposed: setting.today },
    ),
  }),
  command: (answers) => answers,
  done: 'Het dossier is gesloten.',
  about: { 'out-of-order': 'on', 'in-the-future': 'on', 'before-receipt': 'on', 'month-not-over': 'on' },
});
