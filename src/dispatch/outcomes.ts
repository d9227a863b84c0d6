import { keepTrying } from '../register/model/keep-trying.ts';
import type { Log } from '../register/model/log.ts';
import type { Errand } from './lines.ts';

/** How long recording is still tried after stopping began, in milliseconds: the store is closed after that. */
const stoppingMs = 8_000;

type Message = Pick<Errand, 'document' | 'message'>;

const keyOf = ({ document, message }: Message): string => `${document} ${message}`;

/**
 * Records what became of messages, and keeps in mind what could not be recorded yet, so that this process never sends again
 * what it knows it has sent. Only when the process ends before the store can be written is that lost.
 */
export function outcomes(log: Log) {
  const open = new Map<string, Promise<void>>();
  let stopsAt = Number.POSITIVE_INFINITY;

  async function go(message: Message, work: () => Promise<void>): Promise<void> {
    try {
      await keepTrying(work, () => performance.now() < stopsAt);
      log.info('what became of a message is recorded after all', message);
    } catch {
      log.error('what became of a message was not recorded before the end', message);
    } finally {
      open.delete(keyOf(message));
    }
  }

  return {
    /** Records an outcome; what fails is tried again in the background until it succeeds. Never rejects. */
    async record(message: Message, work: () => Promise<void>): Promise<void> {
      try {
        await work();
      } catch (error) {
        const fault = error instanceof Error ? error.name : typeof error;
        log.error('what became of a message cannot be recorded yet', { ...message, fault });
        open.set(keyOf(message), go(message, work));
      }
    },
    /** Tells whether what became of a message is known and not recorded yet. */
    isOpen: (message: Message): boolean => open.has(keyOf(message)),
    /** Resolves when everything is recorded; after `stop`, when that has been tried long enough. */
    idle: async (): Promise<void> => void (await Promise.all(open.values())),
    /** Ends the tries after the time that a process has to stop. */
    stop(): void {
      stopsAt = Math.min(stopsAt, performance.now() + stoppingMs);
    },
  };
}
