import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import type { Wish } from '../../src/procedure/model/answer.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import type { asking } from '../procedure/asked.ts';
import { course, objected } from '../procedure/course.ts';
import { facts } from './a-complaint.ts';

type Delay = { on: LocalDate; until: LocalDate; wish: Wish };

/** Writes the answer, which is due on Wednesday 22 April, after those delays. */
function answerOf(today: LocalDate, ...delays: Delay[]): string {
  const story = course().on('2026-04-02', (ask) => ask.acknowledge());
  for (const { on, until, wish } of delays) story.on(on, (ask) => ask.delay({ until, wish }));
  return draftLetter('answer', story.complaint(), facts({ today }));
}

/** Writes the decision, which is due on Wednesday 6 May, after those delays. */
function decisionOf(today: LocalDate, ...delays: Delay[]): string {
  const story = objected().on('2026-04-22', (ask) => ask.waiveHearing());
  for (const { on, until, wish } of delays) story.on(on, (ask) => ask.delay({ until, wish }));
  return draftLetter('final-decision', story.complaint(), facts({ today }));
}

const letters = [
  {
    letter: 'the answer (Art. 6)',
    of: answerOf,
    thing: 'Dit antwoord',
    article: 6,
    due: 'woensdag 22 april 2026',
    had: 'U had het uiterlijk',
    before: '2026-04-20',
    lateOn: '2026-04-23',
    until: '2026-04-30',
    wished: 8,
    agreed: 'donderdag 30 april 2026',
    after: '2026-05-01',
  },
  {
    letter: 'the decision (Art. 8)',
    of: decisionOf,
    thing: 'Deze beslissing',
    article: 8,
    due: 'woensdag 6 mei 2026',
    had: 'U had die uiterlijk',
    before: '2026-05-04',
    lateOn: '2026-05-07',
    until: '2026-05-13',
    wished: 7,
    agreed: 'woensdag 13 mei 2026',
    after: '2026-05-14',
  },
] as const;

for (const { letter, of, thing, article, due, had, before, lateOn, until, wished, agreed, after } of letters)
  describe(`after "Uitstel melden", ${letter}`, () => {
    const own = { on: before, until, wish: 'complainant' } as const;
    const ours = { on: before, until, wish: 'ballance' } as const;
    const isExcused = (text: string) => {
      assert.doesNotMatch(text, /te laat|excuses/);
      assert.ok(
        text.includes(
          `\nOp uw verzoek hebben wij afgesproken dat u ${thing.toLowerCase()} uiterlijk ${agreed} zou krijgen. Dat is later dan de laatste dag van artikel ${article}: ${due}.\n`,
        ),
        text,
      );
    };

    it('at the wish of Ballance is late after the day of the article, and says so with excuses', () => {
      const text = of(until, ours);
      assert.ok(
        text.includes(`${thing} is te laat. ${had} ${due} moeten hebben. Onze excuses daarvoor.`),
        text,
      );
      assert.doesNotMatch(text, /Op uw verzoek/);
    });

    it('names the day that was promised after that of the article, where that passed as well', () => {
      const also = (text: string) =>
        /Ook (.*), de dag die wij daarna noemden, hebben wij niet gehaald\./.exec(text)?.[1];
      for (const delay of [ours, own]) assert.equal(also(of(after, delay)), agreed);
      for (const delay of [ours, own]) assert.equal(also(of(until, delay)), undefined);
    });

    it('at the own wish of the complainant says which day was agreed, and offers no excuses until that has passed', () => {
      isExcused(of(lateOn, own));
      isExcused(of(until, own));
    });

    it('says nothing of it where it comes before the day of the article all the same', () =>
      assert.doesNotMatch(of(before, own), /te laat|excuses|Op uw verzoek/));

    it('is late where the agreed day is missed as well, and says so', () => {
      const text = of(after, own);
      assert.ok(
        text.includes(
          `${thing} is te laat. De laatste dag van artikel ${article} was ${due}. Daarna werd het ${wished} dagen later op uw verzoek, en 1 dag later door ons. Onze excuses voor wat door ons later werd.`,
        ),
        text,
      );
    });

    it('that was late before the complainant asked for more time stays late', () =>
      assert.ok(
        of(until, { ...own, on: lateOn }).includes(
          `${thing} is te laat. De laatste dag van artikel ${article} was ${due}. Daarna werd het ${wished - 1} dagen later op uw verzoek, en 1 dag later door ons.`,
        ),
      ));
  });

