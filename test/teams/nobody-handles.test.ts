import assert from 'node:assert/strict';
import { receiptCard } from '../../src/teams/buttons/registration.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { myComplaints, search } from '../../src/teams/office/pages.ts';
import { textOf } from '../e2e/a-card.ts';
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

  it('is somebody whom it is not about: who is a respondent asks a colleague, keeps what was typed, and operators hear it', async () => {
    const typed = {
      complainantName: 'De heer Bos',
      origin: 'client',
      summary: 'Niemand doet iets.',
      receivedOn: '2026-04-01',
      manner: 'oral',
      respondents: [...everybodyAtTheDesk, joris].map(({ id }) => id).join(','),
      form: 'another',
    };
    const refused = textOf(await chat.pressAs(joris, { verb: 'register', data: typed }));
    assert.match(
      refused,
      /Er is nog niets geregistreerd[\s\S]*Vraag vandaag nog een collega[\s\S]*Niemand doet iets\./,
    );
    assert.equal(await chat.ours.dossier('K-2026-0002'), undefined);
    assert.match(JSON.stringify(chat.ours.logged), /was not registered: name a further substitute/);
    const taken = textOf(await chat.pressAs(sanne, { verb: 'register', data: { ...typed, form: 'hers' } }));
    assert.match(taken, /Klacht K-2026-0002 is geregistreerd[\s\S]*“Klager informeren”/);
  });

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
