import assert from 'node:assert/strict';
import type { Complainant } from '../../../src/procedure/model/complainant.ts';
import {
  complainantIn,
  isSameComplainant,
  withoutComplainant,
} from '../../../src/procedure/model/complainant-in-text.ts';

const pietersen: Complainant = {
  name: 'Mevrouw A. van den Berg-Öztürk',
  representing: 'haar moeder, mevrouw Jansen',
  email: 'a.berg@example.nl',
  phone: '06 12 34 56 78',
  address: 'Kerkstraat 1\n6811 AB Arnhem',
};

describe('Algemeen, "hoor en wederhoor": a text for a respondent does not tell who complains', () => {
  it('loses the name with its title, in every spelling of it', () => {
    for (const [text, said] of [
      ['Mevrouw Van den Berg-Öztürk is niet gebeld.', 'De klager is niet gebeld.'],
      ['Er is niet gebeld met mw. A. van den Berg.', 'Er is niet gebeld met de klager.'],
      ['Volgens ÖZTÜRK wachtte zij lang. Jansen ook.', 'Volgens de klager wachtte zij lang. De klager ook.'],
    ] as const)
      assert.equal(withoutComplainant(text, pietersen), said);
  });

  it('loses the small words of a name of any language, also where they have a capital', () => {
    for (const name of ['Mevrouw A. el Idrissi', 'Mevrouw A. El Idrissi', 'Idrissi', 'mw Bint al-Idrissi'])
      for (const [text, said] of [
        ['Mevrouw El Idrissi had bericht moeten krijgen.', 'De klager had bericht moeten krijgen.'],
        ['Terugbellen met mevrouw el Idrissi', 'Terugbellen met de klager'],
        ['Excuses aan de heer El Idrissi', 'Excuses aan de klager'],
        ['De brief van Idrissi en Joris', 'De brief van de klager en Joris'],
        ['Joris en mevrouw Idrissi', 'Joris en de klager'],
      ] as const)
        assert.equal(withoutComplainant(text, { name }), said, name);
    const all = 'Wij belden meneer bin al Rashid, en Yasmina da Costa ook.';
    assert.equal(
      withoutComplainant(all, { name: 'Omar bin al Rashid', representing: 'Yasmina da Costa' }),
      'Wij belden de klager, en de klager ook.',
    );
  });

  it('loses every way to reach them', () => {
    const text =
      'Bel 0612345678 of 06-12345678, mail A.Berg@example.nl, of ga naar kerkstraat 1 in 6811 AB Arnhem.';
    assert.equal(
      withoutComplainant(text, pietersen),
      'Bel (contactgegevens) of (contactgegevens), mail (contactgegevens), of ga naar (contactgegevens) in (contactgegevens).',
    );
  });

  it('keeps a text in which nothing tells it: a part of another word, a small word, an initial', () => {
    for (const text of ['De bergen zijn hoog.', 'Van a tot z.', 'Haar moeder belde.', '', 'Nummer 12.']) {
      assert.equal(withoutComplainant(text, pietersen), text);
      assert.equal(complainantIn(text, pietersen), undefined);
    }
    assert.equal(complainantIn('Wie dan ook.', { name: 'Onbekend' }), undefined);
  });

  it('is found by what stands there', () => {
    assert.equal(complainantIn('Wij belden mevrouw Jansen.', pietersen), 'mevrouw Jansen');
    assert.equal(complainantIn('Mail naar a.berg@example.nl.', pietersen), 'a.berg@example.nl');
    assert.equal(complainantIn('jan belde', { name: 'jan (de buurman)' }), 'jan');
    assert.equal(complainantIn('Kosten: 5 euro (vijf).', { name: 'Bakker+Zoon (BV)' }), undefined);
  });

  it('replaces each place once, in an address that repeats itself and of ways that overlap', () => {
    const line = 'Laan 5 Utrecht';
    const address = `${line}\n`.repeat(500);
    assert.equal(withoutComplainant(address, { name: 'Bo', address }), '(contactgegevens)\n'.repeat(500));
    const overlapping = { name: 'Bo', email: 'utrecht@example.nl', address: `${line}\nUtrecht` };
    assert.equal(withoutComplainant(`Ga naar ${line}.`, overlapping), 'Ga naar (contactgegevens).');
  });
});

describe('two complainants', () => {
  const jansen: Complainant = { name: 'De heer J. Jansen', email: 'jan@example.nl' };

  it('are the same by their address, their number, or a name of which nothing differs', () => {
    for (const other of [
      { name: 'Mevrouw P. Jansen', email: 'Jan@example.nl' },
      { name: 'dhr. J. Jansen' },
      { name: 'Jansen', phone: '06 12345678' },
    ])
      assert.equal(isSameComplainant(jansen, other), true, other.name);
  });

  it('are two people of one name where the title, the initials, the address or the number differs', () => {
    const other = [
      { name: 'Mevrouw Jansen' },
      { name: 'De heer P. Jansen' },
      { name: 'De heer J. Jansen', email: 'piet@example.nl' },
    ];
    for (const one of other) assert.equal(isSameComplainant(jansen, one), false, one.name);
    const phones = ['06 12345678', '06 87654321'].map((phone) => ({ name: 'Jansen', phone }));
    assert.equal(isSameComplainant(phones[0] ?? assert.fail(), phones[1] ?? assert.fail()), false);
  });
});
