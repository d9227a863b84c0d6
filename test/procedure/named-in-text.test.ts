import assert from 'node:assert/strict';
import { namedIn } from '../../src/procedure/model/named-in-text.ts';
import { desk, fatima, ingrid, lars } from './people.ts';

const found = (text: string) => namedIn(text, desk).map(({ id }) => id);

describe('who at the desk is named in a text', () => {
  it('is found by full name, with an initial, and by surname alone, whatever capitals and accents', () => {
    for (const text of [
      'Lars Brouwer belde niet.',
      'L. Brouwer belde niet.',
      'Ik sprak meneer brouwer, en hij was kortaf',
      'BROUWER!',
      'Dit is de schuld van Bróuwer.',
    ])
      assert.deepEqual(found(text), [lars.id], text);
    assert.deepEqual(found('Mevrouw El Amrani'), [fatima.id]);
    assert.deepEqual(found('Lars Brouwer en Ingrid Smit'), [lars.id, ingrid.id]);
  });

  it('is not found in another word, nor by a first name alone', () => {
    for (const text of ['De bierbrouwerij', 'Brouwers belde', 'Lars belde niet', 'Smits', 'Amrani', ''])
      assert.deepEqual(found(text), [], text);
  });
});
