import assert from 'node:assert/strict';
import { buttonOf, buttonsOf, textOf } from '../../e2e/a-card.ts';
import { lars } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat } from '../a-chat.ts';

describe('a letter goes out while its sender goes on', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await aChat({}, { mail: true });
    await chat.take('Ontvangst bevestigen', { 'Wijze van verzending': 'E-mail' });
  });
  afterEach(closeOffices);

  /** The mail server accepts the letter, which is recorded in the dossier. */
  async function accepted(): Promise<void> {
    const before = await chat.version();
    await chat.ours.deliver(chat.number);
    assert.equal(await chat.version(), before + 1);
  }

  it('every form that its card offers, and that is still to be had, opens all the same', async () => {
    const card = chat.card();
    await accepted();
    const still = buttonsOf(await chat.open());
    // A document comes in the chat: its button opens no form.
    const forms = still.filter(
      (title) => buttonOf(card, title)?.verb?.startsWith('ask-') && title !== 'Document toevoegen',
    );
    assert.ok(forms.length > 5);
    for (const title of forms) {
      const form = await chat.pressAs(lars, buttonOf(card, title));
      assert.doesNotMatch(textOf(form), /verouderd/, title);
    }
  });

  it('a form that was open is taken, not handed back', async () => {
    await chat.press('Notitie toevoegen');
    await accepted();
    await chat.press('Notitie toevoegen', { Notitie: 'Gebeld.' });
    assert.match(chat.text(), /De notitie staat in het logboek/);
  });

  it('what somebody decided meanwhile is still shown first, also when a letter went out after it', async () => {
    await chat.press('Notitie toevoegen');
    const { number } = chat;
    await chat.ours.execute({ type: 'add-note', by: lars, number, text: 'Ondertussen' });
    await accepted();
    await chat.press('Notitie toevoegen', { Notitie: 'Gebeld.' });
    assert.match(chat.text(), /Deze kaart is verouderd/);
    assert.equal(chat.fields().Notitie, 'Gebeld.');
  });
});
