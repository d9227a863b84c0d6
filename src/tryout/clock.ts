/** Try-out time. Instants are ISO texts, days 'YYYY-MM-DD', times 'HH:MM' in Europe/Amsterdam. */
export type TryoutClock = {
  now(): string;
  today(): string;
  dayOf(instant: string): string;
  at(day: string, time: string): string;
  moveTo(instant: string): void;
};

/** Where somebody wants to move time: an instant, or why not (Dutch, for the person who asked). */
export type Target = { instant: string } | { refused: string };

/** The moments at which something may be due: the digest, the reminders, the alarm of Art. 5. */
const dueTimes = ['08:30', '09:00', '16:00'];
const longestWalk = 400;

/**
 * Parses the instant to which somebody wants to move time.
 * Refuses the past, what is no moment, and more than 400 days at once.
 */
export function clockTarget(
  clock: TryoutClock,
  nextWorkingDay: (day: string) => string,
  wish: { step?: unknown; to?: unknown },
): Target {
  const instant = wishedInstant(clock, nextWorkingDay, wish);
  if (instant === undefined) return { refused: 'Kies een dag, of een dag en een tijd.' };
  const ahead = Date.parse(instant) - Date.parse(clock.now());
  if (ahead < 0) return { refused: 'De tijd kan niet terug. Kies een later moment.' };
  if (ahead > longestWalk * 86_400_000) {
    return { refused: `Zo ver vooruit kan niet in één keer. Kies een dag binnen ${longestWalk} dagen.` };
  }
  return { instant };
}

function wishedInstant(
  clock: TryoutClock,
  nextWorkingDay: (day: string) => string,
  { step, to }: { step?: unknown; to?: unknown },
): string | undefined {
  if (step === 'hour') return new Date(Date.parse(clock.now()) + 3_600_000).toISOString();
  if (step === 'workday') return clock.at(nextWorkingDay(clock.today()), '09:00');
  const moment = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d))?$/.exec(String(to));
  const day = moment?.[1];
  if (!day || !isDay(day)) return undefined;
  return clock.at(day, moment[2] ? `${moment[2]}:${moment[3]}` : '09:00');
}

/**
 * Moves time step by step: awaits `timeMoved` at every moment at which something may be due, so that reminders and digests
 * come one by one.
 */
export async function walk(
  clock: TryoutClock,
  instant: string,
  timeMoved: (now: string) => Promise<void>,
): Promise<void> {
  for (let day = clock.today(); day <= clock.dayOf(instant); day = dayAfter(day)) {
    for (const time of dueTimes) {
      const stop = clock.at(day, time);
      if (isLater(stop, clock.now()) && isLater(instant, stop)) await stopAt(stop);
    }
  }
  if (isLater(instant, clock.now())) await stopAt(instant);

  async function stopAt(stop: string): Promise<void> {
    clock.moveTo(stop);
    await timeMoved(stop);
  }
}

function isLater(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other);
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
