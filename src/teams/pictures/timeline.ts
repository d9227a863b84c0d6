import { articleWords, capital } from '../../letters/words.ts';
import type { Running, RunningKind } from '../../procedure/deadlines.ts';
import type { Calendar } from '../../time/calendar.ts';
import { dayMonth, longDate } from '../../time/dutch-date.ts';
import { addDays, daysBetween, type LocalDate } from '../../time/local-date.ts';

/** A span of a time line: the days of a deadline. */
export type Span = {
  kind: RunningKind;
  article: Running['article'];
  /** The day that started it; a measure is promised for a day, and has none. */
  from?: LocalDate;
  dueOn: LocalDate;
  /** The last day on which Ballance can act; what the complainant owes has none. */
  lastDayToAct?: LocalDate;
  /** The last day to post a letter that must be there on `dueOn`, where that is an earlier one. */
  lastDayByPost?: LocalDate;
  /** Whether Ballance can be late: not with what the complainant owes, nor where there is nobody to write to. */
  canBeLate: boolean;
};

export type Holiday = { day: LocalDate; name: string };

/** The data of a time line. */
export type Timeline = {
  /** The days shown, both included. */
  first: LocalDate;
  last: LocalDate;
  /** Today. Of running spans it can be after the days shown; of supposed ones it is left out then. */
  today?: LocalDate;
  /** Whether the spans run, and so can be late; otherwise they are what would follow from a day. */
  runs: boolean;
  spans: Span[];
  /** How many deadlines did not fit, the farthest away. */
  more: number;
  weekends: LocalDate[];
  /** The public holidays of the wide calendar that are no weekend. */
  holidays: Holiday[];
};

/** The most days: with more, weekends could not be told apart. */
const mostDays = 70;
/** The fewest days: with less, a few days would look like many. */
const fewestDays = 14;
/** The most spans: as many as a day can start (the six deadlines of the regulation). */
export const mostSpans = 6;

/** What a time line is made from, besides its deadlines. */
export type Times = {
  calendar: Calendar;
  today: LocalDate;
  /** Whether the deadlines run, or are only supposed. */
  runs: boolean;
  /** The most that are drawn. */
  most: number;
};

/** Makes a time line: from the day before the first begins to a few days after the last end, as far as there is room. */
export function timeline(deadlines: readonly Running[], { calendar, today, runs, most }: Times): Timeline {
  const spans = deadlines.slice(0, most).map(spanOf);
  const begins = spans.flatMap(({ from, dueOn, lastDayToAct, lastDayByPost }) => [
    from ?? today,
    lastDayByPost ?? lastDayToAct ?? dueOn,
  ]);
  const first = addDays(
    begins.reduce((a, b) => (a < b ? a : b)),
    -1,
  );
  const ends = [...spans.map(({ dueOn }) => dueOn), ...(runs ? [today] : [])];
  const wanted = Math.max(...ends.map((end) => daysBetween(first, end))) + 3;
  const days = daysFrom(first, Math.min(Math.max(wanted, fewestDays), mostDays));
  const isShown = runs || days.includes(today);
  return {
    first,
    last: days.at(-1) ?? first,
    ...(isShown && { today }),
    runs,
    spans,
    more: deadlines.length - spans.length,
    ...daysOff(days, calendar),
  };
}

const spanOf = (deadline: Running): Span => {
  const { kind, article, triggeredOn, dueOn, lastDayToAct, lastDayByPost, excused } = deadline;
  return {
    kind,
    article,
    ...(kind !== 'measure' && { from: triggeredOn }),
    dueOn,
    ...(lastDayToAct && { lastDayToAct }),
    ...(lastDayByPost !== lastDayToAct && { lastDayByPost }),
    canBeLate: lastDayToAct !== undefined && !excused,
  };
};

/** Lists that many days in a row. */
export const daysFrom = (first: LocalDate, count: number): LocalDate[] =>
  Array.from({ length: count }, (_, i) => addDays(first, i));

function daysOff(days: readonly LocalDate[], { wide }: Calendar): Pick<Timeline, 'weekends' | 'holidays'> {
  const off = days.flatMap((day) => {
    const name = wide.offReason(day);
    return name === undefined ? [] : [{ day, name }];
  });
  return {
    weekends: off.filter(({ name }) => name === 'weekend').map(({ day }) => day),
    holidays: off.filter(({ name }) => name !== 'weekend'),
  };
}

/** What is due, in a word. */
const titles: Record<RunningKind, string> = {
  forward: 'doorgeven',
  acknowledge: 'bevestigen',
  answer: 'antwoord',
  objection: 'bezwaar',
  hearing: 'gesprek',
  decision: 'beslissing',
  measure: 'maatregel',
};

/** Words the title of a span: 'Artikel 6: antwoord'. */
export const spanTitle = ({ article, kind }: Span): string =>
  `${capital(articleWords(article))}: ${titles[kind]}`;

/** Words until when a letter can be posted: 'per post: antwoord uiterlijk ma 14 december'. */
export const postLine = (kind: RunningKind, day: LocalDate): string =>
  `per post: ${titles[kind]} uiterlijk ${dayMonth(day)}`;

/** Words a holiday: 'vr 25 december: Eerste Kerstdag'. */
export const holidayLine = ({ day, name }: Holiday): string => `${dayMonth(day)}: ${name}`;

/** Words how many deadlines are not drawn. */
export const moreLine = (more: number): string =>
  `En nog ${more} ${more === 1 ? 'termijn' : 'termijnen'} daarna.`;

/** Words everything that the picture shows, for who cannot see it. */
export function timelineAltText({ first, last, today, spans, more, holidays }: Timeline): string {
  return [
    `Tijdlijn van ${longDate(first)} tot en met ${longDate(last)}, met de weekenden.`,
    ...(today ? [`Vandaag is het ${longDate(today)}.`] : []),
    ...spans.map((span) => `${spanTitle(span)}, ${datesOf(span)}.`),
    ...(more > 0 ? [moreLine(more)] : []),
    holidays.length > 0
      ? `Feestdagen: ${holidays.map(({ day, name }) => `${longDate(day)} (${name})`).join(', ')}.`
      : 'Er zijn geen feestdagen in deze tijd.',
  ].join(' ');
}

const datesOf = ({ from, dueOn, lastDayToAct, lastDayByPost }: Span): string =>
  [
    from && `vanaf ${longDate(from)}`,
    lastDayByPost && `per post uiterlijk ${longDate(lastDayByPost)}`,
    lastDayToAct && `uiterlijk te doen op ${longDate(lastDayToAct)}`,
    `einde ${longDate(dueOn)} om 24:00 uur`,
  ]
    .filter(Boolean)
    .join(', ');
