import { setTimeout as pause } from 'node:timers/promises';
import { Postponed } from '../../src/register/model/delivery.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { connector, outboxAdapter } from '../../src/teams/adapter/connector.ts';
import { noticeCard } from '../../src/teams/cards/notice.ts';
import { outgoingLimits } from '../../src/teams/notifications/outgoing-limits.ts';
import { sending } from '../../src/teams/notifications/send.ts';
import { type Instant, instantAt } from '../../src/time/local-date.ts';

/** One process of several: sends so many cards as fast as it may, one after the other in one chat or each in another. */
export type Asked = { path: string; serviceUrl: string; times: number; chats: 'one' | 'many' };

const now = (): Instant => instantAt(Date.now());
const card = noticeCard({ title: 'Klacht', text: 'Hallo', tone: 'accent' });
const parcel = { card, short: card, summary: 'Klacht' };

async function sendAll({ path, serviceUrl, times, chats }: Asked): Promise<void> {
  const store = sqliteStore(path, { lockTimeoutMs: 3_600_000 });
  const { toChannel } = sending({
    connector: connector(outboxAdapter(undefined)),
    addresses: {} as never,
    clock: { now },
    limits: outgoingLimits(store, Date.now, `${process.pid}`),
    isColleague: async () => true,
  });
  const bot = { serviceUrl, tenantId: 'ballance', botId: '28:bot' };

  async function send(conversationId: string): Promise<void> {
    for (;;) {
      try {
        return void (await toChannel({ ...bot, conversationId }, parcel, false));
      } catch (error) {
        if (!(error instanceof Postponed)) throw error;
        await pause(Math.max(0, Date.parse(error.notBefore) - Date.now()));
      }
    }
  }

  const all = Array.from({ length: times }, (_, i) => (chats === 'one' ? 'chat' : `${process.pid}-${i}`));
  if (chats === 'one') for (const chat of all) await send(chat);
  else {
    // One request first, so that modules which load then delay no other.
    await send(all.pop() as string);
    await Promise.all(all.map(send));
  }
  await store.close();
}

process.once('message', async (asked: Asked) => {
  await sendAll(asked);
  process.send?.('done', () => process.exit());
});

// Ends with the test.
process.on('disconnect', () => process.exit());
