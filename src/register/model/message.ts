import type { RunningKind } from '../../procedure/deadlines.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { nobody, type PersonId } from '../../procedure/model/person-id.ts';
import type { Instant, LocalDate } from '../../time/local-date.ts';

/** The recipient of a message: a person, the linked channel, or the complainant's mail address. */
export type Recipient = { kind: 'person'; id: PersonId } | { kind: 'channel' } | { kind: 'mail' };

/** Returns the id of the person it is for; undefined for the channel and for the complainant's mail address. */
export function personIn(to: Recipient): PersonId | undefined {
  switch (to.kind) {
    case 'person':
      return to.id;
    case 'channel':
    case 'mail':
      return undefined;
    default:
      return to satisfies never;
  }
}

/** What follows from the kind of a recipient, whatever the message says. */
type RecipientRule = {
  /** Whether a message may come twice rather than not at all; otherwise what may have arrived is not sent again by itself. */
  mayComeTwice: boolean;
  /** Whether the handler does by hand what was given up; otherwise the recipient's next sign of life revives it. */
  isDoneByHand: boolean;
  /** Whether each message that does not arrive is reported; otherwise that nothing does, as a fault of set-up. */
  isReported: boolean;
  /** Whether it may hear the name of a colleague whom nothing reaches: more people read a channel than that is for. */
  hearsNames: boolean;
};

export const recipientRules: Record<Recipient['kind'], RecipientRule> = {
  person: { mayComeTwice: true, isDoneByHand: false, isReported: true, hearsNames: true },
  channel: { mayComeTwice: true, isDoneByHand: false, isReported: false, hearsNames: false },
  mail: { mayComeTwice: false, isDoneByHand: true, isReported: true, hearsNames: false },
};

/** Names a recipient within its dossier: the id of a person, or what other recipient it is, of which there is one. */
export const recipientName = (to: Recipient): string => personIn(to) ?? to.kind;

export const isSameRecipient = (one: Recipient, other: Recipient): boolean =>
  one.kind === other.kind && recipientName(one) === recipientName(other);

/** Returns who reads it: the person it is for; nobody in particular in the channel. */
export const readerOf = (to: Recipient): Person => ({ id: personIn(to) ?? nobody, name: '' });

