import assert from 'node:assert/strict';
import { complainantTimeWords, daysLeftWords } from '../../src/teams/words.ts';

describe('the time that is left, in words', () => {
  for (const [workingDaysLeft, late, words] of [
    [3, false, 'nog 3 werkdagen'],
    [1, false, 'nog 1 werkdag'],
    [0, false, 'vandaag is de laatste dag'],
    [0, true, 'te laat'],
    [-1, true, '1 werkdag te laat'],
    [-2, true, '2 werkdagen te laat'],
  ] as const) {
    it(`is "${words}"`, () => assert.equal(daysLeftWords({ workingDaysLeft, late }), words));
  }

  for (const [daysLeft, words] of [
    [12, 'de klager heeft nog 12 dagen'],
    [1, 'de klager heeft nog 1 dag'],
    [0, 'vandaag is de laatste dag van de klager'],
    [-1, 'de tijd van de klager is voorbij'],
  ] as const) {
    it(`is "${words}" for what the complainant owes`, () =>
      assert.equal(complainantTimeWords(daysLeft), words));
  }
});
