import { assign } from '../procedure/articles/art05-handler.ts';
import { eraseAfterRetention } from '../procedure/articles/avg-erasure.ts';
import { letterAccepted } from '../procedure/articles/letters.ts';
import { decide } from '../procedure/decide.ts';
import { evolve } from '../procedure/evolve.ts';
import type { Context, StepCommand } from '../procedure/model/commands.ts';
import type { Person, Registration } from '../procedure/model/complaint.ts';
import { type Absence, type Desk, isAmong } from '../procedure/model/desk.ts';
import type { Event } from '../procedure/model/events.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import { mayCommand } from '../procedure/steps.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant, LocalDate } from '../time/local-date.ts';
import { indexed, ofDossiers, updateDocument } from './amend.ts';
import { type Heads, logHead } from './integrity/evidence.ts';
import { toldTo } from './integrity/unreadable.ts';
import { type Dossier, type DossierIndex, erase, versionOf } from './model/dossier.ts';
import { asOccupied, confirmFilled, nextNumber, readIntake, recordAbsence } from './model/intake.ts';
import { append } from './model/journal.ts';
import type { Log } from './model/log.ts';
import type { Message } from './model/message.ts';
import type { Link } from './model/number-chain.ts';
import { enqueue } from './model/outbox.ts';
import {
  type Again,
  type CardStamp,
  FormUsed,
  OutOfDate,
  remembering,
  type SentForm,
  seenAmong,
  sentBy,
} from './model/sent-form.ts';
import { asRegistered, conflictsOf } from './model/sight.ts';
import { Conflict, passUnreadable, readDossier, type Store } from './model/store.ts';
import { withWhatFollows } from './notify/after-delivery.ts';
import { followUps } from './notify/follow-ups.ts';
import type { RegisterConfig } from './notify/reminders.ts';
import { shown, views } from './queries.ts';

/** A dossier before its first event. */
type Blank = Omit<Dossier, 'complaint' | keyof DossierIndex>;

export type RegisterOptions = {
  store: Store;
  clock: { now(): Instant; today(): LocalDate };
  config: RegisterConfig;
  people: Omit<Desk, 'absences'>;
  /** Whether letters can go out by e-mail by themselves. */
  mail: boolean;
  /** Called after every save, with the id of the document: there may be something to deliver. */
  afterSave(id: string): void;
  /** What was noted beside the store, where that is done. */
  heads?: Heads | undefined;
  log: Log;
};

/** In whose name the register itself acts. */
const itself: Person = { id: 'klachtenbot', name: 'Klachtenbot' };

export type Register = ReturnType<typeof register>;

