import assert from 'node:assert/strict';
import { typedTexts } from '../../../src/teams/cards/notice.ts';
import { examples } from '../card-examples.ts';
import { inputsOf } from '../card-parts.ts';

describe('what was typed and could not be taken in', () => {
  const fields = Object.values(examples('Een tekst.'))
    .flatMap(inputsOf)
    .filter(({ type }) => type === 'Input.Text')
    .map(({ id, label }) => ({ id: String(id), label: String(label) }));

  it('is shown again of every field of every form in which somebody writes', () => {
    assert(new Set(fields.map(({ id }) => id)).size > 20);
    const lost = fields.filter(({ id }) => typedTexts({ [id]: 'Een tekst.' }).length === 0);
    assert.deepEqual(lost, []);
  });

  it('stands under the label of the form, or under one that fits all forms with such a field', () => {
    const labels = Map.groupBy(fields, ({ id }) => id);
    for (const [id, asked] of labels) {
      const inForms = new Set(asked.map(({ label }) => label));
      const [shown] = typedTexts({ [id]: 'Een tekst.' });
      if (inForms.size === 1) assert.equal(shown?.label, [...inForms][0], id);
    }
  });
});
