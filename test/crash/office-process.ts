import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
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

/** What it answers: that it is open, what it has done, durably, or that it could not. */
export type Answered =
  | { open: true }
  | { form: string; number: string }
  | { noted: string }
  | { failed: string };

/** Weekends and no holidays: an office must start fast. */
const weekdays = (name: 'strict' | 'wide'): WorkingDays => ({
  name,
  offReason: (day) => ([0, 6].includes(new Date(day).getUTCDay()) ? 'weekend' : undefined),
});
const calendar: Calendar = { strict: weekdays('strict'), wide: weekdays('wide'), decreedThrough: 2030 };

const answer = (answered: Answered): void => void process.send?.(answered, () => {});

/** Its answer. A process is killed too young for `fetch`, which is slow the first time. */
async function post(url: string, body: string): Promise<string> {
  const sent = request(url, { method: 'POST' }).end(body);
  const [response] = await once(sent, 'response');
  return text(response);
}

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
        return { activityId: await post(sink, body) };
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

async function answerTo(asked: Asked): Promise<Answered> {
  if ('open' in asked) {
    office = open(asked);
    await office;
    return { open: true };
  }
  if (!office) throw new Error('The office is not open.');
  const { dossiers, today } = await office;
  if ('form' in asked) {
    const receivedOn = today() < '2026-04-08' ? '2026-04-01' : today();
    const { id } = await dossiers.take({ ...registration, receivedOn }, asked.form, sanne);
    return { form: asked.form, number: id };
  }
  await dossiers.execute(addNote({ number: asked.note }));
  return { noted: asked.note };
}

process.on('message', (asked: Asked) => {
  answerTo(asked).then(answer, (error) => answer({ failed: String(error) }));
});

// It does not outlive the test.
process.on('disconnect', () => process.exit());
