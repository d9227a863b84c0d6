import { partsOf } from '../../procedure/model/case-number.ts';
import type { Erasure } from '../../procedure/model/complaint.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import { sha256 } from '../model/chain.ts';
import { object, safeInteger } from '../model/checks.ts';
import { type Document, type Dossier, versionOf } from '../model/dossier.ts';
import { asOccupied, intakeId, intakeIn, isGivable, readIntake } from '../model/intake.ts';
import type { Log } from '../model/log.ts';
import { redactionsOf } from '../model/redact.ts';
import type { Store } from '../model/store.ts';
import type { RegisterConfig } from '../notify/reminders.ts';
import { countOf, type Sealed } from './seal.ts';

/**
 * Evidence outside the register. A journal that is written anew as a whole, with hashes that fit, ends in another head than the
 * log has; an older register that is put back has less than was noted.
 */

/**
 * The head of a dossier: its version, and the hashes of its last journal entry and its last ledger entry, each of which covers
 * all entries before it, and why it was erased. Of the intake document: how often it was written, and the hash of its seal.
 */
export type Head = {
  number: string;
  version: number;
  hash: string;
  deliveries?: number;
  ledger?: string;
  /** Of the intake document: the highest number of each year, also of what was lost before a copy was put back. */
  given?: Given;
  /** Present once it is erased: what an older copy still has of it is to be erased again. */
  erased?: Erasure['because'];
  /** How often a text in it was made illegible, where any was: an older copy still has what fewer made so. */
  redacted?: number;
};

type Given = Readonly<Record<string, number>>;

/** Whether heads can be noted; 'removed': what was noted was taken away since the start, and was noted anew from memory. */
type HeadsState = 'ok' | 'removed' | 'unwritable';

/** The heads that are noted beside a store. */
export interface Heads {
  /** Notes a head; tells whether it was new. Never throws, because the complaint is stored already. */
  note(head: Head): boolean;
  /** Lists the last head noted of each number. */
  all(): Iterable<Head>;
  /** Tells whether they are there and can be written. */
  state(): HeadsState;
  /** Returns the highest count of each year of which a dossier was noted. */
  highest(): Readonly<Record<string, number>>;
}

/** Returns the hash of the last journal entry, which covers every entry before it. */
export const headOf = ({ journal }: Dossier): string => journal.at(-1)?.hash ?? '';

/** Computes the head of a document; undefined for one of which no heads are kept. */
export function headOfDocument(document: Sealed): Head | undefined {
  if (document.kind === 'dossier') {
    const last = document.ledger?.at(-1);
    const erased = document.complaint?.erased?.because;
    const redacted = redactionsOf(document);
    return {
      number: document.id,
      version: versionOf(document),
      hash: headOf(document),
      ...(last && { deliveries: last.seq, ledger: last.hash }),
      ...(isReason(erased) && { erased }),
      ...(redacted > 0 && { redacted }),
    };
  }
  if (document.id !== intakeId || typeof document.seal?.hash !== 'string') return undefined;
  const given = intakeIn(document)?.lastNumber ?? {};
  return { number: document.id, version: countOf(document), hash: document.seal.hash, given };
}

/** Tells whether that is a count of each year. */
export const isGiven = (given: unknown): given is Record<string, number> =>
  object(given) && Object.entries(given).every(([year, count]) => /^\d{4}$/.test(year) && safeInteger(count));

const isReason = (because: unknown): because is Erasure['because'] =>
  because === 'retention' || because === 'request';

/** Reads the head in a line of a log or of a file of heads; undefined when it holds none. */
export function headIn(line: string): Head | undefined {
  const { number, version, hash, deliveries, ledger, erased, redacted, given } = fieldsIn(line);
  if (number === intakeId && version === undefined && isGiven(given)) return { ...ofNumbersOnly, given };
  if (typeof number !== 'string' || !(partsOf(number) || number === intakeId)) return undefined;
  if (!safeInteger(version) || typeof hash !== 'string') return undefined;
  return {
    number,
    version,
    hash,
    ...(safeInteger(deliveries) && typeof ledger === 'string' && { deliveries, ledger }),
    ...(isReason(erased) && { erased }),
    ...(safeInteger(redacted) && redacted > 0 && { redacted }),
    ...(isGiven(given) && { given }),
  };
}

/**
 * Computes the heads of the document in a line of an export: of its first journal entry, which any copy of it has, and the last. None
 * of a line that holds no document of which heads are kept.
 */
export function headsInExport(line: string): Head[] {
  const fields = fieldsIn(line);
  const isDossier = fields.kind === 'dossier' && Array.isArray(fields.journal);
  if (!isDossier && fields.id !== intakeId) return [];
  const document = fields as Sealed;
  const first = document.kind === 'dossier' ? document.journal[0]?.hash : undefined;
  const last = headOfDocument(document);
  return [
    ...(typeof first === 'string' ? [{ number: document.id, version: 1, hash: first }] : []),
    ...(last ? [last] : []),
  ];
}

function fieldsIn(line: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(line));
  } catch {
    return {};
  }
}

