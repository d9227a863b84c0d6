import assert from 'node:assert/strict';
import { eventOf } from '../../../src/register/model/journal.ts';
import { joris } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, usual } from '../a-chat.ts';

/** Art. 7: how the complainant lets know that they do not agree. */
describe('“Klager is het niet eens”', () => {
  afterEach(closeOffices);

  const answered = async () => {
    const chat = await aChat({ respondents: [joris] });
    const wording = { 'Uw klacht, zoals de klager die leest': 'U belde drie keer.' };
    await chat.take('Antwoord versturen', {
      ...usual.answer,
      ...wording,
      'Wijze van verzending': 'Overhandigd',
    });
    return chat;
  };
  const objection = { 'Datum van ontvangst': '2026-04-01', Inhoud: 'Het gebeurde weer.' };

  it('records whether it was by letter, by e-mail or said, on the card and in the log', async () => {
    for (const [title, how] of [
      ['Brief', 'letter'],
      ['E-mail', 'email'],
      ['Mondeling', 'oral'],
    ] as const) {
      const chat = await answered();
      await chat.take('Klager is het niet eens', { ...objection, Hoe: title });
      const { journal, complaint } = await chat.dossier();
      const event = journal.map(eventOf).find(({ type }) => type === 'objected');
      assert.equal(event?.type === 'objected' && event.how, how);
      assert.equal(complaint.objection?.how, how);
      assert.ok(chat.text().includes(`De klager is het niet eens (${title.toLowerCase()});`));
      assert.match(chat.text(), new RegExp(`Hoe[\\s\\S]*${title}`));
    }
  });

  it('stands in the log as in time, and not once its postmark is corrected, which stands among the facts', async () => {
    const chat = await answered();
    chat.ours.moveTo('2026-05-20T10:00');
    await chat.take('Klager is het niet eens', {
      ...objection,
      'Datum van de brief of poststempel': '2026-04-20',
      'Datum van ontvangst': '2026-05-04',
    });
    assert.match(chat.text(), /Verstuurd\n?[\s\S]{0,3}maandag 20 april 2026/);
    assert.match(chat.text(), /ontvangen op maandag 4 mei 2026, op tijd \(artikel 7\)/);
    await chat.take('Datum corrigeren', {
      'Welke datum': 'Datum van de brief of poststempel van het bezwaar',
      'Juiste datum': '2026-05-03',
      Reden: 'Verkeerd gelezen.',
    });
    assert.match(chat.text(), /Het bezwaar blijft aangenomen, zoals het toen is beoordeeld\./);
    assert.match(chat.text(), /Verstuurd\n?[\s\S]{0,3}zondag 3 mei 2026/);
    assert.match(chat.text(), /ontvangen op maandag 4 mei 2026\.\n/);
    assert.doesNotMatch(chat.text(), /op tijd \(artikel 7\)/);
  });

  it('can be recorded where that is not known', async () => {
    const chat = await answered();
    await chat.take('Klager is het niet eens', objection);
    assert.equal((await chat.complaint()).objection?.how, undefined);
  });
});
