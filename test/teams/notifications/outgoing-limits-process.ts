import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { outgoingLimits } from '../../../src/teams/notifications/outgoing-limits.ts';

/** A command to one of several processes: ask so often for room at that moment, in one chat or each time in another. */
export type Asked = { path: string; at: number; times: number; chats: 'one' | 'many' };

process.once('message', async ({ path, at, times, chats }: Asked) => {
  const store = sqliteStore(path);
  const limits = outgoingLimits(store, () => at, String(process.pid));
  let granted = 0;
  for (let i = 0; i < times; i++) {
    const chat = chats === 'one' ? 'chat' : `${process.pid} ${i}`;
    if ((await limits.take(chat, 'ballance')).waitMs === 0) granted += 1;
  }
  await store.close();
  process.send?.(granted, () => process.exit());
});

// Ends with the test.
process.on('disconnect', () => process.exit());
