import assert from 'node:assert/strict';
import readExcelFile from 'read-excel-file/node';
import { wordText } from '../letters/word-text.ts';
import { type ABot, aBot, aComplaint, fatima, idOf, lars, sanne, willem } from './a-bot.ts';
import { buttonsOf, textOf } from './a-card.ts';

type WithFile = {
  id: string;
  offer?: { name: string; description: string };
  file?: { name: string; url: string };
};

describe('the report of a year', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne, aComplaint);
    await bot.register(sanne, { ...aComplaint, 'Over wie gaat de klacht?': idOf(lars) });
    await bot.arrives(lars, /K-2026-0001/);
  });
  after(() => bot?.end());

  const files = async (person: string) => (await bot.said(person)) as unknown as WithFile[];
  const offered = async (person: string) => (await files(person)).findLast(({ offer }) => offer);

  async function consent(person: string, activityId: string | undefined, accept: boolean, by = person) {
    const conversationId = (await bot.state()).conversations.find(({ title }) => title === person)?.id;
    await bot.post('/tryout/api/consent', { personId: idOf(by), conversationId, activityId, accept });
  }

  /** Declines the file of that name, asks for it again with its button, and takes it; returns what is in it. */
  async function declinesAndTakes(
    person: string,
    name: string,
    asked: string,
    called: string,
  ): Promise<Buffer> {
    const offer = await offered(person);
    assert.equal(offer?.offer?.name, name);
    await consent(person, offer?.id, false);
    const after = (await bot.said(person)).find(({ id }) => id === offer?.id);
    assert(textOf(after?.card).includes(`Je hebt ${called} niet gedownload`));
    assert.match((await bot.press(person, asked)).text, /staat klaar/);
    await consent(person, (await offered(person))?.id, true);
    const file = (await files(person)).at(-1)?.file;
    assert.equal(file?.name, name);
    return Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer());
  }

  /** The lines in the file that somebody gets: no number, no day. */
  async function linesFor(person: string): Promise<unknown[]> {
    await bot.say(person, 'jaaroverzicht 2026');
    const offer = await offered(person);
    await consent(person, offer?.id, true);
    assert.ok(!(await files(person)).some(({ id }) => id === offer?.id), 'the offer is gone');
    const { name, url = '' } = (await files(person)).at(-1)?.file ?? {};
    assert.equal(name, 'klachten-2026.xlsx');
    const [complaints] = await readExcelFile(Buffer.from(await (await fetch(url)).arrayBuffer()));
    assert.doesNotMatch(JSON.stringify(complaints?.data), /K-2026|Nummer/);
    return complaints?.data.slice(1) ?? [];
  }

  it('is offered to Lars for this year, and says nothing of a person', async () => {
    const card = await bot.say(lars, 'jaaroverzicht');
    assert.match(textOf(card), /Jaaroverzicht 2026[\s\S]*één klacht staat klaar als klachten-2026\.xlsx/);
    assert.doesNotMatch(textOf(card), /over jou/, 'who became a respondent later is counted as before');
    const { offer } = (await offered(lars)) ?? {};
    assert.equal(offer?.name, 'klachten-2026.xlsx');
    assert.doesNotMatch(JSON.stringify(offer), /Pietersen|Lars/);
  });

  it('is on a button of the help of everybody at the desk, and of nobody else', async () => {
    for (const person of [lars, fatima, willem]) {
      await bot.say(person, 'help');
      assert.match((await bot.press(person, 'Jaaroverzicht')).text, /Jaaroverzicht 2026/);
    }
    assert.ok(!buttonsOf(await bot.say(sanne, 'help')).includes('Jaaroverzicht'));
    assert.match(textOf(await bot.say(sanne, 'jaaroverzicht 2026')), /alleen voor de klachtenfunctionaris/);
    assert.equal(await offered(sanne), undefined);
  });

  it('comes for the board as a Word file too, of a year or a quarter, to everybody at the desk and nobody else', async () => {
    assert.match(textOf(await bot.say(sanne, 'jaarverslag 2026')), /alleen voor de klachtenfunctionaris/);
    assert.equal(await offered(sanne), undefined);
    for (const said of ['jaarverslag', 'Jaarverslag 2026', '/jaarverslag2026'])
      assert.match(
        textOf(await bot.say(willem, said)),
        /Jaarverslag klachten 2026[\s\S]*klachtenverslag-2026\.docx/,
      );
    const card = await bot.say(willem, 'jaarverslag 2026 kwartaal 4');
    assert.match(textOf(card), /Kwartaalverslag klachten: kwartaal 4 van 2026/);
    const text = wordText(
      await declinesAndTakes(
        willem,
        'klachtenverslag-2026-kwartaal-4.docx',
        'Jaarverslag 2026 kwartaal 4',
        'het jaarverslag',
      ),
    );
    assert.match(text, /kwamen er 2 klachten binnen/);
    assert.doesNotMatch(text, /K-2026|Pietersen|Lars/);
    assert.match(
      textOf(await bot.say(willem, 'jaarverslag 2019')),
      /geen klachten .* in 2019 .* ook niet in 2018/,
    );
    assert.match(
      textOf(await bot.say(willem, 'jaarverslag kwartaal')),
      /“kwartaal” is geen jaar of kwartaal/,
    );
    for (const command of ['jaarverslag', 'jaaroverzicht', 'registerlijst'])
      assert.match(
        textOf(await bot.say(willem, `${command} 1999`)),
        /“1999” is geen jaar .*Kies een jaar van 2000 tot en met 2026/,
        command,
      );
    assert.doesNotMatch(
      textOf(await bot.say(willem, 'jaarverslag 2026 kwartaal 3')),
      /Typ bijvoorbeeld: jaarverslag 2026 kwartaal 3/,
    );
  });

  it('comes for an auditor under codes, to the officer and the board and nobody else, who hear who can', async () => {
    for (const person of [sanne, fatima])
      assert.match(
        textOf(await bot.say(person, 'registerlijst 2026')),
        /alleen voor de klachtenfunctionaris en de directie\..*Vraag het aan een van hen/,
      );
    for (const said of ['registerlijst', 'Registerlijst 2026', '/registerlijst2026'])
      assert.match(
        textOf(await bot.say(willem, said)),
        /Registerlijst 2026[\s\S]*2 klachten staat klaar als registerlijst-2026\.xlsx/,
      );
    const [about, complaints] = await readExcelFile(
      await declinesAndTakes(willem, 'registerlijst-2026.xlsx', 'Registerlijst 2026', 'de registerlijst'),
    );
    assert.match(JSON.stringify(about?.data), /Ja, alles klopt/);
    assert.equal(complaints?.data.length, 3);
    assert.doesNotMatch(JSON.stringify([about?.data, complaints?.data]), /K-2026|Pietersen|Lars/);
    assert.match(textOf(await bot.say(lars, 'registerlijst 2019')), /geen klachten .* in 2019/);
    assert.match(textOf(await bot.say(lars, 'registerlijst van ons')), /“van ons” is geen jaar/);
  });

  it('holds for each reader what is not about them', async () => {
    assert.equal((await linesFor(lars)).length, 1);
    assert.equal((await linesFor(fatima)).length, 2);
  });

  it('can be asked for again when it was declined', async () => {
    await bot.say(lars, 'jaaroverzicht 2026');
    const offer = await offered(lars);
    await consent(lars, offer?.id, false);
    const after = (await bot.said(lars)).find(({ id }) => id === offer?.id);
    assert.match(textOf(after?.card), /Je hebt het jaaroverzicht niet gedownload/);
    assert.match((await bot.press(lars, 'Jaaroverzicht 2026')).text, /staat klaar/);
  });

  it('goes to no colleague with the offer in their hands', async () => {
    await bot.say(lars, 'jaaroverzicht 2026');
    const offer = await offered(lars);
    await consent(lars, offer?.id, true, sanne);
    const after = (await bot.said(lars)).find(({ id }) => id === offer?.id);
    assert.match(textOf(after?.card), /alleen voor de klachtenfunctionaris/);
  });

  it('says so when there is nothing in that year, or no such year', async () => {
    assert.match(textOf(await bot.say(lars, 'jaaroverzicht 2019')), /geen klachten .* in 2019/);
    assert.match(textOf(await bot.say(lars, 'jaaroverzicht vorig jaar')), /“vorig jaar” is geen jaar/);
  });
});
