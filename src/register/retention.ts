import { addDays, type Instant, type LocalDate } from '../procedure/articles/art02-periods.ts';
import { handlerFor } from '../procedure/articles/art05-handler.ts';
import type { Context } from '../procedure/commands.ts';
import type { Complaint } from '../procedure/complaint.ts';
import { erasesOn } from '../procedure/erasure.ts';
import type { NewMessage } from './outbox.ts';
import type { Timetable } from './reminders.ts';

/** Calendar days before erasure on which somebody is warned of it. */
const warningDays = 14;

type Retention = { warnAt: Instant; eraseAt: Instant; eraseOn: LocalDate };

/** When a closed dossier is warned of and erased; undefined while it is open, held, or erased already. */
export function retentionOf(complaint: Complaint, table: Timetable): Retention | undefined {
  const eraseOn = erasesOn(complaint, table.retentionYears);
  if (!eraseOn) return undefined;
  const warnAt = table.at(addDays(eraseOn, -warningDays), table.remindAt);
  return { eraseOn, warnAt, eraseAt: table.at(eraseOn, '00:00') };
}

const warningId = ({ number }: Complaint, { eraseOn }: Retention): string => `${number}/erasure-${eraseOn}`;

/** The warning that is due, to the officer, or who would handle it where he is a respondent. */
export function erasureWarnings(
  complaint: Complaint,
  now: Instant,
  table: Timetable,
  { desk, today }: Pick<Context, 'desk' | 'today'>,
): NewMessage[] {
  const retention = retentionOf(complaint, table);
  const keeper = handlerFor(complaint.respondents, desk, today)?.person;
  if (!retention || !keeper || now < retention.warnAt) return [];
  const id = `${warningId(complaint, retention)}/${keeper.id}`;
  return [
    {
      id,
      to: { kind: 'person', id: keeper.id },
      content: { kind: 'erasure-warning', on: retention.eraseOn },
    },
  ];
}

/** When the sweep must look at a closed dossier: for its warning, and for its erasure. */
export function retentionAttentionAt(
  complaint: Complaint,
  isKnown: (reminder: { id: string }) => boolean,
  table: Timetable,
): Instant | undefined {
  const retention = retentionOf(complaint, table);
  if (!retention) return undefined;
  return isKnown({ id: warningId(complaint, retention) }) ? retention.eraseAt : retention.warnAt;
}
