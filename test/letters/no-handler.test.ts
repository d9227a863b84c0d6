import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import type { AnyStage } from '../../src/procedure/model/complaint.ts';
import { sanne } from '../procedure/people.ts';
import { aComplaint, facts } from './a-complaint.ts';

describe('the letter that nobody may handle a complaint (Art. 5 and 10)', () => {
  const writer = { name: sanne.name, role: 'colleague' } as const;
  const draft = (change: Partial<AnyStage> = {}) =>
    draftLetter('no-handler', aComplaint({ handler: undefined, ...change }), facts({ writer }));

  it('says what does not come, in plain words, with excuses', () => {
    assert.match(
      draft(),
      /U krijgt dan geen antwoord en geen beslissing van ons, of pas later dan in onze klachtenregeling staat\..*excuses aan\./,
    );
  });

  it('holds what the complaint is, who may assist (Art. 3), how long it is kept, and where the regulation stands', () => {
    assert.match(draft(), /Waar gaat uw klacht over\?\nEr is drie weken niet teruggebeld\.\n/);
    assert.match(draft(), /deskundigen die u zelf kiest \(artikel 3\)/);
    assert.match(draft({ experts: 'mr. Bos' }), /wordt bijgestaan door: mr\. Bos\./);
    assert.match(draft(), /Wij bewaren uw gegevens tot 5 jaar na het afsluiten van uw klacht/);
    assert.match(draft(), /Onze klachtenregeling staat op https:/);
  });

  it('says how what they write stays with who registered it, and not with whom it is about', () => {
    assert.match(draft(), /Zet daar dan boven: persoonlijk, voor Sanne de Vries\./);
    assert.match(draft(), /Niemand leest bij ons het dossier van een klacht over zichzelf\./);
    assert.doesNotMatch(draft(), /\[/);
  });
});
