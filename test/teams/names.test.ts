import assert from 'node:assert/strict';
import { connector, outboxAdapter } from '../../src/teams/connector.ts';
import { namesFor } from '../../src/teams/names.ts';
import { visitorOf } from '../../src/teams/visitor.ts';
import { tryoutPeople } from '../../src/tryout/people.ts';
import { type TryoutServer, tryoutServer } from '../tryout/tryout-server.ts';
import { aChat, type Chat } from './a-chat.ts';

const joris = tryoutPeople.find(({ name }) => name === 'Joris Bakker') ?? assert.fail();

describe('what somebody who is picked is called', () => {
  let teams: TryoutServer;
  let chat: Chat;
  beforeEach(async () => {
    teams = await tryoutServer();
    chat = await aChat();
  });
  afterEach(() => teams.close());

  /** An activity of Joris; that he has installed the app comes without his name. */
  async function heard(name: string | undefined): Promise<void> {
    const visitor = visitorOf(
      {
        serviceUrl: teams.serviceUrl,
        from: { id: `29:${joris.id}`, aadObjectId: joris.id, ...(name && { name }) },
        conversation: { id: 'chat-of-joris', conversationType: 'personal', isGroup: false, name: '' },
      } as Parameters<typeof visitorOf>[0],
      false,
    );
    await chat.office.addresses.meet(visitor ?? assert.fail('nobody was heard'));
  }

  const picked = () => namesFor(chat.office, connector(outboxAdapter(undefined)))([joris.id]);

  it('is asked of Teams when he installed the app and never spoke', async () => {
    await heard(undefined);
    assert.deepEqual(await picked(), [{ id: joris.id, name: 'Joris Bakker' }]);
  });

  it('is what it was when he installs the app again', async () => {
    await heard('Joris B.');
    await heard(undefined);
    assert.deepEqual(await picked(), [{ id: joris.id, name: 'Joris B.' }]);
  });
});
