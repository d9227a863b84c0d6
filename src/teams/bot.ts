import type { TurnContext } from 'botbuilder';
import type { SentFile } from '../register/model/sent-files.ts';
import type { Names } from './adapter/colleagues.ts';
import type { Connector } from './adapter/connector.ts';
import { failureText } from './adapter/failures.ts';
import { isTargeted } from './adapter/plain-sending.ts';
import { answerInvoke, cardAnswer, cardMessage, errorAnswer, saidAnswer } from './adapter/responses.ts';
import { nameOf, type Visitor, visitorOf } from './adapter/visitor.ts';
import { answerTo } from './answer-press.ts';
import { act, orRefused } from './buttons/actions.ts';
import { type Outcome, type Press, pressedOf, type Stays, staysAsItIs } from './buttons/button-press.ts';
import { askWhichCase } from './buttons/files.ts';
import { type Aside, asideIn, leaveDialog, stayingCard } from './buttons/form-stays.ts';
import type { Notice } from './cards/notice.ts';
import { noticeCard } from './cards/notice.ts';
import { notHereCard } from './cards/sent-files.ts';
import type { Card } from './cards/template.ts';
import { inChannel, mayReadOverview, oneOverview } from './chat/channel.ts';
import { type Command, commandOf } from './chat/command.ts';
import { inChat } from './chat/personal-chat.ts';
import { welcome } from './chat/welcome.ts';
import { type FileConsent, fileConsent } from './files/file-consent.ts';
import { filesIn, holdsFile } from './files/sent-attachments.ts';
import type { PlainTo } from './files/upload.ts';
import { type ShownCards, shownCards } from './notifications/shown-cards.ts';
import type { Office } from './office/office.ts';
import { isTaskInvoke, taskModules } from './task-modules/task-modules.ts';
import { missesDialogs } from './task-modules/task-press.ts';
import type { TaskAnswer } from './task-modules/task-response.ts';

export type Bot = (context: TurnContext) => Promise<void>;

const noDialogs: Notice = {
  text: 'Deze versie van Teams opent geen vensters. Vul het formulier in de chat in; wat je typte staat er nog.',
  tone: 'accent',
};

export type BotParts = {
  office: Office;
  connector: Connector;
  /** Whether clients other than Teams may speak, in the try-out. */
  anyClient: boolean;
  plainTo?: PlainTo | undefined;
  shown?: ShownCards | undefined;
};

/** Makes the bot: translates each activity to a question for the register, and the result to a card. */
export function bot({ office, connector, anyClient, plainTo, shown = shownCards(office) }: BotParts): Bot {
  const { names } = office;
  const consent = fileConsent(office, plainTo);
  const tasks = taskModules(office, connector, names, shown);
  const aside = asideIn(office, connector);
  const pressOf = pressing(names, connector);
  return async (context) => {
    const { activity } = context;
    const visitor = visitorOf(activity, anyClient);
    if (!visitor) return;
    await meet(visitor, office);
    if (activity.type === 'invoke' && isTaskInvoke(activity.name))
      return answerDialog(context, await tasks(context, visitor), aside);
    if (activity.type === 'invoke') return onInvoke(context, visitor, office, pressOf, consent, shown);
    if (activity.type === 'message') return onMessage(context, visitor, office, pressOf, connector, shown);
    const greeting = await welcome(activity, visitor, office);
    if (greeting) await send(context, greeting);
  };
}

/**
 * Keeps the address of a visitor; if that fails the turn goes on, and the next turn keeps it. Looks up a visitor without a
 * name in the background, so that the next card knows it.
 */
async function meet(visitor: Visitor, { addresses, names, log }: Office): Promise<void> {
  await addresses.meet(visitor).catch((error: unknown) => log.fault('address not kept', error));
  if (nameOf(visitor.person)) return;
  names([visitor.person.id]).catch((error: unknown) => log.fault('a name was not looked up', error));
}

const answerDialog = (context: TurnContext, said: TaskAnswer | Stays, aside: Aside): Promise<void> =>
  'stays' in said ? leaveDialog(context, said, aside) : answerInvoke(context, said);

const send = (context: TurnContext, card: Card) => context.sendActivity(cardMessage(card, 'Klachtenbot'));

