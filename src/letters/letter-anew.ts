import { receiptCorrected } from '../procedure/articles/art04-receipt-in-letters.ts';
import { answerReceivedOn, objectUntil } from '../procedure/articles/art07-objection.ts';
import { decisionInAnswer } from '../procedure/articles/art08-days.ts';
import { isOvertaken } from '../procedure/articles/letter-renewed.ts';
import { gapIn } from '../procedure/articles/letters.ts';
import { isOfTheBoard } from '../procedure/articles/send-again.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import { type Letter, promisedBefore, sentLetters } from '../procedure/model/letter.ts';
import type { LocalDate } from '../time/local-date.ts';
import { draftLetter } from './draft-letter.ts';
import { factsOf, type Outgoing, type Writing } from './facts-of.ts';
import type { LetterFacts } from './fields.ts';
import { originOf, type Recorded, withPresentFacts } from './origin.ts';
import { oneLine } from './readable.ts';

/** A letter as the dossier holds it, and the draft that it was before somebody edited it by hand. */
export type Kept = { text: string; base: string };

/** `course`: the journal of the complaint, from which its letters can be made anew; `by` signs where it does not tell who wrote one. */
type Rewriting = Writing & { course: readonly Recorded[] };

/**
 * Makes a letter of the dossier anew for another day and manner, from the same facts (reading 20). Its text where the journal does not
 * tell what it was made from.
 */
export const letterAnew = (letter: Letter, outgoing: Outgoing, rewriting: Rewriting): string =>
  drafted(letter, outgoing, rewriting) ?? letter.text;

/** Returns a letter of the dossier beside the draft that was made for it; a base of '' where the journal does not tell. */
export function keptLetter(letter: Letter, rewriting: Rewriting): Kept {
  const { id, manner, text, queuedOn, sentOn } = letter;
  const complaint = originOf(id, rewriting.course)?.then;
  const on = queuedOn ?? sentOn;
  if (!complaint || !on) return { text, base: '' };
  const then = { ...rewriting, complaint, today: on };
  return { text, base: drafted(letter, { manner, sentOn: on }, then) ?? '' };
}

/** Finds the letter that went out first, of one that goes out once more. */
const firstOf = (letter: Letter, { letters }: Pick<Complaint, 'letters'>): Letter =>
  (letter.again && letters.find(({ id }) => id === letter.again?.letter)) ?? letter;

/** Finds the day after that of Art. 6 on which a letter that confirms receipt promised the answer; undefined where it promised none. */
const laterAnswerIn = ({ kind, promised }: Letter): LocalDate | undefined =>
  kind === 'acknowledgement' && promised?.wish ? promised.on : undefined;

function drafted(letter: Letter, outgoing: Outgoing, rewriting: Rewriting): string | undefined {
  const { complaint, course } = rewriting;
  const origin = originOf(firstOf(letter, complaint).id, course);
  if (!origin) return undefined;
  const { before: asWritten, recorded } = withPresentFacts(origin, complaint);
  // A confirmation of receipt asks nobody who has reacted by now; an answer was given on what was known then.
  const before =
    letter.kind === 'acknowledgement' ? { ...asWritten, statements: complaint.statements } : asWritten;
  const facts = factsOf(outgoing, { ...rewriting, complaint: before, by: signerOf(letter, rewriting) });
  return draftLetter(letter.kind, before, {
    ...facts,
    // Until 0.7.0 a letter quoted the summary, as the complainant has read it.
    wording: before.wording ?? origin.then.summary,
    ...recorded,
    receiptCorrected: receiptCorrected(letter.kind, complaint, letter),
    answerBy: laterAnswerIn(firstOf(letter, complaint)),
    toldUntil: objectUntil(complaint, rewriting.calendar)?.dueOn,
    ...(complaint.closed && { closedOn: complaint.closed.on }),
    ...sentBefore(letter, facts, rewriting),
  });
}

/**
 * Finds who signs a letter that is made anew: of the board who decided, and of any other who sends it, where it goes out once more, or
 * who wrote it; the present handler where the complaint was handed over since, because the letter names them.
 */
function signerOf(letter: Letter, { complaint, course, by }: Rewriting): Person {
  if (isOfTheBoard(letter)) return originOf(firstOf(letter, complaint).id, course)?.by ?? by;
  if (letter.again?.letter === letter.id) return by;
  const { before, by: writer = by } = originOf(letter.id, course) ?? {};
  const { handler } = complaint;
  const isTheirs = handler && (letter.automatic || handler.person.id !== before?.handler?.person.id);
  return isTheirs ? handler.person : writer;
}

/**
 * Adds, to a letter that goes out once more, how it went out first and what it promised, whether the complainant has objected since, and that the month of
 * Art. 7 counts from the last receipt, where that is of another letter.
 */
function sentBefore(
  letter: Letter,
  { countsAsReceivedOn, today }: LetterFacts,
  { complaint, calendar, desk }: Rewriting,
): Partial<LetterFacts> {
  const { id, sentOn, countsAsReceivedOn: firstReceivedOn } = firstOf(letter, complaint);
  if (!letter.again || !sentOn || !firstReceivedOn) return {};
  const { because } = letter.again;
  const known = answerReceivedOn(complaint);
  const isLater = letter.kind === 'answer' && known && countsAsReceivedOn && known > countsAsReceivedOn;
  const counting = sentLetters(complaint).find(
    (one) => one.kind === 'answer' && one.countsAsReceivedOn === known,
  );
  return {
    again: { because, sentOn, countsAsReceivedOn: firstReceivedOn, before: sendingsOf(id, complaint) },
    promisedBefore: promisedBefore(id, complaint),
    since: { complaint, decideBy: decisionInAnswer(complaint, id, { today, calendar, desk }) },
    ...(isLater && { monthFrom: { on: known, sentOn: counting?.sentOn } }),
  };
}

/** Lists the days on which a letter went out so far: first, and once more. */
const sendingsOf = (first: number, complaint: Complaint): LocalDate[] =>
  sentLetters(complaint).flatMap(({ id, again, sentOn }) =>
    id === first || again?.letter === first ? sentOn : [],
  );

/**
 * Makes a letter that waits (`queuedOn` is the day that it was made for) anew, to be mailed today. One that somebody edited by hand
 * stays as it is where it names no day that is another by now. Undefined where nobody but its handler can put it right: it names such a
 * day or an earlier handler, or says that something is to come which has passed.
 */
export function letterForToday(letter: Letter, rewriting: Rewriting): string | undefined {
  const origin = originOf(firstOf(letter, rewriting.complaint).id, rewriting.course);
  if (!origin || isOvertaken(letter, rewriting.complaint, rewriting)) return undefined;
  const { text, base } = keptLetter(letter, rewriting);
  const anew = letterAnew(letter, { manner: 'email' }, rewriting);
  if (oneLine(text) === oneLine(base)) return gapIn(anew) === undefined ? anew : undefined;
  if (origin.then.handler?.person.id !== rewriting.complaint.handler?.person.id) return undefined;
  const now = daysNamedIn(anew);
  const past = daysNamedIn(base).filter((day) => !now.includes(day));
  return daysNamedIn(text).some((day) => past.includes(day)) ? undefined : text;
}

const dayAndMonth =
  /\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b/gi;

/** Lists the days that a text names, as '5 maart': somebody who edits it leaves out the year. */
const daysNamedIn = (text: string): string[] =>
  (text.match(dayAndMonth) ?? []).map((day) => day.toLowerCase());
