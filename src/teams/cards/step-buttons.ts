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

/** Which dossier a card shows, and at which version: a button of an older one is refused. */
export type CaseReference = { number: string; version: number };

/** A step that is open, under the title of its button; `main`: it stands out. */
export type StepButton = { step: Step; title: string; main: boolean };

/** The buttons that ask for those steps; the one that stands out comes first. */
export const askButtons = (steps: readonly StepButton[], of: CaseReference): Button[] =>
  [...steps.filter(({ main }) => main), ...steps.filter(({ main }) => !main)].map(
    ({ step, title, main }) => ({ title, verb: `ask-${step}`, data: of, main }),
  );

/** What a form can do with its letter: make it (under that title) where it follows from what is typed, and download it. */
export type LetterButtons = { make?: string };

/**
 * The buttons under the form of a step: send it, make and download its letter if it has one, go on in a dialog if it is
 * long, or go back to the dossier.
 */
export const formButtons = (
  { step, title }: { step: Step; title: string },
  of: CaseReference,
  form: string,
  { letter, window }: { letter?: LetterButtons; window: { isNew: boolean } | false },
): Action[] => {
  const data = { ...of, form };
  return buttons([
    { title, verb: step, data, main: true },
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
