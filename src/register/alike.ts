import { maySeeDossier, type View } from '../procedure/access.ts';
import { tellingParts } from '../procedure/model/complainant-in-text.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import { addYears } from '../time/local-date.ts';
import type { Dossier } from './model/dossier.ts';
import { wordsAskedIn, wordsOf } from './model/search-words.ts';
import type { Store } from './model/store.ts';

/** Another complaint with the same complainant ('complainant'), or in which their name or contact data occur ('mentioned'). */
export type Alike = { complaint: Complaint; because: 'complainant' | 'mentioned' };

/** The most that are named, and the most that are read for each of name, e-mail address and telephone number. */
const most = { named: 3, read: 6 };

/** The words of what tells who complains: an e-mail address, a telephone number, and a name without titles and initials. */
function tellingWords({ complainant: { name, email = '', phone = '', unnamed } }: Complaint): string[][] {
  const names = unnamed ? '' : tellingParts(name).join(' ');
  return [email, phone, names].map(wordsAskedIn);
}

/** Makes the search for complaints that may belong with another (Art. 4: the same matter can stand in the register twice). */
export function likening(store: Store, context: () => View) {
  /**
   * Finds other complaints that are open or were received within a year, in which the name, the e-mail address or the telephone
   * number of the complainant occurs, the newest first. Only what that person may see whole, and no merged one.
   */
  return async function alike({ id, complaint }: Dossier, by: Person): Promise<Alike[]> {
    const now = context();
    const asked = tellingWords(complaint).filter((words) => words.length > 0);
    const answers = await Promise.all(
      asked.map((words) => store.search({ words, limit: most.read, except: id })),
    );
    const found = new Map(
      answers.flatMap((one) => (one === 'vague' ? [] : one.dossiers)).map((one) => [one.id, one]),
    );
    return [...found.values()]
      .filter((other) => maySeeDossier(by, other.complaint, now) && isRecent(other.complaint, now))
      .flatMap((other) => likeness(complaint, other) ?? [])
      .sort((one, other) => (one.complaint.receivedOn < other.complaint.receivedOn ? 1 : -1))
      .slice(0, most.named);
  };
}

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
