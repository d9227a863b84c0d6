import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import { salutation } from '../../src/letters/salutation.ts';
import { aComplaint, facts } from './a-complaint.ts';

/** How people note a name, and what a secretary makes of it. */
const table: Record<string, Record<string, string>> = {
  'a title is written in full, however it was noted': {
    'Mevrouw Jansen': 'mevrouw Jansen',
    'mw. Jansen': 'mevrouw Jansen',
    'Mw Jansen': 'mevrouw Jansen',
    'mevr. Jansen': 'mevrouw Jansen',
    'MEVROUW Jansen': 'mevrouw Jansen',
    'de heer De Wit': 'heer De Wit',
    'De Heer De Wit': 'heer De Wit',
    'dhr. de Wit': 'heer De Wit',
    'Dhr.Jansen': 'heer Jansen',
    'meneer Jansen': 'heer Jansen',
    'Dhr./mevr. Jansen': 'heer/mevrouw Jansen',
    'de heer/mevrouw Jansen': 'heer/mevrouw Jansen',
  },
  'after a title only the surname stands, with a capital': {
    'mevrouw A. van den Berg-Öztürk': 'mevrouw Van den Berg-Öztürk',
    'dhr. J.P. van der Berg': 'heer Van der Berg',
    'dhr J P Jansen': 'heer Jansen',
    'dhr. J.Jansen': 'heer Jansen',
    'mw. Th.M. de Boer': 'mevrouw De Boer',
    'mevrouw Anna Maria van der Berg': 'mevrouw Van der Berg',
    'mevrouw Anna Jansen': 'mevrouw Jansen',
    'mevrouw A. (Anna) Jansen': 'mevrouw Jansen',
    'mevrouw A. Garcia Lopez': 'mevrouw Garcia Lopez',
    'mevrouw Anna Jansen-de Vries': 'mevrouw Jansen-de Vries',
    'mevrouw Jansen - de Vries': 'mevrouw Jansen-de Vries',
    'mevrouw Anne-Marie de Vries': 'mevrouw De Vries',
    "dhr. Zoë van 't Hof-d'Ávila": "heer Van 't Hof-d'Ávila",
    "mevrouw in 't Veld": "mevrouw In 't Veld",
    "mevrouw G. 't Hart": "mevrouw 't Hart",
    'mevrouw Fatima el Amrani': 'mevrouw El Amrani',
    'de heer Ben Jansen': 'heer Jansen',
    'meneer ijsbrand': 'heer IJsbrand',
    'de heer mr. dr. J. de Wit MSc': 'heer De Wit',
    'mevrouw De Vries, dochter van cliënt': 'mevrouw De Vries',
    'Jansen, mevrouw A.': 'mevrouw Jansen',
    'Berg, dhr. J. van der': 'heer Van der Berg',
  },
  'a couple or a family is one': {
    'de heer en mevrouw De Wit': 'heer en mevrouw De Wit',
    'dhr. en mw. de Wit': 'heer en mevrouw De Wit',
    'De heer J. en mevrouw A. de Wit': 'heer en mevrouw De Wit',
    'de heer De Wit en mevrouw A. Jansen': 'heer De Wit en mevrouw Jansen',
    'Familie de Wit': 'familie De Wit',
    'fam. van Dam': 'familie Van Dam',
    'de familie Jansen': 'familie Jansen',
    'Jan en Marie Jansen': 'Jan en Marie Jansen',
  },
  'a company is a heer or mevrouw unless somebody is named': {
    'Jansen Bouw B.V.': 'heer, mevrouw',
    'Jansen Bouw BV': 'heer, mevrouw',
    'Stichting De Brug': 'heer, mevrouw',
    'Buurtvereniging West': 'heer, mevrouw',
    'Schoonmaakbedrijf Smit': 'heer, mevrouw',
    'Gemeente Utrecht, afdeling Wmo': 'heer, mevrouw',
    'Jansen & Zonen': 'heer, mevrouw',
    'Jansen Bouw B.V. t.a.v. mevrouw A. de Vries': 'mevrouw De Vries',
    'mevrouw De Vries, Jansen Bouw B.V.': 'mevrouw De Vries',
  },
  'without a title nobody is made a man or a woman': {
    'Jan Jansen': 'Jan Jansen',
    'Anna van der Berg': 'Anna van der Berg',
    'Jan Jansen, Utrecht': 'Jan Jansen',
    'Ben de Wit': 'Ben de Wit',
    Jansen: 'heer/mevrouw Jansen',
    'van der Berg': 'heer/mevrouw Van der Berg',
    'J. de Wit': 'heer/mevrouw De Wit',
    'Jansen, J.': 'heer/mevrouw Jansen',
    'mr. A. Bos': 'heer/mevrouw Bos',
    'prof. dr. Anna Bos': 'heer/mevrouw Bos',
    Heerema: 'heer/mevrouw Heerema',
  },
  'who is not known is a heer or mevrouw, or what is known': {
    '': 'heer, mevrouw',
    onbekend: 'heer, mevrouw',
    'Naam onbekend': 'heer, mevrouw',
    'Anonieme klager': 'heer, mevrouw',
    'de moeder van Tim': 'heer, mevrouw',
    'N.N.': 'heer, mevrouw',
    '?': 'heer, mevrouw',
    constructor: 'heer/mevrouw Constructor',
    'a.jansen@voorbeeld.nl': 'heer, mevrouw',
    'mevrouw (naam onbekend)': 'mevrouw',
    'mevrouw onbekend': 'mevrouw',
    'een mevrouw': 'mevrouw',
    'mr. A.': 'heer, mevrouw',
  },
};

describe('the salutation', () => {
  for (const [rule, names] of Object.entries(table))
    it(`${rule}`, () => {
      const made = Object.keys(names).map((name) => [name, salutation(name)]);
      const wanted = Object.entries(names).map(([name, to]) => [name, `Geachte ${to}`]);
      assert.deepEqual(made, wanted);
    });

  it('opens the letter, and the address has the name as it was noted', () => {
    const complainant = { name: 'Jansen Bouw B.V.', address: 'Kade 1\n3511 AA Utrecht' };
    const letter = draftLetter('acknowledgement', aComplaint({ complainant }), facts());
    assert.match(letter, /^Jansen Bouw B\.V\.\nKade 1\n3511 AA Utrecht\n/);
    assert.match(letter, /\n\nGeachte heer, mevrouw,\n\n/);
  });
});
