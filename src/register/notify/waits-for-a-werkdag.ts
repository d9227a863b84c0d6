import { nextWorkingDayAfter } from '../../procedure/articles/art02-periods.ts';
import { type Instant, type LocalDate, later } from '../../time/local-date.ts';
import type { Content, Message } from '../model/message.ts';
import { type RegisterConfig, remindingFrom } from './reminders.ts';

/** Milliseconds after the reminders at which a notice of an undelivered one goes out, so that the reminder is tried first. */
const noticeAfterMs = 5 * 60_000;

/**
 * Finds until when a message that can be tried now waits for a werkdag; undefined: it does not. A reminder waits, as does a
 * notice that one was not delivered (unless that is about a day before the next werkdag) and, outside werkdagen, a notice
 * that the channel is not reached. A message that guards forwarding (Art. 5) or a letter never waits.
 */
export function waitsUntil(
  { content }: Pick<Message, 'content'>,
  dossier: { outbox: readonly Pick<Message, 'id' | 'content'>[] } | undefined,
  now: Instant,
  config: RegisterConfig,
): Instant | undefined {
  const from = remindingFrom(now, config);
  if (from <= now) return undefined;
  if (isReminder(content.kind) || (content.kind === 'set-up-fault' && content.of === 'channel')) return from;
  if (content.kind !== 'undelivered' || !isReminder(content.what)) return undefined;
  const subject = dossier?.outbox.find(({ id }) => id === content.message)?.content;
  if (subject?.kind === 'reminder' && subject.lastDayToAct <= nextWorkingDay(now, config)) return undefined;
  return later(from, noticeAfterMs);
}

const reminders: readonly Content['kind'][] = [
  'reminder',
  'talk-passed',
  'statement-due',
  'satisfaction-due',
];

const isReminder = (kind: Content['kind']): boolean => reminders.includes(kind);

const nextWorkingDay = (now: Instant, { calendar, dayOf }: RegisterConfig): LocalDate =>
  nextWorkingDayAfter(dayOf(now), calendar.wide);
