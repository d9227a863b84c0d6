import { type LocalDate, localDate } from '../../../src/time/local-date.ts';
import { weekday } from '../../procedure/reference-days.ts';

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const weekdays = 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'.split(' ');

/** Writes a day as a Dutch reader says it, with the day of the week. */
export function long(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${weekdays[weekday(day)]} ${date} ${months[(month ?? 0) - 1]} ${year}`;
}

/** Writes it without the day of the week, as letters do. */
export const inLetter = (day: LocalDate): string => long(day).replace(/^\S+ /, '');

/** Reads a day as `long` writes it. */
export function dayOf(words: string): LocalDate {
  const [, date, month = '', year] = words.split(' ');
  return localDate(`${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${date?.padStart(2, '0')}`);
}

/** A day that a text names; without a year where the text has none. */
export type Said = { words: string; date: number; month: number; year?: number; weekday?: number };

const monthIn = (word: string): number =>
  months.findIndex(
    (month) => month === word || (word === 'mrt' ? month === 'maart' : month.startsWith(word)),
  ) + 1;

const weekdayIn = (word: string | undefined): number | undefined => {
  const at = word ? weekdays.findIndex((day) => day.startsWith(word)) : -1;
  return at < 0 ? undefined : at;
};

const inWords = new RegExp(
  `(?:\\b(${[...weekdays, ...weekdays.map((day) => day.slice(0, 2))].join('|')}) )?\\b(\\d{1,2}) (${[...months, ...months.map((month) => month.slice(0, 3)), 'mrt'].join('|')})\\b(?: (\\d{4}))?`,
  'g',
);
const inDigits = /\b(\d{1,2})-(\d{1,2})-(\d{4})\b/g;

/** Lists every day that a text names, however it is written. */
export const daysIn = (text: string): Said[] => [
  ...[...text.matchAll(inWords)].map(([words, name, date, month = '', year]) => ({
    words,
    date: Number(date),
    month: monthIn(month),
    ...(year && { year: Number(year) }),
    ...(weekdayIn(name) !== undefined && { weekday: weekdayIn(name) }),
  })),
  ...[...text.matchAll(inDigits)].map(([words, date, month, year]) => ({
    words,
    date: Number(date),
    month: Number(month),
    year: Number(year),
  })),
];

/** Tells whether the text means that day: with its own day of the week, and its year where it says one. */
export function means(said: Said, day: string): boolean {
  const [year, month, date] = day.split('-').map(Number);
  return (
    said.date === date &&
    said.month === month &&
    (said.year ?? year) === year &&
    (said.weekday ?? weekday(day)) === weekday(day)
  );
}
