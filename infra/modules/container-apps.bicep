// Runs the bot in Container Apps, with a registry of its own. The app is made once there is an image.

@description('Name of the app.')
param name string

@description('Name of the environment.')
param environmentName string

@description('Name of the registry, unique in all of Azure.')
param registryName string

@description('Region of all.')
param location string

@description('Tags of the resources.')
param tags { *: string }

@description('Image in the registry, with its tag: klachtenbot:first. Empty: not pushed yet, so there is no app.')
param image string

@description('Resource id of the identity as which the bot runs and pulls its image.')
param identityId string

@description('Object id (principal id) of that identity.')
param principalId string

@description('The settings of the bot.')
param settings { *: string }

@description('Settings that stand in Key Vault: the address of each secret.')
param inVault { *: string }

@description('Resource id of the subnet of the environment; empty without.')
param subnetId string

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

var port = 3978

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: registryName
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

// AcrPull.
resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, identityId, '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '7f951dda-4ed3-4680-a7ca-43fe172d538d'
    )
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: environmentName
  location: location
  tags: tags
  properties: {
    // By diagnostic settings, because the other way needs the key of the workspace.
    appLogsConfiguration: { destination: 'azure-monitor' }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    vnetConfiguration: empty(subnetId) ? null : { infrastructureSubnetId: subnetId, internal: false }
  }
}

resource app 'Microsoft.App/containerApps@2025-07-01' = if (!empty(image)) {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: port, transport: 'http', allowInsecure: false }
      registries: [{ server: registry.properties.loginServer, identity: identityId }]
      secrets: [
        for secret in items(inVault): {
          name: toLower(replace(secret.key, '_', '-'))
          keyVaultUrl: secret.value
          identity: identityId
        }
      ]
    }
    template: {
      // Seconds to finish what is under way; the bot needs ten.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'klachtenbot'
          image: '${registry.properties.loginServer}/${image}'
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            map(items(union(settings, { PORT: string(port) })), one => { name: one.key, value: one.value }),
            map(items(inVault), one => { name: one.key, secretRef: toLower(replace(one.key, '_', '-')) })
          )
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/health/live', port: port }
              periodSeconds: 2
              failureThreshold: 30
            }
            { type: 'Liveness', httpGet: { path: '/health/live', port: port }, periodSeconds: 10 }
            {
              type: 'Readiness'
              httpGet: { path: '/health/ready', port: port }
              periodSeconds: 30
              timeoutSeconds: 10
            }
          ]
        }
      ]
      // Never none, because then nobody is reminded.
      scale: { minReplicas: 1, maxReplicas: 2 }
    }
  }
  dependsOn: [pull]
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environment
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

@description('Host name of the bot, which is known before there is an app.')
output hostName string = '${name}.${environment.properties.defaultDomain}'

@description('Address of the registry.')
output registry string = registry.properties.loginServer
