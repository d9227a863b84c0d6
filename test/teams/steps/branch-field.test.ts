import assert from 'node:assert/strict';
import { FormReader } from '../../../src/teams/form/form-reader.ts';
import { branchField } from '../../../src/teams/steps/ranges-and-choices.ts';
import { ballance } from '../../letters/an-organisation.ts';
import { bare } from '../a-dossier.ts';
import { settingOf } from '../form-examples.ts';

const fieldOf = (branch: string | undefined, organisation = ballance) =>
  branchField('Vestiging', settingOf(bare({ branch }), { organisation }));

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

  it('reads what was chosen, also from a form that is older than the settings', () => {
    const read = (branch: string) => fieldOf('Ede').read(new FormReader({ branch }), 'branch');
    assert.deepEqual(['Utrecht', 'Delft', 'Geen', ''].map(read), ['Utrecht', 'Delft', undefined, undefined]);
  });
});
