import { setImmediate as turn } from 'node:timers/promises';
import type { Amend } from '../register/amend.ts';
import type { Dossier, OutboxDocument } from '../register/model/dossier.ts';
import type { Message, Recipient } from '../register/model/message.ts';
import {
  claim,
  type DeliveryOutcome,
  isDue,
  nextTryAt,
  postpone,
  settle,
  settleBrokenOff,
} from '../register/model/outbox.ts';
import type { Store } from '../register/model/store.ts';
import { urgencyOf } from '../register/notify/message-rules.ts';
import { unreachedIn } from '../register/notify/standing-notices.ts';
import { later, millisecondsBetween } from '../time/local-date.ts';
import { type AttemptingParts, attempting, type Post } from './attempting.ts';
import { keyedTimers, queue } from './keyed-queue.ts';
import { type Errand, type Hold, lineOf, lines, type Result } from './lines.ts';
import { sharedHolds } from './shared-hold.ts';

/** How long a claim holds, in milliseconds: within that time a message must be sent and settled. */
export const leaseMs = 60_000;

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

export type DispatcherParts = AttemptingParts & {
  amend: Amend;
  /** Where the processes of one register share which recipients are on hold. */
  store: Store;
  /** The name of this process, unique among those on the same store. */
  instance: string;
  /** Adds what follows from settling a message; saved together with it. */
  settled: (dossier: Dossier, message: Message) => Dossier;
};

/** A message that this process has claimed. */
type Claimed = Post & { errand: Errand };

const dossierOf = (document: OutboxDocument): Dossier | undefined =>
  document.kind === 'dossier' ? document : undefined;

/**
 * Delivers what is in the outboxes: a line for each recipient; claim, send, settle; and returns when a message can be tried
 * again. Cards arrive at least once: if the process dies, or the store is out of reach, between sending and settling, the
 * claim lapses and the card is sent again. A letter is not: it is settled as uncertain.
 */
export function dispatcher(parts: DispatcherParts): Dispatcher {
  const { amend, store, clock, delivery, instance, mayReceive, settled, log } = parts;
  const attempt = attempting(parts);
  const holds = sharedHolds(store, clock, instance);
  const inLine = lines({ run, park, clock, atOnce: recipientsAtOnce });
  const looking = queue(standInLine, documentsAtOnce);
  const wakeUp = keyedTimers((id) => void looking.add(id));
  let claims = 0;
  let isStopped = false;

  /** Adds each message that is due to the line of its recipient. */
  async function standInLine(id: string): Promise<void> {
    await logged(id, async () => {
      const document = await found(id);
      for (const message of document?.outbox ?? [])
        if (isDue(message, clock.now()))
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

  /** Changes the outbox of that document, with what follows from settling the message. Returns the document as it is then. */
  async function change(
    { document: id, message: messageId }: Errand,
    next: (outbox: Message[]) => Message[],
  ): Promise<OutboxDocument | undefined> {
    let read: OutboxDocument | undefined;
    const saved = await amend(id, (found) => {
      read = found;
      const outbox = next(found.outbox);
      if (outbox === found.outbox) return undefined;
      const message = outbox.find((one) => one.id === messageId);
      const changed = { ...found, outbox };
      return message && !message.lease && changed.kind === 'dossier' ? settled(changed, message) : changed;
    });
    return saved ?? read;
  }

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
    const by = `${instance}/${++claims}`;
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
      const { document, message } = await claimed(errand, by);
      if (document && message) found.push({ errand, message, dossier: dossierOf(document) });
      else comeBack(errand.document, document);
    }
    return found;
  }

  async function end({ errand, message }: Claimed, by: string, outcome: DeliveryOutcome): Promise<void> {
    const after = await change(errand, (outbox) => settle(outbox, errand.message, by, outcome));
    comeBack(errand.document, after);
    if ('activityId' in outcome && after?.kind === 'dossier')
      await delivery.tidy?.({ ...message, activityId: outcome.activityId }, after);
  }

  /**
   * Claims a message before anything is sent, so that a crash leaves a trace that it may have gone out. Returns no message
   * when another process has claimed it, or it is not to be sent any more.
   */
  async function claimed(errand: Errand, by: string) {
    let message: Message | undefined;
    const document = await change(errand, (outbox) => {
      const now = clock.now();
      const wanted = ({ id }: Message): boolean => id === errand.message;
      const taken = claim(outbox, now, by, later(now, leaseMs), wanted);
      message = taken.claimed[0];
      return message ? taken.outbox : settleBrokenOff(outbox, errand.message, now);
    });
    return { document, message };
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
    const after = await change(errand, (outbox) => {
      // A letter that was broken off is reported now: that needs no mail server.
      const ended = settleBrokenOff(outbox, errand.message, outcome.at);
      return ended === outbox ? postpone(outbox, errand.message, outcome) : ended;
    });
    const message = after?.outbox.find(({ id }) => id === errand.message);
    if (after && message?.tryAt === until) await delivery.kept?.(message, dossierOf(after), why);
    comeBack(errand.document, after);
  }

  /** Sets a timer for the next message that is due sooner than the next sweep. */
  function comeBack(id: string, document: OutboxDocument | undefined): void {
    const waits = ({ id: message, to }: Message): boolean =>
      inLine.has(lineOf(to), { document: id, message });
    const at = nextTryAt(document?.outbox.filter((message) => !waits(message)) ?? []);
    if (at && !isStopped) wakeUp.set(id, millisecondsBetween(clock.now(), at));
  }

  async function logged<T>(document: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const fault = error instanceof Error ? error.name : typeof error;
      log.error('an outbox could not be claimed or settled', { document, fault });
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
    },
    stop() {
      isStopped = true;
      wakeUp.clear();
      looking.stop();
      inLine.stop();
    },
  };
}
