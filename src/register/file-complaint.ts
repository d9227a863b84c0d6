import { website } from '../procedure/articles/art04-website.ts';
import { isKnownToNobodyElse } from '../procedure/articles/art05-no-handler.ts';
import { decide } from '../procedure/decide.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Context } from '../procedure/model/commands.ts';
import type { Complaint, Person, Registration } from '../procedure/model/complaint.ts';
import type { Absence } from '../procedure/model/desk.ts';
import type { Event } from '../procedure/model/events.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import { indexed } from './amend.ts';
import { type Heads, logHead } from './integrity/evidence.ts';
import { toldOfIntake, toldTo } from './integrity/unreadable.ts';
import type { Dossier } from './model/dossier.ts';
import { asOccupied, nextNumber, rememberForm } from './model/intake.ts';
import type { Log } from './model/log.ts';
import type { Link } from './model/number-chain.ts';
import { isAlike, remembering, type SentForm, seenAmong } from './model/sent-form.ts';
import { asRegistered } from './model/sight.ts';
import { Conflict, readDossier, type Store } from './model/store.ts';
import type { Known } from './model/taken.ts';
import type { RegisterConfig } from './notify/reminders.ts';
import { type Blank, itself, withEvents } from './with-events.ts';

/**
 * The outcome of a registration form. 'used': it was processed before with another content; the present content is in no
 * dossier. 'same-text': another form that was filled in the same gave that complaint, which is open.
 */
export type Filed =
  | { outcome: 'saved' | 'repeated' | 'used'; dossier: Dossier }
  | { outcome: 'refused'; refusal: Refusal };

export type FiledByWebsite = Filed | { outcome: 'same-text'; dossier: Dossier };

/** What follows at once from a registration, by the register itself. */
type AtOnce = (complaint: Complaint, context: Context) => Event[];

const nothing: AtOnce = () => [];

export type FileParts = {
  store: Store;
  context(): Context;
  config: RegisterConfig;
  /** Called with the absences in the intake document. */
  hearAway(absences: Absence[]): void;
  /** Numbers filled here that the intake document may not know of yet. */
  filled: Set<string>;
  heads: Heads | undefined;
  afterSave(id: string): void;
  log: Log;
};

/**
 * Registers complaints (Art. 4): one read and one write of the intake document, one decision, one write of the dossier; both
 * writes in one commit where the store can.
 */
