import type { Activity, TurnContext } from 'botbuilder';
import type { Names } from '../adapter/colleagues.ts';
import type { Connector } from '../adapter/connector.ts';
import { failureText } from '../adapter/failures.ts';
import { cardMessage } from '../adapter/responses.ts';
import type { Visitor } from '../adapter/visitor.ts';
import { act } from '../buttons/actions.ts';
import { type Press, type Stays, staysAsItIs } from '../buttons/button-press.ts';
import type { Card } from '../cards/template.ts';
import { type ShownCards, shownCards } from '../notifications/shown-cards.ts';
import type { Office } from '../office/office.ts';
import { messageAction } from './message-action.ts';
import { type TaskPress, taskInstead, taskPressOf } from './task-press.ts';
import {
  inDialog,
  saying,
  showingCard,
  type TaskAnswer,
  taskTitle,
  withoutButtons,
} from './task-response.ts';

/** The invokes with which Teams opens a dialog, and sends from inside one. */
const invokes = [
  'task/fetch',
  'task/submit',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
] as const;
type Invoke = (typeof invokes)[number];

export const isTaskInvoke = (name: unknown): name is Invoke => invokes.some((invoke) => invoke === name);

/** Answers an invoke of a dialog: with a typed body, or with a text while the dialog stays as it is. Never throws. */
export type TaskModules = (context: TurnContext, visitor: Visitor) => Promise<TaskAnswer | Stays>;

const notHere = saying('Doe dit in de persoonlijke chat met mij: hier leest iedereen mee.');
const notUnderstood = saying('Deze knop begrijp ik niet. Er is niets veranderd. Typ "help".');

/**
 * Makes the dialogs (task modules): the cards of the chat, with the same buttons, in a window of their own. After a step, the
 * card in the chat from which the dialog was opened is replaced by the current one.
 */
export function taskModules(
  office: Office,
  connector: Connector,
  names: Names,
  shown: ShownCards = shownCards(office),
): TaskModules {
  const action = messageAction(office, connector, shown);

  async function open(press: Press, opener: string | undefined): Promise<TaskAnswer | Stays> {
    if (!press.verb.startsWith('ask-')) return notUnderstood;
    const outcome = await act(press, office);
    if (staysAsItIs(outcome)) return outcome;
    return showingCard(taskTitle(press.verb), inDialog(outcome.card, opener));
  }

  async function submit(
    press: Press,
    opener: string | undefined,
    { address }: Visitor,
  ): Promise<TaskAnswer | Stays> {
    const outcome = await act(press, office);
    if (staysAsItIs(outcome)) return outcome;
    const { card, result } = outcome;
    const title = taskTitle(press.verb);
    if (!result) return showingCard(title, inDialog(card, opener));
    if (opener) replaceLater(card, opener, address);
    if (opener) await shown.note(press.by.id, opener, card, { before: press.pressed.number });
    return showingCard(title, withoutButtons(result));
  }

  /** Replaces the card in the background, so that the answer does not wait for it. */
  function replaceLater(card: Card, activityId: string, address: Visitor['address']): void {
    connector
      .replace(address, activityId, cardMessage(card, 'Klachtenbot'))
      .catch((error: unknown) => office.log.fault('card not replaced', error));
  }

  async function answer(context: TurnContext, visitor: Visitor, invoke: Invoke): Promise<TaskAnswer | Stays> {
    const { activity } = context;
    if (invoke === 'composeExtension/fetchTask') return action.open(activity as Activity);
    const found = taskPressOf(activity);
    if (!found) return notUnderstood;
    const press = pressOf(found, visitor, context);
    if (invoke === 'composeExtension/submitAction') return action.submit(activity as Activity, press);
    if (!visitor.personal) return notHere;
    return invoke === 'task/fetch' ? open(press, found.opener) : submit(press, found.opener, visitor);
  }

  const pressOf = (
    { verb, pressed }: TaskPress,
    { person, locale, personal, address }: Visitor,
    context: TurnContext,
  ): Press => ({
    verb,
    pressed,
    by: person,
    locale,
    names,
    sendToChat: (activity) => context.sendActivity(activity),
    ...(personal && { sendLater: (activity) => connector.send(address, activity, true) }),
  });

  return async (context, visitor) => {
    const { name } = context.activity;
    try {
      return isTaskInvoke(name) ? await answer(context, visitor, name) : notUnderstood;
    } catch (error) {
      office.log.fault('dialog failed', error);
      const text = failureText(error, 'dialog');
      return taskInstead(context.activity, { title: 'Het lukte niet', text, again: true });
    }
  };
}
