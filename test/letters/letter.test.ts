import assert from 'node:assert/strict';
import { acknowledgementDraft } from '../../src/letters/letter.ts';
import { filled } from '../../src/letters/template.ts';
import type { Complaint } from '../../src/procedure/complaint.ts';

const lars = { id: '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02', name: 'Lars Brouwer' };

const complaint: Complaint = {
  number: 'K-2026-0001',
  stage: 'registered',
  registeredOn: '2026-11-23',
  receivedOn: '2026-11-23',
  receiver: lars,
  handler: { person: lars, role: 'officer' },
  complainant: { name: 'Mevrouw Jansen' },
  origin: 'client',
  manner: 'oral',
  summary: 'Niemand belt terug.',
  respondents: [],
};

const facts = { handlerName: lars.name, answerDueOn: '2026-12-14', today: '2026-11-24' };
const draft = (change: Partial<Complaint> = {}) => acknowledgementDraft({ ...complaint, ...change }, facts);

describe('the letter that confirms receipt (Art. 5)', () => {
  it('says what was received when, under which number', () => {
    assert.match(
      draft(),
      /Op 23 november 2026 hebben wij uw klacht ontvangen\. U hebt de klacht mondeling ingediend\./,
    );
    assert.match(draft(), /onder nummer K-2026-0001/);
    assert.match(draft(), /Niemand belt terug\./);
  });

  it('says who handles it and who signs', () => {
    assert.match(draft(), /Lars Brouwer, klachtenfunctionaris van Ballance, behandelt uw klacht/);
    assert.match(draft({ handler: { person: lars, role: 'board' } }), /lid van de directie/);
  });

  it('explains what follows, article by article', () => {
    assert.match(draft(), /Uiterlijk 14 december 2026 krijgt u van ons een schriftelijk antwoord.*artikel 6/);
    assert.match(draft(), /binnen een maand \(artikel 7\)/);
    assert.match(draft(), /artikel 8/);
    assert.match(draft(), /naar de rechter gaan \(artikel 10\)/);
  });

  it('tells the complainant of the right to be assisted (Art. 3), and by whom it is done', () => {
    assert.match(draft(), /bijstaan door een of meer deskundigen die u zelf kiest \(artikel 3\)/);
    assert.match(draft({ experts: 'mr. Bos' }), /wordt bijgestaan door: mr\. Bos/);
    assert.doesNotMatch(draft(), /wordt bijgestaan door/);
  });

  it('names the stakeholder when the complainant speaks for somebody', () => {
    const complainant = { name: 'Mevrouw Jansen', representing: 'haar zoon Tim' };
    assert.match(draft({ complainant }), /namens haar zoon Tim\./);
    assert.doesNotMatch(draft(), /namens/);
  });

  it('takes what people wrote literally', () => {
    assert.match(
      draft({ summary: '{{number}} <b>&amp;</b> {{> x}}' }),
      /\{\{number\}\} <b>&amp;<\/b> \{\{> x\}\}/,
    );
  });
});

describe('a letter template', () => {
  it('refuses to leave a spot empty that it has no text for', () => {
    const letter = filled('Geachte {{name}}, {{#since}}sinds {{since}}{{/since}}');
    assert.throws(() => letter({ name: 'mevrouw Jansen' }), /since/);
    assert.throws(() => letter({ since: 'gisteren' }), /name/);
    assert.equal(letter({ name: 'mevrouw Jansen', since: '' }), 'Geachte mevrouw Jansen, ');
  });

  it('is not misled by the names of what every object has', () => {
    assert.throws(() => filled('{{constructor}}')({}), /constructor/);
  });
});
