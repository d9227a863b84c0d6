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

const showsCase = (content: Content): boolean => !isOfBulletin(content) && caseCards[content.kind].showsCase;

/**
 * Tells whether a later message says all that matters of an earlier one. A reminder is replaced only by the next of its kind; a
 * receipt replaces the message that nobody could be reached, that no decision is needed the request for one, and what is last known of a hearing what was said of it before.
 */
function replaces(later: Content, earlier: Content): boolean {
  if (later.kind === 'receipt') return earlier.kind === 'not-forwarded';
  if (isOfHearing(later)) return isOfHearing(earlier);
  if (later.kind === 'decision-overtaken') return earlier.kind === 'decision-request';
  if (earlier.kind === 'measure' || later.kind === 'measure-done') return saysMore(later, earlier);
  if (!showsCase(later) || !showsCase(earlier)) return false;
  if (earlier.kind !== 'reminder') return true;
  return (
    later.kind === 'reminder' && later.deadline === earlier.deadline && later.measure === earlier.measure
  );
}

const isOfHearing = ({ kind }: Content): boolean => kind === 'hearing' || kind === 'hearing-off';

/** Tells whether a later message about the same measure makes an earlier one superfluous, with its button. */
const saysMore = (later: Content, earlier: Content): boolean =>
  (later.kind === 'reminder' || later.kind === 'measure-done') &&
  (earlier.kind === 'measure' || earlier.kind === 'reminder') &&
  later.measure === earlier.measure;

/** Lists the messages, sent to the same person before, that this message is the first to make superfluous. */
export function superseded(message: Message, outbox: readonly Message[]): Message[] {
  const reader = personIn(message.to);
  if (!reader) return [];
  const sent = outbox.filter(({ status, to }) => status === 'sent' && personIn(to) === reader);
  return sent.filter(
    (earlier, place) =>
      sent.slice(place + 1).find(({ content }) => replaces(content, earlier.content))?.id === message.id,
  );
}
