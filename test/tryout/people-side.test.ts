import assert from 'node:assert/strict';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { type TryoutServer, tryoutServer } from './tryout-server.ts';

const [sanne, lars] = tryoutPeople;

describe('people in the try-out', () => {
  let teams: TryoutServer;
  beforeEach(async () => {
    teams = await tryoutServer();
  });
  afterEach(() => teams.close());

  it('say something, and the answer stands below it', async () => {
    const said = await teams.ask('/tryout/api/say', { personId: sanne?.id, text: 'hallo' });
    assert.equal(said.body.status, 200);
    const { activities } = await teams.chatWith('Sanne de Vries');
    assert.deepEqual(
      activities.map(({ from, text }) => [from, text]),
      [
        [sanne?.id, 'hallo'],
        ['bot', 'Je zei: **hallo**'],
      ],
    );
    assert.equal(activities[0]?.id, said.body.activityId);
  });

  it('are who Teams says they are, at try-out time, in their own chat', async () => {
    await teams.ask('/tryout/api/say', { personId: sanne?.id, text: 'hallo' });
    const activity = teams.bot.heard[0];
    assert.equal(activity?.from.aadObjectId, sanne?.id);
    assert.match(activity?.from.id ?? '', /^29:/);
    assert.equal(activity?.channelId, 'msteams');
    assert.equal(activity?.serviceUrl, teams.serviceUrl);
    assert.equal(activity?.conversation.conversationType, 'personal');
    assert.equal(activity?.conversation.tenantId, activity?.channelData.tenant.id);
    assert.equal(new Date(activity?.timestamp ?? 0).toISOString(), '2026-11-23T09:00:00.000Z');
  });

  it('speak to the bot by name in the channel', async () => {
    const channel = await teams.chatWith('Klachten');
    await teams.ask('/tryout/api/say', { personId: lars?.id, conversationId: channel.id, text: 'koppel' });
    const activity = teams.bot.heard[0];
    assert.equal(activity?.text, '<at>Klachtenbot</at> koppel');
    assert.equal(activity?.conversation.conversationType, 'channel');
    assert.equal(activity?.channelData.channel.id, '19:klachten@thread.tacv2');
    const { activities } = await teams.chatWith('Klachten');
    assert.deepEqual(
      activities.map(({ text }) => text),
      ['@Klachtenbot koppel', 'Je zei: **koppel**'],
    );
  });

  it('press a button, and the card is replaced', async () => {
    const answer = await pressed('register', { naam: 'Mevrouw Pietersen' });
    assert.equal(answer.status, 200);
    assert.equal(answer.body.body.type, 'application/vnd.microsoft.card.adaptive');
    const card = (await teams.chatWith('Sanne de Vries')).activities[1];
    assert.match(JSON.stringify(card?.card), /K-2026-0001 is geregistreerd.*Mevrouw Pietersen/);
    assert.equal(card?.edited, 1);
    const { value, replyToId, name } = teams.bot.heard.at(-1) ?? {};
    assert.equal(name, 'adaptiveCard/action');
    assert.equal(replyToId, card?.id);
    assert.deepEqual(value.action.data, { form: 'een', naam: 'Mevrouw Pietersen' });
  });

  it('see a refusal, and the card stays', async () => {
    const answer = await pressed('refuse', {});
    assert.equal(answer.body.body.type, 'application/vnd.microsoft.error');
    assert.equal((await teams.chatWith('Sanne de Vries')).activities[1]?.edited, 0);
  });

  it('who submit a card say nothing aloud', async () => {
    await teams.ask('/tryout/api/say', { personId: sanne?.id, value: { naam: 'Piet' }, replyToId: 'x' });
    assert.deepEqual(teams.bot.heard[0]?.value, { naam: 'Piet' });
    assert.equal((await teams.chatWith('Sanne de Vries')).activities[0]?.from, 'bot');
  });

  it('must be known, and say something', async () => {
    const stranger = await teams.ask('/tryout/api/say', { personId: 'nobody', text: 'hallo' });
    assert.equal(stranger.status, 404);
    const silence = await teams.ask('/tryout/api/say', { personId: sanne?.id, text: '  ' });
    assert.equal(silence.status, 400);
    assert.equal(teams.bot.heard.length, 0);
  });

  it('hear it when the bot cannot be reached', async () => {
    const alone = await tryoutServer({ botUrl: () => 'http://127.0.0.1:1/' });
    const said = await alone.ask('/tryout/api/say', { personId: sanne?.id, text: 'hallo' });
    assert.equal(said.body.status, 503);
    await alone.close();
  });

  async function pressed(verb: string, inputs: Record<string, string>) {
    await teams.ask('/tryout/api/say', { personId: sanne?.id, text: 'kaart' });
    const { id, activities } = await teams.chatWith('Sanne de Vries');
    return teams.ask('/tryout/api/press', {
      personId: sanne?.id,
      conversationId: id,
      activityId: activities[1]?.id,
      action: { type: 'Action.Execute', verb, data: { form: 'een' } },
      inputs,
    });
  }
});
