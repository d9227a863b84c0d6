import assert from 'node:assert/strict';
import project from '../../package.json' with { type: 'json' };
import { containerDefinition, containerName } from '../../src/store/cosmos-connection.ts';
import { at, type Deployment, deployments, leaves, ofType, type Resource, theOnly } from './a-deployment.ts';

/** The roles that the identity gets, by their ids in Azure: no other. */
const roles: Record<string, string> = {
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe': 'Storage Blob Data Contributor',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d': 'AcrPull',
  '4633458b-17de-408a-b874-0445c86b69e6': 'Key Vault Secrets User',
};

const cosmos = 'Microsoft.DocumentDB/databaseAccounts';
const appService = 'Microsoft.Web/sites';
const containerApp = 'Microsoft.App/containerApps';

const runsOn = (type: string) => deployments.filter((one) => ofType(one, type).length > 0);

const lastPart = (id: unknown): string => String(id).split('/').at(-1) ?? '';

describe('deployments of which the test knows', () => {
  it('are on both hosts, with and without what is optional', () => {
    assert.deepEqual(
      deployments.map(({ name }) => name),
      ['app-service-private', 'container-apps-first', 'container-apps-private', 'main', 'restored'],
    );
    assert.deepEqual(
      runsOn(appService).map(({ name }) => name),
      ['app-service-private', 'main', 'restored'],
    );
    assert.deepEqual(
      runsOn(containerApp).map(({ name }) => name),
      ['container-apps-private'],
    );
  });
});

