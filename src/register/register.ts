import { mayCommand } from '../procedure/access.ts';
import type { Calendar, Instant, LocalDate } from '../procedure/articles/art02-periods.ts';
import { assign } from '../procedure/articles/art05-handler.ts';
import type { Context, StepCommand } from '../procedure/commands.ts';
import type { Person, Registration } from '../procedure/complaint.ts';
import { decide } from '../procedure/decide.ts';
import { type Absence, type Desk, isAmong } from '../procedure/desk.ts';
import { eraseAfterRetention } from '../procedure/erasure.ts';
import type { Event } from '../procedure/events.ts';
import { evolve } from '../procedure/evolve.ts';
import { letterAccepted } from '../procedure/posting.ts';
import { Refusal } from '../procedure/refusal.ts';
import { withWhatFollows } from './after-delivery.ts';
import { type Dossier, type DossierIndex, formKey, isRegisteredBy, versionOf } from './dossier.ts';
import { erase } from './erase.ts';
import { type Heads, logHead } from './evidence.ts';
import { followUps } from './follow-ups.ts';
import { confirmFilled, frontDesk, recordAbsence, takeNumber } from './front-desk.ts';
import { append } from './journal.ts';
import type { Log } from './log-port.ts';
import type { Message } from './message.ts';
import type { Link } from './number-chain.ts';
import { enqueue } from './outbox.ts';
import type { Timetable } from './reminders.ts';
import { type Amend, amending, indexed } from './saving.ts';
import { asRegistered, conflictsOf } from './sight.ts';
import { Conflict, type Store, Unreadable } from './store.ts';
import { toldTo } from './unreadable.ts';
import { shown, views } from './views.ts';

/** What a card carries to tell which dossier version it shows, and which form it is. */
export type CardStamp = { version?: number; form?: string };

/** Forms of a dossier remembered; a repeated request comes within seconds. */
const rememberedForms = 20;

/** A dossier before its first event. */
type Blank = Omit<Dossier, 'complaint' | keyof DossierIndex>;

/** The card that was acted on shows an older version of the dossier. */
export class OutOfDate extends Error {
  readonly dossier: Dossier;

  constructor(dossier: Dossier) {
    super(`${dossier.id} has moved on`);
    this.name = 'OutOfDate';
    this.dossier = dossier;
  }
}

export type RegisterOptions = {
  store: Store;
  clock: { now(): Instant; today(): LocalDate };
  table: Timetable;
  people: Omit<Desk, 'absences'>;
  /** Whether letters can go out by e-mail by themselves. */
  mail: boolean;
  /** Called after every save, with the id of the document: there may be something to deliver. */
  afterSave(id: string): void;
  /** What was noted beside the store, where that is done. */
  heads?: Heads | undefined;
  log: Log;
};

/** A number under which something stands that cannot be read is taken. */
function asOccupied(error: unknown): 'unreadable' {
  if (error instanceof Unreadable) return 'unreadable';
  throw error;
}

/** In whose name the register itself acts. */
const itself: Person = { id: 'klachtenbot', name: 'Klachtenbot' };

export type Register = ReturnType<typeof register>;

