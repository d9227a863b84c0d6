import { movedDeadlines } from '../../procedure/calendar-change.ts';
import { deskMembers } from '../../settings/desk-members.ts';
import { extraHolidays, postDays, reading } from '../../settings/reader.ts';
import { movedWords, whatToDo } from '../../teams/cards/moved-deadlines.ts';
import type { Calendar } from '../../time/calendar.ts';
import { systemClock } from '../../time/clock.ts';
import { dutchCalendar, parsePostDays, withDecreed } from '../../time/dutch-calendar.ts';
import { longDate } from '../../time/dutch-date.ts';
import { isLocalDate, type LocalDate } from '../../time/local-date.ts';
import { tryoutDesk } from '../../tryout/desk.ts';
import { type Command, Unsound, unreadableLines, using } from './commands.ts';
import { openFilledStore } from './open-store.ts';
import { counted } from './output.ts';

/** What stands before the days that are taken away. */
export const without = '--without';

/** Tells whether there are days, and nothing else that begins with a dash. */
export const areDays = (operands: readonly string[]): boolean =>
  operands.some((one) => one !== without) && operands.at(-1) !== without;

/**
 * Shows which deadlines of open complaints would move, and which letters named the old day, if a decree equated those days with a holiday,
 * or those behind "--without" no longer (Art. 2). Writes nothing. Refuses what is no day.
 */
export const showCalendar: Command = async (...operands) => {
  const end = operands.includes(without) ? operands.indexOf(without) : operands.length;
  const [added, removed] = [operands.slice(0, end).map(aDay), operands.slice(end + 1).map(aDay)];
  const read = reading(process.env);
  const settings = read.settle({
    before: dutchCalendar(
      read.withDefault('EXTRA_HOLIDAYS', extraHolidays, []),
      read.withDefault('POST_DAYS', postDays, parsePostDays()),
    ),
    desk: tryoutDesk(deskMembers(read, true)),
  });
  const { before, desk } = settings;
  const [more, less] = [
    added.filter((day) => !offIn(before, day)),
    removed.filter((day) => before.decreed.has(day)),
  ];
  const after = withDecreed(
    before,
    [...before.decreed, ...more].filter((day) => !less.includes(day)),
  );
  const said = [
    ...added.map((day) => addedLine(day, offIn(before, day))),
    ...removed.map((day) => removedLine(day, before.decreed.has(day))),
  ];
  if (more.length + less.length === 0) return [...said, 'Er verschuift dus niets.'].join('\n');
  return using(openFilledStore(), async (store) => {
    const { today } = systemClock();
    const open = await store.list({ open: true });
    const moved = open
      .map(({ id, complaint }) => ({ id, all: movedDeadlines(complaint, { before, after }, desk) }))
      .filter(({ all }) => all.length > 0)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    const lines = [
      ...said,
      ...moved.flatMap(({ id, all }) => all.map((one) => `${id}: ${movedWords(one, today(), longDate)}`)),
      ...whatToDo(moved.flatMap(({ all }) => all)),
      `${counted(open.length, 'open klacht', 'open klachten')} nagelopen: ${moved.length === 0 ? 'er verschuift geen termijn' : `er verschuift iets in ${moved.length}`}. Er is niets veranderd.`,
    ];
    const missing = unreadableLines(store, 'is niet nagelopen');
    if (missing.length > 0) throw new Unsound([...missing, ...lines].join('\n'));
    return lines.join('\n');
  });
};

function aDay(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`geen datum als 2029-05-11: ${text.slice(0, 40)}`);
  return text;
}

const offIn = ({ wide }: Calendar, day: LocalDate): string | undefined => wide.offReason(day);

const addedLine = (day: LocalDate, off: string | undefined): string =>
  off
    ? `${longDate(day)} is al geen werkdag (${off}).`
    : `Als ${longDate(day)} wordt gelijkgesteld met een feestdag:`;

const removedLine = (day: LocalDate, isDecreed: boolean): string =>
  isDecreed
    ? `Als ${longDate(day)} niet langer is gelijkgesteld met een feestdag:`
    : `${longDate(day)} is nu niet bij besluit gelijkgesteld met een feestdag.`;
