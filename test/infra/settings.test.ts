import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readSettings, settingNames } from '../../src/settings/settings.ts';
import { ofOnesOwn } from '../settings/of-ones-own.ts';
import { at, type Deployment, deployments, type JsonObject, ofType } from './a-deployment.ts';

const clientId = '2f9a7c14-6d3b-4e85-9b20-1c4d5e6f7a80';

/** The settings that are not of the bot: of the platform. */
const ofOthers = [
  'ApplicationInsightsAgent_EXTENSION_VERSION',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITE_RUN_FROM_PACKAGE',
  'WEBSITES_CONTAINER_STOP_TIME_LIMIT',
];

/** The settings that the bot does without in Azure, and why. */
const notInAzure: Record<string, string> = {
  HOST: 'for the platform',
  PORT: 'for the platform',
  CLOCK: 'for the try-out',
  COSMOS_KEY: 'secrets that an identity does without',
  MicrosoftAppPassword: 'secrets that an identity does without',
};

/** Fills in what is known in Azure only. */
function known(value: string): string {
  if (!value.startsWith('[')) return ofOnesOwn(value);
  if (value.includes('secrets/smtp-url')) return 'smtps://mail.ballance.nl';
  if (value.includes('secrets/health-token')) return 'a-token-of-thirty-characters-1';
  if (value.includes('secrets/feedback-secret')) return 'a-secret-of-the-website-of-thirty-two';
  if (value.endsWith(').clientId]')) return clientId;
  if (value.endsWith(').documentEndpoint]')) return 'https://cosmos-klachten.documents.azure.com:443/';
  if (value.startsWith("[format('blob:")) return 'blob:https://stklachten.blob.core.windows.net/documents';
  if (value.endsWith(').ConnectionString]'))
    return 'InstrumentationKey=11111111-0000-4000-8000-000000000000;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/';
  return assert.fail(`unknown: ${value}`);
}

/** Returns the environment of the bot; undefined where there is none yet. */
function environment(deployment: Deployment): Record<string, string> | undefined {
  const [config] = ofType(deployment, 'Microsoft.Web/sites/config');
  if (config) return { PORT: '8080', ...filled(Object.entries(config.properties) as [string, string][]) };
  const [app] = ofType(deployment, 'Microsoft.App/containerApps');
  if (!app) return undefined;
  const secrets = at(app.properties, 'configuration', 'secrets') as JsonObject[];
  const env = at(app.properties, 'template', 'containers', 0, 'env') as JsonObject[];
  return filled(
    env.map(({ name, value, secretRef }) => {
      const secret = secrets.find((one) => one.name === secretRef)?.keyVaultUrl;
      return [String(name), String(value ?? secret)];
    }),
  );
}

const filled = (settings: [string, string][]): Record<string, string> =>
  Object.fromEntries(settings.map(([name, value]) => [name, known(value)]));

describe('the settings that Azure gives the bot', () => {
  const bots = deployments.flatMap((deployment) => {
    const env = environment(deployment);
    return env ? [{ name: deployment.name, env }] : [];
  });

  it('are there on both hosts', () => assert.equal(bots.length, 4));

  for (const { name, env } of bots) {
    it(`are settings that there are, in ${name}`, () => {
      const names = Object.keys(env).filter((one) => !ofOthers.includes(one));
      assert.deepEqual(
        names.filter((one) => !settingNames.some((known) => known === one)),
        [],
      );
    });

    it(`are all that the bot requires, in ${name}`, () => {
      const settings = readSettings(env);
      assert.equal(settings.tryout, false);
      assert.deepEqual(settings.app, {
        type: 'UserAssignedMSI',
        id: clientId,
        tenantId: '90b1d6e2-3c4f-4a57-8d69-7e8f90a1b2c3',
      });
      const { kind, ...place } = settings.store;
      assert.equal(kind, 'cosmos');
      assert.deepEqual(
        { key: undefined, ...place },
        {
          key: undefined,
          endpoint: 'https://cosmos-klachten.documents.azure.com:443/',
          database: 'klachten',
        },
      );
      assert.equal(settings.people.officer?.name, 'Lars Brouwer');
    });

    it(`log all that alerts and evidence need, in ${name}`, () => {
      assert.match(readSettings(env).logLevel, /^(info|debug|trace)$/);
    });
  }

  it('mail letters by a mailbox without a secret, or by a server', () => {
    const ways = bots.map(({ env }) => env.MAIL);
    assert.deepEqual(ways, ['smtp', 'smtp', 'graph', 'none']);
  });

  it('have every setting, filled in where a parameter asks for it, or say why the bot does without', () => {
    const given = new Set(
      bots.flatMap(({ env }) => Object.keys(env).filter((name) => env[name] && name !== 'PORT')),
    );
    assert.deepEqual(
      settingNames.filter((name) => given.has(name) === name in notInAzure),
      [],
      'to be given in infra/main.bicep and test/infra/*.bicepparam, or named here',
    );
    const comments =
      readFileSync('infra/main.bicep', 'utf8')
        .match(/^\/\/ .*/gm)
        ?.join('\n') ?? '';
    for (const [name, reason] of Object.entries(notInAzure)) {
      const [why = ''] = comments.match(new RegExp(`\\b${name}\\b[^.,]*`)) ?? [];
      assert(why.includes(reason), `${name}: ${reason}`);
    }
  });

  it('name the account into which the register was restored', () => {
    for (const deployment of deployments) {
      const [config] = ofType(deployment, 'Microsoft.Web/sites/config');
      const endpoint = String(config?.properties.COSMOS_ENDPOINT ?? '');
      assert.equal(endpoint.includes('-restored'), deployment.name === 'restored');
    }
  });
});
