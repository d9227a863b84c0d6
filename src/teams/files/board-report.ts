import { oneLine } from '../../letters/readable.ts';
import { type ReportPart, reportFile } from '../../letters/report-file.ts';
import { subjects } from '../../letters/subjects.ts';
import { capital, originWords } from '../../letters/words.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import {
  type Attribute,
  anotherValue,
  type Beside,
  type BoardReport,
  boardReport,
  type Line,
  noValue,
} from '../../register/board-report.ts';
import { spans } from '../../register/report-days.ts';
import type { Range } from '../../register/small-cells.ts';
import { owedKinds } from '../../register/year-figures.ts';
import { letterDate, months } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { type Period, yearBefore } from '../../time/period.ts';
import { satisfactionLabels, scoreChoices } from '../cards/learning-words.ts';
import { judgementWords, outcomeWords } from '../cards/words.ts';
import type { Office } from '../office/office.ts';
import { type Bars, rangeWords } from '../pictures/bars-svg.ts';
import { barsChart } from '../pictures/picture.ts';
import type { BotFile } from './consent-card.ts';
import { openingLines } from './report-opening.ts';
import { inShort, periodTyped, readingLines, reportTitle, spanWords } from './report-words.ts';
import { deadlineTitles } from './year-report.ts';

/** The heading of each table, what its rows are, and the words of those that are no word of the procedure. */
const tables: Record<Attribute, { heading: string; of: string; words: Record<string, string> }> = {
  origin: { heading: 'Van wie de klachten kwamen', of: 'Herkomst', words: originWords },
  branch: {
    heading: 'Vestiging',
    of: 'Vestiging (van gesloten klachten)',
    words: { [anotherValue]: 'Andere plaats', [noValue]: 'Niet ingevuld, nog open of gewist' },
  },
  subject: {
    heading: 'Onderwerp',
    of: 'Onderwerp (van gesloten klachten)',
    words: { [anotherValue]: 'Ander onderwerp', [noValue]: 'Niet ingevuld, of nog open' },
  },
  judgement: {
    heading: 'Oordeel',
    of: 'Oordeel',
    words: { ...judgementWords, [noValue]: 'Nog geen antwoord of beslissing' },
  },
  outcome: { heading: 'Hoe het afliep', of: 'Afloop', words: outcomeWords },
};

/** Counts for the report of a period what its reader may count. Refuses who is not at the desk. */
export async function boardReportFor(
  period: Period,
  by: Person,
  { register, organisation }: Pick<Office, 'register' | 'organisation'>,
): Promise<BoardReport> {
  const branches = organisation.branches.map(({ name }) => name);
  return boardReport(period, await register.counted(period.year, by), { branches, subjects });
}

/** Makes the report for the board ("Jaarverslag") a Word file. No names, content, numbers or days of a complaint. */
export async function boardReportFile(report: BoardReport, today: LocalDate): Promise<BotFile> {
  const { period } = report;
  return {
    name: `klachtenverslag-${periodTyped(period).replaceAll(' ', '-')}.docx`,
    bytes: await reportFile({
      title: reportTitle(period),
      subtitle: `Voor de directie van Ballance, gemaakt op ${letterDate(today)} uit het klachtenregister.`,
      parts: partsOf(report, today),
    }),
  };
}

function partsOf(report: BoardReport, today: LocalDate): ReportPart[] {
  const { by, received, closed } = report;
  const ofAttribute = (attribute: Attribute): ReportPart => {
    const { heading, of, words } = tables[attribute];
    const lines = by[attribute].map(({ value, ...line }) => ({
      ...line,
      label: capital(words[value] ?? value),
    }));
    const total =
      attribute === 'outcome' ? { label: 'Gesloten', ...closed } : { label: 'Totaal', ...received };
    return { heading, ...counted(of, lines, report, total) };
  };
  return [
    { heading: 'Samenvatting', points: openingLines(report, today) },
    { heading: 'Aantal per maand', ...perMonth(report) },
    ofAttribute('origin'),
    ofAttribute('branch'),
    ofAttribute('subject'),
    ofAttribute('judgement'),
    ofAttribute('outcome'),
    { heading: 'Op tijd, per artikel', ...perArticle(report) },
    { heading: 'Hoe lang het duurde', ...howLong(report) },
    { heading: 'Maatregelen', ...measured(report) },
    { heading: 'Hoe tevreden klagers waren', ...satisfied(report) },
    { heading: 'Wat we ervan leren', ...learned(report) },
    { heading: 'Hoe je dit verslag leest', lines: readingLines },
  ];
}

type Labelled = Beside<Range> & { label: string };
type Part = Omit<ReportPart, 'heading'>;

const exactly = (n: number): Range => ({ from: n, to: n });

/** Lays a table and its chart out: now, and the same before, with a total below. */
function counted(
  of: string,
  lines: readonly Labelled[],
  report: BoardReport,
  total?: Beside<number> & { label: string },
): Part {
  const [now, before] = columnsOf(report);
  const rows = lines.map((line) => [line.label, rangeWords(line.now), rangeWords(line.before)]);
  const chart = chartOf(of, lines, report);
  return {
    ...(chart ? {} : { lines: ['Alle aantallen zijn kleiner dan vijf. Een grafiek zegt dan niets.'] }),
    table: {
      columns: [of, now, before],
      rows: [...rows, ...(total ? [[total.label, `${total.now}`, `${total.before}`]] : [])],
      ...(chart && { chart: barsChart(chart) }),
    },
  };
}

