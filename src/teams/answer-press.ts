import type { TurnContext } from 'botbuilder';
import { act } from './buttons/actions.ts';
import { type Outcome, type Press, type Shown, staysAsItIs } from './buttons/button-press.ts';
import { jsonOf } from './cards/card-size.ts';
import { type Card, drawnOf } from './cards/template.ts';
import type { ShownCards } from './notifications/shown-cards.ts';
import type { Office } from './office/office.ts';
import { endForm, keepForm } from './office/open-forms.ts';
import { hasInputs } from './task-modules/task-response.ts';

/**
 * Answers a button with the card that replaces the one pressed, and notes that it may hold a form, which nothing else may
 * replace.
 */
export async function answerTo(
  press: Press,
  { activity }: TurnContext,
  office: Office,
  shown: ShownCards,
): Promise<Outcome> {
  const { replyToId } = activity;
  if (replyToId && press.pressed.number && press.verb.startsWith('ask-')) {
    await keepForm(office.store, press.by.id, replyToId).catch((error: unknown) =>
      office.log.fault('an open form was not kept in mind', error),
    );
    await shown.isEdited(replyToId);
  }
  const outcome = await act(press, office);
  if (replyToId && !staysAsItIs(outcome)) await keepPlace(press, replyToId, outcome, office, shown);
  return outcome;
}

/** Notes what the card that was pressed shows from now on: a receipt or a dossier follows what happens. */
async function keepPlace(
  { by, pressed }: Press,
  activityId: string,
  { card }: Shown,
  { store, log }: Office,
  shown: ShownCards,
): Promise<void> {
  // A form that came back holds what was typed, also where no button opened it.
  const isForm = pressed.number !== '' && !drawnOf(card) && holdsTyped(card);
  const kept = isForm
    ? keepForm(store, by.id, activityId)
    : endForm(store, by.id, activityId, () => holdsTyped(card));
  await kept.catch((error: unknown) => log.fault('what a card holds was not kept in mind', error));
  await shown.note(by.id, activityId, card, { before: pressed.number, leaves: pressed.leaves });
}

/** Tells whether somebody may be typing on a card, or it shows what they typed, which is nowhere else. */
const holdsTyped = (card: Card): boolean =>
  drawnOf(card)?.holdsTyped ?? (hasInputs(card) || jsonOf(card).includes('"id":"typed"'));
