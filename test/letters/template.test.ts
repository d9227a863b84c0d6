import assert from 'node:assert/strict';
import { filled, letterTemplate } from '../../src/letters/template.ts';

describe('a letter template', () => {
  it('is filled, and leaves out a section about what there is not', () => {
    const letter = filled('Geachte {{klager}},{{#namens}} namens {{namens}}{{/namens}}', [
      'klager',
      'namens',
    ]);
    assert.equal(letter({ klager: 'mevrouw Jansen', namens: '' }), 'Geachte mevrouw Jansen,');
    assert.equal(letter({ klager: 'mevrouw Jansen', namens: 'Tim' }), 'Geachte mevrouw Jansen, namens Tim');
  });

  it('ends a sentence once, also after a text that ends one itself', () => {
    const letter = filled('Bijgestaan door: {{klager}}. {{klager}}', ['klager']);
    assert.equal(letter({ klager: 'Visser B.V.' }), 'Bijgestaan door: Visser B.V. Visser B.V.');
    assert.equal(letter({ klager: 'Wie?' }), 'Bijgestaan door: Wie? Wie?');
    assert.equal(letter({ klager: 'Visser' }), 'Bijgestaan door: Visser. Visser');
  });

  it('takes what people wrote literally', () => {
    const hostile = '{{klager}} <b>&amp;</b> {{> x}} {{{y}}} ${z} \\ $& 😀 \u202Eשלום';
    assert.equal(filled('{{klager}}', ['klager'])({ klager: hostile }), hostile);
  });

  it('that names what no letter knows is refused before any letter is made', () => {
    assert.throws(() => filled('{{klagr}} {{#oordel}}x{{/oordel}}', ['klager']), /klagr, oordel/);
    for (const wrong of ['{{constructor}}', '{{.}}', '{{> klager}}{{x}}'])
      assert.throws(() => filled(wrong, ['klager']), wrong);
  });

  it('that is broken is refused with the name of its file', () => {
    assert.throws(() => filled('{{#klager}} open', ['klager']), /klager/);
    assert.throws(
      () => letterTemplate('acknowledgement', ['klager']),
      /letters\/acknowledgement\.txt: .*nummer/,
    );
  });

  it('may come from an editor of Windows', () => {
    const letter = filled('\uFEFFGeachte\r\n{{#klager}}\r\n{{klager}}\r\n{{/klager}}\r\n', ['klager']);
    assert.equal(letter({ klager: 'heer De Wit' }), 'Geachte\nheer De Wit');
  });
});
