import type { RunningKind } from '../../procedure/deadlines.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';

/** For whom a message is: somebody in person, the channel that was linked, or the complainant's mail address. */
export type Recipient = { kind: 'person'; id: PersonId } | { kind: 'channel' } | { kind: 'mail' };

export const isSameRecipient = (one: Recipient, other: Recipient): boolean =>
  one.kind === 'person' && other.kind === 'person' ? one.id === other.id : one.kind === other.kind;

/** What a message of a dossier is about. */
export type CaseContent =
  /** The handler's card, because the complaint has become his. */
  | { kind: 'case' }
  /** To the board: nobody may handle this complaint. */
  | { kind: 'unassigned' }
  /** To a respondent: the summary, who handles it, and "Mijn verklaring". */
  | { kind: 'statement-request' }
  /** To a respondent, after the answer: the position of Ballance (Algemeen). */
  | { kind: 'position' }
  /** To the handler: a respondent gave his statement. */
  | { kind: 'statement-given' }
  /** To the board members who may decide: "Definitieve beslissing" (Art. 8). */
  | { kind: 'decision-request' }
  /** A letter by e-mail; `letter` is its id within the dossier. */
  | { kind: 'letter'; letter: number }
  /** `message` cannot be delivered. To the handler, who does by hand what it asked; or to who comes after the handler. */
  | { kind: 'undelivered'; message: string; what: CaseContent['kind'] }
  /**
   * To the channel and to who can help: the handler's card (the message of that id) has not arrived, so the complaint
   * must be passed on by hand (Art. 5).
   */
  | { kind: 'forwarding-alarm'; message: string }
  /** To the receiver, in the place of the receipt: the handler has the card now. */
  | { kind: 'receipt' }
  /** To the receiver: nobody who may handle it has been reached (the message of that id did not arrive): whom to call. */
  | { kind: 'not-forwarded'; message: string }
  /** `overdue` also stands for the month of Art. 7 that has lapsed. */
  | {
      kind: 'reminder';
      deadline: RunningKind;
      measure?: string;
      article: number;
      dueOn: LocalDate;
      lastDayToAct: LocalDate;
    }
  /** To a second person: does he agree that what is about people is erased? */
  | { kind: 'erasure-request' }
  /** In two weeks personal data is erased by itself. */
  | { kind: 'erasure-warning'; on: LocalDate };

/** What a message is about that belongs to no dossier, and stands in a bulletin. */
export type BulletinContent =
  /** To the officer, or who comes after: the mail server or the linked channel takes nothing, since when, and what it answers. */
  | { kind: 'set-up-fault'; of: 'mail' | 'channel'; since: Instant; reason: string }
  /** To the same: of so many complaints the register has less than was noted beside it, or something else. */
  | { kind: 'register-behind'; complaints: number; since: Instant }
  | { kind: 'digest'; day: LocalDate };

/** What a message is about; the text is made when it is delivered, from the dossier as it is then. */
export type Content = CaseContent | BulletinContent;

export type MessageKind = Content['kind'];

export type ContentOf<K extends MessageKind, Of extends Content = Content> = Extract<Of, { kind: K }>;

/** Every kind that this bot knows: an outbox with another was not written by it. */
export const messageKinds: Record<MessageKind, true> = {
  case: true,
  unassigned: true,
  'statement-request': true,
  position: true,
  'statement-given': true,
  'decision-request': true,
  letter: true,
  undelivered: true,
  'forwarding-alarm': true,
  receipt: true,
  'not-forwarded': true,
  'set-up-fault': true,
  'register-behind': true,
  reminder: true,
  'erasure-request': true,
  'erasure-warning': true,
  digest: true,
};

/**
 * One try at delivering, or several that failed alike: the first `at`, the last `lastAt`, and how many `times`. Without
 * a fault it succeeded.
 */
export type Attempt = { at: Instant; fault?: string; times?: number; lastAt?: Instant };

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
  /**
   * 'withheld': by the time of delivery the recipient was not, or no longer, the one to see it. 'withdrawn': it never
   * went out, and a newer message says the same. 'uncertain': a letter of which nobody knows whether it arrived, because
   * its sending was broken off; it is not sent again unless the handler asks for it.
   */
  status: 'queued' | 'sent' | 'gave-up' | 'withheld' | 'withdrawn' | 'uncertain';
  attempts: Attempt[];
  /** How many of the attempts came before it was given up and revived: the last try is counted from there. */
  triedBefore?: number;
  /** When to try (again); only while queued. */
  tryAt?: Instant;
  /** Who is delivering it now, and until when that claim holds; written down before the sending begins. */
  lease?: { by: string; until: Instant } | undefined;
  /** It waits for a recipient whom the platform cannot reach as yet (not installed); somebody else was told. */
  unreachable?: true;
  /** Since when it waits untried, because nothing reaches its recipient; only while queued. */
  heldSince?: Instant;
  /** What said the same to the same recipient before and is kept no longer: how many, how many arrived, since when. */
  earlier?: { times: number; sent: number; since: Instant };
  sentAt?: Instant;
  /** The platform's id of what was sent. */
  activityId?: string;
};

/** How the last mailing of that letter stands; undefined when it was never mailed. 'uncertain': it was broken off. */
export const mailingOf = (
  letter: number,
  outbox: readonly Pick<Message, 'content' | 'status'>[],
): Message['status'] | undefined =>
  outbox.findLast(({ content }) => content.kind === 'letter' && content.letter === letter)?.status;
