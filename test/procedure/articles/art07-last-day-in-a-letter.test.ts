import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { objectionDeadline } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import { type LetterKind, letterKinds } from '../../../src/procedure/model/letter.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import { type Ask, letter } from '../asked.ts';
import { course } from '../course.ts';
import { calendar, contextOf } from '../given.ts';
import { lars } from '../people.ts';

/** Answered by e-mail on Wednesday 1 April: the month ends on Friday 1 May. */
const answered = (mail = false) =>
  course({}, { mail })
    .on('2026-04-01', (ask) => ask.answer())
    .mailAccepted();

/** Says that the answer was received on that day. */
const received =
  (to: LocalDate): Ask =>
  (ask) =>
    ask.correctDate({ field: 'answerReceivedOn', to });

/** Answered; received on 20 April, as it seems: the month ends on Wednesday 20 May. */
const seeminglyLate = (mail = false) => answered(mail).on('2026-04-21', received('2026-04-20'));

/** What each letter says of the last day to object, as the register keeps it with the letter. */
const named = ({ letters }: Complaint): [LetterKind, LocalDate | undefined][] =>
  letters.flatMap(({ kind, promised }) =>
    promised && promised.of !== 'objection' ? [] : [[kind, promised?.on]],
  );

const due = (complaint: Complaint) => {
  const deadline = objectionDeadline(complaint, calendar);
  return [deadline?.dueOn, deadline?.promise];
};

const agreed: Ask = (ask) => ask.agree({ letter: ask.answer().letter });
const withdrawn: Ask = (ask) => ask.withdraw({ letter: ask.answer().letter });
const closed: Ask = (ask) => ask.close({ letter: ask.answer().letter });
const refused: Ask = (ask) =>
  ask.object({ late: { accept: false, reason: 'Te laat', letter: letter('U kon tot dan', '2026-05-21') } });

/** Each letter that names the last day to object, and the course in which it goes out while the month seems to end on 20 May. */
const letters: [LetterKind, (mail: boolean) => ReturnType<typeof course>][] = [
  ['closure', (mail) => seeminglyLate(mail).on('2026-04-28', agreed)],
  ['closure', (mail) => seeminglyLate(mail).on('2026-05-28', closed)],
  ['withdrawal', (mail) => seeminglyLate(mail).on('2026-04-28', withdrawn)],
  ['late-objection-refused', (mail) => seeminglyLate(mail).on('2026-05-21', refused)],
];