describe('after two delays, the answer (Art. 6)', () => {
  const first = { on: '2026-04-20', until: '2026-04-30' } as const;
  const second = { on: '2026-04-29', until: '2026-05-06' } as const;

  it('is excused until the last day that the complainant wanted', () => {
    const text = answerOf(
      '2026-05-06',
      { ...first, wish: 'complainant' },
      { ...second, wish: 'complainant' },
    );
    assert.match(
      text,
      /^Op uw verzoek hebben wij afgesproken .* uiterlijk woensdag 6 mei 2026 zou krijgen\. Dat is later/m,
    );
  });

  it('is late after the agreed day, where Ballance then took longer', () => {
    const text = answerOf('2026-05-06', { ...first, wish: 'complainant' }, { ...second, wish: 'ballance' });
    assert.match(
      text,
      /is te laat\. .* was woensdag 22 april 2026\. Daarna werd het 8 dagen later op uw verzoek, en 6 dagen later door ons\./,
    );
  });

  it('is late by the days that Ballance took first, and not by those that the complainant wanted after them', () => {
    const text = answerOf('2026-05-06', { ...first, wish: 'ballance' }, { ...second, wish: 'complainant' });
    assert.match(
      text,
      /is te laat\. .* was woensdag 22 april 2026\. Daarna werd het 6 dagen later op uw verzoek, en 8 dagen later door ons\./,
    );
  });
});

describe('what the figures call late', () => {
  const wishes = ['ballance', 'complainant'] as const;

  /** Up to that many delays, each asked on one of those days and until a day after it that is later than the one before. */
  function* delays(most: number, since: LocalDate, known: LocalDate): Generator<Delay[]> {
    yield [];
    if (most === 0) return;
    for (const wait of [0, 4, 12])
      for (const days of [3, 9])
        for (const wish of wishes) {
          const on = addDays(since, wait);
          const until = addDays(known > on ? known : on, days);
          for (const more of delays(most - 1, on, until)) yield [{ on, until, wish }, ...more];
        }
  }

  /** Tells of one day after that of the article whether the complainant wanted it, when it was still to come. */
  const isWished = (day: LocalDate, asked: readonly Delay[]) =>
    asked.some(({ on, until, wish }, index) => {
      const known = asked[index - 1]?.until ?? '2026-04-22';
      return wish === 'complainant' && day > known && day > on && day <= until;
    });

  it('the letter says too, with how many of the days are whose, after every row of delays and in each manner', () => {
    let told = 0;
    for (const asked of delays(2, '2026-04-13', '2026-04-22'))
      for (const wait of [0, 5, 15])
        for (const manner of ['email', 'post'] as const) {
          const story = course().on('2026-04-02', (ask) => ask.acknowledge());
          for (const { on, until, wish } of asked) story.on(on, (ask) => ask.delay({ until, wish }));
          const today = addDays(asked.at(-1)?.on ?? '2026-04-20', wait);
          const before = story.complaint();
          story.on(today, (ask) => {
            const answer = ask.answer();
            return { ...answer, letter: { text: 'Antwoord', sentOn: today, manner } };
          });
          const sent = story.journal.findLast((one) => one.type === 'letter-sent');
          assert(sent?.type === 'letter-sent');
          const { countsAsReceivedOn } = sent;
          const text = draftLetter('answer', before, facts({ today, countsAsReceivedOn }));
          const late = Array.from({ length: sent.daysLate ?? 0 }, (_, n) => addDays('2026-04-22', n + 1));
          const wished = late.filter((day) => isWished(day, asked)).length;
          const own = late.length - wished;
          const where = `${JSON.stringify(asked)} ${manner} ${today}: ${text}`;
          assert.equal(text.includes('Dit antwoord is te laat.'), own > 0, where);
          assert.equal(text.includes('woensdag 22 april 2026'), late.length > 0, where);
          assert.equal(text.includes('Op uw verzoek hebben wij afgesproken'), own === 0 && wished > 0, where);
          const [, theirs, ours] = /werd het (\d+) dag\S* later op uw verzoek, en (\d+) dag/.exec(text) ?? [];
          if (own > 0 && wished > 0) assert.deepEqual([theirs, ours], [`${wished}`, `${own}`], where);
          else assert.equal(theirs, undefined, where);
          if (own > 0 && wished > 0) told++;
        }
    assert(told > 100, `${told}`);
  });
});

