import { hasOpenWork } from '../procedure/access.ts';
import { runningDeadlines } from '../procedure/deadlines.ts';
import type { Instant } from '../time/local-date.ts';
import { logHead } from './integrity/evidence.ts';
import type { Bulletin, Document, Dossier } from './model/dossier.ts';
import { forget } from './model/forget.ts';
import { recorded } from './model/ledger.ts';
import type { Log } from './model/log.ts';
import { nextTryAt } from './model/outbox.ts';
import { retryOnConflict } from './model/retry-on-conflict.ts';
import type { Store } from './model/store.ts';
import { nextAlarmAt } from './notify/forwarding-alarm.ts';
import { nextReminderAt, type RegisterConfig } from './notify/reminders.ts';
import { retentionAttentionAt } from './notify/retention.ts';

/** A dossier or bulletin: what has an outbox. */
export type OutboxDocument = Dossier | Bulletin;

const earliest = (...moments: (Instant | undefined)[]): Instant | undefined =>
  moments.filter((moment) => moment !== undefined).sort()[0];

/** The dossier with the fields that queries need, as they follow from its state at that moment. */
export function indexed<T extends OutboxDocument>(document: T, now: Instant, config: RegisterConfig): T {
  if (document.kind === 'bulletin') return { ...document, attentionAt: nextTryAt(document.outbox) };
  const { complaint, outbox } = document;
  const isKnown = ({ id }: { id: string }) => outbox.some((message) => message.id.startsWith(`${id}/`));
  return {
    ...document,
    open: complaint.stage !== 'closed' || hasOpenWork(complaint),
    receiverId: complaint.receiver.id,
    nextDayToAct: runningDeadlines(complaint, config.calendar)
      .map(({ lastDayToAct }) => lastDayToAct)
      .sort()[0],
    attentionAt: earliest(
      nextTryAt(outbox),
      nextAlarmAt(document, config),
      nextReminderAt(complaint, isKnown, now, config),
      retentionAttentionAt(complaint, isKnown, config),
    ),
  };
}

/** With what was delivered in the ledger; a bulletin has none. */
const proven = <T extends OutboxDocument>(document: T): T =>
  document.kind === 'dossier' ? (recorded(document) as T) : document;

/** Loads, changes and saves a document whole; again when somebody else saved it in between. */
export type Amend = <T extends OutboxDocument>(
  id: string,
  change: (document: T) => T | undefined,
) => Promise<T | undefined>;

const hasGrown = ({ journal, ledger }: Dossier, before: Document): boolean =>
  before.kind === 'dossier' &&
  (journal.length > before.journal.length || (ledger?.length ?? 0) > (before.ledger?.length ?? 0));

const isErased = (document: Document): boolean =>
  document.kind === 'dossier' && document.complaint.erased !== undefined;

/** `change` answers undefined when there is nothing to save. Answers the saved document, if it was. */
export const updateDocument =
  (store: Store, now: () => Instant, config: RegisterConfig, log: Log): Amend =>
  (id, change) =>
    retryOnConflict(async () => {
      const stored = await store.read(id);
      if (!stored) return undefined;
      const changed = change(stored.document as never);
      if (!changed) return undefined;
      const document = indexed(proven(changed), now(), config);
      const erases = isErased(document) && !isErased(stored.document);
      // Before, so that stopping halfway leaves nothing behind; and after, for what was noted meanwhile.
      if (erases) await forget(store, stored.document as Dossier);
      await store.write(document, stored.etag);
      if (erases) await forget(store, stored.document as Dossier);
      if (document.kind === 'dossier' && hasGrown(document, stored.document)) logHead(log, document);
      return document;
    });
