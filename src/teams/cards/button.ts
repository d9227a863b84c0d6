import { type CaseNumber, isCaseNumber } from '../../procedure/model/case-number.ts';
import type { Step } from '../../procedure/model/commands.ts';

/**
 * The action of a button. `ask-` opens the form of a step, `draft-` makes the letter in it, `download-` gives that letter as a
 * file before it is sent, and a step alone submits its form.
 */
export type Verb =
  | 'help'
  | 'register'
  | 'register-another'
  | Step
  | `draft-${Step}`
  | `download-${Step}`
  | `ask-${'register' | Step}`
  | 'case'
  | 'my-complaints'
  | 'cases'
  | 'pile'
  | 'search'
  | 'deadlines'
  | 'absence-form'
  | 'absence'
  | 'end-absence'
  | 'year-report'
  | 'board-report'
  | 'row-list'
  | 'ask-download'
  | 'disclose'
  | 'calendar'
  | 'add-to-statement'
  | 'new-with-files'
  | 'drop-files'
  | 'ask-document'
  | 'document'
  | 'download';

/** The data of a button. It grants nothing: the actor is known from the activity alone. */
export type ButtonData = {
  number?: CaseNumber | '';
  version?: number;
  form?: string;
  year?: string;
  /** The year or quarter of a report, as it may be typed. */
  period?: string;
  /** The number of the dossier on whose card the button is, where `number` is another. */
  leaves?: CaseNumber;
};

/** Reads the number that a client sent, to be put on a button again; '' when it is none. */
export const numberIn = (text: string): CaseNumber | '' => (isCaseNumber(text) ? text : '');

export type Button = {
  title: string;
  verb: Verb;
  data?: ButtonData;
  /** The primary button; at most one a card. */
  main?: boolean;
  /** Sends no inputs, and requires none. */
  withoutInputs?: boolean;
  /** Opens a dialog: an Action.Submit, because Teams knows no other way. */
  inWindow?: boolean;
  /** What was filled in before, to be sent again. */
  filledIn?: Record<string, string>;
};

/** The button of a card on which there is nothing else to do. */
export const helpButton: Button = { title: 'Help', verb: 'help' };

/** The buttons of commands that a text may name. */
const commandButtons: Record<string, Button> = {
  'mijn klachten': { title: 'Mijn klachten', verb: 'my-complaints' },
  zaken: { title: 'Mijn zaken', verb: 'cases' },
};

/** Lists the buttons of the commands that a text names, and help. */
export const waysOn = (text: string): Button[] => [
  ...Object.entries(commandButtons).flatMap(([command, button]) =>
    text.includes(`“${command}”`) ? [button] : [],
  ),
  helpButton,
];

/**
 * Makes the button that continues a form in a dialog. A client sends inputs only when no required one is empty, and otherwise
 * the button does nothing; so from a new form it sends none, and what was typed there stays in the chat.
 */
export const windowButton = (
  verb: `ask-${'register' | Step}`,
  data: ButtonData,
  { isNew }: { isNew: boolean },
): Button => ({ title: 'In een venster openen', verb, data, inWindow: true, withoutInputs: isNew });

/** The most buttons that Teams shows. */
const mostPrimary = 6;

/**
 * Makes the `actions` of a card, of which those after the first `most` go into the menu behind them. Each can be routed by its
 * `verb` alone, by Action.Execute and by Action.Submit.
 */
export const buttons = (list: readonly Button[], most = mostPrimary): Action[] =>
  list.map((button, index) => ({ ...action(button), ...(index >= most && { mode: 'secondary' }) }));

export type Action = Record<string, unknown>;

/** Makes one button: Action.Execute, with Action.Submit of the same data for a client that does not know it. */
export function action(button: Button): Action {
  const { title, verb, data = {}, main = false, withoutInputs = false, inWindow = false, filledIn } = button;
  const same = {
    title,
    data: { ...filledIn, verb, ...data, ...(inWindow && { msteams: { type: 'task/fetch' } }) },
    ...(main && { style: 'positive' }),
    ...(withoutInputs && { associatedInputs: 'none' }),
  };
  const submit = { type: 'Action.Submit', ...same };
  return inWindow ? submit : { type: 'Action.Execute', verb, ...same, fallback: submit };
}
