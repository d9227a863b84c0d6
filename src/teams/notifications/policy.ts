import type { View } from '../../procedure/access.ts';
import { handlerNow } from '../../procedure/articles/art05-handler.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import type { Dossier } from '../../register/model/dossier.ts';
import { type Content, type Message, personIn } from '../../register/model/message.ts';
import { isOfBulletin } from '../../register/notify/bulletin-rules.ts';
import { bulletinCards } from './bulletin-cards.ts';
import { caseCards } from './message-cards.ts';

/**
 * Tells whether a message shows in the activity feed of its reader: when it asks them to act, or tells the receiver that they
 * need not call any more. Others wait in the chat; what takes the place of an earlier card (`inPlaceOf`) does too, and a
 * channel has no activity feed.
 */
export const notifies = ({ content, to }: Message, dossier: Dossier | undefined): boolean =>
  personIn(to) !== undefined && (asksToAct(content) || endsSearch(content, dossier));

const asksToAct = (content: Content): boolean =>
  isOfBulletin(content) ? bulletinCards[content.kind].asksToAct : caseCards[content.kind].asksToAct;

/** Tells whether it is the receipt of a receiver who was asked to call, because nobody was reached. */
export const endsSearch = ({ kind }: Content, dossier: Dossier | undefined): boolean =>
  kind === 'receipt' &&
  dossier?.outbox.some(({ content, status }) => content.kind === 'not-forwarded' && status === 'sent') ===
    true;

/** What a request for a statement, and its reminder, are about. */
export const statementTopic = 'statement';

/**
 * Names what a message is about where the last one about it says all that matters: the earlier ones in that chat go. Undefined where each
 * message stands on its own; what shows a dossier is about that dossier.
 */
export function topicOf(content: Content): string | undefined {
  switch (content.kind) {
    case 'receipt':
    case 'not-forwarded':
      return 'receipt';
    case 'statement-request':
    case 'statement-due':
      return statementTopic;
    case 'hearing':
    case 'hearing-off':
      return 'hearing';
    case 'measure':
    case 'measure-done':
      return `measure/${content.measure}`;
    case 'reminder':
      return content.measure ? `measure/${content.measure}` : `reminder/${content.deadline}`;
    case 'objected':
    case 'outcome':
    case 'closed':
    case 'reopened':
      return 'course';
    default:
      return undefined;
  }
}

/** Finds who handles the complaint, as a form in a message says that no edit follows; undefined of other messages. */
export const namedIn = (
  content: Content,
  complaint: Complaint,
  view: Pick<View, 'desk' | 'today'>,
): PersonId | undefined =>
  topicOf(content) === statementTopic ? handlerNow(complaint, view)?.person.id : undefined;

/** Tells whether a message is drawn anew as long as it is true: it says who handles the complaint, or until when. */
export const isFollowing = ({ kind }: Content): boolean =>
  ['position', 'hearing', 'measure', 'reminder', 'objected', 'outcome', 'reopened', 'closed'].includes(kind);
