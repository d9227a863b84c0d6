// Keeps the register: Cosmos DB with exactly the container that the bot opens. Who may is in register-access.bicep.

@description('Name of the account.')
param name string

@description('Region of the account.')
param location string

@description('Tags of the resources.')
param tags { *: string }

@description('Name of the database.')
param databaseName string

@description('How far back the register can be restored. What is erased stays in the backup for as long.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backup string

@description('Whether only private endpoints reach the account.')
param private bool

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
  name: databaseName
  properties: { resource: { id: databaseName } }
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
