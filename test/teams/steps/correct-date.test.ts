import assert from 'node:assert/strict';
import { acknowledge, answer, letter, object, offerHearing } from '../../procedure/asked.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat } from '../a-chat.ts';

describe('“Datum corrigeren”', () => {
  afterEach(closeOffices);

  it('says that the hearing is later than the week by the day of the objection (Art. 8), then and in the log', async () => {
    const chat = await aChat();
    const sent = letter('Beste mevrouw', '2026-04-08');
    for (const command of [acknowledge(), answer()]) await chat.ours.execute(command);
    chat.ours.moveTo('2026-04-08T10:00');
    await chat.ours.execute(object({ receivedOn: '2026-04-08' }));
    await chat.ours.execute(offerHearing({ on: '2026-04-15', letter: sent }));
    await chat.take('Datum corrigeren', {
      'Welke datum': 'Ontvangst van het bezwaar',
      'Juiste datum': '2026-04-07',
      Reden: 'Het stempel was niet gezien.',
    });
    assert.match(
      chat.text(),
      /Het gesprek van woensdag 15 april 2026 is hierdoor later dan een week na het bezwaar: volgens artikel 8 had het uiterlijk dinsdag 14 april 2026 moeten zijn\. Het telt als 1 dag te laat, door Ballance\./,
    );
    await chat.open();
    assert.match(chat.text(), /volgens artikel 8 uiterlijk dinsdag 14 april 2026/);
    assert.match(
      chat.text(),
      /Het gesprek is daardoor aangeboden door Ballance, 1 dag te laat \(artikel 8\)\./,
    );
  });
});
