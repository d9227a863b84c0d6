import { maySeeDossier } from '../../procedure/access.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { hearingHeld } from '../../register/hearing-file.ts';
import { Postponed, Undelivered } from '../../register/model/delivery.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import type { Message } from '../../register/model/message.ts';
import type { ShownCard } from '../../register/model/shown-messages.ts';
import { decidedInstead } from '../../register/model/sight.ts';
import { passUnreadable } from '../../register/model/store.ts';
import { isNoHearing } from '../../register/notify/hearing-messages.ts';
import { mayReceive } from '../../register/notify/may-receive.ts';
import { noteUnreached } from '../../register/notify/unreached.ts';
import { millisecondsBetween } from '../../time/local-date.ts';
import { receiptCard } from '../buttons/registration.ts';
import { receivedSince } from '../buttons/statement.ts';
import { hearingHeldCard } from '../cards/hearing.ts';
import { decidedBy } from '../cards/meanwhile.ts';
import { askedElsewhereCard, leftCard, replacedCard, shortCard, stillAskedCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import { mayHoldForm } from '../office/open-forms.ts';
import { caseOf } from '../office/pages.ts';
import { leftoversOf } from './leftovers.ts';
import { changedBelow } from './open-form.ts';
import { outgoing } from './outgoing.ts';
import { statementTopic } from './policy.ts';
import type { sending } from './send.ts';
import { formAbove, isBelow, isSame, printOf, type ShownCards } from './shown-cards.ts';

/** How long to wait after an edit that did not go well, where nobody says how long, in milliseconds. */
const unsaidWaitMs = 5_000;

/** Returns the id of the message of which that one says that it was not delivered. */
const missedIn = ({ content }: Message): string | undefined =>
  content.kind === 'undelivered' ? content.message : undefined;

/** A message as it must be now, and what is remembered of it then; undefined: it is forgotten. */
type Due = { card: Card; removes?: true; place?: ShownCard };

/**
 * Brings the messages about a dossier up to date, in every personal chat. The last of each topic stays: the dossier and the receipt as
 * their reader would get them now, or a line where they may not see it any more. Earlier ones go, but for one line with a button above or
 * below the dossier, and what asks for something that is still to be done. A card in which a form is open stays as it is: a message
 * below it says what somebody else did since, until the form is sent or dismissed.
 */
export function liveCards(office: Office, send: ReturnType<typeof sending>, shown: ShownCards) {
  const { store, register, clock } = office;
  const clean = leftoversOf(office, send);

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

  /** Draws a message about a hearing that is still to come as its reader would get it now. */
  async function toCome(place: ShownCard, dossier: Dossier): Promise<Due | undefined> {
    const message = messageOf(place.message, dossier);
    const context = register.context();
    if (message?.content.kind !== 'hearing' || isNoHearing(message.content, message, dossier, context))
      return undefined;
    if (!mayReceive(message, dossier, context)) return undefined;
    const { card } = await outgoing(message, dossier, office);
    return { card, place: { ...place, print: printOf(card) } };
  }

  const following = (place: ShownCard, card: Card, dossier: Dossier): Due => {
    const { notice, message, ...rest } = place;
    const now = { ...rest, version: versionOf(dossier), print: printOf(card) };
    const holds = notice && isStillSo(place, dossier);
    return { card, place: holds ? { ...now, notice, ...(message && { message }) } : now };
  };

  /** Draws what is said below a form as it is now; it goes with the form. */
  function below(place: ShownCard, places: readonly ShownCard[], dossier: Dossier): Due {
    const form = formAbove(place, places);
    const card = form && changedBelow(form, dossier, office);
    if (!card) return { card: replacedCard(dossier.id), removes: true };
    return { card, place: { ...place, print: printOf(card) } };
  }

  async function dueOf(
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
    if (shows === 'receipt')
      return following(
        place,
        receiptCard(dossier, office, isStillSo(place, dossier) ? place.notice : undefined),
        dossier,
      );
    if (shows === 'notice') return held(place, dossier) ?? given(place, dossier) ?? toCome(place, dossier);
    if (shows !== 'case') return undefined;
    const notice = isStillSo(place, dossier) ? place.notice : undefined;
    return following(place, await caseOf(dossier, reader, office, notice), dossier);
  }

  /** Makes a request to a chat; returns after how many milliseconds it must be tried again. */
  async function waitAfter(
    place: ShownCard,
    number: CaseNumber,
    request: () => Promise<number | undefined>,
  ): Promise<number | undefined> {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof Postponed) && !(error instanceof Undelivered)) throw error;
      if ('unreachable' in error && error.unreachable) return void (await keepUnreached(place, number));
      const { notBefore } = error;
      return notBefore ? Math.max(0, millisecondsBetween(clock.now(), notBefore)) : unsaidWaitMs;
    }
  }

  /** Brings one message up to date; returns after how many milliseconds it must be tried again. */
  async function edit(place: ShownCard, { place: now, ...card }: Due, number: CaseNumber) {
    // Asks again: a form may have been opened while the card was drawn.
    const outcome = await shown.editing(place.activityId, async () =>
      (await mayHoldForm(store, place.who, place.activityId))
        ? 'form'
        : send.edit(place.who, place.activityId, { ...card, summary: `Klacht ${number}` }),
    );
    if (outcome === 'form') return undefined;
    if (outcome === 'edited') await shown.redrawn(place.who, place.activityId, card.card, number);
    if (outcome === 'unreached') return void (await keepUnreached(place, number));
    return (await shown.settle(number, place, outcome === 'gone' ? undefined : now)) ? undefined : 0;
  }

  /** Says below a form what changed, unless the form went meanwhile; returns after how many milliseconds it must be tried again. */
  async function tell(form: ShownCard, card: Card, number: CaseNumber) {
    if (!(await shown.of(number)).some((one) => isSame(one, form))) return 0;
    const parcel = { card, short: shortCard(number), summary: `Klacht ${number}` };
    const sent = await send.toPerson(form.who, parcel, false);
    await shown.note(form.who, sent.activityId, card, { number, below: form });
    return undefined;
  }

  /** Remembers that somebody was not reached, so that their first sign of life brings their cards up to date. */
  const keepUnreached = ({ who }: ShownCard, document: CaseNumber): Promise<void> =>
    noteUnreached(
      store,
      { kind: 'person', id: who },
      { document, reason: 'a card was not brought up to date', setUp: false, now: clock.now() },
    );

  /**
   * Edits what is behind; calls `begin` before the first edit. Returns after how many milliseconds the rest must be tried again,
   * undefined where nothing is left.
   */
  return async (number: CaseNumber, begin: () => Promise<void>): Promise<number | undefined> => {
    const places = await shown.of(number);
    const stored = await store.read(number).catch(passUnreadable);
    if (stored?.document.kind !== 'dossier') return undefined;
    if (stored.document.complaint.erased) return clean(number, begin);
    const waits: number[] = [];
    const noteWait = (wait: number | undefined) => wait !== undefined && waits.push(wait);
    for (const place of places) {
      const full = await send.noRoomFor(place.who);
      if (full > 0) {
        // Draws nothing yet: many dossiers may wait for the same chat, and each is tried whenever one has gone.
        await begin();
        waits.push(full);
        continue;
      }
      const said = place.shows === 'form' && !place.told && changedBelow(place, stored.document, office);
      if (said) {
        await begin();
        noteWait(await waitAfter(place, number, () => tell(place, said, number)));
        continue;
      }
      const due = await dueOf(place, places, stored.document);
      if (!due || (!due.removes && (due.place?.print ?? printOf(due.card)) === place.print)) continue;
      if (await mayHoldForm(store, place.who, place.activityId)) continue;
      await begin();
      noteWait(await waitAfter(place, number, () => edit(place, due, number)));
    }
    if (waits.length > 0) return Math.min(...waits);
    // Another process may have changed it since: the last edit must show the last state.
    const now = await store.read(number).catch(passUnreadable);
    return now && now.etag !== stored.etag ? 0 : undefined;
  };
}
