import type { CaseNumber } from '../../procedure/model/case-number.ts';
import { Postponed, Undelivered } from '../../register/model/delivery.ts';
import { type Dossier, versionOf } from '../../register/model/dossier.ts';
import { redactionsOf } from '../../register/model/redact.ts';
import type { ShownCard } from '../../register/model/shown-messages.ts';
import { passUnreadable } from '../../register/model/store.ts';
import { noteUnreached } from '../../register/notify/unreached.ts';
import { millisecondsBetween } from '../../time/local-date.ts';
import { shortCard } from '../cards/notice.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import { mayHoldForm } from '../office/open-forms.ts';
import { type Due, dueCards } from './due-cards.ts';
import { leftoversOf } from './leftovers.ts';
import { saidBelow } from './open-form.ts';
import type { sending } from './send.ts';
import { printOf, type ShownCards } from './shown-cards.ts';

/** How long to wait after an edit that did not go well, where nobody says how long, in milliseconds. */
const unsaidWaitMs = 5_000;

/**
 * Brings the messages about a dossier up to date, in every personal chat. A card in which a form is open stays as it is: a message
 * below it says what somebody else did since, until the form is sent or dismissed.
 */
export function liveCards(office: Office, send: ReturnType<typeof sending>, shown: ShownCards) {
  const { store, clock } = office;
  const dueOf = dueCards(office);
  const clean = leftoversOf(office, send);

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

  /**
   * Says below a form what changed, unless the form went meanwhile or another process says it. It is noted first: where a process dies meanwhile it comes once at most, and what changes after that is said.
   */
  async function tell(form: ShownCard, card: Card, dossier: Dossier): Promise<undefined> {
    const { id: number } = dossier;
    if (!(await shown.tells(number, form, versionOf(dossier)))) return;
    const parcel = { card, short: shortCard(number), summary: `Klacht ${number}` };
    const sent = await send.toPerson(form.who, parcel, false).catch(async (error: unknown) => {
      await shown.untold(number, form);
      throw error;
    });
    await shown.note(form.who, sent.activityId, card, { number, below: form });
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
    const { document } = stored;
    if (document.complaint.erased) return clean(document, begin);
    const waits: number[] = [];
    const noteWait = (wait: number | undefined) => wait !== undefined && waits.push(wait);
    if (redactionsOf(document) > 0) noteWait(await clean(document, begin));
    for (const place of places) {
      const full = await send.noRoomFor(place.who);
      if (full > 0) {
        // Draws nothing yet: many dossiers may wait for the same chat, and each is tried whenever one has gone.
        await begin();
        waits.push(full);
        continue;
      }
      const said = !place.told && saidBelow(place, places, document, office);
      if (said) {
        await begin();
        noteWait(await waitAfter(place, number, () => tell(place, said, document)));
        continue;
      }
      const due = await dueOf(place, places, document);
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
