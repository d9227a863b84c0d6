import { randomUUID } from 'node:crypto';
import { type CaseNumber, caseNumber, numberOf } from '../../procedure/model/case-number.ts';
import type { Absence } from '../../procedure/model/desk.ts';
import type { Instant } from '../../time/local-date.ts';
import { chainStart } from './chain.ts';
import {
  aNumber,
  aPerson,
  type Check,
  count,
  day,
  fields,
  listOf,
  moment,
  optional,
  recordOf,
  safeInteger,
  text,
} from './checks.ts';
import type { Document, Dossier } from './dossier.ts';
import { memoOf, readMemo, writeMemo } from './memo.ts';
import type { MemoKey } from './memo-kind.ts';
import { type Given, isLink, type Link, linkHash, type NumberChain } from './number-chain.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { SentForm } from './sent-form.ts';
import { Conflict, type Store, Unreadable } from './store.ts';
import { isTaken, type Known, type Taken, takenBefore, withTaken } from './taken.ts';

/**
 * The number of a form: given now, with the dossier that was made for it, which `isWritten` with the number or has yet to be; or
 * given before to the same form, whatever it holds now.
 */
type Claim = { number: CaseNumber; absences: Absence[]; link: Link | undefined } & (
  | { known: false; made: Dossier; isWritten?: true }
  | { known: true; again: Known }
);

/** Singleton document: number sequence a year, processed form ids, absences. */
export type Intake = {
  lastNumber: Record<string, number>;
  taken: Taken[];
  absences: Absence[];
  /** Absent for a year in which no number was given since numbers are linked. */
  chains?: Record<string, NumberChain>;
  /** Numbers of which it is not certain yet that they have a dossier: the bot may have stopped in between. */
  unfilled?: Given[];
  /** Since when every document is sealed; `absent` lists the numbers without a dossier at that moment. */
  sealed?: { at: Instant; absent: string[] };
};

export const intakeId = 'front-desk';

const empty: Intake = { lastNumber: {}, taken: [], absences: [] };

export const readIntake = async (store: Store): Promise<Intake> =>
  (await readMemo(store, intake)).content ?? empty;

/** The limit of the sequence, which no year reaches: a higher count was put there, and would fill the memory. */
const mostGiven = 1_000_000;

const last: Check<number> = (value): value is number => safeInteger(value) && value < mostGiven;

export const isIntake = fields<Intake>({
  lastNumber: recordOf(last),
  taken: listOf(isTaken),
  absences: listOf(fields<Absence>({ person: aPerson, from: day, until: day })),
  chains: optional(recordOf(fields<NumberChain>({ from: count, head: text }))),
  unfilled: optional(listOf(fields<Given>({ number: aNumber, link: isLink }))),
  sealed: optional(fields<{ at: Instant; absent: string[] }>({ at: moment, absent: listOf(text) })),
});

const intake: MemoKey<Intake> = { id: intakeId, check: isIntake };

/** Reads the intake document; undefined when somebody has made something else of it. */
export const intakeIn = (document: Document): Intake | undefined =>
  document.kind === 'memo' && isIntake(document.content) ? document.content : undefined;

/** Tells whether numbers can continue after that count. */
export const isGivable = (count: number): boolean => count < mostGiven - 1;

const change = <T>(store: Store, work: (desk: Intake) => { desk?: Intake; answer: T }): Promise<T> =>
  retryOnConflict(async () => {
    const { content, etag } = await readMemo(store, intake);
    const { desk, answer } = work(content ?? empty);
    if (desk) await writeMemo(store, intake, desk, etag);
    return answer;
  });

type Highest = Readonly<Record<string, number>>;

type Asked = {
  sent: SentForm;
  now: Instant;
  /** Makes the dossier that the number is for. Where it throws, no number is given. */
  make(number: CaseNumber, absences: Absence[], link: Link): Dossier;
  year: string;
  /**
   * Numbers that turned out to hold another complaint (the intake document came from a backup), or one that was filled in the same and is
   * closed: the form gets another.
   */
  passed: ReadonlySet<CaseNumber>;
  /** Numbers that turned out to have a dossier since: if one is missing later, a complaint was removed. */
  filled: ReadonlySet<string>;
  /** The highest number of each year that is known to have been given: a register put back gives none of them again. */
  highest: Highest;
};

/**
 * Gives the number of a form, a sequence per year of registration, and its link to the number before. The same form always gets
 * the same number; `known` tells that it was processed before, `again` whether the same was typed in it. Also returns the
 * absences, which saves a read.
 */
export const nextNumber = async (store: Store, asked: Asked): Promise<Claim> =>
  (await givenWithDossier(store, asked)) ?? change(store, (found) => claimed(found, asked));

/**
 * Gives a number and writes its dossier in one commit, where the store can. Undefined after a conflict, be it about the number
 * or about the dossier: then the number is given first.
 */
