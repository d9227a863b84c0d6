import assert from 'node:assert/strict';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { readMemo } from '../../../src/register/model/memo.ts';
import { memos } from '../../../src/register/model/memos.ts';
import { connector, outboxAdapter } from '../../../src/teams/adapter/connector.ts';
import type { Card } from '../../../src/teams/cards/template.ts';
import { teamsDelivery } from '../../../src/teams/notifications/delivery.ts';
import { outgoingLimits } from '../../../src/teams/notifications/outgoing-limits.ts';
import { shownCards } from '../../../src/teams/notifications/shown-cards.ts';
import { type FormStep, isFormStep, stepForms } from '../../../src/teams/steps/all-steps.ts';
import { textOf } from '../../e2e/a-card.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, type Chat, usual } from '../a-chat.ts';
import { aFaultyService } from '../a-faulty-service.ts';

describe('below an open form', () => {
  let service: Awaited<ReturnType<typeof aFaultyService>>;
  let chat: Chat;
  let shown: ReturnType<typeof shownCards>;
  /** How often a change asked to bring the cards up to date. */
  let asked: number;

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
    asked = 0;
    shown = shownCards(chat.office, () => {
      asked += 1;
    });
    for (const person of [lars, fatima, sanne, joris, willem, ingrid]) {
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
  const note = async (who: Person, card: Card, activityId = 'form') =>
    shown.note(who.id, activityId, card, { before: chat.number });
  /** Opens the form of a step in somebody's chat, as a press on the card of the dossier does. */
  async function opens(step: string, who = lars): Promise<void> {
    await note(who, await chat.open(who));
    await note(who, await chat.press(step, {}, who));
  }
  /** Has Fatima, who stands in today, add a note to the dossier of Lars. */
  async function fatimaNotes(text = 'De klager belde.'): Promise<void> {
    if (chat.office.register.desk().absences.length === 0)
      await chat.ours.setAbsence(lars, { from: '2026-04-01', until: '2026-04-01' });
    await chat.ours.execute({ type: 'add-note', by: fatima, number: chat.number, text });
  }
  const places = async () => (await readMemo(chat.office.store, memos.cards.of(chat.number))).content ?? [];
  /** What was done in the chats since it was asked last. */
  const done = () => {
    const all = service.taken.splice(0);
    return all.map(({ method, activity, conversation }) =>
      [method, conversation.replace('chat-of-', ''), method === 'POST' ? '' : activity].join(' ').trim(),
    );
  };
  const sentTo = ({ id }: Person): string[] => [`POST ${id}`];
  /** What the last message reads. */
  const said = (): string =>
    textOf(JSON.parse(service.bodies.at(-1) ?? assert.fail()).attachments[0].content);

  it('stands who did what, that what was typed is kept and what to do; once, whatever comes after', async () => {
    await opens('Notitie toevoegen');
    await fatimaNotes();
    assert.equal(await refresh(), undefined);
    assert.deepEqual(done(), sentTo(lars));
    assert.match(said(), /Klacht K-2026-0001 is intussen veranderd/);
    assert.match(said(), /Fatima el Amrani: Notitie/);
    assert.match(said(), /“Notitie toevoegen” staat hierboven nog open\. Wat je typte staat er nog\./);
    assert.match(said(), /laat je eerst zien wat er veranderd is/);
    assert.doesNotMatch(said(), /De klager belde/);
    await refresh();
    assert.deepEqual(done(), []);
    await fatimaNotes('En nog eens.');
    await refresh();
    assert.deepEqual(done(), [`PUT ${lars.id} activity`]);
    assert.equal(said().match(/Fatima el Amrani: Notitie/g)?.length, 2);
  });

  it('stands that it cannot be sent any more, where that is so', async () => {
    await opens('Ontvangst bevestigen');
    await chat.ours.setAbsence(lars, { from: '2026-04-01', until: '2026-04-01' });
    await chat.take('Ontvangst bevestigen', {}, fatima);
    await refresh();
    assert.match(said(), /Fatima el Amrani: Ontvangst bevestigd op/);
    assert.match(said(), /“Ontvangst bevestigen” staat hierboven nog open, maar dit kan nu niet meer/);
    assert.match(said(), /met je tekst erbij/);
  });

  it('stands nothing of what its reader did, of midnight, or of what a message in that chat says', async () => {
    await chat.take('Wederhoor vragen');
    await opens('Notitie toevoegen');
    await chat.ours.execute({ type: 'add-note', by: lars, number: chat.number, text: 'Gebeld.' });
    const data = { number: chat.number, form: 'statement' };
    await chat.pressAs(joris, { verb: 'give-statement', data }, { statement: 'Ik was ziek.' });
    await refresh();
    chat.ours.moveTo('2026-05-20T00:05');
    await refresh();
    assert.deepEqual(done(), []);
  });

  it('stands what that message says in the chat of who did not get it', async () => {
    await chat.take('Wederhoor vragen');
    await chat.ours.setAbsence(lars, { from: '2026-04-01', until: '2026-04-01' });
    await opens('Notitie toevoegen', fatima);
    const data = { number: chat.number, form: 'statement' };
    await chat.pressAs(joris, { verb: 'give-statement', data }, { statement: 'Ik was ziek.' });
    await refresh();
    assert.deepEqual(done(), sentTo(fatima));
    assert.match(said(), /Joris Bakker: Verklaring van Joris Bakker/);
  });

  it('stands nothing of a letter that went, which its sender asked for', async () => {
    await begin({ mail: true });
    await chat.take('Ontvangst bevestigen');
    await chat.ours.setAbsence(lars, { from: '2026-04-01', until: '2026-04-01' });
    await opens('Notitie toevoegen', fatima);
    await chat.ours.deliver(chat.number);
    assert.ok((await chat.complaint()).letters[0]?.sentOn);
    await refresh();
    assert.deepEqual(done(), []);
  });

  it('stands each thing that happened on a line of its own, and of a letter what has become of it', async () => {
    await begin({ mail: true });
    await opens('Notitie toevoegen');
    await fatimaNotes();
    await chat.take('Ontvangst bevestigen', { 'Wijze van verzending': 'E-mail' }, fatima);
    await refresh();
    const lines = () =>
      said()
        .split('\n')
        .filter((line) => /^woensdag 1 april/.test(line));
    assert.match(
      said(),
      /Fatima el Amrani: Brief aan de mailserver gegeven: ontvangstbevestiging\. Nog niet verstuurd/,
    );
    assert.equal(lines().length, 3);
    await chat.ours.deliver(chat.number);
    done();
    await refresh();
    assert.deepEqual(done(), [`PUT ${lars.id} activity`]);
    assert.doesNotMatch(said(), /Nog niet verstuurd/);
    assert.match(said(), /Fatima el Amrani: Ontvangst bevestigd op woensdag 1 april 2026 \(e-mail\)\.\n/);
  });

  for (const [what, leave] of Object.entries({
    'it is sent': async () => {
      await chat.press('Notitie toevoegen', { Notitie: 'Gebeld.' });
      return note(lars, await chat.press('Notitie toevoegen', { Notitie: 'Gebeld.' }));
    },
    'it is dismissed': async () => note(lars, await chat.press('Terug')),
    'it comes back with what changed': async () =>
      note(lars, await chat.press('Notitie toevoegen', { Notitie: 'Gebeld.' })),
  }))
    it(`stands nothing any more once ${what}`, async () => {
      await opens('Notitie toevoegen');
      await fatimaNotes();
      await refresh();
      const before = asked;
      await leave();
      assert.ok(asked > before);
      done();
      await refresh();
      assert.deepEqual(done(), [`DELETE ${lars.id} activity`]);
      assert.deepEqual(
        (await places()).map(({ activityId }) => activityId),
        ['form'],
      );
      await refresh();
      assert.deepEqual(done(), []);
    });

  it('stands a new message where the form came back, and somebody did something again', async () => {
    await opens('Notitie toevoegen');
    await fatimaNotes();
    await refresh();
    await note(lars, await chat.press('Notitie toevoegen', { Notitie: 'Gebeld.' }));
    await refresh();
    done();
    await fatimaNotes('En nog eens.');
    await refresh();
    assert.deepEqual(done(), sentTo(lars));
    assert.equal(said().match(/Fatima el Amrani: Notitie/g)?.length, 1);
  });

  it('stands the dossier once its button was pressed, which follows; the form stays, and no second message comes', async () => {
    await opens('Notitie toevoegen');
    await fatimaNotes();
    await refresh();
    const button = { verb: 'case', data: { number: chat.number } };
    assert.match(JSON.stringify(service.taken.at(-1)), /Klacht openen/);
    await note(lars, await chat.pressAs(lars, button), 'activity');
    done();
    await fatimaNotes('En nog eens.');
    await refresh();
    assert.deepEqual(done(), [`PUT ${lars.id} activity`]);
    assert.match(said(), /Logboek/);
  });

  it('stands, for who has the dossier no more, that and no reason; a board member hears who decided', async () => {
    await chat.take('Antwoord versturen', usual.answer);
    await chat.take('Klager is het niet eens', { Inhoud: 'Niet waar.' });
    await chat.take('Klager ziet af van gesprek');
    await opens('Definitieve beslissing', ingrid);
    await chat.take(
      'Definitieve beslissing',
      { Beslissing: 'Gegrond.', Motivering: 'De opname.', Oordeel: 'Gegrond' },
      willem,
    );
    await refresh();
    assert.deepEqual(done(), sentTo(ingrid));
    assert.match(said(), /Klacht K-2026-0001 is niet meer bij jou/);
    assert.match(said(), /Willem Jansen nam op woensdag 1 april 2026 de definitieve beslissing/);
    assert.match(said(), /kun je niet meer versturen/);
    assert.doesNotMatch(said(), /Pietersen|opname/);
  });

  /** Has Lars away, and opens every form of who stands in, one after the other; `then` says what happens below it. */
  async function belowEveryForm(then: (step: FormStep) => Promise<void>): Promise<void> {
    const away = () => chat.ours.setAbsence(lars, { from: '2026-04-01', until: '2026-04-03' });
    await away();
    const told: string[] = [];
    for (const step of openSteps(fatima, await chat.complaint(), chat.ours.context()).filter(isFormStep)) {
      await opens(stepForms[step].title, fatima);
      // Without another complaint there is none to merge with, and no form.
      if ((await places()).at(-1)?.shows !== 'form') continue;
      told.push(step);
      await refresh();
      assert.deepEqual(done(), [], step);
      await then(step);
      await begin();
      await away();
    }
    assert.ok(told.length > 8, told.join(', '));
  }

  it('stands, for who stood in, that they do not any more, below every form of the dossier; once', () =>
    belowEveryForm(async (step) => {
      await chat.ours.endAbsence(lars);
      await refresh();
      assert.deepEqual(done(), sentTo(fatima), step);
      assert.match(
        said(),
        /is niet meer bij jou.*Je valt niet meer in voor Lars Brouwer\. Wat je hierboven typte/s,
      );
      await refresh();
      assert.deepEqual(done(), [], step);
    }));

  it('stands so too for who stood in because two were away, when one of them is back, or both', async () => {
    const away = { from: '2026-04-01', until: '2026-04-03' } as const;
    for (const back of [[fatima], [lars], [fatima, lars]]) {
      for (const one of [lars, fatima]) await chat.ours.setAbsence(one, away);
      await opens('Notitie toevoegen', willem);
      await refresh();
      assert.deepEqual(done(), []);
      for (const one of back) await chat.ours.endAbsence(one);
      await refresh();
      assert.deepEqual(done(), sentTo(willem));
      assert.match(said(), /is niet meer bij jou.*Je valt niet meer in voor Lars Brouwer\./s);
      await begin();
    }
  });

  it('stands so too in a closed dossier with a measure to be taken', async () => {
    await chat.ours.setAbsence(lars, { from: '2026-04-01', until: '2026-04-03' });
    await chat.take('Antwoord versturen', {
      ...usual.answer,
      'Maatregel 1': 'Belrooster',
      'Maatregel 1 uiterlijk klaar op': '2026-04-29',
    });
    await chat.take('Klager gaat akkoord');
    await opens('Maatregel afvinken', fatima);
    await refresh();
    done();
    await chat.ours.endAbsence(lars);
    await refresh();
    assert.match(said(), /Je valt niet meer in voor Lars Brouwer\./);
  });

  /** Has Lars close the dossier, because the complaint was withdrawn. */
  async function closes(): Promise<void> {
    await chat.ours.execute({
      type: 'withdraw',
      by: lars,
      number: chat.number,
      on: chat.ours.clock.today(),
      reason: 'Opgelost.',
    });
    assert.ok((await chat.complaint()).closed);
  }

  for (const [when, order] of Object.entries({
    'while they stand in': ['close'],
    'after they stood in': ['back', 'close'],
    'just before the other is back': ['close', 'back'],
    'long after they stood in': ['back', 'later', 'close'],
  }))
    it(`stands, for who stood in, that it was closed by another, ${when}, below every form`, () =>
      belowEveryForm(async (step) => {
        for (const what of order) {
          if (what === 'back') await chat.ours.endAbsence(lars);
          else if (what === 'later') chat.ours.moveTo('2026-04-07T10:00');
          else await closes();
        }
        await refresh();
        assert.deepEqual(done(), sentTo(fatima), step);
        assert.match(said(), order.includes('back') ? /niet meer bij jou/ : /Gesloten|ingetrokken/, step);
      }));

  it('stands nothing of an absence for who had a task of their own that is over', async () => {
    await chat.take('Antwoord versturen', usual.answer);
    await chat.take('Klager is het niet eens', { Inhoud: 'Niet waar.' });
    await chat.take('Hoorgesprek aanbieden', usual.hearing);
    await chat.take('Klager ziet af van gesprek');
    await opens('Notitie toevoegen', ingrid);
    await chat.take('Hoorgesprek aanbieden', usual.hearing);
    await refresh();
    assert.doesNotMatch(service.bodies.join(), /valt niet meer in/);
  });

  it('stands nothing of an absence that is over for who handed the dossier over, or has a task of their own in it', async () => {
    await chat.ours.execute({
      type: 'hand-over',
      by: lars,
      number: chat.number,
      to: fatima.id,
      reason: 'Ziek.',
    });
    await opens('Notitie toevoegen', fatima);
    await chat.ours.execute({
      type: 'hand-over',
      by: fatima,
      number: chat.number,
      to: lars.id,
      reason: 'Terug.',
    });
    await refresh();
    assert.doesNotMatch(service.bodies.join(), /valt niet meer in/);
  });

  it('stands nothing that tells somebody that the complaint is about them now', async () => {
    await chat.ours.setAbsence(lars, { from: '2026-04-01', until: '2026-04-01' });
    await opens('Notitie toevoegen', fatima);
    await chat.take('Beklaagde toevoegen', {
      'Over wie gaat de klacht ook?': fatima.id,
      Reden: 'De klager noemt Fatima.',
    });
    await refresh();
    assert.deepEqual(done(), sentTo(fatima));
    assert.match(said(), /is niet meer bij jou/);
    assert.doesNotMatch(said(), /beklaagde|noemt|Pietersen|Lars/i);
  });

  describe('of the receiver', () => {
    const supplements = async () => {
      const verb = 'ask-supplement';
      await note(sanne, await chat.pressAs(sanne, { verb, data: { number: chat.number } }));
    };

    it('stands that nothing can be added any more, and nothing else of the handling', async () => {
      await supplements();
      await chat.take('Notitie toevoegen', { Notitie: 'Gebeld.' });
      await refresh();
      assert.deepEqual(done(), []);
      await chat.take('Ontvangst bevestigen');
      await refresh();
      assert.deepEqual(done(), sentTo(sanne));
      assert.match(said(), /Aanvullen van klacht K-2026-0001 kan niet meer/);
      assert.match(said(), /Geef het door aan wie de klacht behandelt/);
      assert.doesNotMatch(said(), /Lars|Pietersen|Klacht openen/);
    });

    for (const [what, answer] of Object.entries({
      'it is sent': () =>
        chat.pressAs(
          sanne,
          { verb: 'supplement', data: { number: chat.number, form: 'one' } },
          { summary: 'Er werd niet gebeld.', phone: '06 12345678' },
        ),
    }))
      it(`stands nothing any more once ${what}`, async () => {
        await supplements();
        await chat.take('Ontvangst bevestigen');
        await refresh();
        await note(sanne, await answer());
        done();
        await refresh();
        assert.deepEqual(done(), [`DELETE ${sanne.id} activity`]);
      });

    it('stands nothing any more once it is left for “Mijn klachten”', async () => {
      await supplements();
      await chat.take('Ontvangst bevestigen');
      await refresh();
      const list = await chat.pressAs(sanne, { verb: 'my-complaints', data: { leaves: chat.number } });
      await shown.note(sanne.id, 'form', list, { before: '', leaves: chat.number });
      done();
      await refresh();
      assert.deepEqual(done(), [`DELETE ${sanne.id} activity`]);
    });

    it('stands nothing for who became a respondent, which it would tell', async () => {
      await supplements();
      await chat.take('Beklaagde toevoegen', {
        'Over wie gaat de klacht ook?': sanne.id,
        Reden: 'De klager noemt Sanne.',
      });
      await chat.take('Ontvangst bevestigen');
      await refresh();
      assert.deepEqual(done(), []);
    });
  });

  it('stands nothing that erasure does not reach', async () => {
    await opens('Notitie toevoegen');
    await fatimaNotes();
    await refresh();
    done();
    await chat.take('Klacht ingetrokken', { Reden: 'Het is opgelost.' });
    await chat.take('Persoonsgegevens wissen', { Reden: 'De klager vraagt erom.' });
    const data = { number: chat.number, version: await chat.version(), form: 'one' };
    await chat.pressAs(fatima, { verb: 'answer-erasure', data }, { agrees: 'yes' });
    await refresh();
    assert.deepEqual(done(), [`DELETE ${lars.id} form`, `PUT ${lars.id} activity`]);
    assert.match(said(), /is gewist/);
    assert.doesNotMatch(said(), /Fatima|Pietersen/);
  });

  it('stands nothing that a text that was made illegible could be read in', async () => {
    await chat.take('Notitie toevoegen', { Notitie: 'Geheim: roerdomp' });
    await opens('Notitie toevoegen');
    await fatimaNotes();
    await refresh();
    done();
    await chat.take('Tekst onleesbaar maken', { 'Welke tekst?': 'roerdomp', Reden: 'Hoort er niet.' });
    const data = { number: chat.number, version: await chat.version(), form: 'one' };
    await chat.pressAs(fatima, { verb: 'answer-redaction', data }, { agrees: 'yes' });
    await refresh();
    assert.match(said(), /is een tekst onleesbaar gemaakt/);
    assert.doesNotMatch(said(), /roerdomp/i);
    assert.equal((await readMemo(chat.office.store, memos.leftovers.of(chat.number))).content?.length, 0);
  });

  it('stands it once Teams has room, or its reader is reached again', async () => {
    await opens('Notitie toevoegen');
    await fatimaNotes();
    service.rule.answer = () => ({ status: 429, code: 'Throttled', retryAfter: 20 });
    assert.equal(await refresh(), 20_000);
    chat.ours.moveTo('2026-04-01T10:01');
    service.rule.answer = () => ({ status: 403, code: 'ConversationBlockedByUser' });
    assert.equal(await refresh(), undefined);
    assert.deepEqual((await readMemo(chat.office.store, memos.unreached.of(lars.id))).content?.documents, [
      chat.number,
    ]);
    service.rule.answer = () => undefined;
    await refresh();
    assert.deepEqual(done(), sentTo(lars));
  });

  it('stands what was done between the reading of the dossier and the noting of the form', async () => {
    await note(lars, await chat.open(lars));
    const form = await chat.press('Notitie toevoegen');
    await fatimaNotes();
    await refresh();
    done();
    const before = asked;
    await note(lars, form);
    assert.ok(asked > before, 'nobody looks whether something changed');
    await refresh();
    assert.deepEqual(done(), sentTo(lars));
    assert.match(said(), /Fatima el Amrani: Notitie/);
  });

  it('stands once what two processes would say at the same time', async () => {
    await opens('Notitie toevoegen');
    await fatimaNotes();
    await Promise.all([refresh(), refresh(), refresh()]);
    assert.deepEqual(done(), sentTo(lars));
  });

  for (const [when, send] of Object.entries({
    'before it went': false,
    'after it went and before that was noted': true,
  }))
    it(`comes once at the most where the process dies ${when}; what is done later is said`, async () => {
      await opens('Notitie toevoegen');
      await fatimaNotes();
      await dies(send);
      await refresh();
      assert.deepEqual(done(), send ? sentTo(lars) : []);
      await fatimaNotes('En nog eens.');
      await refresh();
      assert.deepEqual(done(), sentTo(lars));
      assert.equal(said().match(/Fatima el Amrani: Notitie/g)?.length, 2);
    });

  /** Refreshes in a process that dies when it sends to a chat, or when that has gone: from then on it writes nothing. */
  async function dies(sends: boolean): Promise<void> {
    const dead = new Promise<never>(() => {});
    const real = connector(outboxAdapter(undefined));
    const died = new Promise<void>((resolve) => {
      const dying: typeof real = {
        ...real,
        send: async (...asked) => {
          if (sends) await real.send(...asked);
          resolve();
          return dead;
        },
      };
      void teamsDelivery(chat.office, dying, limits(), shown).refreshCards(chat.number, async () => {});
    });
    await died;
  }

  it('stands nothing where the form was sent while that was on its way', async () => {
    await opens('Notitie toevoegen');
    await fatimaNotes();
    const delivery = teamsDelivery(chat.office, connector(outboxAdapter(undefined)), limits(), shown);
    const sent = await chat.press('Terug');
    await delivery.refreshCards(chat.number, () => note(lars, sent));
    assert.deepEqual(done(), []);
    await opens('Notitie toevoegen');
    await fatimaNotes();
    service.rule.answer = async ({ method }) => {
      if (method === 'POST') await note(lars, sent);
      return undefined;
    };
    const before = asked;
    await refresh();
    assert.ok(asked > before);
    assert.deepEqual(done(), sentTo(lars));
    await refresh();
    assert.equal(done().at(-1), `DELETE ${lars.id} activity`);
    await refresh();
    assert.deepEqual(done(), []);
  });
});
