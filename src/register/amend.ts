import { hasOpenWork } from '../procedure/access.ts';
import { guardedDay, runningDeadlines } from '../procedure/deadlines.ts';
import type { Instant } from '../time/local-date.ts';
import { logHead } from './integrity/evidence.ts';
import type { Documents } from './model/documents.ts';
import type { Dossier, OutboxDocument } from './model/dossier.ts';
import { forget, forgetText } from './model/forget.ts';
import { recorded } from './model/ledger.ts';
import type { Log } from './model/log.ts';
import { nextTryAt } from './model/outbox.ts';
import { redactionsOf } from './model/redact.ts';
import { retryOnConflict } from './model/retry-on-conflict.ts';
import type { Store } from './model/store.ts';
import { nextAlarmAt } from './notify/forwarding-alarm.ts';
import { hearingAttentionAt } from './notify/hearing-reminders.ts';
import { nextReminderAt, type RegisterConfig } from './notify/reminders.ts';
import { retentionAttentionAt } from './notify/retention.ts';
import { satisfactionAttentionAt } from './notify/satisfaction-reminders.ts';
import { statementAttentionAt } from './notify/statement-reminders.ts';
import { talkAttentionAt } from './notify/talk-reminders.ts';
import { noteErasure, noteRemoval, removedFrom, sweepDocuments } from './sweep-documents.ts';

const earliest = (...moments: (Instant | undefined)[]): Instant | undefined =>
  moments.filter((moment) => moment !== undefined).sort()[0];

/** Computes the fields that queries need from the state of the dossier at that moment. */
export function indexed(dossier: Dossier, now: Instant, config: RegisterConfig): Dossier {
  const { complaint, outbox } = dossier;
  const isKnown = ({ id }: { id: string }) => outbox.some((message) => message.id.startsWith(`${id}/`));
  return {
    ...dossier,
    open: complaint.stage !== 'closed' || hasOpenWork(complaint),
    receiverId: complaint.receiver.id,
    nextDayToAct: runningDeadlines(complaint, config.calendar, config).map((one) =>
      guardedDay(one, complaint),
    )[0],
    attentionAt: earliest(
      nextTryAt(outbox),
      nextAlarmAt(dossier, config),
      nextReminderAt(complaint, isKnown, now, config),
      talkAttentionAt(dossier, now, config),
      statementAttentionAt(dossier, now, config),
      hearingAttentionAt(dossier, now, config),
      satisfactionAttentionAt(dossier, now, config),
      retentionAttentionAt(dossier, config),
    ),
  };
}

/** Loads, changes and saves a document whole; again on a version conflict. */
export type Amend = (
  id: string,
  change: (document: OutboxDocument) => OutboxDocument | undefined,
) => Promise<OutboxDocument | undefined>;

/** Does so for a dossier; leaves another kind of document under that number as it is. */
export type AmendDossier = (
  number: string,
  change: (dossier: Dossier) => Dossier | undefined,
) => Promise<Dossier | undefined>;

export const ofDossiers =
  (amend: Amend): AmendDossier =>
  async (number, change) => {
    const saved = await amend(number, (found) => (found.kind === 'dossier' ? change(found) : undefined));
    return saved?.kind === 'dossier' ? saved : undefined;
  };

const hasGrown = ({ journal, ledger }: Dossier, before: OutboxDocument): boolean =>
  before.kind === 'dossier' &&
  (journal.length > before.journal.length || (ledger?.length ?? 0) > (before.ledger?.length ?? 0));

const isErased = (document: OutboxDocument): boolean =>
  document.kind === 'dossier' && document.complaint.erased !== undefined;

/** A stored document and the etag of the version that was read. */
type Read = { document: OutboxDocument; etag: string };

/**
 * Writes documents with an outbox: adds outcomes to the ledger, computes the index fields, and replaces only the version that
 * was read. Calls `saved` with each dossier that was saved. `kept`: where the documents of dossiers are.
 */
export function documents(
  store: Store,
  now: () => Instant,
  config: RegisterConfig,
  log: Log,
  saved: (dossier: Dossier) => void = () => {},
  kept?: Documents,
) {
  /** Replaces the document that was read by the changed one; returns it as it was saved. Throws `Conflict`. */
  async function save(read: Read, changed: OutboxDocument): Promise<OutboxDocument> {
    if (changed.kind === 'dossier') return saveDossier(read, changed);
    const document = { ...changed, attentionAt: nextTryAt(changed.outbox) };
    await store.write(document, read.etag);
    return document;
  }

  async function saveDossier({ document: before, etag }: Read, changed: Dossier): Promise<Dossier> {
    const document = indexed(recorded(changed), now(), config);
    const erased = before.kind === 'dossier' && isErased(document) && !isErased(before) ? before : undefined;
    // Before saving, so that a stop halfway leaves nothing behind; and after, for what was noted meanwhile.
    if (erased) await forget(store, erased, now(), log);
    const isRedacted = before.kind === 'dossier' && redactionsOf(document) > redactionsOf(before);
    if (isRedacted) await forgetText(store, document, now(), log);
    if (erased) await noteErasure(store, erased, now());
    const gone = before.kind === 'dossier' ? removedFrom(before, document) : [];
    if (gone.length > 0) await noteRemoval(store, document, gone, now());
    await store.write(document, etag);
    if (erased) await forget(store, erased, now(), log);
    if (isRedacted) await forgetText(store, document, now(), log);
    if (erased || gone.length > 0) await sweepDocuments({ store, documents: kept, log }, now());
    if (hasGrown(document, before)) logHead(log, document);
    saved(document);
    return document;
  }

  /**
   * Read-modify-write with optimistic locking; retries on conflict. Saves nothing when `change` returns undefined; returns what
   * was saved.
   */
  const amend: Amend = (id, change) =>
    retryOnConflict(async () => {
      const stored = await store.read(id);
      if (!stored || stored.document.kind === 'memo') return undefined;
      const { document: before, etag } = stored;
      const changed = change(before);
      return changed && save({ document: before, etag }, changed);
    });

  return { amend, saveDossier };
}
