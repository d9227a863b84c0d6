import { hasCome } from '../../time/clock.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';
import type { LetterKind } from './letter.ts';

/** Why the regulation refuses a command; teams/cards/refusal-text.ts has a Dutch sentence for each. */
export type RefusalCode =
  | 'unknown-complaint'
  | 'unreadable'
  | 'newer-version'
  | 'register-unreadable'
  | 'register-newer'
  | 'not-the-handler'
  | 'not-now'
  | 'closed'
  | 'in-the-future'
  | 'too-long-ago'
  | 'before-the-answer'
  | 'out-of-order'
  | 'not-later'
  | 'too-soon'
  | 'text-missing'
  | 'letter-missing'
  | 'answered-already'
  | 'stated-already'
  | 'complainant-unknown'
  | 'not-to-be-asked'
  | 'merged-with-itself'
  | 'other-is-closed'
  | 'other-changed'
  | 'other-is-later'
  | 'other-answers-later'
  | 'other-complainant'
  | 'respondents-differ'
  | 'merged-complainant'
  | 'remedied-by-respondent'
  | 'gap-in-letter'
  | 'gap-in-message'
  | 'identifies-complainant'
  | 'name-in-lesson'
  | 'solution-missing'
  | 'agreement-missing'
  | 'not-settled-yet'
  | 'branch-missing'
  | 'not-eligible'
  | 'second-leads'
  | 'not-at-the-desk'
  | 'not-for-audit'
  | 'not-a-respondent'
  | 'respondent-already'
  | 'not-a-colleague'
  | 'both-sides-not-heard'
  | 'mediator-missing'
  | 'time-missing'
  | 'not-held-yet'
  | 'unknown-measure'
  | 'late-objection'
  | 'objection-in-time'
  | 'month-not-over'
  | 'hearing-too-late'
  | 'not-to-come'
  | 'appointment-to-come'
  | 'invitation-too-slow'
  | 'no-werkdag'
  | 'outside-hours'
  | 'board-decides'
  | 'nobody-decides'
  | 'letter-waits'
  | 'no-letter-waits'
  | 'email-missing'
  | 'address-missing'
  | 'named-in-text'
  | 'meant-not-said'
  | 'name-not-judged'
  | 'letter-overtaken'
  | 'again-too-slow'
  | 'nothing-changed'
  | 'documents-full'
  | 'unknown-document'
  | 'on-hold'
  | 'two-must-agree';

/** What a complaint has a day of. */
export type Milestone =
  | 'receipt'
  | 'registration'
  | 'statement'
  | 'talk'
  | 'receipt-of-answer'
  | 'objection-sent'
  | 'objection'
  | 'hearing'
  | 'waiver'
  | 'measure'
  | 'closing'
  | 'satisfaction'
  | 'reopening'
  | 'measure-moved'
  | 'letter-written'
  | LetterKind;

export type Dated = { what: Milestone; on: LocalDate };

/** Two days that contradict the order of the procedure: `later` is dated before what must have come first. */
export type OutOfOrder = { earlier: Dated; later: Dated };

/** Until when what is refused has to wait, that day included; `time`: until that moment of it. */
export type Waiting = { until: LocalDate; time?: string };

/** A refusal in the words of the regulation: neither an event nor a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** The article on which the refusal rests; absent where there is none. */
  readonly article: number | undefined;
  /** The words in what was typed that it is about; absent where there are none. */
  readonly about: string | undefined;
  /** The days that stand in each other's way, or until when to wait; absent where none do. */
  readonly days: OutOfOrder | Waiting | undefined;

  constructor(code: RefusalCode, article?: number, about?: string, days?: OutOfOrder | Waiting) {
    super(article === undefined ? code : `${code} (Art. ${article})`);
    this.name = 'Refusal';
    this.code = code;
    this.article = article;
    this.about = about;
    this.days = days;
  }
}

/** Refuses a day after today, because what is recorded has happened. */
export function notInTheFuture(day: LocalDate, { today }: { today: LocalDate }, article?: number): void {
  if (day > today) throw new Refusal('in-the-future', article);
}

/** Refuses to record what was arranged for a moment that is still to come. */
export function notBeforeItsTime(
  { on, time }: { on: LocalDate; time: string },
  { now }: { now: Instant },
  article?: number,
): void {
  if (!hasCome({ on, time }, now))
    throw new Refusal('appointment-to-come', article, undefined, { until: on, time });
}
