import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Undelivered } from '../../src/register/model/delivery.ts';
import type { Message } from '../../src/register/model/message.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { later } from '../../src/time/local-date.ts';
import { dossier } from '../store/documents.ts';
import { postRoom } from './post-room.ts';

describe('a letter that was broken off while the mail server takes nothing', () => {
  it('is settled at once, so that its handler is asked, and is not looked at time and again', async () => {
    const store = sqliteStore(':memory:');
    let reads = 0;
    const read = (id: string) => {
      reads += 1;
      return store.read(id);
    };
    const counting = { ...store, read } as typeof store;
    const room = postRoom(counting);
    const now = room.clock.now();
    const ago = (minutes: number) => later(now, -minutes * 60_000);
    const letter = (id: string, over: Partial<Message>): Message => ({
      id: `${id}/mail`,
      to: { kind: 'mail' },
      content: { kind: 'letter', letter: 1 },
      queuedAt: ago(10),
      status: 'queued',
      attempts: [],
      tryAt: ago(5),
      ...over,
    });
    const lease = { by: 'dead/1', until: ago(1) };
    for (const [id, over] of [
      ['K-2026-0001', { queuedAt: ago(20) }],
      ['K-2026-0002', { lease }],
    ] as const)
      await store.write({ ...dossier(id, { attentionAt: now }), outbox: [letter(id, over)] });
    const inAnHour = later(now, 3_600_000);
    room.faults.push(new Undelivered('454', true, { notBefore: inAnHour }));
    for (const id of ['K-2026-0001', 'K-2026-0002']) room.dispatcher.poke(id);
    await room.dispatcher.idle();
    await pause(300);
    assert.deepEqual(room.sent, []);
    assert.equal((await room.outbox('K-2026-0002'))[0]?.status, 'uncertain');
    assert.equal((await room.outbox('K-2026-0001'))[0]?.tryAt, inAnHour);
    assert(reads < 50, `${reads} reads`);
    room.stop();
    await store.close();
  });
});
