import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ofEachKind } from '../register/some-documents.ts';
import { story } from '../story.ts';
import { type ABot, aBot, aComplaint, channel, fatima, idOf, joris, lars, sanne } from './a-bot.ts';
import { buttonOf, buttonsOf, textOf } from './a-card.ts';
import { sendFile } from './sends-files.ts';

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const pdf = Buffer.from(ofEachKind.pdf ?? '');

describe('a file that is sent to the bot', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
  });
  after(() => bot?.end());

  const step = story('from the chat to the dossier');

  step('is asked about, and not fetched, where its sender may add to no dossier', async () => {
    const card = await sendFile(bot, sanne, { name: 'brief.pdf', bytes: pdf, text: 'Dit kwam per post.' });
    assert.match(textOf(card), /Bij welke zaak\?/);
    assert.match(textOf(card), /brief\.pdf/);
    assert.match(textOf(card), /Dit kwam per post\./);
    assert.match(textOf(card), /nog niets bewaard/);
    assert.deepEqual(buttonsOf(card), ['Nieuwe klacht', 'Nergens']);
    assert.ok(!JSON.stringify(card).includes('/tryout/files/'), 'the place is a secret');
  });

  step('becomes a new complaint with what was typed, and is kept under it', async () => {
    const { card } = await bot.press(sanne, 'Nieuwe klacht');
    assert.match(textOf(card), /Tot dan is het nergens bewaard/);
    const { 'Korte inhoud': _, ...rest } = aComplaint;
    const { text } = await bot.press(sanne, 'Klacht registreren', rest);
    assert.match(text, /Klacht K-2026-0001 is geregistreerd/);
    assert.match(text, /Bewaard bij klacht K-2026-0001: “brief\.pdf”/);
    const { complaint } = await bot.dossier('K-2026-0001');
    assert.equal(complaint.summary, 'Dit kwam per post.');
    assert.deepEqual(
      complaint.documents?.map(({ name, kind, sha256, from }) => ({ name, kind, sha256, from })),
      [{ name: 'brief.pdf', kind: 'pdf', sha256: sha(pdf), from: 'complainant' }],
    );
  });

  step('is added to the dossier that its sender chooses, once however often they press', async () => {
    const card = await sendFile(bot, lars, { name: 'foto.png', bytes: ofEachKind.png ?? pdf, pasted: true });
    assert.match(textOf(card), /Afbeelding/);
    const { text } = await bot.press(lars, 'Bij deze zaak bewaren', { Zaak: 'K-2026-0001' });
    assert.match(text, /Bewaard bij klacht K-2026-0001: “Afbeelding”/);
    const again = await bot.said(lars);
    const on = again.at(-1) ?? assert.fail();
    const id = JSON.stringify(card).match(/sent-[\w-]+/)?.[0];
    await bot.pressAs(
      lars,
      on.id,
      { type: 'Action.Execute', verb: 'add-document', data: { form: id } },
      { case: 'K-2026-0001', from: 'complainant' },
    );
    assert.equal((await bot.dossier('K-2026-0001')).complaint.documents?.length, 2);
  });

  step('is kept nowhere where its sender says so', async () => {
    await sendFile(bot, lars, { name: 'ander.pdf', bytes: pdf });
    const { text } = await bot.press(lars, 'Nergens');
    assert.match(text, /niets bewaard/);
    assert.equal((await bot.dossier('K-2026-0001')).complaint.documents?.length, 2);
  });

  step(
    'of a kind that is not kept is refused plainly; the next one is asked about all the same',
    async () => {
      await sendFile(bot, lars, {
        name: 'x.exe',
        bytes: Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'),
      });
      const { text } = await bot.press(lars, 'Bij deze zaak bewaren', { Zaak: 'K-2026-0001' });
      assert.match(text, /Niet bewaard: “x\.exe”\. Dit soort bestand bewaar ik niet/);
      assert.match(text, /opnieuw: dan vraag ik bij welke zaak het hoort, en staat K-2026-0001 al klaar/);
      const card = await sendFile(bot, lars, { name: 'x.pdf', bytes: pdf });
      assert.match(textOf(card), /Bij welke zaak\?.*nog niets bewaard/s);
      assert.match(JSON.stringify(card), /"id":"case".*"value":"K-2026-0001"/);
      assert.equal((await bot.dossier('K-2026-0001')).complaint.documents?.length, 2);
      const added = await bot.press(lars, 'Bij deze zaak bewaren');
      assert.match(added.text, /Bewaard bij klacht K-2026-0001: “x\.pdf”/);
    },
  );

  step('that is too large is refused plainly', async () => {
    await sendFile(bot, lars, {
      name: 'groot.pdf',
      bytes: Buffer.concat([pdf, Buffer.alloc(25 * 1024 * 1024)]),
    });
    const { text } = await bot.press(lars, 'Bij deze zaak bewaren', { Zaak: 'K-2026-0001' });
    assert.match(text, /Niet bewaard: “groot\.pdf”\. Het is groter dan 25 MB/);
  });

  step('is asked for in vain by who may not add to that dossier', async () => {
    const card = await sendFile(bot, joris, { name: 'brief.pdf', bytes: pdf });
    assert.deepEqual(buttonsOf(card), ['Nieuwe klacht', 'Nergens']);
    const id = JSON.stringify(card).match(/sent-[\w-]+/)?.[0];
    const on = (await bot.said(joris)).at(-1) ?? assert.fail();
    const press = (by: string) =>
      bot.pressAs(
        by,
        on.id,
        { type: 'Action.Execute', verb: 'add-document', data: { form: id } },
        { case: 'K-2026-0001', from: 'complainant' },
      );
    assert.match((await press(joris)).text, /het nummer bestaat niet/);
    assert.match((await press(lars)).text, /ken ik niet meer/);
    assert.equal((await bot.dossier('K-2026-0001')).complaint.documents?.length, 3);
  });

  step('with more than ten in one message is not taken, and its sender reads which', async () => {
    const card = await sendFile(bot, lars, { name: 'rij.pdf', bytes: pdf, times: 12 });
    assert.equal(textOf(card).match(/^rij\.pdf$/gm)?.length, 10);
    const missed = /Ik neem er tien tegelijk\. Niet meegenomen: “rij\.pdf”, “rij\.pdf”\./;
    assert.match(textOf(card), missed);
    const { text } = await bot.press(lars, 'Bij deze zaak bewaren', { Zaak: 'K-2026-0001' });
    assert.match(text, /^Niet alles is bewaard/);
    assert.match(text, missed);
    assert.match(text, /opnieuw: dan vraag ik/);
    assert.equal((await bot.dossier('K-2026-0001')).complaint.documents?.length, 13);
  });

  step('is asked about once more, with what is wrong, where the choice is refused', async () => {
    const sent = await sendFile(bot, lars, { name: 'nogmaals.pdf', bytes: pdf, text: 'Let op.' });
    const id = JSON.stringify(sent).match(/sent-[\w-]+/)?.[0];
    const on = (await bot.said(lars)).at(-1) ?? assert.fail();
    const verb = { type: 'Action.Execute', verb: 'add-document', data: { form: id } };
    for (const [number, wrong] of [
      ['', /Kies een zaak\./],
      ['K-2026-0999', /het nummer bestaat niet/],
    ] as const) {
      const { text, card } = await bot.pressAs(lars, on.id, verb, { case: number, from: 'colleague' });
      assert.match(text, wrong);
      assert.match(text, /Bij welke zaak\?\nnogmaals\.pdf[\s\S]*Let op\./);
      assert.ok(buttonsOf(card).includes('Bij deze zaak bewaren'));
      assert.match(JSON.stringify(card), /"id":"from"[^}]*"value":"colleague"/);
    }
    const { text } = await bot.press(lars, 'Bij deze zaak bewaren', { Zaak: 'K-2026-0001' });
    assert.match(text, /Bewaard bij klacht K-2026-0001: “nogmaals\.pdf”/);
  });

  step('in a channel is not fetched', async () => {
    const card = await sendFile(bot, lars, { name: 'brief.pdf', bytes: pdf, place: channel });
    assert.match(textOf(card), /eigen chat met mij/);
  });
});

