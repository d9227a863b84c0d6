import assert from 'node:assert/strict';
import { type ABot, aBot, lars, sanne } from './a-bot.ts';
import { type APage, aPage } from './a-page.ts';

/** How fast people are: keys a second, and seconds for a press. */
const keysASecond = 5;
const secondsAPress = 1.5;

/** What is typed into the three fields of an ordinary registration. */
const typed = {
  'Korte inhoud': 'Joris belde drie keer niet terug, zoals beloofd.',
  'Naam van de klager': 'Mevrouw Pietersen',
  'E-mailadres': 'a.pietersen@voorbeeld.nl',
};

describe('the time that the daily work takes', () => {
  let bot: ABot;
  let room: APage;

  before(async () => {
    bot = await aBot({ SMTP_URL: '' });
    room = await aPage(bot.url());
    await room.page.setViewportSize({ width: 1600, height: 1000 });
    await room.shows('Sanne', 'Lars');
  });
  after(async () => {
    await room?.close();
    await bot?.end();
  });

  it('is at most half a minute for who registers, and three presses for who confirms the receipt', async () => {
    const { page } = room;
    const [receiver, handler] = [room.seat(sanne), room.seat(lars)];
    let presses = 0;
    let keys = 0;
    const press = async (act: () => Promise<void>) => {
      presses += 1;
      await act();
    };

    await press(() => receiver.chat.getByRole('button', { name: 'klacht', exact: true }).click());
    await receiver.chat.getByLabel('Korte inhoud').waitFor();
    const form = await receiver.chat.locator('.card').last().boundingBox();
    for (const [label, words] of Object.entries(typed)) {
      const field = receiver.chat.getByLabel(label);
      await press(() => field.click());
      await page.keyboard.type(words);
      keys += words.length;
    }
    await press(() => receiver.press('Klacht registreren'));
    await receiver.reads('Klacht K-2026-0001 is geregistreerd');
    const registering = { presses, keys, seconds: presses * secondsAPress + keys / keysASecond };

    await handler.reads('Zaak K-2026-0001 is nu bij jou');
    const card = handler.chat.locator('.card').last();
    const first = card.getByRole('button', { name: 'Ontvangst bevestigen', exact: true });
    const [whole, action] = await Promise.all([card.boundingBox(), first.boundingBox()]);
    assert(form && whole && action);
    const pixels = {
      width: Math.round(whole.width),
      form: Math.round(form.height),
      card: Math.round(whole.height),
      firstAction: Math.round(action.y + action.height - whole.y),
    };
    presses = 0;
    await press(() => handler.press('Ontvangst bevestigen'));
    await handler.form.waitFor();
    await press(() => handler.press('Ontvangst bevestigen', handler.form));
    await handler.form.waitFor({ state: 'detached' });
    console.log('      measured:', JSON.stringify({ registering, confirming: { presses }, pixels }));

    assert(registering.presses <= 5 && registering.keys <= 100, JSON.stringify(registering));
    assert(registering.seconds <= 30, `${registering.seconds} seconds`);
    assert(presses <= 3, `${presses} presses`);
    assert.equal(pixels.width, 640);
    assert(pixels.card <= 700, `a card of ${pixels.card} pixels`);
    assert(pixels.firstAction <= 700, `the first action at ${pixels.firstAction} pixels`);
    assert.deepEqual(room.faults, []);
  });
});
