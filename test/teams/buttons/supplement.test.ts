import assert from 'node:assert/strict';
import { TurnContext } from 'botbuilder';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import type { Connector } from '../../../src/teams/adapter/connector.ts';
import { bot } from '../../../src/teams/bot.ts';
import { receiptCard } from '../../../src/teams/buttons/registration.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { mayHoldForm } from '../../../src/teams/office/open-forms.ts';
import { buttonOf, buttonsOf, fieldsOf, textOf } from '../../e2e/a-card.ts';
import { addRespondent, correctDate } from '../../procedure/asked.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat, usual } from '../a-chat.ts';

const told = async (chat: Chat, person: Person) =>
  (await chat.dossier()).outbox.filter(
    ({ to, content }) => content.kind === 'supplemented' && 'id' in to && to.id === person.id,
  );

describe('“Aanvullen” by the receiver', () => {
  afterEach(closeOffices);

  const receipt = async (chat: Chat): Promise<Card> => receiptCard(await chat.dossier(), chat.office);
  const data = ({ number }: Chat) => ({ verb: 'ask-supplement', data: { number } });
  const asked = (chat: Chat, by = sanne) => chat.pressAs(by, data(chat));
  const sent = async (chat: Chat, input: Record<string, string>, by = sanne) => {
    const form = await asked(chat, by);
    const button = buttonOf(form, 'Aanvullen') ?? data(chat);
    return chat.pressAs(by, button, { ...inputs(form), ...input });
  };
  const inputs = (card: Card): Record<string, string> => {
    const found: Record<string, string> = {};
    JSON.stringify(card, (_, value) => {
      if (value && typeof value === 'object' && String(value.type).startsWith('Input.'))
        found[value.id] = value.value;
      return value;
    });
    return found;
  };

  it('stands on the receipt, and shows what was there', async () => {
    const chat = await aChat();
    const button = buttonOf(await receipt(chat), 'Aanvullen') as { verb: string };
    const form = await chat.pressAs(sanne, button);
    assert.deepEqual(fieldsOf(form), {
      'E-mailadres': 'a.pietersen@voorbeeld.nl',
      Telefoonnummer: '',
      Postadres: '',
      'Korte inhoud': 'Er werd drie keer niet teruggebeld.',
    });
  });

  it('changes contact data and summary, keeps what was there in the journal, and the handler hears it', async () => {
    const chat = await aChat();
    const shown = await sent(chat, {
      email: '',
      phone: '026 1234567',
      summary: 'Er werd vier keer niet gebeld.',
    });
    assert.match(textOf(shown), /Klacht K-2026-0001 is geregistreerd/);
    assert.match(textOf(shown), /Aangevuld: e-mailadres, telefoonnummer, korte inhoud\./);
    const noted = /Mevrouw Pietersen.*026 1234567.*Er werd vier keer niet gebeld\./s;
    assert.match(textOf(shown), noted, 'the receipt repeats what was noted');
    assert.doesNotMatch(textOf(await receipt(chat)), /Aangevuld/);
    const { complainant, summary } = await chat.complaint();
    assert.deepEqual(
      [complainant.email, complainant.phone, summary],
      [undefined, '026 1234567', 'Er werd vier keer niet gebeld.'],
    );
    const { journal } = await chat.dossier();
    assert.match(JSON.stringify(journal.at(-1)), /facts-corrected.*drie keer niet teruggebeld/);
    assert.equal(journal.at(-1)?.erasable?.by?.id, sanne.id);
    assert.equal((await told(chat, lars)).length, 1);
    assert.match(textOf(await sent(chat, {})), /niets veranderd|verandert niets/i);
  });

  it('gives the receiver what they wrote, and not what the handler made of it', async () => {
    const chat = await aChat();
    await chat.take('Gegevens corrigeren', { 'Korte inhoud': 'Geheim van de behandelaar.', Reden: 'Beter.' });
    assert.doesNotMatch(JSON.stringify([await asked(chat), await receipt(chat)]), /Geheim/);
    assert.match(textOf(await receipt(chat)), /Er werd drie keer niet teruggebeld\./);
    await sent(chat, { phone: '026 1234567' });
    const { complainant, summary } = await chat.complaint();
    assert.deepEqual([complainant.phone, summary], ['026 1234567', 'Geheim van de behandelaar.']);
  });

  it('gives the receiver the contact data that they noted, and not what the handler corrected in it', async () => {
    const chat = await aChat();
    const correct = (filled: Record<string, string>) =>
      chat.take('Gegevens corrigeren', { ...filled, Reden: 'Beter.' });
    await correct({ 'E-mailadres van de klager': 'geheim@lars.example', 'Naam van de klager': 'Van Lars' });
    await sent(chat, { phone: '026 1234567', email: 'a.pietersen@voorbeeld.nl' });
    await correct({ 'Telefoonnummer van de klager': '026 7654321' });
    const shown = JSON.stringify([await asked(chat), await receipt(chat)]);
    assert.match(shown, /026 1234567/);
    assert.doesNotMatch(shown, /geheim@lars|Van Lars|026 7654321/);
  });

  it('asks about a name at the desk that is new in the text, and routes it as it is answered', async () => {
    const chat = await aChat();
    const summary = 'Lars Brouwer belde niet terug.';
    const question = await sent(chat, { summary });
    assert.match(textOf(question), /Gaat de klacht over Lars Brouwer\?/);
    assert.equal(fieldsOf(question)['Korte inhoud'], summary);
    assert.deepEqual(await told(chat, lars), []);
    await sent(chat, { summary, [`about-${lars.id}`]: 'yes' });
    const { handler, respondents } = await chat.complaint();
    assert.equal(handler?.person.id, fatima.id);
    assert.deepEqual(
      respondents.map(({ id }) => id),
      [joris.id, lars.id],
    );
    assert.deepEqual([(await told(chat, lars)).length, (await told(chat, fatima)).length], [0, 1]);
    const other = await aChat();
    await sent(other, { summary, [`about-${lars.id}`]: 'no' });
    assert.equal((await other.complaint()).handler?.person.id, lars.id);
    assert.equal((await other.complaint()).summary, summary);
  });

  it('asks about whom is decided: who the handler took out of the text is not asked about, who they named is', async () => {
    const first = 'Lars Brouwer belde niet terug.';
    const chat = await aChat({ summary: first, notAbout: [lars] });
    await chat.take('Gegevens corrigeren', { 'Korte inhoud': 'Er is niet gebeld.', Reden: 'Beter.' });
    assert.doesNotMatch(textOf(await asked(chat)), /Gaat de klacht over/);
    await sent(chat, { phone: '026 1234567', [`about-${lars.id}`]: 'yes' });
    assert.equal((await chat.complaint()).handler?.person.id, lars.id);
    const summary = `${first} Ook vandaag niet.`;
    const question = await sent(chat, { summary });
    assert.match(textOf(question), /Gaat de klacht over Lars Brouwer\?/);
    const named = 'Lars Brouwer belde niet.';
    const correction = {
      'Korte inhoud': named,
      Reden: 'Toch de naam.',
      'Staat er nu een naam in van iemand die klachten behandelt of erover beslist?': 'true',
    };
    await chat.take('Gegevens corrigeren', correction);
    assert.equal((await chat.complaint()).summary, named);
    await sent(chat, { summary, [`about-${lars.id}`]: 'yes' });
    assert.equal((await chat.complaint()).handler?.person.id, fatima.id);
  });

  it('adds below what the handler made of the summary, which stays, and which the receiver never reads', async () => {
    const chat = await aChat();
    await chat.take('Gegevens corrigeren', { 'Korte inhoud': 'Geheim van de behandelaar.', Reden: 'Beter.' });
    for (const summary of ['Er werd vier keer niet teruggebeld.', 'Er werd vijf keer niet teruggebeld.']) {
      await sent(chat, { summary });
      assert.equal(
        (await chat.complaint()).summary,
        `Geheim van de behandelaar.\n\nAanvulling van wie de klacht registreerde:\n${summary}`,
      );
      assert.equal(fieldsOf(await asked(chat))['Korte inhoud'], summary);
    }
    const long = await sent(chat, { summary: 'a'.repeat(2000) });
    assert.match(textOf(long) + JSON.stringify(long), /al in het dossier staat/);
    assert.doesNotMatch(JSON.stringify(long), /Geheim/);
  });

  it('is for the receiver only, until receipt is confirmed, in the same words whatever stands in the way', async () => {
    const chat = await aChat();
    const texts = new Set<string>();
    const before = await chat.version();
    for (const by of [lars, joris, fatima]) texts.add(textOf(await asked(chat, by)));
    texts.add(textOf(await chat.pressAs(sanne, { verb: 'ask-supplement', data: { number: 'K-2026-0999' } })));
    assert.equal(await chat.version(), before);
    const form = await asked(chat);
    await chat.take('Ontvangst bevestigen');
    const stays = await asked(chat);
    assert.match(
      textOf(stays),
      /Klacht K-2026-0001 is geregistreerd.*Aanvullen kan alleen totdat.*Dit is genoteerd/s,
    );
    assert.ok(!buttonsOf(stays).includes('Aanvullen'));
    assert.ok(!buttonsOf(await receipt(chat)).includes('Aanvullen'));
    const late = await chat.pressAs(sanne, buttonOf(form, 'Aanvullen'), { summary: 'Nog iets.' });
    assert.match(
      textOf(late),
      /Aanvullen kan niet meer.*totdat.*is bevestigd.*Nog iets\./s,
      'what was typed stays',
    );
    const back = await chat.pressAs(sanne, buttonOf(late, 'Terug naar wat is genoteerd'));
    assert.equal(textOf(back), textOf(stays), 'and the receipt is one press away');
    const answered = await aChat();
    await answered.take('Antwoord versturen', usual.answer);
    const saying = (text: string) => /Aanvullen kan alleen totdat[^\n]*/.exec(text)?.[0];
    assert.equal(saying(textOf(await asked(answered))), saying(textOf(stays)));
    const about = await aChat({ respondents: [sanne] });
    texts.add(textOf(await asked(about)));
    assert.ok(!buttonsOf(await receipt(about)).includes('Aanvullen'));
    assert.equal(texts.size, 1, [...texts].join('\n'));
  });

  it('says what stands in the way: a letter that waits, that the receiver handles it now, that it is closed', async () => {
    const mailed = await aChat({}, { mail: true });
    await mailed.take('Ontvangst bevestigen', { 'Wijze van verzending': 'E-mail' });
    assert.match(textOf(await asked(mailed)), /, en er wacht een brief aan de klager op de mailserver\./);
    const hers = await aChat({}, { by: fatima });
    await hers.ours.execute(addRespondent({ respondent: lars }));
    const told = textOf(await asked(hers, fatima));
    assert.match(told, /jij behandelt deze klacht nu\..*“zaak K-2026-0001”.*“Gegevens corrigeren”/);
    const gone = await aChat();
    await gone.take('Klacht ingetrokken', { Reden: 'Het is opgelost.' });
    assert.match(textOf(await asked(gone)), /Aanvullen kan niet meer: deze klacht is gesloten\./);
    for (const text of [textOf(await asked(mailed)), told, textOf(await asked(gone))])
      assert.doesNotMatch(text, /zo ver is deze klacht al/);
  });

  it('tells the receiver what is theirs to do, where what they add leaves nobody who may handle it (Art. 5)', async () => {
    const other = await aChat({ respondents: [willem, ingrid] }, { by: fatima });
    const summary = 'Lars Brouwer en Fatima el Amrani belden niet terug.';
    const both = { summary, [`about-${lars.id}`]: 'yes', [`about-${fatima.id}`]: 'yes' };
    const card = textOf(await sent(other, both, fatima));
    assert.equal((await other.complaint()).handler, undefined);
    assert.match(card, /Niemand mag haar nu behandelen.*ook over jou.*Vraag vandaag nog een collega/s);
    assert.doesNotMatch(card, /krijgt er bericht van|Je hoeft niets meer te doen/);
  });

  it('sends a receiver to nobody with what is too long, where nobody may handle it', async () => {
    const chat = await aChat({ respondents: [willem, ingrid] });
    await chat.take('Gegevens corrigeren', { 'Korte inhoud': 'Zo is het beter gezegd.', Reden: 'Beter.' });
    for (const respondent of [fatima, lars]) await chat.ours.execute(addRespondent({ respondent }));
    assert.equal((await chat.complaint()).handler, undefined);
    const long = JSON.stringify(await sent(chat, { summary: 'a'.repeat(2000) }));
    assert.match(
      long,
      /al in het dossier staat.*“zaak K-2026-0001”, en leg het vast met “Notitie toevoegen”/,
    );
    assert.doesNotMatch(long, /wie de klacht behandelt/);
  });

  it('sent twice is one addition', async () => {
    const chat = await aChat();
    const form = await asked(chat);
    const input = { ...inputs(form), phone: '026 1234567' };
    await chat.pressAs(sanne, buttonOf(form, 'Aanvullen'), input);
    const before = await chat.version();
    await chat.pressAs(sanne, buttonOf(form, 'Aanvullen'), input);
    assert.equal(await chat.version(), before);
  });

  it('is an open form until it is answered without one: by the receipt, a list or a refusal', async () => {
    const chat = await aChat();
    const { office } = chat;
    const pressed = async (verb: string, input: Record<string, string> = {}) => {
      const activity = {
        ...{
          type: 'invoke',
          name: 'adaptiveCard/action',
          channelId: 'msteams',
          id: '1',
          replyToId: 'a-card',
        },
        from: { id: '29:sanne', name: sanne.name, aadObjectId: sanne.id },
        recipient: { id: '28:bot' },
        conversation: { id: 'a:sanne', conversationType: 'personal', tenantId: 'ballance' },
        ...{ serviceUrl: 'https://teams.example/', locale: 'nl-NL' },
        value: { action: { verb, data: { verb, number: chat.number, form: 'form-of-sanne', ...input } } },
      };
      const service = { sendActivities: async () => [{ id: 'sent' }] };
      const context = new TurnContext(service as never, activity as never);
      await bot({ office, connector: {} as Connector, anyClient: true })(context);
      return mayHoldForm(office.store, sanne.id, 'a-card');
    };
    const summary = 'Er werd vier keer niet gebeld.';
    assert.ok(await pressed('ask-supplement'));
    assert.ok(await pressed('supplement', { summary: '', phone: '1' }), 'the form came back');
    assert.ok(!(await pressed('supplement', { summary })));
    assert.ok(await pressed('ask-supplement'));
    assert.ok(!(await pressed('my-complaints')));
    await chat.take('Ontvangst bevestigen', { 'Wijze van verzending': 'Overhandigd' });
    assert.ok(!(await pressed('ask-supplement')), 'a refusal');
  });
});

describe('the receipt', () => {
  afterEach(closeOffices);

  it('counts how late it was forwarded from the day of receipt that it names, as it was corrected last (Art. 5)', async () => {
    const chat = await aChat({ receivedOn: '2026-03-30' });
    const read = async () => textOf(receiptCard(await chat.dossier(), chat.office));
    assert.match(await read(), /30 maart 2026.*Dit is 2 dagen te laat doorgegeven/s);
    await chat.ours.execute(correctDate({ to: '2026-04-01' }));
    assert.match(await read(), /1 april 2026/);
    assert.doesNotMatch(await read(), /te laat doorgegeven/);
    await chat.ours.execute(correctDate({ to: '2026-03-31' }));
    assert.match(await read(), /31 maart 2026.*Dit is 1 dag te laat doorgegeven/s);
  });
});
