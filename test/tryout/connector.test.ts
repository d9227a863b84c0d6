import assert from 'node:assert/strict';
import { TeamsInfo } from 'botbuilder';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { type TryoutServer, tryoutServer } from './tryout-server.ts';

const [sanne, lars] = tryoutPeople;
const conversations = '/tryout/connector/v3/conversations';

describe('the connector of the try-out', () => {
  let teams: TryoutServer;
  beforeEach(async () => {
    teams = await tryoutServer();
  });
  afterEach(() => teams.close());

  const create = (id: string | undefined = lars?.id) =>
    teams.ask(conversations, { isGroup: false, members: [{ id }] });
  const send = async (text: string) => {
    const { id } = await teams.chatWith('Lars Brouwer');
    return teams.ask(`${conversations}/${encodeURIComponent(id)}/activities`, { type: 'message', text });
  };

  it('lets the bot speak to Lars first, always in the same conversation', async () => {
    const one = await teams.bot.speakTo(teams.serviceUrl, lars?.id ?? '', 'Herinnering');
    const two = await teams.bot.speakTo(teams.serviceUrl, lars?.id ?? '', 'Nog een');
    const chat = await teams.chatWith('Lars Brouwer');
    assert.equal(one.conversation?.id, chat.id);
    assert.equal(two.conversation?.id, chat.id);
    assert.deepEqual(
      chat.activities.map(({ text }) => text),
      ['Herinnering', 'Nog een'],
    );
  });

  it('knows Lars by the id that Teams gives him as well', async () => {
    await teams.ask('/tryout/api/say', { personId: lars?.id, text: 'hallo' });
    const created = await create(teams.bot.heard[0]?.from.id);
    assert.equal(created.body.id, (await teams.chatWith('Lars Brouwer')).id);
  });

  it('lets the bot continue, replace and take back what it said', async () => {
    const reference = await teams.bot.speakTo(teams.serviceUrl, lars?.id ?? '', 'Eerste');
    await teams.bot.adapter.continueConversationAsync('', reference, async (context) => {
      const sent = await context.sendActivity('Tweede');
      await context.updateActivity({ ...reference, id: sent?.id, type: 'message', text: 'Verbeterd' });
      const third = await context.sendActivity('Derde');
      await context.deleteActivity(third?.id ?? '');
    });
    const { activities } = await teams.chatWith('Lars Brouwer');
    assert.deepEqual(
      activities.map(({ text, edited }) => [text, edited]),
      [
        ['Eerste', 0],
        ['Verbeterd', 1],
      ],
    );
  });

  it('tells who is in a conversation', async () => {
    const reference = await teams.bot.speakTo(teams.serviceUrl, lars?.id ?? '', 'Dag');
    await teams.bot.adapter.continueConversationAsync('', reference, async (context) => {
      const member = await TeamsInfo.getMember(context, lars?.id ?? '');
      assert.equal(member.name, 'Lars Brouwer');
      assert.equal(member.aadObjectId, lars?.id);
      const { members } = await TeamsInfo.getPagedMembers(context);
      assert.equal(members.length, 1);
      await assert.rejects(TeamsInfo.getMember(context, sanne?.id ?? ''));
    });
    const channel = encodeURIComponent('19:klachten@thread.tacv2;messageid=1');
    const { body } = await teams.ask(`${conversations}/${channel}/members`);
    assert.equal(body.length, tryoutPeople.length);
  });

  it('does not keep it when the bot is typing', async () => {
    const { id } = await teams.chatWith('Lars Brouwer');
    const path = `${conversations}/${encodeURIComponent(id)}/activities`;
    assert.equal((await teams.ask(path, { type: 'typing' })).status, 201);
    assert.deepEqual((await teams.chatWith('Lars Brouwer')).activities, []);
  });

  it('refuses people who are not there, and conversations and messages that are not', async () => {
    const stranger = await create('00000000-0000-4000-8000-000000000000');
    assert.equal(stranger.status, 403);
    assert.equal(stranger.body.error.code, 'ForbiddenOperationException');
    const nowhere = await teams.ask(`${conversations}/a:nowhere/activities`, { type: 'message', text: 'x' });
    assert.equal(nowhere.status, 404);
    assert.equal(nowhere.body.error.code, 'ConversationNotFound');
    const { id } = await teams.chatWith('Lars Brouwer');
    const never = `${conversations}/${encodeURIComponent(id)}/activities/never`;
    assert.equal((await teams.ask(never, { type: 'message', text: 'x' }, 'PUT')).status, 404);
    assert.equal((await teams.ask(never, undefined, 'DELETE')).status, 404);
  });

  it('refuses what is too large', async () => {
    assert.equal((await send('x'.repeat(100_001))).status, 413);
  });

  it('reaches nobody who took the app away, until they have it again', async () => {
    await teams.ask('/tryout/api/install', { personId: lars?.id, installed: false });
    assert.equal(teams.bot.heard.at(-1)?.type, 'installationUpdate');
    assert.equal(teams.bot.heard.at(-1)?.action, 'remove');
    assert.equal((await create()).status, 403);
    assert.equal((await send('x')).body.error.code, 'BotNotInConversationRoster');
    await teams.ask('/tryout/api/install', { personId: lars?.id, installed: true });
    assert.equal((await create()).status, 201);
    assert.equal((await send('x')).status, 201);
  });

  it('has the faults that a test asks for, as often as it asks', async () => {
    await teams.ask('/tryout/faults', {
      personId: lars?.id,
      status: 429,
      code: 'Throttled',
      retryAfter: 3,
      times: 2,
    });
    const first = await create();
    assert.equal(first.status, 429);
    assert.equal(first.headers.get('retry-after'), '3');
    assert.equal((await create(sanne?.id)).status, 201);
    assert.equal((await send('x')).body.error.code, 'Throttled');
    assert.equal((await send('x')).status, 201);
  });

  it('forgets its faults on request, and refuses one that is none', async () => {
    await teams.ask('/tryout/faults', { conversationId: '*', status: 500, code: 'ServiceError', times: 9 });
    await teams.ask('/tryout/faults', undefined, 'DELETE');
    assert.equal((await send('x')).status, 201);
    assert.equal((await teams.ask('/tryout/faults', { status: 200 })).status, 400);
  });

  it('marks what should show in the activity feed', async () => {
    const { id } = await teams.chatWith('Lars Brouwer');
    await teams.ask(`${conversations}/${encodeURIComponent(id)}/activities`, {
      type: 'message',
      text: 'Let op',
      channelData: { notification: { alert: true } },
    });
    const [activity] = (await teams.chatWith('Lars Brouwer')).activities;
    assert.equal(activity && 'notify' in activity && activity.notify, true);
  });
});
