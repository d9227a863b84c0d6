import assert from 'node:assert/strict';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import type { FormStep } from '../../src/teams/steps/all-steps.ts';
import { longDate } from '../../src/time/dutch-date.ts';
import { addDays, type LocalDate, localDate } from '../../src/time/local-date.ts';
import { lars } from '../procedure/people.ts';
import { courses } from './courses/courses.ts';
import { type Course, played, type Sent } from './courses/played.ts';

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

function dayIn(text: string | undefined): LocalDate | undefined {
  const [, date = '', month = '', year] = /(\d{1,2}) (\p{L}+) (\d{4})/u.exec(text ?? '') ?? [];
  return year
    ? localDate(`${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`)
    : undefined;
}

/** What letters say of a day that is to come, in each stage: how the last of them writes it. */
const promises: Partial<Record<string, RegExp>> = {
  acknowledged:
    /(?:- Uiterlijk (?=.* krijgt u van ons een schriftelijk antwoord)|U krijgt ons antwoord uiterlijk )(.*?)(?: krijgt|\.)/,
  answered: /U kunt dat doen tot en met (.*?) \(artikel 7\)/,
  'hearing-offered': /Op (\p{L}+dag \d.*?) om \d/u,
  heard: /Laat ons uiterlijk (.*?) weten wat u wilt/,
  waived: /U krijgt de definitieve beslissing van de directie uiterlijk (.*?)\./,
};

/** Finds the day that letters name last of what is to come in the stage that the complaint is in. */
function promised({ before }: Sent): LocalDate | undefined {
  const pattern = promises[before.stage];
  const said = before.letters.flatMap(
    ({ text, sentOn }) => (sentOn && dayIn(pattern?.exec(text)?.[1])) || [],
  );
  return said.at(-1);
}

/** The steps that end a complaint with another letter than was announced, as somebody fills in their forms. */
const ends: [FormStep, (on: LocalDate) => Record<string, string>][] = [
  ['withdraw', (on) => ({ on, reason: 'Het hoeft niet meer.' })],
  ['close', (on) => ({ on })],
  ['agree', (on) => ({ on })],
  [
    'mediate',
    (on) => ({
      mediationForm: 'conversation',
      on,
      partner: lars.name,
      solved: 'yes',
      result: 'Er is gepraat.',
      agreements: 'U krijgt een vast nummer.',
    }),
  ],
];

describe('a day that a letter promised and that is still to come', () => {
  it('is passed over by no letter that ends the complaint before it (reading 18)', async () => {
    const met = new Set<string>();
    let n = 0;
    for (const course of Object.values(courses))
      for (const at of course.steps.keys())
        for (const [step, typed] of ends) {
          n += 1;
          const steps = course.steps.slice(0, at + 1);
          const on = addDays(steps.at(-1)?.[0] ?? assert.fail(), n % 7);
          const manner = at % 2 ? 'handed' : 'post';
          const last = await lastOf({ ...course, steps: [...steps, [on, step, { manner, ...typed(on) }]] });
          if (!last || last.before.stage === 'closed' || last.after.stage !== 'closed') continue;
          const day = promised(last);
          // A hearing of the day itself can have taken place before.
          if (!day || (last.before.stage === 'hearing-offered' ? day <= on : day < on)) continue;
          met.add(`${last.letter.kind} ${last.before.stage}`);
          assert.ok(last.letter.text.includes(longDate(day)), `${day}:\n${last.letter.text}`);
        }
    for (const one of [
      'closure answered',
      'closure heard',
      'closure waived',
      'mediation acknowledged',
      'withdrawal acknowledged',
      'withdrawal answered',
      'withdrawal hearing-offered',
      'withdrawal heard',
      'withdrawal waived',
    ])
      assert.ok(met.has(one), `${one} not among ${[...met].join(', ')}`);
  });
});

/** Plays a course and returns its last letter; undefined where a step is refused: it is not open then, or is asked for more. */
async function lastOf(course: Course): Promise<Sent | undefined> {
  try {
    return (await played(course)).at(-1);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
