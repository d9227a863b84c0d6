import assert from 'node:assert/strict';
import type { LetterKind } from '../../src/procedure/model/letter.ts';
import { letterDate } from '../../src/time/dutch-date.ts';
import { addDays } from '../../src/time/local-date.ts';
import { ingrid } from '../procedure/people.ts';
import { played, type Taken } from './courses/played.ts';
import { acknowledge, answer, decision, dismiss, hear, object, talk, waive } from './courses/steps.ts';

const acknowledged = acknowledge('2026-04-02');
const answered = [acknowledged, answer('2026-04-03')];
const objected = [...answered, object('2026-04-14')];
const late = { text: 'Te laat.', late: 'refuse', reason: 'U gaf geen reden.' };

/** Each letter that closes a complaint by itself, as its step is taken on the day on which it goes out. */
const closings: Partial<Record<LetterKind, Taken[]>> = {
  mediation: [acknowledged, talk('2026-04-14', { partner: 'Joris Bakker' })],
  settlement: [...objected, hear('2026-04-17', { settlement: 'U krijgt een vast nummer.' })],
  'final-decision': [...objected, waive('2026-04-15'), decision('2026-04-17', ingrid)],
  'late-objection-refused': [...answered, object('2026-05-20', late)],
  dismissal: [acknowledged, dismiss('2026-04-14', 'no-complaint')],
  merger: [acknowledged, ['2026-04-14', 'merge', { into: 'K-2025-0007' }]],
};

const complainant = {
  name: 'Mevrouw Van Dam',
  email: 'vandam@example.nl',
  address: 'Dorpsstraat 1, Utrecht',
};

/** Readings 16 and 20: the letter and the register are one, and the years of retention count from the day of recording. */
describe('the day on which a letter closes a complaint', () => {
  for (const [kind, steps] of Object.entries(closings))
    it(`is that of the register, whenever it was recorded and however it went: ${kind}`, async () => {
      for (const manner of ['post', 'handed', 'email'])
        for (const later of [0, 1, 4]) {
          const [on, step, typed, by] = steps.at(-1) ?? assert.fail();
          const last: Taken = [addDays(on, later), step, { ...typed, manner, sentOn: on }, by];
          const letters = await played({ complaint: { complainant }, steps: [...steps.slice(0, -1), last] });
          const { letter, after } = letters.at(-1) ?? assert.fail();
          const why = `${manner}, ${later} days later: ${letter.text}`;
          assert.deepEqual([letter.kind, letter.sentOn, after.closed?.on], [kind, on, on], why);
          assert.equal(after.closed?.recordedOn, later > 0 ? last[0] : undefined, why);
          const said = /Wij sluiten uw klacht op (.*?)\./.exec(letter.text)?.[1];
          const isSaid = kind !== 'dismissal' && kind !== 'merger';
          assert.equal(said, isSaid ? letterDate(on) : undefined, why);
        }
    });
});
