import assert from 'node:assert/strict';
import { deadline, runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { demandOf } from '../../../src/teams/cards/case-demand.ts';
import { deadlineLine, lastDayWords } from '../../../src/teams/cards/deadlines.ts';
import { casesCard, casesFilters } from '../../../src/teams/cards/lists.ts';
import { dutchCalendar } from '../../../src/time/dutch-calendar.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { calendar, complaintAfter, registered } from '../../procedure/given.ts';
import { acknowledged, answered, invited, objected } from '../../procedure/happened.ts';
import { desk, lars } from '../../procedure/people.ts';
import { shownBy } from '../card-parts.ts';

describe('a list of cases that shows a part of them', () => {
  const today: LocalDate = '2026-11-28';

  it('says which part, and all of them needs no word', () => {
    const complaint = complaintAfter(registered());
    const intros = casesFilters.map((filter) => shownBy(casesCard([{ complaint }], today, [], { filter })));
    assert.match(intros[0] ?? '', /^Mijn zaken\nDruk op een klacht/);
    const parts = ['te laat is', 'deze week nog moet', 'via de website kwam'];
    for (const [index, part] of parts.entries())
      assert.match(intros[index + 1] ?? '', new RegExp(`Hier staat alleen wat ${part}\\.`));
  });

  it('never claims that nothing is to be done where something may be late', () => {
    const none = shownBy(casesCard([], today, [], { filter: 'this-week' }));
    assert.match(none, /Deze week loopt er geen termijn meer af\. Wat al te laat is, staat bij “Te laat”\./);
  });
});

describe('the last days of a deadline, in words', () => {
  const linesOf = (kind: 'acknowledge' | 'answer' | 'objection' | 'decision', on = calendar) =>
    deadlineLine(deadline(kind, '2026-11-26', on)).lastDays;

  it('are one by post for the answer and the decision, and two where that by e-mail is not the day itself', () => {
    assert.deepEqual(linesOf('answer'), ['Per post uiterlijk maandag 14 december 2026']);
    assert.match(linesOf('decision')[0] ?? '', /^Per post uiterlijk /);
    assert.deepEqual(deadlineLine(deadline('answer', '2026-12-04', calendar)).lastDays, [
      'Per e-mail uiterlijk donderdag 24 december 2026, per post uiterlijk maandag 21 december 2026',
    ]);
  });

  it('are none where they are the day itself, which is said already', () => {
    assert.deepEqual(linesOf('answer', dutchCalendar([], 0)), []);
    assert.deepEqual(linesOf('acknowledge'), []);
  });

  it('are one where the day itself is no werkdag', () => {
    const saturday = deadline('answer', '2026-12-05', dutchCalendar([], 0));
    assert.equal(saturday.dueOn, '2026-12-28');
    const closed = deadline('answer', '2026-12-04', dutchCalendar([], 0));
    assert.deepEqual(deadlineLine(closed).lastDays, ['Uiterlijk te doen op donderdag 24 december 2026']);
  });

  it('are none for the complainant: only the day itself, a Saturday as well as any', () => {
    assert.deepEqual(linesOf('objection'), []);
    const saturday = deadline('objection', '2026-11-26', calendar);
    assert.equal(lastDayWords(saturday), 'Tot en met zaterdag 26 december 2026');
  });

  it('stand in “mijn zaken” as well', () => {
    const complaint = complaintAfter(registered(), answered());
    const [next] = runningDeadlines(complaint, calendar, desk);
    const rows = [{ complaint, next: next && { deadline: next, workingDaysLeft: 3 } }];
    assert.match(JSON.stringify(casesCard(rows, '2026-04-02')), /"Tot en met vrijdag 1 mei 2026"/);
  });
});

describe('a meeting that is agreed', () => {
  const listed = (on: LocalDate, ...events: Parameters<typeof complaintAfter>) => {
    const complaint = complaintAfter(...events);
    const [next] = runningDeadlines(complaint, calendar, desk);
    return JSON.stringify(
      casesCard([{ complaint, next: next && { deadline: next, workingDaysLeft: 3 } }], on),
    );
  };

  it('stands in “zaken” by its day and hour, until it was', () => {
    const offered = [registered(), objected(), invited('2026-04-08')] as const;
    const { time } = complaintAfter(...offered).appointment ?? assert.fail();
    const words = `Gesprek op woensdag 8 april 2026 om ${time} uur`;
    assert.match(listed('2026-04-08', ...offered), new RegExp(`"${words} \\(artikel 8\\)"`));
    assert.doesNotMatch(listed('2026-04-09', ...offered), /Gesprek op/);
  });
});

describe('what a hearing demands of the handler', () => {
  const demanded = (today: LocalDate) => {
    const complaint = complaintAfter(registered(), objected(), invited('2026-04-08'));
    return demandOf(runningDeadlines(complaint, calendar, desk)[0] ?? assert.fail(), complaint, today, {
      id: lars.id,
      handles: true,
      can: () => true,
    });
  };

  it('is when and where it is held, and after that day to record it', () => {
    assert.match(demanded('2026-04-08'), /^Houd het gesprek: woensdag 8 april 2026 om \d\d:\d\d uur, /);
    assert.match(demanded('2026-04-09'), /^Het gesprek was gepland op woensdag 8 april .* Leg het vast/);
  });
});

describe('what the answer demands of the handler', () => {
  /** Received on 1 April: to be had on 22 April, and so posted on 17 April. */
  const demanded = (today: LocalDate, email?: string) => {
    const complaint = complaintAfter(
      registered({ complainant: { name: 'Mevrouw Van Dam', email } }),
      acknowledged(),
    );
    return demandOf(runningDeadlines(complaint, calendar, desk)[0] ?? assert.fail(), complaint, today, {
      id: lars.id,
      handles: true,
      can: () => true,
    });
  };

  it('is, on the last day for it, to post it that day', () =>
    assert.match(demanded('2026-04-17'), /post\? Dan is het vandaag de laatste dag/));

  it('is, after that day, to mail it or to hand it over', () => {
    for (const day of ['2026-04-18', '2026-04-22'] as const)
      assert.match(demanded(day), /Mail hem of geef hem af\.$/);
  });

  it('says nothing of the post before, when it is late, or where there is an e-mail address', () => {
    for (const demand of [
      demanded('2026-04-16'),
      demanded('2026-04-23'),
      demanded('2026-04-20', 'vandam@example.nl'),
    ])
      assert.doesNotMatch(demand, /post|Mail/);
  });
});
