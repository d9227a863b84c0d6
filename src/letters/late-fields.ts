import { confirmsReceipt } from '../procedure/articles/art06-answer.ts';
import {
  delayable,
  guardedNow,
  type LateDays,
  lateDays,
  toldDay,
} from '../procedure/articles/art06-delay.ts';
import { isDecidedBy } from '../procedure/articles/art08-decision.ts';
import { daysLate } from '../procedure/articles/letters.ts';
import { deadline, decisionDeadline, sinceReceipt } from '../procedure/deadlines.ts';
import type { Complaint } from '../procedure/model/complaint.ts';
import { type LetterKind, sentLetters } from '../procedure/model/letter.ts';
import { longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { asPromised } from './again-fields.ts';
import { orGap, orNothing, written } from './field-names.ts';
import type { LetterFacts } from './fields.ts';

/** Finds the day on which the complainant must have a letter of that kind, or on which it must be sent (Art. 5). */
function dueOn(kind: LetterKind, complaint: Complaint, { calendar }: LetterFacts): LocalDate | undefined {
  if (kind === 'acknowledgement') return sinceReceipt('acknowledge', complaint, calendar).dueOn;
  if (kind === 'answer') return sinceReceipt('answer', complaint, calendar).dueOn;
  return kind === 'final-decision' ? decisionDeadline(complaint, calendar)?.dueOn : undefined;
}

/** The letters that confirm receipt as well, where none has (Art. 5). */
const alsoConfirm: readonly LetterKind[] = ['answer', 'mediation', 'no-handler', 'merger'];

/**
 * Fills the fields by which a letter that is late says so, on which day it should have been there, and which days the complainant
 * wanted; by which nothing is promised for a day that has passed; and by which another letter says that it confirms receipt as well
 * (Art. 5).
 */
export function lateFields(kind: LetterKind, complaint: Complaint, facts: LetterFacts) {
  const { today, calendar, again, answerBy } = facts;
  // A letter that goes out once more is as late as the first was.
  const { sentOn, countsAsReceivedOn } = again ?? {
    sentOn: today,
    countsAsReceivedOn: facts.countsAsReceivedOn ?? today,
  };
  const due = dueOn(kind, complaint, facts);
  const isKept = kind === 'final-decision' && !!due && isDecidedBy(due, complaint);
  const arrivedOn = kind === 'acknowledgement' ? sentOn : countsAsReceivedOn;
  const answerDue = asPromised(sinceReceipt('answer', complaint, calendar).dueOn, facts);
  const articleOn = asPromised(deadline('answer', complaint.receivedOn, calendar).dueOn, facts);
  const confirms = alsoConfirm.includes(kind) && confirmsReceipt(complaint);
  const confirmBy = sinceReceipt('acknowledge', complaint, calendar).dueOn;
  const confirmedOn =
    kind === 'withdrawal' ? unconfirmedUntil(complaint, facts) : confirms ? sentOn : undefined;
  return orNothing({
    'bevestigt ontvangst': confirms ? 'ja' : '',
    'bevestiging te laat': confirmedOn && confirmedOn > confirmBy ? longDate(confirmBy) : '',
    ...whoseDays(kind, isKept ? undefined : due, arrivedOn, complaint),
    'te laat door de post': due && sentOn <= due && arrivedOn > due ? 'ja' : '',
    'gemiste toezegging': written(due && brokenPromise(kind, due, arrivedOn, complaint), longDate),
    'antwoord is te laat': answerDue < today ? 'ja' : '',
    'antwoord zo snel mogelijk': articleOn < today ? 'ja' : '',
    'antwoord toegezegd': articleOn < today && answerBy && answerBy > today ? longDate(answerBy) : '',
  });
}

/** Finds the day on which a complaint was withdrawn, where no letter before it says that it was received (Art. 5). */
function unconfirmedUntil({ letters, closed }: Complaint, { on, today }: LetterFacts): LocalDate | undefined {
  return letters.some(({ sentOn }) => sentOn) ? undefined : (on ?? closed?.on ?? today);
}

/**
 * Finds the day that letters since the last of that kind promised last, where the complainant has the letter after it: also by the day of
 * the article, as a corrected receipt can move that. It is not late then, and the promise is broken all the same (reading 18).
 */
function brokenPromise(kind: LetterKind, due: LocalDate, arrivedOn: LocalDate, complaint: Complaint) {
  const of = kind === 'final-decision' ? 'decision' : 'answer';
  if (kind !== 'answer' && of === 'answer') return undefined;
  const sent = sentLetters(complaint);
  const since = sent.slice(sent.findLastIndex((one) => one.kind === kind && !one.again) + 1);
  const told = since.findLast(({ promised }) => promised?.of === of)?.promised?.on;
  return told && told !== due && told < arrivedOn ? told : undefined;
}

/** Fills the fields by which a letter that comes after the day of its article says so, and whose the days are. */
function whoseDays(kind: LetterKind, due: LocalDate | undefined, arrivedOn: LocalDate, complaint: Complaint) {
  const isLate = !!due && arrivedOn > due;
  const of = kind === 'final-decision' ? 'decision' : 'answer';
  const { wished, own, agreed }: LateDays =
    isLate && kind !== 'acknowledgement'
      ? lateDays(of, due, arrivedOn, complaint)
      : { wished: 0, own: isLate ? daysLate(due, arrivedOn) : 0 };
  const isShared = wished > 0 && own > 0;
  return {
    'te laat': own > 0 ? written(due, longDate) : '',
    'dag op uw verzoek': own === 0 ? written(agreed, longDate) : '',
    'dag van het artikel': own === 0 && agreed ? written(due, longDate) : '',
    'dagen op uw verzoek': isShared ? inDays(wished) : '',
    'dagen door ons': isShared ? inDays(own) : '',
  };
}

const inDays = (count: number): string => (count === 1 ? '1 dag' : `${count} dagen`);

/** Fills the fields of a letter that promises the answer (Art. 6) or the decision (Art. 8) for a later day than is guarded now. */
export function delayFields(complaint: Complaint, { today, calendar, delay }: LetterFacts) {
  const of = delayable(complaint);
  const guarded = guardedNow(complaint, calendar);
  const isKept = guarded === decisionDeadline(complaint, calendar)?.dueOn && isDecidedBy(guarded, complaint);
  // What the complainant was told stays true, also where a corrected receipt moved what is guarded.
  const told = toldDay(complaint);
  const isLater = !told || !delay?.until || told < delay.until;
  const now = (isLater ? told : undefined) ?? guarded;
  return {
    ...orGap({
      'wat later komt': of === 'decision' ? 'de definitieve beslissing van de directie' : 'ons antwoord',
      'artikel van uitstel': of === 'decision' ? '8' : '6',
      'eerste dag': longDate(now),
      'nieuwe dag': written(delay?.until, longDate),
    }),
    ...orNothing({
      'eerste dag is voorbij': now < today ? 'ja' : '',
      'nieuwe beslissing': of === 'decision' && isKept ? 'ja' : '',
      'uitstel op uw verzoek': delay?.wish === 'complainant' ? 'ja' : '',
    }),
  };
}
