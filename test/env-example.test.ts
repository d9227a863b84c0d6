import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readSettings, settingNames } from '../src/settings/settings.ts';

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const examples = parseEnv(text.replaceAll(/^# (?=\w+=)/gm, ''));

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
    const production = { ...examples, CLOCK: undefined, STORE: 'cosmos' };
    const read = new Set([...looksAt({}), ...looksAt(production)]);
    assert.deepEqual(Object.keys(examples).sort(), [...settingNames].sort());
    assert.deepEqual([...read].sort(), [...settingNames].sort());
  });

  it('changes nothing when it is copied as it is', () => {
    assert.deepEqual(readSettings(parseEnv(text)), readSettings({}));
  });

  it('gives examples that are right', () => {
    const { CLOCK, ...rest } = examples;
    assert.equal(readSettings(rest).tryout, false);
    assert.equal(readSettings({ CLOCK }).clock, '2026-12-24T07:00:00.000Z');
  });
});
