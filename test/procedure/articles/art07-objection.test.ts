import assert from 'node:assert/strict';
import { hasLapsed } from '../../../src/procedure/articles/art07-objection.ts';
import { letter, object } from '../asked.ts';
import { complaintAfter, contextOf, given, registered } from '../given.ts';
import { acknowledged, answered, drawnUp, lapsed, letterSent, objected, withdrawn } from '../happened.ts';
import { lars, sanne } from '../people.ts';

/** Answered on 1 April: the month ends on Friday 1 May. */
const past = [registered(), answered()];

describe('Art. 7: "maakt hij/zij dit binnen een maand schriftelijk kenbaar"', () => {
  it('counts in the month, its last day included', () => {
    for (const receivedOn of ['2026-04-01', '2026-05-01'] as const) {
      given(...past)
        .on('2026-05-20')
        .when(object({ receivedOn }))
        .happened({
          type: 'objected',
          receivedOn,
          daysLate: 0,
          personal: { text: 'Ik ben het er niet mee eens.' },
        });
    }
  });

  it('that comes after the month asks the handler what to do with it', () => {
    const late = given(...past).on('2026-05-04');
    late.when(object({ receivedOn: '2026-05-02' })).refused('late-objection', 7);
    for (const accept of [true, false] as const) {
      const choice = accept ? { accept, reason: ' ' } : { accept, reason: ' ', letter: letter() };
      late.when(object({ receivedOn: '2026-05-02', late: choice })).refused('late-objection', 7);
    }
  });

  it('that comes late is accepted for a reason, and says by how many days it was late', () => {
    given(...past)
      .on('2026-05-04')
      .when(object({ receivedOn: '2026-05-04', late: { accept: true, reason: 'Ziekenhuis' } }))
      .happened({
        type: 'objected',
        receivedOn: '2026-05-04',
        daysLate: 3,
        personal: { text: 'Ik ben het er niet mee eens.', lateBecause: 'Ziekenhuis' },
      });
  });

  it('that comes late is refused by letter, which closes the complaint', () => {
    given(...past)
      .on('2026-05-04')
      .when(
        object({
          receivedOn: '2026-05-04',
          late: { accept: false, reason: 'Geen reden', letter: letter('Te laat', '2026-05-04') },
        }),
      )
      .happened(
        {
          type: 'late-objection-refused',
          receivedOn: '2026-05-04',
          daysLate: 3,
          personal: { text: 'Ik ben het er niet mee eens.', reason: 'Geen reden' },
        },
        letterSent('late-objection-refused', {
          sentOn: '2026-05-04',
          promised: { of: 'objection', on: '2026-05-01' },
          personal: { text: 'Te laat' },
        }),
        { type: 'closed', on: '2026-05-04', outcome: 'late-objection-refused', personal: {} },
      );
  });

  it('in time is never handled as late, and asks where the handler chose what to do with a late one', () => {
    for (const late of [
      { accept: false, reason: 'Geen zin', letter: letter() },
      { accept: true, reason: 'Ziekenhuis' },
    ] as const)
      given(...past)
        .when(object({ late }))
        .refused('objection-in-time', 7);
  });

  it('that was sent within the month and is here within a week after it is in time', () => {
    for (const receivedOn of ['2026-05-04', '2026-05-08'] as const)
      given(...past)
        .on('2026-05-20')
        .when(object({ receivedOn, sentOn: '2026-05-01' }))
        .happened({
          type: 'objected',
          receivedOn,
          sentOn: '2026-05-01',
          daysLate: 0,
          personal: { text: 'Ik ben het er niet mee eens.' },
        });
  });

  it('that was sent after the month, or is here later than a week after it, is late', () => {
    const after = given(...past).on('2026-05-20');
    for (const late of [
      { sentOn: '2026-05-02', receivedOn: '2026-05-04' },
      { sentOn: '2026-04-28', receivedOn: '2026-05-09' },
    ] as const)
      after.when(object(late)).refused('late-objection', 7);
  });

  it('was sent no later than it was received, and not before the answer', () => {
    const after = given(...past).on('2026-04-10');
    after.when(object({ sentOn: '2026-04-09', receivedOn: '2026-04-08' })).refused('out-of-order');
    after.when(object({ sentOn: '2026-03-31', receivedOn: '2026-04-08' })).refused('before-the-answer', 7);
  });

  it('to an answer by post has a month from the day on which that counts as received, and may come before it', () => {
    const sent = { sentOn: '2026-04-01', manner: 'post', countsAsReceivedOn: '2026-04-08' } as const;
    const byPost = [registered(), acknowledged(), [drawnUp(), letterSent('answer', sent)]];
    given(...byPost)
      .on('2026-05-20')
      .when(object({ receivedOn: '2026-05-08' }))
      .leadsTo(({ stage }) => stage === 'objected');
    given(...byPost)
      .on('2026-05-20')
      .when(object({ receivedOn: '2026-05-09' }))
      .refused('late-objection', 7);
    given(...byPost)
      .on('2026-04-02')
      .when(object({ receivedOn: '2026-04-02' }))
      .leadsTo(({ stage }) => stage === 'objected');
  });

  it('comes after the answer, says something, and is no day ahead', () => {
    given(registered(), acknowledged()).when(object()).refused('not-now');
    given(registered(), answered('2026-04-08'))
      .on('2026-04-09')
      .when(object({ receivedOn: '2026-04-07' }))
      .refused('before-the-answer', 7);
    given(...past)
      .when(object({ text: ' ' }))
      .refused('text-missing', 7);
    given(...past)
      .when(object({ receivedOn: '2026-04-02' }))
      .refused('in-the-future', 7);
    given(...past)
      .when(object({ by: sanne }))
      .refused('not-the-handler', 5);
    given(registered(), objected())
      .when(object({ by: lars }))
      .refused('not-now');
  });

  it('that never comes closes nothing by itself: the month has lapsed, and that is all', () => {
    const complaint = complaintAfter(...past);
    assert(!hasLapsed(complaint, contextOf({ today: '2026-05-01' })));
    assert(hasLapsed(complaint, contextOf({ today: '2026-05-02' })));
    assert.equal(complaint.stage, 'answered');
    assert(!hasLapsed(complaintAfter(registered(), objected()), contextOf({ today: '2026-06-01' })));
  });

  it('that proves to have come in time opens a dossier that was closed because of the month', () => {
    given(...past, lapsed())
      .on('2026-05-20')
      .when(object({ receivedOn: '2026-05-01' }))
      .leadsTo(
        ({ stage, closed, objection }) =>
          stage === 'objected' && !closed && objection?.receivedOn === '2026-05-01',
      );
  });

  it('that comes after such a dossier was closed is accepted for a reason, or refused by letter, as any other', () => {
    const after = given(...past, lapsed()).on('2026-05-20');
    const late = { receivedOn: '2026-05-19' } as const;
    after.when(object(late)).refused('late-objection', 7);
    after
      .when(object({ ...late, late: { accept: true, reason: 'Ziekenhuis' } }))
      .leadsTo(({ stage, closed }) => stage === 'objected' && !closed);
    const refusal = { accept: false, reason: 'Geen reden', letter: letter('Te laat', '2026-05-20') } as const;
    after
      .when(object({ ...late, late: refusal }))
      .leadsTo(({ closed }) => closed?.outcome === 'late-objection-refused');
  });

  it('opens no dossier that was closed for another reason', () => {
    given(...past, withdrawn())
      .on('2026-05-20')
      .when(object({ receivedOn: '2026-05-01' }))
      .refused('closed');
  });

  it('in a month that begins on Good Friday begins on the Tuesday after Easter: the complainant has the longer one', () => {
    const onGoodFriday = [registered(), answered('2026-04-03')];
    given(...onGoodFriday)
      .on('2026-05-07')
      .when(object({ receivedOn: '2026-05-07' }))
      .leadsTo(({ stage }) => stage === 'objected');
    given(...onGoodFriday)
      .on('2026-05-08')
      .when(object({ receivedOn: '2026-05-08' }))
      .refused('late-objection', 7);
  });
});
