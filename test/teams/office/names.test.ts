import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Connector, connector, outboxAdapter } from '../../../src/teams/adapter/connector.ts';
import { visitorOf } from '../../../src/teams/adapter/visitor.ts';
import { namesFor } from '../../../src/teams/office/names.ts';
import { viewCase } from '../../../src/teams/office/pages.ts';
import { tryoutPeople } from '../../../src/tryout/people.ts';
import { textOf } from '../../e2e/a-card.ts';
import { lars } from '../../procedure/people.ts';
import { closed } from '../../store/cosmos-peer.ts';
import { type TryoutServer, tryoutServer } from '../../tryout/tryout-server.ts';
import { aChat, type Chat } from '../a-chat.ts';

const joris = tryoutPeople.find(({ name }) => name === 'Joris Bakker') ?? assert.fail();

const unreachable = { chatWith: async () => assert.fail('there is nothing to ask') } as unknown as Connector;

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

  it('is asked of Teams when they installed the app and never spoke', async () => {
    await heard(undefined);
    assert.deepEqual(await picked(), [{ id: joris.id, name: 'Joris Bakker' }]);
  });

  it('is what it was when they install the app again', async () => {
    await heard('Joris B.');
    await heard(undefined);
    assert.deepEqual(await picked(), [{ id: joris.id, name: 'Joris B.' }]);
  });
});

describe('two colleagues whose names could not be looked up', () => {
  const nobody = { id: joris.id, name: 'Een collega' };
  const sanne = tryoutPeople.find(({ name }) => name === 'Sanne de Vries') ?? assert.fail();
  const another = { id: sanne.id, name: 'Een collega' };
  const opened: { close(): unknown }[] = [];

  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  async function aComplaintAboutBoth() {
    const chat = await aChat({ respondents: [nobody, another] });
    chat.office.names = namesFor(chat.office, connector(outboxAdapter(undefined)));
    return chat;
  }

  /** Somebody is heard through the service at that address: from then on Teams can be asked. */
  const heardThrough = (serviceUrl: string, { office }: Chat) =>
    office.addresses.meet({
      person: lars,
      personal: true,
      address: { serviceUrl, conversationId: 'chat-of-lars', botId: '28:bot' },
    });

  const shown = async ({ office, number }: Chat) => textOf(await viewCase(number, lars, office));

  it('are told apart on every card, the same way', async () => {
    const chat = await aComplaintAboutBoth();
    const { number, ours } = chat;
    assert.match(await shown(chat), /Een collega \(1\), Een collega \(2\)/);
    await ours.execute({ type: 'add-note', by: lars, number, text: 'Later.' } as never);
    assert.match(await shown(chat), /Een collega \(1\), Een collega \(2\)/);
    await chat.open();
    const form = JSON.stringify(await chat.press('Verklaring vastleggen'));
    assert.match(form, /Een collega \(1\).*Een collega \(2\)/);
    assert.equal((await ours.dossier(number))?.complaint.respondents[0]?.name, 'Een collega');
  });

  it('have their names at the next drawing of a card once Teams answers, and keep them', async () => {
    const chat = await aComplaintAboutBoth();
    assert.match(await shown(chat), /Een collega \(1\)/);
    const teams = await tryoutServer();
    opened.push(teams);
    await heardThrough(teams.serviceUrl, chat);
    assert.match(await shown(chat), /Joris Bakker, Sanne de Vries/);
    chat.office.names = async (ids) => namesFor(chat.office, unreachable)(ids);
    assert.match(await shown(chat), /Joris Bakker, Sanne de Vries/);
  });

  it('have a name when they are heard, whatever they say, and the other keeps its number', async () => {
    const chat = await aComplaintAboutBoth();
    await chat.office.addresses.meet({
      person: { id: joris.id, name: 'Joris Bakker' },
      personal: true,
      address: { serviceUrl: 'http://127.0.0.1:9', conversationId: 'chat-of-joris', botId: '28:bot' },
    });
    assert.match(await shown(chat), /Joris Bakker, Een collega \(2\)/);
  });

  it('keep no card from being drawn by a service that never answers, and are asked for once meanwhile', async () => {
    const chat = await aComplaintAboutBoth();
    let asked = 0;
    const silent = createServer(() => {
      asked += 1;
    });
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    opened.push({ close: () => closed(silent) });
    await heardThrough(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`, chat);
    for (let i = 0; i < 5; i++) assert.match(await shown(chat), /Een collega \(1\), Een collega \(2\)/);
    assert.equal(asked, 2);
  });
});
