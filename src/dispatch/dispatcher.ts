import { setImmediate as turn } from 'node:timers/promises';
import type { Dossier, OutboxDocument } from '../register/model/dossier.ts';
import type { Message, Recipient } from '../register/model/message.ts';
import { type DeliveryOutcome, isDue, nextTryAt } from '../register/model/outbox.ts';
import type { Store } from '../register/model/store.ts';
import { urgencyOf } from '../register/notify/message-rules.ts';
import { unreachedIn } from '../register/notify/standing-notices.ts';
import { millisecondsBetween } from '../time/local-date.ts';
import { type AttemptingParts, attempting, type Post } from './attempting.ts';
import { type ClaimsParts, claims } from './claims.ts';
import { keyedTimers, queue } from './keyed-queue.ts';
import { type Errand, type Hold, lineOf, lines, type Result } from './lines.ts';
import { outcomes } from './outcomes.ts';
import { sharedHolds } from './shared-hold.ts';

/** How many documents are read at the same time, and how many recipients are sent to. */
const documentsAtOnce = 8;
const recipientsAtOnce = 50;

export type Dispatcher = {
  /** Delivers what is due in that document soon, outside the caller's turn. */
  poke(id: string): void;
  /**
   * Delivers what is due in that document; resolves when all of it has been tried, or waits because nothing reaches its
   * recipient. Never rejects: a failure is logged and tried again later.
   */
  deliver(id: string): Promise<void>;
  /** Ends the hold on that recipient, for every process. */
  reachable(to: Recipient): Promise<void>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
  /** Begins nothing any more; a message that is being sent may end. */
  stop(): void;
};

export type DispatcherParts = AttemptingParts &
  ClaimsParts & {
    /** Where the processes of one register share which recipients are on hold. */
    store: Store;
    /** The name of this process, unique among those on the same store. */
    instance: string;
  };

/** A message that this process has claimed. */
type Claimed = Post & { errand: Errand };

const dossierOf = (document: OutboxDocument): Dossier | undefined =>
  document.kind === 'dossier' ? document : undefined;

/**
 * Delivers what is in the outboxes: a line for each recipient; claim, send, settle; and returns when a message can be tried
 * again. What could not be settled is tried until it can. Cards arrive at least once: if the process dies between sending and
 * settling, the claim lapses and the card is sent again. A letter is not: it is settled as uncertain.
 */
