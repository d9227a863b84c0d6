import { maySeeDossier } from '../../procedure/access.ts';
import { answerTo } from '../../register/agreements.ts';
import { hearingHeld } from '../../register/hearing-file.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import type { Message } from '../../register/model/message.ts';
import type { ShownCard } from '../../register/model/shown-messages.ts';
import { decidedInstead } from '../../register/model/sight.ts';
import { mayReceive } from '../../register/notify/may-receive.ts';
import { receiptCard } from '../buttons/registration.ts';
import { receivedSince } from '../buttons/statement.ts';
import { answeredCard, doneNotice } from '../cards/agreement.ts';
import { hearingHeldCard } from '../cards/hearing.ts';
import { decidedBy } from '../cards/meanwhile.ts';
import { askedElsewhereCard, leftCard, noticeCard, replacedCard, stillAskedCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import { caseOf } from '../office/pages.ts';
import { saidBelow } from './open-form.ts';
import { outgoing } from './outgoing.ts';
import { isFollowing, statementTopic } from './policy.ts';
import { formAbove, isBelow, printOf } from './shown-cards.ts';

/** Returns the id of the message of which that one says that it was not delivered. */
const missedIn = ({ content }: Message): string | undefined =>
  content.kind === 'undelivered' ? content.message : undefined;

/** A message as it must be now, and what is remembered of it then; undefined: it is forgotten. */
export type Due = { card: Card; removes?: true; place?: ShownCard };

/**
 * Draws the messages about a dossier as they must be now. The last of each topic stays: the dossier and the receipt as their reader would
 * get them now, or a line where they may not see it any more. Earlier ones go, but for one line with a button above or below the dossier,
 * and what asks for something that is still to be done.
 */
export function dueCards(office: Office) {
  const { register, clock } = office;

  const messageOf = (id: string | undefined, { outbox }: Dossier) => outbox.find((one) => one.id === id);

  /**
   * Tells whether what stands above still holds: that somebody was not reached, until it is solved; why a complaint is with its reader,
   * until they act or it is closed; the rest, until something happens.
   */
  const isStillSo = ({ who, version, message: id }: ShownCard, dossier: Dossier): boolean => {
    const message = messageOf(id, dossier);
    const missed = message && missedIn(message);
    const since = dossier.journal.slice(version);
    const isUntouched =
      message?.content.kind === 'case' && !dossier.complaint.closed
        ? since.every(({ erasable }) => erasable?.by.id !== who)
        : since.length === 0;
    if (missed === undefined && !isUntouched) return false;
    const subject = missed === undefined ? undefined : messageOf(missed, dossier);
    return [message, subject].every((one) => !one || mayReceive(one, dossier, register.context()));
  };

  /** Tells whether a notice holds: that a file was not kept, until its reader adds one or may not any more; others as above. */
  const holds = (place: ShownCard, dossier: Dossier): boolean => {
    const { complaint, journal } = dossier;
    const { who, version, notice } = place;
    if (!notice?.untilAdded) return isStillSo(place, dossier);
    const added = journal
      .slice(version)
      .some(({ type, erasable }) => type === 'document-added' && erasable?.by.id === who);
    return !added && !complaint.erased && complaint.respondents.every(({ id }) => id !== who);
  };

  /** Tells whether its reader must still do for somebody who was not reached what that card asks: the newest does not say that. */
  const stillAsks = (place: ShownCard, dossier: Dossier): boolean => {
    const message = messageOf(place.message, dossier);
    return message !== undefined && missedIn(message) !== undefined && isStillSo(place, dossier);
  };

  /** Draws a card of which a later one says all that matters: the last is a line. A request stays a form until a statement came. */
  function earlier(place: ShownCard, isLast: boolean, dossier: Dossier): Due | undefined {
    const isAsked = place.topic === statementTopic;
    if (isAsked && !given(place, dossier)) return undefined;
    const card = isAsked ? askedElsewhereCard(dossier.id) : replacedCard(dossier.id);
    if ((place.shows !== 'case' && !isAsked) || !isLast) return { card, removes: true };
    return { card, place: { ...place, notice: undefined, print: printOf(card) } };
  }

  /** Draws, in the place of a message about a hearing, that it took place. */
  function held(place: ShownCard, dossier: Dossier): Due | undefined {
    const content = messageOf(place.message, dossier)?.content;
    const hearing = hearingHeld(dossier);
    if (content?.kind !== 'hearing' || content.on !== hearing?.planned) return undefined;
    const card = hearingHeldCard(dossier.id, hearing);
    return { card, place: { ...place, print: printOf(card) } };
  }

  /** Draws, in the place of a request for a statement, that its reader has given it. */
  function given(place: ShownCard, dossier: Dossier): Due | undefined {
    const asked = place.topic === statementTopic ? messageOf(place.message, dossier) : undefined;
    const card = asked && receivedSince(asked, dossier, { id: place.who, name: '' });
    return card && { card, place: { ...place, print: printOf(card) } };
  }

  /** Draws, in the place of a request to agree (AVG), who has answered it; who did so keeps reading what that did. */
  function answered(place: ShownCard, dossier: Dossier): Due | undefined {
    const message = messageOf(place.message, dossier);
    const answer = message && answerTo(message, dossier);
    if (!answer) return undefined;
    const isTheirs = answer.by.id === place.who;
    const card = isTheirs
      ? noticeCard(doneNotice(dossier.id, answer.type))
      : answeredCard(dossier.id, answer);
    return { card, place: { ...place, print: printOf(card) } };
  }

  /** Draws a message that follows what happens as its reader would get it now, as long as it is true. */
  async function anew(place: ShownCard, dossier: Dossier): Promise<Due | undefined> {
    const message = messageOf(place.message, dossier);
    if (!message || !isFollowing(message.content) || !mayReceive(message, dossier, register.context()))
      return undefined;
    const { card } = await outgoing(message, dossier, office);
    return { card, place: { ...place, print: printOf(card) } };
  }

  const following = (place: ShownCard, card: Card, dossier: Dossier): Due => {
    const { notice, message, ...rest } = place;
    const now = { ...rest, version: versionOf(dossier), print: printOf(card) };
    const stays = notice && holds(place, dossier);
    return { card, place: stays ? { ...now, notice, ...(message && { message }) } : now };
  };

  /** Draws what is said below a form as it is now; it goes with the form. */
  function below(place: ShownCard, places: readonly ShownCard[], dossier: Dossier): Due {
    const form = formAbove(place, places);
    const card = form && saidBelow(form, places, dossier, office);
    if (!card) return { card: replacedCard(dossier.id), removes: true };
    return { card, place: { ...place, print: printOf(card) } };
  }

  return async function dueOf(
    place: ShownCard,
    places: readonly ShownCard[],
    dossier: Dossier,
  ): Promise<Due | undefined> {
    const { who, topic, shows } = place;
    if (isBelow(place)) return below(place, places, dossier);
    const reader = { id: who, name: '' };
    const after = places
      .slice(places.indexOf(place) + 1)
      .filter((one) => one.who === who && one.topic === topic && topic !== undefined);
    const context = register.context();
    const sees = shows !== 'case' || maySeeDossier(reader, dossier.complaint, context);
    const left = () => {
      const decision = decidedInstead(reader, dossier, place.version, context);
      return leftCard(dossier.id, decision && decidedBy(decision, clock));
    };
    if (!sees) return { card: left(), ...(after.length > 0 && { removes: true }) };
    if (after.length > 0) {
      if (shows === 'case' && place.notice && stillAsks(place, dossier)) {
        const card = stillAskedCard(dossier.id, place.notice);
        return { card, place: { ...place, print: printOf(card) } };
      }
      return earlier(
        place,
        after.slice(0, -1).every((one) => stillAsks(one, dossier)),
        dossier,
      );
    }
    const notice = holds(place, dossier) ? place.notice : undefined;
    if (shows === 'receipt') return following(place, receiptCard(dossier, office, notice), dossier);
    if (shows === 'notice')
      return (
        held(place, dossier) ?? given(place, dossier) ?? answered(place, dossier) ?? anew(place, dossier)
      );
    if (shows !== 'case') return undefined;
    return following(place, await caseOf(dossier, reader, office, notice), dossier);
  };
}
