import { maySeeDossier } from '../../procedure/access.ts';
import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { Postponed, Undelivered } from '../../register/model/delivery.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import type { ShownCard } from '../../register/model/memos.ts';
import type { Message } from '../../register/model/message.ts';
import { decidedInstead } from '../../register/model/sight.ts';
import { passUnreadable } from '../../register/model/store.ts';
import { mayReceive } from '../../register/notify/may-receive.ts';
import { millisecondsBetween } from '../../time/local-date.ts';
import { decidedBy } from '../cards/meanwhile.ts';
import { erasedCard, leftCard, replacedCard, stillAskedCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import { mayHoldForm } from '../office/open-forms.ts';
import { caseOf } from '../office/pages.ts';
import type { sending } from './send.ts';
import { printOf, type ShownCards } from './shown-cards.ts';

/** How long to wait after an edit that did not go well, where nobody says how long, in milliseconds. */
const unsaidWaitMs = 5_000;

/** Returns the id of the message of which that one says that it was not delivered. */
const missedIn = ({ content }: Message): string | undefined =>
  content.kind === 'undelivered' ? content.message : undefined;

/** A card as it must be now, and what is remembered of it then: nothing of a line. */
type Due = { card: Card; place?: ShownCard };

/**
 * Brings the cards of a dossier up to date, in every personal chat: the newest shows it as its reader would get it now, or a line
 * where they may not see it any more; older ones become a line. A card in which a form is open stays, unless the dossier is erased.
 */
export function liveCards(office: Office, send: ReturnType<typeof sending>, shown: ShownCards) {
  const { store, register, clock } = office;

  const messageOf = (id: string | undefined, { outbox }: Dossier) => outbox.find((one) => one.id === id);

  /** Tells whether what stands above still holds: that somebody was not reached, until it is solved; the rest, until something happens. */
  const isStillSo = ({ version, message: id }: ShownCard, dossier: Dossier): boolean => {
    const message = messageOf(id, dossier);
    const missed = message && missedIn(message);
    if (missed === undefined && version !== versionOf(dossier)) return false;
    const subject = missed === undefined ? undefined : messageOf(missed, dossier);
    return [message, subject].every((one) => !one || mayReceive(one, dossier, register.context()));
  };

  /** Draws a line for an older card; what its reader must do for who was not reached stays, as the newest does not say that. */
  const olderCard = (place: ShownCard, dossier: Dossier): Due => {
    const message = messageOf(place.message, dossier);
    const asks = message && missedIn(message) !== undefined && isStillSo(place, dossier);
    if (!asks || !place.notice) return { card: replacedCard(dossier.id, { opens: true }) };
    const card = stillAskedCard(dossier.id, place.notice);
    return { card, place: { ...place, print: printOf(card) } };
  };

  /** Tells whether somebody may be typing there; on a dossier that is erased nothing can be done with it. */
  const isFilledIn = async ({ who, activityId }: ShownCard, { complaint }: Dossier): Promise<boolean> =>
    !complaint.erased && (await mayHoldForm(store, who, activityId));

  async function dueOf(place: ShownCard, isNewest: boolean, dossier: Dossier): Promise<Due> {
    const reader = { id: place.who, name: '' };
    const { id: number, complaint } = dossier;
    const context = register.context();
    if (complaint.erased) return { card: erasedCard(number) };
    if (!maySeeDossier(reader, complaint, context)) {
      const decision = decidedInstead(reader, dossier, place.version, context);
      return { card: leftCard(number, decision && decidedBy(decision, clock)) };
    }
    if (!isNewest) return olderCard(place, dossier);
    const notice = isStillSo(place, dossier) ? place.notice : undefined;
    const card = await caseOf(dossier, reader, office, notice);
    const { notice: _, message: __, ...rest } = place;
    const now = { ...rest, version: versionOf(dossier), print: printOf(card) };
    return { card, place: notice ? { ...place, ...now } : now };
  }

  /** Brings one card up to date; returns after how many milliseconds it must be tried again. */
  async function edit(place: ShownCard, { card, place: now }: Due, number: CaseNumber) {
    try {
      const outcome = await send.edit(place.who, place.activityId, { card, summary: `Klacht ${number}` });
      if (outcome === 'unreached') return undefined;
      return (await shown.settle(number, place, outcome === 'gone' ? undefined : now)) ? undefined : 0;
    } catch (error) {
      if (!(error instanceof Postponed) && !(error instanceof Undelivered)) throw error;
      const { notBefore } = error;
      return notBefore ? Math.max(0, millisecondsBetween(clock.now(), notBefore)) : unsaidWaitMs;
    }
  }

  /**
   * Edits what is behind; calls `begin` before the first edit. Returns after how many milliseconds the rest must be tried again,
   * undefined where nothing is left.
   */
  return async (number: CaseNumber, begin: () => Promise<void>): Promise<number | undefined> => {
    const places = await shown.of(number);
    const stored = places.length > 0 ? await store.read(number).catch(passUnreadable) : undefined;
    if (stored?.document.kind !== 'dossier') return undefined;
    const waits: number[] = [];
    for (const place of places) {
      const isNewest = places.findLast(({ who }) => who === place.who) === place;
      const due = await dueOf(place, isNewest, stored.document);
      if (printOf(due.card) === place.print || (await isFilledIn(place, stored.document))) continue;
      await begin();
      const wait = await edit(place, due, number);
      if (wait !== undefined) waits.push(wait);
    }
    if (waits.length > 0) return Math.min(...waits);
    // Another process may have changed it since: the last edit must show the last state.
    const now = await store.read(number).catch(passUnreadable);
    return now && now.etag !== stored.etag ? 0 : undefined;
  };
}
