import { dispatcher } from '../src/dispatch/dispatcher.ts';
import { logger } from '../src/log.ts';
import type { Store } from '../src/register/model/store.ts';
import { mayReceive } from '../src/register/notify/may-receive.ts';
import type { RegisterConfig } from '../src/register/notify/reminders.ts';
import { register } from '../src/register/register.ts';
import { sweeping } from '../src/register/sweep.ts';
import { clockOf, instantOf } from '../src/time/clock.ts';
import { dutchCalendar } from '../src/time/dutch-calendar.ts';
import { tryoutDesk } from '../src/tryout/desk.ts';
import { byCommand } from '../test/register/by-command.ts';

/** Who handles complaints here: the desk of the try-out. */
export const people = tryoutDesk({});

/** The register on that store with its sweep and its outbox, as the bot has them; delivering only counts. */
export function office(store: Store) {
  let milliseconds = 0;
  let delivered = 0;
  const clock = clockOf(() => milliseconds);
  const calendar = dutchCalendar();
  const config: RegisterConfig = {
    calendar,
    remindAt: '09:00',
    board: people.board,
    retentionYears: 5,
    at: clock.at,
    dayOf: clock.dayOf,
  };
  const log = logger('silent');
  const dossiers = register({ store, clock, config, people, mail: false, afterSave: () => {}, log });
  const { deliver } = dispatcher({
    amend: dossiers.amend,
    store,
    delivery: { deliver: async () => ({ activityId: `${++delivered}` }) },
    clock,
    instance: 'bench',
    mayReceive: (message, dossier) => mayReceive(message, dossier, dossiers.context()),
    settled: dossiers.afterDelivery,
    log,
  });
  // Late, so that the daily digest of all open dossiers is no part of the time of a sweep.
  const sweep = sweeping({ store, register: dossiers, config, digestAt: '23:59', deliver, log });
  return {
    ...dossiers,
    ...byCommand(dossiers),
    /** As the bot has it: asked by forms. */
    register: dossiers,
    config,
    clock,
    deliver,
    /** Puts the clock, which stands still, at that time in Amsterdam. */
    moveTo(time: string): void {
      milliseconds = Date.parse(instantOf(time));
    },
    sweep: () => sweep(clock.now()),
    delivered: () => delivered,
  };
}
