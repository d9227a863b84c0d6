import assert from 'node:assert/strict';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { close, delay, letter, offerHearing, recordHearing } from '../asked.ts';
import { calendar, complaintAfter, contextOf, given, registered } from '../given.ts';
import { answered, heard, invited, letterSent, objected, waived } from '../happened.ts';
import { desk, ingrid, lars, sanne, willem } from '../people.ts';

const past = [registered(), objected(), invited()];

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
  it('after the month of Art. 7, and not on its last day', () => {
    given(registered(), answered())
      .on('2026-05-01')
      .when(close({ on: '2026-05-01' }))
      .refused('month-not-over', 7);
    given(registered(), answered())
      .on('2026-05-02')
      .when(close({ on: '2026-05-02' }))
      .happened({ type: 'closed', on: '2026-05-02', outcome: 'lapsed', personal: {} });
  });

  it('may be told in a letter, however it ends', () => {
    const written = letter('Afgesloten', '2026-05-02');
    for (const past of [
      [registered(), answered()],
      [registered(), objected(), invited(), heard()],
      [registered({ respondents: [willem, ingrid] }), objected(), waived()],
    ])
      given(...past)
        .on('2026-05-02')
        .when(close({ on: '2026-05-02', letter: written }))
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
