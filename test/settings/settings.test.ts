import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tryoutOrganisation } from '../../src/settings/organisation.ts';
import { readSettings, SettingsFault, settingNames } from '../../src/settings/settings.ts';

const larsId = '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02';
const lars = `Lars Brouwer <lars@ballance.nl> ${larsId}`;
const fatima = 'Fatima el Amrani <fatima@ballance.nl> c41e7f3a-2b6d-4a89-8e05-1d2c3b4a5f03';
const willem = 'Willem Jansen <willem@ballance.nl> e95a1b7c-6f48-4d32-a7b1-9c8d7e6f5a04';
const ingrid = 'Ingrid Smit <ingrid@ballance.nl> 6d83f2b5-4c17-4e9a-b2d6-7a6b5c4d3e06';

const production = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: '2F9A7C14-6D3B-4E85-9B20-1C4D5E6F7A80',
  MicrosoftAppPassword: 'open sesame',
  MicrosoftAppTenantId: '90b1d6e2-3c4f-4a57-8d69-7e8f90a1b2c3',
  OFFICER: lars,
  BOARD: willem,
  ORGANISATION_ADDRESS: 'Ballance, Kade 7, 3511 AA Utrecht',
  ORGANISATION_EMAIL: 'klachten@ballance.nl',
  ORGANISATION_PHONE: '030 765 4321',
};

const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(production).filter(([name]) => !names.includes(name)));

function faultsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults;
    throw error;
  }
  return [];
}

/** The names of the settings with a fault. */
const faulty = (env: NodeJS.ProcessEnv) => faultsOf(env).map((fault) => fault.split(':')[0]);

/** Of 32 characters. */
const secret = '9f86d081884c7d659a2feaa0c55ad015';

const insights =
  'InstrumentationKey=11111111-2222-4333-8444-555555555555;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/';

