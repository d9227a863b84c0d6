import assert from 'node:assert/strict';
import { keptText } from '../../../src/teams/buttons/kept-text.ts';
import { examples } from '../card-examples.ts';
import { inputsOf } from '../card-parts.ts';

const words = 'Een tekst.';

/** What is kept of those fields when the form under that button cannot come back. */
const kept = (verb: string, ids: readonly string[]) =>
  keptText({
    verb,
    pressed: { number: '', version: 0, form: '', input: Object.fromEntries(ids.map((id) => [id, words])) },
  });

/** The verb of the button that sends a form. */
const sends = (card: unknown): string => {
  const { actions } = card as { actions: { verb?: string }[] };
  return actions[0]?.verb ?? assert.fail(JSON.stringify(actions));
};

describe('what was typed in a refused form', () => {
  const forms = Object.entries(examples(words)).flatMap(([name, card]) => {
    const fields = inputsOf(card).filter(({ type }) => type === 'Input.Text');
    return fields.length > 0 ? [{ name, verb: sends(card), fields }] : [];
  });

  it('is shown again of every field of every form in which somebody writes, under its own label', () => {
    assert(forms.length > 30, `${forms.length}`);
    for (const { name, verb, fields } of forms) {
      const shown = kept(
        verb,
        fields.map(({ id }) => String(id)),
      );
      assert.deepEqual(
        shown.map(({ label }) => label).sort(),
        fields.map(({ label }) => String(label)).sort(),
        name,
      );
      assert(shown.every(({ lines }) => lines.join() === words));
    }
  });

  it('is shown again also under a button that is no more', () => {
    for (const { fields } of forms)
      for (const { id } of fields) assert.equal(kept('an-old-button', [String(id)]).length, 1, String(id));
  });
});
