import type { LocalDate } from '../../time/local-date.ts';
import type { PersonId } from './person-id.ts';

/** Oordeel (Art. 6). */
export const judgements = ['founded', 'partly-founded', 'unfounded', 'none'] as const;
export type Judgement = (typeof judgements)[number];

/** Where a measure was promised, besides the answer: in a talk (Inleiding), a settlement (Art. 9) or the decision of the board (Art. 8). */
export const measureSources = ['talk', 'settlement', 'decision'] as const;
export type MeasureSource = (typeof measureSources)[number];

/**
 * Te nemen maatregel (Art. 6): the name of who sees to it, and when it is done. `ownerId`: absent where the owner is no colleague;
 * `promisedIn`: absent where the answer promised it; `firstDueOn`: the day that was promised, where `dueOn` is a later one ("Nieuwe dag").
 */
export type Measure = {
  id: string;
  what: string;
  owner: string;
  ownerId?: PersonId;
  dueOn: LocalDate;
  firstDueOn?: LocalDate;
  /** When the day that holds now was recorded, where that is not the first. */
  movedOn?: LocalDate;
  doneOn?: LocalDate;
  promisedIn?: MeasureSource;
};

/** Measures, counted: promised, taken, and late (taken too late, or not yet while the day has passed). */
export type MeasureCounts = { promised: number; taken: number; late: number };

/**
 * Standpunt van Ballance (Art. 6). `message`: what the respondents read of it; absent until 0.7.0, and where there were none. `toHear`: the
 * respondents who were added since it was drawn up, who are heard before they read it; absent where there are none.
 */
export type Answer = {
  position: string;
  judgement: Judgement;
  proposal: string;
  message?: string;
  toHear?: PersonId[];
};

/** Art. 7. `sentOn`: the date of the letter or the postmark; `lateBecause`: why it was accepted after the month. */
export type Objection = {
  receivedOn: LocalDate;
  sentOn?: LocalDate;
  /** Absent where it was not said, and until 0.7.0. */
  how?: ObjectionMeans;
  text: string;
  lateBecause?: string;
};

/** Art. 7: how the complainant let it be known. */
export const objectionMeans = ['letter', 'email', 'oral'] as const;
export type ObjectionMeans = (typeof objectionMeans)[number];

/** What becomes of the solution that the answer proposed, after a hearing (Art. 9) or the decision of the board (Art. 8). */
export const offerFates = ['stays', 'lapses'] as const;
export type OfferFate = (typeof offerFates)[number];

/**
 * What the board decided, and why (Art. 8). Until 0.7.0 it gave no judgement. `offer`: what becomes of the solution of the answer; absent
 * where that proposed none.
 */
export type Verdict = { decision: string; reasons: string; judgement?: Judgement; offer?: OfferFate };

/** At whose wish something comes later than the article says. */
export const wishes = ['complainant', 'ballance'] as const;
export type Wish = (typeof wishes)[number];
