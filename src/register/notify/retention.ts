import type { View } from '../../procedure/access.ts';
import { handlerFor } from '../../procedure/articles/art05-handler.ts';
import { eraseAfterRetention, erasesOn, warningDays } from '../../procedure/articles/avg-erasure.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { Event } from '../../procedure/model/events.ts';
import { mayCommand } from '../../procedure/open-steps.ts';
import { addDays, type Instant, type LocalDate } from '../../time/local-date.ts';
import type { Dossier } from '../model/dossier.ts';
import type { NewMessage } from '../model/outbox.ts';
import type { RegisterConfig } from './reminders.ts';

type Posted = Pick<Dossier, 'complaint' | 'outbox'>;

type Retention = { id: string; on: LocalDate; warnAt: Instant; warnedOn?: LocalDate };

/** Finds when a closed dossier is warned of, and was; undefined while it is open or on hold, and once it is erased. */
function retentionOf({ complaint, outbox }: Posted, config: RegisterConfig): Retention | undefined {
  const on = erasesOn(complaint, config.retentionYears);
  if (!on) return undefined;
  const id = `${complaint.number}/erasure-${on}`;
  const warning = outbox.find((message) => message.id.startsWith(`${id}/`));
  const warnAt = config.at(addDays(on, -warningDays), config.remindAt);
  return { id, on, warnAt, ...(warning && { warnedOn: config.dayOf(warning.queuedAt) }) };
}

const afterWarning = (on: LocalDate, warnedOn: LocalDate): LocalDate => {
  const day = addDays(warnedOn, warningDays);
  return day > on ? day : on;
};

/**
 * Finds the day on which a closed dossier is erased by itself: after its years, and always two weeks after its warning, which comes
 * late where the bot stood still or the years were made fewer. Undefined while open or on hold, and once erased.
 */
export function erasureDay(dossier: Posted, view: View, config: RegisterConfig): LocalDate | undefined {
  const retention = retentionOf(dossier, config);
  if (!retention) return undefined;
  const { on, warnedOn } = retention;
  if (!warnedOn && keepers(dossier.complaint, view).length === 0) return on;
  return afterWarning(on, warnedOn ?? view.today);
}

/** Lists who can put it on hold; where nobody can, who would handle it today. */
function keepers(complaint: Complaint, view: View): Person[] {
  const able = inOrderOfHandling(view.desk)
    .map(({ person }) => person)
    .filter((person) => mayCommand(person, 'set-hold', complaint, view));
  const next = handlerFor(complaint.respondents, view.desk, view.today);
  return able.length > 0 || !next ? able : [next.person];
}

/** Lists the warnings that are due, to those who can still stop the erasure. */
export function erasureWarnings(
  dossier: Posted,
  now: Instant,
  config: RegisterConfig,
  view: View,
): NewMessage[] {
  const retention = retentionOf(dossier, config);
  const on = erasureDay(dossier, view, config);
  if (!retention || !on || now < retention.warnAt) return [];
  return keepers(dossier.complaint, view).map(({ id }) => ({
    id: `${retention.id}/${id}`,
    to: { kind: 'person', id },
    content: { kind: 'erasure-warning', on },
  }));
}

/** Finds when the sweep must read a closed dossier: for its warning, and for its erasure. */
export function retentionAttentionAt(dossier: Posted, config: RegisterConfig): Instant | undefined {
  const retention = retentionOf(dossier, config);
  if (!retention?.warnedOn) return retention?.warnAt;
  return config.at(afterWarning(retention.on, retention.warnedOn), '00:00');
}

/** Erases a dossier whose years of retention have passed, once the two weeks of warning are over; no event before. */
export function eraseAfterWarning(dossier: Dossier, view: View, config: RegisterConfig): Event[] {
  const on = erasureDay(dossier, view, config);
  return on !== undefined && on <= view.today
    ? eraseAfterRetention(dossier.complaint, view.today, config.retentionYears)
    : [];
}
