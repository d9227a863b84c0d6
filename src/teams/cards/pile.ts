import type { Pile } from '../../register/notify/pile.ts';
import { daysBetween, type LocalDate } from '../../time/local-date.ts';
import { stageWords } from './words.ts';

/** Words how many complaints wait in one stage, and how long ago the oldest came in. */
export const pileWords = ({ stage, open, oldest }: Pile, today: LocalDate): string =>
  `${stageWords[stage]}: ${open}, oudste: ${ageWords(oldest, today)}`;

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
