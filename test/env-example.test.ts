import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readSettings, SettingsFault, settingNames } from '../src/settings/settings.ts';

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const examples = parseEnv(text.replaceAll(/^# (?=\w+=)/gm, ''));

  const secrets = [
    'MicrosoftAppPassword',
    'COSMOS_KEY',
    'SMTP_URL',
    'FEEDBACK_SECRET',
    'HEALTH_TOKEN',
  ] satisfies (typeof settingNames)[number][];
  const own = Object.fromEntries(
    secrets.map((name, at) => [
      name,
      name === 'SMTP_URL' ? 'smtps://mail.example.nl' : `${at}9f86d081884c7d659a2feaa0c55ad015`,
    ]),
  );

  /** Lists the variables that `readSettings` reads. */
  function looksAt(env: NodeJS.ProcessEnv): string[] {
    const seen = new Set<string>();
    const watched = new Proxy(env, {
      get(target, name) {
        seen.add(String(name));
        return target[String(name)];
      },
    });
    readSettings(watched);
    return [...seen];
  }

  it('documents exactly the settings that are read', () => {
    const production = { ...examples, ...own, CLOCK: undefined, STORE: 'cosmos' };
    const read = new Set([...looksAt({}), ...looksAt(production)]);
    assert.deepEqual(Object.keys(examples).sort(), [...settingNames].sort());
    assert.deepEqual([...read].sort(), [...settingNames].sort());
  });

  it('changes nothing when it is copied as it is', () => {
    assert.deepEqual(readSettings(parseEnv(text)), readSettings({}));
  });

  it('gives examples that are right', () => {
    const { CLOCK, ...rest } = examples;
    assert.equal(readSettings({ ...rest, ...own }).tryout, false);
    assert.equal(readSettings({ CLOCK }).clock, '2026-12-24T07:00:00.000Z');
  });

  it('gives no secret that anybody may use: every example of one is refused', () => {
    const { CLOCK: _, ...rest } = examples;
    assert.throws(
      () => readSettings(rest),
      (error) => {
        assert(error instanceof SettingsFault);
        const said = secrets.map(
          (name) => `${name}: is the example of .env.example; expected one of your own`,
        );
        assert.deepEqual(error.faults.sort(), said.sort());
        return true;
      },
    );
  });
});