/** Het klachtenregister: executes commands durably and shows everybody what is theirs, and nothing else. */
export function register({ store, clock, config, people, mail, afterSave, heads, log }: RegisterOptions) {
  const calendar: Calendar = config.calendar;
  let away: Absence[] = [];
  /** The numbers filled here that the front desk may not have heard of. */
  const filled = new Set<string>();

  const amend = updateDocument(store, clock.now, config, log);
  const amendDossier = ofDossiers(amend);
  /** Who is officer, substitute and board, and who is away as far as this instance knows. */
  const desk = (): Desk => ({ ...people, absences: away });
  const context = (): Context => ({ now: clock.now(), today: clock.today(), calendar, desk: desk(), mail });

  /** Throws what that person may know of a dossier that cannot be read. */
  const tellInstead =
    (by: Person) =>
    (error: unknown): never => {
      throw toldTo(by, desk(), error);
    };

  /** The dossier (new when undefined) after those events, with their messages in its outbox. */
  function after(
    dossier: Dossier,
    events: readonly Event[],
    by: Person,
    context: Context,
    link?: Link,
  ): Dossier {
    const { now } = context;
    let { complaint, journal, outbox } = dossier;
    for (const decided of events) {
      const event =
        decided.type === 'erased' ? { ...decided, conflicts: conflictsOf(dossier, context.desk) } : decided;
      complaint = evolve(complaint, event);
      journal = append(journal, event, by, now, journal.length === 0 ? link : undefined);
      outbox = enqueue(outbox, followUps(event, complaint, journal.length, { ...context, by }), now);
    }
    const next = { ...dossier, complaint, journal, outbox };
    return indexed(events.some(({ type }) => type === 'erased') ? erase(next) : next, now, config);
  }

  /**
   * Art. 4: registers a complaint. The same form of the same person always gives the same dossier, however often it
   * is pressed, repeated or sent to another instance; and always as it was registered, for what came of it later may not be
   * for the receiver. Throws `FormUsed` when something else was `typed` in it then: that is in no dossier.
   */
  async function file(
    registration: Registration,
    form: string,
    by: Person,
    typed: unknown = registration,
  ): Promise<Dossier> {
    const before = context();
    const sent: SentForm = { by, command: 'register', form, typed };
    decide(undefined, { type: 'register', by, number: '', registration }, before);
    const asked = { sent, year: before.today.slice(0, 4), filled, highest: heads?.highest() ?? {} };
    for (let occupied: string | undefined; ; ) {
      const claim = await nextNumber(store, { ...asked, occupied });
      away = claim.absences;
      const id = claim.number;
      const existing = claim.known ? await readDossier(store, id).catch(tellInstead(by)) : undefined;
      if (existing) return receipt(existing, sent, claim.again);
      const dossier = begun(claim, sent, registration);
      try {
        await store.write(dossier);
        filled.add(id);
        logHead(log, dossier);
        afterSave(id);
        return dossier;
      } catch (error) {
        const written = error instanceof Conflict ? await store.read(id).catch(asOccupied) : undefined;
        if (!written) throw error;
        const there = written === 'unreadable' ? undefined : written.document;
        if (there?.kind === 'dossier' && seenAmong(there.forms, sent)) return receipt(there, sent);
        occupied = id;
      }
    }
  }

  /** A registration as it was; `remembered` is asked where the dossier itself has forgotten the form, as after erasure. */
  function receipt(dossier: Dossier, sent: SentForm, remembered?: Again): Dossier {
    if ((seenAmong(dossier.forms, sent) ?? remembered) === 'other-text') throw new FormUsed(dossier);
    return indexed(asRegistered(dossier), clock.now(), config);
  }

  function begun(
    { number: id, link }: { number: string; link: Link | undefined },
    sent: SentForm,
    registration: Registration,
  ): Dossier {
    const now = context();
    const { by } = sent;
    const events = decide(undefined, { type: 'register', by, number: id, registration }, now);
    const blank: Blank = { kind: 'dossier', id, forms: remembering([], sent), journal: [], outbox: [] };
    return after(blank as Dossier, events, by, now, link);
  }

  /**
   * Executes a step, for whoever may take it now. A form that was taken in already for this step changes nothing (Teams
   * repeats a request that took long). Throws `Refusal`, `FormUsed` when something else was typed in it then, or `OutOfDate`
   * when the card shows another version than the dossier has.
   */
  async function execute(command: StepCommand, card: CardStamp = {}): Promise<Dossier> {
    const now = context();
    const { by, type, number } = command;
    const sent = sentBy(command, card);
    let before: Dossier | undefined;
    const done = await amendDossier(number, (dossier) => {
      if (!mayCommand(by, type, dossier.complaint, now)) {
        shown(dossier, by, now);
        throw new Refusal('not-the-handler', 5);
      }
      before = dossier;
      const seen = sent && seenAmong(dossier.forms, sent);
      if (seen === 'repeat') return undefined;
      if (seen) throw new FormUsed(dossier);
      if (card.version !== undefined && card.version !== versionOf(dossier)) throw new OutOfDate(dossier);
      const next = after(dossier, decide(dossier.complaint, command, now), by, now);
      if (!sent || next.complaint.erased) return next;
      return { ...next, forms: remembering(dossier.forms, sent) };
    }).catch(tellInstead(by));
    if (done) afterSave(number);
    const answer = done ?? before;
    if (!answer) throw new Refusal('unknown-complaint');
    return answer;
  }

  /** Records that somebody who handles complaints is away, or (without an absence) is not. */
  async function setAbsence(by: Person, absence?: Omit<Absence, 'person'>): Promise<void> {
    if (!isAmong(by, [people.officer, ...people.substitutes])) throw new Refusal('not-at-the-desk', 5);
    if (absence && absence.until < absence.from) throw new Refusal('not-eligible', 5);
    away = await recordAbsence(store, by.id, absence && { person: by, ...absence });
  }

  /**
   * What a delivery leads to: a letter that was accepted is sent, the receiver's receipt follows the card of the handler,
   * and what does not arrive is told to somebody.
   */
  function afterDelivery(dossier: Dossier, message: Message): Dossier {
    const now = context();
    const letter = message.content.kind === 'letter' ? message.content.letter : undefined;
    if (message.status === 'sent' && letter !== undefined) {
      return after(dossier, letterAccepted(dossier.complaint, letter, now.today), itself, now);
    }
    return { ...dossier, outbox: withWhatFollows(dossier, message, now, config, log) };
  }

  /** What the register does by itself: assigns what nobody handled when the desk is another, erases after the years. */
  function upkeep(dossier: Dossier): Dossier {
    const now = context();
    const { complaint } = dossier;
    const events = [
      ...assign(complaint, now),
      ...eraseAfterRetention(complaint, now.today, config.retentionYears),
    ];
    return after(dossier, events, itself, now);
  }

  /**
   * Reads again who is away: another instance may have recorded it. And strikes out which numbers are filled by now; where
   * that cannot be written, the next refresh does it. A front desk that cannot be read leaves away who was last known to be.
   */
  async function refresh(): Promise<void> {
    const desk = await readIntake(store).catch(passUnreadable);
    if (!desk) return;
    away = desk.absences;
    try {
      for (const number of await confirmFilled(store, desk)) filled.delete(number);
    } catch (error) {
      log.fault('numbers that are filled were not struck out', error);
    }
  }

  return {
    ...views(store, context),
    file,
    execute,
    setAbsence,
    desk,
    context,
    refresh,
    amend,
    amendDossier,
    afterDelivery,
    upkeep,
  };
}
