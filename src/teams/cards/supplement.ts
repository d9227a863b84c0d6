import { isNotHandledByReceiver } from '../../procedure/articles/art04-supplement.ts';
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

/** Says why nothing can be added, above the receipt that stays, and where what the receiver still hears can go. */
export const closedNotice = (complaint: Complaint): Notice => ({
  text: `${whyClosed(complaint)} Er is niets vastgelegd. Weet je nog iets? ${whereElse(complaint)}`,
  tone: 'warning',
});

/** Says by how many characters what the receiver adds is too long, and where it can go instead. */
export const tooLong = (most: number, complaint: Complaint): string =>
  `Samen met wat al in het dossier staat, is dit ${most} tekens te lang. Maak dit korter. Lukt dat niet? ${whereElse(complaint)}`;

function whyClosed(complaint: Complaint): string {
  const until = 'Aanvullen kan alleen totdat de ontvangst aan de klager is bevestigd';
  if (complaint.stage === 'closed') return 'Aanvullen kan niet meer: deze klacht is gesloten.';
  if (complaint.stage !== 'registered') return `${until}, en zo ver is deze klacht al.`;
  return isNotHandledByReceiver(complaint)
    ? `${until}, en er wacht een brief aan de klager op de mailserver.`
    : 'Aanvullen kan alleen wie een klacht registreerde en haar niet zelf behandelt: jij behandelt deze klacht nu.';
}

function whereElse(complaint: Complaint): string {
  const { handler, number } = complaint;
  if (handler && isNotHandledByReceiver(complaint)) return 'Geef het door aan wie de klacht behandelt.';
  return `Open de klacht met “zaak ${number}”, en leg het vast met “${handler ? 'Gegevens corrigeren' : 'Notitie toevoegen'}”.`;
}

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
