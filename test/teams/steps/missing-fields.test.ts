import assert from 'node:assert/strict';
import { takeStep } from '../../../src/procedure/decide.ts';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import type { Fields } from '../../../src/teams/form/fields.ts';
import { type FormStep, stepForms } from '../../../src/teams/steps/all-steps.ts';
import type { Setting } from '../../../src/teams/steps/step.ts';
import { complaintAfter } from '../../procedure/given.ts';
import { fatima, ingrid, lars } from '../../procedure/people.ts';
import { situations } from '../../procedure/situations.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat, usual } from '../a-chat.ts';
import { choicesOf, filledWell, type Values } from '../filled-well.ts';
import { settingOf, steps } from '../form-examples.ts';

const today = '2026-05-04';

/** Lists every form that makes a text by itself, in every situation in which it is open. */
const writing = Object.entries(situations).flatMap(([situation, events]) =>
  [lars, fatima, ingrid].flatMap((by) => {
    const setting = settingOf(complaintAfter(events), { today, now: `${today}T10:00:00.000Z`, by });
    const open = openSteps(by, setting.complaint, setting);
    return steps
      .filter((step) => stepForms[step].draft && open.includes(step))
      .map((step) => ({ name: `${step}, ${situation}, ${by.name}`, step, setting }));
  }),
);

/** Lists the form filled in well, with each other choice, and each of those with each text left out, and with all that may be. */
function* variations(fields: Fields, filled: Values): Generator<Values> {
  const ids = Object.keys(filled);
  const texts = ids.filter((id) => fields[id] && 'isText' in fields[id]);
  const chosen = ids.flatMap((id) =>
    choicesOf(fields[id] ?? assert.fail(id)).map((value) => ({ [id]: value })),
  );
  const optional = texts.filter((id) => !fields[id]?.input.isRequired);
  const without = [[], ...texts.map((id) => [id]), optional];
  for (const choice of [{}, ...chosen])
    for (const left of without)
      yield { ...filled, ...choice, ...Object.fromEntries(left.map((id) => [id, ''])) };
}

/** Finds at which field a form says what is wrong with it; undefined where it is taken, or is wrong as a whole. */
async function faultAt(step: FormStep, input: Values, setting: Setting): Promise<string[]> {
  const form = stepForms[step];
  const parsed = await form.read(input, setting);
  if ('errors' in parsed) return Object.keys(parsed.errors);
  try {
    takeStep(setting.complaint, parsed.value, setting);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [form.about[error.code] ?? ''];
  }
}

describe('what is missing in a form that makes a text by itself', () => {
  for (const { name, step, setting } of writing)
    it(`is said at its own field, never at the text that was made of it: ${name}`, async () => {
      const fields = stepForms[step].fields(setting);
      const made = ['letter', ...Object.keys(stepForms[step].texts({}, setting))];
      let taken = 0;
      for (const values of variations(fields, filledWell(step, fields, made, today))) {
        const faults = await faultAt(step, values, setting);
        if (faults.length === 0) taken++;
        for (const id of faults) assert.ok(!made.includes(id), `${id}: ${JSON.stringify(values)}`);
      }
      assert.ok(taken > 0, 'nothing of this is taken');
    });
});

describe('“Antwoord versturen” of a complaint that is (partly) founded, without a solution or a measure', () => {
  afterEach(closeOffices);

  for (const Oordeel of ['Gegrond', 'Deels gegrond'])
    it(`says so under “Voorgestelde oplossing”, also where it is about somebody: ${Oordeel}`, async () => {
      const chat = await aChat();
      await chat.take('Antwoord versturen', { ...usual.answer, Oordeel, 'Voorgestelde oplossing': '' });
      assert.match(
        chat.text(),
        /de klager leest nog niet wat Ballance doet\. Vul een oplossing in of minstens één maatregel/,
      );
      assert.doesNotMatch(chat.text(), /nog een gat/);
    });
});
