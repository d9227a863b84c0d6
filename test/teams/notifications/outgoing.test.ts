import assert from 'node:assert/strict';
import { objectionDeadline } from '../../../src/procedure/deadlines.ts';
import type { Judgement } from '../../../src/procedure/model/answer.ts';
import type { StepCommand } from '../../../src/procedure/model/commands.ts';
import type { Person, Registration } from '../../../src/procedure/model/complaint.ts';
import type { Dossier } from '../../../src/register/model/dossier.ts';
import type { Content, Message, Recipient } from '../../../src/register/model/message.ts';
import { addressBook } from '../../../src/teams/adapter/address-book.ts';
import { everybody } from '../../../src/teams/adapter/colleagues.ts';
import type { Outgoing } from '../../../src/teams/notifications/case-card.ts';
import { letterWithdrawn } from '../../../src/teams/notifications/outcome.ts';
import { outgoing } from '../../../src/teams/notifications/outgoing.ts';
import type { Office } from '../../../src/teams/office/office.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { buttonsOf, textOf } from '../../e2e/a-card.ts';
import { asking } from '../../procedure/asked.ts';
import { calendar, complaintAfter, registered } from '../../procedure/given.ts';
import { letterQueued, withdrawn } from '../../procedure/happened.ts';
import { awayAtEaster, fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { anOffice, closeOffices, config } from '../../register/an-office.ts';

const registration: Registration = {
  complainant: {
    name: 'Mevrouw Pietersen',
    ...{ email: 'a.pietersen@voorbeeld.nl', phone: '06 12345678', address: 'Dorpsstraat 1, Ede' },
  },
  origin: 'client',
  summary: 'Er werd drie keer niet teruggebeld.',
  receivedOn: '2026-04-01',
  manner: 'oral',
  respondents: [joris],
  remedied: false,
};

type WithoutNumber<C> = C extends unknown ? Omit<C, 'number'> : never;
const letter = { text: 'Geachte mevrouw Pietersen', manner: 'post', sentOn: '2026-04-01' } as const;
const byLars: Record<'acknowledge' | 'ask' | 'answer' | 'object' | 'waive', WithoutNumber<StepCommand>> = {
  acknowledge: { type: 'acknowledge', by: lars, letter },
  ask: {
    ...{ type: 'request-statement', by: lars, respondent: joris.id },
    about: { text: 'Er werd drie keer niet teruggebeld.', mayIdentify: false, dueOn: '2026-04-09' },
  },
  answer: {
    type: 'answer',
    by: lars,
    position: 'Wij hadden eerder moeten bellen.',
    judgement: 'founded',
    proposal: 'Wij bellen u voortaan binnen een dag.',
    measures: [{ what: 'Belafspraken in de agenda', owner: 'Joris', dueOn: '2026-04-20' }],
    notHeardBecause: 'De klager vroeg om spoed.',
    letter,
  },
  object: { type: 'object', by: lars, receivedOn: '2026-04-01', text: 'Ik ben het er niet mee eens.' },
  waive: { type: 'waive-hearing', by: lars, on: '2026-04-01' },
};

const hearing = (settlement?: string): WithoutNumber<StepCommand> => ({
  type: 'record-hearing',
  by: lars,
  on: '2026-04-01',
  form: 'phone',
  present: 'Mevrouw Pietersen en Lars Brouwer',
  report: 'Zij wil dat wij bellen.',
  settled: settlement !== undefined,
  settlement,
  measures: [],
  letter,
});
const decisionOf = (judgement: Judgement): WithoutNumber<StepCommand> => ({
  type: 'decide',
  by: willem,
  decision: 'Wij betalen de kosten.',
  reasons: 'Er is niet gebeld.',
  judgement,
  measures: [],
  letter,
});
const decision = decisionOf('founded');

describe('what comes by itself', () => {
  let ours: ReturnType<typeof anOffice>;
  let office: Office;
  let dossier: Dossier;

  beforeEach(async () => {
    ours = anOffice();
    const log = { info: () => {}, warn: () => {}, error: () => {}, fault: () => {} };
    office = {
      ...ours,
      register: ours.register,
      calendar,
      config,
      addresses: addressBook(ours.store),
      names: async (ids) => ids.map((id) => ({ id, name: 'Een collega' })),
      colleagues: everybody,
      log,
    };
    dossier = await ours.file(registration, 'form', sanne);
  });
  afterEach(closeOffices);

  async function after(...steps: WithoutNumber<StepCommand>[]): Promise<void> {
    for (const step of steps) dossier = await ours.execute({ ...step, number: dossier.id } as StepCommand);
  }

  const message = (content: Content, to: Recipient): Message => ({
    id: 'm',
    to,
    content,
    queuedAt: office.clock.now(),
    status: 'queued',
    attempts: [],
  });

  async function tells({ id }: Person, content: Content): Promise<Outgoing & { text: string }> {
    const sent = await outgoing(message(content, { kind: 'person', id }), dossier, office);
    assert.doesNotMatch(sent.summary, /Pietersen|Joris|Lars|teruggebeld|bellen/);
    return { ...sent, text: textOf(sent.card) };
  }

  /** The reminder of the one running deadline of that kind. */
  function reminderOf(deadline: 'acknowledge' | 'objection' | 'measure', lastDayToAct: LocalDate): Content {
    const measure = deadline === 'measure' ? { measure: 'm1' } : {};
    return { kind: 'reminder', deadline, article: 6, dueOn: lastDayToAct, lastDayToAct, ...measure };
  }

  describe('to a respondent', () => {
    it('is what the complaint is about and who handles it, and nothing of who complains', async () => {
      await after(byLars.ask);
      const { text, card } = await tells(joris, { kind: 'statement-request' });
      assert.match(text, /Er werd drie keer niet teruggebeld\./);
      assert.match(text, /Wil je dat uiterlijk donderdag 9 april 2026 doen\?/);
      assert.match(text, /hoor en wederhoor/);
      assert.match(text, /Lars Brouwer, klachtenfunctionaris/);
      assert.match(text, /Mijn verklaring/);
      assert.deepEqual(buttonsOf(card), ['Verklaring versturen', 'Document toevoegen']);
      assert.doesNotMatch(JSON.stringify(card), /Pietersen|06 12345678/);
    });

    it('says that the position was taken already, where they are asked after the answer', async () => {
      await after(byLars.acknowledge, byLars.answer, {
        ...{ type: 'add-respondent', by: lars, respondent: fatima, reason: 'Zij nam de telefoon op.' },
        about: { text: 'Er werd niet teruggebeld.', mayIdentify: false, dueOn: '2026-04-09' },
      });
      const { text } = await tells(fatima, { kind: 'statement-request' });
      assert.match(text, /al een antwoord had gegeven.*Jouw kant hoort er alsnog bij/);
      assert.doesNotMatch(text, /voordat Ballance een standpunt inneemt/i);
    });

    for (const [what, steps, words] of [
      ['agreed', [{ type: 'agree', by: lars, on: '2026-04-01' }], /eens met ons antwoord.*gesloten/],
      [
        'withdrawn',
        [{ type: 'withdraw', by: lars, on: '2026-04-01', reason: 'Opgelost' }],
        /ingetrokken.*gesloten/,
      ],
      ['settled', [byLars.object, hearing('Wij bellen elke week.')], /gesprek.*oplossing gevonden.*gesloten/],
      ['heard', [byLars.object, hearing()], /gesprek met de klager.*nog niet tot een oplossing/],
      [
        'not settled',
        [byLars.object, hearing(), { type: 'close', by: lars, on: '2026-04-01' }],
        /geen oplossing.*rechter.*gesloten/,
      ],
      ['decided', [byLars.object, byLars.waive, decision], /directie.*definitieve beslissing.*gesloten/],
    ] as [string, WithoutNumber<StepCommand>[], RegExp][]) {
      it(`is how it ended, in a sentence, with no word of the complainant: ${what}`, async () => {
        await after(byLars.acknowledge, byLars.answer, ...steps);
        const { text, card } = await tells(joris, { kind: 'outcome' });
        assert.match(text, words);
        assert.deepEqual(buttonsOf(card), []);
        assert.doesNotMatch(JSON.stringify(card), /Pietersen|teruggebeld|elke week|bellen|Oneens/);
      });
    }

    for (const [what, measures, words] of [
      ['nothing', [], /gesloten, en jij hoeft niets meer te doen\./],
      [
        'a measure that is theirs, by its day and without its words',
        [{ what: 'Elke week bellen', owner: joris.name, ownerId: joris.id, dueOn: '2026-05-04' }],
        /gesloten\. Jij zorgt nog voor een maatregel, uiterlijk maandag 4 mei 2026\./,
      ],
      [
        'a measure of somebody with their name',
        [{ what: 'Elke week bellen', owner: 'joris bakker', dueOn: '2026-05-04' }],
        /Jij zorgt nog voor een maatregel/,
      ],
      [
        'two measures',
        [
          { what: 'Elke week bellen', owner: joris.name, ownerId: joris.id, dueOn: '2026-05-04' },
          { what: 'Bellen', owner: joris.name, ownerId: joris.id, dueOn: '2026-05-06' },
        ],
        /Jij zorgt nog voor 2 maatregelen, uiterlijk maandag 4 mei 2026 en woensdag 6 mei 2026\./,
      ],
      ['what may be theirs', [{ what: 'Bellen', owner: 'Joris', dueOn: '2026-05-04' }], /gesloten\. Heb je/],
      [
        'what a colleague sees to',
        [{ what: 'Bellen', owner: fatima.name, ownerId: fatima.id, dueOn: '2026-05-04' }],
        /jij hoeft niets meer te doen/,
      ],
    ] as const) {
      it(`is what closing leaves to them: ${what}`, async () => {
        const answered = { ...byLars.answer, measures };
        await after(byLars.acknowledge, answered as typeof byLars.answer, {
          ...{ type: 'agree', by: lars, on: '2026-04-01' },
        });
        const { text } = await tells(joris, { kind: 'outcome' });
        assert.match(text, words);
        assert.doesNotMatch(text, /bellen/i);
      });
    }

    it('is that a talk before the answer solved it, without what was agreed', async () => {
      await after(asking('2026-04-01').mediate({ partner: joris.name, agreements: 'Elke week bellen.' }));
      const { text, card } = await tells(joris, { kind: 'outcome' });
      assert.match(text, /In een gesprek met de klager is een oplossing gevonden.*gesloten/);
      assert.doesNotMatch(JSON.stringify(card), /Pietersen|elke week|bellen|boos/i);
    });

    it('is how the board judged, also otherwise than the answer, for who was told the position, and not for who was not heard', async () => {
      await after(byLars.acknowledge, byLars.answer, byLars.object, byLars.waive, decisionOf('unfounded'));
      const told = async () => (await tells(joris, { kind: 'outcome' })).text;
      assert.match(await told(), /Anders dan in ons antwoord is de klacht alsnog ongegrond\./);
      dossier = { ...dossier, outbox: dossier.outbox.filter(({ content }) => content.kind !== 'position') };
      assert.match(await told(), /definitieve beslissing/);
      assert.doesNotMatch(await told(), /gegrond/);
    });

    it('is that the board judged as the answer did', async () => {
      await after(byLars.acknowledge, byLars.answer, byLars.object, byLars.waive, decision);
      const { text } = await tells(joris, { kind: 'outcome' });
      assert.match(text, /Zij blijft erbij: de klacht is gegrond\./);
    });

    it('is the position of Ballance after the answer, and nothing to press', async () => {
      await after(byLars.acknowledge, byLars.answer);
      const { text, card } = await tells(joris, { kind: 'position' });
      assert.match(text, /Wij hadden eerder moeten bellen\./);
      assert.deepEqual(buttonsOf(card), []);
      assert.doesNotMatch(JSON.stringify(card), /Pietersen/);
    });
  });

  describe('to the handler', () => {
    it('says whose statement there is', async () => {
      await after(byLars.ask, { type: 'give-statement', by: joris, text: 'Ik was ziek.' });
      const { text } = await tells(lars, { kind: 'statement-given' });
      assert.match(text, /Joris Bakker heeft een verklaring gegeven/);
    });

    it('says that the board has decided', async () => {
      await after(byLars.acknowledge, byLars.answer, byLars.object, byLars.waive, decision);
      const { text } = await tells(lars, { kind: 'decided' });
      assert.match(text, /directie heeft een definitieve beslissing genomen.*dossier is gesloten/);
    });

    it('does not say what the handler recorded', async () => {
      await after({ type: 'record-statement', by: lars, on: '2026-04-01', text: 'Het duurde lang.' });
      assert.ok(!dossier.outbox.some(({ content }) => content.kind === 'statement-given'));
    });

    for (const [what, words] of [
      ['statement-request', /Joris Bakker heeft het verzoek .* niet gekregen.*“Verklaring vastleggen”/],
      ['position', /Joris Bakker heeft het standpunt niet gekregen.*“Notitie toevoegen”/],
      ['letter', /brief is niet verstuurd.*“Brief zelf verstuurd”/],
    ] as const) {
      it(`says what to do by hand when it could not be delivered: ${what}`, async () => {
        await after(byLars.acknowledge, byLars.ask, byLars.answer);
        const lost = dossier.outbox.find(({ content }) => content.kind === what)?.id ?? '';
        const { text } = await tells(lars, { kind: 'undelivered', message: lost, what });
        assert.match(text, words);
      });
    }

    it('does not say that it goes on trying what was given up', async () => {
      await after(byLars.acknowledge, byLars.ask);
      const lost = dossier.outbox.find(({ content }) => content.kind === 'statement-request')?.id ?? '';
      const content = { kind: 'undelivered', message: lost, what: 'statement-request' } as const;
      assert.match((await tells(lars, content)).text, /ik blijf het proberen/);
      const outbox = dossier.outbox.map((one) =>
        one.id === lost ? { ...one, status: 'gave-up' as const } : one,
      );
      dossier = { ...dossier, outbox };
      assert.doesNotMatch((await tells(lars, content)).text, /blijf het proberen/);
    });

    it('says that a board member was not asked to decide, and until when the complainant must have it', async () => {
      await after(byLars.acknowledge, byLars.answer, byLars.object, byLars.waive);
      const asked = dossier.outbox.filter(({ content }) => content.kind === 'decision-request');
      const lost = asked.find(({ to }) => to.kind === 'person' && to.id === ingrid.id)?.id ?? '';
      const { text } = await tells(lars, { kind: 'undelivered', message: lost, what: 'decision-request' });
      assert.match(text, /Ingrid Smit .* uiterlijk woensdag 15 april 2026 hebben \(artikel 8\)/);
    });
  });

  it('tells who comes next at the desk that it got stuck and whom to call, and nothing of the dossier', async () => {
    const card = dossier.outbox.find(({ content }) => content.kind === 'case')?.id ?? assert.fail();
    for (const content of [
      { kind: 'undelivered', message: card, what: 'case' },
      { kind: 'forwarding-alarm', message: card },
    ] as const) {
      const { text } = await tells(fatima, content);
      assert.match(text, /Klacht K-2026-0001 is niet aangekomen.*artikel 5.*Bel Lars Brouwer/s);
      assert.doesNotMatch(text, /Pietersen|Joris|teruggebeld/);
    }
    const alarm = message({ kind: 'forwarding-alarm', message: 'case' }, { kind: 'channel' });
    const text = textOf((await outgoing(alarm, dossier, office)).card);
    assert.match(text, /niet aangekomen bij wie haar behandelt/);
    assert.doesNotMatch(text, /Lars|Pietersen|Joris|teruggebeld/);
  });

  it('tells the officer what is so, in words that do not contradict each other', async () => {
    const since = office.clock.now();
    const told = async (content: Content) =>
      textOf((await outgoing(message(content, { kind: 'person', id: lars.id }), undefined, office)).card);
    const behind = await told({ kind: 'register-behind', complaints: 0, since });
    assert.match(behind, /De klachten zelf zijn er allemaal/);
    assert.match(behind, /ook nieuwe klachten, staat niet in die kopie: noteer het zelf/);
    assert.doesNotMatch(behind, /maar van geen klacht|de nummers/);
    for (const reason of ['no answer in time', '535 5.7.8 EAUTH']) {
      const text = await told({ kind: 'set-up-fault', of: 'mail', since, reason });
      assert.doesNotMatch(text, /antwoord: geen|elk uur/);
      assert.match(
        text,
        reason.startsWith('5') ? /\(antwoord: 535 5\.7\.8 EAUTH\)/ : /\(geen antwoord op tijd\)/,
      );
    }
  });

  it('tells the receiver to call who is there, and who is away only when nobody else is', async () => {
    const card = dossier.outbox.find(({ content }) => content.kind === 'case')?.id ?? assert.fail();
    await ours.setAbsence(lars, awayAtEaster(lars));
    const { text } = await tells(sanne, { kind: 'not-forwarded', message: card });
    assert.match(text, /Bel vandaag nog Fatima el Amrani \(vervanger\)\./);
    assert.doesNotMatch(text, /Lars/);
  });

  it('asks a board member to decide: what Art. 8 asks, until when, and the button', async () => {
    await after(byLars.acknowledge, byLars.answer, byLars.object, byLars.waive);
    const { text, card } = await tells(willem, { kind: 'decision-request' });
    assert.match(text, /artikel 8 .* uiterlijk woensdag 15 april 2026/);
    assert.ok(buttonsOf(card).includes('Definitieve beslissing'));
  });

  it('tells a board member that no decision is needed, without the dossier', async () => {
    await after(byLars.acknowledge, byLars.answer, byLars.object, byLars.waive, {
      ...{ type: 'offer-hearing', by: lars, on: '2026-04-07', time: '10:00', form: 'phone' },
      ...{ employeePresent: false, agreed: true, letter },
    });
    const { text, card } = await tells(willem, { kind: 'decision-overtaken' });
    assert.match(text, /wil toch een gesprek \(artikel 8\)\. De directie hoeft nu niet te beslissen/);
    assert.deepEqual(buttonsOf(card), []);
    assert.doesNotMatch(text, /Pietersen/);
  });

  it('tells who sent the letter that nobody may handle it that it does not go, and that it may have gone', async () => {
    const withdrawn = { kind: 'letter-withdrawn', letter: 1 } as const;
    const { text, card } = await tells(sanne, withdrawn);
    assert.match(text, /Lars Brouwer behandelt deze klacht nu\..* gaat niet naar de klager/);
    assert.match(text, /Jij hoeft niets meer te doen/);
    assert.deepEqual(buttonsOf(card), []);
    assert.doesNotMatch(text, /Pietersen/);
    const complaint = complaintAfter(registered());
    const content = { kind: 'letter', letter: 1 } as const;
    const mailing = { content, status: 'uncertain' as const, attempts: [] };
    const doubtful = letterWithdrawn(withdrawn, { id: complaint.number, complaint, outbox: [mailing] });
    assert.match(
      JSON.stringify(doubtful.card),
      /misschien heeft de klager hem toch\. Vertel dat aan Lars Brouwer/,
    );
  });

  it('tells who sent a letter that it does not go, because the complaint was closed while it waited', () => {
    const complaint = complaintAfter(registered(), [letterQueued('acknowledgement')], withdrawn());
    const { card } = letterWithdrawn(
      { kind: 'letter-withdrawn', letter: 1 },
      { id: complaint.number, complaint, outbox: [] },
    );
    const said = JSON.stringify(card);
    assert.match(said, /brief \(ontvangstbevestiging\) wachtte nog .* toen de klacht werd gesloten/);
    assert.doesNotMatch(said, /behandelt deze klacht nu|Pietersen/);
  });

  describe('as a reminder', () => {
    const acknowledge = () => reminderOf('acknowledge', '2026-04-09');

    it('is the dossier with its buttons for the handler', async () => {
      const { text, card } = await tells(lars, acknowledge());
      assert.match(text, /Dit is een herinnering/);
      assert.ok(buttonsOf(card).includes('Ontvangst bevestigen'));
    });

    it('tells the stand-in that the handler is away', async () => {
      await ours.setAbsence(lars, awayAtEaster(lars));
      const { text, card } = await tells(fatima, acknowledge());
      assert.match(text, /Lars Brouwer is afwezig/);
      assert.ok(buttonsOf(card).includes('Ontvangst bevestigen'));
    });

    it('says that the complaint came from another, and why, until its handler did something with it', async () => {
      await after({ type: 'add-respondent', by: lars, respondent: lars, reason: 'De klager noemt Lars.' });
      for (const content of [acknowledge(), { kind: 'statement-given' }, { kind: 'supplemented' }] as const) {
        const { text } = await tells(fatima, content);
        assert.match(
          text,
          /Zaak K-2026-0001 is nu bij jou\. Lars Brouwer behandelde deze klacht/,
          content.kind,
        );
        assert.match(text, /Reden: De klager noemt Lars\.\n/, content.kind);
      }
      await after({ type: 'add-note', by: fatima, text: 'Gelezen.' });
      assert.doesNotMatch((await tells(fatima, acknowledge())).text, /is nu bij jou/);
    });

    it('is one line without content for the board, who reads whom to ask, and for the channel, which reads no name', async () => {
      const board = await tells(willem, acknowledge());
      const channel = await outgoing(message(acknowledge(), { kind: 'channel' }), dossier, office);
      for (const { card } of [board, channel]) {
        assert.match(textOf(card), /K-2026-0001/);
        assert.doesNotMatch(JSON.stringify(card), /Pietersen|Joris|teruggebeld/);
        assert.deepEqual(buttonsOf(card), []);
      }
      assert.match(textOf(board.card), /Lars Brouwer behandelt haar/);
      assert.doesNotMatch(JSON.stringify(channel.card), /Lars/);
    });

    it('names the measure that was promised', async () => {
      await after(byLars.acknowledge, byLars.answer);
      const { text } = await tells(lars, reminderOf('measure', '2026-04-20'));
      assert.match(text, /maatregel: “Belafspraken in de agenda” \(Joris\)/);
    });

    it('asks the handler to look in the mailbox on the last day of the month of Art. 7', async () => {
      await after(byLars.acknowledge, byLars.answer);
      const { dueOn = '2026-05-01' } = objectionDeadline(dossier.complaint, calendar) ?? {};
      ours.moveTo(`${dueOn}T09:00`);
      const { text } = await tells(lars, { ...reminderOf('objection', dueOn) } as Content);
      assert.match(text, /Kijk vandaag in de mailbox.*“Klager is het niet eens”/);
      assert.match(text, /info@ballance\.example|@/);
    });

    it('asks the handler to close or to record a late objection when the month of Art. 7 is over', async () => {
      await after(byLars.acknowledge, byLars.answer);
      const { dueOn = '2026-05-01' } = objectionDeadline(dossier.complaint, calendar) ?? {};
      ours.moveTo(`${addDays(dueOn, 10)}T09:00`);
      const { text } = await tells(lars, { ...reminderOf('objection', dueOn) } as Content);
      assert.match(
        text,
        /De maand van artikel 7 is voorbij.*tot en met vrijdag 15 mei 2026 nog komen. Kijk eerst in de mailbox.*Sluit het dossier dan, of leg een laat bezwaar vast/,
      );
    });
  });

  it('never sends a letter through Teams', async () => {
    await assert.rejects(outgoing(message({ kind: 'letter', letter: 1 }, { kind: 'mail' }), dossier, office));
  });
});
