import { type Instant, isWorkingDay } from '../procedure/articles/art02-periods.ts';
import { linkedChannel } from './channel-link.ts';
import type { Bulletin, Dossier } from './dossier.ts';
import type { Log } from './log-port.ts';
import { enqueue, nextTryAt } from './outbox.ts';
import type { Register } from './register.ts';
import { reminderMessages } from './reminder-messages.ts';
import { remindersDue, type Timetable } from './reminders.ts';
import { Conflict, type Store } from './store.ts';

export type SweepOptions = {
  store: Store;
  register: Register;
  table: Timetable;
  /** 'HH:mm' in Europe/Amsterdam. */
  digestAt: string;
  /** Delivers what is due in a document. */
  deliver(id: string): Promise<void>;
  log: Log;
};

/** What the ids of bulletins begin with. */
const bulletins = 'digest/';

const isBulletin = (id: string): boolean => id.startsWith(bulletins);

/** Documents looked at in one go. */
const batch = 100;

/** The sweep: adds the reminders and the digest that are due and has everything delivered that waits. */
export function sweeping({ store, register, table, digestAt, deliver, log }: SweepOptions) {
  async function remind(id: string, now: Instant, channel: boolean): Promise<void> {
    await register.amend<Dossier>(id, (found) => {
      const dossier = register.reassign(found);
      const context = register.context();
      const messages = remindersDue(dossier.complaint, now, table).flatMap((reminder) =>
        reminderMessages(reminder, dossier.complaint, context, channel),
      );
      const outbox = enqueue(dossier.outbox, messages, now);
      return outbox === found.outbox && hasPost(found, now) ? undefined : { ...dossier, outbox };
    });
  }

  /** At DIGEST_AT on werkdagen, when a channel is linked: once a day, whatever happens. */
  async function issueDigest(now: Instant, linkedAt: Instant): Promise<void> {
    const day = table.dayOf(now);
    const due = table.at(day, digestAt);
    if (!isWorkingDay(day, table.calendar.wide) || now < due || due < linkedAt) return;
    const id = `${bulletins}${day}`;
    if (await store.read(id)) return;
    const message = { id, to: { kind: 'channel' as const }, content: { kind: 'digest' as const, day } };
    const bulletin: Bulletin = {
      kind: 'bulletin',
      id,
      outbox: enqueue([], [message], now),
      attentionAt: now,
    };
    await store.write(bulletin).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  }

  /** One document that cannot be looked after keeps no other from being so. */
  async function attend(id: string, now: Instant, channel: boolean): Promise<void> {
    try {
      if (!isBulletin(id)) await remind(id, now, channel);
    } catch (error) {
      log.fault('reminders could not be added', error);
    }
    await deliver(id);
  }

  return async (now: Instant): Promise<void> => {
    await register.refresh();
    const channel = await linkedChannel(store);
    if (channel) await issueDigest(now, channel.linkedAt);
    const seen = new Set<string>();
    for (;;) {
      const ids = (await store.due(now, batch + seen.size)).filter((id) => !seen.has(id));
      if (ids.length === 0) return;
      await Promise.all(ids.map((id) => attend(id, now, channel !== undefined)));
      for (const id of ids) seen.add(id);
    }
  };
}

/** Whether something waits to be delivered now: delivering it saves the dossier, so that looking at it need not. */
function hasPost({ outbox }: Dossier, now: Instant): boolean {
  const tryAt = nextTryAt(outbox);
  return tryAt !== undefined && tryAt <= now;
}
