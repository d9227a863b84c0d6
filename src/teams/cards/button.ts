import type { Step } from '../../procedure/steps.ts';

/**
 * What a button asks of the bot. `ask-` opens the form of a step, `draft-` makes the letter in it, `download-` gives it as a
 * file before it is sent, and the step itself is the form being sent.
 */
export type Verb =
  | 'help'
  | 'register'
  | Step
  | `draft-${Step}`
  | `download-${Step}`
  | `ask-${'register' | Step}`
  | 'case'
  | 'my-complaints'
  | 'cases'
  | 'deadlines'
  | 'absence-form'
  | 'absence'
  | 'end-absence'
  | 'year-report'
  | 'ask-download'
  | 'disclose'
  | 'download';

/** What a button carries. It grants nothing: who presses it is known from the activity alone. */
export type ButtonData = { number?: string; version?: number; form?: string; year?: string };

export type Button = {
  title: string;
  verb: Verb;
  data?: ButtonData;
  /** At most one a card. */
  main?: boolean;
  /** Leaves what was typed where it is, and asks nothing of it. */
  withoutInputs?: boolean;
  /** Asks for it in a dialog: an Action.Submit, for Teams knows no other way. */
  inWindow?: boolean;
  /** What was filled in before, to be sent again. */
  filledIn?: Record<string, string>;
};

/** The way on from a card on which there is nothing else to do. */
export const helpButton: Button = { title: 'Help', verb: 'help' };

/**
 * Goes on with a form in a dialog. A client sends what was typed only when nothing required is empty, and else the
 * button would not work; so from a new form it goes without, and what was typed there stays in the chat.
 */
export const windowButton = (
  verb: `ask-${'register' | Step}`,
  data: ButtonData,
  { isNew }: { isNew: boolean },
): Button => ({ title: 'In een venster openen', verb, data, inWindow: true, withoutInputs: isNew });

/** Teams shows six; what comes after goes into the menu behind them. */
const mostPrimary = 6;

/** The `actions` of a card. Each can be routed by its `verb` alone, by Action.Execute and by Action.Submit. */
export const buttons = (list: readonly Button[]): Action[] =>
  list.map((button, index) => ({ ...action(button), ...(index >= mostPrimary && { mode: 'secondary' }) }));

export type Action = Record<string, unknown>;

/** One button: Action.Execute, and for a client that does not know it Action.Submit of the same data. */
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
