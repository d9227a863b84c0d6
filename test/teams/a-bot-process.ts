import { dispatcher } from '../../src/dispatch/dispatcher.ts';
import { waking } from '../../src/dispatch/wake.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import type { PersonId } from '../../src/procedure/model/person-id.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Message } from '../../src/register/model/message.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import { sweeping } from '../../src/register/sweep.ts';
import { addressBook } from '../../src/teams/adapter/address-book.ts';
import { everybody } from '../../src/teams/adapter/colleagues.ts';
import { connector, outboxAdapter } from '../../src/teams/adapter/connector.ts';
import { teamsDelivery } from '../../src/teams/notifications/delivery.ts';
import { calendar } from '../procedure/given.ts';
import { fatima, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, config } from '../register/an-office.ts';
import type { aTeamsService } from './a-teams-service.ts';

export type Service = Awaited<ReturnType<typeof aTeamsService>>;

/** The limits of Teams have tests of their own. */
const noLimits = {
  take: async () => ({ waitMs: 0, ended: () => {} }),
  hold: async () => {},
  noRoomFor: async () => 0,
};

/** A process of the bot on that register; its clock stands still until it is moved. */
export async function aProcess(service: Service, now: string, file?: string) {
  const ours = anOffice({ now, ...(file && { file }) });
  const { store, clock, log } = ours;
  const receives = (message: Message, of: Dossier | undefined) => mayReceive(message, of, ours.context());
  const reach = waking({
    store,
    amend: ours.amend,
    clock,
    mayReceive: receives,
    poke: (id) => post.poke(id),
    reachable: (to) => post.reachable(to),
    log,
  });
  const addresses = addressBook(store, reach.retryNow);
  const office = {
    ...ours,
    register: ours.register,
    calendar,
    config,
    addresses,
    names: async (ids: readonly PersonId[]) => ids.map((id) => ({ id, name: 'Een collega' })),
    colleagues: everybody,
  };
  const teams = teamsDelivery(office, connector(outboxAdapter(undefined)), noLimits);
  const post = dispatcher({
    store,
    amend: ours.amend,
    delivery: reach.watched(teams),
    clock,
    instance: `process ${Math.random()}`,
    mayReceive: receives,
    settled: ours.afterDelivery,
    log,
  });
  const sweep = sweeping({
    store,
    register: ours.register,
    config,
    digestAt: '08:30',
    deliver: post.deliver,
    refresh: teams.refresh,
    log,
  });
  for (const person of [lars, fatima, willem, sanne])
    await addresses.meet({ person, personal: true, address: service.address(person.id) });
  return {
    ...ours,
    stop: post.stop,
    /** Somebody says something. */
    hears: (person: Person) => reach.retryNow({ kind: 'person', id: person.id }),
    async settle() {
      for (const id of ours.saved.splice(0)) post.poke(id);
      await post.idle();
      await reach.idle();
      await post.idle();
    },
    async sweep(time: string) {
      ours.moveTo(time);
      await sweep(clock.now());
      await post.idle();
    },
  };
}

export type Process = Awaited<ReturnType<typeof aProcess>>;