type Asking = ReturnType<typeof asking>;

describe('a promised day that was not kept, within the time of the article', () => {
  /** Answers on that day, by e-mail or post: 22 April was promised, and by the corrected receipt 29 April is the day of Art. 6. */
  function answered(today: LocalDate, manner: 'email' | 'post') {
    const correct = (to: LocalDate) => (ask: Asking) => ask.correctDate({ field: 'receivedOn', to });
    const story = course({ receivedOn: '2026-04-08' })
      .on('2026-04-08', correct('2026-04-01'), (ask) => ask.acknowledge())
      .on('2026-04-09', correct('2026-04-08'));
    const before = story.complaint();
    story.on(today, (ask) => ({ ...ask.answer(), letter: { text: 'Antwoord', sentOn: today, manner } }));
    const sent = story.journal.findLast((one) => one.type === 'letter-sent');
    assert(sent?.type === 'letter-sent');
    const { countsAsReceivedOn, daysLate } = sent;
    return {
      daysLate,
      arrivesOn: countsAsReceivedOn,
      text: draftLetter('answer', before, facts({ today, countsAsReceivedOn })),
    };
  }

  it('is said with one excuse, and is late in the letter and the figures only after the article', () => {
    for (let today: LocalDate = '2026-04-14'; today <= '2026-05-04'; today = addDays(today, 1))
      for (const manner of ['email', 'post'] as const) {
        const { text, daysLate, arrivesOn } = answered(today, manner);
        const isBroken = arrivesOn > '2026-04-22' && daysLate === 0;
        assert.equal(
          text.includes(
            'Eerder schreven wij dat u dit antwoord uiterlijk woensdag 22 april 2026 zou krijgen. Dat is niet gelukt. Onze excuses daarvoor.',
          ),
          isBroken,
          `${today} ${manner}`,
        );
        assert.equal(text.includes('Dit antwoord is te laat.'), daysLate > 0, `${today} ${manner}`);
        assert.equal(text.split('Onze excuses').length - 1, isBroken || daysLate > 0 ? 1 : 0, text);
      }
  });
});

describe('"Uitstel melden" at the own wish of the complainant', () => {
  const delayed = (today: LocalDate, wish: Wish) =>
    draftLetter(
      'delay',
      course()
        .on('2026-04-02', (ask) => ask.acknowledge())
        .complaint(),
      facts({ today, reason: 'U bent met vakantie.', delay: { wish, until: '2026-05-06' } }),
    );

  it('offers no excuses, unless the day was missed already', () => {
    assert.doesNotMatch(delayed('2026-04-20', 'complainant'), /excuses/);
    assert.match(
      delayed('2026-04-24', 'complainant'),
      /U had uiterlijk woensdag 22 april 2026 ons antwoord moeten krijgen\. Dat is niet gelukt\. Onze excuses daarvoor\. U hebt ons gevraagd om meer tijd\./,
    );
    for (const today of ['2026-04-20', '2026-04-24'] as const)
      assert.match(
        delayed(today, 'ballance'),
        /Dat lukt ons niet\. Onze excuses daarvoor\.|Dat is niet gelukt\. Onze excuses/,
      );
  });
});

describe('the letter of "Uitstel melden"', () => {
  it('names the day that the last letter told the complainant, also where the receipt is corrected after it', () => {
    const story = course().on('2026-04-02', (ask) => ask.acknowledge());
    story.on('2026-04-07', (ask) => ask.correctDate({ field: 'receivedOn', to: '2026-03-30' }));
    const delay = { wish: 'ballance', until: '2026-04-30' } as const;
    const text = draftLetter('delay', story.complaint(), facts({ today: '2026-04-15', delay }));
    assert.match(text, /U zou uiterlijk woensdag 22 april 2026 ons antwoord krijgen\./);
  });
});
