import assert from 'node:assert/strict';
import type { Card } from '../../src/teams/cards/template.ts';
import { fieldsOf, parts, textOf } from '../e2e/a-card.ts';
import { desk } from './a-dossier.ts';
import { examples } from './card-examples.ts';
import { plausible } from './typed.ts';

type Input = { id: string; label: string; choices?: { value: string }[]; isMultiSelect?: boolean };

const inputsOf = (card: Card) =>
  parts(card).filter(({ type }) => String(type).startsWith('Input.')) as (Input & Record<string, unknown>)[];

/** The fields of a card in which Teams searches for a colleague, which it does not do on a telephone. */
const pickersOf = (card: Card) => inputsOf(card).filter((input) => input['choices.data']);

/** The label of the field in which a name is typed instead, in the same form or in the one that its text points to. */
const nameFields: readonly [picker: RegExp, name: (row: string) => string, form?: string][] = [
  [/^Over wie gaat de klacht( ook)?\?$/, () => 'Naam van de collega', 'correct-facts form'],
  [/^Wie zorgt voor maatregel (\d)\?$/, (row) => `Naam bij maatregel ${row} (als zoeken niet lukt)`],
];

describe('a form on a telephone, where no colleague can be searched for', () => {
  const cards = examples(plausible);
  const forms = Object.entries(cards).filter(([, card]) => pickersOf(card).length > 0);

  it('is there in every place where somebody is chosen', () => {
    const labels = new Set(forms.flatMap(([, card]) => pickersOf(card).map(({ label }) => label)));
    for (const [picker] of nameFields)
      assert.ok(
        [...labels].some((label) => picker.test(label)),
        `${picker}`,
      );
    assert.ok(forms.length >= 8, String(forms.map(([name]) => name)));
  });

  for (const [name, card] of forms)
    it(`lists who can be chosen without searching, and takes a name of anybody else: ${name}`, () => {
      const fields = fieldsOf(card);
      for (const { label, choices = [] } of pickersOf(card)) {
        const [picker, nameOf, elsewhere] = nameFields.find(([one]) => one.test(label)) ?? assert.fail(label);
        const named = nameOf(picker.exec(label)?.[1] ?? '');
        const listed = choices.map(({ value }) => value);
        assert.ok(listed.includes(desk.officer.id), `${label} lists ${listed}`);
        if (named in fields) continue;
        assert.ok(elsewhere, `${label} has no ${named}`);
        assert.match(
          textOf(card),
          /kun je niet zoeken, zoals op een telefoon\? Zet de naam dan bij “Gegevens corrigeren”/,
        );
        assert.ok(named in fieldsOf(cards[elsewhere]), `${elsewhere} has no ${named}`);
      }
    });

  it('lists everybody who can be chosen where only few can: nothing is searched for', () => {
    const ids = new Set([desk.officer, ...desk.substitutes, ...desk.board].map(({ id }): string => id));
    const fixed = Object.values(cards).flatMap((card) =>
      inputsOf(card).filter(
        (input) => !input['choices.data'] && input.choices?.some(({ value }) => ids.has(value)),
      ),
    );
    const labels = new Set(fixed.map(({ label }) => label));
    for (const label of ['Aan wie', 'Tweede vertegenwoordiger', 'Wie leidt het gesprek?', 'Van wie'])
      assert.ok(labels.has(label), `${label} is not among ${[...labels]}`);
  });
});
