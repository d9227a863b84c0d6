import { assertStepPossible, takeStep } from '../procedure/decide.ts';
import type { CaseNumber } from '../procedure/model/case-number.ts';
import type { Context, Step, StepCommand } from '../procedure/model/commands.ts';
import type { Complaint, Person } from '../procedure/model/complaint.ts';
import type { Event } from '../procedure/model/events.ts';
import { Refusal } from '../procedure/model/refusal.ts';
import { mayCommand } from '../procedure/open-steps.ts';
import { toldTo } from './integrity/unreadable.ts';
import { type Dossier, isOutdated } from './model/dossier.ts';
import { retryOnConflict } from './model/retry-on-conflict.ts';
import { type CardStamp, remembering, seenAmong, sentBy } from './model/sent-form.ts';
import type { Store } from './model/store.ts';
import { assertMaySee } from './queries.ts';
import { withEvents } from './with-events.ts';

/** The step that somebody asks for, before their form is read. */
export type AskedStep = { type: Step; number: CaseNumber; by: Person };

/** Reads a form on the present dossier, in the context in which it is then decided: the command, or the errors. */
export type ReadForm<Errors> = (dossier: Dossier, context: Context) => Read<Errors> | Promise<Read<Errors>>;

type Read<Errors> = { value: StepCommand } | { errors: Errors };

/**
 * The outcome of a form, with the dossier to answer it from: as it was saved, or as it is where nothing was. 'used': the form
 * was processed before with another content; 'outdated': its card shows an older version.
 */
export type Executed<Errors> = { dossier: Dossier } & (
  | { outcome: 'saved' | 'repeated' | 'used' | 'outdated' }
  | NotDecided<Errors>
);

type Decided = { outcome: 'decided'; events: Event[] };

type NotDecided<Errors> = { outcome: 'misfilled'; errors: Errors } | { outcome: 'refused'; refusal: Refusal };

export type ExecuteParts = {
  store: Store;
  context(): Context;
  save(before: { document: Dossier; etag: string }, changed: Dossier): Promise<Dossier>;
  afterSave(id: string): void;
  /** Refuses while it is not known who is absent. */
  assertAbsencesKnown(): void;
  /** Records in another dossier what a step says of that. */
  join(merging: { complaint: Complaint; events: readonly Event[]; by: Person }): Promise<void>;
};

/**
 * Executes steps: one read, one decision and one write of the dossier; all of it again on a version conflict. The moment is
 * taken after the read, so that it lies after every entry of the journal, and serves the form and the decision alike. Checks
 * permission first: who may not take the step hears nothing of the form that they sent, and who may not see the dossier hears
 * what everybody hears of a number that does not exist. Throws `Refusal` for both.
 */
export function executing({ store, context, save, afterSave, ...parts }: ExecuteParts) {
  return async function execute<Errors>(
    asked: AskedStep,
    card: CardStamp,
    read: ReadForm<Errors>,
  ): Promise<Executed<Errors>> {
    const { number, by } = asked;
    const executed = await retryOnConflict(async (): Promise<Executed<Errors>> => {
      const stored = await store.read(number);
      // The number comes from a card: another kind of document may be stored under it.
      if (stored?.document.kind !== 'dossier') throw new Refusal('unknown-complaint');
      const dossier = stored.document;
      const now = context();
      const outcome = withoutReading(dossier, asked, card, now);
      if (outcome) return { outcome, dossier };
      const decided = await decidedOn(dossier, asked, read, now, parts);
      if (decided.outcome !== 'decided') return { ...decided, dossier };
      const next = withEvents(dossier, decided.events, { by, context: now });
      return {
        outcome: 'saved',
        dossier: await save({ document: dossier, etag: stored.etag }, remembered(next, asked, card)),
      };
    }).catch((error: unknown) => {
      throw toldTo(number, by, context().desk, error);
    });
    if (executed.outcome === 'saved') afterSave(number);
    return executed;
  };
}

/**
 * Finds the outcome that does not depend on the form's content; undefined when it must be read. Refuses who may not take the
 * step.
 */
function withoutReading(
  dossier: Dossier,
  asked: AskedStep,
  card: CardStamp,
  now: Context,
): 'repeated' | 'used' | 'outdated' | undefined {
  const { by, type } = asked;
  const outdated = card.version !== undefined && isOutdated(card.version, dossier);
  if (!mayCommand(by, type, dossier.complaint, now)) {
    assertMaySee(dossier, by, now);
    if (outdated) return 'outdated';
    throw new Refusal('not-the-handler', 5);
  }
  const sent = sentBy(asked, card);
  const seen = sent && seenAmong(dossier.forms, sent);
  if (seen) return seen === 'repeat' ? 'repeated' : 'used';
  return outdated ? 'outdated' : undefined;
}

/**
 * Reads the form and decides, for who may take the step; only where that is possible, because the fields follow from the state.
 */
async function decidedOn<Errors>(
  dossier: Dossier,
  asked: AskedStep,
  read: ReadForm<Errors>,
  now: Context,
  { assertAbsencesKnown, join }: Pick<ExecuteParts, 'assertAbsencesKnown' | 'join'>,
): Promise<Decided | NotDecided<Errors>> {
  try {
    assertStepPossible(asked.type, dossier.complaint);
    const form = await read(dossier, now);
    if ('errors' in form) return { outcome: 'misfilled', errors: form.errors };
    assertSameStep(form.value, asked);
    const events = takeStep(dossier.complaint, form.value, now);
    if (events.some(appoints)) assertAbsencesKnown();
    await join({ complaint: dossier.complaint, events, by: asked.by });
    return { outcome: 'decided', events };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { outcome: 'refused', refusal: error };
  }
}

/** Tells whether an event appoints somebody to handle the complaint, which rests on who is absent (Art. 5). */
const appoints = ({ type }: Event): boolean => type === 'forwarded' || type === 'handed-over';

/** Throws where a form was read as something else than was allowed: permission is asked once, before it is read. */
function assertSameStep(command: StepCommand, { type, by, number }: AskedStep): void {
  if (command.type !== type || command.by.id !== by.id || command.number !== number)
    throw new Error(`A form of ${type} was read as ${command.type}, or for somebody or something else.`);
}

/** Remembers the form in the dossier, so that it is processed once; not in an erased one, because forms name people. */
function remembered(dossier: Dossier, asked: AskedStep, card: CardStamp): Dossier {
  const sent = sentBy(asked, card);
  return sent && !dossier.complaint.erased
    ? { ...dossier, forms: remembering(dossier.forms, sent) }
    : dossier;
}
