import assert from 'node:assert/strict';
import { wake } from '../../src/outbox/wake.ts';
import { Undelivered } from '../../src/register/delivery.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { postRoom } from './post-room.ts';

describe('somebody who installs the bot', () => {
  const store = sqliteStore(':memory:');
  const room = postRoom(store);
  const poke = (id: string) => room.dispatcher.poke(id);
  const hears = (person: string) => wake(person, { store, amend: room.amend, clock: room.clock, poke });

  after(async () => {
    room.stop();
    await store.close();
  });

  it('gets at once what waited for him, and nobody else does', async () => {
    const inAnHour = '2026-04-01T10:00:00.000Z';
    await room.post('K-2026-0001', 'waits');
    await room.post('K-2026-0002', 'backs off');
    room.faults.push(new Undelivered('403', true, inAnHour, true), new Undelivered('429', true, inAnHour));
    await room.dispatcher.deliver('K-2026-0001');
    await room.dispatcher.deliver('K-2026-0002');

    await hears('fatima');
    await room.dispatcher.idle();
    assert.deepEqual(room.sent, []);
    await hears('lars');
    await room.dispatcher.idle();
    assert.deepEqual(room.sent, ['waits']);
  });
});
