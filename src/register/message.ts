import type { Instant, LocalDate } from '../procedure/articles/art02-periods.ts';
import type { DeadlineKind } from '../procedure/deadlines.ts';

/** For whom a message is: somebody in person, or the channel that was linked. */
export type Recipient = { kind: 'person'; id: string } | { kind: 'channel' };

/** What a message is about; the text is made when it is delivered, from the dossier as it is then. */
export type Content =
  /** The handler's card, because the complaint has become his. */
  | { kind: 'case' }
  /** To the board: nobody may handle this complaint. */
  | { kind: 'unassigned' }
  | { kind: 'reminder'; deadline: DeadlineKind; article: number; dueOn: LocalDate; lastDayToAct: LocalDate }
  | { kind: 'digest'; day: LocalDate };

/** One try at delivering. */
export type Attempt = { at: Instant; fault?: string };

/**
 * A message to deliver, and after that the proof of it: it stays in the dossier as the ledger (Art. 5: passed on on
 * the day of receipt).
 */
export type Message = {
  /** What makes it the same message: adding a known one changes nothing. */
  id: string;
  to: Recipient;
  content: Content;
  queuedAt: Instant;
  /** 'withheld': by the time of delivery the recipient was not, or no longer, the one to see it. */
  status: 'queued' | 'sent' | 'gave-up' | 'withheld';
  attempts: Attempt[];
  /** When to try (again); only while queued. */
  tryAt?: Instant;
  /** Who is delivering it now, and until when that claim holds. */
  lease?: { by: string; until: Instant };
  sentAt?: Instant;
  /** The platform's id of what was sent. */
  activityId?: string;
};
