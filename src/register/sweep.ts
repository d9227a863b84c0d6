import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { isWorkingDay } from '../procedure/articles/art02-periods.ts';
import { isKnownToNobodyElse, isToTellThemselves } from '../procedure/articles/art05-no-handler.ts';
import { isCaseNumber } from '../procedure/model/case-number.ts';
import type { Instant } from '../time/local-date.ts';
import { clockWatch, replanned } from './clock-guard.ts';
import { decreedDaysWatch } from './decreed-days.ts';
import { ofNobody } from './file-complaint.ts';
import type { Condition } from './integrity/at-start.ts';
import { dailyHead } from './integrity/evidence.ts';
import { inspection } from './integrity/unreadable.ts';
import type { Dossier } from './model/dossier.ts';
import { asOccupied } from './model/intake.ts';
import { linkedChannel } from './model/linked-channel.ts';
import type { Log } from './model/log.ts';
import { bulletinWith, enqueue, nextTryAt } from './model/outbox.ts';
import { orTaken, passUnreadable, type Store, Unreadable } from './model/store.ts';
import { alarmMessages, receiverMessages } from './notify/forwarding-alarm.ts';
import { hearingReminders } from './notify/hearing-reminders.ts';
import { reminderMessages } from './notify/reminder-messages.ts';
import { type RegisterConfig, remindersDue } from './notify/reminders.ts';
import { erasureWarnings } from './notify/retention.ts';
import { satisfactionReminders } from './notify/satisfaction-reminders.ts';
import { statementReminders } from './notify/statement-reminders.ts';
import { talkReminders } from './notify/talk-reminders.ts';
import { quarterMessages } from './quarter-messages.ts';
import type { Register } from './register.ts';
import { setUpFaults } from './set-up-faults.ts';

export type SweepOptions = {
  store: Store;
  register: Register;
  config: RegisterConfig;
  /** 'HH:mm' in Europe/Amsterdam. */
  digestAt: string;
  /** Delivers what is due in a document; never rejects. */
  deliver(id: string): Promise<void>;
  /** Updates what stands in chats. */
  refresh?: () => Promise<unknown>;
  /** Removes the content of documents that no dossier names, and forgets files that were sent and not wanted. */
  tidy?: (now: Instant) => Promise<unknown>;
  log: Log;
  /** Returns the condition of the register at the start, once that is known. */
  condition?: () => Condition | undefined;
};

/** The prefix of the ids of bulletins. */
const bulletins = 'digest/';

/** A moment later than anything that is planned. */
const endOfTime: Instant = '9999-12-31T23:59:59.999Z';

/** The number of documents that are read in one go. */
const batch = 100;

/** How long a sweep waits for its deliveries, in milliseconds; after that they go on by themselves. */
const deliveryWaitMs = 10_000;

