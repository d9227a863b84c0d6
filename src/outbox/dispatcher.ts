import type { Dossier } from '../register/dossier.ts';
import type { Message } from '../register/message.ts';
import { claim, letGo, nextTryAt, settle } from '../register/outbox.ts';
import type { Amend, Posting } from '../register/saving.ts';
import { alarmClock } from './alarm-clock.ts';
import { type AttemptingParts, attempting, sendingMs } from './attempting.ts';
import { later } from './later.ts';
import { queue } from './queue.ts';

/** How long a claim holds: the time in which a message must be sent and settled. */
export const leaseMs = 60_000;

/** How many documents are delivered from at the same time; the platform allows 50 messages a second. */
const atOnce = 8;

export type Dispatcher = {
  /** Delivers what is due in that document soon, outside the caller's turn. */
  poke(id: string): void;
  /** The same; resolves when it has been tried. Never rejects: what fails is logged and tried again later. */
  deliver(id: string): Promise<void>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
  /** Begins nothing any more and lets go of what it claimed; a message that is being sent may end. */
  stop(): void;
};

export type DispatcherParts = AttemptingParts & {
  amend: Amend;
  /** The name of this process, different from that of any other on the same store. */
  instance: string;
  /** What settling a message leads to; saved together with it. */
  settled: (dossier: Dossier, message: Message) => Dossier;
};

/**
 * Delivers what stands in the outboxes, at least once: claim, send, settle; and comes back when a message can be tried
 * again. If it dies, or the store is out of reach, between sending and settling, the claim lapses and the message goes
 * out a second time.
 */
export function dispatcher(parts: DispatcherParts): Dispatcher {
  const { amend, clock, delivery, instance, settled, log } = parts;
  const attempt = attempting(parts);
  const work = queue(deliverFrom, atOnce);
  const wakeUp = alarmClock((id) => void work.add(id));
  let runs = 0;
  let isStopped = false;

  async function deliverFrom(id: string): Promise<void> {
    // A name for each run: what an earlier run sent but could not settle is in the hands of another.
    const by = `${instance}/${++runs}`;
    try {
      const document = await deliverDue(id, by);
      comeBack(id, document);
    } catch (error) {
      log.error('an outbox could not be claimed or settled', {
        document: id,
        fault: error instanceof Error ? error.name : typeof error,
      });
    }
  }

  /** Answers with the document as it is after that. */
  async function deliverDue(id: string, by: string): Promise<Posting | undefined> {
    const until = later(clock.now(), leaseMs);
    let claimed: Message[] = [];
    let document: Posting | undefined;
    const save = async (change: (outbox: Message[]) => Message[], settledId?: string): Promise<void> => {
      const saved = await amend<Posting>(id, (found) => {
        document = found;
        const outbox = change(found.outbox);
        return outbox === found.outbox ? undefined : followUp({ ...found, outbox }, settledId);
      });
      document = saved ?? document;
    };
    await save((found) => {
      const taken = claim(found, clock.now(), by, until);
      claimed = taken.claimed;
      return taken.outbox;
    });
    for (const message of claimed) {
      if (isStopped || later(clock.now(), sendingMs) > until) {
        await save((found) => letGo(found, (holder) => holder === by));
        break;
      }
      const outcome = await attempt(id, message, document?.kind === 'dossier' ? document : undefined);
      await save((found) => settle(found, message.id, by, outcome), message.id);
      if ('activityId' in outcome && document?.kind === 'dossier') await delivery.tidy?.(message, document);
    }
    return document;
  }

  function followUp(posting: Posting, settledId: string | undefined): Posting {
    const message = posting.outbox.find((one) => one.id === settledId);
    return posting.kind === 'dossier' && message ? settled(posting, message) : posting;
  }

  /** What waits for less than a sweep is not left to the sweep. */
  function comeBack(id: string, document: Posting | undefined): void {
    const at = document && nextTryAt(document.outbox);
    if (at && !isStopped) wakeUp.set(id, Date.parse(at) - Date.parse(clock.now()));
  }

  return {
    poke: (id) => void work.add(id),
    deliver: (id) => work.add(id),
    idle: work.idle,
    stop() {
      isStopped = true;
      wakeUp.clear();
      work.stop();
    },
  };
}
