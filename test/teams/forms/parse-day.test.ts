import assert from 'node:assert/strict';
import { parseDay } from '../../../src/teams/forms.ts';

describe('a day that somebody types', () => {
  for (const text of [
    '2026-12-24',
    '24-12-2026',
    '24/12/2026',
    '24 december 2026',
    ' 24 DEC 2026 ',
    '24.12.2026',
  ]) {
    it(`is understood: ${text}`, () => assert.equal(parseDay(text), '2026-12-24'));
  }

  it('may be short', () => assert.equal(parseDay('1-3-2027'), '2027-03-01'));
  it('knows that maart is shortened to mrt', () => assert.equal(parseDay('1 mrt 2027'), '2027-03-01'));

  for (const text of [
    '',
    '30-2-2026',
    '24-13-2026',
    '24 brumaire 2026',
    '24-12-26',
    '24 2026',
    'morgen',
    '1e5',
  ]) {
    it(`is not guessed at: ${JSON.stringify(text)}`, () => assert.equal(parseDay(text), undefined));
  }
});
