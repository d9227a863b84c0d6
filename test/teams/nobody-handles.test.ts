import assert from 'node:assert/strict';
import { receiptCard } from '../../src/teams/buttons/registration.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { myComplaints, search } from '../../src/teams/office/pages.ts';
import { buttonOf, fieldsOf, filledIn, textOf } from '../e2e/a-card.ts';
import { everybodyAtTheDesk, joris, sanne } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, type Chat } from './a-chat.ts';

describe('of a complaint that nobody may handle, its receiver', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await aChat({ respondents: everybodyAtTheDesk }, { mail: true });
  });
  afterEach(closeOffices);

  const read = async (): Promise<Record<'receipt' | 'mine' | 'found' | 'dossier', string>> => {
    const cards: Record<'receipt' | 'mine' | 'found' | 'dossier', Card> = {
      receipt: receiptCard(await chat.dossier(), chat.office),
      mine: await myComplaints(sanne, chat.office),
      found: await search('Pietersen', sanne, chat.office),
      dossier: await chat.open(sanne),
    };
    return {
      receipt: textOf(cards.receipt),
      mine: textOf(cards.mine),
      found: textOf(cards.found),
      dossier: textOf(cards.dossier),
    };
  };
  const informs = () => chat.take('Klager informeren', { 'Wijze van verzending': 'E-mail' }, sanne);

  it('reads on the receipt whom it is about, as they noted it', async () => {
    const { receipt } = await read();
    for (const { name } of everybodyAtTheDesk) assert.match(receipt, new RegExp(`Over: \n.*${name}`));
  });

  it('reads on the receipt what is theirs to do by that day, in place of what a handler would do', async () => {
    const { receipt } = await read();
    assert.doesNotMatch(receipt, /Ontvangst bevestigen/);
    assert.match(
      receipt,
      /De klager laten weten dat niemand de klacht mag behandelen \(artikel 5\)\nUiterlijk donderdag 9 april 2026/,
    );
  });

  it('is promised no answer, before the letter that says so and after it, on any day', async () => {
    for (const day of ['2026-04-01', '2026-05-20']) {
      chat.ours.moveTo(`${day}T10:00`);
      for (const text of Object.values(await read())) {
        assert.doesNotMatch(text, /Schriftelijk antwoord|antwoord moet|antwoord hebben/);
      }
    }
    await informs();
    await chat.ours.deliver(chat.number);
    for (const text of Object.values(await read()))
      assert.doesNotMatch(text, /Schriftelijk antwoord geven|werkdag(en)? te laat|Nog \d+ werkdag/);
  });

  it('reads that receipt is confirmed once the letter has gone', async () => {
    assert.match((await read()).dossier, /de klager weet dat nog niet/);
    await informs();
    assert.match((await read()).mine, /wacht op de mailserver/);
    await chat.ours.deliver(chat.number);
    for (const text of Object.values(await read()))
      assert.doesNotMatch(text, /nog niet bevestigd|weet dat nog niet/);
    assert.match((await read()).dossier, /de klager weet dat per brief[\s\S]*Er hoeft nu niets te gebeuren/);
    assert.match((await read()).dossier, /Daarmee is ook de ontvangst bevestigd/);
  });

  it('can add how the complainant is reached, and then tell them by letter; what to tell them is there in any case', async () => {
    chat = await aChat(
      { respondents: everybodyAtTheDesk, complainant: { name: 'Anoniem', unnamed: 'anonymous' } },
      { mail: true },
    );
    const before = await read();
    assert.match(before.receipt, /Kies dan “Aanvullen”[\s\S]*Aanvullen/);
    assert.match(before.mine, /kies “Aanvullen”\. Dit kun je de klager vertellen: .*naar de rechter/);
    assert.doesNotMatch(before.receipt, /Uiterlijk|te laat/);
    await chat.open(sanne);
    await chat.press('Aanvullen', {}, sanne);
    assert.doesNotMatch(chat.text(), /wie de klacht behandelt/);
    await chat.press('Aanvullen', { 'E-mailadres': 'anna@voorbeeld.nl' }, sanne);
    assert.match(
      chat.text(),
      /Aangevuld: e-mailadres\. Niemand mag deze klacht behandelen: het staat in het dossier/,
    );
    assert.match((await read()).receipt, /verstuur de brief met “Klager informeren”/);
    await informs();
    await chat.ours.deliver(chat.number);
    assert.match((await read()).mine, /Jij hoeft niets meer te doen/);
  });

  it('reads at “mijn klachten” what to do, and what to tell the complainant', async () => {
    assert.match(
      (await read()).mine,
      /“Klager informeren”\. Dit kun je de klager vertellen: .*naar de rechter/,
    );
    await informs();
    await chat.ours.deliver(chat.number);
    assert.match(
      (await read()).mine,
      /Jij hoeft niets meer te doen\. Dit kun je de klager vertellen: .*onze brief van/,
    );
  });
});

