import assert from 'node:assert/strict';
import { resendable } from '../../../src/procedure/articles/send-again.ts';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import { replay } from '../../../src/procedure/evolve.ts';
import type { Dispatch, DispatchManner } from '../../../src/procedure/model/letter.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import type { Ask } from '../asked.ts';
import { course } from '../course.ts';
import { calendar, contextOf } from '../given.ts';
import { desk, fatima, lars, sanne, willem } from '../people.ts';

/** Sends a letter once more on that day. */
const again =
  (id: number, sentOn: LocalDate, manner: DispatchManner = 'post'): Ask =>
  (ask) =>
    ask.sendAgain({ again: id, letter: { text: 'Wij sturen u deze brief opnieuw.', manner, sentOn } });

/** Confirmed on 2 April, and answered by e-mail on 20 April: the month of Art. 7 ends on 20 May. */
const answered = (circumstances?: { mail: boolean }) => {
  const story = course({}, circumstances).on('2026-04-02', (ask) => ask.acknowledge());
  if (circumstances?.mail) story.mailAccepted();
  story.on('2026-04-20', (ask) => ask.answer());
  return circumstances?.mail ? story.mailAccepted() : story;
};

const complaintOf = ({ journal }: ReturnType<typeof course>) => replay(journal) ?? assert.fail('no events');

const offered = (story: ReturnType<typeof course>, today: LocalDate, by = lars) =>
  resendable(complaintOf(story), by, contextOf({ today })).map(({ id, kind }) => `${id} ${kind}`);