const columnsOf = ({ period }: BoardReport): [string, string] => [
  inShort(period),
  inShort(yearBefore(period)),
];

const isShown = ({ from, to }: Range): boolean => from > 0 || from === to;

/** Makes the chart of a table, of the rows that say more than "fewer than five"; none where no row does. */
function chartOf(title: string, lines: readonly Labelled[], report: BoardReport): Bars | undefined {
  const [now, before] = columnsOf(report);
  const bars = lines.filter((line) => isShown(line.now) || isShown(line.before));
  const isOpen = bars.some((line) => line.now.from !== line.now.to);
  if (bars.length === 0) return undefined;
  return {
    title: `${title}: ${now} en ${before}`,
    legend: { now, before, ...(isOpen && { open: 'gearceerd: tot hoogstens' }) },
    bars,
  };
}

function perMonth(report: BoardReport): Part {
  const lines = report.months.map(({ month, now, before }) => ({
    label: capital(months[Number(month.slice(5)) - 1] ?? ''),
    now: exactly(now),
    before: exactly(before),
  }));
  return counted('Maand', lines, report, { label: 'Totaal', ...report.received });
}

/** Lays out how deadlines were kept: each manner with the year before it in one column. */
function perArticle(report: BoardReport): Part {
  const [now, before] = columnsOf(report);
  const of = (lines: readonly Line[], value: string): Beside<Range> =>
    lines.find((line) => line.value === value) ?? { now: exactly(0), before: exactly(0) };
  const shown = [
    ['in-time', 'op tijd'],
    ['late', 'te laat'],
    ['running', 'loopt nog'],
  ] as const;
  const lines = owedKinds.flatMap((kind) =>
    shown.map(([value, words]) => ({
      ...of(report.kept[kind], value),
      label: `${deadlineTitles[kind]}: ${words}`,
    })),
  );
  const inTime = lines.filter(({ label }) => label.endsWith(': op tijd') || label.endsWith(': te laat'));
  const chart = chartOf('Termijnen', inTime, report);
  return {
    lines: [
      'Te laat is ook wat nog niet is gedaan terwijl de termijn voorbij is. Waar een termijn nooit liep, telt de klacht hier niet.',
    ],
    table: {
      columns: ['Termijn', now, before],
      rows: lines.map((line) => [line.label, rangeWords(line.now), rangeWords(line.before)]),
      ...(chart && { chart: barsChart(chart) }),
    },
  };
}

/** Lays out the days: half of the complaints, and nine of ten. */
function howLong(report: BoardReport): Part {
  const [now, before] = columnsOf(report);
  const lines = spans.flatMap((span) => {
    const of = report.days[span];
    return (['median', 'ninetieth'] as const).map((which) => ({
      label: `${spanWords[span]}: ${which === 'median' ? 'de helft' : 'negen van de tien'}`,
      now: of.now && exactly(of.now[which]),
      before: of.before && exactly(of.before[which]),
    }));
  });
  const days = (of: Range | undefined): string => (of ? rangeWords(of) : 'te weinig klachten');
  const bars = lines.filter((line) => line.now ?? line.before);
  return {
    lines: ['In kalenderdagen vanaf de ontvangst.'],
    table: {
      columns: ['Binnen hoeveel dagen', now, before],
      rows: lines.map((line) => [line.label, days(line.now), days(line.before)]),
      ...(bars.length > 0 && {
        chart: barsChart({ title: `Kalenderdagen: ${now} en ${before}`, legend: { now, before }, bars }),
      }),
    },
  };
}

function measured(report: BoardReport): Part {
  const { measures, promised } = report;
  const words: [keyof BoardReport['measures'], string, string][] = [
    ['taken', 'yes', 'Uitgevoerd'],
    ['taken', 'no', 'Nog te doen'],
    ['late', 'yes', 'Te laat uitgevoerd, of te laat en nog te doen'],
    ['late', 'no', 'Op tijd, of de dag is nog niet voorbij'],
  ];
  const lines = words.flatMap(([side, value, label]) =>
    measures[side].filter((line) => line.value === value).map((line) => ({ ...line, label })),
  );
  return counted('Maatregelen', lines, report, { label: 'Afgesproken', ...promised });
}

/** Lays out how often complainants gave each score, once they were asked after the closing. */
function satisfied(report: BoardReport): Part {
  const lines = (['handling', 'outcome'] as const).flatMap((of) =>
    report.satisfaction[of].map(({ value, ...line }) => ({
      ...line,
      label: `${satisfactionLabels[of]} ${scoreChoices.find((one) => one.value === value)?.title ?? value}`,
    })),
  );
  return counted('Cijfer', lines, report, { label: 'Klagers die antwoordden', ...report.answered });
}

/** Lists what was learned, each on a line of its own. */
const learned = ({ lessons }: BoardReport): Part =>
  lessons.length === 0
    ? { lines: ['In de gesloten klachten die je mag openen, staat geen leerpunt.'] }
    : {
        lines: ['Leerpunten uit de gesloten klachten die je mag openen, op alfabet.'],
        points: lessons.map(oneLine),
      };
