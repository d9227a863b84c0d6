import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { live } from '../../src/tryout/live.ts';
import { mailbox } from '../../src/tryout/mailbox.ts';
import { openMemory } from '../../src/tryout/memory.ts';

describe('the mail server of the try-out', () => {
  it('closes soon, also while somebody keeps a connection open', async () => {
    const memory = openMemory(':memory:');
    const letters = mailbox({ memory, live: live(), now: () => '2026-11-23T09:00:00.000Z' });
    await letters.open();
    const { hostname, port } = new URL(letters.url());
    const client = connect(Number(port), hostname);
    await once(client, 'data');
    const began = Date.now();
    await letters.close();
    client.destroy();
    memory.close();
    assert(Date.now() - began < 2_000, `${Date.now() - began} ms`);
  });
});
