import { maySeeDossier, type View } from '../procedure/access.ts';
import {
  type CaseNumber,
  caseNumber,
  isCaseNumber,
  numberOf,
  partsOf,
} from '../procedure/model/case-number.ts';
import type { Person } from '../procedure/model/complaint.ts';
import { isAtDesk } from '../procedure/model/desk.ts';
import type { Dossier } from './model/dossier.ts';
import { closedWord, isFoundBy, wordsAskedIn } from './model/search-words.ts';
import type { Store } from './model/store.ts';

/**
 * One page of hits, the newest number first; `next`: where the next page begins, absent on the last. 'vague': too many dossiers have
 * words that begin like these.
 */
export type Hits = { hits: Dossier[]; next?: Position } | 'vague';

/**
 * Where a page begins: before the number of the last hit that was shown, or from one span of numbers down ('2026/3'). It never tells
 * which dossiers were found that the reader may not see.
 */
type Position = string;

/** Numbers in a span: fewer than are read for one page, so that the next always begins further down. */
const span = 50;

/** Hits on one page. */
const pageSize = 10;

/** The most requests to the store for one page, so that also a word of everybody costs no more than that. */
const mostRequests = 5;

/** Makes the search: it finds what somebody may see whole, and nothing else. */
export function searching(store: Store, context: () => View) {
  /** Asks each hit for its rights; and for its words, because the index is no evidence. */
  const isHit = (dossier: Dossier, words: readonly string[], by: Person): boolean =>
    maySeeDossier(by, dossier.complaint, context()) && isFoundBy(dossier, words);

  /**
   * Takes a page from hits in order; one more hit than fits says that there is another page, and so does the number that was
   * `reached` before all was read.
   */
  function page(hits: readonly Dossier[], reached?: CaseNumber): Hits {
    const shown = hits.slice(0, pageSize);
    const last = shown.at(-1)?.id;
    const next = hits.length > pageSize ? last : reached && positionAbove(reached, last);
    return { hits: shown, ...(next && { next }) };
  }

  async function atDesk(words: readonly string[], by: Person, position?: Position): Promise<Hits> {
    const hits: Dossier[] = [];
    let from = numberAt(position);
    for (let request = 0; request < mostRequests && hits.length <= pageSize; request += 1) {
      const found = await store.search({ words, limit: 2 * pageSize, ...(from && { before: from }) });
      if (found === 'vague') return found;
      hits.push(...found.dossiers.filter((one) => isHit(one, words, by)));
      if (!found.next) return page(hits);
      from = found.next;
    }
    return page(hits, from);
  }

  /** Searches what somebody registered only, so that the time of the answer tells them nothing of other dossiers. */
  async function ofReceiver(words: readonly string[], by: Person, position?: Position): Promise<Hits> {
    const own = await store.list({ registeredBy: by.id });
    const from = own.findIndex(({ id }) => id === position) + 1;
    return page(own.slice(from).filter((one) => isHit(one, words, by)));
  }

  /** Lists the closed dossiers that somebody handled to the end, or closed as stand-in, and may still see, the newest number first; the next page from `position`. */
  const closedOf = (by: Person, position?: Position): Promise<Hits> =>
    atDesk([closedWord(by.id)], by, position);

  /**
   * "zoek": finds dossiers by all of the words that somebody types, open and closed; the next page from `position`. Finds nothing
   * by a text without a word.
   */
  async function search(asked: string, by: Person, position?: Position): Promise<Hits> {
    const words = wordsAskedIn(asked);
    if (words.length === 0) return { hits: [] };
    return isAtDesk(by, context().desk) ? atDesk(words, by, position) : ofReceiver(words, by, position);
  }

  return { search, closedOf };
}

/** Returns the number before which a page begins; undefined for the first, and for a text that is no position. */
function numberAt(position = ''): CaseNumber | undefined {
  if (isCaseNumber(position)) return position;
  const [, year, spans] = /^(\d{4})\/(\d{1,7})$/.exec(position) ?? [];
  return year ? caseNumber(numberOf(year, Number(spans) * span + 1)) : undefined;
}

/** Finds the lowest position that leaves out nothing below a number: the end of its span, or the last hit that was shown. */
function positionAbove(reached: CaseNumber, shown?: CaseNumber): Position | undefined {
  const [end, last] = [partsOf(reached), shown && partsOf(shown)];
  if (!end) return undefined;
  const spans = Math.ceil((end.count - 1) / span);
  const isLower =
    last && (last.year < end.year || (last.year === end.year && last.count <= spans * span + 1));
  return isLower ? shown : `${end.year}/${spans}`;
}
