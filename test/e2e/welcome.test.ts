import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { story } from '../story.ts';
import { type ABot, aBot, channel, fatima, lars, sanne, willem } from './a-bot.ts';
import { buttonsOf, textOf } from './a-card.ts';
import { aConnector } from './a-connector.ts';

const bot28 = { id: '28:klachtenbot', name: 'Klachtenbot' };

describe('the welcome', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  const install = async (name: string) => {
    const personId = tryoutPeople.find((person) => person.name === name)?.id;
    await bot.post('/tryout/api/install', name === channel ? { channel: true } : { personId });
    return bot.cards(name);
  };

  /** The other activity by which Teams tells of an installation. */
  async function added(title: string, members = [bot28]) {
    const lars = tryoutPeople.find(({ role }) => role === 'officer');
    const chat = (await bot.state()).conversations.find((one) => one.title === title);
    const { status } = await bot.post('/api/messages', {
      type: 'conversationUpdate',
      id: '1',
      channelId: 'msteams',
      serviceUrl: `${bot.url()}/tryout/connector/`,
      from: { id: `29:${lars?.id}`, name: lars?.name, aadObjectId: lars?.id },
      recipient: bot28,
      conversation: { id: chat?.id, conversationType: chat?.kind, isGroup: chat?.kind === 'channel' },
      membersAdded: members,
    });
    assert.equal(status, 200);
    return bot.cards(title);
  }

  const step = story('comes once to each chat and team, and again after a new installation');

  for (const [name, words, last] of [
    [lars, /Jij bent de klachtenfunctionaris/, 'Jaarverslag'],
    [fatima, /Jij vervangt de klachtenfunctionaris/, 'Jaarverslag'],
    [willem, /Jij zit in de directie/, 'Jaarverslag'],
    [sanne, /Ik help je met de klachtenregeling/, 'Termijnen van vandaag'],
  ] as const) {
    step(`says what the bot does for ${name}, in that role, with buttons`, async () => {
      const [card, ...more] = await install(name);
      assert.match(textOf(card), /^Welkom bij Klachtenbot/);
      assert.match(textOf(card), words);
      assert.equal(buttonsOf(card).at(-1), last);
      assert.deepEqual(more, []);
    });
  }

  step('comes once, by whichever activity Teams tells of the installation', async () => {
    assert.equal((await added(lars)).length, 1);
    assert.equal((await install(lars)).length, 1);
  });

  step(
    'comes once in a team: what it does in a channel and that “koppel” starts it, and nothing confidential',
    async () => {
      const [card, ...more] = await added(channel);
      assert.match(textOf(card), /in dit team/);
      assert.match(textOf(card), /“@Klachtenbot koppel”.*klachtenfunctionaris, een vervanger en de directie/);
      assert.doesNotMatch(textOf(card), /Lars|Fatima|Willem|K-20/);
      assert.deepEqual([buttonsOf(card), more], [[], []]);
      assert.equal((await install(channel)).length, 1);
    },
  );

  step('does not come when somebody else is added to the team', async () => {
    assert.equal((await added(channel, [{ id: '29:sanne', name: sanne }])).length, 1);
  });

  step('comes again when the bot is installed anew later', async () => {
    await bot.clock('hour');
    assert.equal((await install(sanne)).length, 2);
  });
});

describe('while the bot works', () => {
  let bot: ABot;
  let client: Awaited<ReturnType<typeof aConnector>>;
  before(async () => {
    client = await aConnector();
    bot = await aBot();
  });
  after(async () => {
    await bot?.end();
    await client?.close();
  });

  const chat = 'chat-of-sanne';
  const ask = async () => {
    const began = performance.now();
    await bot.post('/api/messages', {
      type: 'message',
      text: 'help',
      id: '1',
      channelId: 'msteams',
      serviceUrl: client.serviceUrl,
      from: { id: '29:sanne', name: sanne, aadObjectId: tryoutPeople[0]?.id },
      recipient: bot28,
      conversation: { id: chat, conversationType: 'personal' },
    });
    return performance.now() - began;
  };

  it('shows nothing for what takes less than a second', async () => {
    for (let tries = 0; tries < 20; tries++) {
      client.typing.length = 0;
      if ((await ask()) > 900) continue;
      await pause(1200);
      assert.deepEqual(client.typing, []);
      return;
    }
    assert.fail('The machine was never fast enough.');
  });

  it('shows that it is typing when the answer takes longer than a second', async () => {
    client.typing.length = 0;
    const held = client.hold(chat);
    const answered = ask();
    await held.asked;
    for (let tries = 0; tries < 250 && client.typing.length === 0; tries++) await pause(20);
    held.release();
    assert.ok((await answered) > 1000);
    assert.deepEqual(client.typing, [chat]);
  });
});
