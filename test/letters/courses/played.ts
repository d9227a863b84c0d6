import assert from 'node:assert/strict';
import { decide } from '../../../src/procedure/decide.ts';
import { replay } from '../../../src/procedure/evolve.ts';
import type { Complaint, Person } from '../../../src/procedure/model/complaint.ts';
import type { Desk } from '../../../src/procedure/model/desk.ts';
import type { Event } from '../../../src/procedure/model/events.ts';
import type { Letter } from '../../../src/procedure/model/letter.ts';
import { type FormStep, stepForms } from '../../../src/teams/steps/all-steps.ts';
import type { Setting } from '../../../src/teams/steps/step.ts';
import type { LocalDate } from '../../../src/time/local-date.ts';
import type { register } from '../../procedure/asked.ts';
import { contextOf, registered } from '../../procedure/given.ts';
import { desk } from '../../procedure/people.ts';
import { ballance } from '../an-organisation.ts';

/** A step that was taken: the day, the step, and what was typed in its form; by the handler unless it says otherwise, and where nobody handles it by its receiver. */
export type Taken = [on: LocalDate, step: FormStep, typed: Record<string, string>, by?: Person];

/** A complaint from its registration on. */
export type Course = {
  complaint: Parameters<typeof register>[0] & { today?: LocalDate };
  absences?: Desk['absences'];
  steps: Taken[];
};

/** A letter that went out, with what its writer typed, and the complaint before and after it. */
export type Sent = {
  letter: Letter;
  typed: Record<string, string>;
  by: Person;
  before: Complaint;
  after: Complaint;
};

/** Plays a course as it is played in Teams: each form is read, decided on and recorded, and makes its own letter. */
export async function played({ complaint, absences = [], steps }: Course): Promise<Sent[]> {
  const past: Event[] = registered({ ...complaint, away: [...absences] });
  const sent: Sent[] = [];
  for (const [on, step, typed, taker] of steps) {
    const before = replay(past) ?? assert.fail('no complaint');
    const by = taker ?? before.handler?.person ?? before.receiver;
    const context = contextOf({ today: on, desk: { ...desk, absences: [...absences] } });
    const setting: Setting = {
      ...context,
      complaint: before,
      course: past.map((event) => ({ event, by })),
      by,
      organisation: ballance,
      names: async () => [],
      seen: async (number) => ({ ...before, number, letters: [] }),
    };
    const shown = { wording: before.summary, ...typed };
    const parsed = await stepForms[step].read(shown, setting);
    if ('errors' in parsed) assert.fail(`${step} on ${on}: ${JSON.stringify(parsed.errors)}`);
    past.push(...decide(before, parsed.value, context));
    const after = replay(past) ?? assert.fail('no complaint');
    const letters = after.letters.slice(before.letters.length);
    sent.push(...letters.map((letter) => ({ letter, typed, by, before, after })));
  }
  return sent;
}
