import type { Running, RunningKind } from '../../procedure/deadlines.ts';
import type { Calendar } from '../../time/calendar.ts';
import { dayMonth, longDate } from '../../time/dutch-date.ts';
import { addDays, daysBetween, type LocalDate } from '../../time/local-date.ts';

/** From when until when something may be done. */
export type Span = {
  kind: RunningKind;
  article: Running['article'];
  /** The day that set it running; a measure is promised for a day, and has none. */
  from?: LocalDate;
  dueOn: LocalDate;
  /** The last day on which Ballance can act; what the complainant owes has none. */
  lastDayToAct?: LocalDate;
};

export type Holiday = { day: LocalDate; name: string };

/** The facts of a picture of time. */
export type Timeline = {
  /** The days shown, both included. */
  first: LocalDate;
  last: LocalDate;
  /** Where the spans run it can lie after the days shown; where they are only supposed, it is left out then. */
  today?: LocalDate;
  /** Whether the spans run, so that they can be late; or they are what would follow if. */
  runs: boolean;
  spans: Span[];
  /** Deadlines that there was no room for, the farthest away. */
  more: number;
  weekends: LocalDate[];
  /** No werkdag for who may have to act on it (the wide calendar), and no weekend. */
  holidays: Holiday[];
};

/** Days beyond which the weekends could no longer be told apart. */
const mostDays = 70;
/** Days below which a few would look like a lot. */
const fewestDays = 14;
/** As many as a day can set running (the six of the regulation). */
export const mostSpans = 6;

/** What a picture of time is made of, besides its deadlines. */
export type Times = {
  calendar: Calendar;
  today: LocalDate;
  /** Whether the deadlines run, or are only supposed. */
  runs: boolean;
  /** The most that are drawn. */
  most: number;
};

/** From the day before the first begins to a few days after the last end, or as far as there is room. */
export function timeline(deadlines: readonly Running[], { calendar, today, runs, most }: Times): Timeline {
  const spans = deadlines.slice(0, most).map(spanOf);
  const begins = spans.flatMap(({ from, dueOn, lastDayToAct }) => [from ?? today, lastDayToAct ?? dueOn]);
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

const spanOf = ({ kind, article, triggeredOn, dueOn, lastDayToAct, owedBy }: Running): Span => ({
  kind,
  article,
  ...(kind !== 'measure' && { from: triggeredOn }),
  dueOn,
  ...(owedBy === 'ballance' && { lastDayToAct }),
});

/** That many days in a row. */
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

/** 'Artikel 6: antwoord'. */
export const spanTitle = ({ article, kind }: Span): string => `Artikel ${article}: ${titles[kind]}`;

/** 'vr 25 december: Eerste Kerstdag'. */
export const holidayLine = ({ day, name }: Holiday): string => `${dayMonth(day)}: ${name}`;

/** What is not drawn. */
export const moreLine = (more: number): string =>
  `En nog ${more} ${more === 1 ? 'termijn' : 'termijnen'} daarna.`;

/** All that the picture shows, for who does not see it. */
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

const datesOf = ({ from, dueOn, lastDayToAct }: Span): string =>
  [
    from && `vanaf ${longDate(from)}`,
    lastDayToAct && `laatste dag om te handelen ${longDate(lastDayToAct)}`,
    `einde ${longDate(dueOn)} om 24.00 uur`,
  ]
    .filter(Boolean)
    .join(', ');
