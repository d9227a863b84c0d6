// Keeps the register: Cosmos DB with exactly the container that the bot opens, and the identity's right to its contents.

@description('Name of the account.')
param name string

@description('Region of the account.')
param location string

@description('Tags of the resources.')
param tags { *: string }

@description('Resource id of the identity.')
param identityId string

@description('Object id (principal id, not client id) of the identity that reads and writes.')
param principalId string

@description('How far back the register can be restored. What is erased stays in the backup for as long.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backup string

@description('Whether only private endpoints reach the account.')
param private bool

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [{ name: 'EnableServerless' }]
    // One write region: two would each accept a version of the same dossier.
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    enableMultipleWriteLocations: false
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    // No keys: only the identity of the bot, and administrators whom you give the role.
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: backup }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-10-15' = {
  parent: account
  name: 'klachten'
  properties: { resource: { id: 'klachten' } }
}

// The definition in src/store/cosmos-connection.ts; a test compares the two. An identity may not make it.
resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-10-15' = {
  parent: database
  name: 'documents'
  properties: {
    resource: {
      id: 'documents'
      partitionKey: { paths: ['/id'], kind: 'Hash' }
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: [
          { path: '/kind/?' }
          { path: '/open/?' }
          { path: '/receiverId/?' }
          { path: '/attentionAt/?' }
          { path: '/nextDayToAct/?' }
          { path: '/_words/[]/?' }
          { path: '/_place/?' }
        ]
        excludedPaths: [{ path: '/*' }]
      }
    }
  }
}

// Cosmos DB Built-in Data Contributor. A role of Cosmos DB itself: Microsoft.Authorization does not know it.
resource reader 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = {
  parent: account
  name: guid(account.id, database.name, identityId)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    scope: '${account.id}/dbs/${database.name}'
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'register'
  properties: { level: 'CanNotDelete', notes: 'The register of complaints.' }
}

// Who asked for what and with which outcome; not the texts of queries, which hold the words that somebody looks for.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      { category: 'DataPlaneRequests', enabled: true }
      { category: 'ControlPlaneRequests', enabled: true }
    ]
  }
}

@description('Resource id of the account.')
output id string = account.id

@description('Address of the account: COSMOS_ENDPOINT.')
output endpoint string = account.properties.documentEndpoint

@description('Name of the database: COSMOS_DATABASE.')
output database string = database.name
