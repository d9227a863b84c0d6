import { workingDaysBefore } from '../../procedure/articles/art02-periods.ts';
import type { AwaitedStatement } from '../../procedure/model/complaint.ts';
import type { Instant } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import { personIn } from '../model/message.ts';
import type { NewMessage } from '../model/outbox.ts';
import { type RegisterConfig, remindingFrom } from './reminders.ts';

type Posted = Pick<Dossier, 'complaint' | 'outbox'>;

type Near = AwaitedStatement & { id: string; remindAt: Instant };

/**
 * Finds the statements that are awaited (hoor en wederhoor), of which the respondent is reminded once: at REMIND_AT on the werkdag before
 * the day that was named. Who read the request only after that is not reminded, and nobody once that day has passed.
 */
function near({ complaint, outbox }: Posted, now: Instant, config: RegisterConfig): Near[] {
  const { number, statementsAwaited = [] } = complaint;
  const today = config.dayOf(now);
  return statementsAwaited.flatMap(({ of, dueOn }) => {
    const id = `${number}/statement-due-${dueOn}/${of}`;
    const remindAt = config.at(workingDaysBefore(dueOn, 1, config.calendar.wide), config.remindAt);
    const asked = outbox.findLast(
      ({ content, to }) => content.kind === 'statement-request' && personIn(to) === of,
    );
    const isRead = asked?.sentAt !== undefined && asked.sentAt < remindAt;
    const isKnown = outbox.some((message) => message.id === id);
    return isRead && !isKnown && today <= dueOn ? [{ id, of, dueOn, remindAt }] : [];
  });
}

/** Lists the reminders of statements, each to the respondent who was asked for it. */
export const statementReminders = (dossier: Posted, now: Instant, config: RegisterConfig): NewMessage[] =>
  remindingFrom(now, config) > now
    ? []
    : near(dossier, now, config)
        .filter(({ remindAt }) => remindAt <= now)
        .map(({ id, of, dueOn }) => ({
          id,
          to: { kind: 'person', id: of },
          content: { kind: 'statement-due', dueOn },
        }));

/** Finds when the sweep must read a dossier because of a statement that is awaited. */
export function statementAttentionAt(
  dossier: Posted,
  now: Instant,
  config: RegisterConfig,
): Instant | undefined {
  const [first] = near(dossier, now, config)
    .map(({ remindAt }) => remindAt)
    .sort();
  const from = remindingFrom(now, config);
  return first && (first > from ? first : from);
}
