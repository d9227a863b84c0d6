import type { Step } from '../../procedure/open-steps.ts';
import { type Action, action, buttons } from './button.ts';

/** The words on the button of each step; they stand on the card and under the form that it opens. */
export const stepTitles: Record<Step, string> = {
  acknowledge: 'Ontvangst bevestigen',
  'add-note': 'Notitie toevoegen',
  'hand-over': 'Overdragen',
  withdraw: 'Klacht ingetrokken',
};

/** Which dossier a card shows, and at which version: a button of an older one is refused. */
export type CaseReference = { number: string; version: number };

/** The buttons for the steps that are open; a step that the article demands now stands out. */
export const stepButtons = (steps: readonly Step[], of: CaseReference, demanded?: Step): Action[] =>
  buttons(
    steps.map((step) => ({
      title: stepTitles[step],
      verb: `ask-${step}`,
      data: of,
      main: step === demanded,
    })),
  );

/** The buttons under the form of a step: send it, or go back to the dossier. */
export const formButtons = (step: Step, of: CaseReference, form: string): Action[] => [
  action({ title: stepTitles[step], verb: step, data: { ...of, form }, main: true }),
  backButton(of),
];

/** Back to the dossier, leaving what was typed. */
export const backButton = ({ number }: Pick<CaseReference, 'number'>): Action =>
  action({ title: 'Terug', verb: 'case', data: { number }, withoutInputs: true });
