import assert from 'node:assert/strict';
import { parseRegistration } from '../../../src/teams/buttons/registration.ts';
import { registrationForm } from '../../../src/teams/cards/registration-form.ts';
import type { Choice } from '../../../src/teams/form/fields.ts';
import { FormReader } from '../../../src/teams/form/form-reader.ts';
import { branchChoices, branchField } from '../../../src/teams/steps/ranges-and-choices.ts';
import { ballance } from '../../letters/an-organisation.ts';
import { desk } from '../../procedure/people.ts';
import { bare, today } from '../a-dossier.ts';
import { inputsOf } from '../card-parts.ts';
import { settingOf } from '../form-examples.ts';

const fieldOf = (branch: string | undefined, organisation = ballance) =>
  branchField('Vestiging', settingOf(bare({ branch }), { organisation }));

const filled = {
  ...{ complainantName: 'Jan', origin: 'client', summary: 'Niet gebeld.' },
  ...{ receivedOn: today, manner: 'oral' },
};

const titles = ({ input }: ReturnType<typeof fieldOf>) =>
  (input.choices as { title: string }[]).map(({ title }) => title);

describe('the field for a branch', () => {
  it('offers the branches of the organisation, and none', () => {
    assert.deepEqual(titles(fieldOf(undefined)), ['Geen', 'Arnhem', 'Utrecht']);
    assert.equal(fieldOf(undefined).proposed, 'Geen');
    assert.equal(fieldOf('Utrecht').proposed, 'Utrecht');
  });

  it('keeps a branch that is recorded and no longer among them', () => {
    assert.deepEqual(titles(fieldOf('Ede')), ['Geen', 'Arnhem', 'Utrecht', 'Ede']);
    assert.equal(fieldOf('Ede').proposed, 'Ede');
  });

  it('is a line of text where the organisation names none', () => {
    const field = fieldOf('Ede', { ...ballance, branches: [] });
    assert.deepEqual([field.input.type, field.proposed], ['Input.Text', 'Ede']);
  });

  it('is asked so in the registration form too, with what was typed in an older one', () => {
    const inputOf = (branches: Choice[], values = {}) =>
      inputsOf(registrationForm({ formId: '1', today, desk, branches, values, errors: {} })).find(
        ({ id }) => id === 'branch',
      );
    assert.equal(inputOf([])?.type, 'Input.Text');
    const blank = inputOf(branchChoices(ballance.branches));
    assert.deepEqual([blank?.type, blank?.value], ['Input.ChoiceSet', 'Geen']);
    const typed = inputOf(branchChoices(ballance.branches, 'Ede'), { branch: 'Ede' });
    assert.deepEqual(
      [typed?.value, ((typed?.choices ?? []) as Choice[]).map(({ value }) => value)],
      ['Ede', ['Geen', 'Arnhem', 'Utrecht', 'Ede']],
    );
    const read = (branch: string) => {
      const parsed = parseRegistration({ ...filled, branch }, today);
      return 'value' in parsed ? parsed.value.branch : parsed.errors;
    };
    assert.deepEqual(['Geen', 'Arnhem'].map(read), [undefined, 'Arnhem']);
  });

  it('reads what was chosen, also from a form that is older than the settings', () => {
    const read = (branch: string) => fieldOf('Ede').read(new FormReader({ branch }), 'branch');
    assert.deepEqual(['Utrecht', 'Delft', 'Geen', ''].map(read), ['Utrecht', 'Delft', undefined, undefined]);
  });
});
