import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deadline, guardedDay, runningDeadlines } from '../../src/procedure/deadlines.ts';
import type { Complainant } from '../../src/procedure/model/complainant.ts';
import { leading, workingDaysLeft } from '../../src/procedure/time-left.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { calendar, complaintAfter, registered } from './given.ts';
import {
  acknowledged,
  answered,
  handedOver,
  heard,
  invited,
  objected,
  waived,
  withdrawn,
} from './happened.ts';
import { desk, everybodyAtTheDesk } from './people.ts';

describe('the deadlines that run', () => {
  const running = (...past: Parameters<typeof complaintAfter>) =>
    runningDeadlines(complaintAfter(...past), calendar, desk).map(({ kind, dueOn }) => [kind, dueOn]);

  it('are to acknowledge and to answer, from the day of receipt and not that of registration', () => {
    const both = [
      ['acknowledge', '2026-04-09'],
      ['answer', '2026-04-22'],
    ];
    assert.deepEqual(running(registered()), both);
    assert.deepEqual(running(registered({ today: '2026-05-20' })), both);
  });

  it('are to answer once it is acknowledged', () => {
    assert.deepEqual(running(registered(), acknowledged()), [['answer', '2026-04-22']]);
  });

  it('are to object once it is answered, which is for the complainant', () => {
    assert.deepEqual(running(registered(), answered()), [['objection', '2026-05-01']]);
    const [month] = runningDeadlines(complaintAfter(registered(), answered()), calendar, desk);
    assert.equal(month?.owedBy, 'complainant');
  });

  it('are to hear, and not yet to decide, once the complainant objected: until they waive it the board is not asked', () => {
    assert.deepEqual(running(registered(), objected()), [['hearing', '2026-04-08']]);
    assert.deepEqual(running(registered(), objected(), invited('2026-04-07')), [['hearing', '2026-04-07']]);
  });

  it('are to hear on the day of the invitation, also where that is another than the last of the week', () => {
    assert.deepEqual(running(registered(), objected(), invited('2026-04-07', true)), [
      ['hearing', '2026-04-07'],
    ]);
    const [{ promise } = assert.fail()] = runningDeadlines(
      complaintAfter(registered(), objected(), invited('2026-04-07', true)),
      calendar,
      desk,
    );
    assert.deepEqual(promise, { sentOn: '2026-04-01', articleDueOn: '2026-04-08' });
    assert.deepEqual(running(registered(), objected(), invited('2026-04-20', true)), [
      ['hearing', '2026-04-20'],
    ]);
  });

  it('are to decide alone once the hearing is waived', () => {
    assert.deepEqual(running(registered(), objected(), waived()), [['decision', '2026-04-15']]);
    assert.deepEqual(running(registered(), objected(), invited('2026-04-08', true), waived('2026-04-08')), [
      ['decision', '2026-04-22'],
    ]);
  });

  it('are none once it was heard, until another hearing is offered', () => {
    assert.deepEqual(running(registered(), objected(), heard()), []);
    assert.deepEqual(running(registered(), objected(), heard(), invited('2026-05-20')), [
      ['hearing', '2026-05-20'],
    ]);
  });

  it('are also the measures that were promised, each by its own day', () => {
    const measures = (['2026-05-20', '2026-04-20'] as const).map((dueOn, i) => ({
      id: `m${i + 1}`,
      what: 'Belrooster',
      owner: 'Joris',
      dueOn,
    }));
    assert.deepEqual(running(registered(), answered('2026-04-01', ...measures)), [
      ['measure', '2026-04-20'],
      ['objection', '2026-05-01'],
      ['measure', '2026-05-20'],
    ]);
  });

  it('do not begin anew with another handler, and run without one', () => {
    assert.deepEqual(running(registered(), handedOver()), running(registered()));
    assert.deepEqual(running(registered({ respondents: everybodyAtTheDesk })), running(registered()));
  });

  it('are none when it is closed', () => {
    assert.deepEqual(running(registered(), withdrawn()), []);
    assert.deepEqual(running(registered({ remedied: true })), []);
  });

  it('have the nearest guarded day first, whatever the day of receipt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const receivedOn = addDays('2020-01-01', days);
        const complaint = complaintAfter(registered({ receivedOn }));
        const lastDays = runningDeadlines(complaint, calendar, desk).map((one) => guardedDay(one, complaint));
        assert.deepEqual([...lastDays].sort(), lastDays);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the deadline that leads a complaint', () => {
  const leads = (today: LocalDate, ...past: Parameters<typeof complaintAfter>) =>
    leading(runningDeadlines(complaintAfter(...past), calendar, desk), today)?.kind;
  const measure = { id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-20' } as const;

  it('is the nearest while nothing is late', () => {
    assert.equal(leads('2026-04-02', registered()), 'acknowledge');
    assert.equal(leads('2026-05-20', registered(), answered('2026-04-01', measure)), 'objection');
  });

  it('is the first that is late: a month of the complainant that lapsed hides no measure', () => {
    assert.equal(leads('2026-04-23', registered()), 'acknowledge');
    assert.equal(leads('2026-05-21', registered(), answered('2026-04-01', measure)), 'measure');
  });

  it('is none where none runs', () =>
    assert.equal(leads('2026-04-02', registered(), withdrawn()), undefined));
});

describe('the guarded day', () => {
  const guarded = (kind: 'acknowledge' | 'answer' | 'objection', complainant: Complainant) =>
    guardedDay(deadline(kind, '2026-04-01', calendar), { complainant });
  const byPost = { name: 'Mevrouw Van Dam' };

  it('is the last day by post of a letter that must arrive, unless an e-mail address is known', () => {
    assert.equal(guarded('answer', byPost), '2026-04-17');
    assert.equal(guarded('answer', { ...byPost, email: 'vandam@example.nl' }), '2026-04-22');
  });

  it('is the last day to act of what only has to be sent', () =>
    assert.equal(guarded('acknowledge', byPost), '2026-04-09'));

  it('is the day itself of what the complainant owes, in a weekend or not', () => {
    assert.equal(guarded('objection', byPost), '2026-05-01');
    assert.equal(
      guardedDay(deadline('objection', '2026-04-02', calendar), { complainant: byPost }),
      '2026-05-02',
    );
  });
});

describe('the werkdagen left', () => {
  /** Last day to act: Friday 10 April 2026. */
  const friday = deadline('acknowledge', '2026-04-02', calendar);
  const left = (today: LocalDate) => workingDaysLeft(friday, today, calendar);

  it('are counted to the last day to act, Good Friday and Easter Monday left out', () => {
    assert.equal(friday.lastDayToAct, '2026-04-10');
    assert.equal(left('2026-04-02'), 4);
    assert.equal(left('2026-04-07'), 3);
    assert.equal(left('2026-04-09'), 1);
  });

  it('stay the same through the weekend before', () => {
    for (const day of ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'] as const)
      assert.equal(left(day), 4);
  });

  it('are none on the last day and in the weekend after it', () => {
    for (const day of ['2026-04-10', '2026-04-11', '2026-04-12'] as const) assert.equal(left(day), 0);
  });

  it('are fewer than none from the werkdag after it', () => {
    assert.equal(left('2026-04-13'), -1);
    assert.equal(left('2026-04-14'), -2);
    assert.equal(left('2026-04-18'), -5);
    assert.equal(left('2026-04-19'), -5);
    assert.equal(left('2026-04-20'), -6);
  });

  it('count to the Thursday before where the deadline ends on Good Friday', () => {
    const goodFriday = deadline('answer', '2026-03-13', calendar);
    assert.deepEqual([goodFriday.dueOn, goodFriday.lastDayToAct], ['2026-04-03', '2026-04-02']);
    assert.equal(workingDaysLeft(goodFriday, '2026-04-01', calendar), 1);
    assert.equal(workingDaysLeft(goodFriday, '2026-04-03', calendar), 0);
  });
});
