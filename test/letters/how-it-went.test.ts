import assert from 'node:assert/strict';
import { canBeAsked, toBeAsked } from '../../src/procedure/articles/art00-satisfaction.ts';
import type { Complaint } from '../../src/procedure/model/complaint.ts';
import { ingrid } from '../procedure/people.ts';
import { ballance } from './an-organisation.ts';
import { courses } from './courses/courses.ts';
import { played, type Sent, type Taken } from './courses/played.ts';
import {
  acknowledge,
  answer,
  decision,
  dismiss,
  hear,
  object,
  talk,
  waive,
  withdraw,
} from './courses/steps.ts';

const heading = 'Hoe vond u dat het ging?';

/** The part of a letter that asks; undefined where it does not. */
const askedIn = (text: string): string | undefined =>
  text.includes(heading) ? text.slice(text.indexOf(heading)).split('\n\n')[0] : undefined;

/** Tells whether the register has the complainant asked, of a letter that closes the complaint now, or as soon as it has gone. */
const isAsked = ({ before, after, letter }: Sent): boolean =>
  !before.closed &&
  (after.closed
    ? toBeAsked(after) !== undefined
    : letter.kind === 'final-decision' && canBeAsked(after, 'decided'));

const acknowledged = acknowledge('2026-04-02');
const answered = [acknowledged, answer('2026-04-03')];
const objected = [...answered, object('2026-04-14')];
const heard = [...objected, hear('2026-04-17')];

/** Every way of closing with a letter, the last step being the one that sends it. */
const closings: Record<string, Taken[]> = {
  mediated: [acknowledged, talk('2026-04-14', { partner: 'Joris Bakker' })],
  settled: [...objected, hear('2026-04-17', { settlement: 'U krijgt een vast nummer.' })],
  decided: [...objected, waive('2026-04-15'), decision('2026-04-17', ingrid)],
  'late-objection-refused': [
    ...answered,
    object('2026-05-20', { text: 'Te laat.', late: 'refuse', reason: 'U gaf geen reden.' }),
  ],
  agreed: [...answered, ['2026-04-14', 'agree', { on: '2026-04-14', manner: 'handed' }]],
  lapsed: [...answered, ['2026-05-20', 'close', { on: '2026-05-20' }]],
  'not-settled': [...heard, ['2026-05-20', 'close', { on: '2026-05-20' }]],
  'withdrawn before the answer': [acknowledged, withdraw('2026-04-14')],
  'withdrawn after the answer': [...answered, withdraw('2026-04-14')],
  dismissed: [acknowledged, dismiss('2026-04-14', 'no-complaint')],
  merged: [acknowledged, ['2026-04-14', 'merge', { into: 'K-2025-0007' }]],
};

const neverAsked = ['withdrawn before the answer', 'dismissed', 'merged'];

const complainants: Record<string, Complaint['complainant']> = {
  'somebody who is known': {
    name: 'Mevrouw Van Dam',
    email: 'vandam@example.nl',
    address: 'Dorpsstraat 1, Utrecht',
  },
  'somebody who is anonymous': {
    name: 'Anoniem',
    unnamed: 'anonymous',
    email: 'anoniem@example.nl',
    address: 'Postbus 1, Utrecht',
  },
  'somebody who cannot be reached': { name: 'Mevrouw Van Dam' },
};

/** Inleiding: "voor de kwaliteit van onze dienstverlening". A letter asks where the reminder to ask will come, and nowhere else. */
describe('a letter that asks how it went', () => {
  it('is each that closes a complaint of which the complainant is asked, in every course', async () => {
    let asked = 0;
    for (const [name, course] of Object.entries(courses))
      for (const sent of await played(course)) {
        const asks = askedIn(sent.letter.text) !== undefined;
        const why = `${name}: ${sent.letter.kind}\n${sent.letter.text}`;
        // What goes out once more asks as it did, until there is an answer.
        if (!sent.letter.again) assert.equal(asks, isAsked(sent), why);
        asked += asks ? 1 : 0;
      }
    assert.ok(asked > 10, `${asked}`);
  });

  for (const [outcome, steps] of Object.entries(closings))
    it(`asks as the register does, whoever complains and however it goes: ${outcome}`, async () => {
      for (const [who, complainant] of Object.entries(complainants))
        for (const manner of ['post', 'handed', 'email']) {
          if (manner !== 'handed' && !complainant.email) continue;
          const [on, step, typed, by] = steps.at(-1) ?? assert.fail();
          const last: Taken = [on, step, { ...typed, manner, sentOn: on }, by];
          const before = steps.slice(0, -1).map(([day, one, form, who]): Taken => {
            const byHand: Record<string, string> =
              form.manner && !complainant.email ? { manner: 'handed' } : {};
            return [day, one, { ...form, ...byHand }, who];
          });
          const sent =
            (await played({ complaint: { complainant }, steps: [...before, last] })).at(-1) ?? assert.fail();
          const part = askedIn(sent.letter.text);
          const why = `${who}, ${manner}: ${sent.letter.kind}\n${sent.letter.text}`;
          assert.equal(part !== undefined, isAsked(sent), why);
          const isKnown = who === 'somebody who is known';
          assert.equal(part !== undefined, isKnown && !neverAsked.includes(outcome), why);
        }
    });

  it('says in a few lines what is asked, and how to answer', async () => {
    const all = (await played({ complaint: {}, steps: closings.agreed ?? [] })).at(-1) ?? assert.fail();
    const part = askedIn(all.letter.text) ?? assert.fail(all.letter.text);
    assert.match(part, /van 1 .* tot en met 5 .*afgehandeld.*uitkomst.*waarom/);
    assert.ok(part.includes(ballance.email) && part.includes(all.after.number), part);
    assert.ok(part.length - heading.length < 4 * 95, `${part.length}`);
  });
});
