import { noFields, stepForm } from './step.ts';

/** AVG: ends the legal hold. */
export const liftHold = stepForm('lift-hold', {
  title: 'Bewaren opheffen',
  labels: {},
  intro:
    'Is de procedure klaar? Dan geldt de bewaartermijn weer. Is die al voorbij, dan wis ik de persoonsgegevens over twee weken. Je krijgt daar eerst bericht van.',
  fields: noFields,
  command: () => ({}),
  done: 'Het bewaren is opgeheven. De bewaartermijn geldt weer.',
});