export function filing({ store, context, config, hearAway, filled, heads, afterSave, log }: FileParts) {
  /** Decides on a registration with these absences; returns the dossier that it makes. */
  function made(
    registration: Registration,
    sent: SentForm,
    { number, absences, link }: { number: CaseNumber; absences: Absence[]; link: Link | undefined },
    atOnce: AtOnce,
  ): Dossier {
    hearAway(absences);
    const now = context();
    const { by } = sent;
    const events = decide(undefined, { type: 'register', by, number, registration }, now);
    const dossier = withEvents(blank(number, sent), events, { by, context: now, link });
    const more = atOnce(dossier.complaint, now);
    return indexed(withEvents(dossier, more, { by: itself, context: now }), now.now, config);
  }

  /**
   * Returns a registration that was made before; `remembered` is used where the dossier itself has forgotten the form, as after erasure.
   */
  function again(dossier: Dossier, sent: SentForm, remembered?: Known): FiledByWebsite {
    const seen = seenAmong(dossier.forms, sent) ?? remembered;
    if (seen === 'other-text') return { outcome: 'used', dossier };
    if (seen === 'same-text') return { outcome: 'same-text', dossier };
    return { outcome: 'repeated', dossier };
  }

  /** Returns the registration of another form that was filled in the same; from now on it is that of this form too. */
  async function alike(dossier: Dossier, sent: SentForm): Promise<FiledByWebsite> {
    await rememberForm(store, sent, dossier.id, context().now);
    return again(dossier, sent, 'same-text');
  }

  /** Finds the dossier under a number that was given before; undefined where the bot stopped before writing it. */
  const found = (number: CaseNumber, by: Person) =>
    readDossier(store, number).catch((error: unknown) => {
      throw toldTo(number, by, context().desk, error);
    });

  async function filed(registration: Registration, sent: SentForm, atOnce: AtOnce): Promise<FiledByWebsite> {
    const { by } = sent;
    const asked = {
      sent,
      now: context().now,
      year: context().today.slice(0, 4),
      filled,
      highest: heads?.highest() ?? {},
      make: (number: CaseNumber, absences: Absence[], link: Link) =>
        made(registration, sent, { number, absences, link }, atOnce),
    };
    for (const passed = new Set<CaseNumber>(); ; ) {
      const claim = await nextNumber(store, { ...asked, passed });
      const { number } = claim;
      const existing = claim.known ? await found(number, by) : undefined;
      if (existing && claim.known) {
        if (claim.again !== 'same-text') return again(existing, sent, claim.again);
        if (isOpen(existing)) return alike(existing, sent);
        passed.add(number);
        continue;
      }
      const dossier = claim.known ? made(registration, sent, claim, atOnce) : claim.made;
      try {
        if (claim.known || !claim.isWritten) await store.write(dossier);
        filled.add(number);
        logHead(log, dossier);
        if (isKnownToNobodyElse(dossier.complaint)) log.error(ofNobody, { document: number });
        afterSave(number);
        return { outcome: 'saved', dossier };
      } catch (error) {
        const written = error instanceof Conflict ? await store.read(number).catch(asOccupied) : undefined;
        if (!written) throw error;
        const there = written === 'unreadable' ? undefined : written.document;
        if (there?.kind === 'dossier' && seenAmong(there.forms, sent)) return again(there, sent);
        if (there?.kind === 'dossier' && isAlike(there.forms, sent) && isOpen(there))
          return alike(there, sent);
        passed.add(number);
      }
    }
  }

  /**
   * Registers a complaint. The same form of the same person always gives the same dossier, however often it is pressed,
   * repeated or sent to another instance; and always as it was registered, because what happened later may not be for the
   * receiver.
   */
  async function file(
    registration: Registration,
    form: string,
    by: Person,
    typed: unknown = registration,
  ): Promise<Filed> {
    const found = await settled(registration, { by, command: 'register', form, typed }, nothing);
    if (found.outcome === 'same-text') throw new Error(`${found.dossier.id} came by the website`);
    if (found.outcome !== 'repeated') return found;
    return { ...found, dossier: indexed(asRegistered(found.dossier), context().now, config) };
  }

  /** Registers what came by the website: `alike` is a hash of everything that was filled in, by which the same is registered once. */
  const fileByWebsite = (
    registration: Registration,
    sent: Pick<SentForm, 'form' | 'typed' | 'alike'>,
    atOnce: AtOnce,
  ): Promise<FiledByWebsite> => settled(registration, { by: website, command: 'register', ...sent }, atOnce);

  async function settled(...asked: Parameters<typeof filed>): Promise<FiledByWebsite> {
    try {
      return await filed(...asked);
    } catch (error) {
      const refusal = toldOfIntake(error);
      if (!(refusal instanceof Refusal)) throw error;
      return { outcome: 'refused', refusal };
    }
  }

  return { file, fileByWebsite };
}

/** Told to operators at once and every werkdag, because nobody knows of it but whom it is about: a further substitute could handle it. */
export const ofNobody = 'nobody may read a complaint but whom it is about: name a further substitute';

/** Nobody reads any more what comes to a complaint that is closed: the same again is a new one. */
const isOpen = ({ complaint }: Dossier): boolean => complaint.stage !== 'closed';

const blank = (id: CaseNumber, sent: SentForm): Blank => ({
  kind: 'dossier',
  id,
  forms: remembering([], sent),
  journal: [],
  outbox: [],
});
