import assert from 'node:assert/strict';
import { gapIn } from '../../../src/procedure/articles/letters.ts';
import { deadline, objectionDeadline } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import { replay } from '../../../src/procedure/evolve.ts';
import { letterKinds, waitingLetters } from '../../../src/procedure/model/letter.ts';
import { stepForms } from '../../../src/teams/steps/all-steps.ts';
import { letterDate, longDate } from '../../../src/time/dutch-date.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { asClosed, type Waits, waitingLettersOf } from '../../letters/courses/waiting.ts';
import { calendar } from '../../procedure/given.ts';

/** Three days after a letter was given to a mail server that does not take it. */
const later = 3;

const daysLater = ({ setting }: Waits): LocalDate => addDays(setting.today, later);

/** What its own form makes for the post three days later; an invitation to a moment that has passed by then has a gap. */
const directOf = (letter: Waits): string | undefined => letter.direct('post', daysLater(letter));

/** Records three days later that the letter was posted, with nothing typed as its text. */
async function byHand(letter: Waits) {
  const course = [...letter.past, ...letter.queued.map((event) => ({ event, by: letter.by }))];
  const events = course.map(({ event }) => event);
  const complaint = replay(events) ?? assert.fail('no complaint');
  const today = daysLater(letter);
  const setting = { ...letter.setting, today, complaint };
  const [waits] = waitingLetters(complaint);
  const input = { which: String(waits?.id), manner: 'post', sentOn: today };
  const parsed = await stepForms['send-by-hand'].read(input, { ...setting, course });
  if ('errors' in parsed) assert.fail(JSON.stringify(parsed.errors));
  const sent = decide(complaint, parsed.value, setting).find((event) => event.type === 'letter-sent');
  assert(sent?.type === 'letter-sent');
  return { sent, today, after: replay([...events, sent]) ?? assert.fail('no complaint') };
}

/** Reading 20: "A letter is computed from the same facts as the register, at the moment of sending". */
describe('a letter that waited for the mail server and is sent by hand', () => {
  let letters: Waits[];
  before(async () => {
    letters = (await waitingLettersOf()).filter(
      (letter) => gapIn(directOf(letter) ?? '[geen]') === undefined,
    );
  });

  it('is of every kind', () => {
    assert.deepEqual([...new Set(letters.map(({ kind }) => kind))].sort(), [...letterKinds].sort());
  });

  it('is made anew for the manner and the day, as its own form would make it then', async () => {
    for (const letter of letters) {
      const { sent, today, after } = await byHand(letter);
      const closedOn = after.closed && after.closed.on < today ? after.closed.on : undefined;
      assert.equal(sent.personal.text, asClosed(directOf(letter), closedOn), letter.kind);
      assert.ok(sent.personal.text.split('\n').includes(letterDate(today)));
      assert.equal(after.letters.at(-1)?.text, sent.personal.text);
    }
  });

  it('names, of an answer, the day until which the register takes an objection', async () => {
    // One that goes once more asks for no objection that came in.
    const answers = letters.filter(({ kind, setting }) => kind === 'answer' && !setting.complaint.objection);
    for (const letter of answers) {
      const { sent, after } = await byHand(letter);
      const { dueOn } = objectionDeadline(after, calendar) ?? assert.fail('no month runs');
      assert.equal(dueOn, deadline('objection', sent.countsAsReceivedOn, calendar).dueOn);
      assert.ok(sent.personal.text.includes(`tot en met ${longDate(dueOn)}`), sent.personal.text);
    }
    assert.ok(answers.length > 5);
  });
});
