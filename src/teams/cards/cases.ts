import { longDate } from '../../letters/dutch-date.ts';
import type { LocalDate } from '../../procedure/articles/art02-periods.ts';
import type { Complaint } from '../../procedure/complaint.ts';
import { type Card, template } from '../card.ts';
import { deadlineWords, unreadableLine } from '../words.ts';
import { type Action, action, buttons } from './button.ts';
import { type DatedDeadline, type TimeLeft, timeLeftOf } from './deadline-line.ts';

/** An open dossier and what is due next in it, if anything runs. */
export type CaseRow = { complaint: Complaint; next?: DatedDeadline };

type Row = TimeLeft & { number: string; what: string; until: string; open: Action };
type Data = { intro: string; rows: Row[]; more: string[]; actions: Action[] };

const fill = template<Data>('cases');
const mostRows = 20;

/** Somebody's open dossiers, the nearest deadline first; each opens at a press. */
export const casesCard = (
  rows: readonly CaseRow[],
  today: LocalDate,
  unreadable: readonly string[] = [],
): Card =>
  fill({
    intro:
      rows.length > 0
        ? 'Druk op een klacht om die te openen. De dichtstbijzijnde termijn staat bovenaan.'
        : unreadable.length > 0
          ? 'Je hebt geen open klachten die ik kan laten zien.'
          : 'Je hebt geen open klachten. Komt er een bij, dan krijg je hier vanzelf een kaart.',
    rows: rows.slice(0, mostRows).map((row) => rowOf(row, today)),
    more: [
      ...(rows.length > mostRows ? [`En nog ${rows.length - mostRows}. Typ “zaak” en het nummer.`] : []),
      ...unreadableLine(unreadable, 'desk'),
    ],
    actions: buttons([{ title: 'Klacht registreren', verb: 'ask-register' }]),
  });

function rowOf({ complaint: { number }, next }: CaseRow, today: LocalDate): Row {
  const row = next ? dueRow(next, today) : { what: 'Er loopt geen termijn', until: '', ...nothingRuns };
  // Without a title: who cannot see the row hears all that stands in it.
  const { title: _, ...open } = action({ title: number, verb: 'case', data: { number } });
  return { number, ...row, open };
}

const nothingRuns: TimeLeft = { daysLeft: '', style: 'emphasis', color: 'default' };

function dueRow(next: DatedDeadline, today: LocalDate): Omit<Row, 'number' | 'open'> {
  const { kind, article, lastDayToAct } = next.deadline;
  const left = timeLeftOf(next, today);
  return {
    what: `${deadlineWords[kind]} (artikel ${article})`,
    until: `Laatste dag: ${longDate(lastDayToAct)}`,
    ...left,
    daysLeft: ` · ${left.daysLeft}`,
  };
}
