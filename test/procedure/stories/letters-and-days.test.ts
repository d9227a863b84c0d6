import assert from 'node:assert/strict';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { answered, course } from '../course.ts';
import { willem } from '../people.ts';

/** Received on Wednesday 1 April 2026; Good Friday is the 3rd, Easter Monday the 6th, King's Day the 27th. */
const byPost = (sentOn: LocalDate) => ({ text: 'Geachte mevrouw Van Dam', manner: 'post', sentOn }) as const;

describe('the life of a complaint whose letters and days do not go as planned', () => {
  it('letters go by e-mail: nothing counts as sent until the mail server has accepted it', () => {
    course({}, { mail: true })
      .on('2026-04-08', (ask) => ask.acknowledge())
      .sent()
      .is('registered')
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      .not((ask) => ask.acknowledge(), 'letter-waits')
      .on('2026-04-09')
      .mailAccepted()
      .sent('acknowledgement 2026-04-09')
      .is('acknowledged')
      .on('2026-04-15', (ask) => ask.answer())
      .mailAccepted()
      .on('2026-04-20', (ask) => ask.agree())
      .closedAs('agreed');
  });

  it('all goes by post: the month begins when the answer is there, the objection is in time by its postmark, the decision is late', () => {
    const story = course({ complainant: { name: 'Mevrouw Van Dam', address: 'Dorpsstraat 1, Utrecht' } })
      .on('2026-04-09', (ask) => ask.acknowledge({ letter: byPost('2026-04-09') }))
      .on('2026-04-17', (ask) => ask.answer({ letter: byPost('2026-04-17') }))
      .runs('objection 2026-05-22')
      .on('2026-05-26')
      .not((ask) => ask.object(), 'late-objection', 7)
      .on(
        '2026-05-26',
        (ask) => ask.object({ sentOn: '2026-05-22' }),
        (ask) => ask.waiveHearing(),
      )
      .runs('decision 2026-06-09')
      .on('2026-06-08', (ask) => ask.decide({ by: willem, letter: byPost('2026-06-08') }))
      .closedAs('decided', '2026-06-08');
    const late = story.journal.flatMap((event) => (event.type === 'letter-sent' ? [event.daysLate] : []));
    assert.deepEqual(late, [0, 0, 2]);
  });

  it('the mail server never accepts the letter: it is sent by hand after all', () => {
    const story = course({}, { mail: true })
      .on('2026-04-08', (ask) => ask.acknowledge())
      .on('2026-04-10', (ask) => ask.sendByHand({ letter: 1, manner: 'handed' }))
      .sent('acknowledgement 2026-04-10')
      .is('acknowledged')
      .mailAccepted()
      .sent('acknowledgement 2026-04-10');
    const sent = story.journal.at(-1);
    assert(sent?.type === 'letter-sent');
    assert.deepEqual([sent.manner, sent.daysLate], ['handed', 1]);
  });

  it('the answer comes back, goes again to another address, and the complainant has a month from then', () => {
    const address = 'Nieuwe straat 2, 6811 AA Arnhem';
    const story = course()
      .on('2026-04-02', (ask) => ask.acknowledge())
      .on('2026-04-15', (ask) => ask.answer({ letter: byPost('2026-04-15') }))
      .runs('objection 2026-05-20')
      .on('2026-05-04', (ask) =>
        ask.sendAgain({
          again: 2,
          because: 'other-address',
          reach: { address },
          letter: byPost('2026-05-04'),
        }),
      )
      .sent('acknowledgement 2026-04-02', 'answer 2026-04-15', 'answer 2026-05-04')
      .is('answered')
      .runs('objection 2026-06-08')
      .on('2026-06-05', (ask) => ask.object({ receivedOn: '2026-06-05', late: undefined }))
      .is('objected')
      .on('2026-06-08', (ask) => ask.offerHearing({ on: '2026-06-11' }))
      .on('2026-06-11', (ask) => ask.recordHearing({ on: '2026-06-11', settlement: 'Elke week bellen.' }))
      .closedAs('settled', '2026-06-11');
    const late = story.journal.flatMap((event) => (event.type === 'letter-sent' ? [event.daysLate] : []));
    assert.deepEqual(late, [0, 0, 0, 0, 0]);
    assert.equal(story.complaint().complainant.address, address);
  });

  it('the final decision waits for the mail server, and so does closing', () => {
    course({}, { mail: true })
      .on('2026-04-02', (ask) => ask.acknowledge())
      .mailAccepted()
      .on('2026-04-15', (ask) => ask.answer())
      .mailAccepted()
      .on(
        '2026-04-22',
        (ask) => ask.object(),
        (ask) => ask.waiveHearing(),
      )
      .on('2026-05-01', (ask) => ask.decide({ by: willem }))
      .is('waived')
      .on('2026-05-04')
      .mailAccepted()
      .closedAs('decided', '2026-05-04');
  });

  it('withdrawn while the final decision waits: it stays withdrawn, though the letter goes out', () => {
    course({}, { mail: true })
      .on('2026-04-02', (ask) => ask.acknowledge())
      .mailAccepted()
      .on('2026-04-15', (ask) => ask.answer())
      .mailAccepted()
      .on(
        '2026-04-22',
        (ask) => ask.object(),
        (ask) => ask.waiveHearing(),
      )
      .on(
        '2026-05-01',
        (ask) => ask.decide({ by: willem }),
        (ask) => ask.withdraw(),
      )
      .mailAccepted()
      .closedAs('withdrawn');
  });

  it('the day of receipt was wrong: what is still to be done moves with it', () => {
    course({ receivedOn: '2026-04-08' })
      .runs('acknowledge 2026-04-15', 'answer 2026-04-29')
      .on('2026-04-09', (ask) => ask.correctDate({ to: '2026-04-01' }))
      .runs('acknowledge 2026-04-09', 'answer 2026-04-22')
      .on('2026-04-09', (ask) => ask.acknowledge())
      .runs('answer 2026-04-22');
  });

  it('the answer came later than it was sent: the month runs from the day the complainant had it', () => {
    answered()
      .runs('objection 2026-05-15')
      .on('2026-04-20', (ask) => ask.correctDate({ field: 'answerReceivedOn', to: '2026-04-20' }))
      .runs('objection 2026-05-20')
      .on('2026-05-20', (ask) => ask.object())
      .is('objected');
  });
});
