import { standings } from '../../procedure/access.ts';
import { toBeAsked } from '../../procedure/articles/art00-satisfaction.ts';
import { isWorkingDay, nextWorkingDayAfter } from '../../procedure/articles/art02-periods.ts';
import type { Context } from '../../procedure/model/commands.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import type { NewMessage } from '../model/outbox.ts';
import { type RegisterConfig, remindingFrom } from './reminders.ts';

type Posted = Pick<Dossier, 'complaint' | 'outbox'>;

type Asking = { id: string; from: Instant; until: LocalDate };

/**
 * Finds the question how satisfied the complainant is (Inleiding), of which the handler is reminded once after each closing, at REMIND_AT
 * on the first werkdag from four weeks after it. Undefined where they are not asked, have answered, or it was reminded.
 */
function askingOf(
  { complaint, outbox }: Posted,
  { calendar, at, remindAt }: RegisterConfig,
): Asking | undefined {
  const asking = toBeAsked(complaint);
  if (!asking) return undefined;
  // What was reopened is asked anew, and a closing of which the day was corrected is not.
  const id = `${complaint.number}/satisfaction-of-${complaint.reopenedOn ?? complaint.registeredOn}`;
  if (outbox.some((message) => message.id.startsWith(`${id}/`))) return undefined;
  const { from, until } = asking;
  const day = isWorkingDay(from, calendar.wide) ? from : nextWorkingDayAfter(from, calendar.wide);
  return { id, from: at(day, remindAt), until };
}

/** Lists the reminders to ask the complainant: to who handles the complaint and may read it. Who stands in after the closing may not. */
export function satisfactionReminders(
  dossier: Posted,
  now: Instant,
  config: RegisterConfig,
  context: Context,
): NewMessage[] {
  const asking = askingOf(dossier, config);
  if (!asking || asking.from > now || context.today > asking.until || remindingFrom(now, config) > now)
    return [];
  return inOrderOfHandling(context.desk)
    .filter(({ person }) => standings(person, dossier.complaint, context).includes('handler'))
    .map(({ person: { id } }) => ({
      id: `${asking.id}/${id}`,
      to: { kind: 'person', id },
      content: { kind: 'satisfaction-due' },
    }));
}

/** Finds when the sweep must read a closed dossier to have its complainant asked. */
export function satisfactionAttentionAt(
  dossier: Posted,
  now: Instant,
  config: RegisterConfig,
): Instant | undefined {
  const asking = askingOf(dossier, config);
  if (!asking || config.dayOf(now) > asking.until) return undefined;
  const from = remindingFrom(now, config);
  return asking.from > from ? asking.from : from;
}
