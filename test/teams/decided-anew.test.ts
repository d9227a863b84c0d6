import assert from 'node:assert/strict';
import { runningDeadlines } from '../../src/procedure/deadlines.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { calendar } from '../procedure/given.ts';
import { desk, fatima, joris, willem } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aChat, usual } from './a-chat.ts';

const wording = { 'Uw klacht, zoals de klager die leest': 'U belde drie keer.' };
const measure = (what: string, until: LocalDate) => ({
  'Maatregel 1': what,
  'Naam bij maatregel 1 (als zoeken niet lukt)': joris.name,
  'Maatregel 1 uiterlijk klaar op': until,
});
const byHand = { 'Wijze van verzending': 'Overhandigd' };

/** A complaint about Joris that waits for the decision of the board, because the complainant wants no hearing. */
async function beforeTheBoard() {
  const chat = await aChat({ respondents: [joris] });
  await chat.take('Antwoord versturen', { ...usual.answer, ...wording, ...byHand });
  await chat.take('Klager is het niet eens', {
    'Datum van ontvangst': '2026-04-01',
    Inhoud: 'Het gebeurde weer.',
  });
  await chat.take('Klager ziet af van gesprek');
  return chat;
}

/** A measure that stands in a letter is a promise, also where the board decides anew. */
describe('the measures of a decision that the board takes anew', () => {
  afterEach(closeOffices);

  const decision = {
    Beslissing: 'Wij bellen voortaan terug.',
    Motivering: 'U wachtte te lang.',
    Oordeel: 'Gegrond',
    ...byHand,
  };

  it('stay, are shown in its form, stand in its letter beside the new ones, and are guarded with them', async () => {
    const chat = await beforeTheBoard();
    const first = { ...decision, ...measure('Een belrooster maken', '2026-05-01') };
    await chat.take('Definitieve beslissing', first, willem);
    await chat.take('Heropenen', { Reden: 'Een nieuw feit.' }, willem);
    await chat.open(willem);
    await chat.press('Definitieve beslissing', {}, willem);
    assert.match(
      chat.text(),
      /blijven staan, en komen ook in de nieuwe brief: Een belrooster maken \(Joris Bakker, uiterlijk vrijdag 1 mei 2026\)/,
    );
    const again = { ...decision, ...measure('Iedereen bellen', '2026-05-08') };
    await chat.press('Definitieve beslissing', again, willem);
    const { letters, measures, ...complaint } = await chat.complaint();
    const { text = '' } = letters.at(-1) ?? {};
    assert.match(text, /Wat wij in onze eerdere beslissing beloofden, blijft staan/);
    const promised = [
      'Een belrooster maken (Joris Bakker, uiterlijk vrijdag 1 mei 2026)',
      'Iedereen bellen (Joris Bakker, uiterlijk vrijdag 8 mei 2026)',
    ];
    for (const line of promised) assert.ok(text.includes(`- ${line}`), text);
    const guarded = runningDeadlines(
      { letters, measures, ...complaint } as Awaited<ReturnType<typeof chat.complaint>>,
      calendar,
      desk,
    );
    assert.deepEqual(
      guarded.map(({ dueOn }) => dueOn),
      ['2026-05-01', '2026-05-08'],
    );
    const told = letters.findLast(({ kind }) => kind === 'final-decision');
    assert.ok(told);
    await chat.take('Opnieuw versturen', { 'Waarom opnieuw?': 'De brief kwam terug', ...byHand }, willem);
    const resent = (await chat.complaint()).letters.at(-1);
    for (const line of promised) assert.ok(resent?.text.includes(`- ${line}`), resent?.text);
  });
});

