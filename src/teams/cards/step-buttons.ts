import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Step } from '../../procedure/steps.ts';
import { type Action, type Button, buttons, windowButton } from './button.ts';

/** What can be had as a file, after the steps: "Brief downloaden" where there is a letter, and "Inzage". */
export const downloadButtons = (
  { number, letters }: Pick<Complaint, 'number' | 'letters'>,
  discloses = false,
): Button[] => [
  ...(letters.length > 0 ? [fileButton('Brief downloaden', 'ask-download', number)] : []),
  ...(discloses ? [fileButton('Inzage', 'disclose', number)] : []),
];

const fileButton = (title: string, verb: Button['verb'], number: string): Button => ({
  title,
  verb,
  data: { number },
  withoutInputs: true,
});

/** The words on the button of each step; they stand on the card and under the form that it opens. */
export const stepTitles: Record<Step, string> = {
  acknowledge: 'Ontvangst bevestigen',
  'request-statement': 'Wederhoor vragen',
  'record-statement': 'Verklaring vastleggen',
  'give-statement': 'Verklaring versturen',
  answer: 'Antwoord versturen',
  agree: 'Klager gaat akkoord',
  object: 'Klager is het niet eens',
  'offer-hearing': 'Hoorgesprek aanbieden',
  'record-hearing': 'Gesprek vastleggen',
  'waive-hearing': 'Klager ziet af van gesprek',
  decide: 'Definitieve beslissing',
  close: 'Dossier sluiten',
  'send-by-hand': 'Brief zelf verstuurd',
  'complete-measure': 'Maatregel afvinken',
  'hand-over': 'Overdragen',
  'add-note': 'Notitie toevoegen',
  'add-respondent': 'Beklaagde toevoegen',
  'remove-respondent': 'Beklaagde verwijderen',
  'record-experts': 'Deskundige vastleggen',
  'correct-date': 'Datum corrigeren',
  'correct-facts': 'Gegevens corrigeren',
  withdraw: 'Klacht ingetrokken',
  'request-erasure': 'Persoonsgegevens wissen',
  'answer-erasure': 'Wissen beoordelen',
  'set-hold': 'Bewaren voor procedure',
  'lift-hold': 'Bewaren opheffen',
};

/** Which dossier a card shows, and at which version: a button of an older one is refused. */
export type CaseReference = { number: string; version: number };

/** The buttons for the steps that are open; the step that the article demands now comes first and stands out. */
export const stepButtons = (steps: readonly Step[], of: CaseReference, demanded?: Step): Button[] =>
  [...steps.filter((step) => step === demanded), ...steps.filter((step) => step !== demanded)].map(
    (step) => ({
      title: stepTitles[step],
      verb: `ask-${step}`,
      data: of,
      main: step === demanded,
    }),
  );

/** What a form can do with its letter: make it (under that title) where it follows from what is typed, and download it. */
export type LetterButtons = { make?: string };

/**
 * The buttons under the form of a step: send it, make and download its letter if it has one, go on in a dialog if it is
 * long, or go back to the dossier.
 */
export const formButtons = (
  step: Step,
  of: CaseReference,
  form: string,
  { letter, window }: { letter?: LetterButtons; window: { isNew: boolean } | false },
): Action[] => {
  const data = { ...of, form };
  return buttons([
    { title: stepTitles[step], verb: step, data, main: true },
    ...(letter?.make ? [{ title: letter.make, verb: `draft-${step}` as const, data }] : []),
    ...(letter ? [{ title: 'Brief downloaden', verb: `download-${step}` as const, data }] : []),
    ...(window ? [windowButton(`ask-${step}`, data, window)] : []),
    backButton(of),
  ]);
};

/** Back to the dossier, leaving what was typed. */
const backButton = ({ number }: CaseReference): Button => ({
  title: 'Terug',
  verb: 'case',
  data: { number },
  withoutInputs: true,
});
