import type { Card } from '../card.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Office } from '../office.ts';
import type { Press } from '../pressed.ts';
import { unreadableLine } from '../words.ts';
import { consentMessage, isYear } from './file-messages.ts';
import { yearReportFile } from './year-report-file.ts';

/** "Jaaroverzicht": offers the figures of a year (this year when none is given) as a spreadsheet. Refuses who is not at the desk. */
export async function askYearReport(
  typed: string,
  { by, say }: Pick<Press, 'by' | 'say'>,
  { register, clock }: Office,
): Promise<Card> {
  const year = typed || clock.today().slice(0, 4);
  if (!isYear(year)) {
    return noticeCard({
      title: 'Dat jaar ken ik niet',
      text: `“${year}” is geen jaar. Typ bijvoorbeeld: jaaroverzicht ${clock.today().slice(0, 4)}.`,
      tone: 'warning',
    });
  }
  const figures = await register.figures(year, by);
  const leftOut = unreadableLine(register.unreadable(by, 'desk'), 'desk').map((line) => ` ${line}`);
  if (figures.length === 0) {
    return noticeCard({
      title: `Geen klachten in ${year}`,
      text: `Er staan voor jou geen klachten in het register die in ${year} zijn ontvangen. Een ander jaar? Typ bijvoorbeeld: jaaroverzicht ${Number(year) - 1}.${leftOut}`,
      tone: 'accent',
    });
  }
  const { name, bytes } = await yearReportFile(year, figures);
  const description = `De klachten van ${year} in cijfers, zonder namen. Teams zet het bestand in je eigen OneDrive.`;
  await say(consentMessage({ name, description, size: bytes.length }, { year }));
  const count = figures.length === 1 ? 'één klacht' : `${figures.length} klachten`;
  return noticeCard({
    title: `Jaaroverzicht ${year}`,
    text: `Het overzicht van ${count} staat klaar als ${name}. Kies bij het bestand of je het wilt. Er staan geen namen in.${leftOut}`,
    tone: 'good',
  });
}
