import type { LocalDate } from '../time/local-date.ts';
import { laterDayTold, saysMeasures } from './articles/art06-measures.ts';
import { isNewLetter } from './articles/letters.ts';
import type { Complaint } from './model/complaint.ts';
import type { Event } from './model/events.ts';
import { type LetterKind, letterKinds, sentLetters } from './model/letter.ts';
import type { Outcome } from './model/outcome.ts';
import { type Dated, type OutOfOrder, Refusal } from './model/refusal.ts';

/**
 * Refuses what would put the days of the procedure out of order, whichever step or correction does so: the event that it adds or
 * moves is checked against those before and after it. What a dossier held already out of order does not stop it.
 */
export function assertInOrder(before: Complaint, after: Complaint, events: readonly Event[]): void {
  if (after.erased) return;
  const known = new Set(outOfOrder(rulesOf(before)).map(keyOf));
  const found = outOfOrder([
    ...rulesOf(after),
    ...events.flatMap((event) => itsLetter(event, events)),
    ...followsOn(before, events),
  ]);
  const wrong = found.find((one) => !known.has(keyOf(one)) && !(before.closed && isLateLetter(one)));
  if (wrong) throw new Refusal('out-of-order', undefined, undefined, wrong);
}

const keyOf = ({ earlier, later }: OutOfOrder): string => JSON.stringify([earlier, later]);

/** Tells whether a letter that waited when the dossier was closed is sent after that, which may be. */
const isLateLetter = ({ earlier, later }: OutOfOrder): boolean =>
  later.what === 'closing' && letterKinds.some((kind) => kind === earlier.what);

/** What comes first, and what cannot have been before it. */
type Rule = { first: Dated[]; after: Dated[] };

/** Lists what is dated before something that must have come first. */
const outOfOrder = (rules: Rule[]): OutOfOrder[] =>
  rules.flatMap(({ first, after }) =>
    first.flatMap((earlier) => after.flatMap((later) => (later.on < earlier.on ? [{ earlier, later }] : []))),
  );

const rulesOf = (complaint: Complaint, asked?: Dated): Rule[] => [
  ...course(complaint, asked),
  ...besideTheCourse(complaint, asked),
];

/** What a form asks the day of, as the course has it: a letter that is written now, the closing, or what took place. */
export type AskedDay = LetterKind | 'closing' | 'hearing' | 'waiver';

/**
 * Finds the first day that what a form asks can be dated by what the complaint holds, whatever else is filled in. A letter in somebody's
 * own words can be from before the registration; and one of which the form also says on which day something took place is not before that.
 */
export const datedFrom = (complaint: Complaint, ...asked: AskedDay[]): LocalDate =>
  latest(
    complaint.receivedOn,
    asked.flatMap((what) => {
      const day = { what, on: complaint.receivedOn };
      return [
        ...rulesOf(complaint, day),
        ...follows(complaint, telling(day), what === 'closing' ? [day] : []),
      ].filter(({ after }) => after.includes(day));
    }),
  );

/** Finds the first day that a letter can have when it goes out once more. */
export const againFrom = (
  complaint: Complaint,
  { kind, sentOn }: { kind: LetterKind; sentOn: LocalDate },
): LocalDate => {
  const day = { what: kind, on: sentOn };
  return latest(
    sentOn,
    follows(complaint, telling(day), []).filter(({ after }) => after.includes(day)),
  );
};

const latest = (day: LocalDate, rules: readonly Rule[]): LocalDate =>
  rules.flatMap(({ first }) => first.map(({ on }) => on)).reduce((last, on) => (on > last ? on : last), day);

/** Lists the course of Art. 4 to 10: what stands in a line came before, or on the day of, all that stands in the lines after it. */
function course(complaint: Complaint, asked?: Dated): Rule[] {
  const { receivedOn, answerReceivedOn, objection, hearings, waivedOn } = complaint;
  const also = (what: Dated['what']) => (asked?.what === what ? [asked] : []);
  const lines: Dated[][] = [
    dated('receipt', receivedOn),
    [...sent(complaint, 'acknowledgement'), ...also('acknowledgement')],
    [...sent(complaint, 'answer'), ...also('answer')],
    dated('receipt-of-answer', answerReceivedOn),
    dated('objection-sent', objection?.sentOn),
    dated('objection', objection?.receivedOn),
    [...hearings.flatMap(({ on }) => dated('hearing', on)), ...also('hearing')],
    [...dated('waiver', waivedOn), ...also('waiver')],
    [...decision(complaint), ...also('final-decision')],
    [...closing(complaint), ...also('closing')],
  ];
  return lines.map((first, index) => ({ first, after: lines.slice(index + 1).flat() }));
}

/** Lists what has a place in the order, and is no line of its own in the course. */
function besideTheCourse(complaint: Complaint, asked?: Dated): Rule[] {
  const { receivedOn, registeredOn, objection, hearings, statements, measures, letters } = complaint;
  const talks = (complaint.talks ?? []).flatMap(({ on }) => dated('talk', on));
  const also = (...what: Dated['what'][]) => (asked && what.includes(asked.what) ? [asked] : []);
  const invitations = sent(complaint, 'hearing-invitation');
  const reports = [...sent(complaint, 'settlement'), ...sent(complaint, 'court-route')];
  const closed = [...closing(complaint), ...also('closing')];
  return [
    {
      first: dated('receipt', receivedOn),
      after: [
        ...dated('registration', registeredOn),
        ...talks,
        ...dated('talk', complaint.talkToCome?.on),
        ...statements.flatMap(({ on }) => dated('statement', on)),
        ...measures.flatMap(({ doneOn }) => dated('measure', doneOn)),
        ...letterKinds.flatMap((kind) => sent(complaint, kind)),
      ],
    },
    {
      first: dated('objection', objection?.receivedOn),
      after: [...invitations, ...reports, ...also('hearing-invitation', 'settlement', 'court-route')],
    },
    { first: talks, after: [...sent(complaint, 'answer'), ...also('answer'), ...closed] },
    { first: invitations, after: closed },
    { first: closing(complaint), after: dated('satisfaction', complaint.closed?.satisfaction?.on) },
    ...hearings.map(({ on }, index) => ({
      first: dated('hearing', on),
      after: [
        ...hearings.slice(index + 1).flatMap((later) => dated('hearing', later.on)),
        ...also('hearing'),
      ],
    })),
    ...letters.map(({ kind, again, sentOn }) => ({
      first: dated(kind, letters.find(({ id }) => id === again?.letter)?.sentOn),
      after: dated(kind, sentOn),
    })),
    ...letters.map(({ kind, queuedOn, sentOn }) => ({
      first: dated('letter-written', queuedOn),
      after: dated(kind, sentOn),
    })),
  ];
}

