import { createHash } from 'node:crypto';
import type { Instant, LocalDate } from '../procedure/articles/art02-periods.ts';
import { canonical } from './canonical.ts';
import { type Dossier, versionOf } from './dossier.ts';
import type { Log } from './log-port.ts';
import type { Timetable } from './reminders.ts';
import type { Store } from './store.ts';

/**
 * Proof that stands outside the register: whoever writes a whole journal anew, with hashes that fit, has another head
 * than the log.
 */

/** The hash of the last entry, which covers every entry before it. */
export const headOf = ({ journal }: Dossier): string => journal.at(-1)?.hash ?? '';

/** Writes down the head of a journal that has grown. */
export const logHead = (log: Log, dossier: Dossier): void =>
  log.info('journal', {
    event: 'journal',
    number: dossier.id,
    version: versionOf(dossier),
    hash: headOf(dossier),
  });

/** SHA-256 over the heads of those dossiers by their numbers, in whatever order they come. */
export const registerHead = (dossiers: readonly Dossier[]): string =>
  createHash('sha256')
    .update(canonical(Object.fromEntries(dossiers.map((dossier) => [dossier.id, headOf(dossier)]))))
    .digest('hex');

type DailyOptions = {
  store: Store;
  table: Timetable;
  /** 'HH:mm' in Europe/Amsterdam. */
  digestAt: string;
  log: Log;
};

/** Every day from DIGEST_AT on, once: writes down the head over all open dossiers. */
export function dailyHead({ store, table, digestAt, log }: DailyOptions) {
  let writtenOn: LocalDate | undefined;
  return async (now: Instant): Promise<void> => {
    const day = table.dayOf(now);
    if (day === writtenOn || now < table.at(day, digestAt)) return;
    const open = await store.list({ open: true });
    log.info('register head', { event: 'register-head', count: open.length, hash: registerHead(open) });
    writtenOn = day;
  };
}
