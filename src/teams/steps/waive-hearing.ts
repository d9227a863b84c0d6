import { day } from '../form/fields.ts';
import { since } from './ranges-and-choices.ts';
import { fromObjection, stepForm } from './step.ts';

const fields = fromObjection((setting) => ({
  on: day(
    'Datum',
    'Kies een dag vanaf de ontvangst van het bezwaar tot en met vandaag.',
    since(setting.objection.receivedOn, setting),
    { proposed: setting.today, hint: 'De dag waarop de klager afzag, of niet kwam.' },
  ),
}));

/** Art. 8: records that the complainant does not use the hearing; the board is asked to decide. */
export const waiveHearing = stepForm('waive-hearing', {
  title: 'Klager ziet af van gesprek',
  labels: {},
  intro:
    'Wil de klager geen gesprek, of kwam hij niet? Dan vraag ik de directie om een definitieve beslissing. De klager moet die binnen twee weken hebben (artikel 8).',
  fields,
  command: (answers) => answers,
  done: 'Vastgelegd. De directie krijgt bericht dat zij moet beslissen.',
  about: { 'out-of-order': 'on', 'in-the-future': 'on' },
});
