import { createHash } from 'node:crypto';
import type { Absence } from '../procedure/desk.ts';
import type { Memo } from './dossier.ts';
import { Conflict, type Store } from './store.ts';

/** Which form got which number: a form pressed twice gives one complaint. `form` is a hash: it tells nobody who sent it. */
type Taken = { form: string; number: string };

const keyOf = (form: string): string => createHash('sha256').update(form).digest('hex');

/** What the front desk keeps: the last number of each year, the forms taken in lately, and who is away. */
type FrontDesk = { lastNumber: Record<string, number>; taken: Taken[]; absences: Absence[] };

const id = 'front-desk';

/** Forms remembered. A form that is sent twice is sent within minutes; this is months at the least. */
const remembered = 200;

const empty: FrontDesk = { lastNumber: {}, taken: [], absences: [] };

async function change<T>(
  store: Store,
  work: (desk: FrontDesk) => { desk?: FrontDesk; answer: T },
): Promise<T> {
  for (;;) {
    const stored = await store.read<Memo<FrontDesk>>(id);
    const { desk, answer } = work(stored?.document.content ?? empty);
    if (!desk) return answer;
    try {
      await store.write({ kind: 'memo', id, content: desk }, stored?.etag);
      return answer;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/**
 * The number for a form: K-2026-0001, per year of registration, without gaps. The same form always gets the same
 * number; `known` tells that it was taken in before. `occupied` is one that turned out to hold another complaint (a
 * register put back from a backup): the form gets the next. Also answers who is away: one read for both.
 */
export const takeNumber = (store: Store, form: string, year: string, occupied?: string) =>
  change(store, (desk) => {
    const { absences } = desk;
    const key = keyOf(form);
    const before = desk.taken.find((taken) => taken.form === key && taken.number !== occupied);
    if (before) return { answer: { number: before.number, known: true, absences } };
    const next = (desk.lastNumber[year] ?? 0) + 1;
    const number = `K-${year}-${String(next).padStart(4, '0')}`;
    const others = desk.taken.filter((taken) => taken.form !== key);
    return {
      desk: {
        absences,
        lastNumber: { ...desk.lastNumber, [year]: next },
        taken: [...others, { form: key, number }].slice(-remembered),
      },
      answer: { number, known: false, absences },
    };
  });

export const absences = (store: Store): Promise<Absence[]> =>
  change(store, (desk) => ({ answer: desk.absences }));

/** Records who is away, in place of what was recorded for that person; without an absence that is removed. */
export const recordAbsence = (store: Store, personId: string, absence?: Absence): Promise<Absence[]> =>
  change(store, (desk) => {
    const others = desk.absences.filter(({ person }) => person.id !== personId);
    const absences = absence ? [...others, absence] : others;
    return { desk: { ...desk, absences }, answer: absences };
  });
