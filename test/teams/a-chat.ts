import assert from 'node:assert/strict';
import type { Person, Registration } from '../../src/procedure/model/complaint.ts';
import type { PersonId } from '../../src/procedure/model/person-id.ts';
import { type Dossier, versionOf } from '../../src/register/model/dossier.ts';
import { addressBook } from '../../src/teams/adapter/address-book.ts';
import { everybody } from '../../src/teams/adapter/colleagues.ts';
import { act } from '../../src/teams/buttons/actions.ts';
import { pressedOf } from '../../src/teams/buttons/button-press.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import type { Office } from '../../src/teams/office/office.ts';
import { viewCase } from '../../src/teams/office/pages.ts';
import { buttonOf, type Filled, fieldsOf, filledIn, textOf } from '../e2e/a-card.ts';
import { everybodyAtTheDesk, joris, lars, sanne } from '../procedure/people.ts';
import { anOffice } from '../register/an-office.ts';

const log = { info: () => {}, warn: () => {}, error: () => {}, fault: () => {} };

const colleagues = [...everybodyAtTheDesk, sanne, joris];

const names = async (ids: readonly PersonId[]) =>
  ids.map((id) => colleagues.find((one) => one.id === id) ?? { id, name: 'Een collega' });

/** A complaint about Joris that came in today, and the chats of those who press buttons on it. */
export async function aChat(
  over: Partial<Registration> = {},
  { by = sanne, ...circumstances }: Parameters<typeof anOffice>[0] & { by?: Person } = {},
) {
  const ours = anOffice(circumstances);
  const office: Office = {
    ...ours,
    register: ours.register,
    calendar: ours.config.calendar,
    addresses: addressBook(ours.store),
    colleagues: everybody,
    names,
    log,
  };
  const registration: Registration = {
    complainant: { name: 'Mevrouw Pietersen', email: 'a.pietersen@voorbeeld.nl' },
    origin: 'client',
    summary: 'Er werd drie keer niet teruggebeld.',
    receivedOn: '2026-04-01',
    manner: 'oral',
    respondents: [joris],
    remedied: false,
    ...over,
  };
  const { id: number } = await ours.file(registration, 'form', by);
  let card: Card | undefined;

  /** Returns the bot's answer to an action, whichever it is. */
  async function pressAs(by: Person, action: unknown, input: Filled = {}): Promise<Card> {
    const { verb, data = {} } = action as { verb: string; data?: Record<string, unknown> };
    const found = pressedOf({ verb, data: { ...data, ...input } });
    assert(found, 'this is no button');
    const outcome = await act(
      { ...found, by, locale: 'nl-NL', names: office.names, sendToChat: async () => undefined },
      office,
    );
    assert('card' in outcome, 'the card stays as it is');
    return outcome.card;
  }

  const chat = {
    number,
    office,
    ours,
    /** Opens the dossier anew. */
    async open(by: Person = lars): Promise<Card> {
      card = await viewCase(number, by, office);
      return card;
    },
    /** Presses a button on the card that is in view, with the form filled in by its labels. */
    async press(title: string, filled: Filled = {}, by: Person = lars): Promise<Card> {
      const button = buttonOf(card, title);
      assert(button, `there is no button '${title}' on: ${textOf(card)}`);
      card = await pressAs(by, button, filledIn(card, filled));
      return card;
    },
    /** Opens the dossier, the form of a step, fills it in and sends it. */
    async take(title: string, filled: Filled = {}, by: Person = lars): Promise<Card> {
      await chat.open(by);
      await chat.press(title, {}, by);
      return chat.press(title, filled, by);
    },
    pressAs,
    card: () => card,
    text: () => textOf(card),
    fields: () => fieldsOf(card),
    dossier: async (): Promise<Dossier> => (await ours.dossier(number)) ?? assert.fail('no dossier'),
    complaint: async () => (await chat.dossier()).complaint,
    version: async () => versionOf(await chat.dossier()),
  };
  return chat;
}

export type Chat = Awaited<ReturnType<typeof aChat>>;

/** What Lars fills in on an ordinary day. */
export const usual = {
  answer: {
    Standpunt: 'Wij hadden eerder moeten bellen.',
    Oordeel: 'Gegrond',
    'Voorgestelde oplossing': 'Wij bellen u voortaan binnen een dag.',
    'Waarom zijn niet beide kanten gehoord?': 'De klager vroeg om spoed.',
  },
  hearing: { Datum: '2026-04-08', Tijd: '14:30', Vorm: 'Telefonisch' },
} as const;
