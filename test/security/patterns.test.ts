import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { type Literal, parse } from 'acorn';
import { simple } from 'acorn-walk';
import { analyse } from 'scslre';

type Pattern = { source: string; flags: string };

/** Patterns that only meet what the operator writes in the environment, or a line of our own. */
const notFromOutside = ['src/settings/', 'scripts/notice.ts', 'src/tryout/page/'];

/** Every pattern that is written in a file. */
function patternsIn(path: string): Pattern[] {
  const text = readFileSync(path, 'utf8');
  const script = path.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
  const found: Pattern[] = [];
  simple(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), {
    Literal({ regex }: Literal) {
      if (regex) found.push({ source: regex.pattern, flags: regex.flags });
    },
  });
  return found;
}

/** Finds what makes a pattern cost more than linear time: exponential, or polynomial. */
const faultsIn = (pattern: Pattern): string[] => analyse(pattern).reports.map(({ type }) => type);

describe('a pattern in the source', () => {
  const files = globSync('src/**/*.{ts,js}').filter(
    (path) => !notFromOutside.some((place) => path.startsWith(place)),
  );
  const all = files.flatMap((path) => patternsIn(path).map((pattern) => ({ path, ...pattern })));

  it('costs no more than its text is long, whatever the text', () => {
    assert.ok(all.length > 40, `${all.length}`);
    const dear = all.flatMap(({ path, source, flags }) => {
      const faults = faultsIn({ source, flags });
      return faults.length > 0 ? [`${path}: /${source}/${flags} ${faults.join(', ')}`] : [];
    });
    assert.deepEqual(dear, []);
  });

  it('is written as a literal, so that it can be looked at', () => {
    const built = files.filter((path) => /\bRegExp\(/.test(readFileSync(path, 'utf8')));
    assert.deepEqual(built, []);
  });

  it('would be found out here: those that once stood in the bot', () => {
    const once: [pattern: RegExp, fault: string][] = [
      [/^(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,9})\.?\s*[-/. ]\s*(\d{4})$/, 'Trade'],
      [/[!?.]+$/, 'Move'],
      [/\s*\n\s*/, 'Move'],
    ];
    for (const [{ source, flags }, fault] of once)
      assert.ok(faultsIn({ source, flags }).includes(fault), source);
  });
});
