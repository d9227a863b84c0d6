import assert from 'node:assert/strict';
import { asking, wednesday } from '../procedure/asked.ts';
import { fatima } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat } from './a-chat.ts';

const ask = asking(wednesday);
const toCome = { solved: undefined, result: undefined, agreements: undefined, letter: undefined } as const;

describe('who leads a talk that is to come (Inleiding)', () => {
  afterEach(closeOffices);

  it('is somebody else once the complaint is about them: the answer and the card say so, and the form proposes no respondent', async () => {
    const chat = await aChat();
    const mediation = {
      ...toCome,
      form: 'mediation',
      ledBy: fatima.id,
      on: '2026-04-08',
      time: '14:00',
    } as const;
    await chat.ours.execute(ask.mediate(mediation));
    await chat.open();
    assert.doesNotMatch(chat.text(), /iemand anders moet het leiden/);
    await chat.take('Beklaagde toevoegen', {
      'Over wie gaat de klacht ook?': fatima.id,
      Reden: 'Zij nam ook niet op.',
    });
    assert.match(chat.text(), /moet iemand anders leiden: kies wie met “Gesprek of bemiddeling”/);
    await chat.open();
    assert.match(
      chat.text(),
      /Fatima el Amrani zou het leiden, maar is nu beklaagde: iemand anders moet het leiden\. Kies wie met “Gesprek of bemiddeling”/,
    );
    assert.doesNotMatch(chat.text(), /geleid door Fatima/);
    assert.match(chat.text(), /geleid door iemand die nog gekozen wordt/);
    await chat.press('Gesprek of bemiddeling');
    assert.notEqual(chat.fields()['Wie leidt het gesprek?'], fatima.id);
  });

  it('speaks of a talk that did not take place only where one is on record, and offers that as a choice there', async () => {
    const chat = await aChat();
    const says = /niet doorging|ging het niet door|Ging niet door/;
    await chat.open();
    await chat.press('Gesprek of bemiddeling');
    assert.doesNotMatch(JSON.stringify(chat.card()), says);
    await chat.ours.execute(
      ask.mediate({ ...toCome, form: 'conversation', on: '2026-04-08', time: '14:00' }),
    );
    await chat.open();
    await chat.press('Gesprek of bemiddeling');
    const form = JSON.stringify(chat.card());
    for (const words of ['niet doorging', 'ging het niet door', 'Ging niet door'])
      assert.ok(form.includes(words), words);
  });
});
