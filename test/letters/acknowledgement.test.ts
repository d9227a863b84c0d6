import assert from 'node:assert/strict';
import { draftLetter } from '../../src/letters/draft-letter.ts';
import type { Complaint } from '../../src/procedure/model/complaint.ts';
import type { LocalDate } from '../../src/time/local-date.ts';
import { joris, sanne } from '../procedure/people.ts';
import { aComplaint, facts } from './a-complaint.ts';

const draft = (change: Partial<Complaint> = {}) =>
  draftLetter('acknowledgement', aComplaint(change), facts({ today: '2026-04-02' }));

describe('the letter that confirms receipt (Art. 5)', () => {
  it('says what was received when, under which number', () => {
    assert.match(
      draft(),
      /Op 1 april 2026 hebben wij uw klacht ontvangen\. U hebt de klacht mondeling ingediend\./,
    );
    assert.match(draft(), /onder nummer K-2026-0001/);
    assert.match(draft(), /Er is drie weken niet teruggebeld\./);
  });

  it('explains what follows, article by article, and until when', () => {
    assert.match(
      draft(),
      /Uiterlijk woensdag 22 april 2026 krijgt u van ons een schriftelijk antwoord.*artikel 6/,
    );
    assert.match(
      draft(),
      /binnen een maand nadat u ons antwoord hebt, met een brief of een e-mail \(artikel 7\)/,
    );
    assert.match(draft(), /artikel 8/);
    assert.match(draft(), /naar de rechter gaan \(artikel 10\)/);
  });

  it('tells the complainant of the right to be assisted (Art. 3), and by whom it is done', () => {
    assert.match(draft(), /bijstaan door een of meer deskundigen die u zelf kiest \(artikel 3\)/);
    assert.match(draft({ experts: 'mr. Bos' }), /wordt bijgestaan door: mr\. Bos/);
    assert.doesNotMatch(draft(), /wordt bijgestaan door/);
  });

  it('says whom Ballance wants to hear, how that goes, and that the answer names whom it did not (Algemeen)', () => {
    assert.match(
      draft(),
      /- Wij willen u en degene over wie u klaagt eerst om een reactie vragen\. Wij kunnen u daarvoor bellen of schrijven\. Lukt dat niet, dan staat in ons antwoord wie wij niet hebben gehoord\.\n/,
    );
    assert.match(
      draft({ respondents: [joris, sanne] }),
      /Wij willen u en degenen over wie u klaagt eerst om een reactie vragen/,
    );
    assert.match(
      draft({ respondents: [] }),
      /- Wij willen u eerst om een reactie vragen\. Wij kunnen u daarvoor bellen of schrijven/,
    );
    const theirs = { on: '2026-04-01', text: 'Ik belde.' } as const;
    assert.match(
      draft({ statements: [theirs] }),
      /- Wij willen degene over wie u klaagt eerst om een reactie vragen\. Lukt dat niet, dan staat/,
    );
    const both = [theirs, { of: joris, on: '2026-04-02', text: 'Ik was ziek.' } as const];
    assert.doesNotMatch(draft({ statements: both }), /om een reactie|contact met u op/);
    // Who sees the dossier says it once more only of whom it is about, and asks nobody there.
    for (const statements of [[], [theirs], both])
      assert.match(draft({ statements }), /Wij laten degene over wie u klaagt het dossier niet lezen\./);
  });

  it('promises the answer for the day that was chosen where that of Art. 6 has passed, with one excuse for both', () => {
    const late = (answerBy?: LocalDate) =>
      draftLetter('acknowledgement', aComplaint(), facts({ today: '2026-04-23', answerBy }));
    const text = late('2026-04-30');
    assert.match(
      text,
      /bevestiging is te laat\. .* Ook ons antwoord komt te laat: u had het uiterlijk woensdag 22 april 2026 moeten hebben\. Onze excuses daarvoor\.\n/,
    );
    assert.match(
      text,
      /\n- Uiterlijk donderdag 30 april 2026 krijgt u van ons een schriftelijk antwoord\. .*\(artikel 6\)\.\n/,
    );
    assert.doesNotMatch(text, /zo snel mogelijk/);
    assert.match(
      late(),
      /- U krijgt van ons een schriftelijk antwoord\. .* Wij sturen het zo snel mogelijk\.\n/,
    );
    for (const one of [text, late()]) assert.equal(one.match(/excuses/g)?.length, 1);
    const inTime = draftLetter(
      'acknowledgement',
      aComplaint(),
      facts({ today: '2026-04-22', answerBy: '2026-04-30' }),
    );
    assert.match(inTime, /- Uiterlijk woensdag 22 april 2026 krijgt u/);
  });

  it('names the stakeholder when the complainant speaks for somebody', () => {
    const complainant = { name: 'Mevrouw Jansen', representing: 'haar zoon Tim' };
    assert.match(draft({ complainant }), /U deed dat namens uw zoon Tim\./);
    const formal = { ...complainant, representing: 'Tim Jansen' };
    assert.match(draft({ complainant: formal }), /U deed dat namens Tim Jansen\./);
    assert.doesNotMatch(draft(), /namens/);
  });
});