describe('the settings', () => {
  it('start a try-out on this machine when nothing is set', () => {
    assert.deepEqual(readSettings({}), {
      tryout: true,
      host: '127.0.0.1',
      port: 3978,
      store: { kind: 'sqlite', path: 'data/klachten.db' },
      documents: { kind: 'beside' },
      people: { officer: undefined, substitutes: undefined, board: undefined },
      digestAt: '08:30',
      remindAt: '09:00',
      extraHolidays: [],
      postDays: 3,
      mail: undefined,
      organisation: { ...tryoutOrganisation, retentionYears: 5 },
      feedback: { secret: undefined, origin: undefined },
      retentionYears: 5,
      clock: undefined,
      telemetry: undefined,
      healthToken: undefined,
      logLevel: 'info',
    });
  });

  it('start the real bot when Teams knows it, on every address', () => {
    const { tryout, host, app, people } = readSettings(production);
    assert.deepEqual([tryout, host], [false, '0.0.0.0']);
    assert.deepEqual(app, {
      type: 'SingleTenant',
      id: '2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80',
      tenantId: '90b1d6e2-3c4f-4a57-8d69-7e8f90a1b2c3',
      password: 'open sesame',
    });
    assert.deepEqual(people.officer, { id: larsId, name: 'Lars Brouwer', mail: 'lars@ballance.nl' });
    assert.deepEqual([people.substitutes, people.board?.map(({ name }) => name)], [[], ['Willem Jansen']]);
  });

  it('read everything that can be set', () => {
    const settings = readSettings({
      HOST: '::1',
      PORT: '0',
      STORE: 'cosmos',
      COSMOS_ENDPOINT: 'http://127.0.0.1:8081/',
      COSMOS_KEY: 'key',
      COSMOS_DATABASE: 'proef',
      DOCUMENTS: 'blob:https://proef.blob.core.windows.net/documents',
      BOARD: `${willem}; ${ingrid};`,
      DIGEST_AT: '07:45',
      REMIND_AT: '23:59',
      EXTRA_HOLIDAYS: '2029-05-11, 2030-05-31',
      POST_DAYS: '2',
      SMTP_URL: 'smtp://127.0.0.1:2525',
      MAIL_FROM: 'klachten@ballance.nl',
      ORGANISATION_ADDRESS: 'Ballance, Kade 7, 3511 AA Utrecht',
      ORGANISATION_EMAIL: 'klachten@ballance.nl',
      ORGANISATION_PHONE: '+31 (0)30 123-4567',
      BRANCHES: 'Utrecht: Kade 7, 3511 AA Utrecht; Delft : Plein 2: achter, 2611 AA Delft;',
      WEBSITE_URL: 'https://ballance.nl',
      PRIVACY_URL: 'https://ballance.nl/privacy?taal=nl#bewaren',
      TERMS_URL: 'https://ballance.nl/voorwaarden',
      REGULATION_URL: 'https://ballance.nl/regeling.pdf',
      FEEDBACK_SECRET: secret,
      FEEDBACK_ORIGIN: 'https://www.ballance.nl:8443/',
      RETENTION_YEARS: '7',
      CLOCK: '2026-12-24T08:00',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/klachten',
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights,
      HEALTH_TOKEN: 'abcdefghijklmnopqrstuvwx',
      LOG_LEVEL: 'debug',
    });
    const { people, ...rest } = settings;
    assert.deepEqual(
      people.board?.map(({ name }) => name),
      ['Willem Jansen', 'Ingrid Smit'],
    );
    assert.deepEqual(rest, {
      tryout: true,
      host: '::1',
      port: 0,
      store: { kind: 'cosmos', endpoint: 'http://127.0.0.1:8081/', key: 'key', database: 'proef' },
      documents: { kind: 'blob', url: 'https://proef.blob.core.windows.net/documents' },
      digestAt: '07:45',
      remindAt: '23:59',
      extraHolidays: ['2029-05-11', '2030-05-31'],
      postDays: 2,
      mail: { url: 'smtp://127.0.0.1:2525', from: 'klachten@ballance.nl' },
      organisation: {
        address: 'Ballance, Kade 7, 3511 AA Utrecht',
        email: 'klachten@ballance.nl',
        phone: '+31 (0)30 123-4567',
        branches: [
          { name: 'Utrecht', address: 'Kade 7, 3511 AA Utrecht' },
          { name: 'Delft', address: 'Plein 2: achter, 2611 AA Delft' },
        ],
        websiteUrl: 'https://ballance.nl',
        privacyUrl: 'https://ballance.nl/privacy?taal=nl#bewaren',
        termsUrl: 'https://ballance.nl/voorwaarden',
        regulationUrl: 'https://ballance.nl/regeling.pdf',
        retentionYears: 7,
      },
      feedback: { secret, origin: 'https://www.ballance.nl:8443' },
      retentionYears: 7,
      clock: '2026-12-24T07:00:00.000Z',
      telemetry: { otlp: 'http://collector:4318/klachten', applicationInsights: insights },
      healthToken: 'abcdefghijklmnopqrstuvwx',
      logLevel: 'debug',
    });
  });

  it('keep documents beside a register in a file, in a container, or nowhere', () => {
    const cosmos = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://proef.documents.azure.com/' };
    assert.deepEqual(readSettings(cosmos).documents, { kind: 'none' });
    assert.deepEqual(readSettings({ DOCUMENTS: 'none' }).documents, { kind: 'none' });
    assert.deepEqual(readSettings({ DOCUMENTS: 'beside the register' }).documents, { kind: 'beside' });
    assert.deepEqual(faulty({ ...cosmos, DOCUMENTS: 'beside the register' }), ['DOCUMENTS']);
    for (const wrong of [
      'https://proef.blob.core.windows.net/documents',
      'blob:http://proef.blob.core.windows.net/documents',
      'blob:https://proef.blob.core.windows.net/',
      'blob:https://proef.blob.core.windows.net/documents?sig=geheim',
      'blob:https://user:geheim@proef.blob.core.windows.net/documents',
      'data/documents',
    ]) {
      const [fault = ''] = faultsOf({ DOCUMENTS: wrong });
      assert.match(fault, /^DOCUMENTS: /, wrong);
      assert.ok(!fault.includes('geheim'), fault);
    }
  });

  it('tell all faults at once, each with its name and what is expected', () => {
    const env = { PORT: '70000', STORE: 'postgres', DIGEST_AT: '8:30', CLOCK: 'soon', LOG_LEVEL: 'loud' };
    assert.deepEqual(faulty(env).sort(), ['CLOCK', 'DIGEST_AT', 'LOG_LEVEL', 'PORT', 'STORE']);
    assert.ok(faultsOf(env).includes('PORT: "70000" is not right; expected a whole number from 0 to 65535'));
    assert.throws(() => readSettings(env), /PORT: .*\n.*STORE: /);
  });

  it('take an empty setting as one that is not given', () => {
    assert.deepEqual(
      readSettings({ PORT: '', HOST: ' ', MicrosoftAppId: '', OFFICER: '' }),
      readSettings({}),
    );
  });

  for (const [name, values] of Object.entries({
    PORT: ['-1', '65536', '80.5', '0x50', 'http', '1e3'],
    STORE: ['sqlite', 'sqlite:', 'sqlite://data/klachten.db', 'Cosmos', 'data/klachten.db'],
    DIGEST_AT: ['24:00', '8:30', '08:60', '08:30:00', 'ochtend'],
    REMIND_AT: ['9', '25:00'],
    EXTRA_HOLIDAYS: ['2029-02-30', '11-05-2029', '2029-05-11;2030-05-31'],
    POST_DAYS: ['-1', '11', '2.5', 'drie', '1e0'],
    ORGANISATION_ADDRESS: ['Utrecht', '1', 'Straat 1\n3511 AA Utrecht', `Straat 1 ${'x'.repeat(200)}`],
    ORGANISATION_EMAIL: ['klachten', 'a@b@c', 'Klachten <a@b.nl>'],
    ORGANISATION_PHONE: ['030', 'bel ons', '030 765 4321 toestel 8', '1234567890123456'],
    BRANCHES: [
      ...['Utrecht', ';', 'Utrecht:', ': Straat 1', 'Utrecht: ergens'],
      'Utrecht: Straat 1; utrecht: Straat 2',
    ],
    WEBSITE_URL: ['http://ballance.nl', 'ballance.nl', 'https://'],
    PRIVACY_URL: ['javascript:alert(1)', 'https://user@ballance.nl/'],
    TERMS_URL: ['/voorwaarden'],
    REGULATION_URL: ['ftp://ballance.nl/regeling.pdf'],
    FEEDBACK_SECRET: [
      ...['geheim', secret.slice(1), `${secret} ${secret}`, secret.repeat(17)],
      ...['a'.repeat(40), 'geheim'.repeat(6), 'a1'.repeat(16)],
    ],
    FEEDBACK_ORIGIN: [
      ...[
        'http://ballance.nl',
        'https://ballance.nl/klacht',
        'https://ballance.nl?a=b',
        'https://*.ballance.nl',
      ],
      ...[
        '*',
        'ballance.nl',
        'https://me:secret@ballance.nl',
        'https://a.nl https://b.nl',
        'https://a.nl;x',
        'https://a,b.nl',
      ],
    ],
    RETENTION_YEARS: ['0', '31', '-5', '5.5', 'vijf'],
    CLOCK: ['2026-13-01', 'tomorrow', '10:00', '2026'],
    OTEL_EXPORTER_OTLP_ENDPOINT: [
      'collector:4318',
      'grpc://collector:4317',
      'http://me:secret@collector:4318',
    ],
    APPLICATIONINSIGHTS_CONNECTION_STRING: [
      ...['geheim', 'InstrumentationKey=geheim', '11111111-2222-4333-8444-555555555555'],
      'InstrumentationKey=11111111-2222-4333-8444-555555555555;IngestionEndpoint=http://ballance.nl/',
    ],
    HEALTH_TOKEN: [
      'geheim',
      'abcdefghijklmnopqrstuvw',
      'abcdefghijkl nopqrstuvwx',
      secret.repeat(7),
      'a'.repeat(40),
    ],
    LOG_LEVEL: ['INFO', 'verbose'],
    HOST: ['0.0.0.0', '192.168.1.5', '127.0.0.1.ballance.nl', '::', 'ballance.nl'],
    OFFICER: [
      'Lars Brouwer',
      `Lars Brouwer ${larsId}`,
      'Lars Brouwer <lars@ballance.nl>',
      'Lars Brouwer <lars@ballance.nl> 42',
      `Lars Brouwer <lars> ${larsId}`,
      `<lars@ballance.nl> ${larsId}`,
      // Nobody could see these names.
      ...['\u0301\u0301', '\u200b', '\u2800', '\u3164'].map((name) => `${name} <lars@ballance.nl> ${larsId}`),
      `${lars}; ${willem}`,
    ],
    BOARD: [`${willem}, ${ingrid}`, `${willem}; Ingrid`],
  }))
    for (const value of values)
      it(`refuse ${name}=${value}`, () => assert.deepEqual(faulty({ [name]: value }), [name]));
});

