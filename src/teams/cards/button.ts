import type { Step } from '../../procedure/open-steps.ts';

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
};

/** The way on from a card on which there is nothing else to do. */
export const helpButton: Button = { title: 'Help', verb: 'help' };

/** Teams shows six; what comes after goes into the menu behind them. */
const mostPrimary = 6;

/** The `actions` of a card. Each can be routed by its `verb` alone, by Action.Execute and by Action.Submit. */
export const buttons = (list: readonly Button[]): Action[] =>
  list.map((button, index) => ({ ...action(button), ...(index >= mostPrimary && { mode: 'secondary' }) }));

export type Action = Record<string, unknown>;

/** One button: Action.Execute, and for a client that does not know it Action.Submit of the same data. */
export function action({ title, verb, data = {}, main = false, withoutInputs = false }: Button): Action {
  const same = {
    title,
    data: { verb, ...data },
    ...(main && { style: 'positive' }),
    ...(withoutInputs && { associatedInputs: 'none' }),
  };
  return { type: 'Action.Execute', verb, ...same, fallback: { type: 'Action.Submit', ...same } };
}
