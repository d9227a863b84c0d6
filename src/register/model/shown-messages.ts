import type { CaseNumber } from '../../procedure/model/case-number.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Instant } from '../../time/local-date.ts';
import { aNumber, anId, count, fields, flag, listOf, moment, oneOf, optional, text, yes } from './checks.ts';
import { each, eachPerson, single } from './memo-kind.ts';

/** The address of a conversation, independent of any SDK. */
export type ConversationAddress = {
  serviceUrl: string;
  conversationId: string;
  tenantId?: string;
  /** The bot's own id in that conversation ('28:…'). */
  botId: string;
};

/** A message of somebody's chat that is about a dossier. */
export type ShownCard = {
  who: PersonId;
  activityId: string;
  /** The dossier or the receipt of its registration, which follow what happens; something else, or a form that is filled in. */
  shows: 'case' | 'receipt' | 'notice' | 'form';
  /** What it is about, where a later message in that chat about the same says all that matters. */
  topic?: string;
  /** The version of the dossier that it shows. */
  version: number;
  /** The hash of the card as it was shown last. */
  print: string;
  /** What stands above the rest, as long as it holds. `untilAdded`: until its reader adds a document. */
  notice?: { text: string; tone: 'good' | 'warning' | 'attention' | 'accent'; untilAdded?: true };
  /** The id of the message that brought it, which may be overtaken. */
  message?: string;
  /** The step whose form it is; a form without one is a card that was drawn anew with what somebody typed. */
  form?: string;
  /** Who handles the complaint, as a form says that no edit follows: somebody may be typing in it. */
  names?: PersonId;
  /** A message below this form says what changed since it was opened. */
  told?: boolean;
  /** The version of the dossier of which such a message was about to be sent, and is not known to have gone. */
  telling?: number;
};

/**
 * A message that may still show what was erased: its chat, and until when it is tried to change it. `list`: it is about others as well.
 */
export type Leftover = {
  address: ConversationAddress;
  activityId: string;
  until: Instant;
  tryAt?: Instant;
  list?: boolean;
  /** Its reader has the dossier, and may have been typing there; of what may show a text that was made illegible. */
  opens?: boolean;
  typed?: boolean;
};

/** A message of somebody's chat that names other dossiers than the one that it follows, as a list does. */
export type NamingMessage = {
  activityId: string;
  numbers: CaseNumber[];
  /** The dossier with which it is drawn anew. */
  follows?: CaseNumber;
  /** It answers what was typed, and makes place for later answers. */
  ages?: boolean;
};

export const service = { serviceUrl: text, tenantId: optional(text), botId: text };
export const address = fields<ConversationAddress>({ ...service, conversationId: text });

/** The small documents about what messages of personal chats show of dossiers. */
export const shownMessages = {
  /** By the number of the dossier; the message that was shown last stands last. */
  cards: each(
    'cards/',
    listOf(
      fields<ShownCard>({
        ...{ who: anId, activityId: text, version: count, print: text },
        shows: oneOf('case', 'receipt', 'notice', 'form'),
        ...{ topic: optional(text), message: optional(text), form: optional(text), told: optional(flag) },
        ...{ telling: optional(count), names: optional(anId) },
        notice: optional(
          fields<NonNullable<ShownCard['notice']>>({
            text,
            tone: oneOf('good', 'warning', 'attention', 'accent'),
            untilAdded: optional(yes),
          }),
        ),
      }),
    ),
  ),
  /** By the number of an erased dossier. */
  leftovers: each(
    'leftovers/',
    listOf(
      fields<Leftover>({
        address,
        activityId: text,
        until: moment,
        tryAt: optional(moment),
        ...{ list: optional(flag), opens: optional(flag), typed: optional(flag) },
      }),
    ),
  ),
  /** By who reads them; the newest last. */
  naming: eachPerson(
    'naming/',
    listOf(
      fields<NamingMessage>({
        ...{ activityId: text, numbers: listOf(aNumber) },
        ...{ follows: optional(aNumber), ages: optional(flag) },
      }),
    ),
  ),
  namingReaders: single('naming-readers', listOf(anId)),
};
