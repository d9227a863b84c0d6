import { partsOf } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import type { Log } from '../model/log.ts';
import { type Store, Unreadable } from '../model/store.ts';

/** In which capacity somebody asks: at the desk, or as the receiver of the complaint. */
export type AskedAs = 'desk' | 'receiver';

/**
 * Tells whether somebody may hear the number of a dossier that cannot be read, and nothing else of it. Its respondents are not
 * known for certain, so only the desk and its receiver may, unless the remaining text names them as a respondent.
 */
export function mayHearOf({ id, remains }: Unreadable, by: Person, as: AskedAs, desk: Desk): boolean {
  const isTheirs =
    as === 'desk'
      ? isAmong(
          by,
          inOrderOfHandling(desk).map(({ person }) => person),
        )
      : remains.includes(`"receiverId":${JSON.stringify(by.id)}`);
  return partsOf(id) !== undefined && isTheirs && !isRespondentIn(remains, by.id);
}

/** The fields of a stored text that hold respondents, and what ends each. */
const places = [
  { begin: '"respondents":[{', end: '}]' },
  { begin: '"respondent":{', end: '}' },
  { begin: '"statementsRequested":[', end: ']' },
];

/**
 * Tells whether the text names a person as respondent. A field without an end, in a text that was cut off, goes on to its
 * end.
 */
function isRespondentIn(remains: string, personId: string): boolean {
  const name = JSON.stringify(personId);
  return places.some(({ begin, end }) =>
    remains
      .split(begin)
      .slice(1)
      .some((rest) => rest.slice(0, rest.includes(end) ? rest.indexOf(end) : undefined).includes(name)),
  );
}

/** A dossier that is in no list: its number, and whether that is because a newer bot wrote it. */
export type LeftOut = { number: string; isNewer: boolean };

export const leftOut = ({ id, newer }: Unreadable): LeftOut => ({ number: id, isNewer: newer !== undefined });

/**
 * Returns the error for who asks for a dossier that cannot be read: that, or what everybody gets who may not see it. Another
 * document that cannot be read, as when a form looks up a name, says nothing of the dossier and stays the error that it is.
 */
export function toldTo(number: string, by: Person, desk: Desk, error: unknown): unknown {
  if (!(error instanceof Unreadable) || error.id !== number) return error;
  const mayHear = (['desk', 'receiver'] as const).some((as) => mayHearOf(error, by, as, desk));
  if (!mayHear) return new Refusal('unknown-complaint');
  return new Refusal(error.newer === undefined ? 'unreadable' : 'newer-version');
}

/**
 * Checks once a day whether every document can be read, and logs each that cannot once. A document that lost the fields by
 * which lists find it would be met in no other way.
 */
export function inspection(store: Store, dayOf: (now: Instant) => LocalDate, log: Log) {
  let inspectedOn: LocalDate | undefined;
  const logged = new Set<string>();
  return async (now: Instant): Promise<void> => {
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
