import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { LeftOut } from '../../register/integrity/unreadable.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Action, action, buttons } from './button.ts';
import { type DatedDeadline, dueWords, lastDayWords, type TimeLeft, timeLeftOf } from './deadlines.ts';
import { type Card, template } from './template.ts';
import { unreadableLines } from './words.ts';

/** An open dossier, and its next deadline if one runs. */
export type CaseRow = { complaint: Complaint; next?: DatedDeadline };

type CaseLine = TimeLeft & { number: CaseNumber; what: string; until: string; open: Action };
type CasesData = { intro: string; rows: CaseLine[]; more: string[]; actions: Action[] };

const fillCases = template<CasesData>('cases');
const mostCases = 20;

/** Draws somebody's open dossiers, the nearest deadline first; each opens at a press. */
export const casesCard = (
  rows: readonly CaseRow[],
  today: LocalDate,
  unreadable: readonly LeftOut[] = [],
): Card =>
  fillCases({
    intro:
      rows.length > 0
        ? 'Druk op een klacht om die te openen. De dichtstbijzijnde termijn staat bovenaan.'
        : unreadable.length > 0
          ? 'Je hebt geen open klachten die ik kan laten zien.'
          : 'Je hebt geen open klachten. Komt er een bij, dan krijg je hier vanzelf een kaart.',
    rows: rows.slice(0, mostCases).map((row) => caseLine(row, today)),
    more: [
      ...(rows.length > mostCases ? [`En nog ${rows.length - mostCases}. Typ “zaak” en het nummer.`] : []),
      ...unreadableLines(unreadable, 'desk'),
    ],
    actions: buttons([{ title: 'Klacht registreren', verb: 'ask-register' }]),
  });

function caseLine({ complaint: { number }, next }: CaseRow, today: LocalDate): CaseLine {
  const row = next ? dueRow(next, today) : { what: 'Er loopt geen termijn', until: '', ...nothingRuns };
  // Without a title, so that a screen reader reads the whole row.
  const { title: _, ...open } = action({ title: number, verb: 'case', data: { number } });
  return { number, ...row, open };
}

const nothingRuns: TimeLeft = { daysLeft: '', style: 'emphasis', color: 'default' };

function dueRow(next: DatedDeadline, today: LocalDate): Omit<CaseLine, 'number' | 'open'> {
  const { article } = next.deadline;
  const left = timeLeftOf(next, today);
  return {
    what: `${dueWords(next.deadline)} (artikel ${article})`,
    until: lastDayWords(next.deadline),
    ...left,
    daysLeft: ` · ${left.daysLeft}`,
  };
}
