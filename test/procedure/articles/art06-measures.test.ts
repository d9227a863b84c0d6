import assert from 'node:assert/strict';
import { maySeeDossier, standings } from '../../../src/procedure/access.ts';
import { countMeasures } from '../../../src/procedure/articles/art06-answer.ts';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import type { Measure } from '../../../src/procedure/model/answer.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { moveMeasure, reportMeasure } from '../asked.ts';
import { calendar, complaintAfter, contextOf, given, registered } from '../given.ts';
import { answered, asked, drawnUp, erased, letterQueued, withdrawn } from '../happened.ts';
import { desk, everybodyAtTheDesk, joris, lars, sanne } from '../people.ts';

const measure = (ownerId: Measure['ownerId']): Measure => ({
  ...{ id: 'm1', what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' },
  ...(ownerId && { ownerId }),
});
const done = { type: 'measure-done', measure: 'm1', on: '2026-04-01' } as const;
const ofJoris = measure(joris.id);
const promised = answered('2026-04-01', ofJoris);
const view = { ...contextOf(), desk, calendar };
const byJoris = reportMeasure({ by: joris });

/** Art. 6: "en/of te nemen maatregelen". */
describe('a measure of a colleague', () => {
  it('is recorded as done by who sees to it, also once the dossier is closed', () => {
    given(registered(), promised).when(byJoris).happened(done);
    given(registered(), promised, withdrawn()).when(byJoris).happened(done);
  });

  it('is recorded so once', () => {
    given(registered(), promised, [done]).when(byJoris).refused('unknown-measure');
  });

  it('gives no sight of the dossier, and no other step', () => {
    const complaint = complaintAfter(registered(), promised);
    assert.deepEqual(standings(joris, complaint, view), ['measure-owner']);
    assert(!maySeeDossier(joris, complaint, view));
  });

  it('is nobody else’s to report', () => {
    const others: Person[] = [...everybodyAtTheDesk, sanne];
    for (const by of others)
      given(registered(), promised).when(reportMeasure({ by })).refused('not-the-handler', 5);
    given(registered(), answered('2026-04-01', measure(undefined)))
      .when(byJoris)
      .refused('not-the-handler', 5);
    given(registered(), promised)
      .when(reportMeasure({ by: joris, measure: 'm2' }))
      .refused('unknown-measure');
  });

  it('is not yet theirs while the letter that promises it waits', () => {
    given(registered(), [drawnUp(ofJoris), letterQueued('answer')])
      .when(byJoris)
      .refused('not-the-handler', 5);
  });

  it('is left to the handler where it is one of a respondent', () => {
    given(registered({ respondents: [joris] }), asked(joris), promised)
      .when(byJoris)
      .refused('not-the-handler', 5);
  });

  it('ends with the erasure', () => {
    given(registered(), promised, withdrawn(), erased()).when(byJoris).refused('not-the-handler', 5);
  });

  it('leaves an officer who sees to one their own standing', () => {
    const complaint = complaintAfter(registered(), answered('2026-04-01', measure(lars.id)));
    assert.deepEqual(standings(lars, complaint, view), ['handler', 'officer', 'measure-owner']);
  });
});

describe('a later day for a measure ("Nieuwe dag voor maatregel")', () => {
  const later = { measure: 'm1', to: '2026-05-29', reason: 'De telefoon is nog niet geleverd.' } as const;
  const moved = {
    type: 'measure-moved',
    measure: 'm1',
    on: '2026-04-01',
    to: later.to,
    personal: { reason: later.reason },
  } as const;

  it('is recorded by its handler, also once the dossier is closed', () => {
    given(registered(), promised).when(moveMeasure(later)).happened(moved);
    given(registered(), promised, withdrawn()).when(moveMeasure(later)).happened(moved);
    given(registered(), promised)
      .when(moveMeasure({ ...later, by: joris }))
      .refused('not-the-handler', 5);
  });

  it('is guarded from then on, while what counts as late stays with the day that was promised first', () => {
    const again = { ...moved, to: '2026-06-12' } as const;
    const complaint = complaintAfter(registered(), promised, [moved], [again]);
    const [one] = complaint.measures;
    assert.deepEqual([one?.dueOn, one?.firstDueOn], ['2026-06-12', '2026-05-01']);
    const guarded = runningDeadlines(complaint, calendar, desk).find(({ measure: id }) => id === 'm1');
    assert.deepEqual([guarded?.dueOn, guarded?.lastDayToAct], ['2026-06-12', '2026-06-12']);
    assert.equal(countMeasures(complaint, '2026-05-01').late, 0);
    assert.equal(countMeasures(complaint, '2026-05-04').late, 1);
  });

  it('is refused for a day that is not later than that of now and than today, for one that is done or unknown, and without a reason', () => {
    for (const to of ['2026-05-01', '2026-04-30'] as const)
      given(registered(), promised)
        .when(moveMeasure({ ...later, to }))
        .refused('not-later', 6);
    given(registered(), promised).on('2026-05-29').when(moveMeasure(later)).refused('not-later', 6);
    given(registered(), promised, [done]).when(moveMeasure(later)).refused('unknown-measure');
    given(registered(), promised)
      .when(moveMeasure({ ...later, measure: 'm9' }))
      .refused('unknown-measure');
    given(registered(), promised)
      .when(moveMeasure({ ...later, reason: ' ' }))
      .refused('text-missing', 6);
  });

  it('waits until the letter that promises it has gone', () => {
    given(registered(), [drawnUp(ofJoris), letterQueued('answer')])
      .when(moveMeasure(later))
      .refused('unknown-measure');
  });
});