/** The content of a message of a dossier. */
export type CaseContent =
  /** To the handler: the card of the complaint, which is theirs from now on. */
  | { kind: 'case' }
  /** To the board: nobody may handle this complaint. */
  | { kind: 'unassigned' }
  /** To a respondent: the summary, who handles it, and "Mijn verklaring". */
  | { kind: 'statement-request' }
  /** To a respondent who was asked for a statement and has not given it: until when they are to. */
  | { kind: 'statement-due'; dueOn: LocalDate }
  /** To a respondent, after the answer: the position of Ballance (Algemeen). */
  | { kind: 'position' }
  /** To the handler: a respondent gave a statement. */
  | { kind: 'statement-given' }
  /** The receiver added to what they registered. */
  | { kind: 'supplemented' }
  /** To the board members who may decide: "Definitieve beslissing" (Art. 8). */
  | { kind: 'decision-request' }
  /** To the board members who were asked to decide: the complainant wants a hearing after all. */
  | { kind: 'decision-overtaken' }
  /** To a respondent who knows of the complaint: the complainant objects to the answer (Art. 7). */
  | { kind: 'objected' }
  /** To who was a respondent and knew of the complaint: it turned out not to be about them. */
  | { kind: 'respondent-removed' }
  /** To who of Ballance must be at the hearing (Art. 8): that it is offered, changed, led by another, or near. */
  | { kind: 'hearing'; on: LocalDate; time: string; because: 'offered' | 'changed' | 'led-anew' | 'near' }
  /** To who would be at that hearing: it does not take place, or not with them. */
  | { kind: 'hearing-off'; on: LocalDate; time: string }
  /** To a respondent who knows of the complaint: how it ended, or that a hearing settled nothing yet. */
  | { kind: 'outcome' }
  /** To the handler: the board has decided (Art. 8). */
  | { kind: 'decided' }
  /** To the receiver: it is closed. */
  | { kind: 'closed' }
  /** To the handler, the receiver, and respondents who knew of it: the complaint is handled again. */
  | { kind: 'reopened' }
  /** A letter by e-mail; `letter` is its id within the dossier. */
  | { kind: 'letter'; letter: number }
  /** To who sent it: the letter did not go, because somebody may handle the complaint after all, or it is closed or open again. */
  | { kind: 'letter-withdrawn'; letter: number }
  /** `message` cannot be delivered. To the handler, who does by hand what it asked; or to the next after the handler. */
  | { kind: 'undelivered'; message: string; what: CaseContent['kind'] }
  /**
   * To the channel and to who can help: the handler's card (the message of that id) was not delivered, so the complaint must be
   * forwarded by hand (Art. 5).
   */
  | { kind: 'forwarding-alarm'; message: string }
  /** To the receiver, replacing the receipt: the handler has the card now. */
  | { kind: 'receipt' }
  /** To the receiver: nobody who may handle it was reached (the message of that id was not delivered), and whom to call. */
  | { kind: 'not-forwarded'; message: string }
  /** A reminder; `overdue` also stands for the month of Art. 7 that has passed. */
  | {
      kind: 'reminder';
      deadline: RunningKind;
      measure?: string;
      article: number;
      dueOn: LocalDate;
      /** The guarded day (`guardedDay`); of the month of Art. 7 its last day. */
      lastDayToAct: LocalDate;
    }
  /** To the handler: the day of a talk has passed, and its result is not recorded. */
  | { kind: 'talk-passed'; on: LocalDate }
  /** To the handler, some weeks after the closing: the complainant is to be asked how satisfied they are. */
  | { kind: 'satisfaction-due' }
  /** To who sees to it: a measure that was promised, and until when (Art. 6). */
  | { kind: 'measure'; measure: string }
  /** To who sees to a measure, or to the handler: the other recorded that it is done. */
  | { kind: 'measure-done'; measure: string }
  /** To a second person: asks whether they agree to erasure. */
  | { kind: 'erasure-request' }
  /** To a second person: asks whether they agree to making a text illegible. */
  | { kind: 'redaction-request' }
  /** In two weeks personal data is erased by itself. */
  | { kind: 'erasure-warning'; on: LocalDate };

/** The content of a message that belongs to no dossier, in a bulletin. */
export type BulletinContent =
  /** To the officer, or the next: the mail server or the linked channel accepts nothing, since when, and its answer. */
  | { kind: 'set-up-fault'; of: 'mail' | 'channel'; since: Instant; reason: string }
  /**
   * To the officer, or the next: how many complaints are older than their heads noted beside the register, or differ from
   * them.
   */
  | { kind: 'register-behind'; complaints: number; since: Instant }
  /** To who stands in for somebody absent (Art. 5): for whom, and on which days. */
  | { kind: 'stand-in'; absent: PersonId; from: LocalDate; until: LocalDate }
  /** To who stood in: they no longer do. */
  | { kind: 'stand-in-ended'; absent: PersonId }
  /** To the officer, and who works in a complaint: days that a decree equates with a holiday, and no longer; open deadlines move by them. */
  | { kind: 'decreed-days'; added: LocalDate[]; removed: LocalDate[] }
  /** To a board member: a quarter is over, and its report can be had. */
  | { kind: 'quarter'; year: string; quarter: number }
  | { kind: 'digest'; day: LocalDate };

/** The content of a message; its text is made at delivery, from the dossier as it is then. */
export type Content = CaseContent | BulletinContent;

export type MessageKind = Content['kind'];

export type ContentOf<K extends MessageKind, Of extends Content = Content> = Extract<Of, { kind: K }>;

/**
 * A try at a delivery, or several with the same outcome: the first `at`, the last `lastAt`, and how many `times`. Without a
 * fault it succeeded.
 */
