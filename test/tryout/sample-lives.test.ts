import assert from 'node:assert/strict';
import { personId } from '../../src/procedure/model/person-id.ts';
import { type Cast, lives } from '../../src/tryout/sample-lives.ts';

const cast: Cast = { id: (part) => personId(part), name: (part) => part, day: () => '2026-11-23' };

describe('the lives of the sample', () => {
  for (const [register, acknowledge] of lives.map((life) => [
    life[0],
    life.find(({ step }) => step === 'acknowledge'),
  ]))
    if (register && acknowledge) {
      const { summary = '', wording = summary } = { ...register.typed(cast), ...acknowledge.typed(cast) };
      it(`speak in their letters to the complainant, and not about them: ${summary}`, () => {
        assert.doesNotMatch(
          wording,
          /\b(?:zij|hij|haar|hem)\b|\bzijn (?:afspraak|plan|traject|vraag|zoon|dochter)\b/i,
        );
      });
    }
});
