import assert from 'node:assert/strict';
import { statusAt } from '../status-at.ts';
import { type ABot, aBot, channel, lars } from './a-bot.ts';

const activity = (url: string) => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: `${url}/tryout/connector/`,
  from: { id: '29:x', name: 'Mallory' },
  recipient: { id: '28:klachtenbot' },
  conversation: { id: 'a:1', conversationType: 'personal' },
  text: 'help',
});

/** The values that replace a part of a valid activity. */
const broken: Record<string, unknown>[] = [
  { type: undefined },
  { type: 7 },
  { type: '' },
  { channelId: undefined },
  { from: undefined },
  { from: 'Lars' },
  { from: [] },
  { conversation: undefined },
  { conversation: {} },
  { conversation: { id: 7 } },
  { recipient: 'bot' },
  { text: { toString: 'x' } },
  { text: 12 },
  { serviceUrl: undefined },
  { serviceUrl: '' },
  { serviceUrl: 7 },
  { serviceUrl: 'geen adres' },
  { serviceUrl: 'file:///etc/passwd' },
  { serviceUrl: 'https://smba.example/teams/' },
  { serviceUrl: 'http://127.0.0.1.voorbeeld.example/' },
  { serviceUrl: 'http://localhost@voorbeeld.example/' },
];

const bodies = ['', '{', 'null', '[]', '[{"type":"message"}]', '"tekst"', '7', '{}', 'a=b', '\u0000'];

/** Odd parts that do no harm: any answer is right, as long as the bot goes on. */
const odd: Record<string, unknown>[] = [
  { type: 'nieuwsoortig' },
  { type: 'invoke', name: 'adaptiveCard/action' },
  {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { verb: 'register', data: { summary: {} } } },
  },
  { type: 'invoke', name: 'fileConsent/invoke', value: [] },
  { type: 'invoke', name: 7 },
  { value: { verb: ['x'] } },
  { entities: 'x', attachments: 7, channelData: 'x' },
  { text: null },
  { type: 'conversationUpdate', membersAdded: 'x' },
  { type: 'conversationUpdate', membersAdded: [null, 7, {}] },
  { type: 'installationUpdate', action: {} },
];

describe('what is no activity, or not for us', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  const refused = async (body: unknown, what: string): Promise<void> => {
    const { status, text } = await bot.post('/api/messages', body);
    assert.ok(status >= 400 && status < 500, `${what}: ${status}`);
    assert.ok(text.length < 500, what);
    harmless(text, what);
  };
  const harmless = (text: string, what: string): void => {
    assert.doesNotMatch(text, /\bat .*:\d+|\.ts|node_modules|Error:|TypeError|stack/, what);
  };

  it('is refused when it is no JSON object', async () => {
    for (const body of bodies) await refused(body, body);
  });

  it('is refused when a part is missing or of another kind, or the answer would go elsewhere', async () => {
    for (const part of broken) await refused({ ...activity(bot.url()), ...part }, JSON.stringify(part));
  });

  it('is refused when it is far too large', async () => {
    await refused({ ...activity(bot.url()), text: 'x'.repeat(400_000) }, 'large');
  });

  it('is refused from a page of another site', async () => {
    const response = await fetch(`${bot.url()}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', Origin: 'https://voorbeeld.example' },
      body: JSON.stringify(activity(bot.url())),
    });
    assert.equal(response.status, 403);
  });

  it('gets an answer without anything of the inside when it is merely odd', async () => {
    for (const part of odd) {
      const { status, text } = await bot.post('/api/messages', { ...activity(bot.url()), ...part });
      assert.ok(status < 500, `${JSON.stringify(part)}: ${status}`);
      harmless(text, JSON.stringify(part));
    }
  });

  it('tells nothing on other paths either', async () => {
    for (const path of [
      '/',
      '/nergens',
      '/api/messages',
      '/tryout/page/..%2f..%2fpackage.json',
      '/%',
      '/.env',
    ]) {
      const response = await fetch(bot.url() + path);
      const text = await response.text();
      if (path === '/') assert.equal(response.status, 200);
      else assert.ok(response.status >= 400 && response.status < 500, `${path}: ${response.status}`);
      assert.doesNotMatch(text, /\bat .*:\d+|node_modules|TypeError|stack/, path);
    }
  });

  it('leaves the bot as it was: Lars gets his answer, and nothing came to anybody', async () => {
    assert.deepEqual(await bot.said(channel), []);
    await bot.say(lars, 'help');
    assert.equal((await bot.said(lars)).length, 1);
    assert.equal(await statusAt(`${bot.url()}/health/ready`), 200);
  });
});
