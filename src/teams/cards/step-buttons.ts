import { presentDocuments } from '../../procedure/articles/documents.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Step } from '../../procedure/model/commands.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { type Action, type Button, buttons, windowButton } from './button.ts';

/** Makes the download buttons after the steps: of letters and documents, where there are any, "Inzage", and "Dossier als bestand". */
export const downloadButtons = (
  complaint: Pick<Complaint, 'number' | 'letters' | 'documents'>,
  discloses = false,
  exports = false,
): Button[] => [
  ...(complaint.letters.length > 0 ? [fileButton('Brief downloaden', 'ask-download', complaint.number)] : []),
  ...(presentDocuments(complaint).length > 0
    ? [fileButton('Document downloaden', 'ask-document', complaint.number)]
    : []),
  ...(discloses ? [fileButton('Inzage', 'disclose', complaint.number)] : []),
  ...(exports ? [fileButton(exportDossierTitle, 'export-dossier', complaint.number)] : []),
];

export const exportDossierTitle = 'Dossier als bestand';

const fileButton = (title: string, verb: Button['verb'], number: CaseNumber): Button => ({
  title,
  verb,
  data: { number },
  withoutInputs: true,
});

/** The dossier and version that a card shows: a button of an older version is refused. */
export type CaseReference = { number: CaseNumber; version: number };

/** An open step, with the title of its button; `main`: it is the primary button. */
export type StepButton = { step: Step; title: string; main: boolean };

/** Makes the buttons that open the forms of those steps, the primary one first. */
export const askButtons = (steps: readonly StepButton[], of: CaseReference): Button[] =>
  [...steps.filter(({ main }) => main), ...steps.filter(({ main }) => !main)].map(
    ({ step, title, main }) => ({ title, verb: `ask-${step}`, data: of, main }),
  );

/** The letter buttons of a form: make it (under that title) from what is typed, and download it. */
export type LetterButtons = { make?: string };

/**
 * Makes the buttons under the form of a step: send it, make and download its letter if it has one, continue in a dialog if it
 * is long, or go back to the dossier.
 */
export const formButtons = (
  { step, title, isBlind }: { step: Step; title: string; isBlind?: boolean },
  data: FormReference,
  { letter, window }: { letter?: LetterButtons; window: { isNew: boolean } | false },
): Action[] =>
  buttons([
    { title, verb: step, data, main: true },
    ...(letter?.make ? [{ title: letter.make, verb: `draft-${step}` as const, data }] : []),
    ...(letter ? [{ title: 'Brief downloaden', verb: `download-${step}` as const, data }] : []),
    ...(window ? [windowButton(`ask-${step}`, data, window)] : []),
    isBlind ? mineButton(data) : backButton(data),
  ]);

/** The dossier, the form by its id, and the draft of the letter in it. */
type FormReference = CaseReference & { form: string; made?: string; told?: string };

/** Makes the button that goes to what somebody registered, and drops what was typed. */
const mineButton = ({ number }: CaseReference): Button => ({
  title: 'Mijn klachten',
  verb: 'my-complaints',
  data: { leaves: number },
  withoutInputs: true,
});

/** Makes the button that goes back to the dossier and drops what was typed. */
const backButton = ({ number }: CaseReference): Button => ({
  title: 'Terug',
  verb: 'case',
  data: { number },
  withoutInputs: true,
});
