import type { MovableClock } from '../time/clock.ts';
import {
  addDays,
  type Instant,
  isLocalDate,
  type LocalDate,
  later,
  millisecondsBetween,
} from '../time/local-date.ts';

/** Try-out time. Times are 'HH:MM' in Europe/Amsterdam. */
export type TryoutClock = Pick<MovableClock, 'now' | 'today' | 'dayOf' | 'at' | 'moveTo'>;

/** Where somebody wants to move time: an instant, or why not (Dutch, for the person who asked). */
export type Target = { instant: Instant } | { refused: string };

/** The moments at which something may be due: the digest, the reminders, the alarm of Art. 5. */
const dueTimes = ['08:30', '09:00', '16:00'];
const longestWalk = 400;

/**
 * Parses the instant to which somebody wants to move time.
 * Refuses the past, what is no moment, and more than 400 days at once.
 */
export function clockTarget(
  clock: TryoutClock,
  nextWorkingDay: (day: LocalDate) => LocalDate,
  wish: { step?: unknown; to?: unknown },
): Target {
  const instant = wishedInstant(clock, nextWorkingDay, wish);
  if (instant === undefined) return { refused: 'Kies een dag, of een dag en een tijd.' };
  const ahead = millisecondsBetween(clock.now(), instant);
  if (ahead < 0) return { refused: 'De tijd kan niet terug. Kies een later moment.' };
  if (ahead > longestWalk * 86_400_000) {
    return { refused: `Zo ver vooruit kan niet in één keer. Kies een dag binnen ${longestWalk} dagen.` };
  }
  return { instant };
}

function wishedInstant(
  clock: TryoutClock,
  nextWorkingDay: (day: LocalDate) => LocalDate,
  { step, to }: { step?: unknown; to?: unknown },
): Instant | undefined {
  if (step === 'hour') return later(clock.now(), 3_600_000);
  if (step === 'workday') return clock.at(nextWorkingDay(clock.today()), '09:00');
  const moment = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d))?$/.exec(String(to));
  const day = moment?.[1];
  if (!day || !isLocalDate(day)) return undefined;
  return clock.at(day, moment[2] ? `${moment[2]}:${moment[3]}` : '09:00');
}

/**
 * Moves time step by step: awaits `timeMoved` at every moment at which something may be due, so that reminders and digests
 * come one by one.
 */
export async function walk(
  clock: TryoutClock,
  instant: Instant,
  timeMoved: (now: Instant) => Promise<void>,
): Promise<void> {
  for (let day = clock.today(); day <= clock.dayOf(instant); day = addDays(day, 1)) {
    for (const time of dueTimes) {
      const stop = clock.at(day, time);
      if (isLater(stop, clock.now()) && isLater(instant, stop)) await stopAt(stop);
    }
  }
  if (isLater(instant, clock.now())) await stopAt(instant);

  async function stopAt(stop: Instant): Promise<void> {
    clock.moveTo(stop);
    await timeMoved(stop);
  }
}

function isLater(one: Instant, other: Instant): boolean {
  return Date.parse(one) > Date.parse(other);
}
