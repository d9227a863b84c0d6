import { longDate } from '../../letters/dutch-date.ts';
import type { ChannelRow } from '../../register/digest.ts';
import { deadlineWords } from '../words.ts';
import { type TimeLeft, timeLeft } from './deadline-line.ts';

/** A complaint as everybody in the channel may see it. Every text here is ours: no name, no content. */
export type ChannelLine = TimeLeft & { number: string; what: string; until: string };

/** Refuses a number that is none with a RangeError: whatever else would stand there, it may not. */
export function channelLine(row: ChannelRow): ChannelLine {
  if (!/^K-\d{4}-\d{4,}$/.test(row.number)) throw new RangeError('not the number of a complaint');
  const left = timeLeft(row.workingDaysLeft, row.late);
  return {
    number: row.number,
    what: `${deadlineWords[row.deadline]} (artikel ${row.article})`,
    until: `Laatste dag om te handelen: ${longDate(row.lastDayToAct)}`,
    ...left,
    daysLeft: ` · ${left.daysLeft}`,
  };
}
