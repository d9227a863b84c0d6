import { nextWorkingDayAfter } from '../../procedure/articles/art02-periods.ts';
import { handlesToday } from '../../procedure/articles/art05-handler.ts';
import type { Context } from '../../procedure/model/commands.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import type { NewMessage } from '../model/outbox.ts';
import { type RegisterConfig, remindingFrom } from './reminders.ts';

type Posted = Pick<Dossier, 'complaint' | 'outbox'>;

type Passed = { id: string; on: LocalDate; remindAt: Instant };

/**
 * Finds the talk to come (Inleiding), of which the handler is reminded once, at REMIND_AT on the werkdag after its day. Undefined where
 * there is none, nobody handles the complaint, or they were reminded.
 */
function talkOf(
  { complaint, outbox }: Posted,
  { calendar, at, remindAt }: RegisterConfig,
): Passed | undefined {
  const { number, talkToCome, handler } = complaint;
  if (!talkToCome || !handler) return undefined;
  const { on, time } = talkToCome;
  const id = `${number}/talk-${on}-${time}`;
  const isKnown = outbox.some((message) => message.id.startsWith(`${id}/`));
  return isKnown ? undefined : { id, on, remindAt: at(nextWorkingDayAfter(on, calendar.wide), remindAt) };
}

/** Lists the reminders of a talk whose day has passed without a result, to the handler and who stands in. */
export function talkReminders(
  dossier: Posted,
  now: Instant,
  config: RegisterConfig,
  context: Pick<Context, 'desk' | 'today'>,
): NewMessage[] {
  const talk = talkOf(dossier, config);
  const { handler } = dossier.complaint;
  if (!talk || !handler || talk.remindAt > now || remindingFrom(now, config) > now) return [];
  const standingIn = inOrderOfHandling(context.desk)
    .map(({ person }) => person)
    .filter((person) => handlesToday(person, dossier.complaint, context));
  return [...new Set([handler.person, ...standingIn].map(({ id }) => id))].map((id) => ({
    id: `${talk.id}/${id}`,
    to: { kind: 'person', id },
    content: { kind: 'talk-passed', on: talk.on },
  }));
}

/** Finds when the sweep must read a dossier because of its talk. */
export function talkAttentionAt(dossier: Posted, now: Instant, config: RegisterConfig): Instant | undefined {
  const talk = talkOf(dossier, config);
  if (!talk) return undefined;
  const from = remindingFrom(now, config);
  return talk.remindAt > from ? talk.remindAt : from;
}
