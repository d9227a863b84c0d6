import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint } from './a-bot.ts';
import { buttonOf, type Card, type Filled, filledIn, textOf } from './a-card.ts';
import { aConnector } from './a-connector.ts';

const guid = (end: number) => `aaaaaaaa-0000-4000-8000-00000000000${end}`;
const olga = { name: 'Olga Officier', id: guid(1) };
const vera = { name: 'Vera Vervanger', id: guid(2) };
const dirk = { name: 'Dirk Directeur', id: guid(3) };
const karel = { name: 'Karel Collega', id: guid(4) };
const inSettings = ({ name, id }: typeof olga) => `${name} <${name.split(' ')[0]}@elders.example> ${id}`;

describe('another Bot Framework client on this machine, with people of its own', () => {
  let bot: ABot;
  let client: Awaited<ReturnType<typeof aConnector>>;
  before(async () => {
    client = await aConnector();
    bot = await aBot({
      OFFICER: inSettings(olga),
      SUBSTITUTES: inSettings(vera),
      BOARD: inSettings(dirk),
    });
  });
  after(async () => {
    await bot?.end();
    await client?.close();
  });

  const from = (person: typeof olga, rest: Record<string, unknown>) =>
    bot.post('/api/messages', {
      id: '1',
      channelId: 'msteams',
      serviceUrl: client.serviceUrl,
      from: { id: `29:${person.id}`, name: person.name, aadObjectId: person.id },
      recipient: { id: '28:other-bot', name: 'Klachtenbot' },
      conversation: {
        id: `chat-${person.id}`,
        conversationType: 'personal',
        tenantId: 'ffffffff-0000-4000-8000-000000000000',
      },
      ...rest,
    });

  const type = async (person: typeof olga, text: string): Promise<Card | undefined> => {
    await from(person, { type: 'message', text });
    return client.sent.findLast(({ conversationId }) => conversationId === `chat-${person.id}`)?.card;
  };

  const action = (card: Card | undefined, title: string, filled: Filled) => {
    const button = buttonOf(card, title);
    return { ...button, data: { ...button?.data, ...filledIn(card, filled) } };
  };

  const cameTo = async (conversationId: string, words: RegExp) => {
    for (let tries = 0; tries < 250; tries++, await pause(20)) {
      const found = client.sent.find(
        (one) => one.conversationId === conversationId && words.test(textOf(one.card)),
      );
      if (found) return found;
    }
    throw new Error(`Nothing that reads ${words} came to ${conversationId}.`);
  };

  const step = story('registers and handles with its own cards, chats and channel');

  step('gets the answer to a message at its own address', async () => {
    assert.match(textOf(await type(karel, 'help')), /klachtenregeling van Ballance/);
    assert.equal(client.sent.at(-1)?.activity.type, 'message');
  });

  step('registers with Action.Execute', async () => {
    const form = await type(karel, 'klacht');
    const { status, body } = await from(karel, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: action(form, 'Klacht registreren', aComplaint), trigger: 'manual' },
    });
    const answer = body as { statusCode: number; type: string; value: Card };
    assert.equal(status, 200);
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.type, 'application/vnd.microsoft.card.adaptive');
    assert.match(
      textOf(answer.value),
      /K-2026-0001 is geregistreerd[\s\S]*Wordt doorgegeven aan Olga Officier/,
    );
  });

  step('brings the officer their card there, though they never spoke', async () => {
    const { activity } = await cameTo(`made-for-${olga.id}`, /Klacht K-2026-0001/);
    assert.equal(activity.type, 'message');
    assert.deepEqual(client.made[0]?.members, [{ id: olga.id }]);
    assert.equal(client.made[0]?.tenantId, 'ffffffff-0000-4000-8000-000000000000');
  });

  step('registers with Action.Submit, for a client without Action.Execute', async () => {
    const form = await type(karel, 'klacht');
    const { data } = action(form, 'Klacht registreren', aComplaint);
    await from(karel, { type: 'message', value: data });
    const { card } = client.sent.findLast((one) => one.conversationId === `chat-${karel.id}`) ?? {};
    assert.match(textOf(card), /K-2026-0002 is geregistreerd/);
    await cameTo(`made-for-${olga.id}`, /Klacht K-2026-0002/);
  });

  step('replaces the card that an Action.Submit came from', async () => {
    const form = await type(karel, 'klacht');
    const { data } = action(form, 'Klacht registreren', aComplaint);
    await from(karel, { type: 'message', value: data, replyToId: 'the-form' });
    const { activity, card } = client.sent.findLast((one) => one.conversationId === `chat-${karel.id}`) ?? {};
    assert.match(textOf(card), /K-2026-0003 is geregistreerd/);
    assert.equal(activity?.id, 'the-form');
  });

  step('lets the officer handle it, and only the officer', async () => {
    assert.match(textOf(await type(olga, 'zaken')), /K-2026-0001/);
    assert.match(textOf(await type(dirk, 'zaak K-2026-0001')), /Dit kan alleen de klachtverantwoordelijke/);
    assert.match(textOf(await type(olga, 'hoi')), /Jij bent de klachtenfunctionaris/);
  });

  step('reaches the channel that the officer linked there', async () => {
    const channel = {
      conversation: { id: 'team-channel;messageid=5', conversationType: 'channel', isGroup: true },
    };
    await from(olga, { type: 'message', text: '<at>Klachtenbot</at> koppel', ...channel });
    await bot.clock('2026-11-24T10:00');
    const { card } = await cameTo('team-channel', /3 open klachten/);
    assert.doesNotMatch(JSON.stringify(card), /Pietersen|teruggebeld|Olga|Karel/);
  });

  const channel = {
    conversation: { id: 'team-channel;messageid=6', conversationType: 'channel', isGroup: true },
  };

  const sentTo = ({ conversation }: { conversation: { id: string } }) =>
    client.sent.filter(({ conversationId }) => conversationId === conversation.id);

  step('answers who asks by a slash in a channel, and nobody else', async () => {
    const recipient = { id: '28:other-bot', name: 'Klachtenbot', isTargeted: true };
    for (const text of ['overzicht', 'overzicht', 'klacht']) {
      const before = sentTo(channel).length;
      await from(karel, { type: 'message', text, ...channel, recipient });
      const answers = sentTo(channel).slice(before);
      assert.equal(answers.length, 1, text);
      for (const { activity, isTargeted } of answers) {
        assert.equal(isTargeted, true);
        assert.deepEqual(activity.recipient, {
          ...{ id: `29:${karel.id}`, name: karel.name, aadObjectId: karel.id },
          isTargeted: true,
        });
        assert.deepEqual(activity.entities, [{ type: 'targetedMessageInfo', messageId: '1' }]);
      }
    }
  });

  step('answers in a channel what was said to all', async () => {
    await from(karel, { type: 'message', text: '<at>Klachtenbot</at> overzicht', ...channel });
    const { card, isTargeted, activity } = sentTo(channel).at(-1) ?? {};
    assert.match(textOf(card), /open klachten/);
    assert.deepEqual([isTargeted, activity?.entities], [false, undefined]);
  });

  step('does not link a channel that teams share, and goes on in the one that was', async () => {
    const shared = {
      conversation: { id: 'shared-channel', conversationType: 'channel', isGroup: true },
      channelData: { channel: { id: 'shared-channel', type: 'shared' } },
    };
    await from(olga, { type: 'message', text: '<at>Klachtenbot</at> koppel', ...shared });
    assert.match(textOf(sentTo(shared).at(-1)?.card), /gedeeld kanaal kan niet worden gekoppeld/);
    await bot.clock('2026-11-25T10:00');
    await cameTo('team-channel', /25 november[\s\S]*open klachten/);
    assert.equal(sentTo(shared).length, 1);
  });
});