describe('Art. 7: the last day to object that a letter named', () => {
  it('is kept with every letter whose text names it, and with no other', () => {
    const inText = letterKinds.filter((kind) =>
      /\{\{(niet eens uiterlijk|bedenken tot en met)\}\}/.test(readFileSync(`letters/${kind}.txt`, 'utf8')),
    );
    // An invitation names it only where the objection came after it: no day that is still to come.
    const isPast: LetterKind[] = ['hearing-invitation'];
    assert.deepEqual(new Set(inText), new Set(['answer', ...isPast, ...letters.map(([kind]) => kind)]));
    assert.deepEqual(named(answered().complaint()), [['answer', '2026-05-01']]);
    for (const [kind, play] of letters)
      for (const mail of [false, true])
        assert.deepEqual(named(play(mail).complaint()), [
          ['answer', '2026-05-01'],
          [kind, '2026-05-20'],
        ]);
  });

  it('is that of the manner in which the answer goes: by post the month begins when it counts as received', () => {
    const byPost = { ...letter('Antwoord', '2026-04-01'), manner: 'post' } as const;
    const story = course().on('2026-04-01', (ask) => ask.answer({ letter: byPost }));
    assert.deepEqual(named(story.complaint()), [['answer', '2026-05-08']]);
  });

  it('is not named once it has passed, nor to who went through a hearing', () => {
    const passed = answered().on('2026-05-04', agreed);
    assert.deepEqual(named(passed.complaint())[1], ['closure', undefined]);
    const heard = answered()
      .on('2026-04-10', (ask) => ask.object())
      .on('2026-04-15', (ask) => ask.recordHearing())
      .on('2026-04-20', closed);
    assert.deepEqual(named(heard.complaint()).slice(1), [
      ['court-route', undefined],
      ['closure', undefined],
    ]);
  });

  it('stays when the day of receipt is corrected back: an objection until that day is in time', () => {
    for (const [kind, play] of letters) {
      const story = play(false);
      const reopened = story.on('2026-05-29', (ask) => ask.reopen(), received('2026-04-10'));
      const sentOn = story.complaint().letters.at(-1)?.sentOn;
      assert.deepEqual(due(story.complaint()), ['2026-05-20', { sentOn, articleDueOn: '2026-05-10' }], kind);
      for (const receivedOn of ['2026-05-18', '2026-05-20'] as const) {
        const [event] = decide(
          story.complaint(),
          {
            type: 'object',
            by: lars,
            number: 'K-2026-0001',
            receivedOn,
            text: 'Ik ben het er niet mee eens.',
          },
          contextOf({ today: '2026-05-29' }),
        );
        assert.deepEqual(event?.type === 'objected' && event.daysLate, 0);
      }
      reopened.not((ask) => ask.object({ receivedOn: '2026-05-21' }), 'late-objection', 7);
    }
  });

  it('is waited for: until it has passed, and the week for its post, the dossier does not close because of the month', () => {
    const [, play] = letters[0] ?? assert.fail();
    const story = play(false).on('2026-05-20', (ask) => ask.reopen(), received('2026-04-10'));
    story
      .runs('objection 2026-05-20')
      .on('2026-05-27')
      .not((ask) => ask.close(), 'month-not-over', 7);
    story.on('2026-05-28', (ask) => ask.close()).closedAs('lapsed');
  });

  it('never shortens the month of the article, which a later day of receipt moves', () => {
    const [, play] = letters[0] ?? assert.fail();
    const story = play(false).on('2026-04-29', (ask) => ask.reopen(), received('2026-04-28'));
    assert.deepEqual(due(story.complaint()), ['2026-05-28', undefined]);
  });

  it('is the latest that any letter named, whichever letter came last', () => {
    const story = seeminglyLate()
      .on('2026-04-28', agreed)
      .on('2026-04-29', (ask) => ask.reopen(), received('2026-04-10'))
      .on('2026-04-30', agreed);
    assert.deepEqual(
      named(story.complaint()).map(([, on]) => on),
      ['2026-05-01', '2026-05-20', '2026-05-20'],
    );
    story.on('2026-05-22', (ask) => ask.reopen());
    assert.deepEqual(due(story.complaint())[0], '2026-05-20');
  });

  it('counts once its letter is out, also where the day was corrected while it waited for the mail server', () => {
    const story = seeminglyLate(true)
      .on('2026-04-28', agreed)
      .on('2026-04-29', (ask) => ask.reopen(), received('2026-04-10'));
    assert.deepEqual(due(story.complaint()), ['2026-05-10', undefined]);
    story.mailAccepted();
    assert.deepEqual(due(story.complaint()), [
      '2026-05-20',
      { sentOn: '2026-04-29', articleDueOn: '2026-05-10' },
    ]);
  });

  it('moves with a letter that is made anew: sent by hand, or mailed again', () => {
    const waits = () => course({}, { mail: true }).on('2026-04-01', (ask) => ask.answer());
    const byHand = waits().on('2026-04-07', (ask) => ask.sendByHand({ letter: 1 }));
    assert.deepEqual(named(byHand.complaint()), [['answer', '2026-05-10']]);
    const again = waits().on('2026-04-07', (ask) =>
      ask.sendByHand({ letter: 1, manner: 'again', text: 'Antwoord' }),
    );
    assert.deepEqual(named(again.complaint()), [['answer', '2026-05-07']]);
    const arrived = waits().on('2026-04-07', (ask) =>
      ask.sendByHand({ letter: 1, manner: 'email', sentOn: '2026-04-02' }),
    );
    assert.deepEqual(named(arrived.complaint()), [['answer', '2026-05-01']]);
  });

  it('moves with an answer that is sent again, and stays with a closing that is', () => {
    const answer = answered().on('2026-04-20', (ask) => ask.sendAgain({ again: 1 }));
    assert.deepEqual(named(answer.complaint()), [
      ['answer', '2026-05-01'],
      ['answer', '2026-05-20'],
    ]);
    const closing = seeminglyLate()
      .on('2026-04-28', agreed)
      .on('2026-04-29', (ask) => ask.reopen(), received('2026-04-10'), agreed)
      .on('2026-04-30', (ask) => ask.sendAgain({ again: 3 }));
    assert.deepEqual(
      named(closing.complaint()).map(([, on]) => on),
      ['2026-05-01', '2026-05-20', '2026-05-20', '2026-05-20'],
    );
    const objected = answered()
      .on('2026-04-20', (ask) => ask.object())
      .on('2026-04-21', (ask) => ask.sendAgain({ again: 1 }));
    assert.equal(named(objected.complaint()).length, 1);
    assert.deepEqual(objected.complaint().letters.at(-1)?.promised, { of: 'decision', on: '2026-05-04' });
  });
});
