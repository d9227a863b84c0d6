import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { aBot, lars, sanne } from '../test/e2e/a-bot.ts';

/**
 * `node scripts/container.ts URL`: plays with the try-out that runs there, in a container: registers a complaint, and opens the
 * letter of its receipt. What runs must have brought along its cards, pictures, letters and page.
 */
const [url = ''] = process.argv.slice(2);

await ready();
for (const path of [
  '/',
  ...['app.js', 'adaptivecards.js', 'markdown-it.js', 'icon.png'].map((file) => `/tryout/page/${file}`),
]) {
  assert.equal((await fetch(url + path)).status, 200, path);
}
const elsewhere = async () => null;
const bot = await aBot({}, async () => ({
  url,
  printed: () => '',
  ended: elsewhere,
  stop: elsewhere,
  terminate: elsewhere,
  kill: async () => {},
}));
const { text } = await bot.register(sanne);
const [number = assert.fail(text)] = /K-2026-\d{4}/.exec(text) ?? [];
const { card } = await bot.arrives(lars, new RegExp(`Klacht ${number}`));
assert.match(JSON.stringify(card), /data:image\/png;base64,/, 'the card has no picture');
const { raw } = await bot.press(lars, 'Ontvangst bevestigen');
assert.match(
  JSON.stringify(raw),
  /Deze regel staat alleen in de eigen map\./,
  'letters/ is not what was mounted',
);
await bot.end();
console.log(`container: ${number} is registered, and with ${lars}`);

/** Waits until it is ready: a minute at most. */
async function ready(): Promise<void> {
  for (let tries = 0; tries < 300; tries++, await pause(200)) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`${url} does not get ready.`);
}