describe('of a complaint that nobody may handle and that is about its receiver too, that receiver', () => {
  let chat: Chat;
  const typed = {
    complainantName: 'De heer Bos',
    origin: 'client',
    summary: 'Niemand doet iets.',
    receivedOn: '2026-04-01',
    manner: 'oral',
    respondents: [...everybodyAtTheDesk, joris].map(({ id }) => id).join(','),
    form: 'another',
  };
  const number = 'K-2026-0002';
  const registers = (more = {}) => chat.pressAs(joris, { verb: 'register', data: { ...typed, ...more } });
  const asks = async (card: Card, title: string) =>
    chat.pressAs(joris, buttonOf(card, title) ?? assert.fail(textOf(card)));
  const mine = () => myComplaints(joris, chat.office);

  beforeEach(async () => {
    chat = await aChat({ respondents: everybodyAtTheDesk }, { mail: true });
  });
  afterEach(closeOffices);

  it('registers it (Art. 4), reads what is theirs to do and until when, and operators hear it at once and each werkdag', async () => {
    const receipt = textOf(await registers());
    assert.match(receipt, /Klacht K-2026-0002 is geregistreerd[\s\S]*Uiterlijk donderdag 9 april 2026/);
    assert.match(receipt, /“Klager informeren”[\s\S]*elke werkdag/);
    assert.doesNotMatch(receipt, /Schriftelijk antwoord|Aanvullen/);
    const heard = () => chat.ours.logged.filter((line) => line.includes('name a further substitute')).length;
    assert.equal(heard(), 1);
    for (const time of ['2026-04-02T09:00', '2026-04-02T15:00', '2026-04-07T09:00'])
      await chat.ours.sweepAt(time);
    assert.equal(heard(), 3);
    const { outbox = [] } = (await chat.ours.dossier(number)) ?? {};
    const reminders = outbox.filter(({ content, to }) => content.kind === 'reminder' && 'id' in to);
    assert.equal(reminders.length, 2);
    assert(reminders.every(({ to }) => 'id' in to && to.id === joris.id));
  });

  it('sends the letter as it is, on a press of the receipt or of “mijn klachten”, and sees nothing else', async () => {
    const receipt = await registers();
    assert.match(textOf(await mine()), /Klager informeren: K-2026-0002/);
    for (const form of [
      await asks(receipt, 'Klager informeren'),
      await asks(await mine(), `Klager informeren: ${number}`),
    ]) {
      assert.match(
        textOf(form),
        /kun je aan deze brief niets veranderen[\s\S]*U kunt met uw klacht naar de rechter/,
      );
      for (const label of ['Brief', 'Uw klacht, zoals de klager die leest'])
        assert(!(label in fieldsOf(form)));
      assert.equal(buttonOf(form, 'Terug'), undefined);
      assert(buttonOf(form, 'Brief downloaden'));
      assert.equal(buttonOf(form, 'Brief opnieuw maken'), undefined);
    }
    const form = await asks(receipt, 'Klager informeren');
    const filled = { 'Wijze van verzending': 'E-mail', 'E-mailadres van de klager': 'bos@voorbeeld.nl' };
    const sent = await chat.pressAs(joris, buttonOf(form, 'Klager informeren'), {
      ...filledIn(form, filled),
      letter: 'Trek uw klacht toch in.',
      wording: 'Het stelde niets voor.',
    });
    assert.match(textOf(sent), /wacht op de mailserver/);
    await chat.ours.deliver(number);
    const { complaint, journal } = (await chat.ours.dossier(number)) ?? assert.fail();
    assert.equal(complaint.letters[0]?.kind, 'no-handler');
    assert.match(complaint.letters[0]?.text ?? '', /Niemand doet iets\.[\s\S]*naar de rechter/);
    assert.doesNotMatch(JSON.stringify(complaint), /Trek uw klacht|stelde niets voor/);
    assert(journal.some(({ type, erasable }) => type === 'letter-queued' && erasable?.by.id === joris.id));
    assert.match(textOf(await mine()), /Jij hoeft niets meer te doen/);
    assert.equal(buttonOf(await mine(), `Klager informeren: ${number}`), undefined);
    await assert.rejects(async () => chat.office.register.view(number, joris));
  });

  it('is sent by nobody else, and by them only what is left to do: no other button does anything', async () => {
    const receipt = await registers();
    const asked = buttonOf(receipt, 'Klager informeren') as { data: object };
    for (const verb of [
      'add-note',
      'withdraw',
      'send-by-hand',
      'ask-add-note',
      'draft-announce-no-handler',
      'case',
    ])
      for (const who of [joris, sanne, ...everybodyAtTheDesk])
        assert.doesNotMatch(
          textOf(await chat.pressAs(who, { verb, data: asked.data }, { note: 'x' })),
          /Bos|Niemand doet/,
        );
    for (const who of [sanne, ...everybodyAtTheDesk])
      assert.doesNotMatch(textOf(await chat.pressAs(who, asked)), /Bos|Niemand doet/);
    assert.equal((await chat.ours.dossier(number))?.complaint.letters.length, 0);
  });

  it('reads what to do where nobody knows who complains, and is promised no day', async () => {
    const receipt = textOf(await registers({ complainantName: '', unnamed: 'anonymous' }));
    assert.match(receipt, /is geregistreerd[\s\S]*Vraag dan een collega/);
    assert.doesNotMatch(receipt, /Uiterlijk/);
  });
});
