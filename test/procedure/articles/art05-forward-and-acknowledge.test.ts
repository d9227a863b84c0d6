import assert from 'node:assert/strict';
import { guardedNow, lateDays } from '../../../src/procedure/articles/art06-delay.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { acknowledge, letter } from '../asked.ts';
import { calendar, given, registered } from '../given.ts';
import { acknowledged, handedOver, letterSent } from '../happened.ts';
import { everybodyAtTheDesk, fatima, joris, lars, sanne, willem } from '../people.ts';

describe('Art. 5, passing on', () => {
  const forwarded = (receivedOn: LocalDate, today: LocalDate) => registered({ receivedOn, today })[1];

  it('happens on the day of receipt, a Sunday and Easter Monday included', () => {
    for (const day of ['2026-04-01', '2026-04-05', '2026-04-06'] as const) {
      assert.deepEqual(forwarded(day, day), {
        type: 'forwarded',
        on: day,
        role: 'officer',
        daysLate: 0,
        personal: { to: lars },
      });
    }
  });

  it('happens at once for a complaint registered later, and says by how many days it is late', () => {
    const late = (receivedOn: LocalDate, today: LocalDate) => {
      const event = forwarded(receivedOn, today);
      assert(event?.type === 'forwarded' && event.on === today);
      return event.daysLate;
    };
    assert.equal(late('2026-04-03', '2026-04-07'), 4);
    assert.equal(late('2025-12-31', '2026-01-01'), 1);
    assert.equal(late('2026-03-28', '2026-03-30'), 2);
  });

  it('leaves a complaint about everybody at the desk unassigned', () => {
    assert.deepEqual(registered({ respondents: everybodyAtTheDesk })[1], {
      type: 'left-unassigned',
      on: '2026-04-01',
    });
  });
});

describe('Art. 5, the acknowledgement', () => {
  const promised = { of: 'answer', on: '2026-04-22' } as const;

  it('is recorded as it was sent', () => {
    given(registered())
      .on('2026-04-03')
      .when(acknowledge({ letter: { text: 'Geachte mevrouw', manner: 'post', sentOn: '2026-04-02' } }))
      .happened(
        letterSent('acknowledgement', {
          sentOn: '2026-04-02',
          manner: 'post',
          countsAsReceivedOn: '2026-04-09',
          promised,
          personal: { text: 'Geachte mevrouw' },
        }),
      );
    given(registered())
      .when(acknowledge({ letter: letter('Geachte mevrouw') }))
      .leadsTo(({ stage, letters }) => stage === 'acknowledged' && letters[0]?.text === 'Geachte mevrouw');
  });

  it('is in time on the fifth werkdag, Easter Monday not counted, and late by days after it', () => {
    for (const [sentOn, daysLate] of [
      ['2026-04-09', 0],
      ['2026-04-10', 1],
      ['2026-04-13', 4],
    ] as const) {
      given(registered())
        .on('2026-04-20')
        .when(acknowledge({ letter: letter('Ontvangen', sentOn) }))
        .happened(
          letterSent('acknowledgement', { sentOn, daysLate, promised, personal: { text: 'Ontvangen' } }),
        );
    }
  });

  it('by post is in time when it is posted on the fifth werkdag: the article asks that it is sent', () => {
    const sent = { manner: 'post', sentOn: '2026-04-09' } as const;
    given(registered())
      .on('2026-04-20')
      .when(acknowledge({ letter: { text: 'Ontvangen', ...sent } }))
      .happened(
        letterSent('acknowledgement', {
          ...sent,
          countsAsReceivedOn: '2026-04-14',
          promised,
          personal: { text: 'Ontvangen' },
        }),
      );
  });

  it('is for the handler, whichever person that has become', () => {
    given(registered({ respondents: [lars] }))
      .when(acknowledge({ by: fatima }))
      .leadsTo(({ stage }) => stage === 'acknowledged');
    given(registered(), handedOver())
      .when(acknowledge({ by: fatima }))
      .leadsTo(({ stage }) => stage === 'acknowledged');
    given(registered(), handedOver())
      .when(acknowledge({ by: lars }))
      .refused('not-the-handler', 5);
  });

  it('does not let Lars acknowledge a complaint about Lars', () => {
    given(registered({ respondents: [lars] }))
      .when(acknowledge({ by: lars }))
      .refused('not-the-handler', 5);
  });

  it('is for nobody else', () => {
    for (const by of [sanne, joris, fatima, willem]) {
      given(registered()).when(acknowledge({ by })).refused('not-the-handler', 5);
    }
  });

  it('refuses a day to come, a day before receipt, and an empty letter', () => {
    given(registered())
      .when(acknowledge({ letter: letter('Ontvangen', '2026-04-02') }))
      .refused('in-the-future', 5);
    given(registered())
      .when(acknowledge({ letter: letter('Ontvangen', '2026-03-31') }))
      .refused('out-of-order');
    given(registered())
      .when(acknowledge({ letter: letter(' \n ') }))
      .refused('text-missing', 5);
  });

  it('promises the answer for the day that was chosen, where that of Art. 6 has passed: that day is guarded, and late stays late', () => {
    const onDay = (sentOn: LocalDate) => letter('Te laat', sentOn);
    const past = given(registered()).on('2026-04-23');
    past.when(acknowledge({ letter: onDay('2026-04-23'), answerBy: '2026-04-30' })).leadsTo((complaint) => {
      assert.deepEqual(complaint.letters.at(-1)?.promised, {
        of: 'answer',
        on: '2026-04-30',
        wish: 'ballance',
      });
      assert.equal(guardedNow(complaint, calendar), '2026-04-30');
      assert.deepEqual(lateDays('answer', '2026-04-22', '2026-05-02', complaint), { wished: 0, own: 10 });
      return true;
    });
    past.when(acknowledge({ letter: onDay('2026-04-23'), answerBy: '2026-04-23' })).refused('not-later', 6);
    past
      .when(acknowledge({ letter: onDay('2026-04-22'), answerBy: '2026-04-30' }))
      .leadsTo(({ letters }) => letters.at(-1)?.promised?.on === '2026-04-22');
    past
      .when(acknowledge({ letter: onDay('2026-04-23') }))
      .leadsTo(({ letters }) => letters.at(-1)?.promised === undefined);
  });

  it('is sent once', () => {
    given(registered(), acknowledged()).when(acknowledge()).refused('not-now');
  });

  it('is of no complaint that does not exist', () => {
    given().when(acknowledge()).refused('unknown-complaint');
  });
});
