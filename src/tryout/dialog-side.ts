import { invokeActivity } from './activities.ts';
import { tellBot } from './bot.ts';
import type { Directory } from './directory.ts';
import type { Memory } from './memory.ts';
import { messagePayload } from './message-payload.ts';
import { originIn, unknownOrigin } from './origin.ts';
import { type Answer, isJson, type Json, type Routes, refused, text } from './routes.ts';

type Context = {
  directory: Directory;
  memory: Memory;
  now: () => string;
  serviceUrl: () => string;
  botUrl: () => string;
};

const theme = { theme: 'default' };

/** Serves dialogs as Teams does: a button or a message action opens one, and what is filled in there goes to the bot. */
export function dialogSide(route: Routes, context: Context): void {
  const { memory, botUrl } = context;

  /** Opens a dialog from a button of a card; with `submit`, sends what was filled in there. */
  route('POST', '/tryout/api/task', async ({ body }): Promise<Answer> => {
    const origin = originIn(body, context);
    if (!origin) return unknownOrigin;
    const name = body.submit === true ? 'task/submit' : 'task/fetch';
    const value = { data: dataIn(body), context: theme };
    const asked = invokeActivity(origin, name, value, text(body.activityId));
    return { status: 200, body: await tellBot(botUrl(), asked) };
  });

  /** Uses the message action on a message; with `data`, sends what was filled in. */
  route('POST', '/tryout/api/message-action', async ({ body }): Promise<Answer> => {
    const origin = originIn(body, context);
    if (!origin) return unknownOrigin;
    const said = memory.find(origin.chat.id, text(body.activityId) ?? '');
    if (!said) return refused(404, 'Dit bericht is er niet (meer).');
    const name = body.submit === true ? 'composeExtension/submitAction' : 'composeExtension/fetchTask';
    const value = {
      commandId: 'registerComplaint',
      commandContext: 'message',
      messagePayload: messagePayload(said),
      context: theme,
      ...(body.submit === true && { data: dataIn(body) }),
    };
    return { status: 200, body: await tellBot(botUrl(), invokeActivity(origin, name, value)) };
  });
}

/** Merges the data of a button with what was filled in. */
const dataIn = ({ data, inputs }: Json): Json => ({
  ...(isJson(data) && data),
  ...(isJson(inputs) && inputs),
});
