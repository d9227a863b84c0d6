import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { readMemo } from '../../../src/register/model/memo.ts';
import { memos } from '../../../src/register/model/memos.ts';
import { type Message, personIn } from '../../../src/register/model/message.ts';
import { noteReached } from '../../../src/register/notify/unreached.ts';
import { connector, outboxAdapter } from '../../../src/teams/adapter/connector.ts';
import { receiptCard } from '../../../src/teams/buttons/registration.ts';
import { noticeCard } from '../../../src/teams/cards/notice.ts';
import { follows } from '../../../src/teams/cards/template.ts';
import { teamsDelivery } from '../../../src/teams/notifications/delivery.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import { outgoingLimits } from '../../../src/teams/notifications/outgoing-limits.ts';
import { topicOf } from '../../../src/teams/notifications/policy.ts';
import { shownCards } from '../../../src/teams/notifications/shown-cards.ts';
import { endForm, keepForm } from '../../../src/teams/office/open-forms.ts';
import { buttonOf, fieldsOf, textOf } from '../../e2e/a-card.ts';
import { fatima, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat, usual } from '../a-chat.ts';
import { aFaultyService } from '../a-faulty-service.ts';

describe('the cards of a dossier in the chats', () => {
  let service: Awaited<ReturnType<typeof aFaultyService>>;
  let chat: Chat;
  let shown: ReturnType<typeof shownCards>;

  beforeEach(async () => {
    service = await aFaultyService();
    await begin();
  });
  afterEach(async () => {
    await closeOffices();
    await service.close();
  });

  async function begin(circumstances: Parameters<typeof aChat>[1] = {}): Promise<void> {
    chat = await aChat({}, circumstances);
    shown = shownCards(chat.office);
    for (const person of [lars, fatima, sanne, joris]) {
      const conversationId = `chat-of-${person.id}`;
      const address = { serviceUrl: service.url, tenantId: 't', botId: '28:bot', conversationId };
      await chat.office.addresses.meet({ person, personal: true, address });
    }
  }

  const limits = () => outgoingLimits(chat.office.store, () => Date.parse(chat.office.clock.now()), 'one');
  const refresh = () =>
    teamsDelivery(chat.office, connector(outboxAdapter(undefined)), limits(), shown).refreshCards(
      chat.number,
      async () => {},
    );
  const known = async () =>
    (await readMemo(chat.office.store, memos.cards.of(chat.number))).content ?? assert.fail();
  const shows = async (who = lars, activityId = 'card') =>
    shown.note(who.id, activityId, await chat.open(who));
  const erase = async () => {
    await chat.take('Klacht ingetrokken', { Reden: 'Het is opgelost.' });
    await chat.take('Persoonsgegevens wissen', { Reden: 'De klager vraagt erom.' });
    const data = { number: chat.number, version: await chat.version(), form: 'one' };
    await chat.pressAs(fatima, { verb: 'answer-erasure', data }, { agrees: 'yes' });
    assert.ok((await chat.complaint()).erased);
  };

  const left = async () => (await readMemo(chat.office.store, memos.leftovers.of(chat.number))).content;
  const receipt = async () => shown.note(sanne.id, 'receipt', receiptCard(await chat.dossier(), chat.office));
  const told = (activityId: string, topic: string | undefined, who = lars) =>
    shown.note(who.id, activityId, noticeCard({ title: 'Pietersen', text: 'Een bericht.', tone: 'good' }), {
      ...{ number: chat.number, message: activityId, topic },
    });
  /** What was done in the chats, in that order. */
  const changes = (): string[] =>
    service.taken.map(({ method, activity, body }) => {
      const said = /deze kaart is vervangen|is gewist|is geregistreerd|Logboek/.exec(body)?.[0];
      return [method, activity, ...(said ? [said] : [])].join(' ');
    });

  it('that ask a second person to agree become a line once somebody else has answered', async () => {
    await chat.take('Tekst onleesbaar maken', { 'Welke tekst?': 'teruggebeld', Reden: 'Hoort er niet in.' });
    const dossier = await chat.dossier();
    for (const { id, content, to } of dossier.outbox)
      if (
        content.kind === 'redaction-request' &&
        to.kind === 'person' &&
        [fatima.id, willem.id].includes(to.id)
      ) {
        const card = noticeCard({ title: 'Akkoord?', text: 'Een vraag.', tone: 'warning' });
        await shown.note(to.id, `asked ${to.id}`, card, { number: chat.number, message: id });
      }
    await refresh();
    assert.deepEqual(changes(), []);
    const data = { number: chat.number, version: await chat.version(), form: 'one' };
    await chat.pressAs(willem, { verb: 'answer-redaction', data }, { agrees: 'no' });
    await refresh();
    const bodies = service.taken.map(({ activity, body }) => `${activity} ${body}`);
    assert.equal(bodies.length, 1);
    assert.match(
      bodies[0] ?? '',
      new RegExp(`^asked ${fatima.id} .*heeft dit al beantwoord: de tekst blijft staan`, 's'),
    );
  });

  it('that asked so say to who agreed that it is done, and to the others who did it', async () => {
    await chat.take('Tekst onleesbaar maken', { 'Welke tekst?': 'teruggebeld', Reden: 'Hoort er niet in.' });
    const asked = (await chat.dossier()).outbox.filter(({ content }) => content.kind === 'redaction-request');
    const first = asked.find(({ to }) => personIn(to) === fatima.id) ?? assert.fail();
    const card = noticeCard({ title: 'Akkoord?', text: 'Over teruggebeld.', tone: 'warning' });
    for (const activity of ['asked fatima', 'asked lars'])
      await shown.note(activity.endsWith('a') ? fatima.id : lars.id, activity, card, {
        ...{ number: chat.number, message: first.id },
      });
    const data = { number: chat.number, version: await chat.version(), form: 'one' };
    await chat.pressAs(fatima, { verb: 'answer-redaction', data }, { agrees: 'yes' });
    await refresh();
    const said = (activity: string) =>
      service.taken.filter((one) => one.activity === activity).map(({ body }) => body);
    assert.match(said('asked fatima').join(), /De tekst is onleesbaar gemaakt, overal in dit dossier/);
    assert.match(said('asked lars').join(), /heeft dit al beantwoord: de tekst is onleesbaar gemaakt/);
    assert.doesNotMatch(JSON.stringify(service.taken), /teruggebeld|deze kaart is weggehaald/);
  });

  it('in which somebody reads back what they stated keep it, without the text that was made illegible', async () => {
    await chat.take('Wederhoor vragen', { 'Waar gaat de klacht over?': 'Over het terugbellen.' });
    const asked = (await chat.dossier()).outbox.findLast(
      ({ content }) => content.kind === 'statement-request',
    );
    const { id, content } = asked ?? assert.fail();
    const card = noticeCard({ title: 'Je verklaring', text: 'Een vraag.', tone: 'good' });
    const place = { number: chat.number, message: id, topic: topicOf(content) };
    await shown.note(joris.id, 'asked', card, place);
    chat.ours.moveTo('2026-04-01T15:00');
    const statement = 'Ik belde, maar mevrouw heeft borderline en hing op.';
    await chat.pressAs(
      joris,
      { verb: 'give-statement', data: { number: chat.number, form: 'stated' } },
      { statement },
    );
    await chat.take('Tekst onleesbaar maken', { 'Welke tekst?': 'borderline', Reden: 'Hoort er niet in.' });
    const data = { number: chat.number, version: await chat.version(), form: 'one' };
    await chat.pressAs(fatima, { verb: 'answer-redaction', data }, { agrees: 'yes' });
    await refresh();
    const said = service.taken.filter(({ activity }) => activity === 'asked').map(({ body }) => body);
    assert.match(
      said.at(-1) ?? '',
      /Je verklaring is ontvangen.*mevrouw heeft \[onleesbaar gemaakt\] en hing op/s,
    );
    assert.doesNotMatch(said.join(), /borderline|weggehaald/);
  });

  it('that are taken away for a text say what was not recorded to who typed, and open the dossier for who has it', async () => {
    await chat.take('Tekst onleesbaar maken', { 'Welke tekst?': 'teruggebeld', Reden: 'Hoort er niet in.' });
    await shows();
    await told('notice', undefined);
    await told('typed', undefined);
    await keepForm(chat.office.store, lars.id, 'typed');
    await told('other', undefined, joris);
    const data = { number: chat.number, version: await chat.version(), form: 'one' };
    await chat.pressAs(fatima, { verb: 'answer-redaction', data }, { agrees: 'yes' });
    const gone = await left();
    assert.deepEqual(
      gone?.map(({ activityId, opens = false, typed = false }) => [activityId, opens, typed]),
      [
        ['notice', true, false],
        ['typed', true, true],
        ['other', false, false],
      ],
    );
    await refresh();
    const bodyOf = (activity: string) =>
      service.taken.find((one) => one.activity === activity && one.body)?.body ?? '';
    assert.match(bodyOf('typed'), /dan is dat niet vastgelegd[\s\S]*Klacht openen/);
    assert.match(bodyOf('other'), /Vraag het aan wie de klacht behandelt/);
    assert.doesNotMatch(bodyOf('other'), /niet vastgelegd|Klacht openen/);
  });

  describe('of which a later one says all that matters', () => {
    it('go, but for one line with a button: ten reminders are no wall', async () => {
      for (let i = 1; i <= 10; i++) {
        chat.ours.moveTo(`2026-04-01T10:0${i % 10}`);
        await shows(lars, `card ${i}`);
        await refresh();
      }
      const steps = Array.from({ length: 9 }, (_, i) => [
        ...(i > 0 ? [`DELETE card ${i}`] : []),
        `PUT card ${i + 1} deze kaart is vervangen`,
      ]);
      assert.deepEqual(changes(), steps.flat());
      assert.deepEqual(
        (await known()).map(({ activityId }) => activityId),
        ['card 9', 'card 10'],
      );
    });

    it('go where each is a message of its own, and those of another topic or reader stay', async () => {
      await told('one', 'hearing');
      await told('two', 'measure/m1');
      await told('three', 'hearing', fatima);
      await told('four', undefined);
      await told('five', undefined);
      await told('six', 'hearing');
      await refresh();
      assert.deepEqual(changes(), ['DELETE one']);
    });

    it('go also where a button was pressed on them since', async () => {
      await told('one', 'hearing');
      const answer = noticeCard({ title: 'De afspraak staat klaar', text: 'Als bestand.', tone: 'good' });
      await shown.note(lars.id, 'one', answer, { before: chat.number });
      await told('two', 'hearing');
      await refresh();
      assert.deepEqual(changes(), ['DELETE one']);
    });

    it('become a line where Teams deletes nothing, once', async () => {
      service.rule.answer = ({ method }) =>
        method === 'DELETE' ? { status: 405, code: 'NotAllowed' } : undefined;
      for (const id of ['one', 'two']) await told(id, 'hearing');
      for (let i = 0; i < 2; i++) await refresh();
      assert.deepEqual(changes(), ['PUT one deze kaart is vervangen']);
    });

    it('stay while somebody may be typing on them, and are gone when Teams has room again', async () => {
      for (const id of ['one', 'two']) await told(id, 'hearing');
      await keepForm(chat.office.store, lars.id, 'one');
      await refresh();
      assert.deepEqual(changes(), []);
      await endForm(chat.office.store, lars.id, 'one');
      service.rule.answer = () => ({ status: 429, code: 'Throttled', retryAfter: 20 });
      assert.equal(await refresh(), 20_000);
      service.rule.answer = () => undefined;
      chat.ours.moveTo('2026-04-01T10:01');
      await refresh();
      assert.deepEqual(changes(), ['DELETE one']);
    });
  });

  it('leave a form alone that is opened while they are drawn', async () => {
    await shows();
    await chat.ours.execute({ type: 'add-note', by: lars, number: chat.number, text: 'Gebeld.' });
    const delivery = teamsDelivery(chat.office, connector(outboxAdapter(undefined)), limits(), shown);
    await delivery.refreshCards(chat.number, () => keepForm(chat.office.store, lars.id, 'card'));
    assert.deepEqual(changes(), []);
  });

  it('are edited before a form that is opened meanwhile is shown', async () => {
    await shows();
    await chat.ours.execute({ type: 'add-note', by: lars, number: chat.number, text: 'Gebeld.' });
    const order: string[] = [];
    let opened: Promise<unknown> = Promise.resolve();
    service.rule.answer = async () => {
      opened = shown.isEdited('card').then(() => order.push('form'));
      await pause(50);
      order.push('edit');
      return undefined;
    };
    await refresh();
    await opened;
    assert.deepEqual(order, ['edit', 'form']);
    await shown.isEdited('card');
  });

  it('are the receipt too: it loses “Aanvullen” when receipt is confirmed', async () => {
    await receipt();
    await refresh();
    assert.deepEqual(changes(), []);
    await chat.take('Ontvangst bevestigen');
    await refresh();
    assert.deepEqual(changes(), ['PUT receipt is geregistreerd']);
    assert.doesNotMatch(service.bodies[0] ?? '', /Aanvullen/);
  });

  it('keep what a press said above the receipt, until something else happens', async () => {
    await chat.take('Ontvangst bevestigen');
    const pressed = { verb: 'ask-supplement', data: { number: chat.number } };
    await shown.note(sanne.id, 'receipt', await chat.pressAs(sanne, pressed), { before: chat.number });
    await refresh();
    assert.deepEqual(changes(), []);
    await chat.take('Notitie toevoegen', { Notitie: 'Gebeld.' });
    await refresh();
    assert.deepEqual(changes(), ['PUT receipt is geregistreerd']);
  });

  it('keep why the complaint is with its new handler until they act, whatever others do', async () => {
    await chat.take('Wederhoor vragen');
    await chat.take('Overdragen', {
      'Aan wie': 'Fatima el Amrani (vervanger)',
      Reden: 'Lars gaat verhuizen.',
    });
    const { outbox } = await chat.dossier();
    const message = outbox.findLast(({ content }) => content.kind === 'case') ?? assert.fail();
    const { card } = await outgoing(message, await chat.dossier(), chat.office);
    await shown.note(fatima.id, 'new', card, { message: message.id });
    const told = /Reden van de overdracht: Lars gaat verhuizen/;
    for (const [verb, statement] of [
      ['give-statement', 'Ik was ziek.'],
      ['add-to-statement', 'En Piet ook.'],
    ] as const) {
      const data = { number: chat.number, form: statement };
      await chat.pressAs(joris, { verb, data }, { statement });
      await refresh();
      assert.match(service.bodies.at(-1) ?? '', told);
      assert.match(service.bodies.at(-1) ?? '', new RegExp(statement));
    }
    await chat.take('Notitie toevoegen', { Notitie: 'Gebeld.' }, fatima);
    await refresh();
    assert.doesNotMatch(service.bodies.at(-1) ?? assert.fail(), /Zaak K-2026-0001 is nu bij jou/);
  });

  describe('that ask for a statement', () => {
    const one = /Verderop in deze chat staat de nieuwste kaart over jouw verklaring/;
    const reminded = () =>
      chat.ours.amendDossier(chat.number, (dossier) => {
        const [due, dueOn] = ['due', '2026-04-08'] as const;
        const asked = dossier.outbox.find(({ content }) => content.kind === 'statement-request');
        const reminder = {
          ...(asked ?? assert.fail()),
          id: due,
          content: { kind: 'statement-due', dueOn } as const,
        };
        return { ...dossier, outbox: [...dossier.outbox, reminder] };
      });
    /** Notes each message that asks Joris, as its delivery does. */
    async function asked(): Promise<void> {
      await chat.take('Wederhoor vragen');
      await reminded();
      const dossier = await chat.dossier();
      for (const message of dossier.outbox.filter(({ content }) => topicOf(content) === 'statement')) {
        const { card } = await outgoing(message, dossier, chat.office);
        const cause = { message: message.id, number: chat.number, topic: topicOf(message.content) };
        await shown.note(joris.id, message.content.kind, card, cause);
      }
    }
    const changed = async (): Promise<string[]> => {
      service.taken.length = 0;
      await refresh();
      return service.taken.map(({ method, activity, body }) =>
        [method, activity, /ontvangen/.test(body) ? 'thanks' : one.test(body) ? 'a line' : 'a form'].join(
          ' ',
        ),
      );
    };
    const gives = async (verb: string, statement: string, form: string) =>
      chat.pressAs(joris, { verb, data: { number: chat.number, form } }, { statement });

    it('stay until one came, for somebody may be typing in the earlier', async () => {
      await asked();
      assert.deepEqual(await changed(), []);
    });

    it('are a thank-you once it came, with what they wrote, whichever of them brought it', async () => {
      await asked();
      chat.ours.moveTo('2026-04-01T10:01');
      await gives('give-statement', 'Ik was ziek.', 'old');
      assert.deepEqual(await changed(), ['PUT statement-request a line', 'PUT statement-due thanks']);
      assert.doesNotMatch(service.bodies.at(-2) ?? '', /Klacht openen|Input/);
      assert.match(service.bodies.at(-1) ?? '', /Ik was ziek/);
      assert.deepEqual(await changed(), []);
    });

    it('promise, once a statement came, the position of Ballance until they have it', async () => {
      await asked();
      chat.ours.moveTo('2026-04-01T10:01');
      await gives('give-statement', 'Ik was ziek.', 'one');
      await changed();
      assert.match(service.bodies.at(-1) ?? '', /Het standpunt van Ballance lees je hier/);
      await chat.take('Antwoord versturen', { ...usual.answer, 'Wijze van verzending': 'Overhandigd' });
      assert.deepEqual(await changed(), ['PUT statement-due thanks']);
      assert.doesNotMatch(service.bodies.at(-1) ?? '', /Het standpunt van Ballance lees je hier/);
      assert.match(service.bodies.at(-1) ?? '', /Is er meer van je nodig, dan hoor je dat hier/);
    });

    it('stay forms where the handler recorded what they said', async () => {
      await asked();
      await refresh();
      chat.ours.moveTo('2026-04-01T10:01');
      await chat.take('Verklaring vastleggen', { Verklaring: 'Hij was ziek.', 'Van wie': joris.id });
      assert.deepEqual(await changed(), []);
    });

    it('take a second statement as an addition, that is sent on purpose', async () => {
      await asked();
      await gives('give-statement', 'Ik was ziek.', 'one');
      const again = await gives('give-statement', 'En Piet ook.', 'two');
      assert.match(textOf(again), /Er is al een verklaring van jou.*Verstuur het dan als aanvulling/s);
      assert.equal(fieldsOf(again)['Mijn verklaring'], 'En Piet ook.');
      assert.equal((await chat.complaint()).statements.length, 1);
      const added = await chat.pressAs(joris, buttonOf(again, 'Aanvulling versturen'), {
        statement: 'En Piet ook.',
      });
      assert.match(textOf(added), /Je verklaring is ontvangen/);
      assert.deepEqual(
        (await chat.complaint()).statements.map(({ text }) => text),
        ['Ik was ziek.', 'En Piet ook.'],
      );
    });
  });

  /** Offers a hearing with the employee and Fatima, and notes what each of them, and who leads it, is told. */
  async function invited(): Promise<void> {
    for (const [step, filled] of [
      ['Antwoord versturen', usual.answer],
      ['Klager is het niet eens', { Inhoud: 'Niet waar.' }],
      [
        'Hoorgesprek aanbieden',
        { ...usual.hearing, 'Medewerker aanwezig': 'true', 'Tweede vertegenwoordiger': fatima.id },
      ],
    ] as const) {
      await chat.ours.deliver(chat.number);
      await chat.take(step, filled);
    }
    const dossier = await chat.dossier();
    for (const { id } of [lars, fatima, joris]) {
      const message =
        dossier.outbox.find(({ content, to }) => content.kind === 'hearing' && personIn(to) === id) ??
        assert.fail();
      const { card } = await outgoing(message, dossier, chat.office);
      const cause = { message: message.id, number: chat.number, topic: 'hearing' };
      await shown.note(id, `told-${id}`, card, cause);
    }
  }

  const report = {
    Aanwezigen: 'Mevrouw Pietersen, Lars',
    Verslag: 'Besproken.',
    'Zijn jullie eruit gekomen?': 'Nog niet',
  };

  for (const [on, moves, by] of [
    ['2026-04-08', false, lars],
    ['2026-04-07', true, lars],
    ['2026-04-07', true, fatima],
  ] as const)
    it(`say of a hearing to all who were told that it was held, and ${moves ? '' : 'not '}that it was on another day: ${on}, recorded by ${by.name}`, async () => {
      await invited();
      await refresh();
      assert.deepEqual(service.taken, []);
      if (by === fatima) await chat.ours.setAbsence(lars, { from: on, until: on });
      chat.ours.moveTo(`${on}T16:00`);
      const earlier = moves && { 'Eerder dan afgesproken': 'true' };
      await chat.take('Gesprek vastleggen', { Datum: on, ...earlier, ...report }, by);
      await refresh();
      assert.equal(service.taken.length, 3);
      for (const body of service.bodies.slice(-3)) {
        assert.match(
          body,
          new RegExp(`het gesprek is gehouden.*gehouden op \\w+ ${Number(on.slice(8))} april 2026`, 's'),
        );
        assert.equal(/gepland op woensdag 8 april 2026\. Zet het in je agenda/.test(body), moves);
        assert.equal(/"In agenda zetten"/.test(body), moves);
      }
      if (!moves) return;
      const pressed = { verb: 'calendar', data: { number: chat.number } };
      for (const person of [lars, fatima, joris])
        assert.match(
          textOf(await chat.pressAs(person, pressed)),
          /staat klaar als bestand.*is gehouden op dinsdag 7 april/s,
        );
    });

  it('say of a hearing that is to come who leads it now', async () => {
    await invited();
    await chat.ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-08' });
    await chat.take('Notitie toevoegen', { Notitie: 'Gebeld.' });
    await refresh();
    const toFatima = service.bodies.find((body) => body.includes('jij voert het namens Ballance')) ?? '';
    assert.match(toFatima, /omdat Lars Brouwer die dag afwezig is/);
  });

  it('say of a hearing whose invitation waits that it can be moved once it was sent, and not after that', async () => {
    await begin({ mail: true });
    await invited();
    const waits = /Dat kan zodra de uitnodiging is verstuurd/;
    const { outbox } = await chat.dossier();
    const message = outbox.find(({ content, to }) => content.kind === 'hearing' && personIn(to) === lars.id);
    const before = await outgoing(message ?? assert.fail(), await chat.dossier(), chat.office);
    assert.match(textOf(before.card), waits);
    await chat.ours.deliver(chat.number);
    await refresh();
    assert.equal(service.taken.length, 1);
    const toLars = service.bodies.find((body) => body.includes('jij voert het namens Ballance'));
    assert.doesNotMatch(toLars ?? assert.fail(), waits);
  });

  it('of a closed dossier are behind for who is not reached, and follow at their first sign of life', async () => {
    await shows();
    await chat.take('Klacht ingetrokken', { Reden: 'Het is opgelost.' });
    service.rule.answer = () => ({ status: 403, code: 'ConversationBlockedByUser' });
    assert.equal(await refresh(), undefined);
    service.rule.answer = () => undefined;
    const behind: string[] = [];
    await noteReached(chat.office.store, { kind: 'person', id: lars.id }, async (id) => void behind.push(id));
    assert.deepEqual(behind, [chat.number]);
  });

  describe('of a dossier that is erased', () => {
    const everything = async () => {
      await shows(lars, 'first');
      await told('hearing', 'hearing');
      await shows(lars, 'form');
      await shown.note(lars.id, 'form', noticeCard({ title: 'Formulier', text: 'Pietersen', tone: 'good' }), {
        before: chat.number,
      });
      await keepForm(chat.office.store, lars.id, 'form');
      await receipt();
      await told('nowhere', undefined, willem);
    };

    it('say no more than that, once a chat, and are forgotten then', async () => {
      await everything();
      await erase();
      const store = chat.office.store;
      assert.deepEqual(await known(), []);
      assert.deepEqual((await left())?.map(({ activityId }) => activityId).sort(), [
        'first',
        'form',
        'hearing',
        'receipt',
      ]);
      assert.doesNotMatch(JSON.stringify(await left()), /"who"|Pietersen/);
      assert.deepEqual((await readMemo(store, memos.cardsBehind)).content, [chat.number]);
      assert.equal(await refresh(), undefined);
      assert.deepEqual(changes(), [
        'DELETE first',
        'DELETE hearing',
        'PUT form is gewist',
        'PUT receipt is gewist',
      ]);
      assert.doesNotMatch(service.bodies.join(), /Pietersen|teruggebeld/);
      assert.deepEqual(await left(), []);
    });

    it('are a line where they named others as well, and a card that follows another is drawn anew', async () => {
      const other = 'K-2026-0002';
      const named = [chat.number, other].map((one) => `${one} Pietersen`).join();
      const list = noticeCard({ title: 'Mijn zaken', text: named, tone: 'good' });
      await shown.note(lars.id, 'list', list);
      await shown.note(lars.id, 'gone', list);
      await shown.note(lars.id, 'gone', noticeCard({ title: 'Mijn zaken', text: 'Geen.', tone: 'good' }));
      const receiptOfOther = noticeCard({ title: 'Ontvangen', text: named, tone: 'good' });
      follows(receiptOfOther, { number: other, shows: 'receipt', version: 1 });
      await shown.note(sanne.id, 'of another', receiptOfOther);
      await erase();
      assert.deepEqual((await readMemo(chat.office.store, memos.cardsBehind)).content, [chat.number, other]);
      await refresh();
      assert.deepEqual(changes(), ['PUT list']);
      assert.doesNotMatch(service.bodies.join(), /Pietersen|K-2026/);
      assert.match(service.bodies.join(), /Dit overzicht is verouderd/);
      const { content } = await readMemo(chat.office.store, memos.naming.of(lars.id));
      assert.deepEqual([content, await left()], [[], []]);
    });

    it('need not be looked for in old lists: those end by themselves, outside the turn, where their chat can be reached', async () => {
      const delivery = teamsDelivery(chat.office, connector(outboxAdapter(undefined)), limits(), shown);
      const list = noticeCard({ title: 'Mijn zaken', text: `${chat.number} Pietersen`, tone: 'good' });
      const lists = async (first: number, last: number) => {
        for (let i = first; i <= last; i++) await shown.note(lars.id, `list ${i}`, list, { isNew: true });
      };
      await lists(1, 22);
      for (const status of [403, 429, 500]) {
        service.rule.answer = () => ({ status, code: 'Refused' });
        await delivery.refresh();
        await lists(22, 22);
      }
      service.rule.answer = () => undefined;
      service.taken.length = 0;
      chat.ours.moveTo('2026-04-01T10:01');
      await lists(23, 23);
      await delivery.refresh();
      assert.deepEqual(changes(), ['PUT list 1', 'PUT list 2', 'PUT list 3']);
      assert.doesNotMatch(service.bodies.join(), /Pietersen|K-2026/);
      const { content = [] } = await readMemo(chat.office.store, memos.naming.of(lars.id));
      assert.deepEqual([content[0]?.activityId, content.length], ['list 4', 20]);
    });

    it('are cleaned also where an edit was under way, or a message on its way, during the erasure', async () => {
      await shows();
      const [place] = await known();
      assert(place);
      await erase();
      await refresh();
      service.taken.length = 0;
      const notice = { text: 'Joris heeft het verzoek niet gekregen.', tone: 'attention' } as const;
      assert.equal(await shown.settle(chat.number, place, { ...place, print: 'other', notice }), false);
      await told('late', undefined);
      await refresh();
      assert.deepEqual(changes(), ['DELETE card', 'PUT late is gewist']);
      assert.deepEqual([await known(), await left()], [[], []]);
    });

    it('are tried for thirty days where somebody is not reached; the log says how many are left', async () => {
      const logged: unknown[] = [];
      chat.office.log = { ...chat.office.log, warn: (...line: unknown[]) => void logged.push(line) } as never;
      await shows(lars, 'one');
      await shows(lars, 'two');
      await erase();
      service.rule.answer = () => ({ status: 403, code: 'ConversationBlockedByUser' });
      assert.equal(await refresh(), 60 * 60_000);
      assert.equal(service.refused.length, 2);
      await refresh();
      assert.equal(service.refused.length, 2, 'not before an hour has passed');
      chat.ours.moveTo('2026-04-30T09:00');
      await refresh();
      assert.equal(service.refused.length, 4);
      chat.ours.moveTo('2026-05-01T12:00');
      assert.equal(await refresh(), undefined);
      assert.deepEqual(await left(), []);
      assert.deepEqual(logged, [
        ['messages may still show what was erased: their chat was not reached', { messages: 2 }],
      ]);
    });
  });

  it('are drawn only once their chat has room', async () => {
    await shows();
    await chat.take('Ontvangst bevestigen');
    let drawn = 0;
    const { register } = chat.office;
    const alike: typeof register.alike = (...asked) => {
      drawn += 1;
      return register.alike(...asked);
    };
    chat.office.register = { ...register, alike };
    await limits().hold(`chat-of-${lars.id}`, 10_000);
    assert.equal(await refresh(), 10_000);
    assert.equal(drawn, 0);
    chat.ours.moveTo('2026-04-01T10:01');
    assert.equal(await refresh(), undefined);
    assert.equal(drawn, 1);
    assert.deepEqual(changes(), ['PUT card Logboek']);
  });

  it('are tried again as soon as the first chat has room', async () => {
    await shows(lars, 'one');
    await shown.note(fatima.id, 'two', await chat.open());
    await chat.take('Notitie toevoegen', { Notitie: 'Gebeld.' });
    service.rule.answer = ({ conversation }) => ({
      status: 429,
      code: 'Throttled',
      retryAfter: conversation === `chat-of-${lars.id}` ? 600 : 20,
    });
    assert.equal(await refresh(), 20_000);
  });

  describe('of whom somebody was not reached', () => {
    const text = /Joris Bakker heeft het verzoek om een verklaring niet gekregen/;
    const edited = async (): Promise<string> => {
      service.bodies.length = 0;
      assert.equal(await refresh(), undefined);
      return service.bodies.join('\n');
    };

    beforeEach(async () => {
      await chat.take('Wederhoor vragen');
      let told: Message | undefined;
      await chat.ours.amend(chat.number, (dossier) => {
        const asked = dossier.outbox.find(({ content }) => content.kind === 'statement-request');
        assert(asked);
        const content = { kind: 'undelivered', message: asked.id, what: 'statement-request' } as const;
        told = { ...asked, id: 'told', to: { kind: 'person', id: lars.id }, content, status: 'sent' };
        const outbox = dossier.outbox.map((one) =>
          one === asked ? { ...one, status: 'gave-up' as const, queuedAt: '2026-03-31T08:00:00.000Z' } : one,
        );
        return { ...dossier, outbox: [...outbox, told] } as typeof dossier;
      });
      assert(told);
      const { card } = await outgoing(told, await chat.dossier(), chat.office);
      await shown.note(lars.id, 'told', card, { message: 'told' });
      await chat.take('Notitie toevoegen', { Notitie: 'Gebeld.' });
    });

    it('keep what it asks whatever happens, also when a newer card comes, until it is done', async () => {
      const followed = await edited();
      assert.match(followed, text);
      assert.match(followed, /Logboek/);

      await shows(lars, 'newer');
      const line = await edited();
      assert.match(line, text);
      assert.match(line, /Klacht openen/);
      assert.doesNotMatch(line, /Logboek|vervangen/);
      await chat.take('Notitie toevoegen', { Notitie: 'Nog eens gebeld.' });
      assert.doesNotMatch(await edited(), /vervangen/);

      await chat.take('Verklaring vastleggen', { Verklaring: 'Ik was ziek.', 'Van wie': joris.id });
      assert.match(await edited(), /deze kaart is vervangen/);
    });

    it('lose it where a step of its reader said something else there since', async () => {
      await shows(lars, 'told');
      assert.doesNotMatch(await edited(), text);
    });
  });
});
