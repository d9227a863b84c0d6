import assert from 'node:assert/strict';
import { brokenPromisesOf, type Trouble } from './consequences.ts';
import { scenarios } from './every-message.ts';

const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });
const page = '<html><body>Sign in</body></html>';

/** Every answer that says that all is well, and not under which id. */
const answers: Record<string, { status: number; body: string; type?: string }> = {
  'no id': json({}, 201),
  'an empty id': json({ id: '' }, 201),
  null: json({ id: null }),
  'a number': json({ id: 17 }),
  'an object': json({ id: { id: 'chat' } }),
  'a list': json({ id: ['chat'] }),
  blanks: json({ id: ' \t ' }),
  'an invisible character': json({ id: 'chat\u200b' }),
  'more than an id is': json({ id: 'a'.repeat(10_000) }),
  'something else': json([], 202),
  'a page': { status: 200, body: page, type: 'text/html' },
  'a page that is called JSON': { status: 200, body: page },
  'nothing at all': { status: 204, body: '' },
};

const troubles: Trouble[] = Object.values(answers).map((answer) => ({ answer }));
const inNewChats = troubles.map((trouble) => ({ ...trouble, newChat: true as const }));
const one = (...words: string[]) => scenarios.filter(({ what }) => words.includes(what));

/** The ways in which a message goes: into a chat, into the channel, and in the place of what stands there. */
const ways = one(
  'a new complaint for the handler',
  'the overview in the channel',
  'the same, in the place of the receipt',
);

describe('a message that Teams takes without an id', () => {
  it('does not count as sent, is tried again, told to somebody within the hour and revived, whatever it is', async () => {
    assert.deepEqual(await brokenPromisesOf(scenarios, troubles), {});
  });

  for (const [i, name] of Object.keys(answers).entries())
    it(`(${name}) does not count as sent, whichever way it goes`, async () => {
      assert.deepEqual(await brokenPromisesOf(ways, troubles.slice(i, i + 1)), {});
    });
});

describe('a chat that Teams makes without an id', () => {
  const people = scenarios.filter(({ to }) => to !== 'channel');

  it('is no chat: what is for it does not count as sent and is told to somebody, whatever it is', async () => {
    assert.deepEqual(await brokenPromisesOf(people, inNewChats), {});
  });

  for (const [i, name] of Object.keys(answers).entries())
    it(`(${name}) is no chat`, async () => {
      assert.deepEqual(await brokenPromisesOf(ways.slice(0, 1), inNewChats.slice(i, i + 1)), {});
    });
});
