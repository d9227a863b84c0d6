import assert from 'node:assert/strict';
import { journalLine } from '../../../src/teams/cards/case-journal.ts';
import { acknowledge, answer, object } from '../../procedure/asked.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, usual } from '../a-chat.ts';

/** Art. 6: the complainant was told until when a measure is taken, and hears of a later day. */
describe('“Nieuwe dag voor maatregel”', () => {
  afterEach(closeOffices);

  const title = 'Nieuwe dag voor maatregel';
  const promised = {
    'Maatregel 1': 'Een vast nummer om terug te bellen',
    'Maatregel 1 uiterlijk klaar op': '2026-04-29',
  };
  const later = { 'Nieuwe dag': '2026-05-20', Reden: 'GEHEIM' };

  const answered = async (circumstances: Parameters<typeof aChat>[1] = {}) => {
    const chat = await aChat({}, circumstances);
    await chat.take('Antwoord versturen', {
      ...usual.answer,
      ...promised,
      'Uw klacht, zoals de klager die leest': 'U belde drie keer.',
      'Wijze van verzending': 'Overhandigd',
    });
    return chat;
  };

  it('proposes a letter with the day that was promised, the new one and excuses, and not the reason', async () => {
    const chat = await answered({ mail: true });
    await chat.open();
    await chat.press(title);
    await chat.press('Brief maken', later);
    const made = chat.fields().Brief ?? '';
    assert.match(made, /in onze brief van 1 april 2026\. Het gaat om:\n- Een vast nummer om terug te bellen/);
    assert.match(
      made,
      /Dit zou uiterlijk woensdag 29 april 2026 klaar zijn\. Dat lukt ons niet\. Onze excuses/,
    );
    assert.match(made, /uiterlijk woensdag 20 mei 2026 klaar\./);
    assert.doesNotMatch(made, /GEHEIM|\[/);
    await chat.press(title);
    assert.match(chat.text(), /De brief gaat nu per e-mail naar de klager/);
    const { letters, measures } = await chat.complaint();
    assert.partialDeepStrictEqual(letters.at(-1), {
      ...{ kind: 'measure-delay', manner: 'email', text: made },
      promised: { of: 'measure', on: '2026-05-20' },
    });
    assert.partialDeepStrictEqual(measures[0], { dueOn: '2026-05-20', firstDueOn: '2026-04-29' });
    await chat.ours.deliver(chat.number);
    assert.ok((await chat.complaint()).letters.at(-1)?.sentOn);
  });

  it('sends a letter for every further day, which says once more what was promised first, and that it has passed', async () => {
    const chat = await answered();
    await chat.take(title, { ...later, 'Wijze van verzending': 'Overhandigd' });
    chat.ours.moveTo('2026-05-21T10:00');
    await chat.take(title, { ...later, 'Nieuwe dag': '2026-06-10', 'Wijze van verzending': 'Overhandigd' });
    const { letters } = await chat.complaint();
    assert.match(letters.at(-1)?.text ?? '', /Dit had uiterlijk woensdag 29 april 2026 klaar moeten zijn/);
    assert.match(letters.at(-1)?.text ?? '', /uiterlijk woensdag 10 juni 2026 klaar\./);
    assert.match(
      letters.at(-1)?.text ?? '',
      /Dat is niet gelukt\. Later werd dat uiterlijk woensdag 20 mei 2026: dat schreven wij u op 1 april 2026\. Ook dat is niet gelukt\. Onze excuses/,
    );
  });

  it('names in a letter the last day that a letter named for this measure, also one of the same date or that still waits', async () => {
    for (const mail of [false, true]) {
      const chat = await answered({ mail });
      const how = { 'Wijze van verzending': mail ? 'E-mail' : 'Overhandigd' };
      await chat.take(title, { ...later, ...how });
      assert.doesNotMatch((await chat.complaint()).letters.at(-1)?.text ?? '', /Later werd/);
      await chat.take(title, { ...later, 'Nieuwe dag': '2026-06-10', ...how });
      assert.match(
        (await chat.complaint()).letters.at(-1)?.text ?? '',
        /29 april 2026 klaar zijn\. Later werd dat uiterlijk woensdag 20 mei 2026.*Ook dat lukt ons niet\. Onze excuses/,
      );
      if (mail) await chat.ours.deliver(chat.number);
      await chat.open();
      await chat.press('Opnieuw versturen');
      await chat.press('Brief maken', { 'Wijze van verzending': 'Overhandigd' });
      assert.match(
        chat.fields().Brief ?? '',
        /uiterlijk woensdag 20 mei 2026.*Ook dat.*\n[\s\S]*10 juni 2026 klaar/,
      );
    }
  });

  it('names in a letter the later day that only the letter of the closing, or none, named', async () => {
    for (const isTold of [true, false]) {
      const chat = await answered();
      if (isTold) await chat.take(title, { ...later, 'Wijze van verzending': 'Geen brief sturen' });
      chat.ours.moveTo('2026-04-02T10:00');
      await chat.take('Klager gaat akkoord', { 'Wijze van verzending': 'Overhandigd' });
      if (!isTold) await chat.take(title, { ...later, 'Wijze van verzending': 'Geen brief sturen' });
      chat.ours.moveTo('2026-04-03T10:00');
      await chat.take(title, { ...later, 'Nieuwe dag': '2026-06-10', 'Wijze van verzending': 'Overhandigd' });
      const text = (await chat.complaint()).letters.at(-1)?.text ?? '';
      if (isTold)
        assert.match(
          text,
          /Later werd dat uiterlijk woensdag 20 mei 2026: dat schreven wij u op 2 april 2026\. Ook dat lukt ons niet/,
        );
      else assert.doesNotMatch(text, /Later werd/);
    }
  });

  it('names the measure, the article and the reason in the log, also of one that is done', async () => {
    const chat = await answered();
    await chat.take(title, { ...later, 'Wijze van verzending': 'Geen brief sturen' });
    await chat.take('Maatregel afvinken');
    const dossier = await chat.dossier();
    for (const type of ['measure-moved', 'measure-done']) {
      const entry = dossier.journal.find((one) => one.type === type) ?? assert.fail(type);
      const { detail } = journalLine(entry, chat.office.clock, 300, dossier.complaint);
      assert.equal(detail[0], 'Maatregel: Een vast nummer om terug te bellen (artikel 6)');
      if (type === 'measure-moved') assert.equal(detail[1], 'Reden: GEHEIM');
    }
  });

  it('records the day without a letter where none is wanted, and says so', async () => {
    const chat = await answered();
    await chat.take(title, { ...later, 'Wijze van verzending': 'Geen brief sturen' });
    assert.match(chat.text(), /De nieuwe dag is vastgelegd.* Er gaat geen brief uit/);
    assert.equal((await chat.complaint()).letters.length, 1);
  });

  it('is a letter after closing too, and can be sent again until the measure is done', async () => {
    const chat = await answered();
    await chat.take('Klager gaat akkoord', { 'Wijze van verzending': 'Geen brief sturen' });
    await chat.take(title, { ...later, 'Wijze van verzending': 'Overhandigd' });
    assert.equal((await chat.complaint()).letters.at(-1)?.kind, 'measure-delay');
    await chat.open();
    await chat.press('Opnieuw versturen');
    assert.match(chat.text(), /Nieuwe dag voor een maatregel, 1 april 2026/);
  });

  it('goes for a settlement that is recorded later, of which the measure was due by then, and refuses a day before the hearing', async () => {
    const chat = await aChat();
    for (const step of [acknowledge(), answer(), object()]) await chat.ours.execute(step);
    chat.ours.moveTo('2026-04-20T10:00');
    const held = {
      ...{ Datum: '2026-04-08', Vorm: 'Telefonisch', Verslag: 'Besproken.' },
      ...{ 'Zijn jullie eruit gekomen?': 'Ja', Afspraken: 'Wij bellen.', 'Maatregel 1': 'Een vast nummer' },
      ...{ 'Wijze van verzending': 'Overhandigd', 'Datum van verzending': '2026-04-08' },
    };
    await chat.take('Gesprek vastleggen', { ...held, 'Maatregel 1 uiterlijk klaar op': '2026-04-07' });
    assert.match(chat.text(), /Kies een datum vanaf 08-04-2026/);
    await chat.press('Gesprek vastleggen', { ...held, 'Maatregel 1 uiterlijk klaar op': '2026-04-15' });
    assert.equal((await chat.complaint()).closed?.outcome, 'settled');
    await chat.take(title, { ...later, 'Wijze van verzending': 'Overhandigd' });
    const { letters, measures } = await chat.complaint();
    assert.match(
      letters.at(-1)?.text ?? '',
      /\(artikel 9 van onze klachtenregeling\), in onze brief van 8 april 2026\.[\s\S]*Dit had uiterlijk woensdag 15 april 2026 klaar moeten zijn/,
    );
    assert.partialDeepStrictEqual(measures[0], { dueOn: '2026-05-20', firstDueOn: '2026-04-15' });
    await chat.take('Maatregel afvinken', { Datum: '2026-04-10' });
    assert.equal((await chat.complaint()).measures[0]?.doneOn, '2026-04-10');
  });

  it('asks for no letter where nobody knows who complained', async () => {
    const chat = await aChat({ complainant: { name: 'Anoniem', unnamed: 'anonymous' } });
    const { 'Waarom zijn niet beide kanten gehoord?': _, ...filled } = usual.answer;
    await chat.take('Antwoord versturen', { ...filled, ...promised });
    await chat.open();
    await chat.press(title);
    assert.doesNotMatch(chat.text(), /Wijze van verzending/);
    await chat.press(title, later);
    assert.match(chat.text(), /De nieuwe dag is vastgelegd/);
    assert.equal((await chat.complaint()).letters.length, 0);
  });
});