describe('“Opnieuw versturen”', () => {
  it('keeps the letter beside the first, with why, and leads to no other stage', () => {
    const story = answered().on('2026-05-11', again(2, '2026-05-11'));
    story.is('answered').sent('acknowledgement 2026-04-02', 'answer 2026-04-20', 'answer 2026-05-11');
    assert.deepEqual(complaintOf(story).letters.at(-1)?.again, { letter: 2, because: 'came-back' });
  });

  it('is no lateness: Art. 6 asks when the first was there', () => {
    const story = answered().on('2026-05-11', again(2, '2026-05-11'));
    const sent = story.journal.flatMap((event) => (event.type === 'letter-sent' ? [event.daysLate] : []));
    assert.deepEqual(sent, [0, 0, 0]);
  });

  it('Art. 7: “binnen een maand” counts from the last receipt', () => {
    answered().runs('objection 2026-05-20');
    answered()
      .on('2026-05-11', again(2, '2026-05-11', 'handed'))
      .runs('objection 2026-06-11');
    // Three werkdagen by post: the 12th and 13th, and after Ascension Day and the decreed Friday the 18th.
    answered().on('2026-05-11', again(2, '2026-05-11')).runs('objection 2026-06-18');
  });

  it('Art. 7: never from before the first, which by post counts as received later', () => {
    const byPost: Ask = (ask) =>
      ask.answer({ letter: { text: 'Antwoord', manner: 'post', sentOn: '2026-04-20' } });
    course()
      .on('2026-04-20', byPost)
      .runs('objection 2026-05-23')
      .on('2026-04-21', again(1, '2026-04-21', 'email'))
      .runs('objection 2026-05-23');
  });

  it('makes an objection in time that came after the first month', () => {
    answered()
      .on('2026-05-11', again(2, '2026-05-11', 'handed'))
      .on('2026-06-10', (ask) => ask.object({ receivedOn: '2026-06-10', late: undefined }))
      .is('objected');
  });

  it('is not possible with the letter of an earlier closing, once the complaint was reopened and closed anew', () => {
    const closure: Ask = (ask) =>
      ask.agree({ letter: { text: 'U bent het eens met ons.', manner: 'handed', sentOn: '2026-04-22' } });
    const agreed = answered().on('2026-04-22', closure);
    assert.deepEqual(offered(agreed, '2026-04-23'), ['3 closure', '2 answer']);
    const anew = agreed.on('2026-04-23', (ask) => ask.reopen()).on('2026-04-24', (ask) => ask.agree());
    assert.deepEqual(offered(anew, '2026-04-25'), ['2 answer']);
    anew.not(again(3, '2026-04-24', 'email'), 'letter-overtaken');
  });

  it('is possible after closing as well, as long as the dossier is not erased', () => {
    const closed = answered().on('2026-05-28', (ask) => ask.close());
    closed
      .is('closed')
      .on('2026-05-29', again(2, '2026-05-29', 'handed'))
      .is('closed');
    assert.deepEqual(offered(closed, '2026-06-01'), ['2 answer']);
    closed
      .on(
        '2026-06-02',
        (ask) => ask.requestErasure(),
        (ask) => ask.answerErasure({ by: fatima }),
      )
      .not(again(2, '2026-06-02'), 'not-the-handler', 5);
  });

  it('corrects the address to which it goes', () => {
    const story = answered({ mail: true }).on('2026-05-11', (ask) =>
      ask.sendAgain({
        again: 2,
        because: 'other-address',
        reach: { email: 'nieuw@example.nl' },
        letter: { text: 'Opnieuw.', manner: 'email', sentOn: '2026-05-11' },
      }),
    );
    assert.deepEqual(
      story.journal.slice(-2).map(({ type }) => type),
      ['facts-corrected', 'letter-queued'],
    );
    const { letters, complainant: known } = complaintOf(story);
    assert.deepEqual([letters.at(-1)?.to, known.email], ['nieuw@example.nl', 'nieuw@example.nl']);
    story.runs('objection 2026-05-20').mailAccepted().runs('objection 2026-06-11').is('answered');
  });

  it('a decision that goes again closes nothing once more, and a letter never goes before the first', () => {
    const decided = answered()
      .on('2026-05-18', (ask) => ask.object())
      .on('2026-05-18', (ask) => ask.waiveHearing())
      .on('2026-05-26', (ask) => ask.decide({ by: willem }));
    decided.closedAs('decided', '2026-05-26').not(again(3, '2026-05-25'), 'out-of-order');
    decided.on('2026-06-01', again(3, '2026-06-01')).closedAs('decided', '2026-05-26');
    assert.deepEqual(offered(decided, '2026-06-01'), ['3 final-decision', '2 answer']);
    assert.deepEqual(offered(decided, '2026-06-01', willem), ['3 final-decision']);
  });

  it('is not for who handles it not, and not while another letter waits', () => {
    const mail = { mail: true };
    answered().not((ask) => ask.sendAgain({ by: sanne, again: 2 }), 'not-the-handler', 5);
    course({}, mail)
      .on('2026-04-02', (ask) => ask.acknowledge())
      .not(again(1, '2026-04-02'), 'letter-waits');
  });
});

