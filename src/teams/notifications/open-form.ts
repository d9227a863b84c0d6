import { maySeeDossier, maySeeStage } from '../../procedure/access.ts';
import { handlerNow } from '../../procedure/articles/art05-handler.ts';
import { replay } from '../../procedure/evolve.ts';
import type { Context } from '../../procedure/model/commands.ts';
import type { Person } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling } from '../../procedure/model/desk.ts';
import type { Event } from '../../procedure/model/events.ts';
import { obstacleTo, openSteps } from '../../procedure/open-steps.ts';
import { isStep } from '../../procedure/steps.ts';
import { type Dossier, isWaitingLetterSent } from '../../register/model/dossier.ts';
import { eventOf, type JournalEntry } from '../../register/model/journal.ts';
import { personIn, readerOf } from '../../register/model/message.ts';
import type { ShownCard } from '../../register/model/shown-messages.ts';
import { decidedInstead } from '../../register/model/sight.ts';
import { isStated } from '../../register/notify/overtaken.ts';
import { itself } from '../../register/with-events.ts';
import { changedCard, handlerChangedCard, leftFormCard, tooLateToAddCard } from '../cards/below-form.ts';
import { decidedBy, happened } from '../cards/meanwhile.ts';
import type { Card } from '../cards/template.ts';
import type { Office } from '../office/office.ts';
import { isFormStep, stepForms } from '../steps/all-steps.ts';
import { statementTopic } from './policy.ts';

/**
 * Draws the message below an open form, or below a card with what somebody typed: who did what since it was drawn, and what becomes of
 * what was typed. Undefined where nobody else did anything that its reader should know, or another message in that chat says so.
 */
function changedBelow(form: ShownCard, dossier: Dossier, { register, clock }: Office): Card | undefined {
  const { who, version } = form;
  const reader = { id: who, name: '' };
  const entries = version > 0 ? dossier.journal.slice(version) : [];
  const absent = stoodInFor(form, entries, dossier, register.context());
  if (absent) return leftFormCard(dossier.id, `Je valt niet meer in voor ${absent.name}.`);
  const news = entries.filter((entry) => isByAnother(entry, reader) && !isTold(entry, reader, dossier));
  if (news.length === 0) return undefined;
  const { complaint, id } = dossier;
  const context = register.context();
  if (form.form === 'supplement')
    return maySeeStage(reader, complaint, context) && obstacleTo('supplement', complaint)
      ? tooLateToAddCard(id)
      : undefined;
  if (!maySeeDossier(reader, complaint, context)) {
    const decision = decidedInstead(reader, dossier, version, context);
    return leftFormCard(id, decision && decidedBy(decision, clock));
  }
  const step = form.form !== undefined && isFormStep(form.form) ? form.form : undefined;
  const isOpen = step !== undefined && openSteps(reader, complaint, context).includes(step);
  return changedCard(id, happened(news, dossier, clock), step && { ...stepForms[step], isOpen });
}

/**
 * Draws what is said below a form that no edit follows: what changed since it was opened; below a request for a statement, the last in that chat,
 * who handles the complaint by now, and then for as long as it waits. Undefined where nothing is to be said.
 */
export function saidBelow(
  form: ShownCard,
  places: readonly ShownCard[],
  dossier: Dossier,
  office: Office,
): Card | undefined {
  if (form.shows === 'form') return changedBelow(form, dossier, office);
  const message = dossier.outbox.find(({ id }) => id === form.message);
  if (form.topic !== statementTopic || !message || isStated(message.content, message, dossier))
    return undefined;
  const isOlder = places
    .slice(places.indexOf(form) + 1)
    .some(({ who, topic }) => who === form.who && topic === form.topic);
  const view = office.register.context();
  if (isOlder || !openSteps(readerOf(message.to), dossier.complaint, view).includes('give-statement'))
    return undefined;
  const handler = handlerNow(dossier.complaint, view);
  const isAsSaid = form.names === undefined || form.names === handler?.person.id;
  return isAsSaid && !form.told ? undefined : handlerChangedCard(dossier.id, handler);
}

/**
 * Finds for whom the reader of a form stood in, who can send it no more because an absence is over, of the handler or of who comes before
 * the reader: that is in no journal. The handler is still the same, and if all of them were away the step would be open to its reader.
 */
function stoodInFor(
  { who, form, version }: ShownCard,
  entries: readonly JournalEntry[],
  { complaint, journal }: Dossier,
  context: Context,
): Person | undefined {
  const { handler } = complaint;
  const reader = { id: who, name: '' };
  if (!handler || !form || !isStep(form) || entries.some(({ type }) => movesHandler.includes(type)))
    return undefined;
  const { today, desk } = context;
  const order = inOrderOfHandling(desk).map(({ person }) => person);
  const before = order.slice(
    0,
    Math.max(
      0,
      order.findIndex(({ id }) => id === who),
    ),
  );
  const away = [handler.person, ...before].map((person) => ({ person, from: today, until: today }));
  const ifAway = { ...context, desk: { ...desk, absences: [...desk.absences, ...away] } };
  const isOpen = (view: Context, as = complaint): boolean => openSteps(reader, as, view).includes(form);
  if (isOpen(context) || !isOpen(ifAway)) return undefined;
  // What was theirs for another reason when they opened it, ended by what somebody did since.
  const then = entries.length > 0 ? replay(journal.slice(0, version).map(eventOf)) : undefined;
  return then && isOpen(context, then) ? undefined : handler.person;
}

/** The events after which somebody else handles a complaint. */
const movesHandler: readonly Event['type'][] = ['forwarded', 'handed-over', 'left-unassigned'];

const isByAnother = (entry: JournalEntry, { id }: Person): boolean => {
  const by = entry.erasable?.by.id;
  return by !== undefined && by !== id && by !== itself.id && !isWaitingLetterSent(entry);
};

/** Tells whether a message to its reader followed from an entry, or from another of that step; also one that is summed up since. */
const isTold = (entry: JournalEntry, { id }: Person, { id: number, journal, outbox }: Dossier): boolean => {
  const step = journal.filter(
    ({ at, erasable }) => at === entry.at && erasable?.by.id === entry.erasable?.by.id,
  );
  return outbox.some(
    ({ id: message, to, status, queuedAt, earlier }) =>
      personIn(to) === id &&
      status !== 'withheld' &&
      (step.some(({ seq, type }) => message.startsWith(`${number}/${seq}-${type}/`)) ||
        (earlier !== undefined && earlier.since <= entry.at && entry.at < queuedAt)),
  );
};
