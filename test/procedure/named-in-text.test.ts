import assert from 'node:assert/strict';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { namedIn, newlyNamedIn } from '../../src/procedure/model/named-in-text.ts';
import { desk, fatima, ingrid, lars, willem } from './people.ts';

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

  it('is found by first name alone, also as "Willems", and as an address writes them', () => {
    const texts: [string, Person][] = [
      ['Lars belt niet terug.', lars],
      ["Ik vond lars' toon kortaf", lars],
      ['Fatima was bot', fatima],
      ["Fatima's mail was bot", fatima],
      ['Willems mail was bot', willem],
      ['larsbrouwer was onbeleefd', lars],
      ['lbrouwer@ballance.example antwoordt niet', lars],
      ['lars.brouwer@ballance.example antwoordt niet', lars],
      ['felamrani antwoordt niet', fatima],
    ];
    for (const [text, { id }] of texts) assert.deepEqual(found(text), [id], text);
  });

  it('is found by a first name that is an everyday word only where that has its capital', () => {
    const withWil = { ...desk, officer: { ...lars, name: 'Wil Brouwer' } };
    assert.deepEqual(namedIn('Ik wil dat iemand belt.', withWil), []);
    assert.equal(namedIn('Ik belde Wil twee keer.', withWil).length, 1);
  });

  it('is newly named by surname where that was by first name alone', () => {
    const names = (text: string, before: string) => newlyNamedIn(text, before, desk).map(({ id }) => id);
    assert.deepEqual(names('Lars Brouwer belde niet', 'Lars belde niet'), [lars.id]);
    assert.deepEqual(names('Lars belde niet', 'De heer Brouwer belde niet'), []);
    assert.deepEqual(names('Lars belde nooit', 'Lars belde niet'), []);
  });

  it('is not found in another word', () => {
    for (const text of ['De bierbrouwerij', 'Brouwers belde', 'Larsen belde niet', 'Smits', 'Amrani', ''])
      assert.deepEqual(found(text), [], text);
  });
});
