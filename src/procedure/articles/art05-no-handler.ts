import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import { isAmong } from '../model/desk.ts';
import type { Event } from '../model/events.ts';
import { waitingLetters } from '../model/letter.ts';
import { isByWebsite } from './art04-website.ts';
import { acknowledgeBy, canBeWrittenTo, lateAfter } from './art05-forward-and-acknowledge.ts';
import { knowsOfNoHandler } from './art05-handler.ts';
import { confirmsReceipt } from './art06-answer.ts';
import { post, worded } from './letters.ts';

/**
 * Tells the complainant by letter that nobody may handle the complaint, because it is about everybody who could (Art. 5), and that the
 * way to court is what is left (Art. 10). Who registered it sends that. It confirms receipt, where no letter has. Nobody words it whom the
 * complaint is about: of their letter the form takes the template.
 */
export function announceNoHandler(
  complaint: Complaint,
  { wording, letter }: CommandOf<'announce-no-handler'>,
  context: Context,
): Event[] {
  const confirmed = confirmsReceipt(complaint) && {
    acknowledgeBy: lateAfter(acknowledgeBy(complaint.receivedOn, context.calendar).dueOn, complaint),
  };
  return [
    ...worded(wording, complaint, context),
    ...post({ kind: 'no-handler', article: 10, ...confirmed }, letter, complaint, context),
  ];
}

/** Tells whether the complainant must hear of that while a letter waits for the mail server, perhaps that very one: no other is sent before it went out. */
export const mustHearAfterPost = (complaint: Complaint): boolean =>
  mustHearOfNoHandler(complaint) && waitingLetters(complaint).length > 0;

/**
 * Tells whether its receiver registered it as about themselves, and about everybody else who may handle it: nobody ever handled it. They
 * know that, and send the letter of that; who became a respondent later does not.
 */
export const isLeftToRespondent = ({
  handler,
  handledBy,
  receiver,
  respondents,
}: Pick<Complaint, 'handler' | 'handledBy' | 'receiver' | 'respondents'>): boolean =>
  !handler && handledBy.length === 0 && isAmong(receiver, respondents);

/** Tells whether nobody may handle it, and the complainant, to whom a letter can be sent, does not know that yet. */
export const mustHearOfNoHandler = (complaint: Complaint): boolean =>
  !complaint.handler &&
  complaint.stage !== 'closed' &&
  canBeWrittenTo(complaint.complainant) &&
  !knowsOfNoHandler(complaint);

/** Tells whether its receiver, whom it is about from the start, has to tell the complainant that nobody may handle it, and is reminded. */
export const isToTellThemselves = (complaint: Complaint): boolean =>
  isLeftToRespondent(complaint) && mustHearOfNoHandler(complaint);

/**
 * Tells whether nobody may handle it, and it came by the website or its receiver is a respondent too: nobody knows of it but whom it is
 * about: operators are told.
 */
export const isKnownToNobodyElse = (complaint: Complaint): boolean =>
  !complaint.handler &&
  !knowsOfNoHandler(complaint) &&
  (isByWebsite(complaint) || isAmong(complaint.receiver, complaint.respondents));
