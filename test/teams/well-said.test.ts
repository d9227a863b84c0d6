import assert from 'node:assert/strict';
import type { Card } from '../../src/teams/cards/template.ts';
import { examples } from './card-examples.ts';
import { countedExamples } from './counted-examples.ts';
import { saidBy } from './told/what-it-says.ts';
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
