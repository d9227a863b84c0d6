import assert from 'node:assert/strict';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { personIn } from '../../src/register/model/message.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { outgoing } from '../../src/teams/notifications/outgoing.ts';
import { textOf } from '../e2e/a-card.ts';
import { asking, letter, wednesday } from '../procedure/asked.ts';
import { everybodyAtTheDesk, fatima, joris, lars, willem } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, type Chat, usual } from './a-chat.ts';
import { partsOf } from './card-parts.ts';

const ask = asking(wednesday);

/** Finds the title of the button that stands out. */
const primaryOf = (card: Card) => partsOf(card).find(({ style }) => style === 'positive')?.title;

/** The complainant and Ballance expect the same people, whoever sends the invitation, and one of them leads (Art. 5 and 8). */
describe('who is at a hearing', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await aChat();
    for (const step of [ask.acknowledge(), ask.answer(), ask.object()]) await chat.ours.execute(step);
  });
  afterEach(closeOffices);

  /** Reads who speaks for Ballance in the letter, in what each of Ballance is told, and who of them reads that they lead. */
  async function said() {
    const dossier = await chat.dossier();
    const invitation = dossier.complaint.letters.findLast(({ kind }) => kind === 'hearing-invitation');
    const inLetter = [
      ...(invitation?.text ?? '').matchAll(/^- (.+), (?:als |.*klachtenfunctionaris|lid van)/gm),
    ];
    const last = new Map(
      dossier.outbox
        .filter(({ content }) => content.kind === 'hearing')
        .map((message) => [personIn(message.to), message]),
    );
    const notices: { who: string | undefined; text: string }[] = [];
    for (const [id, message] of last) {
      if (message.status === 'withdrawn') continue;
      const who = [...everybodyAtTheDesk, joris].find((one) => one.id === id)?.name;
      notices.push({ who, text: textOf((await outgoing(message, dossier, chat.office)).card) });
    }
    return { inLetter: inLetter.map(([, name]) => name), notices };
  }

  const offer = (by: Person) =>
    chat.take(
      'Hoorgesprek aanbieden',
      { ...usual.hearing, 'Tweede vertegenwoordiger': willem.id, 'Medewerker aanwezig': 'true' },
      by,
    );

  const cases = {
    'the handler': { by: lars, leads: lars },
    'a stand-in for who is back by then': { until: '2026-04-07', by: fatima, leads: lars },
    'a stand-in who still is one by then': { until: '2026-04-08', by: fatima, leads: fatima },
    'the handler who is away by then': { from: '2026-04-08', until: '2026-04-08', by: lars, leads: fatima },
  } as const;
  for (const [name, one] of Object.entries(cases))
    it(`is the same in the letter and in every message where it is offered by ${name}`, async () => {
      const { by, leads } = one;
      if ('until' in one)
        await chat.ours.setAbsence(lars, { from: 'from' in one ? one.from : wednesday, until: one.until });
      await offer(by);
      await chat.ours.deliver(chat.number);
      const { inLetter, notices } = await said();
      assert.deepEqual(inLetter, [leads.name, willem.name]);
      assert.deepEqual(notices.map(({ who }) => who).sort(), [leads.name, willem.name, joris.name].sort());
      for (const { who, text } of notices) {
        assert.match(text, new RegExp(`${leads.name}, ${willem.name}`));
        assert.equal(/jij voert het/.test(text), who === leads.name, `${who}: ${text}`);
      }
    });

  it('has no second where that one leads it by now: the card of who leads it says so, and the form proposes another', async () => {
    await chat.take('Hoorgesprek aanbieden', { ...usual.hearing, 'Tweede vertegenwoordiger': fatima.id });
    assert.doesNotMatch(textOf(await chat.open()), /geen tweede meer/);
    await chat.ours.setAbsence(lars, { from: wednesday, until: '2026-04-09' });
    await chat.open(fatima);
    assert.match(chat.text(), /Fatima el Amrani zou de tweede .* “Hoorgesprek aanbieden”/);
    assert.equal(primaryOf(chat.card() ?? assert.fail()), 'Hoorgesprek aanbieden');
    await chat.press('Hoorgesprek aanbieden', {}, fatima);
    assert.notEqual(chat.fields()['Tweede vertegenwoordiger'], fatima.id);
    await chat.press('Hoorgesprek aanbieden', { 'Tweede vertegenwoordiger': fatima.id }, fatima);
    assert.match(chat.text(), /leidt op die dag zelf het gesprek.*Kies een ander/);
    await chat.press('Hoorgesprek aanbieden', { 'Tweede vertegenwoordiger': willem.id }, fatima);
    assert.doesNotMatch(chat.text(), /geen tweede meer/);
    assert.notEqual(primaryOf(await chat.open(fatima)), 'Hoorgesprek aanbieden');
  });

  it('has no second where the complaint turns out to be about that one: the card says so, and the form proposes another', async () => {
    await chat.take('Hoorgesprek aanbieden', { ...usual.hearing, 'Tweede vertegenwoordiger': fatima.id });
    const added = await chat.take('Beklaagde toevoegen', {
      'Over wie gaat de klacht ook?': fatima.id,
      Reden: 'Zij nam ook niet op.',
      'Waar gaat de klacht over?': 'De klager werd niet teruggebeld.',
    });
    assert.match(
      textOf(added),
      /Fatima el Amrani zou de tweede vertegenwoordiger bij het gesprek zijn: kies met “Hoorgesprek aanbieden” een ander/,
    );
    await chat.open();
    assert.match(
      chat.text(),
      /Fatima el Amrani zou de tweede vertegenwoordiger zijn, maar is nu beklaagde\. .*geen tweede meer\. Laat de klager uiterlijk dinsdag 7 april 2026 met “Hoorgesprek aanbieden” weten wie er nu komt/,
    );
    assert.equal(primaryOf(chat.card() ?? assert.fail()), 'Hoorgesprek aanbieden');
    await chat.press('Hoorgesprek aanbieden');
    assert.notEqual(chat.fields()['Tweede vertegenwoordiger'], fatima.id);
    await chat.press('Hoorgesprek aanbieden', { 'Tweede vertegenwoordiger': willem.id });
    assert.doesNotMatch(textOf(await chat.open()), /geen tweede meer/);
  });

  it('has no second where that one leads it by now: who leads it and who can ask another read that, and until when', async () => {
    const told = async (who: Person) => {
      const dossier = await chat.dossier();
      const message = dossier.outbox.findLast(
        ({ content, to }) => content.kind.startsWith('hearing') && personIn(to) === who.id,
      );
      return textOf((await outgoing(message ?? assert.fail(), dossier, chat.office)).card);
    };
    await chat.take('Hoorgesprek aanbieden', { ...usual.hearing, 'Tweede vertegenwoordiger': fatima.id });
    await chat.ours.deliver(chat.number);
    await chat.ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-09' });
    await chat.ours.deliver(chat.number);
    const asked =
      /geen tweede meer\. Laat de klager uiterlijk dinsdag 7 april 2026 met “Hoorgesprek aanbieden”/;
    assert.match(textOf(await chat.open()), asked);
    assert.match(await told(lars), asked);
    assert.match(await told(lars), /Klacht openen/);
    assert.doesNotMatch(await told(lars), /hoef je nu niets te doen/);
    assert.match(
      await told(fatima),
      /jij voert het .* Jij zou de tweede .* Lars Brouwer laat de klager uiterlijk dinsdag 7 april 2026 weten/,
    );
    await chat.ours.setAbsence(lars, { from: wednesday, until: '2026-04-09' });
    await chat.ours.deliver(chat.number);
    assert.match(await told(fatima), asked);
    assert.doesNotMatch(await told(lars), /“Hoorgesprek aanbieden”/);
    chat.ours.moveTo('2026-04-07T10:00');
    assert.match(await told(fatima), /Laat de klager vandaag nog met “Hoorgesprek aanbieden”/);
  });

  const lastTold = async (who: Person) => {
    const dossier = await chat.dossier();
    const message = dossier.outbox.findLast(
      ({ content, to }) => content.kind.startsWith('hearing') && personIn(to) === who.id,
    );
    return textOf((await outgoing(message ?? assert.fail(), dossier, chat.office)).card);
  };

  it('is led by another than the complainant reads in the invitation: who leads it now and who can invite anew read that, and until when', async () => {
    await offer(lars);
    await chat.ours.deliver(chat.number);
    await chat.ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-09' });
    await chat.ours.deliver(chat.number);
    const told =
      /In de uitnodiging leest de klager dat Lars Brouwer het gesprek voert\. Laat de klager uiterlijk dinsdag 7 april 2026 met “Hoorgesprek aanbieden” weten wie er nu komt/;
    assert.match(textOf(await chat.open()), told);
    assert.equal(primaryOf(chat.card() ?? assert.fail()), 'Hoorgesprek aanbieden');
    assert.match(await lastTold(lars), told);
    assert.match(await lastTold(lars), /Klacht openen/);
    assert.doesNotMatch(await lastTold(lars), /hoef je nu niets te doen/);
    assert.match(
      await lastTold(fatima),
      /jij voert het .* Lars Brouwer laat de klager uiterlijk dinsdag 7 april 2026 weten wie er nu komt\./,
    );
    await chat.ours.setAbsence(lars, { from: wednesday, until: '2026-04-09' });
    await chat.ours.deliver(chat.number);
    assert.match(textOf(await chat.open(fatima)), told);
    assert.match(await lastTold(fatima), told);
    await chat.take('Hoorgesprek aanbieden', { ...usual.hearing }, fatima);
    assert.doesNotMatch(textOf(await chat.open(fatima)), /In de uitnodiging leest de klager/);
    assert.notEqual(primaryOf(chat.card() ?? assert.fail()), 'Hoorgesprek aanbieden');
    const { letters } = await chat.complaint();
    const text = letters.findLast(({ kind }) => kind === 'hearing-invitation')?.text ?? '';
    assert.match(text, /Dit is wel anders: wie erbij zijn\./);
    assert.match(text, /^- Fatima el Amrani, /m);
  });

  it('is led by who the complainant read, where the absence ends or the invitation went out once more: nobody is told more', async () => {
    await offer(lars);
    await chat.ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-09' });
    await chat.ours.endAbsence(lars);
    assert.doesNotMatch(textOf(await chat.open()), /In de uitnodiging leest de klager/);
    await chat.ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-09' });
    const sent = (await chat.complaint()).letters.findLast(({ kind }) => kind === 'hearing-invitation');
    await chat.ours.execute(
      ask.sendAgain({
        again: sent?.id ?? 0,
        letter: letter('Wie zijn erbij?\n- Fatima el Amrani, vervanger.'),
      }),
    );
    assert.doesNotMatch(textOf(await chat.open()), /In de uitnodiging leest de klager/);
  });

  it('is proposed again where the hearing is moved, so that nobody is dropped without a decision', async () => {
    await offer(lars);
    await chat.take('Hoorgesprek aanbieden', { Datum: '2026-04-07' });
    const { appointment } = await chat.complaint();
    assert.equal(appointment?.on, '2026-04-07');
    assert.equal(appointment?.employeePresent, true);
    assert.equal(appointment?.secondRepresentative?.id, willem.id);
    await chat.ours.deliver(chat.number);
    const { outbox } = await chat.dossier();
    assert.deepEqual(
      outbox.filter(({ content }) => content.kind === 'hearing-off'),
      [],
    );
  });

  it('is at the office that was chosen, where the hearing is moved', async () => {
    await chat.take('Hoorgesprek aanbieden', { ...usual.hearing, Vorm: 'Op kantoor', Vestiging: 'Delft' });
    await chat.take('Hoorgesprek aanbieden', { Datum: '2026-04-07' });
    const { appointment } = await chat.complaint();
    assert.deepEqual([appointment?.on, appointment?.branch], ['2026-04-07', 'Delft']);
  });

  it('is led by another on its new day: who would have led it reads which day they are away, and that it is another hearing', async () => {
    await chat.ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-09' });
    await chat.take('Hoorgesprek aanbieden', { ...usual.hearing, Datum: '2026-04-07' });
    await chat.ours.deliver(chat.number);
    await chat.take('Hoorgesprek aanbieden', { Datum: '2026-04-08' });
    await chat.ours.deliver(chat.number);
    const dossier = await chat.dossier();
    const off = dossier.outbox.findLast(
      ({ content, to }) => content.kind === 'hearing-off' && personIn(to) === lars.id,
    );
    assert(off);
    const text = textOf((await outgoing(off, dossier, chat.office)).card);
    assert.match(
      text,
      /Het gesprek van dinsdag 7 april 2026 om .* uur is verzet naar woensdag 8 april 2026 om .* uur\. Je hoeft er niet bij te zijn\. Fatima el Amrani voert het gesprek, omdat jij die dag afwezig bent\./,
    );
  });

  it('reads whom to tell that they cannot come: who handles it while the handler is away', async () => {
    await offer(lars);
    await chat.ours.setAbsence(lars, { from: wednesday, until: '2026-04-02' });
    await chat.ours.deliver(chat.number);
    const { notices } = await said();
    const toJoris = notices.find(({ who }) => who === joris.name)?.text ?? '';
    assert.match(toJoris, /Kun je dan niet\? Laat het Fatima el Amrani meteen weten\./);
    assert.match(toJoris, /Lars Brouwer, Willem Jansen/);
  });

  it('is proposed when the hearing is recorded: who led it, whoever records it', async () => {
    await chat.ours.setAbsence(lars, { from: '2026-04-08', until: '2026-04-08' });
    await offer(lars);
    chat.ours.moveTo('2026-04-09T09:00');
    await chat.open();
    await chat.press('Gesprek vastleggen');
    assert.equal(
      chat.fields().Aanwezigen,
      ['Mevrouw Pietersen', fatima.name, joris.name, willem.name].join(', '),
    );
  });
});
