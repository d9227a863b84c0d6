import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import type { Wish } from '../../src/procedure/model/answer.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
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
    due: 'woensdag 22 april 2026',
    had: 'U had het uiterlijk',
    before: '2026-04-20',
    lateOn: '2026-04-23',
    until: '2026-04-30',
    agreed: 'donderdag 30 april 2026',
    after: '2026-05-01',
  },
  {
    letter: 'the decision (Art. 8)',
    of: decisionOf,
    thing: 'Deze beslissing',
    due: 'woensdag 6 mei 2026',
    had: 'U had die uiterlijk',
    before: '2026-05-04',
    lateOn: '2026-05-07',
    until: '2026-05-13',
    agreed: 'woensdag 13 mei 2026',
    after: '2026-05-14',
  },
] as const;

for (const { letter, of, thing, due, had, before, lateOn, until, agreed, after } of letters)
  describe(`after "Uitstel melden", ${letter}`, () => {
    const own = { on: before, until, wish: 'complainant' } as const;
    const ours = { on: before, until, wish: 'ballance' } as const;
    const isExcused = (text: string) => {
      assert.doesNotMatch(text, /te laat|excuses/);
      assert.ok(
        text.includes(
          `\nOp uw verzoek hebben wij afgesproken dat u ${thing.toLowerCase()} uiterlijk ${agreed} zou krijgen.\n`,
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

    it('at the own wish of the complainant says which day was agreed, and offers no excuses until that has passed', () => {
      isExcused(of(lateOn, own));
      isExcused(of(until, own));
    });

    it('says nothing of it where it comes before the day of the article all the same', () =>
      assert.doesNotMatch(of(before, own), /te laat|excuses|Op uw verzoek/));

    it('is late where the agreed day is missed as well, and says so', () => {
      const text = of(after, own);
      assert.ok(
        text.includes(`${thing} is te laat. Op uw verzoek hadden wij afgesproken dat u`) &&
          text.includes(`uiterlijk ${agreed} zou krijgen. Onze excuses daarvoor.`),
        text,
      );
      assert.ok(!text.includes(due), text);
    });

    it('that was late before the complainant asked for more time stays late', () =>
      assert.ok(of(until, { ...own, on: lateOn }).includes(`${thing} is te laat. ${had} ${due}`)));
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
      /^Op uw verzoek hebben wij afgesproken .* uiterlijk woensdag 6 mei 2026 zou krijgen\.$/m,
    );
  });

  it('is late after the agreed day, where Ballance then took longer', () => {
    const text = answerOf('2026-05-06', { ...first, wish: 'complainant' }, { ...second, wish: 'ballance' });
    assert.match(
      text,
      /is te laat\. Op uw verzoek hadden wij afgesproken .* uiterlijk donderdag 30 april 2026 zou/,
    );
  });

  it('is late after the day of the article, where Ballance was the first to take longer', () => {
    const text = answerOf('2026-05-06', { ...first, wish: 'ballance' }, { ...second, wish: 'complainant' });
    assert.match(text, /is te laat\. U had het uiterlijk woensdag 22 april 2026 moeten hebben\./);
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
