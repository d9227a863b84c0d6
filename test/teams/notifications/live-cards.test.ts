import assert from 'node:assert/strict';
import { readMemo } from '../../../src/register/model/memo.ts';
import { memos } from '../../../src/register/model/memos.ts';
import type { Message } from '../../../src/register/model/message.ts';
import { connector, outboxAdapter } from '../../../src/teams/adapter/connector.ts';
import { teamsDelivery } from '../../../src/teams/notifications/delivery.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { outgoingLimits } from '../../../src/teams/notifications/outgoing-limits.ts';
import { shownCards } from '../../../src/teams/notifications/shown-cards.ts';
import { fatima, joris, lars } from '../../procedure/people.ts';
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

  it('are tried again as soon as the first chat has room', async () => {
    await shows(lars, 'one');
    await shown.note(fatima.id, 'two', await chat.open());
    await chat.take('Notitie toevoegen', { Notitie: 'Gebeld.' });
    service.rule.answer = ({ conversation }) => ({
      status: 429,
      code: 'Throttled',
      retryAfter: conversation === `chat-of-${lars.id}` ? 600 : 20,
    });
    assert.equal(await refresh(), 20_000);
  });

  describe('of whom somebody was not reached', () => {
    const text = /Joris Bakker heeft het verzoek om een verklaring niet gekregen/;
    const edited = async (): Promise<string> => {
      service.bodies.length = 0;
      assert.equal(await refresh(), undefined);
      return service.bodies.join('\n');
    };

    beforeEach(async () => {
      await chat.take('Wederhoor vragen');
      let told: Message | undefined;
      await chat.ours.amend(chat.number, (dossier) => {
        const asked = dossier.outbox.find(({ content }) => content.kind === 'statement-request');
        assert(asked);
        const content = { kind: 'undelivered', message: asked.id, what: 'statement-request' } as const;
        told = { ...asked, id: 'told', to: { kind: 'person', id: lars.id }, content, status: 'sent' };
        const outbox = dossier.outbox.map((one) =>
          one === asked ? { ...one, status: 'gave-up' as const, queuedAt: '2026-03-31T08:00:00.000Z' } : one,
        );
        return { ...dossier, outbox: [...outbox, told] } as typeof dossier;
      });
      assert(told);
      const { card } = await outgoing(told, await chat.dossier(), chat.office);
      await shown.note(lars.id, 'told', card, { message: 'told' });
      await chat.take('Notitie toevoegen', { Notitie: 'Gebeld.' });
    });

    it('keep what it asks whatever happens, also when a newer card comes, until it is done', async () => {
      const followed = await edited();
      assert.match(followed, text);
      assert.match(followed, /Logboek/);

      await shows(lars, 'newer');
      const line = await edited();
      assert.match(line, text);
      assert.match(line, /Klacht openen/);
      assert.doesNotMatch(line, /Logboek|vervangen/);
      await chat.take('Notitie toevoegen', { Notitie: 'Nog eens gebeld.' });
      assert.doesNotMatch(await edited(), /vervangen/);

      await chat.take('Verklaring vastleggen', { Verklaring: 'Ik was ziek.', 'Van wie': joris.id });
      assert.match(await edited(), /deze kaart is vervangen/);
    });

    it('lose it where a step of its reader said something else there since', async () => {
      await shows(lars, 'told');
      assert.doesNotMatch(await edited(), text);
    });
  });
});
