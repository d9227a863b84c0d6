import assert from 'node:assert/strict';
import { subjects } from '../../../src/letters/subjects.ts';
import { takeStep } from '../../../src/procedure/decide.ts';
import type { Step } from '../../../src/procedure/model/commands.ts';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { steps as rules, stepNames } from '../../../src/procedure/steps.ts';
import { isFormStep, stepForms } from '../../../src/teams/steps/all-steps.ts';
import type { Setting } from '../../../src/teams/steps/step.ts';
import { complaintAfter } from '../../procedure/given.ts';
import { desk, fatima, ingrid, lars, sanne, willem } from '../../procedure/people.ts';
import { situations } from '../../procedure/situations.ts';
import { choicesOf, filledWell } from '../filled-well.ts';
import { settingOf } from '../form-examples.ts';

const today = '2026-05-04';

/** The steps that close and ask nothing: the other complaint tells what is learned, or the form of the letter has asked. */
const askNothing: readonly Step[] = ['merge', 'send-by-hand'];

/** Every form that can close in that situation, for each who can take it. */
const closing = Object.entries(situations).flatMap(([name, events]) => {
  const complaint = complaintAfter(events);
  return [lars, fatima, ingrid, willem, sanne].flatMap((by) => {
    const setting = settingOf(complaint, { today, now: `${today}T10:00:00.000Z`, by, desk });
    return openSteps(by, complaint, setting)
      .filter(isFormStep)
      .filter((step) => complaint.stage !== 'closed' && !askNothing.includes(step))
      .filter((step) => rules[step].moves[complaint.stage]?.includes('closed'))
      .map((step) => ({ name: `${step}, ${name}, ${by.name}`, step, setting }));
  });
});

const idsOf = (step: (typeof closing)[number]['step'], setting: Setting): string[] =>
  Object.entries(stepForms[step].fields(setting)).flatMap(([id, field]) => (field ? [id] : []));

describe('Onderwerp and Leerpunt', () => {
  it('are asked in every form that closes', () => {
    assert.ok(closing.length > 20);
    for (const { name, step, setting } of closing) {
      const ids = idsOf(step, setting);
      const isLate = step !== 'object' || ids.includes('late');
      // The answer closes only where there is nobody to write to.
      const closes = step !== 'answer' || !ids.includes('letter');
      assert.equal(ids.includes('subject'), isLate, name);
      assert.equal(ids.includes('lesson'), isLate && closes, name);
    }
    const asking = new Set(closing.map(({ step }) => step));
    const all = stepNames.filter((step) =>
      Object.entries(rules[step].moves).some(([from, to]) => from !== 'closed' && to.includes('closed')),
    );
    assert.deepEqual(
      all.filter((step) => !askNothing.includes(step) && !asking.has(step as never)),
      [],
      'a form that closes has no situation here',
    );
  });

  it('go into the register with the step, and into no letter', async () => {
    for (const { name, step, setting } of closing) {
      const form = stepForms[step];
      if (!idsOf(step, setting).includes('subject') || step === 'object') continue;
      const fields = form.fields(setting);
      const input = {
        ...filledWell(step, fields, ['letter', 'message', 'lesson'], today),
        ...{ subject: 'Kosten', lesson: 'Wij bellen voortaan zelf.', solved: 'not-yet' },
        ...(step === 'dismiss' && fields.manner && { manner: choicesOf(fields.manner).at(-1) ?? '' }),
        ...{ email: 'vandam@example.nl', address: 'Dorpsstraat 1' },
      };
      const parsed = await form.read(input, setting);
      assert.ok('value' in parsed, `${name} ${JSON.stringify(parsed)}`);
      const [event, ...others] = takeStep(setting.complaint, parsed.value, setting).filter(
        ({ type }) => type === 'learned',
      );
      const asks = idsOf(step, setting).includes('lesson');
      assert.deepEqual(others, []);
      assert.deepEqual(
        event,
        {
          ...{ type: 'learned', on: today, subject: 'Kosten' },
          personal: asks ? { lesson: 'Wij bellen voortaan zelf.' } : {},
        },
        name,
      );
      const letter = form.draft?.(input, setting) ?? '';
      assert.doesNotMatch(letter, /Kosten|voortaan zelf/, name);
    }
  });

  it('say in their field which name is in a lesson', () => {
    for (const { step } of closing) assert.equal(stepForms[step].about['name-in-lesson'], 'lesson');
    assert.equal(stepForms['correct-facts'].about['name-in-lesson'], 'lesson');
  });
});

describe('the choice of a subject', () => {
  const fieldOf = (subject?: string) => {
    const complaint = {
      ...complaintAfter(situations.registered ?? assert.fail()),
      ...(subject && { subject }),
    };
    const { subject: field } = stepForms.answer.fields(settingOf(complaint));
    return field ?? assert.fail();
  };

  it('is of the list, with nothing chosen before', () => {
    assert.deepEqual(choicesOf(fieldOf()), ['none', ...subjects]);
    assert.equal(fieldOf().proposed, '');
    assert.equal(fieldOf().input.isRequired, undefined);
  });

  it('keeps the subject of the dossier, also where that is not in the list any more', () => {
    assert.equal(fieldOf('Kosten').proposed, 'Kosten');
    assert.deepEqual(choicesOf(fieldOf('Vervoer')), ['none', ...subjects, 'Vervoer']);
    assert.equal(fieldOf('Vervoer').proposed, 'Vervoer');
  });
});
