import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { buttons } from './button.ts';
import type { Notice } from './notice.ts';
import { type StepFormView, stepFormCard } from './step-form.ts';
import type { Card } from './template.ts';

export const supplementTitle = 'Aanvullen';

export const supplementLabels = {
  email: 'E-mailadres',
  phone: 'Telefoonnummer',
  address: 'Postadres',
  summary: 'Korte inhoud',
};

/** Words who reads what was added. */
export const readBy = ({ handler }: Complaint): string =>
  handler
    ? 'Wie de klacht behandelt, krijgt er bericht van; jij hoeft niets meer te doen.'
    : 'Niemand mag deze klacht behandelen: het staat in het dossier, dat jij kunt openen.';

/** Says why nothing can be added, above the receipt that stays. */
export const closedNotice = ({ handler, number }: Complaint): Notice => ({
  text: `Aanvullen kan alleen totdat de ontvangst aan de klager is bevestigd, en zo ver is deze klacht al. Er is niets vastgelegd. Weet je nog iets? ${handler ? 'Geef het door aan wie de klacht behandelt.' : `Open de klacht met “zaak ${number}”, en leg het vast met “Notitie toevoegen”.`}`,
  tone: 'warning',
});

type View = Pick<StepFormView, 'complainant' | 'formId' | 'fields' | 'values' | 'notice' | 'locale'> & {
  number: CaseNumber;
  /** Whether somebody handles it, who hears of what is added. */
  isHandled: boolean;
  errors?: StepFormView['errors'];
};

/** Draws the form in which the receiver adds to what they registered. */
export const supplementCard = ({ number, isHandled, errors = {}, ...view }: View): Card => ({
  ...stepFormCard({
    ...view,
    ...{ step: 'supplement', title: supplementTitle, errors, drafts: false },
    of: { number, version: 0 },
    intro: `Vul aan wat je nog hoorde: hoe we de klager bereiken, en waar de klacht over gaat. Dit kan totdat de ontvangst is bevestigd. Wat er nu staat, blijft in het dossier bewaard${isHandled ? '; wie de klacht behandelt, krijgt bericht' : ''}.`,
  }),
  actions: buttons([
    { title: supplementTitle, verb: 'supplement', data: { number, form: view.formId }, main: true },
    { title: 'Mijn klachten', verb: 'my-complaints', data: { leaves: number }, withoutInputs: true },
  ]),
});
