import type { View } from '../../procedure/access.ts';
import { handlerFor } from '../../procedure/articles/art05-handler.ts';
import { erasesOn, warningDays } from '../../procedure/articles/avg-erasure.ts';
import type { Complaint, Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import { mayCommand } from '../../procedure/steps.ts';
import { addDays, type Instant, type LocalDate } from '../../time/local-date.ts';
import type { NewMessage } from '../model/outbox.ts';
import type { RegisterConfig } from './reminders.ts';

type Retention = { warnAt: Instant; eraseAt: Instant; eraseOn: LocalDate };

/** Finds when a closed dossier is warned of and erased; undefined while it is open or on hold, and once it is erased. */
function retentionOf(complaint: Complaint, config: RegisterConfig): Retention | undefined {
  const eraseOn = erasesOn(complaint, config.retentionYears);
  if (!eraseOn) return undefined;
  const warnAt = config.at(addDays(eraseOn, -warningDays), config.remindAt);
  return { eraseOn, warnAt, eraseAt: config.at(eraseOn, '00:00') };
}

const warningId = ({ number }: Complaint, { eraseOn }: Retention): string => `${number}/erasure-${eraseOn}`;

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
  complaint: Complaint,
  now: Instant,
  config: RegisterConfig,
  view: View,
): NewMessage[] {
  const retention = retentionOf(complaint, config);
  if (!retention || now < retention.warnAt) return [];
  return keepers(complaint, view).map(({ id }) => ({
    id: `${warningId(complaint, retention)}/${id}`,
    to: { kind: 'person', id },
    content: { kind: 'erasure-warning', on: retention.eraseOn },
  }));
}

/** Finds when the sweep must read a closed dossier: for its warning, and for its erasure. */
export function retentionAttentionAt(
  complaint: Complaint,
  isKnown: (reminder: { id: string }) => boolean,
  config: RegisterConfig,
): Instant | undefined {
  const retention = retentionOf(complaint, config);
  if (!retention) return undefined;
  return isKnown({ id: warningId(complaint, retention) }) ? retention.eraseAt : retention.warnAt;
}
