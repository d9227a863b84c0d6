import { assign } from '../procedure/articles/art05-handler.ts';
import { letterAccepted } from '../procedure/articles/letters.ts';
import type { Context } from '../procedure/model/commands.ts';
import type { Person } from '../procedure/model/complaint.ts';
import { type Absence, type Desk, deskOf, isAmong, withAbsence } from '../procedure/model/desk.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Instant, LocalDate } from '../time/local-date.ts';
import { likening } from './alike.ts';
import { documents, ofDossiers } from './amend.ts';
import { executing } from './execute.ts';
import { filing } from './file-complaint.ts';
import type { Heads } from './integrity/evidence.ts';
import { toldOfIntake } from './integrity/unreadable.ts';
import { joining } from './join.ts';
import type { Documents } from './model/documents.ts';
import type { Dossier } from './model/dossier.ts';
import { changeAbsences, confirmFilled, readIntake } from './model/intake.ts';
import type { Log } from './model/log.ts';
import type { Message } from './model/message.ts';
import type { Store } from './model/store.ts';
import { withWhatFollows } from './notify/after-delivery.ts';
import type { RegisterConfig } from './notify/reminders.ts';
import { eraseAfterWarning } from './notify/retention.ts';
import { views } from './queries.ts';
import { searching } from './search.ts';
import { standingIn } from './stand-ins.ts';
import { itself, withEvents, withLeaders } from './with-events.ts';

export type RegisterOptions = {
  store: Store;
  clock: { now(): Instant; today(): LocalDate };
  config: RegisterConfig;
  people: Omit<Desk, 'absences'>;
  /** Whether the bot can send letters by e-mail. */
  mail: boolean;
  /** Called after every save with the id of the document: something may be due for delivery. */
  afterSave(id: string): void;
  /** Called after every change of a dossier, by whomever: what shows it may be behind. */
  changed?: (dossier: Dossier) => void;
  /** The heads noted beside the store, where that is done. */
  heads?: Heads | undefined;
  /** Where the content of documents is kept. */
  documents?: Documents | undefined;
  log: Log;
};

export type Register = ReturnType<typeof register>;

