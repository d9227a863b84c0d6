import { decisionMakers, isDecidedByNobody } from '../../procedure/articles/art08-decision.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { nobodyDecides } from '../cards/no-further.ts';
import { day } from '../form/fields.ts';
import { since } from './ranges-and-choices.ts';
import { fromObjection, stepForm } from './step.ts';

const fields = fromObjection((setting) => ({
  on: day(
    'Datum',
    'Kies een dag vanaf de ontvangst van het bezwaar tot en met vandaag.',
    since(datedFrom(setting.complaint, 'waiver'), setting),
    { proposed: setting.today, hint: 'De dag waarop de klager afzag, of niet kwam.' },
  ),
}));

/** Art. 8: records that the complainant does not use the hearing; the board is asked to decide. */
export const waiveHearing = stepForm('waive-hearing', {
  title: 'Klager ziet af van gesprek',
  labels: {},
  intro: ({ complaint, desk }) =>
    decisionMakers(complaint, desk).length > 0
      ? 'Wil de klager geen gesprek, of kwam hij niet? Dan vraag ik de directie om een definitieve beslissing. De klager moet die binnen twee weken hebben (artikel 8).'
      : 'Wil de klager geen gesprek, of kwam hij niet? Leg dat hier vast. Geen directielid mag over deze klacht beslissen, want ze gaat over de hele directie (artikel 8). Daarna kun je het dossier sluiten; de klager kan naar de rechter (artikel 10).',
  fields,
  command: (answers) => answers,
  done: ({ complaint }, context) =>
    isDecidedByNobody(complaint, context)
      ? `Vastgelegd. ${nobodyDecides(() => true)}`
      : 'Vastgelegd. De directie krijgt bericht dat zij moet beslissen.',
  about: { 'out-of-order': 'on', 'in-the-future': 'on' },
});
