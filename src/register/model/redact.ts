import { randomUUID } from 'node:crypto';
import { replay } from '../../procedure/evolve.ts';
import type { RedactedEntry } from '../../procedure/model/avg.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { Event, EventOf } from '../../procedure/model/events.ts';
import { illegible, placesOf, withoutValue } from '../../procedure/model/redaction.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { canonical, sha256 } from './chain.ts';
import type { Document, Dossier } from './dossier.ts';
import { eventOf, type JournalEntry } from './journal.ts';

/**
 * What was made illegible in a journal. The hash of an entry covers its personal part by a salted hash, so that part can be replaced; the
 * event that did so is in the chain, and names each entry with the hash of what took its place. A personal part with another hash, and
 * no such event after it, was changed by hand.
 */

/** The events that replace personal parts: of a document that is removed, its name. */
const replacing = ['redacted', 'redaction-declined', 'document-removed'] as const;

type Redaction = EventOf<(typeof replacing)[number]>;

const isReplacing = (type: Event['type']): boolean => replacing.some((one) => one === type);

/** Tells whether an event replaces personal parts. */
export const isRedaction = (event: Event): event is Redaction => isReplacing(event.type);

/** Tells so of an entry. */
const isRedactionEntry = ({ type }: JournalEntry): boolean => isReplacing(type);

/** Tells whether the last thing that happened to a dossier, also to a damaged one, replaced texts, of which nothing may stay behind. */
export const isJustRedacted = (document: Document): boolean =>
  document.kind === 'dossier' &&
  (document.journal?.slice(-1).some((entry) => entry && isRedactionEntry(entry)) ?? false);

/** Lists the entries in which texts were made illegible. */
const redactionsIn = (journal: readonly JournalEntry[]): JournalEntry[] =>
  journal.filter(({ type }) => type === 'redacted');

/** Counts how often texts were made illegible in a dossier. */
export const redactionsOf = ({ journal }: Pick<Dossier, 'journal'>): number => redactionsIn(journal).length;

/** Counts the documents that were removed from a dossier. */
export const removalsOf = ({ journal }: Pick<Dossier, 'journal'>): number =>
  journal.filter(({ type }) => type === 'document-removed').length;

/** Finds the last day on which a text was made illegible in a dossier; undefined where none was. */
export function lastRedactedOn({ journal }: Pick<Dossier, 'journal'>): LocalDate | undefined {
  const last = redactionsIn(journal).at(-1);
  const event = last && eventOf(last);
  return event?.type === 'redacted' ? event.on : undefined;
}

/** Lists, by the number of the entry, the hash of what took the place of its personal part last. */
export function replacedIn(journal: readonly JournalEntry[]): Map<number, string> {
  const replaced = new Map<number, string>();
  for (const entry of journal.filter(isRedactionEntry)) {
    const event = eventOf(entry);
    const entries = isRedaction(event) ? event.entries : [];
    for (const { seq, hash } of entries) if (seq < entry.seq) replaced.set(seq, hash);
  }
  return replaced;
}

/** Tells whether each entry that was replaced has the mark in it: only texts are, and by nothing else. */
export const isMarked = (journal: readonly JournalEntry[]): boolean =>
  [...replacedIn(journal).keys()].every((seq) => {
    const erasable = journal[seq - 1]?.erasable;
    return erasable === undefined || canonical(erasable.personal ?? null).includes(illegible);
  });

/**
 * Replaces the value that was asked about: where it is agreed in every entry, otherwise in the request alone. Each personal part that
 * changes gets another salt: with the old one a number of nine digits could be found by trying.
 */
export function redacted(
  event: Redaction,
  journal: readonly JournalEntry[],
  { redactionRequest }: Complaint,
): { event: Redaction; journal: JournalEntry[]; complaint: Complaint | undefined } {
  const { value = '' } = redactionRequest ?? {};
  const request = journal.findLast(({ type }) => type === 'redaction-requested');
  const entries: RedactedEntry[] = [];
  let places = 0;
  function without(entry: JournalEntry): object | undefined {
    if (event.type === 'document-removed') return withoutName(event, entry);
    const { personal } = entry.erasable ?? {};
    const isAsked = event.type === 'redacted' || entry === request;
    const found = isAsked ? placesOf(value, personal) : 0;
    if (!personal || found === 0) return undefined;
    if (entry !== request) places += found;
    return withoutValue(value, personal);
  }
  const next = journal.map((entry) => {
    const personal = without(entry);
    if (!entry.erasable || !personal) return entry;
    const changed = { ...entry.erasable, personal, salt: randomUUID() };
    entries.push({ seq: entry.seq, hash: sha256(changed) });
    return { ...entry, erasable: changed };
  });
  return {
    event: event.type === 'redacted' ? { ...event, entries, places } : { ...event, entries },
    journal: next,
    complaint: replay(next.map(eventOf)),
  };
}

/** Returns the personal part of the entry that added a document, with the mark in the place of its name; undefined of another entry. */
function withoutName({ personal }: EventOf<'document-removed'>, entry: JournalEntry): object | undefined {
  const added = entry.erasable && eventOf(entry);
  if (added?.type !== 'document-added' || added.personal.document.id !== personal.id) return undefined;
  return { ...added.personal, document: { ...added.personal.document, name: illegible } };
}

/** Counts where a value stands in a journal, by what that is called; its request and what was replaced before do not count. */
export function placesIn(
  journal: readonly Pick<JournalEntry, 'type' | 'erasable'>[],
  value: string,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const { type, erasable } of journal) {
    const places = erasable && type !== 'redaction-requested' ? placesOf(value, erasable.personal) : 0;
    const what = placeNames[type] ?? 'logboek';
    if (places > 0) found.set(what, (found.get(what) ?? 0) + places);
  }
  return found;
}

/** What the texts of an event are called where they are counted; those of others stand in the log. */
const placeNames: Partial<Record<JournalEntry['type'], string>> = {
  registered: 'registratie',
  'facts-corrected': 'correcties',
  'letter-sent': 'brieven',
  'letter-queued': 'brieven',
  'letter-renewed': 'brieven',
  'letter-requeued': 'brieven',
  'statement-requested': 'wederhoor',
  'statement-recorded': 'verklaringen',
  'answer-drawn-up': 'antwoord',
  'complaint-worded': 'de klacht in brieven',
  objected: 'bezwaar',
  heard: 'gesprekken',
  mediated: 'gesprekken',
  'decision-taken': 'beslissing',
  'note-added': 'notities',
  'document-added': 'namen van documenten',
};
