// Runs the bot on App Service for Linux. With PORT the platform tells the bot where to listen.

@description('Name of the web app, unique in all of Azure.')
param name string

@description('Name of the plan.')
param planName string

@description('Region of both.')
param location string

@description('Tags of the resources.')
param tags { *: string }

@description('Size of the plan. Below B1 there is no Always On, and without it no reminders.')
param plan string

@description('Resource id of the identity as which the bot runs.')
param identityId string

@description('The settings of the bot.')
param settings { *: string }

@description('Settings that stand in Key Vault: the address of each secret.')
param inVault { *: string }

@description('Resource id of the subnet through which the bot reaches the private endpoints; empty without.')
param subnetId string

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

resource servers 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'linux'
  sku: { name: plan, capacity: 1 }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'app,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: servers.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    outboundVnetRouting: empty(subnetId) ? null : { allTraffic: true }
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      // Not npm, which does not pass on the signal to stop.
      appCommandLine: 'node src/start.js'
      alwaysOn: true
      healthCheckPath: '/health/ready'
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, mapValues(inVault, address => '@Microsoft.KeyVault(SecretUri=${address})'), {
      // The package is made elsewhere, is mounted as it is, and cannot be written to.
      WEBSITE_RUN_FROM_PACKAGE: '1'
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
      // The bot measures itself; the agent of the platform would note the addresses of chats.
      ApplicationInsightsAgent_EXTENSION_VERSION: 'disabled'
      // Seconds to finish what is under way; the bot needs ten.
      WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
    })
  }

  // Publishing with a password, which az does not need.
  resource scm 'basicPublishingCredentialsPolicies' = { name: 'scm', properties: { allow: false } }

  resource ftp 'basicPublishingCredentialsPolicies' = { name: 'ftp', properties: { allow: false } }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
      { category: 'AppServiceAuditLogs', enabled: true }
    ]
  }
}

@description('Resource id of the web app.')
output id string = app.id

@description('Host name of the bot.')
output hostName string = app.properties.defaultHostName