describe('a document of a dossier', () => {
  let bot: ABot;
  before(async () => {
    bot = await aBot();
    await bot.register(sanne, { ...aComplaint, 'Over wie gaat de klacht?': idOf(joris) });
    await bot.arrives(lars, /K-2026-0001/);
  });
  after(() => bot?.end());

  /** Accepts the file that was offered last; returns its name and its bytes. */
  async function accept(person: string): Promise<{ name: string; bytes: Buffer }> {
    const { id: conversationId, activities } =
      (await bot.state()).conversations.find(({ title }) => title === person) ?? assert.fail();
    const offered = activities.findLast((one) => 'offer' in one && one.offer) ?? assert.fail('no offer');
    await bot.post('/tryout/api/consent', {
      personId: idOf(person),
      conversationId,
      activityId: offered.id,
      accept: true,
    });
    const { activities: now } =
      (await bot.state()).conversations.find(({ title }) => title === person) ?? assert.fail();
    const { file } = (now.findLast((one) => 'file' in one && one.file) ??
      assert.fail('no file')) as unknown as {
      file: { name: string; url: string };
    };
    return { name: file.name, bytes: Buffer.from(await (await fetch(file.url)).arrayBuffer()) };
  }

  const ids = async () => (await bot.dossier('K-2026-0001')).complaint.documents?.map(({ id }) => id) ?? [];
  const png = ofEachKind.png ?? pdf;
  const large = Buffer.concat([pdf, Buffer.alloc(12 * 1024 * 1024, 'x')]);

  const step = story('from who adds it to who may read it');

  step('stands first and chosen once its button was pressed, on the receipt too', async () => {
    assert.match(JSON.stringify((await bot.press(sanne, 'Document toevoegen')).raw), /Hieronder staat hoe/);
    await bot.arrives(sanne, /Stuur het bestand hier in deze chat/);
    const card = await sendFile(bot, sanne, { name: 'Pietersen boos.pdf', bytes: large });
    assert.match(JSON.stringify(card), /"id":"case".*"value":"K-2026-0001"/);
    const { text } = await bot.press(sanne, 'Bij deze zaak bewaren');
    assert.match(text, /Bewaard bij klacht K-2026-0001/);
    assert.match(text, /Wie de klacht behandelt, ziet het in het dossier/);
    await bot.press(lars, 'Document toevoegen');
    await sendFile(bot, lars, { name: 'intern.png', bytes: png, text: 'Kijk hier eens naar.' });
    const added = await bot.press(lars, 'Bij deze zaak bewaren', { 'Van wie komt het?': 'Ballance zelf' });
    assert.match(added.text, /Kijk hier eens naar\./);
    const note = await bot.press(lars, 'Notitie toevoegen');
    assert.match(note.text, /Kijk hier eens naar\./);
  });

  step('is listed on the card of the handler, who downloads the same bytes', async () => {
    const card = await bot.say(lars, 'zaak 1');
    assert.match(textOf(card), /Pietersen boos\.pdf \(pdf, 12 MB\), van de klager/);
    assert.match(textOf(card), /intern\.png \(png, \d+ kB\), van Ballance/);
    await bot.press(lars, 'Document downloaden');
    const [first = ''] = await ids();
    await bot.press(lars, 'Document downloaden', { 'Welk document?': first });
    const { name, bytes } = await accept(lars);
    assert.equal(name, 'K-2026-0001-document-1.pdf');
    assert.equal(sha(bytes), sha(large));
  });

  let asked: { id: string; button: unknown };
  step('is read by a respondent only where the handler shares it', async () => {
    const [first = '', second = ''] = await ids();
    await bot.say(lars, 'zaak 1');
    const form = await bot.press(lars, 'Wederhoor vragen');
    assert.match(form.text, /in een document kan staan wie de klager is/);
    assert.match(
      JSON.stringify(form.card),
      /"id":"documents"[^{]*"value":""|"value":""[^{]*"id":"documents"/,
    );
    await bot.press(lars, 'Wederhoor vragen', { 'Welke documenten mag de beklaagde lezen?': second });
    const { card } = await bot.arrives(joris, /Jouw kant van het verhaal/);
    assert.match(textOf(card), /Document 2: png/);
    assert.deepEqual(buttonsOf(card), [
      'Verklaring versturen',
      'Document 2 downloaden',
      'Document toevoegen',
    ]);
    await bot.press(joris, 'Document 2 downloaden');
    const { name, bytes } = await accept(joris);
    assert.equal(name, 'K-2026-0001-document-2.png');
    assert.equal(sha(bytes), sha(png));
    const on = (await bot.said(joris)).find(({ card: one }) =>
      buttonsOf(one).includes('Verklaring versturen'),
    );
    asked = { id: on?.id ?? '', button: buttonOf(on?.card, 'Verklaring versturen') };
    const forged = { type: 'Action.Execute', verb: 'document', data: { number: 'K-2026-0001' } };
    const { text } = await bot.pressAs(joris, on?.id ?? '', forged, { document: first });
    assert.doesNotMatch(text, /klaar/);
    assert.doesNotMatch(await bot.everythingIn(joris), /Pietersen|boos|intern/);
    const journal = textOf(await bot.say(lars, 'zaak 1'));
    assert.match(journal, /Mag ook lezen: Document 2: intern\.png/);
    assert.match(journal, /intern\.png .* gedeeld met Joris Bakker/);
  });

  step('of a respondent is theirs', async () => {
    const card = await sendFile(bot, joris, { name: 'mijn rooster.pdf', bytes: pdf });
    assert.match(JSON.stringify(card), /jij bent om een verklaring gevraagd/);
    assert.doesNotMatch(JSON.stringify(card), /Pietersen/);
    assert.doesNotMatch(textOf(card), /Van wie komt het/);
    assert.doesNotMatch(JSON.stringify(card), /"id":"from"/);
    await bot.press(joris, 'Bij deze zaak bewaren', {
      Zaak: 'K-2026-0001: jij bent om een verklaring gevraagd',
    });
    const { documents = [] } = (await bot.dossier('K-2026-0001')).complaint;
    assert.equal(documents.at(-1)?.from, 'respondent');
  });

  step(
    'can be downloaded by a respondent after the statement: what was shared, and what they sent',
    async () => {
      const { card } = await bot.pressAs(joris, asked.id, asked.button, { statement: 'Ik belde wel.' });
      assert.deepEqual(buttonsOf(card), [
        'Document 2 downloaden',
        'Document 3 downloaden',
        'Document toevoegen',
      ]);
      await bot.press(joris, 'Document 3 downloaden');
      assert.equal(sha((await accept(joris)).bytes), sha(pdf));
    },
  );

  step('is given to nobody else', async () => {
    const [first = ''] = await ids();
    const forged = { type: 'Action.Execute', verb: 'document', data: { number: 'K-2026-0001' } };
    for (const person of [sanne, fatima]) {
      await bot.say(person, 'help');
      const on = (await bot.said(person)).at(-1);
      const { text } = await bot.pressAs(person, on?.id ?? '', forged, { document: first });
      assert.match(text, /het nummer bestaat niet/, person);
    }
  });
});
