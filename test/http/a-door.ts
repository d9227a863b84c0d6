import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { httpServer } from '../../src/http/server.ts';
import { keepingDocuments } from '../../src/register/documents.ts';
import { sealedStore } from '../../src/register/integrity/sealed-store.ts';
import type { Store } from '../../src/register/model/store.ts';
import { register } from '../../src/register/register.ts';
import { TeamsAdapter } from '../../src/teams/adapter/adapter.ts';
import { addressBook } from '../../src/teams/adapter/address-book.ts';
import { everybody } from '../../src/teams/adapter/colleagues.ts';
import { connector, outboxAdapter } from '../../src/teams/adapter/connector.ts';
import { bot } from '../../src/teams/bot.ts';
import { namesFor } from '../../src/teams/office/names.ts';
import { clockOf, instantOf } from '../../src/time/clock.ts';
import { logBook } from '../dispatch/log-book.ts';
import { ballance } from '../letters/an-organisation.ts';
import { calendar } from '../procedure/given.ts';
import { desk } from '../procedure/people.ts';
import { config } from '../register/an-office.ts';

/**
 * The bot behind its HTTP door on that store, at a time in Amsterdam that stands still. Nothing is delivered and nothing
 * sweeps: only who presses reads and writes.
 */
export async function aDoor(bare: Store, now: string) {
  const log = logBook();
  const clock = clockOf(() => Date.parse(instantOf(now)));
  const store = sealedStore(bare, { log });
  const ours = register({ store, clock, config, people: desk, mail: false, log, afterSave: () => {} });
  const addresses = addressBook(store);
  const inOffice = {
    register: ours,
    store,
    clock,
    calendar,
    config,
    organisation: ballance,
    addresses,
    colleagues: everybody,
    log,
  };
  const platform = connector(outboxAdapter(undefined));
  const documents = keepingDocuments({ store, documents: undefined, register: inOffice.register, log });
  const office = { ...inOffice, names: namesFor(inOffice, platform), documents };
  const { router } = httpServer({
    adapter: new TeamsAdapter(undefined),
    bot: bot({ office, connector: platform, anyClient: true }),
    admission: 'anyone-on-loopback',
    ready: () => assert.fail('nobody asks'),
    log,
  });
  const { server } = router;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close(): Promise<void> {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await store.close();
    },
  };
}
