import assert from 'node:assert/strict';
import { english, faultInEnglish } from '../../src/feedback/english.ts';
import { dutch } from '../../src/feedback/words.ts';
import { readFeedback } from '../../src/register/website-form.ts';

/** Every text in an object of words, those that are made with what is filled in too. */
const textsIn = (words: object): string[] =>
  Object.values(words).flatMap((one) =>
    typeof one === 'function' ? String(one('3', '4')) : typeof one === 'object' ? textsIn(one) : String(one),
  );

describe('the words of the form of the website', () => {
  it('has every fault of a field in English too', () => {
    const faults = [
      {},
      { naam: 5, inhoud: 'x'.repeat(2_001), email: 'geen' },
      { naam: 'a', inhoud: '\n'.repeat(1_000).replaceAll('\n', 'a\n'), postadres: 'a\n'.repeat(60) },
    ].flatMap((typed) => {
      const read = readFeedback(typed);
      return 'errors' in read ? Object.values(read.errors) : [];
    });
    assert.equal(new Set(faults.map((one) => one.replaceAll(/\d+/g, ''))).size, 6);
    for (const fault of faults) assert.notEqual(faultInEnglish(fault), fault);
  });

  it('speaks to “u”, in short sentences, and says the same in both', () => {
    const texts = textsIn(dutch);
    for (const text of texts) {
      assert.doesNotMatch(text, /\b(je|jij|jouw|jullie)\b|—|e-mail ons|teneinde|middels/i);
      for (const sentence of text.split(/(?<=[.?!:]) /))
        assert.ok(sentence.split(' ').length <= 26, sentence);
    }
    assert.equal(textsIn(english).length, texts.length);
  });
});
