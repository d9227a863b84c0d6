// Gives the identity its right to the contents of the register, and locks and watches the account: the one made here, or one into which
// Azure has restored it, to which none of these come along.

@description('Name of the account.')
param name string

@description('Name of the database.')
param databaseName string

@description('Resource id of the identity.')
param identityId string

@description('Object id (principal id, not client id) of the identity that reads and writes.')
param principalId string

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' existing = {
  name: name
}

// Cosmos DB Built-in Data Contributor. A role of Cosmos DB itself: Microsoft.Authorization does not know it.
resource reader 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = {
  parent: account
  name: guid(account.id, databaseName, identityId)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    scope: '${account.id}/dbs/${databaseName}'
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
