import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { dispatcher } from '../../src/dispatch/dispatcher.ts';
import { type MailDelivery, mailDelivery, noMailDelivery } from '../../src/mail/mail-delivery.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import type { StepCommand } from '../../src/procedure/model/commands.ts';
import type { Registration } from '../../src/procedure/model/complaint.ts';
import { beforeSending } from '../../src/register/before-sending.ts';
import type { Delivery } from '../../src/register/model/delivery.ts';
import { routedDelivery } from '../../src/register/model/delivery.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Message } from '../../src/register/model/message.ts';
import { readDossier } from '../../src/register/model/store.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import { register } from '../../src/register/register.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { clockOf, instantOf } from '../../src/time/clock.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { logBook } from '../dispatch/log-book.ts';
import { ballance } from '../letters/an-organisation.ts';
import { desk, joris, lars, sanne } from '../procedure/people.ts';
import { byCommand } from '../register/by-command.ts';
import { mailServer } from './mail-server.ts';

const number = 'K-2026-0001';

const registration: Registration = {
  complainant: { name: 'Mevrouw Van Dam', email: 'vandam@example.nl', address: 'Dorpsstraat 1, Utrecht' },
  origin: 'client',
  summary: 'Er is drie weken niet teruggebeld.',
  receivedOn: '2026-04-01',
  manner: 'oral',
  respondents: [joris],
  remedied: false,
};

/** A step of Lars on the only complaint. */
type Step = StepCommand extends infer C ? (C extends StepCommand ? Omit<C, 'by' | 'number'> : never) : never;

/**
 * A register with one complaint, on a store of its own, whose letters go to a real mail server (or another, or none); what people
 * are told in Teams is kept. The clock stands still until it is moved.
 */
export async function mailOffice(
  place: string | MailDelivery | undefined,
  complainant = registration.complainant,
) {
  let milliseconds = Date.parse(instantOf('2026-04-01T10:00'));
  const clock = clockOf(() => milliseconds);
  const calendar = dutchCalendar();
  const store = sqliteStore(':memory:');
  const log = logBook();
  const told: Message[] = [];
  const config = {
    calendar,
    remindAt: '09:00',
    retentionYears: 5,
    board: desk.board,
    at: clock.at,
    dayOf: clock.dayOf,
  };
  const inTeams: Delivery = {
    deliver: async (message) => ({ activityId: String(told.push(message)) }),
  };
  const mail =
    typeof place === 'string'
      ? mailDelivery({ url: place, from: 'klachten@ballance.example' }, ballance, clock)
      : (place ?? noMailDelivery);
  const ours = register({ store, clock, config, people: desk, mail: true, afterSave: () => {}, log });
  const post = (delivery = mail) =>
    dispatcher({
      amend: ours.amend,
      store,
      delivery: routedDelivery({ person: inTeams, channel: inTeams, mail: delivery }),
      clock,
      instance: 'one',
      mayReceive: (message, dossier) => mayReceive(message, dossier, ours.context()),
      beforeSending: beforeSending({ context: ours.context, config, organisation: ballance }),
      settled: ours.afterDelivery,
      log,
      random: () => 1,
    });
  const { file, execute } = byCommand(ours);
  await file({ ...registration, complainant }, 'form', sanne);

  const isUnderway = async (): Promise<boolean> =>
    (await ours.view(number, lars)).outbox.some(
      ({ status, lease, tryAt = '' }) => status === 'queued' && (lease !== undefined || tryAt <= clock.now()),
    );

  return {
    number,
    calendar,
    log,
    /** The messages that were sent in Teams. */
    told,
    mail,
    /** Lars takes a step. */
    step: (step: Step) => execute({ ...step, by: lars, number } as StepCommand),
    /** Lars writes a letter to confirm receipt, to go by e-mail. */
    acknowledge: (text = 'Wij hebben uw klacht ontvangen.') =>
      execute({
        type: 'acknowledge',
        by: lars,
        number,
        letter: { text, manner: 'email', sentOn: clock.today() },
      }),
    /** Delivers what is due, as a sweep would. */
    deliver: (delivery = mail, id: CaseNumber = number) => post(delivery).deliver(id),
    store,
    register: ours,
    organisation: ballance,
    /** Reads a dossier that came by the website. */
    dossier: async (id: CaseNumber) => (await readDossier(store, id)) ?? assert.fail(`no ${id}`),
    /** Delivers all that is due: of two lines that claim at once, one may come back for its message a moment later. */
    async deliverAll(): Promise<void> {
      await post().deliver(number);
      for (let tries = 0; tries < 100 && (await isUnderway()); tries++) await pause(20);
    },
    /** Moves the clock to that time in Amsterdam. */
    moveTo: (time: string): void => {
      milliseconds = Date.parse(instantOf(time));
    },
    /** The dossier as Lars sees it. */
    seen: () => ours.view(number, lars),
    close: () => store.close(),
  };
}

/** The message by which a letter goes to the mail server. */
export const mailing = ({ outbox }: Dossier): Message =>
  outbox.find(({ to }) => to.kind === 'mail') ?? assert.fail('no letter was queued');

/** A mail server that is up, and an office that sends its letters there. */
type Post = { server: ReturnType<typeof mailServer>; office: Awaited<ReturnType<typeof mailOffice>> };

/** Makes a new mail server and a new office for each test of a suite, and closes them after it. */
export function postForEach(): Post {
  const post = {} as Post;
  beforeEach(async () => {
    post.server = mailServer();
    await post.server.up();
    post.office = await mailOffice(post.server.url());
  });
  afterEach(async () => {
    await post.office.close();
    await post.server.down();
  });
  return post;
}
