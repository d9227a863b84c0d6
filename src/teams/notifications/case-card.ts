import type { Person } from '../../procedure/model/complaint.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import type { CaseContent, ContentOf, Recipient } from '../../register/model/message.ts';
import type { DoneByHand } from '../../register/notify/message-rules.ts';
import type { Notice } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import type { Missed } from './undelivered.ts';

/** A card to send by itself; `summary` shows in a notification, so it holds no name and no content. */
export type Outgoing = { card: Card; summary: string };

/** A message of a dossier at the moment of sending, and its reader (without id in the channel). */
type Sending<C> = {
  /** The id of the message. */
  id: string;
  content: C;
  dossier: Dossier;
  to: Recipient;
  reader: Person;
  office: Office;
  /** Draws the dossier with the buttons that are open to that reader; a respondent gets only what is put to them. */
  caseWith(notice: Notice): Promise<Card>;
};

export type MessageCard = {
  /** Whether it asks its reader to act; `notifies` (policy.ts) decides with it what shows in an activity feed. */
  asksToAct: boolean;
};

/**
 * `byHand` words what the handler does by hand when it was not delivered: of every kind that message-rules.ts leaves to them,
 * and of no other, which they only pass on.
 */
export type CaseCard<K extends CaseContent['kind']> = MessageCard & {
  card(sending: Sending<ContentOf<K, CaseContent>>): Outgoing | Promise<Outgoing>;
} & (K extends DoneByHand ? { byHand(missed: Missed): string } : { byHand?: undefined });
