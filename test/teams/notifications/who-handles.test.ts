import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { personIn } from '../../../src/register/model/message.ts';
import { connector, outboxAdapter } from '../../../src/teams/adapter/connector.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { teamsDelivery } from '../../../src/teams/notifications/delivery.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { outgoingLimits } from '../../../src/teams/notifications/outgoing-limits.ts';
import { namedIn, topicOf } from '../../../src/teams/notifications/policy.ts';
import { shownCards } from '../../../src/teams/notifications/shown-cards.ts';
import { textOf } from '../../e2e/a-card.ts';
import {
  acknowledge,
  agree,
  answer,
  handOver,
  object,
  registration,
  reopen,
  requestStatement,
} from '../../procedure/asked.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat } from '../a-chat.ts';
import { aFaultyService } from '../a-faulty-service.ts';

/** Measures of a respondent and of a colleague, both of which are promised in the answer. */
const answered = answer({
  measures: [joris, sanne].map((owner) => ({
    ...{ what: 'Elke week bellen', owner: owner.name, ownerId: owner.id, dueOn: '2026-04-20' },
  })),
});

/** What is told at each stage to who does not see the dossier. */
const stages = {
  'a request for a statement': [requestStatement()],
  'an answer with measures': [acknowledge(), answered],
  'an objection': [acknowledge(), answered, object({ sentOn: '2026-04-01', receivedOn: '2026-04-01' })],
  'a complaint that is open again': [acknowledge(), answered, agree(), reopen()],
} as const;

describe('who handles a complaint, in the chats of who sees no dossier', () => {
  let service: Awaited<ReturnType<typeof aFaultyService>>;
  let chat: Chat;
  let shown: ReturnType<typeof shownCards>;
  /** The cards that stand in the chats, by their messages. */
  const standing = new Map<string, Card>();

  beforeEach(async () => {
    service = await aFaultyService();
  });
  afterEach(async () => {
    standing.clear();
    await closeOffices();
    await service.close();
  });

  async function begin(): Promise<void> {
    chat = await aChat({ ...registration, respondents: [joris] });
    shown = shownCards(chat.office);
    for (const person of [lars, fatima, sanne, joris, willem, ingrid]) {
      const conversationId = `chat-of-${person.id}`;
      const address = { serviceUrl: service.url, tenantId: 't', botId: '28:bot', conversationId };
      await chat.office.addresses.meet({ person, personal: true, address });
    }
  }

  const delivery = () =>
    teamsDelivery(
      chat.office,
      connector(outboxAdapter(undefined)),
      outgoingLimits(chat.office.store, () => Date.parse(chat.office.clock.now()), 'one'),
      shown,
    );

  /** Delivers what waits for Joris and Sanne, to a message each. */
  async function delivered(): Promise<void> {
    const dossier = await chat.dossier();
    for (const message of dossier.outbox) {
      const who = [joris, sanne].find(({ id }) => id === personIn(message.to));
      const { kind } = message.content;
      if (!who || kind === 'receipt' || standing.has(message.id)) continue;
      const { card } = await outgoing(message, dossier, chat.office);
      standing.set(message.id, card);
      await shown.note(who.id, message.id, card, {
        ...{ message: message.id, number: chat.number, topic: topicOf(message.content) },
        names: namedIn(message.content, dossier.complaint, chat.ours.context()),
        isNew: true,
      });
    }
  }

  /** Brings the chats up to date, and reads what stands in them then, and a form with what is said below it. */
  async function refreshed(): Promise<string[]> {
    service.taken.length = 0;
    await delivery().refreshCards(chat.number, async () => {});
    for (const { method, activity, body } of service.taken) {
      if (method === 'DELETE') standing.delete(decodeURIComponent(activity));
      else
        standing.set(
          method === 'POST' ? 'activity' : decodeURIComponent(activity),
          JSON.parse(body).attachments[0].content,
        );
    }
    const { activity: below, ...others } = Object.fromEntries(standing);
    return Object.values(others).map((card) => {
      const text = textOf(card);
      return below && /Verklaring versturen/.test(text) ? textOf(below) : text;
    });
  }

  const names = (texts: readonly string[], { name }: Person): number =>
    texts.filter((text) => text.includes(name)).length;
  /** Leaves out what was written in the name of Ballance, which stays as it was written. */
  const said = (texts: readonly string[]): string[] =>
    texts.filter((text) => !text.startsWith('Het standpunt van Ballance'));

  for (const [what, steps] of Object.entries(stages))
    it(`is who handles it today, after ${what}`, async () => {
      await begin();
      for (const step of steps) await chat.ours.execute(step);
      await delivered();
      const before = await refreshed();
      assert(names(before, lars) > 0, before.join('\n'));
      await chat.ours.setAbsence(lars, { from: '2026-04-01', until: '2026-04-02' });
      const during = await refreshed();
      assert.equal(names(during, fatima), names(before, lars), during.join('\n'));
      assert.equal(names(said(during), lars), 0, during.join('\n'));
      chat.ours.moveTo('2026-04-03T09:00');
      const after = await refreshed();
      assert.equal(names(after, lars), names(before, lars), after.join('\n'));
      assert.equal(names(said(after), fatima), 0, after.join('\n'));
      await chat.ours.execute(handOver({ to: willem.id }));
      const last = await refreshed();
      assert.equal(names(last, willem), names(before, lars), last.join('\n'));
      assert.equal(names(said(last), lars), 0, last.join('\n'));
      service.taken.length = 0;
      await refreshed();
      assert.deepEqual(service.taken, [], 'nothing is edited that says the same');
    });
});
