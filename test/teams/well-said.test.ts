import assert from 'node:assert/strict';
import type { Card } from '../../src/teams/cards/template.ts';
import { examples } from './card-examples.ts';
import { inputsOf } from './card-parts.ts';
import { countedExamples } from './counted-examples.ts';
import { unknownNames } from './told/named.ts';
import { linesOf, saidBy } from './told/what-it-says.ts';
import { plausible } from './typed.ts';
import { faultsIn } from './well-said.ts';

/** What people typed, a line each: it is shown to the letter. */
const typed = Object.values(plausible).flatMap((text) => text.split('\n').filter(Boolean));

/** Lists what is badly said on a card. */
const badlySaid = (card: Card): string[] =>
  saidBy(card)
    .filter((line) => !typed.some((text) => line.includes(text)))
    .flatMap(faultsIn);

describe('the words of every card', () => {
  for (const [name, card] of Object.entries(examples(plausible)))
    it(`are well said: ${name}`, () => assert.deepEqual(badlySaid(card), []));

  for (const count of [0, 1, 2, 12])
    for (const [name, card] of Object.entries(countedExamples(count, plausible)))
      it(`agree with ${count}: ${name}`, () => assert.deepEqual(badlySaid(card), []));
});

describe('what a card tells its reader to press or type', () => {
  const isFileName = (text: string): boolean => /\.[a-z]\w{2,3}$/.test(text);
  const isTyped = (text: string): boolean =>
    ['pietersen', 'proef'].includes(text) ||
    isFileName(text) ||
    typed.some((line) => line.includes(text.replace(/…$/, '')));

  for (const [name, card] of Object.entries(examples(plausible))) {
    const isAtDesk = !/colleague|^my complaints|^registered|employee|statement|position/.test(name);
    const isForm = inputsOf(card).length > 0;
    const lines = linesOf(card);
    it(`is there: ${name}`, () =>
      assert.deepEqual(
        // A form says “go back”, and a card how to open the dossier, before they name a button that is there.
        unknownNames(card, isAtDesk, isTyped).filter(
          (one) =>
            !lines.some((line) => line.includes(`“${one}”`) && (isForm ? /\bterug\b/ : /\bopen/i).test(line)),
        ),
        [],
      ));
  }
});
