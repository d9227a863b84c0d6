import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { aFolder } from '../a-folder.ts';
import { production } from './a-guarded-bot.ts';

const main = fileURLToPath(new URL('../../src/start.js', import.meta.url));

/** Starts the bot as its installer does; answers with its exit code and what it printed. */
function started(env: Record<string, string>) {
  const folder = aFolder();
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
    cwd: folder.path,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  folder.remove();
  return { status, stdout, stderr };
}

describe('a bot that would not be safe', () => {
  it('does not start where others reach it and nobody is authenticated', () => {
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'klachten.example']) {
      const { status, stderr, stdout } = started({ HOST });
      assert.equal(status, 1);
      assert.match(stderr, /HOST: .*without MicrosoftAppId nobody is authenticated/);
      assert.equal(stdout, '');
    }
  });

  it('says everything that is wrong at once', () => {
    const { status, stderr } = started({
      HOST: '0.0.0.0',
      MicrosoftAppPassword: 'open sesame',
      OFFICER: 'Lars Brouwer <lars@example.nl> geen-guid',
      DIGEST_AT: '25:00',
    });
    assert.equal(status, 1);
    for (const name of ['HOST', 'MicrosoftAppPassword', 'OFFICER', 'DIGEST_AT'])
      assert.match(stderr, new RegExp(`^- ${name}: `, 'm'));
    assert.doesNotMatch(stderr, /open sesame|\bat .*:\d+/);
  });

  it('does not start with a misspelt type, half a registration, or somebody twice at the desk', () => {
    const { status, stderr } = started({
      ...production,
      MicrosoftAppType: 'SingleTennant',
      MicrosoftAppTenantId: '',
      SUBSTITUTES: production.OFFICER,
    });
    assert.equal(status, 1);
    for (const name of ['MicrosoftAppType', 'MicrosoftAppTenantId', 'SUBSTITUTES'])
      assert.match(stderr, new RegExp(`"reason":"${name}: `));
  });
});
