import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { type Instant, later } from '../../time/local-date.ts';
import { aNumber, anId, fields, flag, listOf, moment, optional, text } from './checks.ts';
import type { DocumentFault } from './documents.ts';
import { changeMemo, readMemo } from './memo.ts';
import { single } from './memo-kind.ts';
import type { Store } from './store.ts';

/** Why a file that was sent is not fetched. */
export type FetchFault =
  /** Teams gives it no more: the place that it named is open for minutes only. */
  | 'expired'
  | 'too-large'
  /** It is in no place where Teams keeps files. */
  | 'elsewhere'
  /** The place does not answer, or in another way than a file is given. */
  | 'unreachable';

/** Why a file that was sent is not kept: it is not fetched, is no document, the dossier is full, or too many came in one message. */
export type SentFault = FetchFault | DocumentFault | 'full' | 'too-many';

/** That more files were sent than are taken at once. */
export const tooMany = 'too-many' satisfies SentFault;

/** A file that somebody sent to the bot: where it can be fetched (who knows that place can read it), and what became of it. */
export type SentFile = {
  name: string;
  /** Absent once it was fetched, or is not wanted. */
  url?: string;
  /** A picture in the message itself: Teams gives it to the bot alone. */
  isPicture?: boolean;
  /** It is kept. */
  isKept?: boolean;
  /** Why it is not kept: a `SentFault`, or one of another version. */
  fault?: string;
};

/** A message with files: nothing of them is fetched until its sender says where they belong. */
export type SentFiles = {
  id: string;
  by: PersonId;
  at: Instant;
  files: SentFile[];
  /** What was typed with them. */
  text?: string;
  /** The dossier under which its sender had them put. */
  number?: CaseNumber;
};

/** The dossier to which somebody is probably going to send a file: it stands first and chosen, and they are asked all the same. */
export type Aim = { by: PersonId; at: Instant; number: CaseNumber };

type Kept = { sent: SentFiles[]; aims: Aim[] };

/** The small document with all that was sent in the last day, of the whole register: there is little at a time. */
export const sentFiles = single(
  'sent-files',
  fields<Kept>({
    sent: listOf(
      fields<SentFiles>({
        id: text,
        by: anId,
        at: moment,
        files: listOf(
          fields<SentFile>({
            name: text,
            url: optional(text),
            isPicture: optional(flag),
            isKept: optional(flag),
            fault: optional(text),
          }),
        ),
        text: optional(text),
        number: optional(aNumber),
      }),
    ),
    aims: listOf(fields<Aim>({ by: anId, at: moment, number: aNumber })),
  }),
  ({ sent, aims }, number) => ({
    sent: sent.filter((one) => one.number !== number),
    aims: aims.filter((one) => one.number !== number),
  }),
);

/** How long is remembered what was sent, in milliseconds, and where a next one probably goes. */
const dayMs = 24 * 60 * 60_000;

/** The most messages with files that are remembered of one person; the oldest go first. */
const mostOfOne = 20;

const nothing: Kept = { sent: [], aims: [] };

const change = (store: Store, next: (kept: Kept) => Kept | undefined): Promise<void> =>
  changeMemo(store, sentFiles, (kept = nothing) => next(kept));

/** Remembers what somebody sent, until it is a day old. */
export const remember = (store: Store, one: SentFiles): Promise<void> =>
  change(store, ({ sent, aims }) => {
    const own = sent.filter(({ by }) => by === one.by);
    const gone = own.slice(0, Math.max(0, own.length - mostOfOne + 1));
    return { sent: [...sent.filter((other) => !gone.includes(other)), one], aims };
  });

/** Finds what somebody sent; undefined where it is not theirs, or is gone. */
export const recall = async (store: Store, id: string, by: PersonId): Promise<SentFiles | undefined> =>
  (await readMemo(store, sentFiles)).content?.sent.find((one) => one.id === id && one.by === by);

/** Notes what became of what was sent. */
export const noteSent = (store: Store, one: SentFiles): Promise<void> =>
  change(store, ({ sent, aims }) =>
    sent.some(({ id }) => id === one.id)
      ? { sent: sent.map((other) => (other.id === one.id ? one : other)), aims }
      : undefined,
  );

/** Notes to which dossier the next file of somebody probably goes. */
export const aimAt = (store: Store, aim: Aim): Promise<void> =>
  change(store, ({ sent, aims }) => ({ sent, aims: [...aims.filter(({ by }) => by !== aim.by), aim] }));

/** Finds to which dossier the next file of somebody probably goes. */
export async function aimOf(store: Store, who: PersonId, now: Instant): Promise<Aim | undefined> {
  const { content } = await readMemo(store, sentFiles);
  const aim = content?.aims.find(({ by }) => by === who);
  return aim && later(aim.at, dayMs) > now ? aim : undefined;
}

/** Forgets what is a day old. */
export const sweepSent = async (store: Store, now: Instant): Promise<void> => {
  const isOld = ({ at }: { at: Instant }): boolean => later(at, dayMs) <= now;
  const { content = nothing } = await readMemo(store, sentFiles);
  if (![...content.sent, ...content.aims].some(isOld)) return;
  await change(store, ({ sent, aims }) => ({
    sent: sent.filter((one) => !isOld(one)),
    aims: aims.filter((one) => !isOld(one)),
  }));
};