/** Art. 8 and 9: no letter contradicts in silence what an earlier one said of the solution of the answer. */
describe('what was told last of the solution of the answer', () => {
  afterEach(closeOffices);

  const hearing = {
    Datum: '2026-04-01',
    Vorm: 'Telefonisch',
    Verslag: 'Wij spraken erover.',
    'Zijn jullie eruit gekomen?': 'Nog niet',
  };
  const verdict = { Beslissing: 'Wij bellen terug.', Motivering: 'U wachtte te lang.', Oordeel: 'Gegrond' };
  const objection = { 'Datum van ontvangst': '2026-04-01', Inhoud: 'Het gebeurde weer.' };
  const last = async (chat: Awaited<ReturnType<typeof aChat>>) =>
    (await chat.complaint()).letters.at(-1)?.text ?? '';

  it('is shown and preselected, by a hearing and by a decision that is taken anew; the letter says where it differs', async () => {
    const chat = await aChat({ respondents: [joris] });
    await chat.take('Antwoord versturen', { ...usual.answer, ...wording, ...byHand });
    await chat.take('Klager is het niet eens', objection);
    await chat.take('Gesprek vastleggen', { ...hearing, 'Oplossing uit het antwoord': 'Vervalt', ...byHand });
    assert.doesNotMatch(await last(chat), /Anders dan wij/);
    await chat.press('Gesprek vastleggen');
    assert.match(chat.text(), /In onze brief van 1 april 2026 staat: vervalt\./);
    const said = { ...hearing, Datum: '2026-04-02', 'Oplossing uit het antwoord': 'Blijft staan', ...byHand };
    chat.ours.moveTo('2026-04-02T12:00');
    await chat.take('Gesprek vastleggen', said);
    assert.match(
      await last(chat),
      /Anders dan wij op 1 april 2026 schreven, blijft de oplossing uit ons antwoord staan:/,
    );
  });

  it('is that of the decision, once the board takes it anew', async () => {
    const chat = await aChat({ respondents: [joris] });
    await chat.take('Antwoord versturen', { ...usual.answer, ...wording, ...byHand });
    await chat.take('Klager is het niet eens', objection);
    await chat.take('Klager ziet af van gesprek');
    const first = { ...verdict, 'Oplossing uit het antwoord': 'Vervalt', ...byHand };
    await chat.take('Definitieve beslissing', first, willem);
    await chat.take('Heropenen', { Reden: 'Een nieuw feit.' }, willem);
    await chat.open(willem);
    await chat.press('Definitieve beslissing', {}, willem);
    assert.match(chat.text(), /In onze brief van 1 april 2026 staat: vervalt\./);
    await chat.press('Definitieve beslissing', { ...verdict, ...byHand }, willem);
    assert.match(await last(chat), /De oplossing die wij in ons antwoord voorstelden, vervalt\./);
    assert.doesNotMatch(await last(chat), /Anders dan wij/);
  });
});

/** Reading 20: a deadline that has passed runs again from its own beginning; a decision that was there in time is replaced, and no lateness. */
describe('the term of a decision that is taken anew after a late one', () => {
  afterEach(closeOffices);

  it('is that of the article on the card, in the letter, in the log and in the figures', async () => {
    const chat = await beforeTheBoard();
    const decide = async (days: number) => {
      const verdict = {
        Beslissing: 'Wij bellen terug.',
        Motivering: 'U wachtte.',
        Oordeel: 'Gegrond',
        ...byHand,
      };
      await chat.take('Definitieve beslissing', verdict, willem);
      const text = (await chat.complaint()).letters.at(-1)?.text ?? '';
      assert.match(text, /woensdag 15 april 2026/);
      const [{ deadlines } = assert.fail()] = await chat.ours.figures('2026', fatima);
      assert.deepEqual(deadlines.decision, { done: true, daysLate: days });
      await chat.open();
      assert.match(
        chat.text(),
        new RegExp(`Definitieve beslissing verstuurd .*, ${days} dagen te laat \\(artikel 8\\)`),
      );
    };
    chat.ours.moveTo('2026-04-17T10:00');
    await decide(2);
    chat.ours.moveTo('2026-04-24T10:00');
    await chat.take('Heropenen', { Reden: 'Een nieuw feit.' }, willem);
    await chat.open(willem);
    assert.match(chat.text(), /te laat/);
    await decide(9);
  });
});
