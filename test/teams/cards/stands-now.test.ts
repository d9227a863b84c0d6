import assert from 'node:assert/strict';
import { lastReceipt, objectUntil } from '../../../src/procedure/articles/art07-objection.ts';
import { standsNow } from '../../../src/teams/cards/words.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { course } from '../../procedure/course.ts';
import { calendar } from '../../procedure/given.ts';

describe('the line of an answered complaint', () => {
  it('says on each day whether the complainant can object still: until the month is over, and the week for what was sent in time', () => {
    for (const sentOn of ['2026-04-10', '2026-04-16', '2026-04-30'] as const) {
      const story = course({ receivedOn: '2026-04-09' });
      const complaint = story.on(sentOn, (ask) => ask.answer()).complaint();
      const until = objectUntil(complaint, calendar)?.dueOn ?? assert.fail();
      const last = lastReceipt(until);
      for (let today: LocalDate = addDays(until, -3); today <= addDays(last, 3); today = addDays(today, 1)) {
        const said = standsNow(complaint, { today, calendar });
        assert.equal(said.includes('kan nog bezwaar maken'), today <= until, today);
        assert.equal(
          said.includes('de maand voor bezwaar is voorbij'),
          today > until && today <= last,
          today,
        );
        assert.equal(said.includes('er kwam op tijd geen bezwaar'), today > last, today);
      }
    }
  });
});
