import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { linkedChannel } from '../../../src/register/model/linked-channel.ts';
import { inChannel, mayReadOverview } from '../../../src/teams/chat/channel.ts';
import { commandOf } from '../../../src/teams/chat/command.ts';
import { textOf } from '../../e2e/a-card.ts';
import { everybodyAtTheDesk, joris, lars, sanne } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat } from '../a-chat.ts';

/** The linked channel, a thread in it, another channel, and a group chat. */
const linked = '19:klachten@thread.tacv2';
const thread = `${linked};messageid=1700000000000`;
const elsewhere = ['19:lunch@thread.tacv2', '19:lunch@thread.tacv2;messageid=1', '19:groep@thread.v2'];

describe('the overview that is asked for where others read along', () => {
  afterEach(closeOffices);

  async function aRegister() {
    const { office } = await aChat();
    const visitor = (person: Person, conversationId: string, isShared = false) => ({
      person,
      personal: false,
      isShared,
      address: { serviceUrl: 'https://teams.example/', conversationId, botId: '28:bot' },
    });
    const says = async (person: Person, text: string, conversationId: string, isShared = false) =>
      textOf(await inChannel(commandOf(text), visitor(person, conversationId, isShared), office));
    return { office, visitor, says };
  }

  it('is for everybody in the linked channel, in any thread of it', async () => {
    const { says } = await aRegister();
    await says(lars, 'koppel', thread);
    for (const person of [...everybodyAtTheDesk, sanne, joris])
      for (const place of [linked, thread])
        assert.match(await says(person, 'overzicht', place), /1 open klacht/, person.name);
  });

  it('is for the desk alone anywhere else, and others read where it is', async () => {
    const { says, visitor, office } = await aRegister();
    await says(lars, 'koppel', linked);
    for (const place of elsewhere) {
      for (const person of everybodyAtTheDesk)
        assert.match(await says(person, 'overzicht', place), /1 open klacht/, person.name);
      for (const person of [sanne, joris]) {
        const answer = await says(person, 'overzicht', place);
        assert.match(answer, /staat niet hier[\s\S]*in het kanaal dat daarvoor is gekoppeld/);
        assert.doesNotMatch(answer, /open klacht|K-2026/);
        assert.equal(await mayReadOverview(visitor(person, place), office), false);
      }
    }
  });

  it('says who can link a channel when none is linked, also after one was', async () => {
    const { says } = await aRegister();
    const nowhere = /nog geen kanaal gekoppeld[\s\S]*klachtenfunctionaris, een vervanger of de directie/;
    assert.match(await says(sanne, 'overzicht', linked), nowhere);
    await says(lars, 'koppel', linked);
    await says(lars, 'ontkoppel', linked);
    assert.match(await says(sanne, 'overzicht', linked), nowhere);
  });

  it('is never in a shared channel, also for the desk, and such a channel cannot be linked', async () => {
    const { says, visitor, office } = await aRegister();
    await says(lars, 'koppel', linked);
    const shared = '19:gedeeld@thread.tacv2';
    for (const person of [...everybodyAtTheDesk, sanne]) {
      const answer = await says(person, 'overzicht', shared, true);
      assert.match(answer, /niet in een gedeeld kanaal[\s\S]*andere organisaties[\s\S]*privékanaal/);
      assert.doesNotMatch(answer, /open klacht|K-2026/);
      assert.equal(await mayReadOverview(visitor(person, shared, true), office), false);
    }
    for (const person of everybodyAtTheDesk)
      assert.match(
        await says(person, 'koppel', shared, true),
        /gedeeld kanaal kan niet worden gekoppeld[\s\S]*andere organisaties[\s\S]*niets veranderd[\s\S]*standaardkanaal of een privékanaal/,
      );
    assert.match(await says(sanne, 'koppel', shared, true), /alleen de klachtenfunctionaris/);
    assert.equal((await linkedChannel(office.store))?.address.conversationId, linked);
  });
});
