import type { BoardReport, Line } from '../../register/board-report.ts';
import type { Range } from '../../register/small-cells.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { isOver, yearBefore } from '../../time/period.ts';
import { periodWords, rangeSaid } from './report-words.ts';

/** Words the opening of a report: what a board member should know who reads nothing else. */
export function openingLines(report: BoardReport, today: LocalDate): string[] {
  const { period, received, closed, kept, days, promised, measures } = report;
  const numberOf = (lines: readonly Line[], value: string): Range =>
    lines.find((line) => line.value === value)?.now ?? { from: 0, to: 0 };
  const inTime = numberOf(kept.answer, 'in-time');
  const late = numberOf(kept.answer, 'late');
  const spread = days.answer.now;
  const taken = numberOf(measures.taken, 'yes');
  return [
    `In ${periodWords(period)} ${complaints(received.now, ['kwam', 'kwamen'])} binnen.${received.now === 0 ? '' : ` ${closedOfThem(received.now, closed.now)}`}`,
    `In ${periodWords(yearBefore(period))} ${received.before === 0 ? 'was er geen' : `${received.before === 1 ? 'was' : 'waren'} het er ${received.before}`}.`,
    [inTime, late].every((range) => saysNothing(range, received.now))
      ? 'Er zijn te weinig klachten om te zeggen hoe vaak het antwoord aan de klager (artikel 6) op tijd was.'
      : `Het antwoord aan de klager (artikel 6) was ${rangeSaid(inTime)} keer op tijd en ${rangeSaid(late)} keer te laat.`,
    spread
      ? `De helft van de klagers had het antwoord binnen ${dayCount(spread.median)}, negen van de tien binnen ${dayCount(spread.ninetieth)}.`
      : 'Er zijn te weinig antwoorden om te zeggen hoe lang een antwoord duurt.',
    promised.now === 0
      ? 'Er zijn geen maatregelen afgesproken.'
      : `Er ${promised.now === 1 ? 'is 1 maatregel' : `zijn ${promised.now} maatregelen`} afgesproken. ${takenOfThem(promised.now, taken)}`,
    ...(isOver(period, today)
      ? []
      : [`De periode loopt nog. Dit zijn de cijfers tot en met ${longDate(today)}.`]),
  ];
}

/** Words how many of them are closed, and how many are not. */
function closedOfThem(all: number, closed: number): string {
  const open = all - closed;
  const left = open === 0 ? 'Er loopt er geen meer.' : `Er ${open === 1 ? 'loopt' : 'lopen'} er nog ${open}.`;
  return `Daarvan ${closed === 1 ? 'is' : 'zijn'} er nu ${closed === 0 ? 'nog geen' : closed} gesloten. ${left}`;
}

/** Tells whether a number that is not said exactly could be any, given the total, which is: 'minder dan 5' of 3. */
const saysNothing = ({ from, to }: Range, total: number): boolean => from === 0 && to >= total;

/** Words how many of the measures were taken. */
function takenOfThem(all: number, taken: Range): string {
  if (saysNothing(taken, all)) return 'Dat zijn er te weinig om te zeggen hoeveel er zijn uitgevoerd.';
  return `Daarvan zijn er ${taken.to >= all ? `minstens ${taken.from}` : rangeSaid(taken)} uitgevoerd.`;
}

/** Words how many complaints came, with the verb before it. */
const complaints = (n: number, [one, more]: readonly [string, string]): string =>
  n === 1 ? `${one} er 1 klacht` : `${more} er ${n === 0 ? 'geen' : n} klachten`;

const dayCount = (n: number): string => (n === 1 ? '1 dag' : `${n} dagen`);
