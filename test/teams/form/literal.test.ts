import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { readable } from '../../../src/letters/readable.ts';
import { escaped, literal, paragraphs, shortened } from '../../../src/teams/form/text.ts';

describe('text on a card', () => {
  it('comes back from an input as it was typed', () => {
    const text = 'op {{DATE(2026-01-01,SHORT)}} en {{{time(x)}}';
    assert.doesNotMatch(literal(text), /\{\{\s*(DATE|TIME)/i);
    assert.equal(readable(literal(text)), text);
  });

  it('reads the same after Markdown when it was escaped', () => {
    const text = '1. **a** _b_ [c](https://d) <i>e</i> # `f` & ~g~ | 2) !h';
    const html = new MarkdownIt({ html: false }).renderInline(escaped(text));
    const shown = html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
    assert.equal(shown, text);
  });

  it('keeps its lines, and every word of a text of very many lines', () => {
    assert.deepEqual(paragraphs('een\n\n  twee  \nddrie'), ['een', 'twee', 'ddrie']);
    const words = Array.from({ length: 500 }, (_, i) => `woord${i}`);
    assert.ok(paragraphs(words.join('\n')).length <= 20);
    assert.deepEqual(paragraphs(words.join('\n')).join(' ').split(' '), words);
  });

  it('is never cut through the middle of an emoji', () => {
    assert.equal(shortened('😀😀😀', 2), '😀…');
    assert.equal(shortened('😀😀', 2), '😀😀');
  });

  it('is gone where there is no room for it', () => assert.equal(shortened('een lang verhaal', 0), ''));
});
