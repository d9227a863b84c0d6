import type { Person } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Log } from '../model/log.ts';
import { type Store, Unreadable } from '../model/store.ts';

/** As who somebody asks: at the desk, or as the receiver of the complaint. */
export type AskedAs = 'desk' | 'receiver';

/**
 * Tells whether somebody may hear the number of a dossier that cannot be read, and nothing else of it. Whom it is about
 * cannot be known for certain, so it is for those at the desk and its receiver, unless what is left names them as a
 * respondent.
 */
export function mayHearOf({ id, remains }: Unreadable, by: Person, as: AskedAs, desk: Desk): boolean {
  const isTheirs =
    as === 'desk'
      ? isAmong(
          by,
          inOrderOfHandling(desk).map(({ person }) => person),
        )
      : remains.includes(`"receiverId":${JSON.stringify(by.id)}`);
  return /^K-\d{4}-\d+$/.test(id) && isTheirs && !isRespondentIn(remains, by.id);
}

/** Where people stand in a stored text whom a complaint is about, and what ends each of those places. */
const places = [
  { begin: '"respondents":[{', end: '}]' },
  { begin: '"respondent":{', end: '}' },
  { begin: '"statementsRequested":[', end: ']' },
];

/** The text need not be whole: a place that has no end goes on to the end of the text. */
function isRespondentIn(remains: string, personId: string): boolean {
  const name = JSON.stringify(personId);
  return places.some(({ begin, end }) =>
    remains
      .split(begin)
      .slice(1)
      .some((rest) => rest.slice(0, rest.includes(end) ? rest.indexOf(end) : undefined).includes(name)),
  );
}

/** The number of a dossier that is in no list, and whether that is because a newer bot wrote it. */
export type LeftOut = { number: string; isNewer: boolean };

export const leftOut = ({ id, newer }: Unreadable): LeftOut => ({ number: id, isNewer: newer !== undefined });

/** What somebody is told who asked for a dossier that cannot be read: that, or what everybody hears who may not see it. */
export function toldTo(by: Person, desk: Desk, error: unknown): unknown {
  if (!(error instanceof Unreadable)) return error;
  const mayHear = (['desk', 'receiver'] as const).some((as) => mayHearOf(error, by, as, desk));
  if (!mayHear) return new Refusal('unknown-complaint');
  return new Refusal(error.newer === undefined ? 'unreadable' : 'newer-version');
}

/**
 * Looks once a day whether every document can be read: one of which also the fields are gone that lists are made by is
 * met in no other way. Each that cannot is logged once.
 */
export function inspection(store: Store, dayOf: (now: string) => LocalDate, log: Log) {
  let inspectedOn: LocalDate | undefined;
  const logged = new Set<string>();
  return async (now: string): Promise<void> => {
    if (inspectedOn !== dayOf(now)) {
      for await (const _ of store.all());
      inspectedOn = dayOf(now);
    }
    for (const { id, newer } of store.unreadable()) {
      if (logged.has(id)) continue;
      logged.add(id);
      if (newer === undefined) log.error('a document cannot be read', { event: 'unreadable', document: id });
      else
        log.error('a document was written by a newer bot', { event: 'newer', document: id, version: newer });
    }
  };
}
