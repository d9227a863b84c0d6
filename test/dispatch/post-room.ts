import { type Dispatcher, type DispatcherParts, dispatcher } from '../../src/dispatch/dispatcher.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import { documents, ofDossiers } from '../../src/register/amend.ts';
import type { Delivery } from '../../src/register/model/delivery.ts';
import type { Message } from '../../src/register/model/message.ts';
import { enqueue } from '../../src/register/model/outbox.ts';
import { readDossier, type Store } from '../../src/register/model/store.ts';
import { clockOf } from '../../src/time/clock.ts';
import { dutchCalendar } from '../../src/time/dutch-calendar.ts';
import { dossier } from '../store/documents.ts';
import { logBook } from './log-book.ts';

/** A dispatcher on a real store, whose messages go to `send`; its clock stands still until it is moved. */
export function postRoom(store: Store, parts: Partial<DispatcherParts> = {}) {
  let now = Date.parse('2026-04-01T09:00:00.000Z');
  const clock = clockOf(() => now);
  const log = logBook();
  const sent: string[] = [];
  const faults: Error[] = [];
  const table = {
    calendar: dutchCalendar(),
    remindAt: '09:00',
    retentionYears: 5,
    board: [],
    at: clock.at,
    dayOf: clock.dayOf,
  };

  const send: Delivery['deliver'] = async (message) => {
    const fault = faults.shift();
    if (fault) throw fault;
    sent.push(message.id);
    return { activityId: `activity of ${message.id}` };
  };

  const subjects: Dispatcher[] = [];

  const subject = (own: Partial<DispatcherParts> = {}) => {
    const made = dispatcher({
      amend: documents(store, clock.now, table, log).amend,
      store,
      delivery: { deliver: send },
      clock,
      instance: 'one',
      settled: (dossier) => dossier,
      mayReceive: () => true,
      log,
      random: () => 1,
      turnMs: 50,
      ...parts,
      ...own,
    });
    subjects.push(made);
    return made;
  };

  return {
    clock,
    log,
    sent,
    /** The answers of the platform to the next messages, before it accepts any. */
    faults,
    send,
    subject,
    /** Another dispatcher on the same register, unless it is the first. */
    dispatcher: subject(),
    amendDossier: ofDossiers(documents(store, clock.now, table, log).amend),
    amend: documents(store, clock.now, table, log).amend,
    /** Stops every dispatcher of this room. */
    stop: (): void => {
      for (const one of subjects) one.stop();
    },
    pass: (seconds: number): void => {
      now += seconds * 1000;
    },
    /** Stores a dossier whose outbox holds these messages: for Lars, or 'm1 for fatima'. */
    async post(id: CaseNumber, ...messages: string[]): Promise<void> {
      const outbox = enqueue(
        [],
        messages.map((each) => ({
          id: each,
          to: { kind: 'person', id: personId(each.split(' for ')[1] ?? 'lars') },
          content: { kind: 'case' },
        })),
        clock.now(),
      );
      await store.write({ ...dossier(id, { attentionAt: clock.now() }), outbox });
    },
    async outbox(id: CaseNumber): Promise<Message[]> {
      return (await readDossier(store, id))?.outbox ?? [];
    },
  };
}
