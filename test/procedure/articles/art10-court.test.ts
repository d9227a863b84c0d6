import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { countsAsReceivedOn } from '../../../src/procedure/articles/art02-post.ts';
import { objectionDeadline, runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import { dispatchManners } from '../../../src/procedure/model/letter.ts';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { close, delay, letter, object, offerHearing, recordHearing } from '../asked.ts';
import { calendar, complaintAfter, contextOf, given, registered } from '../given.ts';
import {
  acknowledged,
  answered,
  drawnUp,
  heard,
  invited,
  letterSent,
  objected,
  waived,
} from '../happened.ts';
import { desk, ingrid, lars, sanne, willem } from '../people.ts';

const past = [registered(), objected(), invited()];

const days = (first: LocalDate, count: number) => Array.from({ length: count }, (_, n) => addDays(first, n));

function happens(step: () => unknown): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

describe('Art. 10: "dan kan de aanklager besluiten om een gerechtelijke procedure op te starten"', () => {
  it('is explained by letter when the hearing settled nothing', () => {
    given(...past)
      .when(recordHearing({ letter: letter('Naar de rechter') }))
      .happened(
        {
          type: 'heard',
          on: '2026-04-01',
          form: 'phone',
          settled: false,
          personal: { present: 'Mevrouw Van Dam en Lars Brouwer', report: 'De klacht is toegelicht.' },
        },
        letterSent('court-route', { personal: { text: 'Naar de rechter' } }),
      );
  });

  it('"(nog) niet": another hearing remains possible until the handler closes', () => {
    given(...past, heard())
      .when(offerHearing())
      .leadsTo(({ stage }) => stage === 'hearing-offered');
    given(...past, heard())
      .when(close())
      .happened({ type: 'closed', on: '2026-04-01', outcome: 'not-settled', personal: {} });
  });

  it('"(nog) niet": what is agreed after all, without another invitation, is recorded and settles it', () => {
    given(...past, heard())
      .when(recordHearing({ settlement: 'Een nieuwe begeleider.' }))
      .leadsTo(({ closed, hearings }) => closed?.outcome === 'settled' && hearings.length === 2);
  });
});

describe('closing what can go no further', () => {
  it('after the month of Art. 7 and the week for its post, and not on the last day of that', () => {
    given(registered(), answered())
      .on('2026-05-08')
      .when(close({ on: '2026-05-08' }))
      .refused('month-not-over', 7);
    given(registered(), answered())
      .on('2026-05-09')
      .when(close({ on: '2026-05-09' }))
      .happened({ type: 'closed', on: '2026-05-09', outcome: 'lapsed', personal: {} });
  });

  it('on exactly the days on which no message can come in any more that was sent in time, and only then is it offered', () => {
    for (const manner of dispatchManners)
      for (const answeredOn of days('2026-04-01', 40)) {
        const complaint = complaintAfter(registered(), acknowledged(), [
          drawnUp(),
          letterSent('answer', {
            sentOn: answeredOn,
            manner,
            countsAsReceivedOn: countsAsReceivedOn(manner, answeredOn, calendar),
          }),
        ]);
        const until = objectionDeadline(complaint, calendar)?.dueOn ?? assert.fail();
        for (const today of days(until, 12)) {
          const context = contextOf({ today });
          const sentInTime = { sentOn: until, receivedOn: today, late: undefined };
          const canCome = happens(() => decide(complaint, object(sentInTime), context));
          const closes = happens(() => decide(complaint, close({ on: today }), context));
          assert.notEqual(closes, canCome, `${manner} ${answeredOn} ${today}`);
          assert.equal(openSteps(lars, complaint, context).includes('close'), closes);
        }
      }
  });

  it('says until when it waits', () => {
    const complaint = complaintAfter(registered(), answered());
    assert.throws(
      () => decide(complaint, close({ on: '2026-05-05' }), contextOf({ today: '2026-05-05' })),
      (error) => error instanceof Refusal && isDeepStrictEqual(error.days, { until: '2026-05-08' }),
    );
  });

  it('may be told in a letter, however it ends', () => {
    const written = letter('Afgesloten', '2026-05-09');
    for (const past of [
      [registered(), answered()],
      [registered(), objected(), invited(), heard()],
      [registered({ respondents: [willem, ingrid] }), objected(), waived()],
    ])
      given(...past)
        .on('2026-05-09')
        .when(close({ on: '2026-05-09', letter: written }))
        .leadsTo(({ stage, letters }) => stage === 'closed' && letters.at(-1)?.kind === 'closure');
  });

  it('is not dated back into that month, nor before receipt, nor ahead', () => {
    const today = given(registered(), answered()).on('2026-05-20');
    today.when(close({ on: '2026-04-20' })).refused('month-not-over', 7);
    today.when(close({ on: '2026-03-31' })).refused('month-not-over', 7);
    today.when(close({ on: '2026-05-21' })).refused('in-the-future', 10);
  });

  it('waits for the board where it can decide, and goes on where nobody there is free to', () => {
    given(registered(), objected(), waived()).when(close()).refused('board-decides', 8);
    given(registered({ respondents: [willem, ingrid] }), objected(), waived())
      .when(close())
      .leadsTo(({ closed }) => closed?.outcome === 'not-settled');
  });

  it('is what is left where the whole board is a respondent: no decision is owed, guarded or delayed', () => {
    const past = [registered({ respondents: [willem, ingrid] }), objected(), invited(), waived()];
    assert.deepEqual(runningDeadlines(complaintAfter(...past), calendar, desk), []);
    given(...past)
      .when(delay())
      .refused('nobody-decides', 8);
    const offered = openSteps(lars, complaintAfter(...past), contextOf());
    assert(!offered.includes('delay'), `${offered}`);
    assert(offered.includes('close') && offered.includes('offer-hearing'), `${offered}`);
  });

  it('is for the handler, where there is something to close', () => {
    given(...past, heard())
      .when(close({ by: sanne }))
      .refused('not-the-handler', 5);
    given(registered(), objected())
      .when(close({ by: lars }))
      .refused('not-now');
  });
});
