import type { LeftOut } from '../../register/integrity/unreadable.ts';
import type { Pile } from '../../register/notify/pile.ts';
import { daysBetween, type LocalDate } from '../../time/local-date.ts';
import { type Action, type Button, buttons, helpButton } from './button.ts';
import { noticeCard } from './notice.ts';
import { type Card, template } from './template.ts';
import { stageWords, unreadableLines } from './words.ts';

/** How many complaints are open, how many of them late, and the day on which the oldest was received. */
type Sum = { open: number; late: number; oldest?: LocalDate | undefined };

/** What somebody handles today, whole and by stage; without a name what nobody may handle. */
export type HandlerPile = Sum & { handler?: string; stages: (Pile & { late: number })[] };

/** What piles up, of what its reader may see: the open complaints, and apart from them the closed ones in which something is to be done. */
export type Piles = Sum & {
  handlers: readonly HandlerPile[];
  loose: { count: number; late: number };
  today: LocalDate;
  unreadable?: readonly LeftOut[];
};

type Data = {
  intro: string;
  handlers: { name: string; sum: string; stages: string[] }[];
  more: string[];
  actions: Action[];
};

const fill = template<Data>('pile');

export const pileButton: Button = { title: 'Ophoping', verb: 'pile' };

const mine: Button = { title: 'Mijn zaken', verb: 'cases' };

/** Draws for the officer, or who stands in, what piles up: for each handler and each stage how many, how many late, how old the oldest is. */
export const pileCard = ({ handlers, loose, today, unreadable = [], ...all }: Piles): Card =>
  fill({
    intro:
      all.open === 0
        ? 'Er zijn geen open klachten die jij mag zien.'
        : `Alle open klachten die jij mag zien, bij wie ze vandaag behandelt. Samen: ${sumWords(all, today)}.`,
    handlers: handlers.map(({ handler, stages, ...sum }) => ({
      name: handler ?? 'Niemand mag deze behandelen',
      sum: ` · ${sumWords(sum, today)}`,
      stages: stages.map((stage) => pileWords(stage, today)),
    })),
    more: [
      ...(loose.count > 0 ? [looseEnds(loose.count, loose.late)] : []),
      ...unreadableLines(unreadable, 'desk'),
    ],
    actions: buttons([mine]),
  });

/** Draws, for who is not the officer and does not stand in, whose page this is. */
export const noPileCard: Card = noticeCard({
  title: 'Dit is voor de klachtenfunctionaris',
  text: 'Wat zich ophoopt, ziet de klachtenfunctionaris, en bij afwezigheid wie dan de nieuwe klachten krijgt. Wat bij jou ligt, staat bij “Mijn zaken”.',
  tone: 'accent',
  buttons: [mine, helpButton],
});

const sumWords = ({ open, late, oldest }: Sum, today: LocalDate): string =>
  [`${open} open`, ...lateWords(late), ...(oldest ? [oldestWords(oldest, today)] : [])].join(', ');

const lateWords = (late: number): string[] => (late > 0 ? [`${late} te laat`] : []);

const oldestWords = (oldest: LocalDate, today: LocalDate): string => `oudste: ${ageWords(oldest, today)}`;

/** Words how many complaints wait in one stage, how many of them late where that is counted, and how long ago the oldest came in. */
export const pileWords = (
  { stage, open, oldest, late = 0 }: Pile & { late?: number },
  today: LocalDate,
): string => `${stageWords[stage]}: ${[open, ...lateWords(late), oldestWords(oldest, today)].join(', ')}`;

/** Words how many closed complaints have a measure or a letter that is still to be done. */
export function looseEnds(count: number, late: number): string {
  const what = count === 1 ? 'Bij 1 gesloten klacht' : `Bij ${count} gesloten klachten`;
  return `${what} is nog iets te doen${late > 0 ? `, ${late} te laat` : ''}.`;
}

/** Words how long ago a day was, as people say it: in days, from two weeks in weeks, from three months in months. */
function ageWords(from: LocalDate, today: LocalDate): string {
  const days = daysBetween(from, today);
  if (days <= 0) return 'vandaag';
  if (days < 14) return days === 1 ? '1 dag' : `${days} dagen`;
  const months = monthsBetween(from, today);
  return months < 3 ? `${Math.floor(days / 7)} weken` : `${months} maanden`;
}

/** Counts the whole months between two days. */
function monthsBetween(from: LocalDate, until: LocalDate): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [untilYear = 0, untilMonth = 0, untilDay = 0] = until.split('-').map(Number);
  return (untilYear - year) * 12 + untilMonth - month - (untilDay < day ? 1 : 0);
}
