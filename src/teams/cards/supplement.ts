import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { buttons } from './button.ts';
import { type StepFormView, stepFormCard } from './step-form.ts';
import type { Card } from './template.ts';

export const supplementTitle = 'Aanvullen';

export const supplementLabels = {
  email: 'E-mailadres',
  phone: 'Telefoonnummer',
  address: 'Postadres',
  summary: 'Korte inhoud',
};

type View = Pick<StepFormView, 'complainant' | 'formId' | 'fields' | 'values' | 'notice' | 'locale'> & {
  number: CaseNumber;
  errors?: StepFormView['errors'];
};

/** Draws the form in which the receiver adds to what they registered. */
export const supplementCard = ({ number, errors = {}, ...view }: View): Card => ({
  ...stepFormCard({
    ...view,
    ...{ step: 'supplement', title: supplementTitle, errors, drafts: false },
    of: { number, version: 0 },
    intro:
      'Vul aan wat je nog hoorde: hoe we de klager bereiken, en waar de klacht over gaat. Dit kan totdat de ontvangst is bevestigd. Wat er nu staat, blijft in het dossier bewaard; wie de klacht behandelt, krijgt bericht.',
  }),
  actions: buttons([
    { title: supplementTitle, verb: 'supplement', data: { number, form: view.formId }, main: true },
    { title: 'Mijn klachten', verb: 'my-complaints', data: { leaves: number }, withoutInputs: true },
  ]),
});
