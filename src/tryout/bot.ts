import type { Json } from './routes.ts';

/** The bot's response to an activity: an HTTP status and the body, parsed if it is JSON. */
export type BotAnswer = { status: number; body: unknown };

/** Posts an activity to the bot, as Teams does, and waits until its turn has ended. */
export async function tellBot(url: string, activity: Json): Promise<BotAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const body = await response.text();
    return { status: response.status, body: parsed(body) };
  } catch {
    return { status: 503, body: { message: 'De bot is niet bereikbaar.' } };
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
