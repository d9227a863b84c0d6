import assert from 'node:assert/strict';
import { objectionDeadline } from '../../../src/procedure/deadlines.ts';
import { longDate } from '../../../src/time/dutch-date.ts';
import { buttonOf } from '../../e2e/a-card.ts';
import { calendar } from '../../procedure/given.ts';
import { fatima, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat, usual } from '../a-chat.ts';

const street = 'Oude straat 1, 3511 AA Utrecht';
const newStreet = 'Nieuwe straat 2, 6811 AA Arnhem';

/** Confirmed and answered by post on 1 April: the answer counts as received on 8 April, and the month ends on 8 May. */
async function answeredByPost(): Promise<Chat> {
  const chat = await aChat({ complainant: { name: 'Mevrouw Pietersen', address: street } });
  await chat.take('Ontvangst bevestigen', { 'Wijze van verzending': 'Post' });
  await chat.take('Antwoord versturen', {
    ...usual.answer,
    'Maatregel 1': 'Iedereen bellen',
    'Naam bij maatregel 1 (als zoeken niet lukt)': 'Joris',
    'Maatregel 1 uiterlijk klaar op': '2026-04-10',
    'Maatregel 2': 'Een training',
    'Naam bij maatregel 2 (als zoeken niet lukt)': 'Joris',
    'Maatregel 2 uiterlijk klaar op': '2026-04-17',
    'Wijze van verzending': 'Post',
  });
  return chat;
}

/** Opens "Opnieuw versturen" and says that the answer came back. */
async function cameBack(chat: Chat): Promise<void> {
  await chat.open();
  await chat.press('Opnieuw versturen');
  await chat.press('Brief maken', { 'Waarom opnieuw?': 'De brief kwam terug' });
}

const last = async (chat: Chat) => (await chat.complaint()).letters.at(-1) ?? assert.fail('no letter');