/** Compares a document with a head: 'older' has less, 'otherwise' is as far but differs, undefined continues from it. */
export function against(head: Head, document: Sealed): 'older' | 'otherwise' | undefined {
  if (document.kind !== 'dossier') {
    const count = countOf(document);
    const { hash } = document.seal ?? {};
    if (count < head.version || hasGivenLess(document, head)) return 'older';
    if (head.version === 0) return undefined;
    return count === head.version && hash !== head.hash ? 'otherwise' : undefined;
  }
  const { journal, ledger = [] } = document;
  const { version, hash, deliveries = 0, ledger: ledgerHash } = head;
  if (journal.length < version || ledger.length < deliveries) return 'older';
  const isSame =
    (version === 0 || journal[version - 1]?.hash === hash) &&
    (deliveries === 0 || ledger[deliveries - 1]?.hash === ledgerHash);
  return isSame ? undefined : 'otherwise';
}

function hasGivenLess(document: Sealed, { given = {} }: Head): boolean {
  const { lastNumber = {} } = intakeIn(document) ?? {};
  return Object.entries(given).some(([year, count]) => count > (lastNumber[year] ?? 0));
}

/** Tells whether the one head goes further than the other, or there is no other. */
export const isFurther = (head: Head, than: Head | undefined): boolean =>
  !than ||
  head.version > than.version ||
  (head.version === than.version && (head.deliveries ?? 0) > (than.deliveries ?? 0));

/**
 * Picks the further of two heads of one number, with why it was erased and how often texts in it were made illegible, where either
 * says so: that stays so, and an older bot did not note it.
 */
export function further(head: Head, than: Head | undefined): Head {
  const far = than === undefined || isFurther(head, than) ? head : than;
  const erased = head.erased ?? than?.erased;
  const redacted = Math.max(head.redacted ?? 0, than?.redacted ?? 0);
  if (far.erased === erased && (far.redacted ?? 0) === redacted) return far;
  return { ...far, ...(erased && { erased }), ...(redacted > 0 && { redacted }) };
}

/** Keeps the furthest head of each number. */
export function furthest(heads: Iterable<Head>): Map<string, Head> {
  const last = new Map<string, Head>();
  for (const head of heads) last.set(head.number, further(head, last.get(head.number)));
  return last;
}

/**
 * Raises the highest count of each year to that of a head, and to those that the intake document says. False for a number that no year reaches, which somebody put there: it is
 * passed over.
 */
export function raiseHighest(highest: Map<string, number>, { number, given = {} }: Head): boolean {
  const parts = partsOf(number);
  const counts = parts ? [[parts.year, parts.count] as const] : Object.entries(given);
  if (counts.some(([, count]) => !isGivable(count))) return false;
  for (const [year, count] of counts) highest.set(year, Math.max(highest.get(year) ?? 0, count));
  return true;
}

/** A head that says which numbers were given, and nothing of how often the intake document was written. */
const ofNumbersOnly = { number: intakeId, version: 0, hash: '' };

/**
 * Makes what logs the highest number of each year when the intake document is written with another: of numbers that were passed over after
 * a loss there is no dossier whose head says it.
 */
export function logGiven(log: Log): (document: Document) => void {
  let last: string | undefined;
  return (document) => {
    const given = document.id === intakeId ? intakeIn(document)?.lastNumber : undefined;
    if (!given || JSON.stringify(given) === last) return;
    last = JSON.stringify(given);
    logNumbers(log, given);
  };
}

const logNumbers = (log: Log, given: Given): void =>
  log.info('journal', { event: 'journal', number: intakeId, given });

/** Logs the head of a dossier whose journal or ledger has grown. */
export const logHead = (log: Log, dossier: Dossier): void =>
  log.info('journal', { event: 'journal', ...headOfDocument(dossier), given: undefined });

/** Hashes (SHA-256) the heads of those dossiers by their numbers, in whatever order they come. */
export const registerHead = (dossiers: readonly Dossier[]): string =>
  sha256(Object.fromEntries(dossiers.map((dossier) => [dossier.id, headOf(dossier)])));

type DailyOptions = {
  store: Store;
  config: RegisterConfig;
  /** 'HH:mm' in Europe/Amsterdam. */
  digestAt: string;
  log: Log;
};

/** Logs the head over all open dossiers and the highest numbers, once a day from DIGEST_AT on: the log of a month has both. */
export function dailyHead({ store, config, digestAt, log }: DailyOptions) {
  let writtenOn: LocalDate | undefined;
  return async (now: Instant): Promise<void> => {
    const day = config.dayOf(now);
    if (day === writtenOn || now < config.at(day, digestAt)) return;
    const open = await store.list({ open: true });
    log.info('register head', { event: 'register-head', count: open.length, hash: registerHead(open) });
    writtenOn = day;
    // Reported by itself where it cannot be read: what the numbers are is not known then.
    const intake = await readIntake(store).catch(asOccupied);
    if (intake !== 'unreadable') logNumbers(log, intake.lastNumber);
  };
}
