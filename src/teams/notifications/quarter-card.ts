import type { Person } from '../../procedure/model/complaint.ts';
import type { BoardReport } from '../../register/board-report.ts';
import type { ContentOf } from '../../register/model/message.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Period, quarters } from '../../time/period.ts';
import { noticeCard } from '../cards/notice.ts';
import { boardReportFor } from '../files/board-report.ts';
import { openingLines } from '../files/report-opening.ts';
import { periodTyped, periodWords } from '../files/report-words.ts';
import type { Office } from '../office/office.ts';
import type { Outgoing } from './case-card.ts';

/** Draws for a board member that a quarter is over: totals of what they may count, and how to get the report. */
export async function quarterOver(
  { year, quarter: number }: ContentOf<'quarter'>,
  office: Office,
  reader: Person,
): Promise<Outgoing> {
  const quarter = quarters.find((one) => one === number);
  const report = await boardReportFor({ year, ...(quarter && { quarter }) }, reader, office);
  return quarterCard(report, office.clock.today());
}

/** Draws the totals of a report, with the button to get it. */
export function quarterCard(report: BoardReport, today: LocalDate): Outgoing {
  const { period } = report;
  const totals = openingLines(report, today).slice(0, 2);
  return {
    card: noticeCard({
      title: `Klachten in ${periodWords(period)}`,
      text: `${totals.join(' ')} ${asked(period)}`,
      tone: 'accent',
      buttons: [
        {
          title: `Jaarverslag ${periodTyped(period)}`,
          verb: 'board-report',
          data: { period: periodTyped(period) },
          main: true,
        },
      ],
    }),
    summary: `Klachten in ${periodWords(period)}`,
  };
}

const asked = (period: Period): string =>
  `Meer staat in het verslag voor Word: druk hieronder, of typ “jaarverslag ${periodTyped(period)}”.`;