/** Readings 13 and 18: a corrected receipt never moves a day that was promised in a letter to a later one. */
describe('what a letter promises that goes out again', () => {
  const receivedOn =
    (to: LocalDate): Ask =>
    (ask) =>
      ask.correctDate({ field: 'receivedOn', to });
  const promises = (story: ReturnType<typeof course>) =>
    story.complaint().letters.map(({ promised }) => promised?.on);

  /** Received on 25 March, as it seems, and confirmed: the answer was promised for 15 April. */
  const confirmed = (mail = false) =>
    course({}, { mail })
      .on('2026-04-02', receivedOn('2026-03-25'), (ask) => ask.acknowledge())
      .mailAccepted();

  it('is the day that the first promised, where a corrected receipt gives a later one', () => {
    const story = confirmed()
      .on('2026-04-08', receivedOn('2026-04-01'))
      .runs('answer 2026-04-15')
      .on('2026-04-08', again(1, '2026-04-08'), again(1, '2026-04-08'))
      .runs('answer 2026-04-15');
    assert.deepEqual(promises(story), ['2026-04-15', '2026-04-15', '2026-04-15']);
  });

  it('is the earlier day, where a corrected receipt gives that, and stays so', () => {
    const story = course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-03', receivedOn('2026-03-25'), again(1, '2026-04-03'))
      .runs('answer 2026-04-15')
      .on('2026-04-08', receivedOn('2026-04-01'), again(1, '2026-04-08'))
      .runs('answer 2026-04-15');
    assert.deepEqual(promises(story), ['2026-04-22', '2026-04-15', '2026-04-15']);
  });

  it('is no day that has passed, though receipt was corrected to a later one', () => {
    const story = confirmed()
      .on('2026-04-16', receivedOn('2026-04-01'), again(1, '2026-04-16'))
      .runs('answer 2026-04-15');
    assert.deepEqual(promises(story), ['2026-04-15', undefined]);
  });

  it('is that day too where the copy waits for the mail server, and goes after another correction', () => {
    const waits = () =>
      confirmed(true)
        .on('2026-04-08', again(1, '2026-04-08', 'email'))
        .on('2026-04-09', receivedOn('2026-04-01'));
    for (const manner of ['again', 'post'] as const) {
      const story = waits().on('2026-04-09', (ask) => ask.sendByHand({ letter: 2, manner }));
      assert.deepEqual(promises(story), ['2026-04-15', '2026-04-15']);
      story.mailAccepted().runs('answer 2026-04-15');
    }
  });

  it('is dated by the letter that promised it first', () => {
    const promise = { sentOn: '2026-04-02', articleDueOn: '2026-04-22' };
    const story = confirmed().on('2026-04-08', receivedOn('2026-04-01'), again(1, '2026-04-08'));
    assert.deepEqual(runningDeadlines(story.complaint(), calendar, desk)[0]?.promise, promise);
    const later = answered()
      .on('2026-05-11', (ask) => ask.object())
      .on('2026-05-12', (ask) =>
        ask.offerHearing({ on: '2026-05-26', laterWish: 'ballance', laterBecause: 'Niemand kan eerder.' }),
      )
      .on('2026-05-13', again(3, '2026-05-13'));
    assert.equal(runningDeadlines(later.complaint(), calendar, desk)[0]?.promise?.sentOn, '2026-05-12');
  });
});