describe('“Opnieuw versturen” of an answer that the post brought back', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await answeredByPost();
    chat.ours.moveTo('2026-04-13T10:00');
  });
  afterEach(closeOffices);

  it('makes it anew for the day, and says when it was sent before and why it goes again', async () => {
    await cameBack(chat);
    const made = chat.fields().Brief ?? '';
    assert.match(made, /^13 april 2026$/m);
    assert.match(made, /Op 1 april 2026 hebben wij u deze brief al gestuurd\. De brief kwam bij ons terug\./);
    assert.match(made, /Wij hadden eerder moeten bellen\./);
    await chat.press('Opnieuw versturen');
    assert.match(chat.text(), /De brief is opnieuw verstuurd/);
    assert.equal((await last(chat)).text, made);
    assert.deepEqual(
      (await chat.complaint()).letters.map(({ kind, again }) => [kind, again]),
      [
        ['acknowledgement', undefined],
        ['answer', undefined],
        ['answer', { letter: 2, because: 'came-back' }],
      ],
    );
  });

  it('Art. 7: the letter, the card and the register count the month from the last receipt', async () => {
    const month = async () => objectionDeadline(await chat.complaint(), calendar)?.dueOn;
    assert.equal(await month(), '2026-05-08');
    await cameBack(chat);
    await chat.press('Opnieuw versturen');
    // Three werkdagen by post: the 14th, the 15th and the 16th.
    assert.equal(await month(), '2026-05-16');
    assert.match((await last(chat)).text, /tot en met zaterdag 16 mei 2026 \(artikel 7\)/);
    assert.match((await last(chat)).text, /Wij gaan ervan uit dat u deze brief op 16 april 2026 hebt/);
    await chat.open();
    assert.ok(chat.text().includes(longDate('2026-05-16')));
    assert.ok(!chat.text().includes(longDate('2026-05-08')));
  });

  it('says of an e-mail its own day, and from which letter the month counts where that is a later one', async () => {
    const mailed = await aChat({
      complainant: { name: 'Mevrouw Pietersen', address: street, email: 'a.pietersen@voorbeeld.nl' },
    });
    await mailed.take('Ontvangst bevestigen', { 'Wijze van verzending': 'E-mail, uit mijn eigen mailbox' });
    await mailed.take('Antwoord versturen', { ...usual.answer, 'Wijze van verzending': 'Post' });
    mailed.ours.moveTo('2026-04-02T10:00');
    await mailed.take('Opnieuw versturen', {
      'Waarom opnieuw?': 'De brief kwam terug',
      'Wijze van verzending': 'E-mail, uit mijn eigen mailbox',
    });
    const { text } = await last(mailed);
    assert.match(
      text,
      /dat u deze brief op 2 april 2026 hebt\. De maand telt vanaf 8 april 2026: dan telt onze brief van 1 april 2026 als ontvangen\. Krijgt u deze brief na die dag\? /,
    );
    assert.match(text, /tot en met vrijdag 8 mei 2026 \(artikel 7\)/);
  });

  it('promises no day that has passed, and tells what was done', async () => {
    await cameBack(chat);
    assert.match(
      chat.fields().Brief ?? '',
      /- Iedereen bellen\. Dit zou uiterlijk vrijdag 10 april 2026 klaar zijn, maar het is nog niet klaar\.\n- Een training \(Joris, uiterlijk vrijdag 17 april 2026\)\n\nOnze excuses voor wat niet op tijd klaar is\.\n/,
    );
    await chat.take('Maatregel afvinken', {
      'Welke maatregel': 'Iedereen bellen (Joris, uiterlijk 10-04-2026)',
      Datum: '2026-04-09',
    });
    await cameBack(chat);
    assert.match(
      chat.fields().Brief ?? '',
      /- Iedereen bellen \(gedaan op donderdag 9 april 2026\)\n- Een training/,
    );
  });

  it('goes to another address, which the dossier then holds', async () => {
    await chat.open();
    await chat.press('Opnieuw versturen');
    await chat.press('Opnieuw versturen', {
      'Waarom opnieuw?': 'De klager heeft een ander adres',
      'Postadres van de klager': newStreet,
    });
    assert.equal((await chat.complaint()).complainant.address, newStreet);
    const { text } = await last(chat);
    assert.ok(text.includes('Nieuwe straat 2'));
    assert.match(text, /Nu kennen wij een ander adres van u\. Daarom sturen wij hem opnieuw\./);
  });

  it('comes back with the difference where somebody edited it and a field changed after that', async () => {
    await cameBack(chat);
    const edited = `${chat.fields().Brief}\nPS. Ik bel u morgen.`;
    await chat.press('Opnieuw versturen', { Brief: edited, 'Datum van verzending': '2026-04-10' });
    assert.match(chat.text(), /De gegevens zijn veranderd nadat deze brief is gemaakt/);
    assert.match(chat.text(), /In een nieuwe brief staat nu: “10 april 2026”/);
    assert.equal(chat.fields().Brief, edited);
    assert.equal((await chat.complaint()).letters.length, 2);
    const corrected = edited
      .replace(/^13 april 2026$/m, '10 april 2026')
      .replaceAll('16 april 2026', '15 april 2026')
      .replaceAll('zaterdag 16 mei 2026', 'vrijdag 15 mei 2026');
    await chat.press('Opnieuw versturen', { Brief: corrected });
    assert.deepEqual([(await last(chat)).sentOn, (await last(chat)).text], ['2026-04-10', corrected]);
  });

  it('keeps what its writer had edited when it went first, and shows what is different now', async () => {
    const edited = await aChat({ complainant: { name: 'Mevrouw Pietersen', address: street } });
    await edited.take('Ontvangst bevestigen', { 'Wijze van verzending': 'Post' });
    await edited.open();
    await edited.press('Antwoord versturen');
    await edited.press('Brief maken', usual.answer);
    await edited.press('Antwoord versturen', { Brief: `${edited.fields().Brief}\nPS. Met de groeten.` });
    edited.ours.moveTo('2026-04-13T10:00');
    await edited.take('Opnieuw versturen', { 'Waarom opnieuw?': 'De brief kwam terug' });
    assert.match(edited.text(), /In een nieuwe brief staat nu: .*“13 april 2026”/);
    assert.match(edited.fields().Brief ?? '', /PS\. Met de groeten\.$/);
  });
});

/** Reading 19: sending a letter again is possible after closing. */
describe('“Opnieuw versturen” after closing', () => {
  afterEach(closeOffices);

  it('says that the complaint is closed, stays closed, and is no wall: who disagrees in time is heard', async () => {
    const chat = await answeredByPost();
    chat.ours.moveTo('2026-05-16T10:00');
    await chat.take('Dossier sluiten', { 'Wijze van verzending': 'Geen brief sturen' });
    assert.equal((await chat.complaint()).closed?.outcome, 'lapsed');
    chat.ours.moveTo('2026-05-18T10:00');
    await cameBack(chat);
    await chat.press('Opnieuw versturen');
    const { text } = await last(chat);
    assert.match(text, /wij hebben uw klacht gesloten op 16 mei 2026, omdat wij niets van u hoorden\./);
    assert.doesNotMatch(text, /Wij sluiten uw klacht dan af/);
    assert.equal((await chat.complaint()).stage, 'closed');
    chat.ours.moveTo('2026-06-08T10:00');
    await chat.take('Klager is het niet eens', { Inhoud: 'Ik ben het er niet mee eens.' });
    assert.equal((await chat.complaint()).stage, 'objected');
  });

  it('is not offered for a letter whose words no longer hold', async () => {
    const chat = await aChat({ complainant: { name: 'Mevrouw Pietersen', address: street } });
    await chat.take('Ontvangst bevestigen', { 'Wijze van verzending': 'Post' });
    assert.ok(buttonOf(await chat.open(), 'Opnieuw versturen'));
    await chat.take('Klacht ingetrokken', {
      Reden: 'Uitgepraat.',
      'Wijze van verzending': 'Geen brief sturen',
    });
    assert.equal((await chat.complaint()).closed?.outcome, 'withdrawn');
    assert.equal(buttonOf(await chat.open(), 'Opnieuw versturen'), undefined);
  });
});

