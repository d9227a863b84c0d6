import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import project from '../../package.json' with { type: 'json' };
import { aFolder } from '../a-folder.ts';

/** The commands for administrators, and how each is given so that it would do something. */
const given: Record<string, readonly string[][]> = {
  start: [[]],
  register: [
    ...['backup', 'export', 'import', 'resume'].map((name) => [name]),
    ['copy', 'sqlite:there.db'],
    ['verify'],
    ['verify', '--against'],
  ],
  mail: [['probe']],
  termijnen: [['2026-12-24']],
  package: [[], ['--file', 'app.zip']],
};

const settings = {
  STORE: 'sqlite:there.db',
  MicrosoftAppId: '2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80',
  WEBSITE_URL: 'https://ballance.nl/',
  PRIVACY_URL: 'https://ballance.nl/privacy',
  TERMS_URL: 'https://ballance.nl/voorwaarden',
};

describe('every command of the shell', () => {
  let folder: ReturnType<typeof aFolder>;
  beforeEach(() => {
    folder = aFolder();
  });
  afterEach(() => folder.remove());

  function run(script: string, operands: readonly string[]) {
    const file =
      Object.entries(project.scripts).find(([name]) => name === script)?.[1] ?? assert.fail(script);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL(`../../${file.replace('node ', '')}`, import.meta.url)), ...operands],
      { cwd: folder.path, env: { PATH: process.env.PATH, ...settings }, encoding: 'utf8', input: '' },
    );
    return { status, stdout, stderr };
  }

  for (const [script, ways] of Object.entries(given)) {
    it(`${script} explains itself to who asks for help, wherever that is typed, and does nothing`, () => {
      for (const operands of [
        ['help'],
        ...['--help', '-h'].flatMap((flag) => [[flag], ...ways.map((way) => [...way, flag])]),
      ]) {
        const { status, stdout, stderr } = run(script, operands);
        assert.deepEqual([status, stderr], [0, ''], `${script} ${operands}`);
        assert.match(stdout, new RegExp(`^Gebruik: npm (run (-s )?)?${script}\\b`));
      }
      assert.deepEqual(readdirSync(folder.path), []);
    });

    it(`${script} refuses an option that it does not know, and does nothing`, () => {
      for (const flag of ['--dry-run', '-x', '--against-all=yes'])
        for (const operands of [[flag], ...ways.map((way) => [...way, flag])]) {
          const { status, stdout, stderr } = run(script, operands);
          assert.deepEqual([status, stdout], [1, ''], `${script} ${operands}`);
          assert(stderr.startsWith(`De optie ${flag} is er niet. Er is niets gedaan.\n\nGebruik: `), stderr);
        }
      assert.deepEqual(readdirSync(folder.path), []);
    });
  }

  it('start refuses every word, because none means anything to it, and starts nothing', () => {
    for (const operands of [['woord'], ['.env'], ['', 'woord']]) {
      const { status, stdout, stderr } = run('start', operands);
      assert.deepEqual([status, stdout], [1, ''], `${operands}`);
      assert.match(
        stderr,
        /^Achter deze opdracht hoort niets: .*\. Er is niets gedaan\.\n\nGebruik: npm start\n/,
      );
    }
    assert.deepEqual(readdirSync(folder.path), []);
  });
});