/** Makes the sweep: adds the reminders and the digest that are due, and has every waiting message delivered. */
export function sweeping({
  store,
  register,
  config,
  digestAt,
  deliver,
  refresh,
  tidy,
  log,
  condition,
}: SweepOptions) {
  const watch = clockWatch(store);
  const tellSetUpFaults = setUpFaults({ store, register, log, condition });
  const tellQuarter = quarterMessages({ store, register, config });
  const tellDecreedDays = decreedDaysWatch({ store, register });
  const logRegisterHead = dailyHead({ store, config, digestAt, log });
  const inspect = inspection(store, config.dayOf, log);
  const index = indexing(store, log);

  async function remind(id: string, now: Instant, channel: boolean): Promise<void> {
    let isAlarmed = false;
    let isReadByNobody = false;
    await register.amendDossier(id, (found) => {
      const dossier = register.upkeep(found);
      const context = register.context();
      const due = remindersDue(dossier.complaint, now, config);
      const messages = due.flatMap((reminder) =>
        reminderMessages(reminder, dossier.complaint, context, channel),
      );
      const alarms = alarmMessages(dossier, context, channel, config);
      isAlarmed = alarms.length > 0;
      const receivers = receiverMessages(dossier, context, config);
      const talks = [
        ...statementReminders(dossier, now, config),
        ...talkReminders(dossier, now, config, context),
        ...hearingReminders(dossier, now, config, context),
        ...satisfactionReminders(dossier, now, config, context),
      ];
      const warnings = erasureWarnings(dossier, now, config, context);
      const outbox = enqueue(
        dossier.outbox,
        [...messages, ...alarms, ...receivers, ...talks, ...warnings],
        now,
      );
      const isNews = !isToTellThemselves(dossier.complaint) || outbox !== dossier.outbox;
      isReadByNobody = due.length > 0 && isNews && isKnownToNobodyElse(dossier.complaint);
      return outbox === found.outbox && hasPost(found, now) ? undefined : { ...dossier, outbox };
    });
    if (isReadByNobody) log.error(ofNobody, { document: id });
    if (isAlarmed) log.error('a complaint is not forwarded yet: the alarm goes out', { document: id });
  }

  const replan = (id: string, now: Instant) =>
    register.amend(id, (found) => ({ ...found, outbox: replanned(found.outbox, now) }));

  /** Issues the digest, from DIGEST_AT on werkdagen when a channel is linked, once a day. */
  async function issueDigest(now: Instant, linkedAt: Instant): Promise<void> {
    const day = config.dayOf(now);
    const due = config.at(day, digestAt);
    if (!isWorkingDay(day, config.calendar.wide) || now < due || due < linkedAt) return;
    const id = `${bulletins}${day}`;
    if (await store.read(id).catch(asOccupied)) return;
    const bulletin = bulletinWith({ id, to: { kind: 'channel' }, content: { kind: 'digest', day } }, now);
    await orTaken(store.write(bulletin));
  }

  /**
   * Adds what is due to a document, without stopping at one that fails. False for one that cannot be read, which is logged
   * apart.
   */
  async function attend(id: string, now: Instant, channel: boolean, setBack: boolean): Promise<boolean> {
    try {
      if (setBack) await replan(id, now);
      if (isCaseNumber(id)) await remind(id, now, channel);
    } catch (error) {
      if (error instanceof Unreadable) return false;
      log.fault('reminders could not be added', error);
    }
    return true;
  }

  return async (now: Instant): Promise<void> => {
    await register.refresh();
    await logRegisterHead(now);
    await tellSetUpFaults(now).catch((error: unknown) => log.fault('a fault of set-up was not told', error));
    await tellDecreedDays().catch((error: unknown) =>
      log.fault('deadlines that move by decree were not told', error),
    );
    await tellQuarter(now).catch((error: unknown) => log.fault('the board was not told of a quarter', error));
    // From REMIND_AT on: an absence that was recorded beforehand begins at night.
    if (now >= config.at(config.dayOf(now), config.remindAt)) await register.tellWhoStandsIn();
    const channel = await linkedChannel(store).catch(passUnreadable);
    if (channel) await issueDigest(now, channel.linkedAt);
    // A clock that ran ahead has planned too late in every document that was saved meanwhile.
    const setBack = await watch.isSetBack(now);
    const seen = new Set<string>();
    const deliveries: Promise<void>[] = [];
    for (;;) {
      const found = await store.due(setBack ? endOfTime : now, batch + seen.size);
      const ids = found.filter((id) => !seen.has(id));
      if (ids.length === 0) break;
      const readable = await Promise.all(ids.map((id) => attend(id, now, channel !== undefined, setBack)));
      // Not awaited here: the most urgent message may be found last.
      deliveries.push(...ids.filter((_, i) => readable[i]).map((id) => deliver(id)));
      for (const id of ids) seen.add(id);
    }
    await Promise.race([Promise.all(deliveries), pause(deliveryWaitMs, undefined, { ref: false })]);
    await refresh?.().catch((error: unknown) =>
      log.fault('what stands in chats was not brought up to date', error),
    );
    await tidy?.(now).catch((error: unknown) => log.fault('documents were not swept', error));
    await watch.seenTo(now);
    await inspect(now);
    await index();
    await store
      .rewriteErased?.()
      .catch((error: unknown) => log.fault('the register was not rewritten after an erasure', error));
  };
}

/** Tells whether a message is due now: its delivery saves the dossier, so that the sweep need not. */
function hasPost({ outbox }: Dossier, now: Instant): boolean {
  const tryAt = nextTryAt(outbox);
  return tryAt !== undefined && tryAt <= now;
}

/** How long one sweep indexes dossiers, in milliseconds. */
const indexingMs = 2_000;

/** Makes the work of indexing, for search, what waits for it: as much at each sweep as there is time for. */
function indexing(store: Store, log: Log) {
  return async (): Promise<void> => {
    const start = performance.now();
    try {
      // Others are served between two batches.
      while ((await store.indexMore()) && performance.now() - start < indexingMs) await turn();
    } catch (error) {
      log.fault('dossiers could not be indexed for search', error);
    }
  };
}
