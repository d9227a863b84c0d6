import assert from 'node:assert/strict';
import { toldDay } from '../../../src/procedure/articles/art06-delay.ts';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { acknowledge, asking, correctDate, delay, letter } from '../asked.ts';
import { course } from '../course.ts';
import { calendar, complaintAfter, contextOf, given, registered } from '../given.ts';
import { letterSent, objected, waived } from '../happened.ts';
import { desk, fatima, ingrid, lars, willem } from '../people.ts';

const guarded = (complaint: Complaint) =>
  runningDeadlines(complaint, calendar, desk).map(({ kind, dueOn, promise }) => [
    kind,
    dueOn,
    promise?.articleDueOn,
  ]);

const ofDelay = (complaint: Complaint, until: LocalDate) =>
  decide(complaint, delay({ until }), contextOf({ today: '2026-04-03' }));

const confirmed = letterSent('acknowledgement', { promised: { of: 'answer', on: '2026-04-22' } });

describe('a day that a letter promised', () => {
  it('is kept with the letter: the acknowledgement promises the answer on the last day of Art. 6', () => {
    given(registered())
      .when(acknowledge())
      .leadsTo(
        ({ letters }) => letters[0]?.promised?.of === 'answer' && letters[0].promised.on === '2026-04-22',
      );
    given(registered())
      .withMail()
      .when(acknowledge())
      .leadsTo(({ letters }) => letters[0]?.promised?.on === '2026-04-22');
  });

  it('is never promised in the past', () => {
    const late = given(registered({ receivedOn: '2026-03-02', today: '2026-04-01' }));
    late.when(acknowledge()).leadsTo(({ letters }) => letters[0]?.promised === undefined);
  });

  it('is not moved to a later one by a corrected receipt, and does move to an earlier one', () => {
    const past = [
      registered({ receivedOn: '2026-04-01', today: '2026-04-08' }),
      [{ ...confirmed, sentOn: '2026-04-08' } as Event],
    ];
    const after = (to: LocalDate, expected: unknown[]) =>
      given(...past)
        .on('2026-04-10')
        .when(correctDate({ to }))
        .leadsTo((complaint) => {
          assert.deepEqual(guarded(complaint), [expected]);
          return true;
        });
    after('2026-04-07', ['answer', '2026-04-22', '2026-04-28']);
    after('2026-03-30', ['answer', '2026-04-20', undefined]);
  });

  it('in an invitation is the decision for who does not use the hearing: two weeks from that day (Art. 8)', () => {
    const late = objected('2026-04-01');
    given(registered(), late)
      .when(asking().offerHearing({ on: '2026-04-22', laterWish: 'complainant', laterBecause: 'Vakantie' }))
      .leadsTo(({ letters }) => letters.at(-1)?.promised?.on === '2026-05-06');
  });
});

describe('"Uitstel melden" (Art. 6 and 8)', () => {
  const past = [registered(), [confirmed]];

  it('is a letter that promises a new day, at the wish of Ballance or of the complainant', () => {
    for (const wish of ['ballance', 'complainant'] as const)
      given(...past)
        .when(delay({ wish, until: '2026-04-30', letter: letter('Uitstel') }))
        .happened(
          {
            type: 'delayed',
            on: '2026-04-01',
            of: 'answer',
            until: '2026-04-30',
            wish,
            personal: { reason: 'Wij zoeken nog iets uit.' },
          },
          letterSent('delay', {
            promised: { of: 'answer', on: '2026-04-30', wish },
            personal: { text: 'Uitstel' },
          }),
        );
  });

  it('moves what is guarded, and never what counts as late; a second one is possible', () => {
    const story = course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-20', (ask) => ask.delay({ until: '2026-04-30' }))
      .runs('answer 2026-04-30')
      .not((ask) => ask.delay({ until: '2026-04-30' }), 'not-later', 6)
      .on('2026-04-29', (ask) => ask.delay({ until: '2026-05-06' }));
    assert.deepEqual(guarded(story.complaint()), [['answer', '2026-05-06', '2026-04-22']]);
    story.on('2026-05-06', (ask) => ask.answer());
    const answer = story.journal.find((event) => event.type === 'letter-sent' && event.kind === 'answer');
    assert.equal(answer?.type === 'letter-sent' && answer.daysLate, 14);
  });

  it('is guarded once its letter is out', () => {
    const story = course({}, { mail: true })
      .on('2026-04-02', (ask) => ask.acknowledge())
      .mailAccepted()
      .on('2026-04-20', (ask) => ask.delay({ until: '2026-04-30' }))
      .runs('answer 2026-04-22');
    story.mailAccepted().runs('answer 2026-04-30');
  });

  it('is of the decision once the hearing is waived: for the handler, and the board member who decides', () => {
    const dispute = [registered(), objected(), waived()];
    for (const by of [lars, ingrid, willem])
      given(...dispute)
        .when(delay({ by, until: '2026-04-22' }))
        .leadsTo((complaint) => guarded(complaint).join() === 'decision,2026-04-22,2026-04-15');
    given(...dispute)
      .when(delay({ by: fatima }))
      .refused('not-the-handler', 5);
  });

  it('refuses a day that is no later than the one the complainant was told, also where a corrected receipt guards an earlier one', () => {
    const corrected = course({}, {})
      .on('2026-04-02', () => acknowledge())
      .on('2026-04-03', () => correctDate({ to: '2026-03-30' }))
      .complaint();
    assert.equal(guarded(corrected).at(-1)?.[1], '2026-04-20');
    assert.equal(toldDay(corrected), '2026-04-22');
    for (const until of ['2026-04-21', '2026-04-22'] as const)
      assert.throws(() => ofDelay(corrected, until), { code: 'not-later' });
    assert.doesNotThrow(() => ofDelay(corrected, '2026-04-23'));
  });

  it('refuses no reason, a gap in the letter, and a day that is not after today and after the present one', () => {
    const answering = given(...past);
    answering.when(delay({ reason: ' ' })).refused('text-missing', 6);
    answering.when(delay({ letter: letter('Uiterlijk [nieuwe dag]') })).refused('gap-in-letter', 6);
    for (const until of ['2026-04-01', '2026-04-22'] as const)
      answering.when(delay({ until })).refused('not-later', 6);
    answering
      .on('2026-05-04')
      .when(delay({ until: '2026-05-04' }))
      .refused('not-later', 6);
    given(registered()).when(delay()).refused('not-now');
    assert.deepEqual(guarded(complaintAfter(...past)), [['answer', '2026-04-22', undefined]]);
  });
});
