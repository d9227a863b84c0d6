import { maySeeDossier, type View } from '../procedure/access.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Person } from '../procedure/model/complaint.ts';
import { isAtDesk } from '../procedure/model/desk.ts';
import type { Dossier } from './model/dossier.ts';
import { closedWord, isFoundBy, wordsAskedIn } from './model/search-words.ts';
import type { Store } from './model/store.ts';

/**
 * One page of hits, the newest number first; `next`: the number before which the next page begins, absent on the last. 'vague': too
 * many dossiers have words that begin like these.
 */
export type Hits = { hits: Dossier[]; next?: CaseNumber } | 'vague';

/** Hits on one page. */
const pageSize = 10;

/** The most requests to the store for one page, so that also a word of everybody costs no more than that. */
const mostRequests = 5;

/** Makes the search: it finds what somebody may see whole, and nothing else. */
export function searching(store: Store, context: () => View) {
  /** Asks each hit for its rights; and for its words, because the index is no evidence. */
  const isHit = (dossier: Dossier, words: readonly string[], by: Person): boolean =>
    maySeeDossier(by, dossier.complaint, context()) && isFoundBy(dossier, words);

  /** Takes a page from hits in order; one more hit than fits says that there is another page. */
  function page(hits: readonly Dossier[], reached?: CaseNumber): Hits {
    const shown = hits.slice(0, pageSize);
    const next = hits.length > pageSize ? shown.at(-1)?.id : reached;
    return { hits: shown, ...(next && { next }) };
  }

  async function atDesk(words: readonly string[], by: Person, before?: CaseNumber): Promise<Hits> {
    const hits: Dossier[] = [];
    let from = before;
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
  async function ofReceiver(words: readonly string[], by: Person, before?: CaseNumber): Promise<Hits> {
    const own = await store.list({ registeredBy: by.id });
    const from = before ? own.findIndex(({ id }) => id === before) + 1 : 0;
    return page(own.slice(from).filter((one) => isHit(one, words, by)));
  }

  /** Lists the closed dossiers that somebody handled to the end, the newest number first; the next page with `before`. */
  const closedOf = (by: Person, before?: CaseNumber): Promise<Hits> =>
    atDesk([closedWord(by.id)], by, before);

  /**
   * "zoek": finds dossiers by all of the words that somebody types, open and closed; the next page with `before`. Finds nothing by
   * a text without a word.
   */
  async function search(asked: string, by: Person, before?: CaseNumber): Promise<Hits> {
    const words = wordsAskedIn(asked);
    if (words.length === 0) return { hits: [] };
    return isAtDesk(by, context().desk) ? atDesk(words, by, before) : ofReceiver(words, by, before);
  }

  return { search, closedOf };
}
