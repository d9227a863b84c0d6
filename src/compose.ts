import { setTimeout as pause } from 'node:timers/promises';
import type { Circumstances } from './compose/circumstances.ts';
import { guarded } from './compose/guarded.ts';
import {
  makerOf,
  openClock,
  openDocuments,
  openHeads,
  openStore,
  tryoutFile,
  urlOf,
} from './compose/open.ts';
import { mailboxOf, standInFor } from './compose/stand-in.ts';
import { attachWebsite } from './compose/website.ts';
import { hasEnded, instanceName, releaseAbandoned } from './dispatch/abandoned-claims.ts';
import { dispatcher } from './dispatch/dispatcher.ts';
import { refresher } from './dispatch/refresher.ts';
import { scheduler } from './dispatch/scheduler.ts';
import { waking } from './dispatch/wake.ts';
import { listen } from './http/listening.ts';
import { httpServer } from './http/server.ts';
import { ownIdentity } from './identity/own-identity.ts';
import { logger } from './log.ts';
import { checkMail } from './mail/check-mail.ts';
import { mailDelivery, noMailDelivery } from './mail/mail-delivery.ts';
import { beforeSending } from './register/before-sending.ts';
import { keepingDocuments } from './register/documents.ts';
import { logUnwritten, readiness } from './register/health.ts';
import {
  assertOurs,
  broughtUpToDate,
  type Condition,
  compareWithHeads,
} from './register/integrity/at-start.ts';
import { sealedStore } from './register/integrity/sealed-store.ts';
import { routedDelivery } from './register/model/delivery.ts';
import type { Dossier } from './register/model/dossier.ts';
import type { Message } from './register/model/message.ts';
import { sweepSent } from './register/model/sent-files.ts';
import { mayReceive } from './register/notify/may-receive.ts';
import type { RegisterConfig } from './register/notify/reminders.ts';
import { waitsUntil } from './register/notify/waits-for-a-werkdag.ts';
import { register } from './register/register.ts';
import { sweeping } from './register/sweep.ts';
import { sweepDocuments } from './register/sweep-documents.ts';
import { isLoopback } from './settings/reader.ts';
import type { Settings } from './settings/settings.ts';
import { ownerOnly } from './store/sqlite-files.ts';
import { botAuthorization, TeamsAdapter } from './teams/adapter/adapter.ts';
import { addressBook } from './teams/adapter/address-book.ts';
import { colleaguesOf, everybody } from './teams/adapter/colleagues.ts';
import { connector, outboxAdapter } from './teams/adapter/connector.ts';
import { bot } from './teams/bot.ts';
import { asideIn } from './teams/buttons/form-stays.ts';
import { showsTyping } from './teams/guards/typing.ts';
import { teamsDelivery } from './teams/notifications/delivery.ts';
import { outgoingLimits as pacing } from './teams/notifications/outgoing-limits.ts';
import { shownCards } from './teams/notifications/shown-cards.ts';
import { namesFor } from './teams/office/names.ts';
import type { Office } from './teams/office/office.ts';
import { unwatched } from './telemetry/watch.ts';
import { dutchCalendar } from './time/dutch-calendar.ts';
import { tryoutDesk } from './tryout/desk.ts';

/** The running bot. */
export type Klachtenbot = {
  /** Starts listening; returns the URL. */
  start(): Promise<string>;
  /** Accepts no more turns, lets turns and deliveries in flight end, releases claims, closes the store; within ten seconds. */
  stop(): Promise<void>;
};

/** How long turns and deliveries in flight get to end, in milliseconds; and after that the connections. */
const [graceMs, closingMs] = [8_000, 1_000];

