import { objectionOf } from '../../procedure/articles/art08-hearing.ts';
import { day } from '../form/fields.ts';
import { since } from './ranges-and-choices.ts';
import { stepForm } from './step.ts';

/** Art. 8: records that the complainant does not use the hearing; the board is asked to decide. */
export const waiveHearing = stepForm('waive-hearing', {
  title: 'Klager ziet af van gesprek',
  labels: {},
  intro:
    'Wil de klager geen gesprek, of kwam hij niet? Dan vraag ik de directie om een definitieve beslissing. De klager moet die binnen twee weken hebben (artikel 8).',
  fields: (setting) => ({
    on: day(
      'Datum',
      'Kies een dag vanaf de ontvangst van het bezwaar tot en met vandaag.',
      since(objectionOf(setting.complaint).receivedOn, setting),
      { proposed: setting.today, hint: 'De dag waarop de klager afzag, of niet kwam.' },
    ),
  }),
  command: (answers) => answers,
  done: 'Vastgelegd. De directie krijgt bericht dat zij moet beslissen.',
  about: { 'in-the-future': 'on', 'before-the-objection': 'on' },
});
