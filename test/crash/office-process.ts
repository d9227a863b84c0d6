import { systemClock } from '../../src/calendar/clock.ts';
import { movableClock } from '../../src/calendar/movable-clock.ts';
import { dispatcher } from '../../src/outbox/dispatcher.ts';
import { hasEnded, instanceName } from '../../src/outbox/instance.ts';
import { releaseAbandoned } from '../../src/outbox/release.ts';
import { scheduler } from '../../src/outbox/scheduler.ts';
import type { Calendar, WorkingDays } from '../../src/procedure/articles/art02-periods.ts';
import { mayReceive } from '../../src/register/may-receive.ts';
import { register } from '../../src/register/register.ts';
import type { Timetable } from '../../src/register/reminders.ts';
import { sweeping } from '../../src/register/sweep.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { logBook } from '../outbox/log-book.ts';
import { addNote, registration } from '../procedure/asked.ts';
import { desk, sanne } from '../procedure/people.ts';

/** What an office is asked: to open a register, to register a complaint, to write a note in one. */
export type Asked =
  | { open: string; sink: string; clock?: string; sweepEveryMs: number }
  | { form: string }
  | { note: string };

/** What it answers: that it is open, or what it has done, durably. */
export type Answered = { open: true } | { form: string; number: string } | { noted: string };

/** Weekends and no holidays: an office must start fast. */
const weekdays = (name: 'strict' | 'wide'): WorkingDays => ({
  name,
  offReason: (day) => ([0, 6].includes(new Date(day).getUTCDay()) ? 'weekend' : undefined),
});
const calendar: Calendar = { strict: weekdays('strict'), wide: weekdays('wide'), decreedThrough: 2030 };

const answer = (answered: Answered): void => void process.send?.(answered);

/** Registers, saves and delivers as the bot does; what it delivers goes to the sink over HTTP. */
async function open({ open: file, sink, clock: start, sweepEveryMs }: Extract<Asked, { open: string }>) {
  const clock = start ? movableClock(start) : systemClock();
  const table: Timetable = {
    calendar,
    remindAt: '09:00',
    retentionYears: 5,
    at: clock.at,
    dayOf: clock.dayOf,
  };
  const log = logBook();
  const store = sqliteStore(file);
  const instance = instanceName();
  const dossiers = register({
    store,
    clock,
    table,
    people: desk,
    mail: false,
    afterSave: (id) => deliveries.poke(id),
    log,
  });
  const { amend } = dossiers;
  const deliveries = dispatcher({
    amend,
    delivery: {
      async deliver({ id, to }) {
        const body = JSON.stringify({ id, to, pid: process.pid });
        const response = await fetch(sink, { method: 'POST', body });
        return { activityId: await response.text() };
      },
    },
    clock,
    instance,
    settled: dossiers.afterDelivery,
    mayReceive: (message, dossier) => mayReceive(message, dossier, dossiers.context()),
    log,
  });
  await releaseAbandoned({ store, amend, clock, hasEnded: (by) => hasEnded(by, instance) });
  const sweep = sweeping({
    store,
    register: dossiers,
    table,
    digestAt: '08:30',
    deliver: deliveries.deliver,
    log,
  });
  scheduler({ sweep, clock, log, everyMs: sweepEveryMs }).start();
  return { dossiers, today: clock.today };
}

let office: ReturnType<typeof open> | undefined;

process.on('message', async (asked: Asked) => {
  if ('open' in asked) {
    office = open(asked);
    await office;
    return answer({ open: true });
  }
  if (!office) throw new Error('The office is not open.');
  const { dossiers, today } = await office;
  if ('form' in asked) {
    const receivedOn = today() < '2026-04-08' ? '2026-04-01' : today();
    const { id } = await dossiers.take({ ...registration, receivedOn }, asked.form, sanne);
    return answer({ form: asked.form, number: id });
  }
  await dossiers.execute(addNote({ number: asked.note }));
  answer({ noted: asked.note });
});