async function givenWithDossier(store: Store, asked: Asked): Promise<Claim | undefined> {
  if (!store.writeTogether) return undefined;
  const { content, etag } = await readMemo(store, intake);
  const { desk, answer } = claimed(content ?? empty, asked);
  if (!desk || answer.known) return answer;
  try {
    await store.writeTogether([{ document: memoOf(intake, desk), etag }, { document: answer.made }]);
    return { ...answer, isWritten: true };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return undefined;
  }
}

function claimed(
  found: Intake,
  { sent, now, make, year, passed, filled, highest }: Asked,
): { desk?: Intake; answer: Claim } {
  const desk = raised(found, highest);
  const { absences, unfilled = [], chains = {} } = desk;
  const before = takenBefore(desk.taken, sent, now, passed);
  if (before) {
    const link = unfilled.find(({ number }) => number === before.number)?.link;
    return { answer: { ...before, known: true, absences, link } };
  }
  const next = (desk.lastNumber[year] ?? 0) + 1;
  const number = caseNumber(numberOf(year, next));
  const { from = next, head = chainStart } = chains[year] ?? {};
  const link: Link = { previous: head, salt: randomUUID() };
  const made = make(number, absences, link);
  return {
    desk: {
      ...desk,
      lastNumber: { ...desk.lastNumber, [year]: next },
      taken: withTaken(desk.taken, sent, number, now),
      chains: { ...chains, [year]: { from, head: linkHash(number, link) } },
      unfilled: [...unfilled.filter((given) => !filled.has(given.number)), { number, link }],
    },
    answer: { number, known: false, made, absences, link },
  };
}

/** Remembers a form for a number that another gave: sent again, it is the same, and with another content it is refused. */
export const rememberForm = (store: Store, sent: SentForm, number: CaseNumber, now: Instant): Promise<void> =>
  change(store, (desk) => ({
    desk: { ...desk, taken: withTaken(desk.taken, sent, number, now) },
    answer: undefined,
  }));

/** Counts an unreadable document as present, for `catch`. */
export function asOccupied(error: unknown): 'unreadable' {
  if (error instanceof Unreadable) return 'unreadable';
  throw error;
}

/** Removes the numbers that turn out to have a dossier from the unfilled ones; returns which those are. */
export async function confirmFilled(store: Store, { unfilled = [] }: Intake): Promise<Set<string>> {
  const filled = new Set<string>();
  for (const { number } of unfilled) if (await store.read(number).catch(asOccupied)) filled.add(number);
  if (filled.size === 0) return filled;
  return change(store, (desk) => ({
    desk: { ...desk, unfilled: desk.unfilled?.filter(({ number }) => !filled.has(number)) ?? [] },
    answer: filled,
  }));
}

/** Records that every document is sealed. */
export const recordSealed = (store: Store, at: Instant, absent: string[]): Promise<void> =>
  change(store, (desk) => ({
    desk: desk.sealed ? undefined : { ...desk, sealed: { at, absent } },
    answer: undefined,
  }));

/** Rewrites the intake document in the current schema version. */
export const rewriteIntake = (store: Store): Promise<void> =>
  change(store, (desk) => ({ desk, answer: undefined }));

/** Makes the numbers of each year continue after the highest that is known to have been given. */
export const raiseNumbers = (store: Store, highest: Highest): Promise<void> =>
  change(store, (found) => {
    const desk = raised(found, highest);
    return { ...(desk !== found && { desk }), answer: undefined };
  });

function raised(desk: Intake, highest: Highest): Intake {
  const { lastNumber, sealed } = desk;
  const higher = Object.entries(highest).filter(
    ([year, count]) => isGivable(count) && count > (lastNumber[year] ?? 0),
  );
  if (higher.length === 0) return desk;
  const skipped = higher.flatMap(([year, count]) => numbersAfter(year, lastNumber[year] ?? 0, count));
  return {
    ...desk,
    lastNumber: { ...lastNumber, ...Object.fromEntries(higher) },
    ...(sealed && { sealed: { ...sealed, absent: [...sealed.absent, ...skipped] } }),
  };
}

const numbersAfter = (year: string, count: number, last: number): string[] =>
  Array.from({ length: last - count }, (_, i) => numberOf(year, count + i + 1));

/** Lists every number that was given. */
export const numbersGiven = ({ lastNumber }: Intake): string[] =>
  Object.entries(lastNumber).flatMap(([year, last]) => numbersAfter(year, 0, last));

/** Changes who is absent when; returns that. */
export const changeAbsences = (
  store: Store,
  next: (known: readonly Absence[]) => Absence[],
): Promise<Absence[]> =>
  change(store, (desk) => {
    const absences = next(desk.absences);
    return { desk: { ...desk, absences }, answer: absences };
  });
