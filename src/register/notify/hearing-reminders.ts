import { workingDaysBefore } from '../../procedure/articles/art02-periods.ts';
import { hearingHosts, isAppointed } from '../../procedure/articles/art08-appointment.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Instant } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import type { NewMessage } from '../model/outbox.ts';
import { type Invited, invited, type Moment, tookPlace } from './hearing-messages.ts';
import type { RegisterConfig } from './reminders.ts';

type Upcoming = { id: string; remindAt: Instant; moment: Moment; people: readonly Invited[] };

/**
 * Finds the hearing to come of which its party is reminded once: at REMIND_AT on the werkdag before its day, because what must be put off
 * is put off then. Who hears of it only after that is not reminded. Undefined where there is none, or they were reminded.
 */
function upcoming(
  { complaint, outbox, journal }: Dossier,
  now: Instant,
  config: RegisterConfig,
): Upcoming | undefined {
  const { appointment, number } = complaint;
  if (!appointment || !isAppointed(appointment, complaint) || tookPlace(journal)) return undefined;
  const { on, time } = appointment;
  const remindAt = config.at(workingDaysBefore(on, 1, config.calendar.wide), config.remindAt);
  const people = invited({ outbox, journal }, now).filter(
    (one) => one.on === on && one.time === time && one.since < remindAt,
  );
  const id = `${number}/hearing-${on}-${time}`;
  const isKnown = outbox.some((message) => message.id.startsWith(`${id}/`));
  return isKnown || people.length === 0 ? undefined : { id, remindAt, moment: { on, time }, people };
}

/** Lists the reminders of a hearing that is near, to who must be there, and who stands in for the handler. */
export function hearingReminders(
  dossier: Dossier,
  now: Instant,
  config: RegisterConfig,
  context: Pick<Context, 'desk' | 'today'>,
): NewMessage[] {
  const near = upcoming(dossier, now, config);
  if (!near || near.remindAt > now) return [];
  const hosts = hearingHosts(dossier.complaint, context).map(({ id }) => id);
  const people = new Set([...hosts, ...near.people.map(({ id }) => id)]);
  return [...people].map((id) => ({
    id: `${near.id}/${id}`,
    to: { kind: 'person', id },
    content: { kind: 'hearing', ...near.moment, because: 'near' },
  }));
}

/** Finds when the sweep must read a dossier because of its hearing. */
export const hearingAttentionAt = (
  dossier: Dossier,
  now: Instant,
  config: RegisterConfig,
): Instant | undefined => upcoming(dossier, now, config)?.remindAt;