/** Het klachtenregister: executes commands durably and shows everybody what is theirs, and nothing else. */
export function register({ store, clock, table, people, mail, afterSave, heads, log }: RegisterOptions) {
  const calendar: Calendar = table.calendar;
  let away: Absence[] = [];

  const amend: Amend = amending(store, clock.now, table, log);
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
    return indexed(events.some(({ type }) => type === 'erased') ? erase(next) : next, now, table);
  }

  /**
   * Art. 4: registers a complaint. The same form of the same person always gives the same dossier, however often it
   * is pressed, repeated or sent to another instance; and always as it was registered, for what came of it later may not be
   * for the receiver.
   */
  async function take(registration: Registration, form: string, by: Person): Promise<Dossier> {
    const before = context();
    const formId = `${by.id}/${form}`;
    decide(undefined, { type: 'register', by, number: '', registration }, before);
    const asked = { form: formId, year: before.today.slice(0, 4), highest: heads?.highest() ?? {} };
    for (let occupied: string | undefined; ; ) {
      const claim = await takeNumber(store, { ...asked, occupied });
      away = claim.absences;
      const id = claim.number;
      const existing = claim.known ? await store.read<Dossier>(id).catch(tellInstead(by)) : undefined;
      if (existing) return firstSeen(existing.document);
      const dossier = begun(claim, formKey(by, 'register', form), registration, by);
      try {
        await store.write(dossier);
        logHead(log, dossier);
        afterSave(id);
        return dossier;
      } catch (error) {
        const written =
          error instanceof Conflict ? await store.read<Dossier>(id).catch(asOccupied) : undefined;
        if (!written) throw error;
        if (written !== 'unreadable' && isRegisteredBy(written.document, by, form))
          return firstSeen(written.document);
        occupied = id;
      }
    }
  }

  const firstSeen = (dossier: Dossier): Dossier => indexed(asRegistered(dossier), clock.now(), table);

  function begun(
    { number: id, link }: { number: string; link: Link | undefined },
    key: string,
    registration: Registration,
    by: Person,
  ): Dossier {
    const now = context();
    const events = decide(undefined, { type: 'register', by, number: id, registration }, now);
    const blank: Blank = { kind: 'dossier', id, forms: [key], journal: [], outbox: [] };
    return after(blank as Dossier, events, by, now, link);
  }

  /**
   * Executes a step, for whoever may take it now. A form that was taken in already for this step changes nothing (Teams
   * repeats a request that took long). Throws `Refusal`, or `OutOfDate` when the card shows another version than the dossier has.
   */
  async function execute(command: StepCommand, card: CardStamp = {}): Promise<Dossier> {
    const now = context();
    const form = card.form && formKey(command.by, command.type, card.form);
    let before: Dossier | undefined;
    const done = await amend<Dossier>(command.number, (dossier) => {
      // The number comes from a card: something else may be stored under it.
      if (dossier.kind !== 'dossier') return undefined;
      if (!mayCommand(command.by, command.type, dossier.complaint, now)) {
        shown(dossier, command.by, now);
        throw new Refusal('not-the-handler', 5);
      }
      before = dossier;
      if (form && dossier.forms.includes(form)) return undefined;
      if (card.version !== undefined && card.version !== versionOf(dossier)) throw new OutOfDate(dossier);
      const next = after(dossier, decide(dossier.complaint, command, now), command.by, now);
      if (!form || next.complaint.erased) return next;
      return { ...next, forms: [...dossier.forms, form].slice(-rememberedForms) };
    }).catch(tellInstead(command.by));
    if (done) afterSave(command.number);
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
    return { ...dossier, outbox: withWhatFollows(dossier, message, now, table, log) };
  }

  /** What the register does by itself: assigns what nobody handled when the desk is another, erases after the years. */
  function upkeep(dossier: Dossier): Dossier {
    const now = context();
    const { complaint } = dossier;
    const events = [
      ...assign(complaint, now),
      ...eraseAfterRetention(complaint, now.today, table.retentionYears),
    ];
    return after(dossier, events, itself, now);
  }

  /** Reads again who is away: another instance may have recorded it. And strikes out which numbers are filled by now. */
  const refresh = async (): Promise<void> => {
    const desk = await frontDesk(store);
    away = desk.absences;
    const filled = new Set<string>();
    for (const { number } of desk.unfilled ?? []) if (await store.read(number)) filled.add(number);
    if (filled.size > 0) await confirmFilled(store, filled);
  };

  return {
    ...views(store, context),
    take,
    execute,
    setAbsence,
    desk,
    context,
    refresh,
    amend,
    afterDelivery,
    upkeep,
  };
}
