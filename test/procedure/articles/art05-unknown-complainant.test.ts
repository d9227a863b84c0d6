import assert from 'node:assert/strict';
import { draftLetter } from '../../../src/letters/draft-letter.ts';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import { isLate, workingDaysLeft } from '../../../src/procedure/time-left.ts';
import { timeLeftOf } from '../../../src/teams/cards/deadlines.ts';
import { addDays, daysBetween, type LocalDate } from '../../../src/time/local-date.ts';
import { facts } from '../../letters/a-complaint.ts';
import { acknowledge, answer, correctFacts, dismiss, letter, withdraw } from '../asked.ts';
import { course } from '../course.ts';
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

  const named = { name: 'Mevrouw Van Dam', email: 'vandam@example.nl' };
  const namedOn = (day: LocalDate) =>
    course({ complainant: anonymous }).on(day, (ask) => ask.correctFacts({ to: { complainant: named } }));

  it('keeps the days that are still to come once it is known who it is', () => {
    namedOn('2026-04-08').runs('acknowledge 2026-04-09', 'answer 2026-04-22');
    namedOn('2026-04-14').runs('acknowledge 2026-04-14', 'answer 2026-04-22');
  });

  it('counts no day as late on which it was not known, nor the one on which it becomes known', () => {
    const lateness = (day: LocalDate, answeredOn: LocalDate) => {
      const story = namedOn(day).on(answeredOn, (ask) => ask.answer());
      const sent = story.journal.findLast((one) => one.type === 'letter-sent');
      assert(sent?.type === 'letter-sent');
      return [sent.daysLate, sent.acknowledgedDaysLate];
    };
    for (let after = 0; after < 60; after++)
      for (const wait of [0, 1, 5]) {
        const day = addDays('2026-04-01', after);
        const answeredOn = addDays(day, wait);
        const lateSince = (due: LocalDate) => Math.max(0, daysBetween(due > day ? due : day, answeredOn));
        assert.deepEqual(
          lateness(day, answeredOn),
          [lateSince('2026-04-22'), lateSince('2026-04-09')],
          `${day} ${answeredOn}`,
        );
      }
  });

  it('is said so in the letters: no excuses for those days, nor a promise for one that has passed', () => {
    const read = (day: LocalDate, today: LocalDate, kind: 'acknowledgement' | 'answer') =>
      draftLetter(kind, namedOn(day).complaint(), facts({ today }));
    assert.doesNotMatch(read('2026-05-20', '2026-05-20', 'answer'), /te laat|excuses/);
    assert.match(
      read('2026-05-20', '2026-05-22', 'answer'),
      /is te laat\. U had het uiterlijk woensdag 20 mei 2026 moeten hebben\./,
    );
    const confirmed = read('2026-05-20', '2026-05-20', 'acknowledgement');
    assert.doesNotMatch(confirmed, /te laat|excuses|22 april/);
    assert.match(confirmed, /\(artikel 6\)\. Wij sturen het zo snel mogelijk\./);
  });

  it('counts the days again once nobody can be written to any more, and those of each time', () => {
    const story = course({ complainant: named })
      .on('2026-04-20', (ask) => ask.correctFacts({ to: { complainant: anonymous } }))
      .on('2026-04-27', (ask) => ask.correctFacts({ to: { complainant: named } }))
      .on('2026-04-29', (ask) => ask.correctFacts({ to: { complainant: anonymous } }))
      .on('2026-05-06', (ask) => ask.correctFacts({ to: { complainant: named } }));
    // Of the days after 22 April only the 28th and the 7th of May count.
    story.on('2026-05-07', (ask) => ask.answer());
    const sent = story.journal.findLast((one) => one.type === 'letter-sent');
    assert.equal(sent?.type === 'letter-sent' && sent.daysLate, 2);
  });

  it('takes the ordinary course once it is known who it is, or how to reach them', () => {
    const past = registered({ complainant: anonymous });
    for (const complainant of [{ name: 'Mevrouw Van Dam' }, { ...anonymous, email: 'iemand@example.nl' }]) {
      given(past)
        .on('2026-04-14')
        .when(correctFacts({ to: { complainant } }))
        .leadsTo((known) =>
          runningDeadlines(known, calendar, desk).some(
            ({ kind, dueOn }) => kind === 'acknowledge' && dueOn === '2026-04-14',
          ),
        );
      given(registered({ complainant }))
        .when(acknowledge({ letter: { ...letter(), manner: 'handed' } }))
        .leadsTo(({ stage }) => stage === 'acknowledged');
    }
  });

  it('is an ordinary complaint where the name is known, and only not yet how to reach them', () => {
    const past = registered({ complainant: { name: 'Mevrouw Van Dam' } });
    assert.deepEqual(running(past), ['acknowledge 2026-04-09', 'answer 2026-04-22']);
  });
});
