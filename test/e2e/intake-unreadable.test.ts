import assert from 'node:assert/strict';
import { intakeId } from '../../src/register/model/intake.ts';
import { schema } from '../../src/register/model/upcast.ts';
import { replaceInFile } from '../store/damage.ts';
import { type ABot, aBot, aComplaint, idOf, joris, lars, sanne } from './a-bot.ts';
import { buttonOf, filledIn, textOf } from './a-card.ts';
import { openedWindow } from './a-window.ts';

/** What is found in the place of the intake document, and what everybody hears of it. */
const found = [
  {
    name: 'damaged',
    change: (whole: Record<string, unknown>) => ({
      ...whole,
      content: { ...Object(whole.content), taken: 'x' },
    }),
    said: /Het register is beschadigd[\s\S]*Er is nu niets vastgelegd[\s\S]*Bel de klachtenfunctionaris/,
  },
  {
    name: 'of a newer version',
    change: (whole: Record<string, unknown>) => ({ ...whole, schema: schema + 1 }),
    said: /nieuwere versie[\s\S]*Er is nu niets vastgelegd[\s\S]*Bel de klachtenfunctionaris/,
  },
];

describe('a registration while the intake document cannot be read', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });
  afterEach(() => bot?.end());

  for (const { name, change, said } of found)
    it(`hears the same on a card, in a message and in a dialog when it is ${name}`, async () => {
      await bot.register(sanne, { ...aComplaint, 'Over wie gaat de klacht?': idOf(joris) });
      replaceInFile(bot.file, intakeId, change);

      const isTold = (text: string): void => {
        assert.match(text, said);
        assert.match(text, /Er werd drie keer niet teruggebeld/);
        assert.doesNotMatch(text, /weet niet zeker/);
      };
      const pressed = await bot.register(sanne);
      assert.equal(pressed.statusCode, 200);
      isTold(pressed.text + JSON.stringify(pressed.card));

      await bot.say(sanne, 'klacht');
      const dialog = await openedWindow(bot, sanne);
      isTold((await dialog.press('Klacht registreren', aComplaint)) + JSON.stringify(dialog.card()));

      await bot.say(sanne, 'klacht');
      const form = (await bot.said(sanne)).at(-1) ?? assert.fail();
      const button = buttonOf(form.card, 'Klacht registreren') ?? assert.fail();
      const { conversations } = await bot.state();
      const conversationId = conversations.find(({ title }) => title === sanne)?.id;
      const value = { ...Object(button.data), ...filledIn(form.card, aComplaint) };
      await bot.post('/tryout/api/say', { personId: idOf(sanne), conversationId, value, replyToId: form.id });
      const replaced = (await bot.said(sanne)).find(({ id }) => id === form.id)?.card;
      isTold(textOf(replaced) + JSON.stringify(replaced));

      assert.equal(await bot.stored('K-2026-0002'), undefined);
      await bot.clock('hour');
      assert.match(textOf(await bot.say(lars, 'afwezig')), said);
    });
});
