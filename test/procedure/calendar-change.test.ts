import assert from 'node:assert/strict';
import fc from 'fast-check';
import { movedDeadlines } from '../../src/procedure/calendar-change.ts';
import { runningDeadlines } from '../../src/procedure/deadlines.ts';
import { decide } from '../../src/procedure/decide.ts';
import type { Command } from '../../src/procedure/model/commands.ts';
import type { Complaint } from '../../src/procedure/model/complaint.ts';
import type { Event } from '../../src/procedure/model/events.ts';
import { withDecreed } from '../../src/time/dutch-calendar.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { addDays } from '../../src/time/local-date.ts';
import { asking } from './asked.ts';
import { calendar, complaintAfter, contextOf, registered } from './given.ts';
import { desk } from './people.ts';

const withDays = (...days: LocalDate[]) => withDecreed(calendar, [...calendar.decreed, ...days]);

/** The complaint of Wednesday 1 April 2026 to which this happened on that day. */
function after(...commands: ((steps: ReturnType<typeof asking>) => Command)[]): Complaint {
  const past: Event[] = registered();
  for (const command of commands) past.push(...decide(complaintAfter(past), command(asking()), contextOf()));
  return complaintAfter(past);
}

/** Lists what moves when those days are added, in short. */
const moved = (complaint: Complaint, ...days: LocalDate[]) =>
  movedDeadlines(complaint, { before: calendar, after: withDays(...days) }, desk).map(
    ({ from, to, letters }) => ({
      kind: to.kind,
      due: [from.dueOn, to.dueOn],
      act: [from.lastDayToAct, to.lastDayToAct],
      post: [from.lastDayByPost, to.lastDayByPost],
      letters: letters.map(({ kind }) => kind),
    }),
  );

describe('a day that a decree equates with a holiday (Art. 2)', () => {
  it('leaves the day of Art. 6 as it is, and brings the last days to act forward; the letter that promised it stands', () => {
    assert.deepEqual(
      moved(
        after((steps) => steps.acknowledge()),
        '2026-04-22',
      ),
      [
        {
          kind: 'answer',
          due: ['2026-04-22', '2026-04-22'],
          act: ['2026-04-22', '2026-04-21'],
          post: ['2026-04-17', '2026-04-16'],
          letters: ['acknowledgement'],
        },
      ],
    );
  });

  it('moves only what is posted, where it lies between', () => {
    const [{ act, post } = assert.fail()] = moved(after(), '2026-04-21');
    assert.deepEqual(
      [act, post],
      [
        ['2026-04-22', '2026-04-22'],
        ['2026-04-17', '2026-04-16'],
      ],
    );
  });

  it('begins the month of Art. 7 later, and names the answer that told the earlier day', () => {
    const answered = after((steps) => steps.answer());
    assert.deepEqual(moved(answered, '2026-04-01'), [
      {
        kind: 'objection',
        due: ['2026-05-01', '2026-05-02'],
        act: [undefined, undefined],
        post: [undefined, undefined],
        letters: ['answer'],
      },
    ]);
  });

  it('takes nothing back that a letter told, when it is taken away: only the day of the article is another', () => {
    const answered = after((steps) => steps.answer());
    const told = {
      ...answered,
      letters: answered.letters.map((one) => ({
        ...one,
        promised: { of: 'objection', on: '2026-05-02' } as const,
      })),
    };
    const calendars = { before: withDays('2026-04-01'), after: calendar };
    const [{ from, to, letters } = assert.fail()] = movedDeadlines(told, calendars, desk);
    assert.deepEqual(
      [from.dueOn, to.dueOn, to.promise?.articleDueOn],
      ['2026-05-02', '2026-05-02', '2026-05-01'],
    );
    assert.deepEqual(
      letters.map(({ kind }) => kind),
      ['answer'],
    );
  });

  it('names the invitation to a hearing on that day', () => {
    const invited = after(
      (steps) => steps.answer(),
      (steps) => steps.object(),
      (steps) => steps.offerHearing({ on: '2026-04-02' }),
    );
    const [{ kind, letters } = assert.fail()] = moved(invited, '2026-04-02');
    assert.deepEqual([kind, letters], ['hearing', ['hearing-invitation']]);
  });

  it('moves exactly the deadlines of which a day differs, those of Ballance never later, that of the complainant never earlier', () => {
    const stages = [
      after(),
      after((steps) => steps.acknowledge()),
      after((steps) => steps.answer()),
      after(
        (steps) => steps.answer(),
        (steps) => steps.object(),
      ),
      after(
        (steps) => steps.answer(),
        (steps) => steps.object(),
        (steps) => steps.waiveHearing(),
      ),
    ];
    const days = fc.uniqueArray(
      fc.integer({ min: -3, max: 45 }).map((n) => addDays('2026-04-01', n)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(days, fc.constantFrom(...stages), (added, complaint) => {
        const to = withDays(...added);
        const found = movedDeadlines(complaint, { before: calendar, after: to }, desk);
        const [then, now] = [calendar, to].map((one) => runningDeadlines(complaint, one, desk));
        const daysOf = (all = then) =>
          all?.map(({ kind, dueOn, lastDayToAct, lastDayByPost }) => [
            kind,
            dueOn,
            lastDayToAct,
            lastDayByPost,
          ]);
        assert.equal(found.length > 0, JSON.stringify(daysOf(then)) !== JSON.stringify(daysOf(now)));
        for (const one of found) {
          if (one.to.owedBy === 'complainant') assert(one.to.dueOn > one.from.dueOn);
          else {
            assert.equal(one.to.dueOn, one.from.dueOn);
            assert((one.to.lastDayToAct ?? '') <= (one.from.lastDayToAct ?? ''));
            assert((one.to.lastDayByPost ?? '') <= (one.from.lastDayByPost ?? ''));
          }
        }
      }),
    );
  });
});
