import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Person } from '../../procedure/model/complaint.ts';
import type { Connector } from '../adapter/connector.ts';
import { cardMessage } from '../adapter/responses.ts';
import { act } from '../buttons/actions.ts';
import { isObject, type Press, type Shown, type Stays, staysAsItIs } from '../buttons/button-press.ts';
import { registrationForm } from '../cards/registration-form.ts';
import type { ShownCards } from '../notifications/shown-cards.ts';
import type { Office } from '../office/office.ts';
import { branchChoices } from '../steps/ranges-and-choices.ts';
import { fromMessage } from './message-text.ts';
import {
  inDialog,
  saying,
  showingCard,
  type TaskAnswer,
  taskTitle,
  withoutButtons,
} from './task-response.ts';

/** The command id of the message action in the manifest. */
const commandId = 'registerComplaint';

/** The most forms whose confirmation is remembered: Teams repeats a request that takes long, within seconds. */
const remembered = 200;

const unknownCommand = saying('Deze opdracht ken ik niet. Er is niets veranderd.');

export type MessageAction = {
  /** Opens the form of Art. 4 with the message in it. */
  open(activity: Activity): TaskAnswer;
  /** Handles the form that was sent; refuses any other button. */
  submit(activity: Activity, press: Press): Promise<TaskAnswer | Stays>;
};

/**
 * Handles "Klacht registreren" on any message of Teams. Only its user sees the dialog, so it may be used in a channel as well;
 * nothing of it goes there. The confirmation is also sent to their own chat, where that is known.
 */
export function messageAction(office: Office, connector: Connector, shown: ShownCards): MessageAction {
  const confirmed = new Set<string>();

  async function confirm({ id }: Person, form: string, { card }: Shown): Promise<void> {
    const { address } = (await office.addresses.contact(id)) ?? {};
    if (!address || confirmed.has(form)) return;
    confirmed.add(form);
    for (const oldest of confirmed.values().take(Math.max(0, confirmed.size - remembered)))
      confirmed.delete(oldest);
    const sent = await connector.send(address, cardMessage(card, 'Je klacht is geregistreerd'), false);
    if (sent) await shown.note(id, sent, card);
  }

  return {
    open({ value }) {
      if (!isOurs(value)) return unknownCommand;
      const { clock, register, organisation } = office;
      const form = registrationForm({
        formId: randomUUID(),
        today: clock.today(),
        desk: register.desk(),
        branches: branchChoices(organisation.branches),
        errors: {},
        ...fromMessage(value.messagePayload, clock),
      });
      return showingCard(taskTitle('register'), inDialog(form, undefined));
    },

    async submit({ value }, press) {
      if (!isOurs(value) || press.verb !== 'register') return unknownCommand;
      const outcome = await act(press, office);
      if (staysAsItIs(outcome)) return outcome;
      const { card, result } = outcome;
      if (!result) return showingCard(taskTitle('register'), inDialog(card, undefined));
      confirm(press.by, `${press.by.id}/${press.pressed.form}`, outcome).catch((error: unknown) =>
        office.log.fault('confirmation not sent', error),
      );
      return showingCard(taskTitle('register'), withoutButtons(result));
    },
  };
}

const isOurs = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && value.commandId === commandId;
