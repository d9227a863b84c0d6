import { maySeeDossier, type View } from '../procedure/access.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import { tellingParts } from '../procedure/model/complainant-in-text.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import { addYears } from '../time/local-date.ts';
import type { Dossier } from './model/dossier.ts';
import { wordsAskedIn, wordsOf } from './model/search-words.ts';
import type { Store } from './model/store.ts';

/** Another complaint with the same complainant ('complainant'), or in which their name or contact data occur ('mentioned'). */
export type Alike = { complaint: Complaint; because: 'complainant' | 'mentioned' };

/** What was found; `tooMany`: the words in too many complaints to read them all, where there are such words. */
export type Found = { alike: Alike[]; tooMany?: string };

/** The most that are named; and how many are read at a time, how many times, for each of e-mail address, telephone number and name. */
const most = { named: 3, read: 10, times: 5 };

/** The words of what tells who complains: an e-mail address, a telephone number, and a name without titles and initials. */
function tellingWords({ complainant: { name, email = '', phone = '', unnamed } }: Complaint): string[][] {
  const names = unnamed ? '' : tellingParts(name).join(' ');
  return [email, phone, names].map(wordsAskedIn);
}

/** Makes the search for complaints that may belong with another (Art. 4: the same matter can stand in the register twice). */
export function likening(store: Store, context: () => View) {
  /**
   * Finds by words of a complaint those that are like it and may be named. Reads on past others until there are enough: the index knows
   * only how words begin, and nothing of rights.
   */
  async function foundBy(words: readonly string[], { id, complaint }: Dossier, by: Person): Promise<Found> {
    const now = context();
    const alike: Alike[] = [];
    let before: CaseNumber | undefined;
    for (let time = 0; time < most.times; time += 1) {
      const found = await store.search({ words, limit: most.read, except: id, ...(before && { before }) });
      if (found === 'vague') break;
      const named = found.dossiers.filter(
        (other) => maySeeDossier(by, other.complaint, now) && isRecent(other.complaint, now),
      );
      alike.push(...named.flatMap((other) => likeness(complaint, other) ?? []));
      if (!found.next || alike.length >= most.named) return { alike };
      before = found.next;
    }
    return { alike, tooMany: words.join(' ') };
  }

  /**
   * Finds other complaints that are open or were received within a year, in which the name, the e-mail address or the telephone
   * number of the complainant occurs, the newest first. Only what that person may see whole, and no merged one. Asks by name where
   * an address and a number, which few have, do not find enough; so a drawing of a card reads at most a hundred and fifty.
   */
  return async function alike(dossier: Dossier, by: Person): Promise<Found> {
    const [email = [], phone = [], name = []] = tellingWords(dossier.complaint);
    const ask = (...all: string[][]) =>
      Promise.all(all.filter((words) => words.length > 0).map((words) => foundBy(words, dossier, by)));
    const byContact = await ask(email, phone);
    const found = named(byContact).length < most.named ? [...byContact, ...(await ask(name))] : byContact;
    const [tooMany] = found.flatMap((one) => one.tooMany ?? []);
    return { alike: named(found).slice(0, most.named), ...(tooMany && { tooMany }) };
  };
}

/** Lists each complaint that was found once, the newest first. */
const named = (found: readonly Found[]): Alike[] =>
  [...new Map(found.flatMap(({ alike }) => alike).map((one) => [one.complaint.number, one])).values()].sort(
    (one, other) => (one.complaint.receivedOn < other.complaint.receivedOn ? 1 : -1),
  );

const isRecent = ({ closed, receivedOn }: Complaint, { today }: View): boolean =>
  closed?.outcome !== 'merged' && (!closed || receivedOn >= addYears(today, -1));

/** Says why another dossier is like this complaint, by what it says itself: the index is no evidence. */
function likeness(complaint: Complaint, other: Dossier): Alike | undefined {
  const [own, others] = [tellingWords(complaint), tellingWords(other.complaint)];
  const isSame = own.some((words, kind) => words.length > 0 && sameWords(words, others[kind] ?? []));
  if (isSame) return { complaint: other.complaint, because: 'complainant' };
  const there = new Set(wordsOf(other));
  const occurs = own.some((words) => words.length > 0 && words.every((word) => there.has(word)));
  return occurs ? { complaint: other.complaint, because: 'mentioned' } : undefined;
}

const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word) => other.includes(word));
