import { dispatcher } from '../../src/dispatch/dispatcher.ts';
import { waking } from '../../src/dispatch/wake.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import type { Condition } from '../../src/register/integrity/at-start.ts';
import type { Bulletin, Dossier } from '../../src/register/model/dossier.ts';
import { linkChannel } from '../../src/register/model/linked-channel.ts';
import type { Message } from '../../src/register/model/message.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import { waitsUntil } from '../../src/register/notify/waits-for-a-werkdag.ts';
import { sweeping } from '../../src/register/sweep.ts';
import { addressBook } from '../../src/teams/adapter/address-book.ts';
import { everybody } from '../../src/teams/adapter/colleagues.ts';
import { connector, outboxAdapter } from '../../src/teams/adapter/connector.ts';
import { teamsDelivery } from '../../src/teams/notifications/delivery.ts';
import { outgoingLimits } from '../../src/teams/notifications/outgoing-limits.ts';
import type { Office } from '../../src/teams/office/office.ts';
import { calendar } from '../procedure/given.ts';
import { everybodyAtTheDesk, joris, sanne } from '../procedure/people.ts';
import { anOffice, config } from '../register/an-office.ts';
import type { aFaultyService } from './a-faulty-service.ts';

type Service = Awaited<ReturnType<typeof aFaultyService>>;

export const colleagues = [...everybodyAtTheDesk, sanne, joris];

/** The chat of somebody, and the linked channel, as the service knows them. */
export const chatOf = ({ id }: Pick<Person, 'id'>): string => `chat-of-${id}`;
export const channel = 'channel';

/**
 * A register of which all that is told goes over HTTP to that service, through the outbox as it runs. Everybody has a
 * chat there. The clock stands still until it is moved; `condition` is what was found at the start.
 */
export async function anOfficeInTeams(
  service: Service,
  condition?: Condition,
  {
    file = ':memory:',
    now,
    instance = 'one',
    turnMs = 5_000,
  }: { file?: string; now?: string; instance?: string; turnMs?: number } = {},
) {
  const ours = anOffice({ file, ...(now && { now }) });
  const { log, clock, store } = ours;
  const quiet = { ...log, fault: (msg: string, error: unknown) => log.error(`${msg}: ${error}`) };
  const reach = waking({
    store,
    amend: ours.amend,
    clock,
    mayReceive: (message, dossier) => mayReceive(message, dossier, ours.context()),
    poke: (id) => deliveries.poke(id),
    reachable: (to) => deliveries.reachable(to),
    log: quiet,
  });
  const addresses = addressBook(store, reach.retryNow);
  const office: Office = {
    ...ours,
    register: ours.register,
    calendar,
    config,
    addresses,
    colleagues: everybody,
    names: async (ids) =>
      ids.map((id) => colleagues.find((one) => one.id === id) ?? { id, name: 'Een collega' }),
    log: quiet,
  };
  const delivery = teamsDelivery(
    office,
    connector(outboxAdapter(undefined)),
    outgoingLimits(store, () => Date.parse(clock.now()), instance),
  );
  const deliveries = dispatcher({
    store,
    amend: ours.amend,
    delivery: reach.watched(delivery),
    clock,
    instance,
    turnMs,
    mayReceive: (message, dossier) => mayReceive(message, dossier, ours.context()),
    heldUntil: (message, dossier, now) => waitsUntil(message, dossier, now, config),
    settled: ours.afterDelivery,
    log: quiet,
    random: () => 1,
  });
  const sweep = sweeping({
    store,
    register: ours.register,
    config,
    digestAt: '08:30',
    deliver: deliveries.deliver,
    log: quiet,
    condition: () => condition,
  });

  const address = (conversationId: string, serviceUrl = service.url) => ({
    serviceUrl,
    tenantId: 'ballance',
    botId: '28:bot',
    conversationId,
  });

  async function idle(): Promise<void> {
    for (let i = 0; i < 3; i++) {
      await reach.idle();
      await deliveries.idle();
    }
  }

  const messages = async (): Promise<Message[]> => {
    const found: Message[] = [];
    for await (const { document } of store.all())
      if (document && 'outbox' in document) found.push(...(document as Dossier | Bulletin).outbox);
    return found;
  };

  /** Sweeps until nothing is left that can be tried at this moment. */
  async function work(): Promise<void> {
    for (let i = 0; i < 8; i++) {
      await sweep(clock.now());
      await idle();
      if ((await store.due(clock.now(), 1)).length === 0) return;
    }
  }

  const office_ = {
    ...ours,
    addresses,
    messages,
    work,
    idle,
    /** Moves the clock by so many minutes, and does what is due by then. */
    async passes(minutes: number): Promise<void> {
      ours.moveTo(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString());
      await work();
    },
    /** Somebody says something in their own chat, at that service. */
    speaks: (person: Person, serviceUrl?: string) =>
      addresses.meet({ person, personal: true, address: address(chatOf(person), serviceUrl) }),
    /** Somebody whose chat nobody knows (any more): it must be made. */
    forgets: (person: Person) => addresses.record(person, undefined),
    /** The channel is linked there. */
    async links(serviceUrl?: string): Promise<void> {
      await linkChannel(store, { address: address(channel, serviceUrl), linkedAt: clock.now() });
      addresses.heard({ kind: 'channel' });
    },
    async close(): Promise<void> {
      deliveries.stop();
      await idle();
    },
  };
  for (const person of colleagues) await office_.speaks(person);
  await idle();
  return office_;
}

export type OfficeInTeams = Awaited<ReturnType<typeof anOfficeInTeams>>;
