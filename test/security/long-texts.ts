/** Bytes that a request of Teams may have; what comes in anywhere is no longer. */
export const longest = 256 * 1024;

/** What is repeated: each class of characters that some pattern or parser looks at. */
const units = [
  ...[
    ' ',
    '\n',
    '\t',
    '\r\n',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\u0085',
    '\v',
    '!',
    '?',
    '.',
    ',',
    ';',
    ':',
    '-',
    '_',
  ],
  ...[
    '@',
    '&',
    '&amp;',
    '&nbsp;',
    '&#',
    '<',
    '>',
    '</',
    '<at>',
    '<at ',
    '<at></at>',
    '<!--',
    '"',
    "'",
    '`',
    '\\',
  ],
  ...['[', ']', '(', ')', '{', '{{', '{{ ', '{{DATE(', '${', '$', '*', '#', '|', '~', '/', '=', '+', '%'],
  ...[
    '0',
    '1',
    '9',
    'a',
    'Z',
    'é',
    'e\u0301',
    '\u0301',
    '😀',
    '👩🏽‍⚖️',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u{E0041}',
    '﷽',
  ],
  ...['a@', 'a.', '1-', '1/', '1 ', 'k-', 'a;', '\n ', ' \n', '- ', '. ', ', ', 'a ', '\ud800'],
  ...[
    '<div>',
    '<p>x',
    '<b>',
    '<table><tr><td>',
    '<ul><li>',
    '<a href=x>',
    '<img alt=x>',
    '<br>',
    '<pre>\n',
    '<h1>',
  ],
  ...['<td colspan=99999 rowspan=99999>x', '<script>', '<style>', '<svg>', '<emoji alt="x">', '</p>'],
];

/** Texts before and after a long run, so that a pattern begins to match and fails late. */
const begun: [start: string, unit: string, end: string][] = [
  ...[' ', '\n', '0', '!', '<at>'].map((unit): [string, string, string] => ['termijnen 1', unit, 'abc']),
  ...['a', '.', '-'].map((unit): [string, string, string] => ['a@b', unit, '@']),
];

/** A text of about that many bytes, for each of them. */
export const longTexts = (bytes: number): [what: string, text: string][] =>
  [...units.map((unit): [string, string, string] => ['', unit, '']), ...begun].map(([start, unit, end]) => [
    JSON.stringify(start + unit),
    start + unit.repeat(Math.floor(bytes / Buffer.byteLength(unit))) + end,
  ]);

/** One of each kind of them, for where nothing else is done with a text than with any other. */
export const someLongTexts = (bytes: number): [what: string, text: string][] =>
  longTexts(bytes).filter(([what]) => some.includes(JSON.parse(what)));

const some = [' ', '\n', '\u00a0', '!', '<at>', '<', '"', '0', 'a', '😀', 'termijnen 1 ', 'a@ba@'];

/** Texts with two runs, one after the other. */
export const twoRuns = (bytes: number): [what: string, text: string][] =>
  [' ', '\n', '\t', '\u00a0', '-', '.', '0'].map((unit) => {
    const run = unit.repeat(Math.floor(bytes / 2 / Buffer.byteLength(unit)));
    return [`x${JSON.stringify(unit)}abc`, `termijnen 1${run}abc${run}x`];
  });

/** Markup that is small, or deep, or wide, and asks for more than it is. */
export const bombs: [what: string, markup: string][] = [
  ['one cell as wide as it says', '<table><tr><td colspan=100000 rowspan=100000>x</td></tr></table>'],
  ['many such cells', '<table><tr><td colspan=9999 rowspan=9999>x</td></tr></table>'.repeat(700)],
  ['tables in tables', '<table><tr><td colspan=99 rowspan=99>'.repeat(1000)],
  ['a list from a number that is too large', '<ol start=999999999999999999999><li>x</li></ol>'.repeat(1000)],
  ['a thousand attributes', `<p ${'a=b '.repeat(60_000)}>x</p>`],
  ['deep and closed', `${'<div>'.repeat(20_000)}diep${'</div>'.repeat(20_000)}`],
];
