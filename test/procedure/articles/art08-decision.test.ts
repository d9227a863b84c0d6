import assert from 'node:assert/strict';
import { decisionMakers } from '../../../src/procedure/articles/art08-decision.ts';
import { decisionDeadline, runningDeadlines } from '../../../src/procedure/deadlines.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { isLate } from '../../../src/procedure/time-left.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { decide, letter, wednesday } from '../asked.ts';
import { calendar, complaintAfter, given, registered } from '../given.ts';
import {
  answered,
  handedOver,
  heard,
  invited,
  letterSent,
  objected,
  takenBack,
  waived,
} from '../happened.ts';
import { desk, fatima, ingrid, joris, lars, willem } from '../people.ts';

const past = [registered(), objected(), waived()];
const toBoard = (to: Person) => handedOver({ role: 'board', personal: { to, reason: 'Vakantie' } });

/** The decision as it is asked, taken on that day by that board member. */
const taken = (on: LocalDate, by: Person): Event => ({
  type: 'decision-taken',
  on,
  judgement: 'founded',
  personal: { decision: 'De klacht is gegrond.', reasons: 'Er is niet gebeld.', by },
});

describe('Art. 8: "ontvangt hij/zij binnen twee weken een definitieve beslissing van de directie"', () => {
  it('is taken by a board member, sent by letter, and closes the complaint', () => {
    given(...past)
      .on('2026-04-15')
      .when(decide({ by: willem, letter: letter('Besluit', '2026-04-15') }))
      .happened(
        {
          type: 'decision-taken',
          on: '2026-04-15',
          judgement: 'founded',
          personal: { decision: 'De klacht is gegrond.', reasons: 'Er is niet gebeld.', by: willem },
        },
        letterSent('final-decision', { sentOn: '2026-04-15', personal: { text: 'Besluit' } }),
        { type: 'closed', on: '2026-04-15', outcome: 'decided', personal: {} },
      );
  });

  it('is late by days after two weeks, and taken all the same', () => {
    given(...past)
      .on('2026-04-17')
      .when(decide({ by: ingrid, letter: letter('Besluit', '2026-04-17') }))
      .happened(
        taken('2026-04-17', ingrid),
        letterSent('final-decision', { sentOn: '2026-04-17', daysLate: 2, personal: { text: 'Besluit' } }),
        { type: 'closed', on: '2026-04-17', outcome: 'decided', personal: {} },
      );
  });

  it('was there in time where the board takes it anew after reopening, unless a hearing was offered since', () => {
    const isTaken = (on: LocalDate) =>
      [
        letterSent('final-decision', { sentOn: on, countsAsReceivedOn: on }),
        { type: 'closed', on, outcome: 'decided', personal: {} },
        { type: 'reopened', on, to: 'waived', personal: { reason: 'Nieuw feit.' } },
      ] satisfies Event[];
    const isLateOn = (day: LocalDate, ...events: Event[][]) => {
      const [runs = assert.fail()] = runningDeadlines(complaintAfter(...past, ...events), calendar, desk);
      return isLate(runs, day);
    };
    assert.equal(isLateOn('2026-05-08', isTaken('2026-04-15')), false);
    assert.equal(isLateOn('2026-05-08', isTaken('2026-04-16')), true);
    const hearingSince = [takenBack('2026-04-15'), invited('2026-04-21'), waived('2026-04-21')];
    assert.equal(isLateOn('2026-05-04', isTaken('2026-04-15'), ...hearingSince), false);
    assert.equal(isLateOn('2026-05-06', isTaken('2026-04-15'), ...hearingSince), true);
    given(...past, isTaken('2026-04-15'))
      .on('2026-05-08')
      .when(decide({ by: willem, letter: letter('Besluit', '2026-05-08') }))
      .happened(
        taken('2026-05-08', willem),
        letterSent('final-decision', { sentOn: '2026-05-08', daysLate: 0, personal: { text: 'Besluit' } }),
        { type: 'closed', on: '2026-05-08', outcome: 'decided', personal: {} },
      );
  });

  it('by post is late when it is there after two weeks, also where it was posted within them', () => {
    for (const [sentOn, countsAsReceivedOn, daysLate] of [
      ['2026-04-10', '2026-04-15', 0],
      ['2026-04-14', '2026-04-17', 2],
    ] as const)
      given(...past)
        .on('2026-04-17')
        .when(decide({ by: ingrid, letter: { text: 'Besluit', manner: 'post', sentOn } }))
        .happened(
          {
            type: 'decision-taken',
            on: '2026-04-17',
            judgement: 'founded',
            personal: { decision: 'De klacht is gegrond.', reasons: 'Er is niet gebeld.', by: ingrid },
          },
          letterSent('final-decision', {
            sentOn,
            manner: 'post',
            countsAsReceivedOn,
            daysLate,
            personal: { text: 'Besluit' },
          }),
          { type: 'closed', on: sentOn, outcome: 'decided', recordedOn: '2026-04-17', personal: {} },
        );
  });

  it('has two weeks from the objection, or from the day a hearing that was offered was not used, when that is later', () => {
    const trigger = (...more: Parameters<typeof complaintAfter>) => {
      const complaint = complaintAfter(registered(), objected('2026-04-01'), ...more);
      return decisionDeadline(complaint, calendar)?.triggeredOn;
    };
    assert.equal(decisionDeadline(complaintAfter(registered(), answered()), calendar), undefined);
    assert.equal(trigger(), '2026-04-01');
    assert.equal(trigger(waived('2026-04-07')), '2026-04-01');
    assert.equal(trigger(invited('2026-04-08'), waived('2026-04-08')), '2026-04-08');
    assert.equal(trigger(invited('2026-04-08'), waived('2026-04-20')), '2026-04-08');
    assert.equal(trigger(invited('2026-04-08'), waived('2026-04-02')), '2026-04-02');
    assert.equal(trigger(invited('2026-04-08', true)), '2026-04-08');
    assert.equal(trigger(invited('2026-04-08', true), waived('2026-04-08')), '2026-04-08');
    assert.equal(trigger(heard(), invited('2026-05-08'), waived('2026-05-08')), '2026-05-08');
  });

  it('holds the last judgement, which figures count in the place of that of the answer', () => {
    for (const judgement of ['unfounded', 'partly-founded', 'none'] as const)
      given(...past)
        .when(decide({ by: willem, judgement }))
        .leadsTo(
          (complaint) =>
            complaint.judgement === judgement &&
            complaint.decision?.judgement === judgement &&
            complaint.answer?.judgement === 'founded',
        );
  });

  it('can promise measures beside those of the answer, which run on after the dossier is closed', () => {
    const promised = { what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' } as const;
    const ofAnswer = { id: 'm1', what: 'Training', owner: 'Fatima', dueOn: '2026-05-04' } as const;
    given(registered(), answered('2026-04-01', ofAnswer), objected().slice(-1), waived())
      .when(decide({ by: willem, measures: [promised] }))
      .leadsTo((complaint) => {
        assert.equal(complaint.stage, 'closed');
        assert.deepEqual(complaint.measures, [ofAnswer, { id: 'm2', ...promised, promisedIn: 'decision' }]);
        const running = runningDeadlines(complaint, calendar, desk).map(
          ({ kind, measure }) => `${kind} ${measure}`,
        );
        assert.deepEqual(running, ['measure m2', 'measure m1']);
        return true;
      });
  });

  it('is for nobody but the board', () => {
    for (const by of [lars, fatima, joris])
      given(...past)
        .when(decide({ by }))
        .refused('not-the-handler', 5);
  });

  it('is for no board member it is about', () => {
    const about = [registered({ respondents: [willem] }), objected(), waived()];
    given(...about)
      .when(decide({ by: willem }))
      .refused('not-the-handler', 5);
    given(...about)
      .when(decide({ by: ingrid }))
      .leadsTo(({ closed }) => closed?.outcome === 'decided');
  });

  it('is for one who handled the case only where no other is free', () => {
    const makers = (...past: Parameters<typeof complaintAfter>) =>
      decisionMakers(complaintAfter(...past), desk);
    assert.deepEqual(makers(registered()), [willem, ingrid]);
    assert.deepEqual(makers(registered({ respondents: [lars, fatima] })), [ingrid]);
    assert.deepEqual(makers(registered(), toBoard(willem), handedOver()), [ingrid]);
    assert.deepEqual(makers(registered({ respondents: [lars, fatima, ingrid] })), [willem]);
    assert.deepEqual(makers(registered(), toBoard(willem), toBoard(ingrid)), [willem, ingrid]);
    assert.deepEqual(makers(registered({ respondents: [willem, ingrid] })), []);
  });

  it('is not for who sat in the hearing as second representative, while another is free', () => {
    const satIn = (...people: Person[]) => people.flatMap((one) => [invited(), heard(wednesday, one)]);
    const again = [invited('2026-04-07'), waived()];
    const afterWillem = [registered(), objected(), ...satIn(willem), ...again];
    assert.deepEqual(decisionMakers(complaintAfter(...afterWillem), desk), [ingrid]);
    given(...afterWillem)
      .when(decide({ by: willem }))
      .refused('not-the-handler', 5);
    given(...afterWillem)
      .when(decide({ by: ingrid }))
      .leadsTo(({ closed }) => closed?.outcome === 'decided');

    const alone = [registered({ respondents: [ingrid] }), objected(), ...satIn(willem), ...again];
    given(...alone)
      .when(decide({ by: willem }))
      .leadsTo(({ closed }) => closed?.outcome === 'decided');
    const both = complaintAfter(registered(), objected(), ...satIn(willem, ingrid), ...again);
    assert.deepEqual(decisionMakers(both, desk), [willem, ingrid]);
  });

  it('is for who was invited to a hearing as second representative that was not held', () => {
    const offered = invited().map((event) =>
      event.type === 'hearing-offered' ? { ...event, personal: { secondRepresentative: willem } } : event,
    );
    const complaint = complaintAfter(registered(), objected(), offered, waived());
    assert.deepEqual(decisionMakers(complaint, desk), [willem, ingrid]);
  });

  it('says what and why, and is asked for only when the hearing was waived', () => {
    for (const over of [{ decision: ' ' }, { reasons: '' }, { letter: letter(' ') }]) {
      given(...past)
        .when(decide({ by: willem, ...over }))
        .refused('text-missing', 8);
    }
    given(registered(), objected())
      .when(decide({ by: willem }))
      .refused('not-the-handler', 5);
    given(registered(), objected(), heard())
      .when(decide({ by: willem }))
      .refused('not-the-handler', 5);
  });
});