/** Reading 18: a date promised in a letter stays, and a promise in the past is never written. */
describe('what is not sent again', () => {
  it('is a letter that never went out, or one that is itself sent again', () => {
    const story = answered().on('2026-05-11', again(2, '2026-05-11'));
    story.not(again(7, '2026-05-11'), 'letter-overtaken').not(again(3, '2026-05-11'), 'letter-overtaken');
    course().not(again(1, '2026-04-01'), 'letter-overtaken');
  });

  it('is an acknowledgement once the answer that it promises is there, was promised for later, or will not come', () => {
    const confirmed = course().on('2026-04-02', (ask) => ask.acknowledge());
    assert.deepEqual(offered(confirmed, '2026-04-03'), ['1 acknowledgement']);
    const delayed = confirmed.on('2026-04-10', (ask) => ask.delay({ until: '2026-05-08' }));
    assert.deepEqual(offered(delayed, '2026-04-13'), ['2 delay']);
    assert.deepEqual(offered(delayed, '2026-05-09'), []);
    const withdrawn = course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-03', (ask) => ask.withdraw());
    assert.deepEqual(offered(withdrawn, '2026-04-07'), []);
    assert.deepEqual(offered(answered(), '2026-05-11'), ['2 answer']);
  });

  /** Invited for 18 May at that time; it is always noon in the courses. */
  const invited = (time = '14:00', agreed = false) =>
    answered()
      .on('2026-05-11', (ask) => ask.object())
      .on('2026-05-12', (ask) => ask.offerHearing({ on: '2026-05-18', time, agreed }));

  it('is an invitation to a day, or to an hour of today, that has passed', () => {
    assert.deepEqual(offered(invited(), '2026-05-18'), ['3 hearing-invitation', '2 answer']);
    assert.deepEqual(offered(invited(), '2026-05-19'), ['2 answer']);
    assert.deepEqual(offered(invited('11:30'), '2026-05-18'), ['2 answer']);
    invited('11:30')
      .on('2026-05-18')
      .not(again(3, '2026-05-18', 'handed'), 'letter-overtaken');
  });

  it('is an invitation by post that does not arrive before the day of the hearing (reading 7), unless the complainant agreed to that moment', () => {
    // Three werkdagen by post: posted on the 13th, after Ascension Day and the decreed Friday, there on the 20th.
    invited().on('2026-05-13').not(again(3, '2026-05-13'), 'again-too-slow');
    invited()
      .on('2026-05-13', again(3, '2026-05-13', 'handed'))
      .on('2026-05-18', again(3, '2026-05-18', 'email'));
    invited('14:00', true).on('2026-05-13', again(3, '2026-05-13')).is('hearing-offered');
  });

  it('is a delay by post that arrives after the day which it promises', () => {
    const delayed = course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-20', (ask) => ask.delay({ until: '2026-04-30' }));
    delayed.on('2026-04-29').not(again(2, '2026-04-29'), 'again-too-slow');
    delayed.on('2026-04-29', again(2, '2026-04-29', 'email'));
    assert.deepEqual(offered(delayed, '2026-04-30'), []);
  });

  it('is a letter of a closing that no longer stands', () => {
    const letter: Dispatch = { text: 'Ingetrokken.', manner: 'post', sentOn: '2026-05-11' };
    const withdrawn = answered().on('2026-05-11', (ask) => ask.withdraw({ letter }));
    assert.deepEqual(offered(withdrawn, '2026-05-12'), ['3 withdrawal', '2 answer']);
    const reopened = withdrawn.on('2026-05-12', (ask) => ask.reopen());
    assert.deepEqual(offered(reopened, '2026-05-12'), ['2 answer']);
  });

  it('is a letter that says that the month of Art. 7 is over, once the answer went again and the month with it', () => {
    const letter: Dispatch = { text: 'Wij sluiten af.', manner: 'post', sentOn: '2026-05-28' };
    const lapsed = answered().on('2026-05-28', (ask) => ask.close({ letter }));
    assert.deepEqual(offered(lapsed, '2026-05-29'), ['3 closure', '2 answer']);
    const anew = lapsed.on('2026-05-29', again(2, '2026-05-29', 'handed'));
    assert.deepEqual(offered(anew, '2026-06-01'), ['2 answer']);
  });

  it('promises again what it promised, unless that has passed', () => {
    const confirmed = () => course().on('2026-04-02', (ask) => ask.acknowledge());
    const promised = (day: LocalDate) =>
      complaintOf(confirmed().on(day, again(1, day))).letters.at(-1)?.promised;
    assert.deepEqual(promised('2026-04-15'), { of: 'answer', on: '2026-04-22' });
    assert.equal(promised('2026-04-23'), undefined);
  });
});

/** Reading 7: one invites to a moment that is to come. */
describe('an invitation that waited for the mail server until its moment had come', () => {
  const waits = () =>
    answered({ mail: true })
      .on('2026-05-11', (ask) => ask.object())
      .on('2026-05-12', (ask) => ask.offerHearing({ on: '2026-05-18', time: '14:00' }));
  const by =
    (manner: 'again' | 'not' | 'handed'): Ask =>
    (ask) =>
      ask.sendByHand({ letter: 3, manner, sentOn: '2026-05-18' });

  it('is not mailed again, and is taken out of the post, so that another can go', () => {
    const story = waits().on('2026-05-19').not(by('again'), 'letter-overtaken');
    story.not((ask) => ask.offerHearing(), 'letter-waits').on('2026-05-19', by('not'));
    assert.equal(story.complaint().letters[2]?.withdrawnOn, '2026-05-19');
    story
      .is('objected')
      .on('2026-05-19', (ask) =>
        ask.offerHearing({ laterWish: 'ballance', laterBecause: 'De mail deed het niet.' }),
      )
      .mailAccepted()
      .is('hearing-offered');
  });

  it('is mailed again before that, and recorded as handed over in time', () => {
    waits().on('2026-05-18').not(by('not'), 'not-now').on('2026-05-18', by('again'));
    waits().on('2026-05-19', by('handed')).is('hearing-offered');
  });
});
