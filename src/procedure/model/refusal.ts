import type { LocalDate } from '../../time/local-date.ts';

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
  | 'before-receipt'
  | 'before-the-answer'
  | 'sent-after-receipt'
  | 'before-the-objection'
  | 'text-missing'
  | 'letter-missing'
  | 'answered-already'
  | 'remedied-by-respondent'
  | 'gap-in-letter'
  | 'solution-missing'
  | 'agreement-missing'
  | 'branch-missing'
  | 'not-eligible'
  | 'not-at-the-desk'
  | 'not-a-respondent'
  | 'respondent-already'
  | 'not-a-colleague'
  | 'both-sides-not-heard'
  | 'unknown-measure'
  | 'late-objection'
  | 'month-not-over'
  | 'hearing-too-late'
  | 'not-to-come'
  | 'no-werkdag'
  | 'outside-hours'
  | 'board-decides'
  | 'letter-waits'
  | 'no-letter-waits'
  | 'nothing-changed'
  | 'on-hold'
  | 'two-must-agree';

/** A refusal in the words of the regulation: neither an event nor a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** The article on which the refusal rests; absent where there is none. */
  readonly article: number | undefined;
  /** The words in what was typed that it is about; absent where there are none. */
  readonly about: string | undefined;

  constructor(code: RefusalCode, article?: number, about?: string) {
    super(article === undefined ? code : `${code} (Art. ${article})`);
    this.name = 'Refusal';
    this.code = code;
    this.article = article;
    this.about = about;
  }
}

/** Refuses a day after today, because what is recorded has happened. */
export function notInTheFuture(day: LocalDate, { today }: { today: LocalDate }, article?: number): void {
  if (day > today) throw new Refusal('in-the-future', article);
}

/** Refuses a day before receipt, because nothing happens to a complaint before that. */
export function notBeforeReceipt(
  day: LocalDate,
  { receivedOn }: { receivedOn: LocalDate },
  article?: number,
): void {
  if (day < receivedOn) throw new Refusal('before-receipt', article);
}
