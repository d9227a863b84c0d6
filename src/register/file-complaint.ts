import { decide } from '../procedure/decide.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Context } from '../procedure/model/commands.ts';
import type { Person, Registration } from '../procedure/model/complaint.ts';
import type { Absence } from '../procedure/model/desk.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import { indexed } from './amend.ts';
import { type Heads, logHead } from './integrity/evidence.ts';
import { toldOfIntake, toldTo } from './integrity/unreadable.ts';
import type { Dossier } from './model/dossier.ts';
import { asOccupied, nextNumber } from './model/intake.ts';
import type { Log } from './model/log.ts';
import type { Link } from './model/number-chain.ts';
import { type Again, remembering, type SentForm, seenAmong } from './model/sent-form.ts';
import { asRegistered } from './model/sight.ts';
import { Conflict, readDossier, type Store } from './model/store.ts';
import type { RegisterConfig } from './notify/reminders.ts';
import { type Blank, withEvents } from './with-events.ts';

/**
 * The outcome of a registration form. 'used': it was processed before with another content; the present content is in no
 * dossier.
 */
export type Filed =
  | { outcome: 'saved' | 'repeated' | 'used'; dossier: Dossier }
  | { outcome: 'refused'; refusal: Refusal };

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
  ): Dossier {
    hearAway(absences);
    const now = context();
    const { by } = sent;
    const events = decide(undefined, { type: 'register', by, number, registration }, now);
    return indexed(withEvents(blank(number, sent), events, { by, context: now, link }), now.now, config);
  }

  /**
   * Returns a registration as it was; `remembered` is used where the dossier itself has forgotten the form, as after erasure.
   */
  function again(dossier: Dossier, sent: SentForm, remembered?: Again): Filed {
    const seen = seenAmong(dossier.forms, sent) ?? remembered;
    if (seen === 'other-text') return { outcome: 'used', dossier };
    return { outcome: 'repeated', dossier: indexed(asRegistered(dossier), context().now, config) };
  }

  /** Finds the dossier under a number that was given before; undefined where the bot stopped before writing it. */
  const found = (number: CaseNumber, by: Person) =>
    readDossier(store, number).catch((error: unknown) => {
      throw toldTo(number, by, context().desk, error);
    });

  async function filed(registration: Registration, sent: SentForm): Promise<Filed> {
    const { by } = sent;
    const asked = {
      sent,
      year: context().today.slice(0, 4),
      filled,
      highest: heads?.highest() ?? {},
      make: (number: CaseNumber, absences: Absence[], link: Link) =>
        made(registration, sent, { number, absences, link }),
    };
    for (let occupied: CaseNumber | undefined; ; ) {
      const claim = await nextNumber(store, { ...asked, occupied });
      const { number } = claim;
      const existing = claim.known ? await found(number, by) : undefined;
      if (existing && claim.known) return again(existing, sent, claim.again);
      const dossier = claim.known ? made(registration, sent, claim) : claim.made;
      try {
        if (claim.known || !claim.isWritten) await store.write(dossier);
        filled.add(number);
        logHead(log, dossier);
        afterSave(number);
        return { outcome: 'saved', dossier };
      } catch (error) {
        const written = error instanceof Conflict ? await store.read(number).catch(asOccupied) : undefined;
        if (!written) throw error;
        const there = written === 'unreadable' ? undefined : written.document;
        if (there?.kind === 'dossier' && seenAmong(there.forms, sent)) return again(there, sent);
        occupied = number;
      }
    }
  }

  /**
   * Registers a complaint. The same form of the same person always gives the same dossier, however often it is pressed,
   * repeated or sent to another instance; and always as it was registered, because what happened later may not be for the
   * receiver.
   */
  return async function file(
    registration: Registration,
    form: string,
    by: Person,
    typed: unknown = registration,
  ): Promise<Filed> {
    try {
      return await filed(registration, { by, command: 'register', form, typed });
    } catch (error) {
      const refusal = toldOfIntake(error);
      if (!(refusal instanceof Refusal)) throw error;
      return { outcome: 'refused', refusal };
    }
  };
}

const blank = (id: CaseNumber, sent: SentForm): Blank => ({
  kind: 'dossier',
  id,
  forms: remembering([], sent),
  journal: [],
  outbox: [],
});
