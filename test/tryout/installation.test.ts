import assert from 'node:assert/strict';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { type TryoutServer, tryoutServer } from './tryout-server.ts';

const [sanne] = tryoutPeople;

describe('installing the app in the try-out', () => {
  let teams: TryoutServer;
  beforeEach(async () => {
    teams = await tryoutServer();
  });
  afterEach(() => teams.close());

  const install = (installed: boolean, where = {}) =>
    teams.ask('/tryout/api/install', { personId: sanne?.id, installed, ...where });
  const heard = () =>
    teams.bot.heard.map(({ type, action, membersAdded, membersRemoved }) => ({
      type,
      action,
      members: (membersAdded ?? membersRemoved)?.map(({ id }) => id),
    }));

  it('tells the bot as Teams does: it is a member of the chat, and it was installed', async () => {
    await install(true);
    assert.deepEqual(heard(), [
      { type: 'conversationUpdate', action: undefined, members: ['28:klachtenbot'] },
      { type: 'installationUpdate', action: 'add', members: undefined },
    ]);
  });

  it('tells the bot that a person took it away; of the chat it stays a member', async () => {
    await install(false);
    assert.deepEqual(heard(), [{ type: 'installationUpdate', action: 'remove', members: undefined }]);
  });

  it('tells the bot that it was taken out of the team', async () => {
    await install(false, { channel: true });
    assert.deepEqual(heard(), [
      { type: 'conversationUpdate', action: undefined, members: ['28:klachtenbot'] },
      { type: 'installationUpdate', action: 'remove', members: undefined },
    ]);
    assert.equal(teams.bot.heard[0]?.membersRemoved?.length, 1);
    assert.equal(teams.bot.heard[0]?.conversation.conversationType, 'channel');
  });

  it('lets nobody speak to an app that is not there', async () => {
    await install(false);
    const said = await teams.ask('/tryout/api/say', { personId: sanne?.id, text: 'hallo' });
    assert.equal(said.status, 409);
    assert.match(said.body.message, /niet geïnstalleerd/);
    assert.deepEqual((await teams.chatWith('Sanne de Vries')).activities, []);
  });
});
