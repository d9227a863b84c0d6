/** A mark in every hostile text, by which it is recognised anywhere. */
export const mark = 'zqx7';

/** The result of `${...}` below, if a template engine computes it. */
export const computed = '7000021';

const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');

const markdown = [
  '[klik hier](https://evil.example)',
  '![foto](https://evil.example/x.png)',
  '**vet** __ook__ _schuin_ ~~weg~~',
  '# kop',
  '\n\n- een\n- twee\n1. drie',
  '> citaat',
  '`code` ```blok```',
  '<https://evil.example>',
  '[x]: https://evil.example "x"\n[x]',
  '\\[niet\\](zo)',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '***\n---\n===',
];

const markup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">klik</a>',
  '<at>Lars Brouwer</at>',
  '<at id="0">Klachtenbot</at> koppel',
  '<b>vet</b><br/>&lt;i&gt; &amp;amp; &#60;u&#62;',
  '<!-- --><![CDATA[ x ]]>',
  '"><svg/onload=alert(1)>',
];

const templates = [
  '${1000003*7}',
  '${$root}',
  '${string(1000003*7)}',
  '${json(\'{"a":1}\')}',
  '${if(true,1000003*7,0)}',
  '{{1000003*7}}',
  '{{DATE(2026-11-23T10:00:00Z,SHORT)}}',
  '{{ TIME(2026-11-23T10:00:00Z) }}',
  '{{{summary}}} {{#complainant}}{{/complainant}}',
  '<%= 1000003*7 %> #{1000003*7} %{1000003*7}',
  '\\${x} $${x} ${',
];

/** Long runs on which a pattern with two adjacent repeats takes for ever to fail. */
const runs = [
  `termijnen 1${' '.repeat(1500)}abc${' '.repeat(1500)}x`,
  `${'!'.repeat(5000)}a`,
  '<at>'.repeat(2000),
  `x${' '.repeat(4000)}x`,
  `x${'\n '.repeat(2000)}x`,
  `a@${'a.'.repeat(2000)}@`,
  `${'1-'.repeat(2000)}x`,
  '{{'.repeat(2000),
  '\u200d'.repeat(3000),
  'e\u0301'.repeat(3000),
];

/** Markup that is deep or wide, or claims to be. */
const bulk = [
  '<table><tr><td colspan=100000 rowspan=100000>x</td></tr></table>',
  '<table><tr><td colspan=99 rowspan=99>'.repeat(100),
  '<div>'.repeat(2000),
  '<p>x'.repeat(1500),
  '<ol start=99999999999><li>'.repeat(200),
  `<p ${'a=b '.repeat(1500)}>`,
];

const queries = [
  "' OR 1=1 --",
  "'; DROP TABLE documents; --",
  "x' UNION SELECT document FROM documents --",
  '" OR ""="',
  "') OR ('a'='a",
  'SELECT * FROM c WHERE c.id = "x" OR true',
  '@id; DELETE FROM c',
  'c["complaint"]["summary"]',
  '%_\\ % K-____-____',
  'contact/8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02',
  'K-2026-0001/../home',
  '../../../../etc/passwd\u0000.db',
];

const odd = [
  controls,
  '\u0000',
  '\u202eomgekeerd\u202c \u200b\u200d\ufeff\u2028\u2029',
  '\ud800 \udfff half',
  'e\u0301\u0301\u0301'.repeat(100),
  '👩🏽‍⚕️🇳🇱﷽'.repeat(20),
  ' \t\r\n\u00a0',
  '9'.repeat(400),
  '1e400',
  '-0',
  'NaN',
  '0x7fffffffffffffff',
  '2026-02-30',
  '+275760-09-13T00:00:00Z',
  '0001-01-01',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor.prototype',
  'toString',
  'x'.repeat(2_500),
  'a'.repeat(2_001),
  '('.repeat(500),
  'a,'.repeat(500),
];

/** Texts that a careless bot would compute, render, execute or crash on. */
export const hostileTexts: readonly string[] = [markdown, markup, templates, runs, bulk, queries, odd]
  .flat()
  .map((text) => `${text} ${mark}`);

/** A value nested so deeply that a recursive reader overflows the stack. */
export const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const nestedObject = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** JSON that is no activity, or hardly; as text, because some of it cannot be made in another way. */
export const hostileJson: readonly string[] = [
  nested(10_000),
  nested(120_000),
  nestedObject(10_000),
  nestedObject(40_000),
  `{"type":"message","channelId":"msteams","value":${nestedObject(30_000)}}`,
  `{${Array.from({ length: 20_000 }, (_, i) => `"${i}":0`).join()}}`,
  `[${'0,'.repeat(100_000)}0]`,
  `"${'x'.repeat(250_000)}"`,
  '1e999999',
  `-${'9'.repeat(200_000)}`,
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  '{"type":"message","type":"invoke","type":{}}',
  '{"a":"\\ud800","\\u0000":1}',
  '[]',
  'null',
  'true',
  '0',
  '""',
];