/** How a closing ends of which the letter says that it is closed, or on which day the complainant wanted that. */
const saidInALetter: readonly Outcome[] = ['withdrawn', 'agreed', 'lapsed', 'not-settled'];

/** Lists what an event says in a letter of the same step: that is not sent before it. */
function itsLetter(event: Event, events: readonly Event[]): Rule[] {
  const after = events.flatMap((one) => (one.type === 'letter-sent' ? dated(one.kind, one.sentOn) : []));
  if (event.type === 'mediated') return [{ first: dated('talk', event.on), after }];
  if (event.type === 'heard') return [{ first: dated('hearing', event.on), after }];
  if (event.type === 'closed' && saidInALetter.some((outcome) => outcome === event.outcome))
    return [{ first: dated('closing', event.on), after }];
  if (event.type !== 'late-objection-refused') return [];
  const [sentOn, receivedOn] = [dated('objection-sent', event.sentOn), dated('objection', event.receivedOn)];
  return [
    { first: sentOn, after: [...receivedOn, ...after] },
    { first: receivedOn, after },
  ];
}

/** The letters that tell of nothing that went before them: what was sent meanwhile is no reason to date one later. */
const tellsNothing: readonly LetterKind[] = ['acknowledgement', 'new-handler', 'no-handler'];

/** Tells whether a letter tells of one of another kind that went before it. */
function tellsOf(kind: LetterKind, earlier: LetterKind): boolean {
  if (tellsNothing.includes(kind) || tellsNothing.includes(earlier)) return false;
  if (kind === 'measure-delay') return kind === earlier || saysMeasures.includes(earlier);
  return earlier !== 'measure-delay' || saysMeasures.includes(kind);
}

/** Lists what the letters that are written now, and a closing, follow on; a letter that names the number also on the registration. */
function followsOn(before: Complaint, events: readonly Event[]): Rule[] {
  const letters = events.flatMap((event) =>
    event.type === 'letter-sent' && isNewLetter(event) ? dated(event.kind, event.sentOn) : [],
  );
  const closed = events.flatMap((event) => (event.type === 'closed' ? dated('closing', event.on) : []));
  return [
    ...follows(before, letters.flatMap(telling), closed),
    { first: dated('registration', before.registeredOn), after: withNumber(events, before) },
  ];
}

/** Lists a letter that tells of what went before it. */
const telling = (letter: Dated): Dated[] =>
  isKind(letter.what) && !tellsNothing.includes(letter.what) ? [letter] : [];

/**
 * Lists what letters and a closing follow on: the letters of which they tell, the days for measures that no letter told, and the reopening.
 * None is dated before those; a fact that is recorded later may have been before them.
 */
function follows(before: Complaint, written: readonly Dated[], closings: readonly Dated[]): Rule[] {
  const untold = before.measures.filter((one) => !laterDayTold(one, before));
  return [
    ...sentLetters(before).map(({ kind, sentOn }) => ({
      first: dated(kind, sentOn),
      after: written.filter(({ what }) => isKind(what) && tellsOf(what, kind)),
    })),
    {
      first: untold.flatMap(({ movedOn }) => dated('measure-moved', movedOn)),
      after: written.filter(
        ({ what }) => what === 'measure-delay' || saysMeasures.some((kind) => kind === what),
      ),
    },
    { first: dated('reopening', before.reopenedOn), after: [...written, ...closings] },
  ];
}

/**
 * Lists the letters written now that name the number of the complaint, which it has since its registration. One in somebody's own words that
 * does not name it may have gone before: a complaint can be acknowledged by hand first, and registered then.
 */
const withNumber = (events: readonly Event[], { number }: Complaint): Dated[] =>
  events.flatMap((event) =>
    event.type === 'letter-sent' && isNewLetter(event) && event.personal.text.includes(number)
      ? dated(event.kind, event.sentOn)
      : [],
  );

const isKind = (what: Dated['what']): what is LetterKind => letterKinds.some((kind) => kind === what);

/** The decision of the board that stands: one of before a reopening is taken anew, and is no part of the course. */
function decision({ decision, letters }: Complaint): Dated[] {
  const last = decision && letters.findLast(({ kind, again }) => kind === 'final-decision' && !again);
  return dated('final-decision', last?.sentOn);
}

const closing = ({ closed }: Complaint): Dated[] => dated('closing', closed?.on);

const dated = (what: Dated['what'], on: LocalDate | undefined): Dated[] => (on ? [{ what, on }] : []);

/** Lists when the letters of a kind went out first: one that was sent again has its place after that only. */
const sent = ({ letters }: Complaint, kind: LetterKind): Dated[] =>
  letters.flatMap((letter) => (letter.kind === kind && !letter.again ? dated(kind, letter.sentOn) : []));