export function dispatcher(parts: DispatcherParts): Dispatcher {
  const { store, clock, delivery, instance, mayReceive, log } = parts;
  const attempt = attempting(parts);
  const holds = sharedHolds(store, clock, instance);
  const ended = outcomes(log);
  const inHand = claims(parts, ended.isOpen);
  const inLine = lines({ run, park, clock, atOnce: recipientsAtOnce });
  const looking = queue(standInLine, documentsAtOnce);
  const wakeUp = keyedTimers((id) => void looking.add(id));
  let claimed = 0;
  let isStopped = false;

  /** Adds each message that is due to the line of its recipient. */
  async function standInLine(id: string): Promise<void> {
    await logged(id, async () => {
      const document = await found(id);
      for (const message of document?.outbox ?? [])
        if (isDue(message, clock.now()) && !ended.isOpen({ document: id, message: message.id }))
          void inLine.add(lineOf(message.to), errandOf(id, message, document && dossierOf(document)));
      comeBack(id, document);
    });
  }

  async function found(id: string): Promise<OutboxDocument | undefined> {
    const document = (await store.read(id))?.document;
    return document?.kind === 'memo' ? undefined : document;
  }

  const errandOf = (document: string, message: Message, dossier: Dossier | undefined): Errand => ({
    document,
    message: message.id,
    urgency: urgencyOf(message),
    queuedAt: message.queuedAt,
    group: unreachedIn(message, dossier),
  });

  async function run(line: string, errand: Errand, together: readonly Errand[]): Promise<Result> {
    return logged(errand.document, async () => {
      const answer = await holds.ask(line);
      if ('askAgainAt' in answer) return { fullUntil: answer.askAgainAt };
      if ('hold' in answer) {
        for (const one of [errand, ...together]) await postponed(one, answer.hold);
        return { hold: answer.hold };
      }
      const result = await tried(errand, together, answer.permit.failures);
      await holds.note(line, answer.permit, result);
      return result;
    });
  }

  async function tried(errand: Errand, together: readonly Errand[], failures: number): Promise<Result> {
    // A name of its own for each claim: a message that an earlier claim sent but could not settle is not this one's to settle.
    const by = `${instance}/${++claimed}`;
    const ours = await allClaimed([errand, ...together], by);
    const allowed = ours.length > 1 ? ours.filter((one) => mayReceive(one.message, one.dossier)) : ours;
    const first = allowed[0] ?? ours[0];
    if (!first) return undefined;
    const others = allowed.filter((one) => one !== first);
    const { outcome, result } = await attempt(first, others, failures);
    const withheld = { at: clock.now(), withheld: true } as const;
    for (const one of ours) await end(one, by, one === first || others.includes(one) ? outcome : withheld);
    return result;
  }

  async function allClaimed(errands: readonly Errand[], by: string): Promise<Claimed[]> {
    const found: Claimed[] = [];
    for (const errand of errands) {
      const { document, message } = await inHand.claim(errand, by);
      if (document && message) found.push({ errand, message, dossier: dossierOf(document) });
      else comeBack(errand.document, document);
    }
    return found;
  }

  async function end({ errand }: Claimed, by: string, outcome: DeliveryOutcome): Promise<void> {
    await ended.record({ document: errand.document, message: errand.message }, async () => {
      const after = await inHand.settle(errand, by, outcome);
      comeBack(errand.document, after);
    });
  }

  /** Postpones a message until the hold on its recipient ends; returns it to the line if the hold has ended already. */
  async function park(line: string, errand: Errand): Promise<void> {
    await logged(errand.document, async () => {
      const hold = await holds.current(line);
      if (hold) return postponed(errand, hold);
      inLine.lift(line);
      void looking.add(errand.document);
    });
  }

  async function postponed(errand: Errand, { until, why }: Hold): Promise<void> {
    const outcome = { at: clock.now(), postponedTo: until, held: true } as const;
    const after = await inHand.postpone(errand, outcome);
    const message = after?.outbox.find(({ id }) => id === errand.message);
    if (after && message?.tryAt === until) await delivery.kept?.(message, dossierOf(after), why);
    comeBack(errand.document, after);
  }

  /** Sets a timer for the next message that is due sooner than the next sweep. */
  function comeBack(id: string, document: OutboxDocument | undefined): void {
    const waits = ({ id: message, to }: Message): boolean =>
      inLine.has(lineOf(to), { document: id, message }) || ended.isOpen({ document: id, message });
    const at = nextTryAt(document?.outbox.filter((message) => !waits(message)) ?? []);
    if (at && !isStopped) wakeUp.set(id, millisecondsBetween(clock.now(), at));
  }

  async function logged<T>(document: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const fault = error instanceof Error ? error.name : typeof error;
      log.error('messages could not be claimed', { document, fault });
      return undefined;
    }
  }

  return {
    poke: (id) => void looking.add(id),
    async deliver(id) {
      await looking.add(id);
      await inLine.tried(id);
    },
    async reachable(to) {
      inLine.lift(lineOf(to));
      await holds.lift(lineOf(to));
    },
    async idle() {
      while (looking.isBusy() || inLine.isBusy()) {
        await looking.idle();
        await turn();
      }
      await ended.idle();
    },
    stop() {
      isStopped = true;
      wakeUp.clear();
      looking.stop();
      inLine.stop();
      ended.stop();
    },
  };
}