for (const deployment of deployments) {
  describe(`the deployment ${deployment.name}`, () => {
    const identity = () => theOnly(deployment, 'Microsoft.ManagedIdentity/userAssignedIdentities');

    const isRestored = deployment.name === 'restored';
    /** The id of the account of Cosmos DB: made here, or made by Azure when it restored the register. */
    const accountId = () =>
      isRestored
        ? identity().id.replace(/Microsoft\.ManagedIdentity.*/, `${cosmos}/cosmos-klachten-prod-restored`)
        : theOnly(deployment, cosmos).id;

    if (isRestored)
      it('leaves every account and its contents as they are', () => {
        const ofCosmos = deployment.resources.filter(({ type }) => type.startsWith(cosmos));
        assert.deepEqual(
          ofCosmos.map(({ type }) => type),
          [`${cosmos}/sqlRoleAssignments`],
        );
      });
    else makesItsRegister();

    function makesItsRegister() {
      it('makes exactly the container of the code', () => {
        const { resource } = theOnly(deployment, `${cosmos}/sqlDatabases/containers`).properties;
        const { kind, ...partitionKey } = at(resource, 'partitionKey') as Record<string, unknown>;
        assert.deepEqual(
          { ...(resource as object), partitionKey },
          { id: containerName, ...containerDefinition },
        );
        assert.equal(kind, 'Hash');
      });

      it('keeps the register without keys, in one region, serverless, in a continuous backup', () => {
        const { properties } = theOnly(deployment, cosmos);
        assert.equal(properties.disableLocalAuth, true);
        assert.equal(properties.minimalTlsVersion, 'Tls12');
        assert.equal(properties.enableMultipleWriteLocations, false);
        assert.equal((properties.locations as unknown[]).length, 1);
        assert.equal(at(properties, 'consistencyPolicy', 'defaultConsistencyLevel'), 'Session');
        assert.equal(at(properties, 'backupPolicy', 'type'), 'Continuous');
        assert.deepEqual(properties.capabilities, [{ name: 'EnableServerless' }]);
      });
    }

    it('gives the identity, by its principal id, the contents of the database and of nothing else', () => {
      const { principalId, roleDefinitionId, scope } = theOnly(
        deployment,
        `${cosmos}/sqlRoleAssignments`,
      ).properties;
      assert.equal(
        roleDefinitionId,
        `${accountId()}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002`,
      );
      assert.equal(scope, `${accountId()}/dbs/klachten`);
      assert(String(principalId).startsWith(`[reference('${identity().id}'`));
      assert(String(principalId).endsWith(').principalId]'));
    });

    it('gives it no role in Azure but those it needs', () => {
      const given = ofType(deployment, 'Microsoft.Authorization/roleAssignments');
      const has = (type: string) => ofType(deployment, type).length > 0;
      assert.deepEqual(given.map(({ properties }) => roles[lastPart(properties.roleDefinitionId)]).sort(), [
        ...(has('Microsoft.ContainerRegistry/registries') ? ['AcrPull'] : []),
        ...(has('Microsoft.KeyVault/vaults') ? ['Key Vault Secrets User'] : []),
        'Storage Blob Data Contributor',
      ]);
      for (const { properties } of given) {
        assert.equal(properties.principalType, 'ServicePrincipal');
        assert(String(properties.principalId).endsWith(').principalId]'));
      }
    });

    it('keeps documents private, without keys, and erases what is erased', () => {
      const { properties } = theOnly(deployment, 'Microsoft.Storage/storageAccounts');
      assert.equal(properties.allowSharedKeyAccess, false);
      assert.equal(properties.allowBlobPublicAccess, false);
      assert.equal(properties.minimumTlsVersion, 'TLS1_2');
      const blobs = theOnly(deployment, 'Microsoft.Storage/storageAccounts/blobServices').properties;
      assert.equal(blobs.isVersioningEnabled, false);
      const days = Number(at(blobs, 'deleteRetentionPolicy', 'days'));
      assert(days >= 1 && days <= 7);
      const container = theOnly(deployment, 'Microsoft.Storage/storageAccounts/blobServices/containers');
      assert.equal(container.properties.publicAccess, 'None');
    });

    it('registers the bot with Teams as that identity, at the path that the bot serves', () => {
      const { properties } = theOnly(deployment, 'Microsoft.BotService/botServices');
      assert.equal(properties.msaAppType, 'UserAssignedMSI');
      assert.equal(properties.msaAppMSIResourceId, identity().id);
      assert(String(properties.msaAppId).endsWith(').clientId]'));
      assert.equal(properties.disableLocalAuth, true);
      assert.match(String(properties.endpoint), /^\[format\('https:\/\/\{0\}\/api\/messages', /);
      const channel = theOnly(deployment, 'Microsoft.BotService/botServices/channels');
      assert.equal(channel.properties.channelName, 'MsTeamsChannel');
    });

    it('locks what cannot be made again', () => {
      const locked = ofType(deployment, 'Microsoft.Authorization/locks');
      assert(locked.every(({ properties }) => properties.level === 'CanNotDelete'));
      const kept = [
        'Microsoft.ManagedIdentity/userAssignedIdentities',
        'Microsoft.Storage/storageAccounts',
        'Microsoft.OperationalInsights/workspaces',
      ]
        .map((type) => theOnly(deployment, type).id)
        .concat(accountId())
        .map((id) => `${id}/providers/Microsoft.Authorization/locks/`);
      assert(kept.every((id) => locked.some((lock) => lock.id.startsWith(id))));
      assert.equal(locked.length, kept.length);
    });

    it('keeps the log of the bot for years, and logs no text of a query', () => {
      const { properties } = theOnly(deployment, 'Microsoft.OperationalInsights/workspaces/tables');
      assert(Number(properties.totalRetentionInDays) >= 7 * 365);
      const categories = ofType(deployment, 'Microsoft.Insights/diagnosticSettings').flatMap(
        ({ properties }) => (properties.logs as { category: string }[]).map(({ category }) => category),
      );
      assert(categories.includes('DataPlaneRequests'));
      assert(categories.some((one) => /ConsoleLogs$/.test(one)));
      assert.deepEqual(
        categories.filter((one) => /Query/i.test(one)),
        [],
      );
    });

    it('opens nothing to the network that has a private address', () => {
      const isPrivate = ofType(deployment, 'Microsoft.Network/virtualNetworks').length > 0;
      const kept = ofType(deployment, cosmos)
        .concat(ofType(deployment, 'Microsoft.Storage/storageAccounts'))
        .concat(ofType(deployment, 'Microsoft.KeyVault/vaults'));
      const open = isPrivate ? 'Disabled' : 'Enabled';
      assert(kept.every(({ properties }) => properties.publicNetworkAccess === open));
      const endpoints = ofType(deployment, 'Microsoft.Network/privateEndpoints').map((one) =>
        at(one.properties, 'privateLinkServiceConnections', 0, 'properties', 'privateLinkServiceId'),
      );
      const reached = new Set([...kept.map(({ id }) => id), accountId()]);
      assert.deepEqual(endpoints.sort(), isPrivate ? [...reached].sort() : []);
    });

    it('names every resource by its environment', () => {
      const plain = deployment.resources.filter(
        ({ type }) => !/\/.*\/|Authorization|diagnosticSettings|DnsZones/.test(type),
      );
      assert(plain.length > 5);
      const wrong = plain.filter(({ name }) => !/klachten-?(prod|test)/.test(name));
      assert.deepEqual(wrong.map(nameOf), []);
    });

    it('puts out nothing but names, ids and addresses', () => {
      assert(Object.keys(deployment.outputs).length > 5);
      assert.deepEqual(
        leaves(deployment.outputs).filter(({ value }) => /\blist\w*\(|password/i.test(String(value))),
        [],
      );
    });
  });
}

const nameOf = ({ type, name }: Resource): string => `${type} ${name}`;

describe('the bot on App Service', () => {
  for (const deployment of runsOn(appService)) {
    const { properties } = theOnly(deployment, appService);
    const site = (name: string) => at(properties, 'siteConfig', name);
    const settings = theOnly(deployment, `${appService}/config`).properties;

    it(`starts as it must in ${deployment.name}, on a plan that keeps it awake`, () => {
      const plan = theOnly(deployment, 'Microsoft.Web/serverfarms') as Deployment['resources'][number] & {
        kind: string;
        sku: { name: string };
      };
      assert.equal(plan.kind, 'linux');
      assert.doesNotMatch(plan.sku.name, /^[FDY]/);
      assert.equal(site('linuxFxVersion'), 'NODE|24-lts');
      assert.equal(site('appCommandLine'), project.scripts.start);
      assert.equal(site('alwaysOn'), true);
      assert.equal(settings.WEBSITE_RUN_FROM_PACKAGE, '1');
    });

    it(`gets more time to stop than it needs in ${deployment.name}`, () => {
      assert(Number(settings.WEBSITES_CONTAINER_STOP_TIME_LIMIT) > 10);
    });

    it(`is reached by HTTPS only in ${deployment.name}, and changed without passwords`, () => {
      assert.equal(properties.httpsOnly, true);
      assert.equal(site('ftpsState'), 'Disabled');
      const ways = ofType(deployment, `${appService}/basicPublishingCredentialsPolicies`);
      assert.deepEqual(
        ways.map(({ properties }) => properties.allow),
        [false, false],
      );
    });
  }
});

describe('the bot in Container Apps', () => {
  for (const deployment of runsOn(containerApp)) {
    const { properties } = theOnly(deployment, containerApp);

    it('is always there, and gets more time to stop than it needs', () => {
      assert.deepEqual(at(properties, 'template', 'scale'), { minReplicas: 1, maxReplicas: 2 });
      assert(Number(at(properties, 'template', 'terminationGracePeriodSeconds')) > 10);
    });

    it('is reached by HTTPS only, where it listens', () => {
      const ingress = at(properties, 'configuration', 'ingress');
      assert.equal(at(ingress, 'allowInsecure'), false);
      const ports = leaves(properties).filter(({ path }) =>
        ['port', 'targetPort'].includes(path.at(-1) ?? ''),
      );
      assert.equal(ports.length, 4);
      assert.deepEqual([...new Set(ports.map(({ value }) => value))], [at(ingress, 'targetPort')]);
      const env = at(properties, 'template', 'containers', 0, 'env') as { name: string; value?: string }[];
      assert.equal(Number(env.find(({ name }) => name === 'PORT')?.value), at(ingress, 'targetPort'));
    });

    it('keeps nothing on a disk', () => assert.equal(at(properties, 'template', 'volumes'), undefined));
  }

  it('has a registry without a password', () => {
    for (const deployment of deployments)
      for (const { properties } of ofType(deployment, 'Microsoft.ContainerRegistry/registries'))
        assert.equal(properties.adminUserEnabled, false);
  });
});
