import assert from 'node:assert/strict';
import { answerReceivedOn } from '../../../src/procedure/articles/art07-objection.ts';
import { letterAccepted } from '../../../src/procedure/articles/letters.ts';
import { decide } from '../../../src/procedure/decide.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { agree, answer, completeMeasure, letter } from '../asked.ts';
import { complaintAfter, contextOf, given, plain, registered } from '../given.ts';
import { acknowledged, answered, drawnUp, letterSent, stated, withdrawn } from '../happened.ts';
import { joris, lars, sanne } from '../people.ts';

const roster = { what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' } as const;

/** The last day to object that a letter names (Art. 7). */
const until = (on: LocalDate) => ({ of: 'objection', on }) as const;

describe('Art. 6: "uiterlijk binnen drie weken na ontvangst van de klacht een schriftelijk antwoord"', () => {
  it('holds position, judgement, proposal and measures, and is sent as a letter', () => {
    given(registered(), acknowledged(), stated())
      .when(answer({ measures: [roster], notHeardBecause: undefined }))
      .happened(
        {
          type: 'answer-drawn-up',
          on: '2026-04-01',
          judgement: 'founded',
          bothSidesHeard: true,
          personal: {
            position: 'Wij hadden moeten bellen.',
            proposal: 'Wij bellen deze week.',
            measures: [{ id: 'm1', ...roster }],
          },
        },
        letterSent('answer', { promised: until('2026-05-01') }),
      );
  });

  it('is kept with its reason where not both sides were heard', () => {
    given(registered({ respondents: [joris] }), acknowledged())
      .when(answer({ notHeardBecause: 'Joris is uit dienst.' }))
      .leadsTo(({ stage, answer }) => stage === 'answered' && answer?.judgement === 'founded');
  });

  it('is in time on the day three weeks after receipt, and late by days after it', () => {
    for (const [sentOn, daysLate, objectUntil] of [
      ['2026-04-22', 0, '2026-05-22'],
      ['2026-04-23', 1, '2026-05-23'],
      ['2026-04-27', 5, '2026-05-28'],
    ] as const) {
      given(registered(), acknowledged())
        .on('2026-05-01')
        .when(answer({ letter: letter('Antwoord', sentOn) }))
        .leadsTo(({ letters }) => letters.at(-1)?.sentOn === sentOn);
      const late = { sentOn, daysLate, promised: until(objectUntil), personal: { text: 'Antwoord' } };
      given(registered(), acknowledged(), stated())
        .on('2026-05-01')
        .when(answer({ letter: letter('Antwoord', sentOn), notHeardBecause: undefined }))
        .happened(
          {
            type: 'answer-drawn-up',
            on: '2026-05-01',
            judgement: 'founded',
            bothSidesHeard: true,
            personal: {
              position: 'Wij hadden moeten bellen.',
              proposal: 'Wij bellen deze week.',
              measures: [],
            },
          },
          letterSent('answer', late),
        );
    }
  });

  it('confirms receipt as well where no letter did: "uiterlijk op de vijfde werkdag" counts from the day of sending (Art. 5)', () => {
    for (const [sentOn, acknowledgedDaysLate, objectUntil] of [
      ['2026-04-09', 0, '2026-05-09'],
      ['2026-04-10', 1, '2026-05-10'],
    ] as const) {
      given(registered(), stated())
        .on('2026-04-10')
        .when(answer({ letter: letter('Antwoord', sentOn), notHeardBecause: undefined }))
        .leadsTo(({ stage }) => stage === 'answered');
      const events = decide(
        complaintAfter(registered()),
        answer({ letter: letter('Antwoord', sentOn) }),
        contextOf({ today: '2026-04-10' }),
      );
      assert.deepEqual(
        plain(events.at(-1)),
        plain(
          letterSent('answer', {
            sentOn,
            acknowledgedDaysLate,
            promised: until(objectUntil),
            personal: { text: 'Antwoord' },
          }),
        ),
      );
    }
  });

  it('confirms receipt on the day on which the mail server accepts it', () => {
    const context = contextOf({ mail: true });
    const waiting = decide(complaintAfter(registered()), answer(), context);
    assert.partialDeepStrictEqual(waiting.at(-1), { type: 'letter-queued', acknowledgeBy: '2026-04-09' });
    const complaint = complaintAfter(registered(), waiting);
    assert.equal(complaint.stage, 'registered');
    assert.partialDeepStrictEqual(letterAccepted(complaint, 1, '2026-04-13'), [
      { type: 'letter-sent', kind: 'answer', daysLate: 0, acknowledgedDaysLate: 4 },
    ]);
  });

  it('says nothing of that where the acknowledgement is out, and comes once', () => {
    const events = decide(complaintAfter(registered(), acknowledged()), answer(), contextOf());
    assert.equal(
      events.some((event) => 'acknowledgedDaysLate' in event),
      false,
    );
    given(registered(), answered()).when(answer()).refused('not-now');
  });

  it('is for the handler, and says something', () => {
    given(registered(), acknowledged())
      .when(answer({ by: sanne }))
      .refused('not-the-handler', 5);
    given(registered(), acknowledged())
      .when(answer({ position: '' }))
      .refused('text-missing', 6);
    given(registered(), acknowledged())
      .when(answer({ letter: letter(' ') }))
      .refused('text-missing', 6);
  });

  it('by post is in time when it is there in time, and late by the days on which it is not', () => {
    for (const [sentOn, countsAsReceivedOn, daysLate, objectUntil] of [
      ['2026-04-17', '2026-04-22', 0, '2026-05-22'],
      ['2026-04-20', '2026-04-23', 1, '2026-05-23'],
      ['2026-04-22', '2026-04-28', 6, '2026-05-28'],
    ] as const) {
      given(registered(), acknowledged())
        .on('2026-05-01')
        .when(answer({ letter: { text: 'Antwoord', manner: 'post', sentOn } }))
        .happened(
          {
            type: 'answer-drawn-up',
            on: '2026-05-01',
            judgement: 'founded',
            bothSidesHeard: false,
            personal: {
              position: 'Wij hadden moeten bellen.',
              proposal: 'Wij bellen deze week.',
              measures: [],
              reason: 'De klager wil niet meer spreken.',
            },
          },
          letterSent('answer', {
            promised: until(objectUntil),
            sentOn,
            manner: 'post',
            countsAsReceivedOn,
            daysLate,
            personal: { text: 'Antwoord' },
          }),
        );
    }
  });

  it('by post counts as received three werkdagen after it was posted, and the complainant can agree before', () => {
    const byPost = [
      registered(),
      acknowledged(),
      [
        drawnUp(),
        letterSent('answer', { sentOn: '2026-04-10', manner: 'post', countsAsReceivedOn: '2026-04-15' }),
      ],
    ];
    assert.equal(answerReceivedOn(complaintAfter(...byPost)), '2026-04-15');
    given(...byPost)
      .on('2026-04-11')
      .when(agree({ on: '2026-04-11' }))
      .leadsTo(({ stage }) => stage === 'closed');
    given(...byPost)
      .on('2026-04-11')
      .when(agree({ on: '2026-04-09' }))
      .refused('before-the-answer', 6);
  });

  it('is received on the day it was sent, unless a later day is recorded', () => {
    assert.equal(answerReceivedOn(complaintAfter(registered(), answered('2026-04-10'))), '2026-04-10');
    assert.equal(answerReceivedOn(complaintAfter(registered(), acknowledged())), undefined);
  });
});

describe('Art. 6: "de voorgestelde oplossing en/of te nemen maatregelen"', () => {
  const measures = [roster];

  it('are in every answer to a complaint that is founded, or partly', () => {
    for (const judgement of ['founded', 'partly-founded'] as const) {
      const acknowledgedOne = given(registered(), acknowledged());
      acknowledgedOne.when(answer({ judgement, proposal: ' ', measures: [] })).refused('solution-missing', 6);
      for (const said of [
        { proposal: 'Excuses', measures: [] },
        { proposal: '', measures },
      ])
        acknowledgedOne.when(answer({ judgement, ...said })).leadsTo(({ stage }) => stage === 'answered');
    }
  });

  it('may be missing where the complaint is unfounded or not judged', () => {
    for (const judgement of ['unfounded', 'none'] as const)
      given(registered(), acknowledged())
        .when(answer({ judgement, proposal: '', measures: [] }))
        .leadsTo(({ stage }) => stage === 'answered');
  });
});

describe('Art. 6, a complainant who agrees', () => {
  it('closes the complaint', () => {
    given(registered(), answered())
      .on('2026-04-08')
      .when(agree({ on: '2026-04-07' }))
      .happened({
        type: 'closed',
        on: '2026-04-07',
        outcome: 'agreed',
        recordedOn: '2026-04-08',
        personal: {},
      });
  });

  it('may read in a letter that it is closed, which is not sent before they agreed', () => {
    const answeredOne = given(registered(), answered()).on('2026-04-08');
    answeredOne.when(agree({ on: '2026-04-08', letter: letter('Afgesloten', '2026-04-08') })).happened(
      { type: 'closed', on: '2026-04-08', outcome: 'agreed', personal: {} },
      letterSent('closure', {
        sentOn: '2026-04-08',
        countsAsReceivedOn: '2026-04-08',
        promised: until('2026-05-01'),
        personal: { text: 'Afgesloten' },
      }),
    );
    answeredOne
      .when(agree({ on: '2026-04-08', letter: letter('Gesloten', '2026-04-07') }))
      .refused('out-of-order');
    answeredOne.when(agree({ letter: letter('[akkoord op]', '2026-04-08') })).refused('gap-in-letter', 6);
  });

  it('has had the answer, and not tomorrow', () => {
    given(registered(), answered())
      .when(agree({ on: '2026-04-02' }))
      .refused('in-the-future', 6);
    given(registered(), answered('2026-04-08'))
      .on('2026-04-09')
      .when(agree({ on: '2026-04-07' }))
      .refused('before-the-answer', 6);
    given(registered(), acknowledged()).when(agree()).refused('not-now');
  });
});

describe('Art. 6, "te nemen maatregelen"', () => {
  const promised = [registered(), answered('2026-04-01', { id: 'm1', ...roster })];

  it('have an owner and a day, and are ticked off', () => {
    given(...promised)
      .on('2026-04-30')
      .when(completeMeasure({ on: '2026-04-30' }))
      .happened({ type: 'measure-done', measure: 'm1', on: '2026-04-30' });
    given(...promised)
      .when(completeMeasure())
      .leadsTo(({ measures }) => measures[0]?.doneOn === '2026-04-01');
  });

  it('are ticked off after closing as well, and the complaint stays closed', () => {
    given(...promised, withdrawn())
      .when(completeMeasure())
      .leadsTo(({ stage, measures }) => stage === 'closed' && measures[0]?.doneOn !== undefined);
  });

  it('are ticked off once, by the handler, and not in advance', () => {
    const done: Event[] = [{ type: 'measure-done', measure: 'm1', on: '2026-04-01' }];
    given(...promised, done)
      .when(completeMeasure())
      .refused('unknown-measure');
    given(...promised, done, withdrawn())
      .when(completeMeasure())
      .refused('closed');
    given(...promised)
      .when(completeMeasure({ measure: 'm9' }))
      .refused('unknown-measure');
    given(...promised)
      .when(completeMeasure({ on: '2026-04-02' }))
      .refused('in-the-future', 6);
    given(...promised)
      .when(completeMeasure({ by: joris }))
      .refused('not-the-handler', 5);
    given(registered())
      .when(completeMeasure({ by: lars }))
      .refused('unknown-measure');
  });
});
