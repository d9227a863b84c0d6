// Keeps the logs. On Cosmos DB the lines `journal` and `register head` are the only evidence that nothing was taken away, so
// those of the bot are kept as long as dossiers are, and the lock stands in the way of who would delete or shorten them.

@description('Name of the workspace.')
param name string

@description('Region of the workspace.')
param location string

@description('Tags of the resource.')
param tags { *: string }

@description('Table to which the bot logs.')
param table string

@description('Years for which the log of the bot is kept: 1 to 12.')
@minValue(1)
@maxValue(12)
param years int

@description('Days for which all logs can be searched at once.')
param searchableDays int

@description('Name of the Application Insights that gets metrics and traces; empty without.')
param insightsName string

// The days that Log Analytics accepts, by years.
var daysOf = [365, 730, 1095, 1460, 1826, 2191, 2556, 2922, 3288, 3653, 4018, 4383]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: searchableDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }

  resource ofBot 'tables' = {
    name: table
    properties: { plan: 'Analytics', retentionInDays: searchableDays, totalRetentionInDays: daysOf[years - 1] }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: workspace
  name: 'evidence'
  properties: { level: 'CanNotDelete', notes: 'The log is the evidence of the register.' }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = if (!empty(insightsName)) {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: workspace.id }
}

@description('Resource id of the workspace.')
output id string = workspace.id

@description('Where metrics and traces go: APPLICATIONINSIGHTS_CONNECTION_STRING; empty without. It lets one write only.')
output connectionString string = empty(insightsName) ? '' : insights!.properties.ConnectionString