/** Art. 5: the letter names who handles the complaint now, and has the date of today. */
describe('who signs a letter that goes out again', () => {
  const complainant = { name: 'Mevrouw Pietersen', address: street };
  const signature = (text: string | undefined) => text?.trimEnd().split('\n').slice(-3, -1);
  const ofFatima = ['Fatima el Amrani', 'vervangend klachtenfunctionaris'];
  afterEach(closeOffices);

  async function handedToFatima(chat: Chat): Promise<void> {
    await chat.take('Overdragen', {
      'Aan wie': 'Fatima el Amrani (vervanger)',
      Reden: 'Zij neemt het over.',
    });
    assert.equal((await chat.complaint()).handler?.person.name, fatima.name);
  }

  it('is who sends it, where another handled the complaint when it went first', async () => {
    const chat = await aChat({ complainant });
    await chat.take('Ontvangst bevestigen', { 'Wijze van verzending': 'Post' });
    await handedToFatima(chat);
    chat.ours.moveTo('2026-04-02T10:00');
    for (let time = 1; time <= 2; time += 1) {
      await chat.take('Opnieuw versturen', { 'Waarom opnieuw?': 'De brief kwam terug' }, fatima);
      const { text, again } = await last(chat);
      assert.deepEqual(again, { letter: 1, because: 'came-back' });
      assert.match(
        text,
        /Fatima el Amrani, vervangend klachtenfunctionaris van Ballance, behandelt uw klacht/,
      );
      assert.deepEqual(signature(text), ofFatima);
    }
  });

  it('is the handler of now, where the letter waited over midnight and the complaint was handed over', async () => {
    const chat = await aChat(undefined, { mail: true });
    await chat.take('Ontvangst bevestigen');
    assert.deepEqual(signature((await last(chat)).text), ['Lars Brouwer', 'klachtenfunctionaris']);
    await handedToFatima(chat);
    chat.ours.moveTo('2026-04-02T10:00');
    await chat.ours.deliver(chat.number);
    const { text, sentOn } = await last(chat);
    assert.deepEqual([sentOn, signature(text)], ['2026-04-02', ofFatima]);
  });

  it('is the member of the board who decided, whoever sends the decision again', async () => {
    const chat = await answeredByPost();
    chat.ours.moveTo('2026-04-13T10:00');
    await chat.take('Klager is het niet eens', { Inhoud: 'Ik ben het er niet mee eens.' });
    await chat.take('Klager ziet af van gesprek');
    await chat.take(
      'Definitieve beslissing',
      { Oordeel: 'Gegrond', Beslissing: 'U hebt gelijk.', Motivering: 'Wij belden niet.' },
      willem,
    );
    await chat.take('Opnieuw versturen', { 'Waarom opnieuw?': 'De brief kwam terug' });
    const { text, kind } = await last(chat);
    assert.deepEqual([kind, signature(text)], ['final-decision', ['Willem Jansen', 'lid van de directie']]);
  });
});

/** Readings 13 and 18: letter and register promise the same day. */
describe('an acknowledgement that goes again after its receipt was corrected', () => {
  afterEach(closeOffices);

  it('promises the answer on the day that it promised first', async () => {
    const chat = await aChat({
      complainant: { name: 'Mevrouw Pietersen', address: street },
      receivedOn: '2026-03-25',
    });
    const received = async () => {
      const { letters } = await chat.complaint();
      return letters.map(({ text, promised }) => [
        promised?.on,
        /- Uiterlijk (.*) krijgt u/.exec(text)?.[1] ??
          /had dat antwoord uiterlijk (.*) moeten/.exec(text)?.[1],
      ]);
    };
    await chat.take('Ontvangst bevestigen', { 'Wijze van verzending': 'Post' });
    await chat.take('Datum corrigeren', {
      'Juiste datum': '2026-04-01',
      Reden: 'De brief lag er later.',
    });
    const again = { 'Waarom opnieuw?': 'De klager heeft de brief niet gekregen' };
    await chat.take('Opnieuw versturen', again);
    chat.ours.moveTo('2026-04-16T10:00');
    await chat.take('Opnieuw versturen', again);
    assert.deepEqual(await received(), [
      ['2026-04-15', longDate('2026-04-15')],
      ['2026-04-15', longDate('2026-04-15')],
      [undefined, longDate('2026-04-15')],
    ]);
  });
});
