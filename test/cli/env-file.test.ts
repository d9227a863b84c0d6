import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aFolder } from '../a-folder.ts';

const commands = [
  ['src/start.js'],
  ['src/cli/register.ts', 'verify'],
  ['src/cli/mail.ts', 'probe'],
  ['src/cli/what-if.ts', '2029-04-11'],
  ['manifest/package.ts'],
];

const days = 'EXTRA_HOLIDAYS=2029-05-11\n';

describe('the file .env', () => {
  let folder: ReturnType<typeof aFolder>;
  beforeEach(() => {
    folder = aFolder();
  });
  afterEach(() => folder.remove());

  const write = (content: string | Buffer) => writeFileSync(join(folder.path, '.env'), content);

  function run([script = '', ...operands]: readonly string[], env: Record<string, string> = {}) {
    const file = fileURLToPath(new URL(`../../${script}`, import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...operands], {
      cwd: folder.path,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { status, stdout, stderr };
  }

  /** Asserts that every command refuses the file for that reason, and makes nothing. */
  function isRefused(reason: RegExp) {
    for (const command of commands) {
      const { status, stdout, stderr } = run(command);
      assert.deepEqual([status, stdout], [1, ''], `${command}`);
      assert.match(stderr, reason);
      assert.doesNotMatch(stderr, /\bat .*:\d+|Error/, `${command}`);
    }
    assert.deepEqual(readdirSync(folder.path), ['.env']);
  }

  it('loses no setting to the mark at its beginning that Notepad writes', () => {
    write(`\ufeff${days}`);
    const marked = run(['src/cli/what-if.ts', '2029-04-11']);
    write(days);
    assert.deepEqual(marked, run(['src/cli/what-if.ts', '2029-04-11']));
    write('');
    assert.notDeepEqual(marked, run(['src/cli/what-if.ts', '2029-04-11']));
  });

  const noText = /^- \.env: is geen gewone tekst \(UTF-8\)\. Bewaar het opnieuw als UTF-8/m;

  it('is refused in UTF-16 with its mark', () => {
    write(Buffer.from(`\ufeff${days}`, 'utf16le'));
    isRefused(noText);
  });

  it('is refused in UTF-16 without a mark', () => {
    write(Buffer.from(days, 'utf16le'));
    isRefused(noText);
  });

  it('is refused in the code page of an older Windows', () => {
    write(Buffer.from('ORGANISATION_ADDRESS="Café"\n', 'latin1'));
    isRefused(noText);
  });

  it('is refused where it is a folder', () => {
    mkdirSync(join(folder.path, '.env'));
    isRefused(/^- \.env: is een map\. /m);
  });

  const misspelt = {
    SUBSTITUTE: 'SUBSTITUTES',
    RETENTION_YEAR: 'RETENTION_YEARS',
    RETENTION: 'RETENTION_YEARS',
    SMPT_URL: 'SMTP_URL',
    MICROSOFT_APP_ID: 'MicrosoftAppId',
    Officer: 'OFFICER',
    STOER: 'STORE',
    BRANCH: 'BRANCHES',
  };

  it('is refused where it misspells settings, and each is named with what was meant', () => {
    write(
      Object.keys(misspelt)
        .map((name) => `${name}=2\n`)
        .join(''),
    );
    const said = Object.entries(misspelt).map(
      ([name, meant]) => `- ${name}: staat in \\.env en is geen instelling; bedoel je ${meant}\\?\n`,
    );
    isRefused(new RegExp(said.sort().join('')));
  });

  it('is refused for a misspelt name in the log of a bot in Teams', () => {
    write('MicrosoftAppId=2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80\nSUBSTITUTE=2\n');
    const { status, stderr } = run(['src/start.js']);
    const { msg, reason } = JSON.parse(stderr);
    assert.deepEqual([status, msg], [1, 'the bot does not start']);
    assert.match(reason, /^SUBSTITUTE: .*SUBSTITUTES\?$/);
  });

  it('may hold what other programs want, which the bot names in its log; a variable of the environment is not judged', () => {
    write('HTTPS_PROXY=http://proxy.example\nNODE_EXTRA_CA_CERTS=ca.pem\nSTORE=sqlite:/proc/no.db\nPORT=0\n');
    const { stdout } = run(['src/start.js'], { SUBSTITUTE: 'x' });
    const told = stdout
      .split('\n')
      .filter((line) => line.includes('a name in .env is no setting'))
      .map((line) => JSON.parse(line).id);
    assert.deepEqual(told, ['HTTPS_PROXY', 'NODE_EXTRA_CA_CERTS']);
  });
});