/** Makes the register (klachtenregister): it executes commands durably and shows everybody what is theirs, and nothing else. */
export function register({
  store,
  clock,
  config,
  people,
  mail,
  afterSave,
  changed,
  heads,
  documents: kept,
  log,
}: RegisterOptions) {
  const calendar: Calendar = config.calendar;
  let away: Absence[] = [];
  /** Why it is not known who is absent; undefined while it is. */
  let unread: Refusal | undefined;
  /** Numbers filled here that the intake document may not know of yet. */
  const filled = new Set<string>();

  const { amend, saveDossier } = documents(store, clock.now, config, log, changed, kept);
  const amendDossier = ofDossiers(amend);
  /** Returns the desk, with the absences as far as this instance knows. */
  const named = deskOf(people);
  const desk = (): Desk => ({ ...named, absences: away });
  const context = (): Context => ({ now: clock.now(), today: clock.today(), calendar, desk: desk(), mail });

  const parts = { store, context, config, afterSave, log };
  const tellStandIns = standingIn(parts);
  const filed = filing({
    ...parts,
    filled,
    heads,
    hearAway,
  });
  const join = joining(amendDossier, context, afterSave);
  const execute = executing({ ...parts, save: saveDossier, assertAbsencesKnown, join });

  function hearAway(absences: Absence[]): void {
    away = absences;
    unread = undefined;
  }

  /** Refuses while the intake document cannot be read: nobody is absent as far as anybody knows, and that is no fact. */
  function assertAbsencesKnown(): void {
    if (unread) throw unread;
  }

  /** Records a further absence of somebody at the desk. */
  async function setAbsence(by: Person, absence: Omit<Absence, 'person'>): Promise<void> {
    if (absence.until < absence.from) throw new Refusal('not-eligible', 5);
    await changeAway(by, (known) => withAbsence(known, { person: by, ...absence }));
  }

  /** Removes the absence of somebody at the desk that begins on that day; without a day every one. */
  const endAbsence = (by: Person, from?: LocalDate): Promise<void> =>
    changeAway(by, (known) => known.filter((one) => one.person.id !== by.id || (from && one.from !== from)));

  async function changeAway(by: Person, next: Parameters<typeof changeAbsences>[1]): Promise<void> {
    if (!isAmong(by, [people.officer, ...people.substitutes])) throw new Refusal('not-at-the-desk', 5);
    hearAway(
      await changeAbsences(store, next).catch((error: unknown) => {
        throw toldOfIntake(error);
      }),
    );
    await tellWhoStandsIn();
    await tellOfOpenDossiers().catch((error: unknown) =>
      log.fault('who leads a hearing, and what shows an open dossier, was not told', error),
    );
  }

  /** Tells of an absence or its end what shows a dossier with work to be done: who stands in sees it, and no longer after that; and who leads a hearing. */
  async function tellOfOpenDossiers(): Promise<void> {
    const open = await store.list({ open: true });
    for (const dossier of open) changed?.(dossier);
    await tellWhoLeads(open.filter(({ complaint }) => complaint.appointment));
  }

  /** Tells who must know it that somebody else leads a hearing to come, because of an absence or its end. */
  async function tellWhoLeads(appointed: readonly Dossier[]): Promise<void> {
    for (const { id } of appointed) {
      const told = await amendDossier(id, (found) => {
        const dossier = withLeaders(found, context());
        return dossier === found ? undefined : dossier;
      });
      if (told) afterSave(id);
    }
  }

  /** Tells who stands in what has changed, once it is known who is absent. */
  const tellWhoStandsIn = async (): Promise<void> => {
    if (unread) return;
    await tellStandIns().catch((error: unknown) => log.fault('who stands in was not told', error));
  };

  /**
   * Adds what follows from a delivery: a letter that was accepted is sent, the receiver's receipt follows the card of the
   * handler, and somebody is told of a message that was not delivered.
   */
  function afterDelivery(dossier: Dossier, message: Message): Dossier {
    const now = context();
    const letter = message.content.kind === 'letter' ? message.content.letter : undefined;
    if (message.status === 'sent' && letter !== undefined) {
      // The day on which it was accepted, however much later that is recorded.
      const on = message.sentAt ? config.dayOf(message.sentAt) : now.today;
      return withEvents(dossier, letterAccepted(dossier.complaint, letter, on), {
        by: itself,
        context: now,
      });
    }
    return { ...dossier, outbox: withWhatFollows(dossier, message, now, config, log) };
  }

  /**
   * Does what the register does by itself: assigns an unassigned complaint after a change of the desk, and tells who leads a hearing now,
   * once it is known who is absent, and erases after the years.
   */
  function upkeep(dossier: Dossier): Dossier {
    const now = context();
    const { complaint } = dossier;
    const events = [...(unread ? [] : assign(complaint, now)), ...eraseAfterWarning(dossier, now, config)];
    const kept = withEvents(dossier, events, { by: itself, context: now });
    return unread ? kept : withLeaders(kept, now);
  }

  /**
   * Reads the absences again, because another instance may have recorded one, and removes filled numbers from the unfilled
   * ones; if that cannot be written, the next refresh does it. While the intake document cannot be read nobody is appointed,
   * and access stays with who had it by the absences that were last known.
   */
  async function refresh(): Promise<void> {
    const desk = await readIntake(store).catch((error: unknown) => {
      const refusal = toldOfIntake(error);
      if (!(refusal instanceof Refusal)) throw error;
      unread = refusal;
    });
    if (!desk) return;
    hearAway(desk.absences);
    try {
      for (const number of await confirmFilled(store, desk)) filled.delete(number);
    } catch (error) {
      log.fault('numbers that are filled were not struck out', error);
    }
  }

  return {
    ...views(store, context),
    ...searching(store, context),
    alike: likening(store, context),
    ...filed,
    execute,
    setAbsence,
    endAbsence,
    tellWhoStandsIn,
    assertAbsencesKnown,
    desk,
    context,
    refresh,
    amend,
    amendDossier,
    afterDelivery,
    upkeep,
  };
}
