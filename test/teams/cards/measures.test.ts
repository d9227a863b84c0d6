import assert from 'node:assert/strict';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { standing } from '../../../src/teams/cards/case-status.ts';
import { deadlineLine } from '../../../src/teams/cards/deadlines.ts';
import { calendar } from '../../procedure/given.ts';
import { desk } from '../../procedure/people.ts';
import { bare, seesOnly } from '../a-dossier.ts';

const measure = (id: string, what: string) => ({
  id,
  what,
  owner: 'Fatima el Amrani',
  dueOn: '2026-12-04' as const,
});
const closedWith = (...measures: ReturnType<typeof measure>[]) =>
  bare({
    stage: 'closed',
    closed: { on: '2026-11-26', outcome: 'withdrawn', from: 'acknowledged' },
    measures,
  });

describe('the measures of a closed complaint', () => {
  const said = (...measures: ReturnType<typeof measure>[]): string =>
    standing(
      { complaint: closedWith(...measures), outbox: [] },
      { today: '2026-11-27', calendar, desk, reader: seesOnly },
    )
      .map(({ text }) => text)
      .join(' ');

  it('are counted in what is left to do', () => {
    assert.match(said(), /Er loopt geen termijn meer\./);
    assert.match(said(measure('1', 'Bellen')), /Er staat nog 1 maatregel open\./);
    assert.match(
      said(measure('1', 'Bellen'), measure('2', 'Uitleggen')),
      /Er staan nog 2 maatregelen open\./,
    );
  });

  it('are told apart by what was promised, and by whom', () => {
    const complaint = closedWith(measure('1', 'Bellen'), measure('2', 'Uitleggen'));
    const lines = runningDeadlines(complaint, calendar, desk).map((one) => deadlineLine(one, complaint).what);
    assert.deepEqual(lines, [
      'Maatregel “Bellen”, Fatima el Amrani',
      'Maatregel “Uitleggen”, Fatima el Amrani',
    ]);
  });
});
