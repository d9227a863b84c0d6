import assert from 'node:assert/strict';
import { readMemo } from '../../../src/register/model/memo.ts';
import { memos } from '../../../src/register/model/memos.ts';
import { connector, outboxAdapter } from '../../../src/teams/adapter/connector.ts';
import { teamsDelivery } from '../../../src/teams/notifications/delivery.ts';
import { outgoingLimits } from '../../../src/teams/notifications/outgoing-limits.ts';
import { shownCards } from '../../../src/teams/notifications/shown-cards.ts';
import { fatima, lars } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat } from '../a-chat.ts';
import { aFaultyService } from '../a-faulty-service.ts';

describe('the cards of a dossier in the chats', () => {
  let service: Awaited<ReturnType<typeof aFaultyService>>;
  let chat: Chat;
  let shown: ReturnType<typeof shownCards>;

  beforeEach(async () => {
    service = await aFaultyService();
    chat = await aChat();
    shown = shownCards(chat.office);
    for (const person of [lars, fatima]) {
      const conversationId = `chat-of-${person.id}`;
      const address = { serviceUrl: service.url, tenantId: 't', botId: '28:bot', conversationId };
      await chat.office.addresses.meet({ person, personal: true, address });
    }
  });
  afterEach(async () => {
    await closeOffices();
    await service.close();
  });

  const limits = () => outgoingLimits(chat.office.store, () => Date.parse(chat.office.clock.now()), 'one');
  const refresh = () =>
    teamsDelivery(chat.office, connector(outboxAdapter(undefined)), limits(), shown).refreshCards(
      chat.number,
      async () => {},
    );
  const known = async () =>
    (await readMemo(chat.office.store, memos.cards.of(chat.number))).content ?? assert.fail();
  const shows = async (who = lars, activityId = 'card') =>
    shown.note(who.id, activityId, await chat.open(who));
  const erase = async () => {
    await chat.take('Klacht ingetrokken', { Reden: 'Het is opgelost.' });
    await chat.take('Persoonsgegevens wissen', { Reden: 'De klager vraagt erom.' });
    const data = { number: chat.number, version: await chat.version(), form: 'one' };
    await chat.pressAs(fatima, { verb: 'answer-erasure', data }, { agrees: 'yes' });
    assert.ok((await chat.complaint()).erased);
  };

  it('say no more than that it is erased, and are forgotten then', async () => {
    await shows();
    await erase();
    assert.equal(await refresh(), undefined);
    assert.equal(service.bodies.length, 1);
    assert.match(service.bodies[0] ?? '', /Klacht K-2026-0001 is gewist/);
    assert.doesNotMatch(service.bodies[0] ?? '', /Pietersen|teruggebeld/);
    assert.deepEqual(await known(), []);
  });

  it('are remembered without what stood above them, also after an edit that was under way during the erasure', async () => {
    await shows();
    const [place] = await known();
    assert(place);
    await erase();
    const bare = [{ who: lars.id, activityId: 'card', version: place.version, print: '' }];
    assert.deepEqual(await known(), bare);
    const notice = { text: 'Joris heeft het verzoek niet gekregen.', tone: 'attention' } as const;
    assert.equal(await shown.settle(chat.number, place, { ...place, print: 'other', notice }), false);
    assert.deepEqual(await known(), bare);
    await refresh();
    await shown.settle(chat.number, place, { ...place, print: 'other', notice, message: '1' });
    assert.deepEqual(await known(), bare);
  });
});