/** Composes the bot from its parts, as the settings ask (the composition root). */
export function compose(settings: Settings, circumstances: Circumstances = {}): Klachtenbot {
  const { authority, graph, inboundRate, timeouts, beginAgain, fillUntil, watch = unwatched } = circumstances;
  const log = watch.log(logger(settings.logLevel));
  const madeBy = makerOf(settings);
  const bare = openStore(settings, log, watch);
  const heads = openHeads(settings.store, log);
  const documents = openDocuments(settings);
  const store = sealedStore(bare, { heads, log });
  if (settings.tryout && tryoutFile(settings.store) !== ':memory:') ownerOnly(tryoutFile(settings.store));
  const clock = openClock(settings);
  const calendar = dutchCalendar(settings.extraHolidays, settings.postDays);
  const { organisation, remindAt, retentionYears } = settings;
  const ownMailbox = settings.tryout ? mailboxOf(() => standIn, organisation.email) : undefined;
  const mail = settings.mail === 'none' ? undefined : (settings.mail ?? ownMailbox);
  const people = settings.tryout ? tryoutDesk(settings.people) : settings.people;
  const config: RegisterConfig = { calendar, remindAt, retentionYears, board: people.board, ...clock };
  const dossiers = register({
    store,
    clock,
    config,
    people,
    mail: mail !== undefined,
    afterSave: (id) => deliveries.poke(id),
    changed: (dossier) => live.saved(dossier),
    heads,
    documents,
    log,
  });
  const mayStillReceive = (message: Message, dossier: Dossier | undefined) =>
    mayReceive(message, dossier, dossiers.context());
  const reach = waking({
    store,
    amend: dossiers.amend,
    clock,
    mayReceive: mayStillReceive,
    poke: (id) => deliveries.poke(id),
    refresh: (number) => live.changed(number),
    reachable: (to) => deliveries.reachable(to),
    log,
  });
  const addresses = addressBook(store, reach.retryNow);
  const colleagues = settings.app ? colleaguesOf(settings.app.tenantId, { store, clock }) : everybody;
  const inOffice = { register: dossiers, store, clock, calendar, config, addresses, colleagues, log };
  const adapter = new TeamsAdapter(settings.app, authority);
  const platform = connector(
    outboxAdapter(settings.app, authority),
    settings.app?.id,
    (serviceUrl) => standIn?.serviceUrlNow(serviceUrl) ?? serviceUrl,
  );
  const plainTo = settings.tryout ? isLoopback : undefined;
  const office: Office = {
    ...inOffice,
    organisation,
    botId: settings.app?.id,
    names: namesFor(inOffice, platform),
    documents: keepingDocuments({ store, documents, register: dossiers, log }),
    places: { authorization: botAuthorization(settings.app, authority), ...(plainTo && { plainTo }) },
  };
  const instance = instanceName();
  const shown = shownCards(office, (number) => live.changed(number));
  const limits = pacing(store, () => Date.now() + clock.offset(), instance);
  const inTeams = teamsDelivery(office, platform, limits, shown);
  const live = refresher({ store, clock, refresh: inTeams.refreshCards, log });
  const stopping = new AbortController();
  const identity = ownIdentity(settings.app);
  const byMail =
    mail && mailDelivery(mail, organisation, clock, { identity, graph, stopping: stopping.signal });
  const deliveries = dispatcher({
    amend: dossiers.amend,
    store,
    delivery: watch.deliveries(
      reach.watched(routedDelivery({ person: inTeams, channel: inTeams, mail: byMail ?? noMailDelivery })),
    ),
    attempted: watch.attempted,
    clock,
    instance,
    hasEnded: (by) => hasEnded(by, instance),
    mayReceive: mayStillReceive,
    heldUntil: (message, dossier, now) => waitsUntil(message, dossier, now, config),
    beforeSending: beforeSending({ context: dossiers.context, config, organisation }),
    settled: dossiers.afterDelivery,
    log,
  });
  let condition: Condition | undefined;
  const sweep = sweeping({
    store,
    register: dossiers,
    config,
    digestAt: settings.digestAt,
    deliver: deliveries.deliver,
    refresh: () => Promise.all([inTeams.refresh(), live.catchUp()]),
    tidy: (now) => Promise.all([sweepDocuments({ store, documents, log }, now), sweepSent(store, now)]),
    log,
    condition: () => condition,
  });
  const sweeps = scheduler({ sweep: watch.sweep(sweep), clock, log });
  const ready = readiness({
    ...{ store, register: dossiers, mail: mail !== undefined, heads, documents, log },
    isSweeping: sweeps.isAlive,
    lastSweptAt: sweeps.lastSweptAt,
    condition: () => condition,
  });
  watch.measures({ ready, clock, sweeps });
  const { router, drain } = httpServer({
    adapter,
    bot: guarded(
      showsTyping(bot({ office, connector: platform, anyClient: settings.tryout, plainTo, shown }), office),
      office,
      settings,
      { inboundRate, aside: asideIn(office, platform) },
    ),
    admission: settings.tryout ? 'anyone-on-loopback' : { tenantId: settings.app.tenantId },
    ready,
    healthToken: settings.healthToken,
    watchTurn: watch.turn,
    log,
    timeouts,
  });
  const { server } = router;
  const url = () => urlOf(server.address(), settings.host);
  const standIn = standInFor(settings, {
    ...{ store, clock, calendar, people, url, madeBy, beginAgain, fillUntil, timeMoved: sweeps.sweepNow },
  });
  standIn?.attach(router);
  attachWebsite(router, settings, office);
  let mailCheck: Promise<void> | undefined;

  return {
    async start() {
      await assertOurs(bare, madeBy).catch(async (error: unknown) => {
        await store.close();
        throw error;
      });
      // A register that cannot be written can still be read: the bot goes on, and is not ready.
      await store.check().catch((error: unknown) => logUnwritten(log, error));
      await broughtUpToDate({ bare, store, heads, clock, madeBy, log });
      await dossiers.refresh();
      await standIn?.open();
      await listen(server, settings);
      void compareWithHeads({ bare, heads, clock, log }).then((found) => {
        condition = found;
      });
      await releaseAbandoned({
        store,
        amend: dossiers.amend,
        clock,
        hasEnded: (by) => hasEnded(by, instance),
      }).catch((error: unknown) => log.fault('claims of the dead were not released', error));
      if (byMail) mailCheck = checkMail({ mail: byMail, store, clock, retryNow: reach.retryNow, log });
      sweeps.start();
      void standIn?.fill();
      return url();
    },
    async stop() {
      deliveries.stop();
      stopping.abort();
      live.stop();
      const ended = Promise.all([drain(), sweeps.stop(), deliveries.idle(), live.idle(), mailCheck]).then(
        reach.idle,
      );
      await Promise.race([ended, pause(graceMs)]);
      await standIn?.close();
      const closed = Promise.all([new Promise((resolve) => server.close(resolve)), watch.flush(closingMs)]);
      await Promise.race([closed, pause(closingMs)]);
      server.closeAllConnections();
      await store.close();
    },
  };
}
