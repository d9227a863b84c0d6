import type { LocalDate } from '../../time/local-date.ts';
import { anotherPeriod, firstYear, isOver, lastQuarter, readPeriod, yearBefore } from '../../time/period.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import { unreadableLines } from '../cards/words.ts';
import { boardReportFile, boardReportFor } from '../files/board-report.ts';
import { consentMessage, isYear } from '../files/consent-card.ts';
import { periodTyped, periodWords, reportTitle } from '../files/report-words.ts';
import { rowListFor } from '../files/row-list.ts';
import { yearReportFile } from '../files/year-report.ts';
import type { Office } from '../office/office.ts';
import type { Press } from './button-press.ts';

/** Words of which years something can be had. */
const whichYears = (today: LocalDate): string =>
  `Kies een jaar van ${firstYear} tot en met ${today.slice(0, 4)}`;

/** Draws that what was typed is no year of which that command makes something. */
const unknownYear = (typed: string, command: string, today: LocalDate): Card =>
  noticeCard({
    title: 'Dat jaar ken ik niet',
    text: `“${typed}” is geen jaar dat ik ken. ${whichYears(today)}. Typ bijvoorbeeld: ${command} ${today.slice(0, 4)}.`,
    tone: 'warning',
  });

/** Returns a year to try where that one has nothing: the one before, of which something can be had. */
const anotherYear = (year: string, today: LocalDate): string =>
  year > firstYear ? yearBefore({ year }).year : today.slice(0, 4);

/** "Jaaroverzicht": offers the figures of a year (by default this year) as a spreadsheet. Refuses who is not at the desk. */
export async function askYearReport(
  typed: string,
  { by, sendToChat }: Pick<Press, 'by' | 'sendToChat'>,
  { register, clock }: Office,
): Promise<Card> {
  const year = typed || clock.today().slice(0, 4);
  if (!isYear(year)) {
    return unknownYear(year, 'jaaroverzicht', clock.today());
  }
  const figures = await register.figures(year, by);
  const leftOut = unreadableLines(register.unreadable(by, 'desk'), 'desk').map((line) => ` ${line}`);
  if (figures.length === 0) {
    return noticeCard({
      title: `Geen klachten in ${year}`,
      text: `Er staan voor jou geen klachten in het register die in ${year} zijn ontvangen. Een ander jaar? Typ bijvoorbeeld: jaaroverzicht ${anotherYear(year, clock.today())}.${leftOut}`,
      tone: 'accent',
    });
  }
  const { name, bytes } = await yearReportFile(year, figures);
  const description = `De klachten van ${year} in cijfers, zonder namen. Teams zet het bestand in je eigen OneDrive.`;
  await sendToChat(consentMessage({ name, description, size: bytes.length }, { year }));
  const count = figures.length === 1 ? 'één klacht' : `${figures.length} klachten`;
  return noticeCard({
    title: `Jaaroverzicht ${year}`,
    text: `Het overzicht van ${count} staat klaar als ${name}. Kies bij het bestand of je het wilt. Er staan geen namen in.${leftOut}`,
    tone: 'good',
  });
}

/** "Registerlijst": offers the list of a year (by default this year) for an auditor as a spreadsheet. Refuses who may not have it. */
export async function askRowList(
  typed: string,
  { by, sendToChat }: Pick<Press, 'by' | 'sendToChat'>,
  office: Office,
): Promise<Card> {
  const thisYear = office.clock.today().slice(0, 4);
  const year = typed || thisYear;
  if (!isYear(year)) {
    return unknownYear(year, 'registerlijst', office.clock.today());
  }
  const { rows } = await office.register.rows(year, by);
  const leftOut = unreadableLines(office.register.unreadable(by, 'desk'), 'desk').map((line) => ` ${line}`);
  if (rows.length === 0) {
    return noticeCard({
      title: `Geen klachten in ${year}`,
      text: `Er staan voor jou geen klachten in het register die in ${year} zijn ontvangen. Een ander jaar? Typ bijvoorbeeld: registerlijst ${anotherYear(year, office.clock.today())}.${leftOut}`,
      tone: 'accent',
    });
  }
  const { name, bytes } = await rowListFor(year, by, office);
  const description = `De klachten van ${year} voor wie het register controleert, met codes en zonder namen. Teams zet het bestand in je eigen OneDrive.`;
  await sendToChat(consentMessage({ name, description, size: bytes.length }, { rows: year }));
  const count = rows.length === 1 ? 'één klacht' : `${rows.length} klachten`;
  return noticeCard({
    title: `Registerlijst ${year}`,
    text: `De lijst van ${count} staat klaar als ${name}, voor wie het register controleert. Kies bij het bestand of je het wilt. Er staan codes in, en geen namen of nummers. Welk nummer bij een code hoort, weet wie de bot beheert.${leftOut}`,
    tone: 'good',
  });
}

/**
 * "Jaarverslag": offers the report for the board, of a year or a quarter (by default this year), as a Word file. Refuses who is not at the
 * desk.
 */
export async function askBoardReport(
  typed: string,
  { by, sendToChat }: Pick<Press, 'by' | 'sendToChat'>,
  office: Office,
): Promise<Card> {
  const today = office.clock.today();
  const period = readPeriod(typed, today);
  if (!period) {
    return noticeCard({
      title: 'Die periode ken ik niet',
      text: `“${typed}” is geen jaar of kwartaal waarvan ik een verslag maak. ${whichYears(today)}, of een kwartaal daarvan. Typ bijvoorbeeld: jaarverslag ${periodTyped(lastQuarter(today))}.`,
      tone: 'warning',
    });
  }
  const report = await boardReportFor(period, by, office);
  const unreadable = unreadableLines(office.register.unreadable(by, 'desk'), 'desk').map(
    (line) => ` ${line}`,
  );
  if (report.received.now + report.received.before === 0) {
    return noticeCard({
      title: `Geen klachten in ${periodWords(period)}`,
      text: `Er staan voor jou geen klachten in het register die in ${periodWords(period)} zijn ontvangen, en ook niet in ${periodWords(yearBefore(period))}. Een andere periode? Typ bijvoorbeeld: jaarverslag ${periodTyped(anotherPeriod(period, today))}.${unreadable}`,
      tone: 'accent',
    });
  }
  const { name, bytes } = await boardReportFile(report, today);
  const description = `Het verslag over de klachten van ${periodWords(period)} voor de directie, zonder namen. Teams zet het bestand in je eigen OneDrive.`;
  await sendToChat(
    consentMessage({ name, description, size: bytes.length }, { report: periodTyped(period) }),
  );
  return noticeCard({
    title: reportTitle(period),
    text: `Het verslag staat klaar als ${name}. Kies bij het bestand of je het wilt. Er staan geen namen in, en kleine aantallen staan er niet precies.${isOver(period, today) ? '' : ' De periode loopt nog: later vraag je het opnieuw.'}${unreadable}`,
    tone: 'good',
  });
}
