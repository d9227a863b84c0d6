import type { LocalDate } from '../../time/local-date.ts';
import type { MeasureCounts } from './answer.ts';
import type { UnnamedDays } from './complainant.ts';
import type { Person } from './complaint.ts';

/** The events of the AVG: what is about people is erased, or kept for proceedings. */
export type AvgEvent =
  | { type: 'erasure-requested'; on: LocalDate; personal: { by: Person; reason: string } }
  | { type: 'erasure-declined'; on: LocalDate; personal: { by: Person } }
  | Erased
  | RedactionEvent
  | { type: 'hold-set'; on: LocalDate; personal: { reason: string } }
  | { type: 'hold-lifted'; on: LocalDate };

/**
 * A text is made illegible (`redacted`), or not: then only the request is rid of it. `entries`: which entries of the journal have another
 * personal part since, and its hash; `places`: how often the text stood there.
 */
type RedactionEvent =
  | { type: 'redaction-requested'; on: LocalDate; personal: { by: Person; value: string; reason: string } }
  | { type: 'redaction-declined'; on: LocalDate; entries: RedactedEntry[]; personal: { by: Person } }
  | { type: 'redacted'; on: LocalDate; entries: RedactedEntry[]; places: number };

/** An entry of the journal of which the personal part was replaced, and the hash of what took its place. */
export type RedactedEntry = { seq: number; hash: string };

/**
 * Everything under `personal` is removed from the dossier at this event. `unnamedDays`: the days on which nobody knew who complained, by
 * which lateness is counted and which a journal without people does not tell; none where there were none.
 */
type Erased = {
  type: 'erased';
  on: LocalDate;
  because: 'retention' | 'request';
  conflicts?: Conflict[];
  unnamedDays?: UnnamedDays[];
};

/**
 * Art. 5, made general: a respondent at the desk, who after the erasure of the complaint may not count it either. `person` is a
 * pseudonym; `after` is the number of journal entries that they knew (0: a respondent from the start); `measures` is what
 * was counted by then, because a journal without people does not tell. `measures` is absent for a respondent from the start,
 * and where version 0.5 or older erased the complaint.
 */
export type Conflict = { person: string; after: number; measures?: MeasureCounts };
