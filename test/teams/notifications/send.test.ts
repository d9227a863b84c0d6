import assert from 'node:assert/strict';
import { Postponed, Undelivered } from '../../../src/register/model/delivery.ts';
import type { Store } from '../../../src/register/model/store.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { type AddressBook, addressBook } from '../../../src/teams/adapter/address-book.ts';
import { connector, outboxAdapter } from '../../../src/teams/adapter/connector.ts';
import { noticeCard } from '../../../src/teams/cards/notice.ts';
import { outgoingLimits } from '../../../src/teams/notifications/outgoing-limits.ts';
import { sending } from '../../../src/teams/notifications/send.ts';
import type { Instant } from '../../../src/time/local-date.ts';
import { lars } from '../../procedure/people.ts';
import { aFaultyService, type FaultyAnswer } from '../a-faulty-service.ts';

const now = '2026-04-01T09:00:00.000Z';
const card = (title: string) => noticeCard({ title, text: 'Hallo', tone: 'accent' });
const parcel = { card: card('Lang'), short: card('Kort'), summary: 'Klacht' };

describe('sending in Teams', () => {
  let service: Awaited<ReturnType<typeof aFaultyService>>;
  let store: Store;
  let addresses: AddressBook;
  let heard: string[];
  let subject: ReturnType<typeof sending>;

  const address = (conversationId: string) => ({
    serviceUrl: service.url,
    tenantId: 'ballance',
    botId: '28:bot',
    conversationId,
  });
  const visit = (conversationId: string) =>
    addresses.meet({ person: lars, personal: true, address: address(conversationId) });

  beforeEach(async () => {
    service = await aFaultyService();
    store = sqliteStore(':memory:');
    heard = [];
    addresses = addressBook(store, (from) => heard.push(from.kind === 'person' ? from.id : from.kind));
    await visit('old');
    subject = sending({
      connector: connector(outboxAdapter(undefined)),
      addresses,
      clock: { now: () => now },
      limits: outgoingLimits(store, () => 0, 'one'),
      isColleague: async () => true,
    });
  });

  afterEach(async () => {
    await store.close();
    await service.close();
  });

  const toLars = () => subject.toPerson(lars.id, parcel, true);

  /** Returns the error of the sender when the service answers so. */
  async function refusal(...faults: (FaultyAnswer | undefined)[]): Promise<Undelivered> {
    service.faults.push(...faults);
    const error = await toLars().catch((thrown: unknown) => thrown);
    assert.ok(error instanceof Undelivered, String(error));
    return error;
  }

  it('answers with the id of what was sent', async () => {
    assert.deepEqual(await toLars(), { activityId: 'activity' });
    assert.deepEqual(service.requests, ['old']);
  });

  it('asks once and not four times: the outbox tries again', async () => {
    for (const fault of [{ status: 503, code: 'ServiceUnavailable' }, 'drop'] as const) {
      const { retry, notBefore } = await refusal(fault);
      assert.deepEqual({ retry, notBefore }, { retry: true, notBefore: undefined });
    }
    assert.deepEqual(service.requests, ['old', 'old']);
  });

  it('lets the whole conversation wait as long as the platform asks', async () => {
    const { retry, notBefore } = await refusal({ status: 429, code: 'Throttled', retryAfter: 30 });
    assert.deepEqual({ retry, notBefore }, { retry: true, notBefore: '2026-04-01T09:00:30.000Z' });
    await assert.rejects(
      toLars(),
      (error) => error instanceof Postponed && error.notBefore === '2026-04-01T09:00:30.000Z',
    );
    assert.deepEqual(service.requests, ['old']);
    assert.ok(await subject.toChannel(address('channel'), parcel, false));
  });

  it('does not ask more than the platform allows', async () => {
    for (let i = 0; i < 7; i++) await toLars();
    await assert.rejects(toLars(), Postponed);
    assert.equal(service.requests.length, 7);
  });

  it('makes another chat at once when the one it knew is gone, and keeps its address', async () => {
    service.faults.push({ status: 404, code: 'ConversationNotFound' });
    await toLars();
    await toLars();
    assert.deepEqual(service.requests, ['old', 'new', 'chat-2', 'chat-2']);
    assert.equal((await addresses.contact(lars.id))?.person.name, lars.name);
  });

  it('tries once more in another chat, not for ever', async () => {
    const gone = { status: 404, code: 'ConversationNotFound' };
    const { retry } = await refusal(gone, undefined, gone);
    assert.ok(retry);
    assert.equal(service.requests.length, 3);
  });

  it('tries again within the hour where somebody has blocked it, in the same chat', async () => {
    for (const code of ['ConversationBlockedByUser', 'MessageWritesBlocked', 'Forbidden', 'SomethingNew']) {
      const { retry, unreachable, notBefore, message } = await refusal({ status: 403, code });
      assert.deepEqual(
        { retry, unreachable, notBefore, message },
        { retry: true, unreachable: true, notBefore: '2026-04-01T10:00:00.000Z', message: `403 ${code}` },
      );
    }
    assert.deepEqual(new Set(service.requests), new Set(['old']));
  });

  it('waits for who has not installed it, and hears every sign of life', async () => {
    for (const code of ['ForbiddenOperationException', 'BotNotInConversationRoster']) {
      await visit('old');
      heard.length = 0;
      const { retry, unreachable, notBefore } = await refusal({ status: 403, code });
      assert.deepEqual(
        { retry, unreachable, notBefore },
        { retry: true, unreachable: true, notBefore: '2026-04-01T10:00:00.000Z' },
      );
      assert.deepEqual(heard, []);
      await visit('old');
      await visit('old');
      assert.deepEqual(heard, [lars.id, lars.id]);
    }
  });

  it('sends a short card in place of one that is too large', async () => {
    service.faults.push({ status: 413, code: 'MessageSizeTooBig' });
    await toLars();
    assert.equal(service.bodies.length, 1);
    assert.match(service.bodies[0] ?? '', /Kort/);
  });

  it('waits when nobody has ever spoken to it', async () => {
    const quiet = sqliteStore(':memory:');
    const parts = {
      connector: connector(outboxAdapter(undefined)),
      clock: { now: (): Instant => now },
      isColleague: async () => true,
    };
    const silent = sending({
      ...parts,
      addresses: addressBook(quiet),
      limits: outgoingLimits(quiet, () => 0, 'one'),
    });
    await assert.rejects(
      silent.toPerson(lars.id, parcel, true),
      (error) => error instanceof Undelivered && error.retry,
    );
    await quiet.close();
  });
});