async function onMessage(
  context: TurnContext,
  visitor: Visitor,
  office: Office,
  pressOf: PressOf,
  connector: Connector,
  shown: ShownCards,
): Promise<void> {
  const { activity } = context;
  const press = visitor.personal ? pressOf(activity.value, visitor, context) : undefined;
  const command = commandOf(activity.text ?? '');
  try {
    if (press && missesDialogs(activity.value)) return await inChatInstead(context, press, office);
    if (press) return await replace(context, await answerTo(press, context, office, shown));
    if (visitor.personal) {
      const files = filesIn(activity);
      const card =
        files.length > 0
          ? await whichCase(files, command, visitor, office)
          : await inChat(command, visitor, office, context);
      const answer = await send(context, card);
      if (answer?.id) await shown.note(visitor.person.id, answer.id, card, { isNew: true });
      return;
    }
    const sent = await send(
      context,
      holdsFile(activity) ? notHereCard : await inChannel(command, visitor, office),
    );
    if (isTargeted(activity)) return;
    if (command.name === 'overview' && sent?.id && (await mayReadOverview(visitor, office))) {
      await oneOverview({ address: visitor.address, activityId: sent.id }, office, connector);
    }
  } catch (error) {
    office.log.fault('turn failed', error);
    const isToDo = command.name === 'link' || command.name === 'unlink';
    const text = failureText(error, press ? 'card' : isToDo ? 'chat' : 'question');
    const notice = noticeCard({ title: 'Het lukte niet', text, tone: 'attention' });
    await send(context, notice).catch((again: unknown) => office.log.fault('no answer could be sent', again));
  }
}

/** Shows a client without dialogs the form in the chat: with what was typed, or the form that is there when nothing was. */
async function inChatInstead(context: TurnContext, press: Press, office: Office): Promise<void> {
  const isBlank = Object.keys(press.pressed.input).length === 0;
  if (isBlank)
    return void (await send(context, noticeCard({ title: 'Het venster opent hier niet', ...noDialogs })));
  await replace(context, await act({ ...press, notice: noDialogs }, office));
}

/**
 * Replaces the card for a client without Action.Execute, which sends the same data in a message; leaves a card that must
 * stay.
 */
async function replace(context: TurnContext, outcome: Outcome): Promise<void> {
  const { replyToId, conversation } = context.activity;
  if (staysAsItIs(outcome))
    return outcome.isDone ? undefined : void (await send(context, stayingCard(outcome)));
  const { card } = outcome;
  if (!replyToId) return void (await send(context, card));
  await context.updateActivity({ ...cardMessage(card, 'Klachtenbot'), id: replyToId, conversation });
}

/** Answers every invoke with a typed response; never throws. */
async function onInvoke(
  context: TurnContext,
  visitor: Visitor,
  office: Office,
  pressOf: PressOf,
  consent: FileConsent,
  shown: ShownCards,
): Promise<void> {
  const { name, value } = context.activity;
  if (name === 'fileConsent/invoke' && visitor.personal) {
    await consent(context, visitor.person).catch((error) => office.log.fault('file consent failed', error));
    return answerInvoke(context, {});
  }
  if (name !== 'adaptiveCard/action')
    return answerInvoke(context, errorAnswer(501, 'NotSupported', 'Dit kan ik (nog) niet.'));
  if (!visitor.personal) {
    const text = 'Doe dit in de persoonlijke chat met mij: hier leest iedereen mee.';
    return answerInvoke(context, errorAnswer(403, 'NotHere', text));
  }
  const press = pressOf(value?.action, visitor, context);
  if (!press) {
    const text = 'Deze knop begrijp ik niet. Er is niets veranderd. Typ "help".';
    return answerInvoke(context, errorAnswer(400, 'BadRequest', text));
  }
  try {
    const outcome = await answerTo(press, context, office, shown);
    await answerInvoke(context, answerOf(outcome));
  } catch (error) {
    office.log.fault('action failed', error);
    await answerInvoke(context, errorAnswer(500, 'InternalError', failureText(error, 'card')));
  }
}

function answerOf(outcome: Outcome) {
  if (!staysAsItIs(outcome)) return cardAnswer(outcome.card);
  return outcome.isDone ? saidAnswer(outcome.stays) : errorAnswer(400, 'NothingDone', outcome.stays);
}

type PressOf = (action: unknown, visitor: Visitor, context: TurnContext) => Press | undefined;

const pressing =
  (names: Names, connector: Connector): PressOf =>
  (action, { person, locale, address }, context) => {
    const found = pressedOf(action);
    return (
      found && {
        ...found,
        by: person,
        locale,
        names,
        sendToChat: (activity) => context.sendActivity(activity),
        sendLater: (activity) => connector.send(address, activity, true),
      }
    );
  };

/** Answers files, with what was typed with them; a command that only opens something is no text to keep. */
const whichCase = async (
  files: SentFile[],
  { name, argument }: Command,
  { person }: Visitor,
  office: Office,
): Promise<Card> => {
  const text = name === 'register' || name === 'unknown' ? argument : '';
  const asked = async () => ({ card: await askWhichCase({ files, text }, person, office) });
  return (await orRefused(asked)).card;
};
