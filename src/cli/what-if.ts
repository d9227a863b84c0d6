/**
 * `npm run -s termijnen -- 2026-12-24 2027-01-31`: every deadline of the regulation, each as if that date were its
 * triggering day, as one line of JSON a date. Without arguments the dates come from standard input, one a line.
 */
import { createInterface } from 'node:readline';
import { isReckonable } from '../procedure/deadline-notes.ts';
import { type Deadline, whatIf } from '../procedure/deadlines.ts';
import type { Calendar } from '../time/calendar.ts';
import { dutchCalendar, parseExtraHolidays, parsePostDays } from '../time/dutch-calendar.ts';
import { begin } from './command-line.ts';

const USAGE = `Gebruik: npm run -s termijnen -- 2026-12-24 2027-01-31
Of geef de datums op standaardinvoer, één per regel.`;

const dates = begin(USAGE);
if (dates.length > 0) await print(dates);
else if (process.stdin.isTTY) console.log(USAGE);
else await print(createInterface({ input: process.stdin }));

async function print(lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const { EXTRA_HOLIDAYS, POST_DAYS } = process.env;
  const calendar = trusted(() => dutchCalendar(parseExtraHolidays(EXTRA_HOLIDAYS), parsePostDays(POST_DAYS)));
  for await (const line of lines) {
    const date = line.trim();
    if (isReckonable(date))
      console.log(JSON.stringify({ date, deadlines: whatIf(date, calendar).map(shown) }));
    else if (date !== '')
      refuse(`Geen datum als 2026-12-24 (van 1970 tot en met 2100): ${date.slice(0, 40)}`);
  }
}

/** Makes the calendar; prints nothing and exits when holidays or a setting are wrong, which would give wrong dates. */
function trusted(make: () => Calendar): Calendar {
  try {
    return make();
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    process.exit();
  }
}

function refuse(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

function shown(deadline: Deadline) {
  const { kind, article, calendar, dueOn, lastDayToAct, lastDayByPost, counted, skipped, note } = deadline;
  return { kind, article, calendar, dueOn, lastDayToAct, lastDayByPost, counted, skipped, note };
}
