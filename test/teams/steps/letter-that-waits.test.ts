import assert from 'node:assert/strict';
import { parts } from '../../e2e/a-card.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat } from '../a-chat.ts';

/** A letter that the mail server did not take, in the form "Brief zelf verstuurd". */
describe('the form for a letter that waits', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await aChat({}, { mail: true });
  });
  afterEach(closeOffices);

  const manners = (): string[] => {
    const { choices = [] } = parts(chat.card()).find(({ label }) => label === 'Wijze van verzending') ?? {};
    return (choices as { title: string }[]).map(({ title }) => title);
  };

  const delayed = async () => {
    await chat.take('Ontvangst bevestigen', { 'Wijze van verzending': 'Overhandigd' });
    await chat.take('Uitstel melden', {
      'Op wiens wens?': 'Door Ballance',
      'Reden (de klager leest die)': 'Een collega is ziek.',
      'Nieuwe dag': '2026-05-01',
    });
  };

  it('counts one that arrived after all from the day that it names, whatever day is filled in', async () => {
    await chat.take('Ontvangst bevestigen');
    chat.ours.moveTo('2026-04-03T10:00');
    await chat.open();
    await chat.press('Brief zelf verstuurd');
    assert.match(chat.text(), /Ontvangstbevestiging, van 1 april 2026/);
    await chat.press('Brief zelf verstuurd', {
      'Wijze van verzending': 'De e-mail is toch aangekomen',
      'Datum van verzending': '2026-04-03',
    });
    assert.match(chat.text(), /Vastgelegd: de brief is verstuurd op 1 april 2026\./);
    const [letter] = (await chat.complaint()).letters;
    assert.deepEqual([letter?.sentOn, letter?.countsAsReceivedOn], ['2026-04-01', '2026-04-01']);
  });

  it('takes one out of the post of which the day has come, so that another can go', async () => {
    await delayed();
    chat.ours.moveTo('2026-05-01T10:00');
    await chat.open();
    await chat.press('Brief zelf verstuurd');
    const titles = manners();
    assert.ok(
      titles.includes('Niet meer versturen: het gesprek of de dag erin is al voorbij'),
      titles.join(),
    );
    assert.ok(!titles.some((title) => title.startsWith('Nog niet verstuurd')), titles.join());
    await chat.press('Brief zelf verstuurd', { 'Wijze van verzending': titles.at(-1) ?? '' });
    assert.match(chat.text(), /de brief gaat niet meer uit\. Je kunt nu een nieuwe brief sturen\./);
    const letter = (await chat.complaint()).letters.at(-1);
    assert.deepEqual([letter?.withdrawnOn, letter?.sentOn], ['2026-05-01', undefined]);
    await chat.take('Uitstel melden');
    assert.match(chat.text(), /Uitstel melden/);
  });

  it('offers to mail one again whose day has not come, and not to take it out of the post', async () => {
    await delayed();
    await chat.open();
    await chat.press('Brief zelf verstuurd');
    const titles = manners();
    assert.ok(!titles.some((title) => title.startsWith('Niet meer versturen')), titles.join());
    assert.ok(titles.includes('Nog niet verstuurd: mail de brief opnieuw'), titles.join());
  });
});