describe('the settings of a bot that Teams knows', () => {
  it('have an id, a type and a tenant that are right to the letter', () => {
    for (const [name, value] of [
      ['MicrosoftAppType', 'MultiTenant'],
      ['MicrosoftAppType', 'singletenant'],
      ['MicrosoftAppId', 'klachtenbot'],
      ['MicrosoftAppId', '00000000-0000-0000-0000-000000000000'],
      ['MicrosoftAppTenantId', 'ballance.example'],
    ] as const)
      assert.deepEqual(faulty({ ...production, [name]: value }), [name], value);
    for (const name of Object.keys(production))
      if (name !== 'MicrosoftAppId') assert.deepEqual(faulty(without(name)), [name]);
  });

  it('have a password only where the type has one', () => {
    const identity = { ...production, MicrosoftAppType: 'UserAssignedMSI' };
    assert.deepEqual(faulty(identity), ['MicrosoftAppPassword']);
    assert.deepEqual(faulty({ ...identity, MicrosoftAppPassword: '' }), []);
  });

  it('are not half there: without an id no other part of the registration is accepted', () => {
    assert.deepEqual(faulty(without('MicrosoftAppId')).sort(), [
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
      'MicrosoftAppType',
    ]);
  });

  it('do not fall back to a try-out because the id was misspelt', () => {
    for (const name of ['MICROSOFTAPPID', 'MicrosoftAppID', 'MICROSOFT_APP_ID', 'MicrosoftAppld'])
      assert.deepEqual(faulty({ [name]: production.MicrosoftAppId }), [name]);
  });

  it('show the feedback form only with a secret, which is never repeated', () => {
    const origin = { FEEDBACK_ORIGIN: 'https://www.ballance.nl' };
    assert.deepEqual(faulty({ ...production, ...origin }), ['FEEDBACK_SECRET']);
    assert.deepEqual(faulty({ ...production, ...origin, FEEDBACK_SECRET: secret }), []);
    assert.deepEqual(faulty({ ...production, FEEDBACK_SECRET: secret }), []);
    assert.doesNotMatch(faultsOf({ ...production, FEEDBACK_SECRET: 'te kort' }).join(), /te kort/);
  });

  it('are no secret that anybody can guess: what App Service shows of a key vault that gave nothing', () => {
    const kept = [...readFileSync('infra/main.bicep', 'utf8').matchAll(/([A-Z_]+): '\$\{secrets!/g)];
    const names = kept.map(([, name = '']) => name);
    assert.deepEqual(names.sort(), ['FEEDBACK_SECRET', 'HEALTH_TOKEN', 'SMTP_URL']);
    const text = '@Microsoft.KeyVault(SecretUri=https://kvklachtenprodabcdef.vault.azure.net/secrets/geheim)';
    for (const name of names) {
      const said = faultsOf({
        ...production,
        MAIL_FROM: 'a@b.nl',
        SMTP_URL: 'smtps://mail.ballance.nl',
        [name]: text,
      });
      assert.deepEqual(said, [`${name}: Azure did not find its value: put it in the key vault`]);
    }
  });

  it('have a value of its own for each secret', () => {
    const { MicrosoftAppPassword: _, ...rest } = production;
    const secrets = { MicrosoftAppPassword: '1', COSMOS_KEY: '2', FEEDBACK_SECRET: '3', HEALTH_TOKEN: '4' };
    const keys = Object.fromEntries(Object.entries(secrets).map(([name, end]) => [name, `${secret}${end}`]));
    const env = { ...keys, STORE: 'sqlite:data/klachten.db' };
    assert.deepEqual(faulty({ ...rest, ...env }), []);
    const [first, ...others] = Object.keys(secrets) as [string, ...string[]];
    for (const name of others) {
      const [said = ''] = faultsOf({ ...rest, ...env, [name]: keys[first] });
      assert.equal(said, `${name}: is the same as ${first}; expected one of its own`);
    }
  });

  it('do not move the clock', () => {
    assert.deepEqual(faulty({ ...production, CLOCK: '2026-12-24' }), ['CLOCK']);
  });

  it('may listen on any address, but on one that exists', () => {
    assert.deepEqual(faulty({ ...production, HOST: '10.0.0.4' }), []);
    assert.deepEqual(faulty({ ...production, HOST: 'http://10.0.0.4' }), ['HOST']);
  });
});

describe('the desk', () => {
  it('has nobody twice, in any spelling of their id', () => {
    const again = lars.toUpperCase();
    assert.deepEqual(faulty({ OFFICER: lars, SUBSTITUTES: again }), ['SUBSTITUTES']);
    assert.deepEqual(faulty({ ...production, SUBSTITUTES: fatima, BOARD: `${willem}; ${fatima}` }), [
      'BOARD',
    ]);
    assert.deepEqual(faulty({ BOARD: `${willem}; ${willem}` }), ['BOARD']);
    assert.match(faultsOf({ OFFICER: lars, BOARD: lars })[0] ?? '', /stands in OFFICER too/);
  });

  it('is taken in the try-out as far as it is given', () => {
    const { people } = readSettings({ SUBSTITUTES: fatima });
    assert.deepEqual([people.officer, people.substitutes?.length, people.board], [undefined, 1, undefined]);
  });

  it('keeps names and addresses as they are and ids in lower case', () => {
    const { people } = readSettings({
      OFFICER: `Zoë van 't Hof-d'Ávila  <Zoe@Example.nl> ${larsId.toUpperCase()}`,
    });
    assert.deepEqual(people.officer, { id: larsId, name: "Zoë van 't Hof-d'Ávila", mail: 'Zoe@Example.nl' });
  });
});

describe('the settings of Cosmos DB and mail', () => {
  it('need an address that nobody can listen in on', () => {
    assert.deepEqual(faulty({ STORE: 'cosmos' }), ['COSMOS_ENDPOINT']);
    for (const place of ['http://klachten.example/', 'klachten.example', 'ftp://127.0.0.1/'])
      assert.deepEqual(faulty({ STORE: 'cosmos', COSMOS_ENDPOINT: place }), ['COSMOS_ENDPOINT']);
    for (const place of ['https://klachten.example/', 'http://localhost:8081', 'http://[::1]:8081/'])
      assert.deepEqual(faulty({ STORE: 'cosmos', COSMOS_ENDPOINT: place }), []);
  });

  it('take an address with nothing else in it, and do not repeat what was', () => {
    const host = 'klachten.example:8443';
    const places: Record<string, string[]> = {
      COSMOS_ENDPOINT: [
        `https://x:geheim@${host}/`,
        `https://geheim@${host}`,
        `https://:geheim@${host}/`,
        `https://${host}/geheim`,
        `https://${host}/?k=geheim`,
        `https://${host}?geheim`,
        `https://${host}/#geheim`,
        `http://x:geheim@localhost/`,
      ],
      SMTP_URL: [
        `smtps://x:y@${host}/geheim`,
        `smtps://x:y@${host}/?pass=geheim`,
        `smtp://${host}#geheim`,
        `smtp://${host}?tls=geheim`,
        `smtps://geheim@${host}`,
        `smtps://:geheim@${host}`,
        `smtps://x:geheim%zz@${host}`,
        `smtps://geheim%:y@${host}`,
      ],
      HOST: [`https://x:geheim@${host}`],
      STORE: [`cosmos://x:geheim@${host}/`, `AccountEndpoint=https://${host}/;AccountKey=geheim`],
      CLOCK: [`https://x:geheim@${host}`],
    };
    for (const [name, values] of Object.entries(places))
      for (const value of values) {
        const said = faultsOf({
          ...(name === 'COSMOS_ENDPOINT' && { STORE: 'cosmos' }),
          ...(name === 'SMTP_URL' && { MAIL_FROM: 'a@b.nl' }),
          [name]: value,
        });
        assert.equal(said.length, 1, value);
        assert.ok(said[0]?.startsWith(`${name}: `), value);
        assert.doesNotMatch(said.join(), /geheim|klachten\.example/);
      }
    const mail = { MAIL_FROM: 'a@b.nl', SMTP_URL: `smtps://x:y%3F@${host}/` };
    assert.deepEqual(faulty({ ...mail, STORE: 'cosmos', COSMOS_ENDPOINT: `https://${host}` }), []);
  });

  it('are let be while the register is in SQLite', () => {
    const cosmos = { COSMOS_ENDPOINT: 'ergens', COSMOS_KEY: 'key', COSMOS_DATABASE: 'proef' };
    for (const [name, value] of Object.entries(cosmos)) {
      const said = faultsOf({ [name]: value });
      assert.deepEqual(
        said.map((one) => one.split(': is given without STORE;')[0]),
        [name],
      );
    }
    const STORE = 'sqlite:data/klachten.db';
    assert.deepEqual(readSettings({ ...cosmos, STORE }), readSettings({}));
  });

  it('go together: a mail server and a sender', () => {
    assert.deepEqual(faulty({ SMTP_URL: 'smtp://mail.ballance.nl' }), ['MAIL_FROM']);
    assert.deepEqual(faulty({ MAIL_FROM: 'klachten@ballance.nl' }), ['MAIL_FROM']);
    assert.deepEqual(faulty({ SMTP_URL: 'https://mail.ballance.nl', MAIL_FROM: 'klachten' }), [
      'SMTP_URL',
      'MAIL_FROM',
    ]);
    assert.deepEqual(faulty({ SMTP_URL: 'smtps://', MAIL_FROM: 'a@b.nl' }), ['SMTP_URL']);
    assert.deepEqual(faulty({ SMTP_URL: 'none', MAIL_FROM: 'a@b.nl' }), ['SMTP_URL']);
    assert.equal(readSettings({ SMTP_URL: 'none' }).mail, 'none');
  });

  it('say in which way letters go out', () => {
    const from = 'klachten@ballance.nl';
    const smtp = { SMTP_URL: 'smtps://mail.ballance.nl', MAIL_FROM: from };
    assert.deepEqual(readSettings({ MAIL: 'graph', MAIL_FROM: from }).mail, { way: 'graph', from });
    assert.deepEqual(readSettings({ MAIL: 'smtp', ...smtp }).mail, { url: smtp.SMTP_URL, from });
    assert.deepEqual(readSettings({ MAIL: 'none', ...smtp }).mail, 'none');
    assert.deepEqual(readSettings({ ...smtp, SMTP_AUTH: 'oauth2' }).mail, {
      url: smtp.SMTP_URL,
      from,
      oauth2: true,
    });
    const named = { ...smtp, SMTP_URL: 'smtps://bot@mail.ballance.nl' };
    assert.deepEqual(faulty({ ...named, SMTP_AUTH: 'oauth2' }), []);
    assert.deepEqual(faulty(named), ['SMTP_URL']);
    assert.deepEqual(readSettings({ ...smtp, SMTP_AUTH: 'password' }).mail, { url: smtp.SMTP_URL, from });
    assert.deepEqual(faulty({ MAIL: 'graph' }), ['MAIL_FROM']);
    assert.deepEqual(faulty({ MAIL: 'graph', ...smtp, SMTP_AUTH: 'oauth2' }), ['SMTP_URL', 'SMTP_AUTH']);
    assert.deepEqual(faulty({ MAIL: 'smtp' }), ['SMTP_URL', 'MAIL_FROM']);
    assert.deepEqual(faulty({ MAIL: 'post', MAIL_FROM: from }), ['MAIL']);
    assert.deepEqual(faulty({ SMTP_AUTH: 'oauth2' }), ['SMTP_AUTH']);
    assert.deepEqual(faulty({ ...smtp, SMTP_AUTH: 'token' }), ['SMTP_AUTH']);
    const withPassword = { ...smtp, SMTP_URL: 'smtps://bot:geheim@mail.ballance.nl', SMTP_AUTH: 'oauth2' };
    assert.deepEqual(faulty(withPassword), ['SMTP_URL']);
    assert.doesNotMatch(faultsOf(withPassword).join(), /geheim/);
  });

  it('never come back in a fault where they are secret', () => {
    const said = faultsOf({
      ...production,
      MicrosoftAppId: 'geheim',
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppPassword: 'geheim',
      STORE: 'cosmos',
      COSMOS_ENDPOINT: 'AccountKey=geheim',
      SMTP_URL: 'imap://user:geheim@mail.ballance.nl',
      MAIL_FROM: 'a@b.nl',
      APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=geheim',
      HEALTH_TOKEN: 'geheime token',
    });
    assert.equal(said.length, 6);
    assert.doesNotMatch(said.join(), /geheim/);
  });
});

describe('a fault in a setting', () => {
  const theirs = [
    'Anneke Zijlstra',
    'anneke@zijlstra',
    'anneke.zijlstra@ballance.nl, anneke',
    `Anneke Zijlstra <anneke.zijlstra@ballance.nl>; ${larsId.slice(1)}`,
    'Anneke Zijlstra: toestel 8, 06 12345678',
    'https://anneke:zijlstra@ballance.nl/06 12345678',
    'password=Zijlstra06',
  ];

  it('names no person, address or telephone number, in whichever setting that was put', () => {
    for (const name of settingNames)
      for (const theirsHere of theirs)
        for (const rest of [
          production,
          { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://x.documents.azure.com' },
        ]) {
          const said = faultsOf({ ...rest, [name]: theirsHere });
          assert.doesNotMatch(said.join('\n'), /anneke|zijlstra|12345678/i, name);
        }
  });

  it('is found in every setting that is not free text', () => {
    const wrong = settingNames.filter((name) =>
      faultsOf({ ...production, STORE: 'cosmos', [name]: theirs[4] }).some((said) =>
        said.startsWith(`${name}: `),
      ),
    );
    const free = settingNames.filter((name) => !wrong.includes(name));
    assert.deepEqual(free, [
      'MicrosoftAppPassword',
      'COSMOS_KEY',
      'COSMOS_DATABASE',
      'ORGANISATION_ADDRESS',
      'BRANCHES',
    ]);
  });

  it('says which person of several it is, and not who', () => {
    const twice = faultsOf({ ...production, BOARD: `${willem}; ${lars}; ${ingrid} x` });
    assert.deepEqual(
      twice.map((said) => said.split(/ is not right| stands/)[0]),
      ['BOARD: person 3', 'BOARD: person 2'],
    );
  });
});
