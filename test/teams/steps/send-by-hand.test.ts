import assert from 'node:assert/strict';
import { gapIn } from '../../../src/procedure/articles/letters.ts';
import { deadline, objectionDeadline } from '../../../src/procedure/deadlines.ts';
import { decide } from '../../../src/procedure/decide.ts';
import { replay } from '../../../src/procedure/evolve.ts';
import type { Complaint } from '../../../src/procedure/model/complaint.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import { letterKinds, waitingLetters } from '../../../src/procedure/model/letter.ts';
import { stepForms } from '../../../src/teams/steps/all-steps.ts';
import type { Setting } from '../../../src/teams/steps/step.ts';
import { letterDate, longDate } from '../../../src/time/dutch-date.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { courses } from '../../letters/courses/courses.ts';
import type { Course } from '../../letters/courses/played.ts';
import { calendar, contextOf, registered } from '../../procedure/given.ts';
import { desk } from '../../procedure/people.ts';
import { settingOf } from '../form-examples.ts';

type Waits = { past: Event[]; queued: Event[]; direct: string; kind: string; setting: Setting };

const email = 'klager@voorbeeld.nl';

/** Three days after a letter was given to a mail server that does not take it. */
const later = 3;

/** Lists, for each letter of a course, the letter as it waits, and as its own form makes it for the post three days later. */
async function waiting({ complaint, absences = [], steps }: Course): Promise<Waits[]> {
  const past: Event[] = registered({ ...complaint, away: [...absences] });
  const found: Waits[] = [];
  for (const [on, step, typed, taker] of steps) {
    const before = replay(past) ?? assert.fail('no complaint');
    const by = taker ?? before.handler?.person ?? assert.fail('nobody handles it');
    const at = (today: LocalDate, now: Complaint, mail: boolean): Setting =>
      settingOf(now, {
        ...contextOf({ today, desk: { ...desk, absences: [...absences] }, mail }),
        by,
        course: past.map((event) => ({ event, by })),
        seen: async (number) => ({ ...before, number, letters: [] }),
      });
    const form = stepForms[step];
    const taken = async (input: Record<string, string>, setting: Setting): Promise<Event[]> => {
      const parsed = await form.read({ wording: before.summary, ...input }, setting);
      if ('errors' in parsed) assert.fail(`${step} on ${on}: ${JSON.stringify(parsed.errors)}`);
      return decide(setting.complaint, parsed.value, setting);
    };
    const reached = { ...before, complainant: { ...before.complainant, email } };
    const setting = at(on, reached, true);
    const queued = await taken({ ...typed, ...(typed.manner && { manner: 'email' }) }, setting);
    const kind = queued.find((event) => event.type === 'letter-queued')?.kind;
    const posted = { wording: before.summary, ...typed, manner: 'post', sentOn: addDays(on, later) };
    const direct = kind && form.draft?.(posted, at(addDays(on, later), reached, true));
    // An invitation to a moment that has passed by then would be made for no moment.
    if (kind && direct && gapIn(direct) === undefined)
      found.push({ past: [...past], queued, direct, kind, setting });
    past.push(...(await taken(typed, at(on, before, false))));
  }
  return found;
}

/** The complaint whose letter waits, where an address is known. */
function asItWaits({ past, queued }: Waits) {
  const [first, ...rest] = past;
  assert(first?.type === 'registered');
  const complainant = { ...first.personal.complainant, email };
  const events: Event[] = [{ ...first, personal: { ...first.personal, complainant } }, ...rest, ...queued];
  return { events, complaint: replay(events) ?? assert.fail('no complaint') };
}

/** Records three days later that the letter was posted, with nothing typed as its text. */
async function byHand(letter: Waits) {
  const { events, complaint } = asItWaits(letter);
  const today = addDays(letter.setting.today, later);
  const setting = { ...letter.setting, today, complaint };
  const course = events.map((event) => ({ event, by: letter.setting.by }));
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
    letters = (await Promise.all(Object.values(courses).map(waiting))).flat();
  });

  it('is of every kind', () => {
    assert.deepEqual([...new Set(letters.map(({ kind }) => kind))].sort(), [...letterKinds].sort());
  });

  it('is made anew for the manner and the day, as its own form would make it then', async () => {
    for (const letter of letters) {
      const { sent, today, after } = await byHand(letter);
      // What closed the dossier says on which day, because that was not the day on which it went.
      const closing = /Wij sluiten uw klacht op .*? \d{4}\.|Wij hebben uw klacht gesloten op .*? \d{4}\./;
      const closedOn = after.closed && after.closed.on < today ? letterDate(after.closed.on) : undefined;
      const expected = closedOn
        ? letter.direct.replace(closing, `Wij hebben uw klacht gesloten op ${closedOn}.`)
        : letter.direct;
      assert.equal(sent.personal.text, expected, letter.kind);
      assert.ok(sent.personal.text.split('\n').includes(letterDate(today)));
      assert.equal(after.letters.at(-1)?.text, sent.personal.text);
    }
  });

  it('names, of an answer, the day until which the register takes an objection', async () => {
    // One that goes once more asks for no objection that came in.
    const answers = letters.filter(
      (letter) => letter.kind === 'answer' && !asItWaits(letter).complaint.objection,
    );
    for (const letter of answers) {
      const { sent, after } = await byHand(letter);
      const { dueOn } = objectionDeadline(after, calendar) ?? assert.fail('no month runs');
      assert.equal(dueOn, deadline('objection', sent.countsAsReceivedOn, calendar).dueOn);
      assert.ok(sent.personal.text.includes(`tot en met ${longDate(dueOn)}`), sent.personal.text);
    }
    assert.ok(answers.length > 5);
  });
});
