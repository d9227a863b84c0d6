import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readSettings, SettingsFault, settingNames } from '../src/settings/settings.ts';
import { ofOnesOwn } from './settings/of-ones-own.ts';

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const examples = parseEnv(text.replaceAll(/^# (?=\w+=)/gm, '')) as Record<string, string>;

  const secrets = [
    'MicrosoftAppPassword',
    'COSMOS_KEY',
    'SMTP_URL',
    'FEEDBACK_SECRET',
    'HEALTH_TOKEN',
  ] satisfies (typeof settingNames)[number][];
  const own = Object.fromEntries(Object.entries(examples).map(([name, text]) => [name, ofOnesOwn(text)]));
  secrets.forEach((name, at) => {
    own[name] = name === 'SMTP_URL' ? 'smtps://mail.ballance.nl' : `${at}9f86d081884c7d659a2feaa0c55ad015`;
  });

  /** The settings whose example may be what somebody wants. */
  const mayBeTrue = [
    ...[
      'MicrosoftAppType',
      'HOST',
      'PORT',
      'STORE',
      'COSMOS_DATABASE',
      'DIGEST_AT',
      'REMIND_AT',
      'EXTRA_HOLIDAYS',
    ],
    ...[
      'POST_DAYS',
      'CLOCK',
      'MAIL',
      'SMTP_AUTH',
      'RETENTION_YEARS',
      'LOG_LEVEL',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ],
  ];

  const faultsOf = (env: NodeJS.ProcessEnv): string[] => {
    try {
      readSettings(env);
      return [];
    } catch (error) {
      assert(error instanceof SettingsFault);
      return error.faults;
    }
  };

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
    const production = { ...own, CLOCK: undefined, STORE: 'cosmos' };
    const read = new Set([...looksAt({}), ...looksAt(production)]);
    assert.deepEqual(Object.keys(examples).sort(), [...settingNames].sort());
    assert.deepEqual([...read].sort(), [...settingNames].sort());
  });

  it('changes nothing when it is copied as it is', () => {
    assert.deepEqual(readSettings(parseEnv(text)), readSettings({}));
  });

  it('gives examples that are right', () => {
    const { CLOCK, ...rest } = own;
    assert.equal(readSettings({ ...rest, STORE: 'cosmos' }).tryout, false);
    assert.equal(readSettings({ CLOCK }).clock, '2026-12-24T07:00:00.000Z');
  });

  it('gives nothing that a bot in production takes for its own: every example of a person, place or address is refused', () => {
    const production: NodeJS.ProcessEnv = { ...own, CLOCK: undefined, STORE: 'cosmos' };
    assert.deepEqual(faultsOf(production), []);
    for (const [name, text] of Object.entries(examples)) {
      const said = `${name}: is the example of .env.example; expected one of your own`;
      if (mayBeTrue.includes(name)) continue;
      assert.deepEqual(faultsOf({ ...production, [name]: text }), [said], name);
      if (text.includes(';') && name !== 'APPLICATIONINSIGHTS_CONNECTION_STRING')
        assert.deepEqual(
          faultsOf({ ...production, [name]: `${own[name]}; ${text.split(';')[0]}` }).length,
          1,
          name,
        );
    }
  });

  it('gives no secret that anybody may use, in the try-out neither', () => {
    for (const name of secrets) {
      if (name === 'MicrosoftAppPassword') continue;
      const said = `${name}: is the example of .env.example; expected one of your own`;
      const rest =
        name === 'COSMOS_KEY'
          ? { STORE: 'sqlite:data/klachten.db' }
          : { MAIL_FROM: name === 'SMTP_URL' ? 'a@b.nl' : '' };
      assert.deepEqual(faultsOf({ ...rest, [name]: examples[name] }), [said]);
    }
  });
});
