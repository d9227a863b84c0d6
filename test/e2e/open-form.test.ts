import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type CosmosPeer, cosmosPeer, newDatabase } from '../store/cosmos-peer.ts';
import { type ABot, aBot, aComplaint, idOf, ingrid, lars, sanne, willem } from './a-bot.ts';
import { textOf } from './a-card.ts';
import { type APage, aPage } from './a-page.ts';

const K1 = 'K-2026-0001';
const byHand = { 'Wijze van verzending': 'Overhandigd' };
const tooLate = /Aanvullen van klacht K-2026-0001 kan niet meer/;

let peer: CosmosPeer;
const stores: Record<string, () => Record<string, string>> = {
  SQLite: () => ({}),
  'Cosmos DB': () => ({
    STORE: 'cosmos',
    COSMOS_ENDPOINT: peer.url,
    COSMOS_KEY: 'a2V5',
    COSMOS_DATABASE: newDatabase(),
  }),
};

/** Waits until it is so. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++, await pause(50)) if (await isSo()) return;
  assert.fail(what);
}

for (const [kind, env] of Object.entries(stores))
  describe(`an open form, in ${kind}`, () => {
    let bot: ABot;
    before(async () => {
      peer ??= await cosmosPeer();
    });
    afterEach(() => bot?.end());

    const found = async (person: string, words: RegExp) =>
      (await bot.said(person)).filter(({ card }) => words.test(textOf(card)));
    const goes = (person: string, words: RegExp) =>
      until(`${words} stays`, async () => (await found(person, words)).length === 0);
    async function takes(person: string, step: string, filled = {}): Promise<void> {
      await bot.press(person, step);
      const { text } = await bot.press(person, step, filled);
      assert.doesNotMatch(text, /verbeter de velden|Dit kan niet|verouderd/, `${step}: ${text}`);
    }

    it('is left alone; a message below it says what changed, also after a crash, and goes when it is sent', async () => {
      bot = await aBot(env());
      await bot.register(sanne, aComplaint);
      await bot.arrives(lars, /is nu bij jou/);
      await bot.arrives(sanne, /Doorgegeven aan Lars/);
      await bot.press(sanne, 'Aanvullen');
      const form = (await bot.said(sanne)).at(-1);
      const busy = { personId: idOf(sanne), status: 503, code: 'Busy', times: 10_000 };
      await bot.post('/tryout/faults', busy);
      await takes(lars, 'Ontvangst bevestigen', byHand);
      await bot.startAgain();
      await bot.arrives(sanne, tooLate);
      assert.deepEqual((await bot.said(sanne)).find(({ id }) => id === form?.id)?.card, form?.card);
      const { text } = await bot.press(sanne, 'Aanvullen', { Telefoonnummer: '06 12345678' }, form);
      assert.match(text, /Aanvullen kan niet meer[\s\S]*06 12345678/);
      await goes(sanne, tooLate);
    });

    it('of a board member: below it stands who decided, and nobody else reads that', async () => {
      bot = await aBot(env());
      await bot.register(sanne, aComplaint);
      await bot.arrives(lars, /is nu bij jou/);
      await takes(lars, 'Antwoord versturen', {
        Standpunt: 'Wij zien het anders.',
        Oordeel: 'Ongegrond',
        'Waarom zijn niet beide kanten gehoord?': 'Het gesprek is opgenomen.',
        ...byHand,
      });
      await bot.clock('2026-12-01T10:00');
      await takes(lars, 'Klager is het niet eens', { Inhoud: 'Niet waar.' });
      await takes(lars, 'Klager ziet af van gesprek');
      await bot.arrives(ingrid, /definitieve beslissing/);
      await bot.press(ingrid, 'Definitieve beslissing');
      const form = (await bot.said(ingrid)).findLast(({ card }) => /Motivering/.test(textOf(card)));
      await takes(willem, 'Definitieve beslissing', {
        Beslissing: 'Ongegrond.',
        Motivering: 'De opname.',
        Oordeel: 'Ongegrond',
        ...byHand,
      });
      const lost = /Klacht K-2026-0001 is niet meer bij jou[\s\S]*Willem Jansen nam op dinsdag 1 december/;
      await bot.arrives(ingrid, lost);
      assert.deepEqual((await bot.said(ingrid)).find(({ id }) => id === form?.id)?.card, form?.card);
      for (const person of [lars, willem, sanne]) assert.deepEqual(await found(person, lost), [], person);
      const { text } = await bot.press(ingrid, 'Definitieve beslissing', { Motivering: 'Toch wel.' }, form);
      assert.match(text, /Willem Jansen nam op dinsdag 1 december 2026[\s\S]*Toch wel\./);
      await goes(ingrid, lost);
    });
  });

after(() => peer?.close());

describe('an open form, in the page', () => {
  let bot: ABot;
  let open: APage;
  before(async () => {
    bot = await aBot();
    open = await aPage(bot.url());
  });
  after(async () => {
    await open?.close();
    await bot?.end();
  });

  it('keeps what was typed when the message comes below it, which goes once the form is sent', async () => {
    const { chat } = open.seat('Sanne');
    await bot.register(sanne, aComplaint);
    await bot.arrives(lars, /is nu bij jou/);
    await chat.getByText('Doorgegeven aan Lars').waitFor();
    await chat.getByRole('button', { name: 'Aanvullen', exact: true }).click();
    const phone = chat.getByLabel('Telefoonnummer');
    await phone.fill('06 12345678');
    await bot.say(lars, `zaak ${K1}`);
    await bot.press(lars, 'Ontvangst bevestigen');
    const from = performance.now();
    await bot.press(lars, 'Ontvangst bevestigen', byHand);
    await chat.getByText(tooLate).waitFor();
    // Within five seconds where the machine does nothing else.
    assert.ok(performance.now() - from < 30_000);
    assert.equal(await phone.inputValue(), '06 12345678');
    await open.picture('open-form', chat.getByText(tooLate));
    await chat.getByRole('button', { name: 'Aanvullen', exact: true }).click();
    await chat.getByText('Aanvullen kan niet meer', { exact: true }).waitFor();
    await chat.getByText('06 12345678').waitFor();
    await chat.getByText(tooLate).waitFor({ state: 'detached' });
    assert.deepEqual(open.faults, []);
  });
});
