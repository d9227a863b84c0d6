import assert from 'node:assert/strict';
import { plainText } from '../../../src/teams/task-modules/message-text.ts';

describe('a message of Teams as plain text', () => {
  const examples: [what: string, html: string, text: string][] = [
    ['paragraphs', '<p>Goedemiddag,</p>\n<p>Niemand belt terug.</p>', 'Goedemiddag,\n\nNiemand belt terug.'],
    ['line ends', '<div>een<br>twee</div>', 'een\ntwee'],
    ['a mention', '<p><at id="0">Lars Brouwer</at>, kijk eens</p>', 'Lars Brouwer, kijk eens'],
    ['entities', '<p>Vis &amp; co &lt;b&gt;&nbsp;x</p>', 'Vis & co <b> x'],
    ['an emoji', '<p>boos <emoji id="angry" alt="😠" title="Boos"></emoji></p>', 'boos 😠'],
    ['an older emoji', '<p>boos <img itemtype="http://schema.skype.com/Emoji" alt="😠"></p>', 'boos 😠'],
    ['a list', '<ul><li>een</li><li>twee</li></ul>', '* een\n * twee'],
    ['a heading', '<h1>Klacht</h1><p>tekst</p>', 'Klacht\n\ntekst'],
    ['an attachment', '<p>Zie bijlage</p><attachment id="1"></attachment>', 'Zie bijlage'],
    ['a link', '<a href="https://x.example/a">hier</a>', 'hier [https://x.example/a]'],
    ['a bare link', '<a href="https://x.example/a">https://x.example/a</a>', 'https://x.example/a'],
    ['what hides', '<style>p{}</style><script>alert(1)</script><p>tekst</p>', 'tekst'],
    ['nothing', '', ''],
  ];
  for (const [what, html, text] of examples)
    it(`is what it reads like: ${what}`, () => assert.equal(plainText(html), text));

  it('has no bottom to fall through', () => {
    const depth = 20_000;
    assert.equal(typeof plainText(`${'<div>'.repeat(depth)}diep${'</div>'.repeat(depth)}`), 'string');
    assert.equal(typeof plainText('<'.repeat(depth)), 'string');
  });

  it('takes a message of 250 kB in the time that a press may take', () => {
    const began = performance.now();
    plainText('<p>Niemand belt <b>ooit</b> terug.</p>'.repeat(6_500));
    plainText(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(3_000)}</table>`);
    assert.ok(performance.now() - began < 3_000, `${performance.now() - began} ms`);
  });
});
