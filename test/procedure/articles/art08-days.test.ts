import assert from 'node:assert/strict';
import { draftLetter } from '../../../src/letters/draft-letter.ts';
import { nextWorkingDayAfter } from '../../../src/procedure/articles/art02-periods.ts';
import type { Wish } from '../../../src/procedure/model/answer.ts';
import { longDate } from '../../../src/time/dutch-date.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { facts } from '../../letters/a-complaint.ts';
import type { Ask } from '../asked.ts';
import { objected } from '../course.ts';
import { calendar } from '../given.ts';

/** Invites to that day; later than the week, on 29 April, at that wish. */
const invite =
  (on: LocalDate, laterWish: Wish): Ask =>
  (ask) =>
    ask.offerHearing({ on, laterWish, laterBecause: 'Vakantie.' });

type Story = ReturnType<typeof objected>;

const promisedBy = (story: Story) => story.complaint().letters.at(-1)?.promised?.on;

describe('Art. 8 and reading 18: the decision that an invitation promises', () => {
  it('stays where Ballance moves the hearing, and is guarded, as long as it comes after the new day', () => {
    const story = objected()
      .on('2026-04-23', invite('2026-04-28', 'ballance'))
      .on('2026-04-24', invite('2026-05-06', 'ballance'));
    assert.equal(promisedBy(story), '2026-05-12');
    story.on('2026-05-06', (ask) => ask.waiveHearing()).runs('decision 2026-05-12');
  });

  it('is another where it cannot be kept, and the letter says so with excuses', () => {
    const story = objected().on('2026-04-23', invite('2026-04-30', 'complainant'));
    const before = story.complaint();
    assert.equal(promisedBy(story), '2026-05-14');
    story.on('2026-04-24', invite('2026-05-20', 'ballance'));
    assert.equal(promisedBy(story), '2026-06-03');
    const { appointment } = story.complaint();
    assert(appointment);
    assert.match(
      draftLetter('hearing-invitation', before, facts({ appointment })),
      /in elk geval uiterlijk woensdag 3 juni 2026, .* Eerder schreven wij dat u die uiterlijk donderdag 14 mei 2026 zou krijgen\. Dat lukt niet, omdat het gesprek nu later is\. Onze excuses daarvoor\./,
    );
  });

  it('moves with the hearing where the complainant wished that', () => {
    const story = objected()
      .on('2026-04-23', invite('2026-04-28', 'ballance'))
      .on('2026-04-24', invite('2026-05-06', 'complainant'));
    assert.equal(promisedBy(story), '2026-05-20');
  });

  it('is never another than the one before without a word, however often and at whose wish the hearing moves', () => {
    const days = [
      '2026-04-28',
      '2026-04-29',
      '2026-05-01',
      '2026-05-12',
      '2026-05-13',
      '2026-05-20',
    ] as const;
    const wishes = ['ballance', 'complainant'] as const;
    const moves = days.flatMap((on) => wishes.map((wish) => [on, wish] as const));
    for (const first of moves)
      for (const second of moves)
        for (const third of moves) {
          const story = objected();
          let known: LocalDate | undefined;
          let today: LocalDate = '2026-04-23';
          for (const [on, wish] of [first, second, third]) {
            const before = story.complaint();
            story.on(today, invite(on, wish));
            const { appointment } = story.complaint();
            assert(appointment);
            const text = draftLetter('hearing-invitation', before, facts({ today, appointment }));
            const promised = promisedBy(story) ?? assert.fail();
            const where = `${first} ${second} ${third}: ${text}`;
            const isWished = wish === 'complainant' && on > '2026-04-29';
            const isTold =
              !!known && text.includes(`uiterlijk ${longDate(known)} zou krijgen. Dat lukt niet`);
            assert(text.includes(`in elk geval uiterlijk ${longDate(promised)},`), where);
            assert(promised <= addDays(nextWorkingDayAfter(addDays(on, -1), calendar.strict), 14), where);
            if (known && promised > known) assert(isWished || (isTold && known <= on), where);
            else assert(!isTold, where);
            known = promised;
            today = addDays(today, 1);
          }
        }
  });
});
