import assert from 'node:assert/strict';
import { isLate, runningDeadlines, workingDaysLeft } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import { timeLeftOf } from '../../../src/teams/cards/deadlines.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { acknowledge, answer, correctFacts, dismiss, withdraw } from '../asked.ts';
import { calendar, complaintAfter, contextOf, given, registered } from '../given.ts';
import { desk, joris } from '../people.ts';

const anonymous = { name: 'Anoniem', unnamed: 'anonymous' } as const;
const running = (...past: Parameters<typeof complaintAfter>) =>
  runningDeadlines(complaintAfter(...past), calendar, desk).map(({ kind, dueOn }) => `${kind} ${dueOn}`);

describe('Art. 5 and 6, "aan de klager schriftelijk bevestigd", where nobody knows who that is', () => {
  it('cannot be: no letter is sent, and no day for the acknowledgement runs; that of Art. 6 is guarded', () => {
    const past = registered({ complainant: anonymous });
    given(past).when(acknowledge()).refused('complainant-unknown', 5);
    given(past).when(answer()).refused('complainant-unknown', 6);
    assert.deepEqual(running(past), ['answer 2026-04-22']);
  });

  it('is never late, also not when the day of Art. 6 is over, and no list says that it is', () => {
    const [deadline = assert.fail()] = runningDeadlines(
      complaintAfter(registered({ complainant: anonymous })),
      calendar,
      desk,
    );
    assert.equal(isLate(deadline, '2026-05-06'), false);
    const words = (today: LocalDate) =>
      timeLeftOf({ deadline, workingDaysLeft: workingDaysLeft(deadline, today, calendar) }, today).daysLeft;
    assert.deepEqual(
      [words('2026-04-21'), words('2026-04-22'), words('2026-04-23'), words('2026-05-06')],
      ['nog 1 werkdag', 'vandaag is de laatste dag', 'die dag is voorbij', 'die dag is voorbij'],
    );
  });

  it('is handled to the end all the same: position, judgement, solution and measures, and then it closes without a letter', () => {
    const measures = [{ what: 'Belrooster', owner: 'Joris', dueOn: '2026-05-01' }] as const;
    const after = decide(
      complaintAfter(registered({ complainant: anonymous, respondents: [joris] })),
      answer({ letter: undefined, measures: [...measures] }),
      contextOf(),
    );
    assert.deepEqual(
      after.map(({ type }) => type),
      ['answer-drawn-up', 'closed'],
    );
    const closed = complaintAfter(registered({ complainant: anonymous, respondents: [joris] }), after);
    assert.deepEqual(
      [closed.closed?.outcome, closed.judgement, closed.answer?.position, closed.letters.length],
      ['handled-unnamed', 'founded', 'Wij hadden moeten bellen.', 0],
    );
    assert.deepEqual(
      runningDeadlines(closed, calendar, desk).map(({ kind, dueOn }) => `${kind} ${dueOn}`),
      ['measure 2026-05-01'],
    );
  });

  it('is asked what every answer is asked: a position, what Ballance does, and why not both sides are heard', () => {
    const past = registered({ complainant: anonymous });
    const without = { letter: undefined };
    given(past)
      .when(answer({ ...without, position: ' ' }))
      .refused('text-missing', 6);
    given(past)
      .when(answer({ ...without, proposal: '' }))
      .refused('solution-missing', 6);
    given(past)
      .when(answer({ ...without, notHeardBecause: undefined }))
      .refused('both-sides-not-heard', 6);
  });

  it('closes without a letter in no other complaint: who can be written to reads the answer (Art. 6)', () => {
    given(registered())
      .when(answer({ letter: undefined }))
      .refused('letter-missing', 6);
    given(registered({ complainant: { ...anonymous, email: 'iemand@example.nl' } }))
      .when(answer({ letter: undefined }))
      .refused('letter-missing', 6);
  });

  it('ends without a letter: not taken up, or withdrawn', () => {
    given(registered({ complainant: anonymous }))
      .when(dismiss({ because: 'complainant-unknown', letter: undefined }))
      .leadsTo(({ closed, letters }) => closed?.outcome === 'complainant-unknown' && letters.length === 0);
    given(registered({ complainant: anonymous }))
      .when(withdraw())
      .leadsTo(({ stage }) => stage === 'closed');
  });

  it('takes the ordinary course with the original days once it is known who it is, or how to reach them', () => {
    const past = registered({ complainant: anonymous });
    for (const complainant of [{ name: 'Mevrouw Van Dam' }, { ...anonymous, email: 'iemand@example.nl' }]) {
      given(past)
        .on('2026-04-14')
        .when(correctFacts({ to: { complainant } }))
        .leadsTo((known) =>
          runningDeadlines(known, calendar, desk).some(
            ({ kind, dueOn }) => kind === 'acknowledge' && dueOn === '2026-04-09',
          ),
        );
      given(registered({ complainant }))
        .when(acknowledge())
        .leadsTo(({ stage }) => stage === 'acknowledged');
    }
  });

  it('is an ordinary complaint where the name is known, and only not yet how to reach them', () => {
    const past = registered({ complainant: { name: 'Mevrouw Van Dam' } });
    assert.deepEqual(running(past), ['acknowledge 2026-04-09', 'answer 2026-04-22']);
  });
});
