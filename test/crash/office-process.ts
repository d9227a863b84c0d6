import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { hasEnded, instanceName, releaseAbandoned } from '../../src/dispatch/abandoned-claims.ts';
import { dispatcher } from '../../src/dispatch/dispatcher.ts';
import { scheduler } from '../../src/dispatch/scheduler.ts';
import { mailDelivery, noMailDelivery } from '../../src/mail/mail-delivery.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { beforeSending } from '../../src/register/before-sending.ts';
import { keepingDocuments } from '../../src/register/documents.ts';
import type { Delivery } from '../../src/register/model/delivery.ts';
import { routedDelivery } from '../../src/register/model/delivery.ts';
import type { Store } from '../../src/register/model/store.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import type { RegisterConfig } from '../../src/register/notify/reminders.ts';
import { register } from '../../src/register/register.ts';
import { sweeping } from '../../src/register/sweep.ts';
import { sweepDocuments } from '../../src/register/sweep-documents.ts';
import type { StorePlace } from '../../src/settings/settings.ts';
import { documentsFolder, documentsPath } from '../../src/store/documents-folder.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Calendar, WorkingDays } from '../../src/time/calendar.ts';
import { movableClock, systemClock } from '../../src/time/clock.ts';
import { logBook } from '../dispatch/log-book.ts';
import { ballance } from '../letters/an-organisation.ts';
import { addNote, registration } from '../procedure/asked.ts';
import { desk, lars, sanne } from '../procedure/people.ts';
import { byCommand } from '../register/by-command.ts';
import { inPieces } from '../register/some-documents.ts';

/** A command to an office: open a register, register a complaint, add a note or a document to one. */
export type Asked =
  | { open: StorePlace; sink: number; clock?: string; sweepEveryMs: number; smtp?: string }
  | { letter: CaseNumber }
  | { form: string }
  | { note: CaseNumber }
  | { document: CaseNumber; bytes: number };

/** Its answer: that it is open, what it has stored durably, or that it failed. */
export type Answered =
  | { open: true }
  | { form: string; number: string }
  | { noted: string }
  | { kept: string; in: string }
  | { failed: string };

/** A calendar of weekends only, so that an office starts fast. */
const weekdays = (name: 'strict' | 'wide'): WorkingDays => ({
  name,
  offReason: (day) => ([0, 6].includes(new Date(day).getUTCDay()) ? 'weekend' : undefined),
});
const calendar: Calendar = {
  strict: weekdays('strict'),
  wide: weekdays('wide'),
  decreedYears: new Set([2026]),
  decreed: new Set(),
  postDays: 3,
};

const answer = (answered: Answered): void => void process.send?.(answered, () => {});

/** Sends an answer over a bare connection: an office that is killed so soon has no time to load an HTTP client. */
const post = (port: number, body: string): Promise<string> =>
  text(connect({ port, host: '127.0.0.1', allowHalfOpen: true }).end(body));

/** Longer than any machine takes, so that being slow is no fault. */
const endlessMs = 3_600_000;

async function openStore(place: StorePlace): Promise<Store> {
  if (place.kind === 'sqlite') return sqliteStore(place.path, { lockTimeoutMs: endlessMs });
  const { cosmosStore } = await import('../../src/store/cosmos-store.ts');
  return cosmosStore({ ...place, timeoutMs: endlessMs, retryForMs: endlessMs });
}

/** Registers, saves and delivers as the bot does; what it delivers goes to the sink. */
async function open({
  open: place,
  sink,
  clock: start,
  sweepEveryMs,
  smtp,
}: Extract<Asked, { open: StorePlace }>) {
  const clock = start ? movableClock(start) : systemClock();
  const config: RegisterConfig = {
    calendar,
    remindAt: '09:00',
    board: desk.board,
    retentionYears: 5,
    at: clock.at,
    dayOf: clock.dayOf,
  };
  const log = logBook();
  const store = await openStore(place);
  const instance = instanceName();
  const dossiers = register({
    store,
    clock,
    config,
    people: desk,
    mail: smtp !== undefined,
    afterSave: (id) => deliveries.poke(id),
    log,
  });
  const kept = place.kind === 'sqlite' ? documentsFolder(documentsPath(place.path)) : undefined;
  const documents = keepingDocuments({ store, documents: kept, register: dossiers, log });
  const { amend } = dossiers;
  const letters = smtp
    ? mailDelivery({ url: smtp, from: 'klachten@ballance.example' }, ballance, clock)
    : noMailDelivery;
  const cards: Delivery = {
    async deliver({ id, to }) {
      const body = JSON.stringify({ id, to, pid: process.pid });
      return { activityId: await post(sink, body) };
    },
  };
  const deliveries = dispatcher({
    amend,
    store,
    delivery: routedDelivery({ person: cards, channel: cards, mail: letters }),
    clock,
    instance,
    hasEnded: (by) => hasEnded(by, instance),
    beforeSending: beforeSending({ context: dossiers.context, config, organisation: ballance }),
    settled: dossiers.afterDelivery,
    mayReceive: (message, dossier) => mayReceive(message, dossier, dossiers.context()),
    log,
  });
  await releaseAbandoned({ store, amend, clock, hasEnded: (by) => hasEnded(by, instance) });
  const sweep = sweeping({
    store,
    register: dossiers,
    config,
    digestAt: '08:30',
    deliver: deliveries.deliver,
    tidy: (now) => sweepDocuments({ store, documents: kept, log }, now),
    log,
  });
  scheduler({ sweep, clock, log, everyMs: sweepEveryMs }).start();
  return { ...byCommand(dossiers), documents, today: clock.today };
}

let office: ReturnType<typeof open> | undefined;

async function answerTo(asked: Asked): Promise<Answered> {
  if ('open' in asked) {
    office = open(asked);
    await office;
    return { open: true };
  }
  if (!office) throw new Error('The office is not open.');
  const { execute, file, documents, today } = await office;
  if ('form' in asked) {
    const receivedOn = today() < '2026-04-08' ? '2026-04-01' : today();
    const complainant = { name: 'Mevrouw Van Dam', email: 'vandam@example.nl' };
    const { id } = await file({ ...registration, complainant, receivedOn }, asked.form, sanne);
    return { form: asked.form, number: id };
  }
  if ('letter' in asked) {
    const letter = { text: 'Wij hebben uw klacht ontvangen.', manner: 'email', sentOn: today() } as const;
    await execute({ type: 'acknowledge', by: lars, number: asked.letter, letter });
    return { noted: asked.letter };
  }
  if ('document' in asked) {
    const received = await documents.receive(inPieces(Buffer.alloc(asked.bytes, 'Dag. ')), 'Brief.txt');
    await documents.add(received, { number: asked.document, from: 'complainant', by: lars });
    return { kept: received.id, in: asked.document };
  }
  await execute(addNote({ number: asked.note }));
  return { noted: asked.note };
}

process.on('message', (asked: Asked) => {
  answerTo(asked).then(answer, (error) => answer({ failed: String(error) }));
});

// Ends with the test.
process.on('disconnect', () => process.exit());
