import assert from 'node:assert/strict';
import { claims } from '../../src/dispatch/claims.ts';
import { dispatcher } from '../../src/dispatch/dispatcher.ts';
import { mailDelivery } from '../../src/mail/mail-delivery.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { beforeSending } from '../../src/register/before-sending.ts';
import type { Delivery } from '../../src/register/model/delivery.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import type { Message } from '../../src/register/model/message.ts';
import { readDossier, type Store } from '../../src/register/model/store.ts';
import { register } from '../../src/register/register.ts';
import { type Blank, withEvents } from '../../src/register/with-events.ts';
import { clockOf, instantOf } from '../../src/time/clock.ts';
import { logBook } from '../dispatch/log-book.ts';
import { ballance } from '../letters/an-organisation.ts';
import type { Waits } from '../letters/courses/waiting.ts';
import { calendar } from '../procedure/given.ts';
import { desk } from '../procedure/people.ts';

/** The complaint of a letter, with nothing in its outbox but that letter. */
function waits({ past, queued, by, setting }: Waits): Dossier {
  const { number } = setting.complaint;
  const blank: Blank = { kind: 'dossier', id: number, forms: [], journal: [], outbox: [] };
  const before = past.reduce<Blank | Dossier>(
    (found, one) => withEvents(found, [one.event], { by: one.by, context: setting }),
    blank,
  );
  const dossier = withEvents({ ...before, outbox: [] }, queued, { by, context: setting });
  return { ...dossier, outbox: dossier.outbox.filter(({ to }) => to.kind === 'mail') };
}

/** Stores a letter that waits for the mail server; a clock stands at the moment at which it was written, until it is moved. */
export async function aWaitingLetter(letter: Waits, store: Store, url: string) {
  let milliseconds = Date.parse(letter.setting.now);
  const clock = clockOf(() => milliseconds);
  const log = logBook();
  const { at, dayOf } = clock;
  const config = { calendar, remindAt: '09:00', retentionYears: 5, board: desk.board, at, dayOf };
  const ours = register({ store, clock, config, people: desk, mail: true, afterSave: () => {}, log });
  const context = () => ({ ...ours.context(), desk: letter.setting.desk });
  const told: Message[] = [];
  const byMail = mailDelivery({ url, from: 'klachten@ballance.example' }, ballance, clock);
  const delivery: Delivery = {
    deliver: async (message, dossier) =>
      message.to.kind === 'mail'
        ? byMail.deliver(message, dossier)
        : { activityId: String(told.push(message)) },
  };
  const parts = {
    amend: ours.amend,
    store,
    clock,
    beforeSending: beforeSending({ context, config, organisation: ballance }),
    settled: ours.afterDelivery,
    turnMs: 1,
  };
  const made = waits(letter);
  await store.write(made);
  const dossier = async () => (await readDossier(store, made.id)) ?? assert.fail('no dossier');
  return {
    /** The messages that people were told in Teams. */
    told,
    context,
    log,
    moveTo: (time: string): void => {
      milliseconds = Date.parse(instantOf(time));
    },
    /** Delivers what is due, as the process of that name does. */
    async deliver(instance = 'one'): Promise<void> {
      const post = dispatcher({ ...parts, delivery, instance, mayReceive: () => true, log, random: () => 0 });
      await post.deliver(made.id);
      await post.idle();
      post.stop();
    },
    /** Claims the letter as a process does that dies before it sends. */
    async claimAndDie(): Promise<void> {
      const [message] = (await dossier()).outbox;
      const { claim } = claims({ ...parts, instance: 'dead' }, () => false);
      await claim(
        {
          document: made.id,
          message: message?.id ?? '',
          urgency: 0,
          queuedAt: clock.now(),
          group: undefined,
        },
        'dead/1',
      );
    },
    /** Changes the letter that waits, as somebody who edited it by hand. */
    async edit(change: (text: string) => string): Promise<void> {
      const edited = letter.queued.map(
        (event): Event =>
          event.type === 'letter-queued'
            ? { ...event, personal: { ...event.personal, text: change(event.personal.text) } }
            : event,
      );
      const stored = await store.read(made.id);
      await store.write(waits({ ...letter, queued: edited }), stored?.etag);
    },
    dossier,
    events: async (): Promise<Event[]> => (await dossier()).journal.map(eventOf),
  };
}
