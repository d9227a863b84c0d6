import { partsOf } from '../../procedure/model/case-number.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { type Desk, inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import { intakeId } from '../model/intake.ts';
import type { Log } from '../model/log.ts';
import { type Store, Unreadable } from '../model/store.ts';

/** In which capacity somebody asks: at the desk, or as the receiver of the complaint. */
export type AskedAs = 'desk' | 'receiver';

/**
 * Tells whether somebody may hear the number of a dossier that cannot be read, and nothing else of it. Its respondents are not
 * known for certain, so only the desk and its receiver may, unless the remaining text names them as a respondent.
 */
export function mayHearOf({ id, newer, ...found }: Unreadable, by: Person, as: AskedAs, desk: Desk): boolean {
  const remains = asWritten(found.remains);
  const isTheirs =
    as === 'desk'
      ? isAmong(
          by,
          inOrderOfHandling(desk).map(({ person }) => person),
        )
      : receiversIn(remains).includes(by.id);
  if (partsOf(id) === undefined || !isTheirs) return false;
  return newer === undefined
    ? !isRespondentIn(remains, by.id)
    : !mayBeRespondentIn(JSON.parse(found.remains), by.id, id);
}

/** Tells whether nothing that remains of a dossier says who registered it: it may be missing from anybody's list. */
export const isOfNobodyKnown = ({ id, remains }: Unreadable): boolean =>
  partsOf(id) !== undefined && receiversIn(asWritten(remains)).length === 0;

/**
 * Writes a stored text without the white space that other tools put between its parts. Adds what is read from it, where that can
 * be: a letter may be written as its code.
 */
function asWritten(remains: string): string {
  const text = remains.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '');
  try {
    return text + JSON.stringify(JSON.parse(remains));
  } catch {
    return text;
  }
}

/** Where a stored text names who registered the complaint: the field of the list, the complaint, or the form of the registration. */
const receiver = /"receiver(?:Id":|":\{"id":)"([^"]+)"|"([^"/]+)\/register\//g;

const receiversIn = (text: string): string[] =>
  [...text.matchAll(receiver)].map(([, one, other]) => one ?? other ?? '');

/** The fields that name who receives, handles or did something: known to hold no respondents, in whatever version. */
const otherParts = new Set([
  'receiverId',
  'receiver',
  'handler',
  'handledBy',
  'leader',
  'secondRepresentative',
  'by',
  'to',
  'forms',
]);

/**
 * Tells whether a document of a newer version names a person where they may be a respondent. Which fields hold those is not
 * known, so it is every field but those that are known to hold others; the ids of messages begin with the dossier's number.
 */
function mayBeRespondentIn(part: unknown, personId: PersonId, number: string): boolean {
  if (typeof part === 'string') return part.includes(personId) && !part.startsWith(`${number}/`);
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(
    ([name, inner]) =>
      !otherParts.has(name) && (name.includes(personId) || mayBeRespondentIn(inner, personId, number)),
  );
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
function isRespondentIn(remains: string, personId: PersonId): boolean {
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

/** Returns the refusal of what needs the intake document, where that cannot be read: nothing was recorded. */
export const toldOfIntake = (error: unknown): unknown =>
  error instanceof Unreadable && error.id === intakeId
    ? new Refusal(error.newer === undefined ? 'register-unreadable' : 'register-newer')
    : error;

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
