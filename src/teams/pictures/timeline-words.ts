import { dayMonth, longDate } from '../../letters/dutch-date.ts';
import type { RunningKind } from '../../procedure/running.ts';
import type { Holiday, Span, Timeline } from './timeline.ts';

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