export type Attempt = { at: Instant; fault?: string; times?: number; lastAt?: Instant };

/** A message to deliver, and after that the record of its delivery (Art. 5: forwarded on the day of receipt). */
export type Message = {
  /** Identifies the message: adding a known one changes nothing. */
  id: string;
  to: Recipient;
  content: Content;
  queuedAt: Instant;
  /**
   * 'withheld': at delivery the recipient was not, or no longer, allowed to see it. 'withdrawn': never sent, because a newer
   * message says the same. 'uncertain': a letter that may have arrived, because its sending was broken off; it is sent again
   * only when the handler asks for it.
   */
  status: 'queued' | 'sent' | 'gave-up' | 'withheld' | 'withdrawn' | 'uncertain';
  attempts: Attempt[];
  /** How many of the attempts were made before it was given up and revived: tries count from there. */
  triedBefore?: number;
  /** When to try (again); only while queued. */
  tryAt?: Instant;
  /** The claim: who delivers it now, and until when; written before it is sent. */
  lease?: { by: string; until: Instant } | undefined;
  /** It waits for a recipient whom the platform cannot reach yet (bot not installed); somebody else was told. */
  unreachable?: true;
  /** Since when it waits untried, because nothing reaches its recipient; only while queued. */
  heldSince?: Instant;
  /**
   * The sum of messages that said the same to this recipient and are not kept any more: how many, how many sent, since when.
   */
  earlier?: { times: number; sent: number; since: Instant };
  sentAt?: Instant;
  /** The platform's id of what was sent. */
  activityId?: string;
};

/** Finds the last mailing of that letter; undefined when it was never mailed. */
const lastMailing = <M extends Pick<Message, 'content'>>(letter: number, outbox: readonly M[]) =>
  outbox.findLast(({ content }) => content.kind === 'letter' && content.letter === letter);

/**
 * Tells whether the last mailing of that letter does not go on by itself, so that its writer sends it by hand. One that is tried again
 * does: who posts it as well may find that it was accepted meanwhile.
 */
export function isLeftToItsWriter(
  letter: number,
  outbox: readonly Pick<Message, 'content' | 'status'>[],
): boolean {
  const status = lastMailing(letter, outbox)?.status;
  return status === 'gave-up' || status === 'uncertain';
}

/** The faults after which a message may have arrived all the same: nothing answered for the recipient that it did not. */
const unanswered = /^(no answer|no id in the answer|broken off|ECONNRESET|ETIMEDOUT|502|504)/;

/** Tells whether a message was read, or may have been: a try of it that got no answer counts. */
export const mayHaveBeenRead = ({ status, attempts }: Pick<Message, 'status' | 'attempts'>): boolean =>
  status === 'sent' ||
  status === 'uncertain' ||
  attempts.some(({ fault }) => fault !== undefined && unanswered.test(fault));

/** The faults of a letter that was held back before it was sent, because nobody but its writer can put it right. */
export const heldBack = { outdated: 'made for another day', 'no-address': 'no address any more' } as const;

type HeldBack = keyof typeof heldBack;

const reasons: readonly HeldBack[] = ['outdated', 'no-address'];

/** Finds why a letter was held back before it was sent; undefined where it was not. */
export const whyHeldBack = ({
  status,
  attempts,
}: Pick<Message, 'status' | 'attempts'>): HeldBack | undefined =>
  status === 'gave-up' ? reasons.find((why) => attempts.at(-1)?.fault === heldBack[why]) : undefined;

/**
 * Returns the status of the last mailing of that letter; undefined when it was never mailed. 'uncertain': broken off; 'outdated': given
 * up, because it was made for another day; 'no-address': because the address was taken away.
 */
export function mailingOf(
  letter: number,
  outbox: readonly Pick<Message, 'content' | 'status' | 'attempts'>[],
): Message['status'] | HeldBack | undefined {
  const mailing = lastMailing(letter, outbox);
  return mailing && (whyHeldBack(mailing) ?? mailing.status);
}
