import assert from 'node:assert/strict';
import { type ABot, idOf } from './a-bot.ts';
import type { Card } from './a-card.ts';

/** Sends a file as the page does, so many times in one message, with what was typed; answers with the card that came. */
export async function sendFile(
  bot: ABot,
  person: string,
  { text = '', pasted = false, place = person, times = 1, beside = [], ...file }: ToSend,
): Promise<Card> {
  const chat = (await bot.state()).conversations.find(({ title }) => title === place);
  const type = pasted ? 'image/png' : '';
  const kept = await Promise.all([file, ...beside].map((one) => keep(bot, one)));
  const files = Array(times)
    .fill(kept.map((id) => ({ id, pasted, type })))
    .flat();
  await bot.post('/tryout/api/say', { personId: idOf(person), conversationId: chat?.id, text, files });
  return (await bot.cards(place)).at(-1) ?? assert.fail('nothing was said');
}

async function keep(bot: ABot, { name, bytes }: AFile): Promise<string> {
  const kept = await fetch(`${bot.url()}/tryout/api/files/${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return ((await kept.json()) as { id: string }).id;
}

type AFile = { name: string; bytes: Uint8Array };

type ToSend = AFile & {
  text?: string;
  pasted?: boolean;
  place?: string;
  times?: number;
  beside?: AFile[];
};
