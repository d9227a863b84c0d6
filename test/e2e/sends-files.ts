import assert from 'node:assert/strict';
import { type ABot, idOf } from './a-bot.ts';
import type { Card } from './a-card.ts';

/** Sends a file as the page does, so many times in one message, with what was typed; answers with the card that came. */
export async function sendFile(
  bot: ABot,
  person: string,
  { name, bytes, text = '', pasted = false, place = person, times = 1 }: ToSend,
): Promise<Card> {
  const kept = await fetch(`${bot.url()}/tryout/api/files/${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const { id } = (await kept.json()) as { id: string };
  const chat = (await bot.state()).conversations.find(({ title }) => title === place);
  const files = Array(times).fill({ id, pasted, type: pasted ? 'image/png' : '' });
  await bot.post('/tryout/api/say', { personId: idOf(person), conversationId: chat?.id, text, files });
  return (await bot.cards(place)).at(-1) ?? assert.fail('nothing was said');
}

type ToSend = {
  name: string;
  bytes: Uint8Array;
  text?: string;
  pasted?: boolean;
  place?: string;
  times?: number;
};
