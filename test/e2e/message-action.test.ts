import assert from 'node:assert/strict';
import { story } from '../story.ts';
import { type ABot, aBot, channel, idOf, joris, lars, sanne } from './a-bot.ts';
import { textOf } from './a-card.ts';
import { messageActionOn } from './a-window.ts';

const complaint = 'Mevrouw Pietersen wacht al drie weken\nop een telefoontje.';

describe('the message action "Klacht registreren"', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  /** Somebody says something; answers with where and what Teams calls it. */
  async function says(person: string, text: string, place = person): Promise<{ chat: string; id: string }> {
    await bot.say(person, text, place);
    const { conversations } = await bot.state();
    const chat = conversations.find(({ title }) => title === place);
    const said = chat?.activities.findLast(({ from }) => from === idOf(person));
    assert.ok(chat && said);
    return { chat: chat.id, id: said.id };
  }

  const step = story('registers what was said in a chat and in the channel, and nothing else');

  step('opens the form with the message, who wrote it and when', async () => {
    const { id } = await says(sanne, complaint);
    const dialog = await messageActionOn(bot, sanne, id);
    assert.equal(dialog.title(), 'Klacht registreren');
    const fields = dialog.fields();
    assert.equal(fields['Korte inhoud'], `Bericht van Sanne de Vries op 23-11-2026:\n${complaint}`);
    assert.equal(fields['Wijze van ontvangst'], 'written');
    assert.equal(fields['Datum van ontvangst'], '2026-11-23');
    assert.equal(fields['Naam van de klager'], '');
    assert.deepEqual(dialog.buttons(), ['Klacht registreren']);
  });

  step('shows what is missing, keeps what was typed, and registers once', async () => {
    const { id } = await says(sanne, complaint);
    const dialog = await messageActionOn(bot, sanne, id);
    const text = await dialog.press('Klacht registreren', { Vestiging: 'Utrecht' });
    assert.match(text, /Vul de naam van de klager in/);
    assert.equal(dialog.fields().Vestiging, 'Utrecht');
    const filled = { 'Naam van de klager': 'Mevrouw Pietersen' };
    assert.match(await dialog.press('Klacht registreren', filled), /Klacht K-2026-0001 is geregistreerd/);
    assert.deepEqual(dialog.buttons(), []);
    const { summary, manner } = (await bot.dossier('K-2026-0001')).complaint;
    assert.match(summary, /drie weken\nop een telefoontje/);
    assert.equal(manner, 'written');
  });

  step('confirms it in the own chat of who did it, and brings the handler their card', async () => {
    await bot.arrives(sanne, /Klacht K-2026-0001 is geregistreerd/);
    await bot.arrives(lars, /Klacht K-2026-0001/);
  });

  step('confirms once, also when Teams repeats what was sent', async () => {
    const { id } = await says(joris, 'Nog een klacht');
    const dialog = await messageActionOn(bot, joris, id);
    const data = {
      verb: 'register',
      form: 'the-form',
      complainantName: 'De heer Bos',
      origin: 'client',
      summary: 'Te laat.',
      receivedOn: '2026-11-23',
      manner: 'written',
    };
    for (let times = 0; times < 3; times++)
      assert.match(await dialog.send(data), /K-2026-0002 is geregistreerd/);
    await bot.arrives(joris, /K-2026-0002 is geregistreerd/);
    await bot.clock('hour');
    const confirmed = (await bot.cards(joris)).filter((card) => /K-2026-0002/.test(textOf(card)));
    assert.equal(confirmed.length, 1);
  });

  step('works on a message in the channel, and leaves nothing of it there', async () => {
    const { chat, id } = await says(sanne, `help ${complaint}`, channel);
    const before = await bot.everythingIn(channel);
    const dialog = await messageActionOn(bot, sanne, id, chat);
    const filled = { 'Naam van de klager': 'Mevrouw Pietersen' };
    assert.match(await dialog.press('Klacht registreren', filled), /K-2026-0003 is geregistreerd/);
    await bot.arrives(sanne, /K-2026-0003 is geregistreerd/);
    assert.equal(await bot.everythingIn(channel), before);
  });

  step('registers and does nothing else, whatever is sent', async () => {
    const { chat, id } = await says(lars, 'help', channel);
    const dialog = await messageActionOn(bot, lars, id, chat);
    for (const verb of ['case', 'ask-acknowledge', 'withdraw', 'cases', 'my-complaints', '__proto__'])
      assert.match(
        await dialog.send({ verb, number: 'K-2026-0001', version: 2, form: 'x' }),
        /^(Deze opdracht ken ik niet|Deze knop begrijp ik niet)\./,
      );
  });

  step('knows one command', async () => {
    const { conversations } = await bot.state();
    const chat = conversations.find(({ title }) => title === sanne);
    const activity = {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      channelId: 'msteams',
      serviceUrl: `${bot.url()}/tryout/connector/`,
      from: { id: '29:sanne', name: sanne, aadObjectId: idOf(sanne) },
      conversation: { id: chat?.id, conversationType: 'personal' },
    };
    for (const value of [
      undefined,
      null,
      {},
      { commandId: 'another' },
      { commandId: ['registerComplaint'] },
    ]) {
      const { status, body } = await bot.post('/api/messages', { ...activity, value });
      assert.equal(status, 200);
      assert.deepEqual(body, {
        task: { type: 'message', value: 'Deze opdracht ken ik niet. Er is niets veranderd.' },
      });
    }
  });

  step('in a chat of two does not make that the chat in which the bot speaks to somebody', async () => {
    const stranger = '11111111-2222-4333-8444-555555555555';
    const activity = {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      channelId: 'msteams',
      serviceUrl: `${bot.url()}/tryout/connector/`,
      from: { id: '29:stranger', name: 'Noor', aadObjectId: stranger },
      conversation: { id: '19:two-people@unq.gbl.spaces', conversationType: 'personal' },
      value: { commandId: 'registerComplaint', commandContext: 'message', messagePayload: {} },
    };
    const { body } = await bot.post('/api/messages', activity);
    assert.equal((body as { task: { type: string } }).task.type, 'continue');
    assert.equal(await bot.stored(`contact/${stranger}`), undefined);
  });
});
