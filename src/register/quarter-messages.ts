import { isWorkingDay } from '../procedure/articles/art02-periods.ts';
import type { Instant, LocalDate } from '../time/local-date.ts';
import { lastQuarter, monthsOf } from '../time/period.ts';
import { asOccupied } from './model/intake.ts';
import { bulletinWith } from './model/outbox.ts';
import { orTaken, type Store } from './model/store.ts';
import type { RegisterConfig } from './notify/reminders.ts';
import type { Register } from './register.ts';

/** The days of a quarter on which the message about the one before can still begin, because the bot may stand still on the first. */
const daysToBegin = 14;

/** Tells whether a quarter began so lately. */
const isJustBegun = (day: LocalDate): boolean =>
  Number(day.slice(5, 7)) % 3 === 1 && Number(day.slice(8)) <= daysToBegin;

/**
 * Makes what tells each board member on the first werkdag after a quarter that its report is there, with totals of what they may count
 * (Algemeen: the register); nothing while there was no complaint yet by its end. Its id tells it once, over restarts and instances.
 */
export function quarterMessages({ store, register, config }: QuarterMessagesParts) {
  let toldOn: LocalDate | undefined;
  return async (now: Instant): Promise<void> => {
    const today = config.dayOf(now);
    if (today === toldOn || !isJustBegun(today) || !isWorkingDay(today, config.calendar.wide)) return;
    if (now < config.at(today, config.remindAt)) return;
    const { year, quarter } = lastQuarter(today);
    for (const member of register.desk().board) {
      const id = `quarter/${year}-${quarter}/${member.id}`;
      if (await store.read(id).catch(asOccupied)) continue;
      if (!(await register.hasCounted(monthsOf({ year, quarter }).at(-1) ?? '', member))) continue;
      const content = { kind: 'quarter' as const, year, quarter };
      await orTaken(store.write(bulletinWith({ id, to: { kind: 'person', id: member.id }, content }, now)));
    }
    toldOn = today;
  };
}

type QuarterMessagesParts = { store: Store; register: Register; config: RegisterConfig };
