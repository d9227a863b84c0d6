// Tells the administrators by mail what they must look at. The queries look for what the bot logs; a test compares the two.

@description('Beginning of the names of the alerts.')
param prefix string

@description('Region of the log alerts.')
param location string

@description('Tags of the resources.')
param tags { *: string }

@description('Mail address of who administers the bot.')
param mailTo string

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Resource id of the Cosmos DB account.')
param registerId string

@description('Whether the bot runs on App Service, which measures readiness itself.')
param isOnAppService bool

@description('Resource id of the web app; empty on Container Apps.')
param appServiceId string

@description('Table to which the bot logs.')
param table string

@description('Column of that table with the line of the bot.')
param column string

var lines = '${table}\n| extend line = ${column}\n'
var minutes = '| summarize minutes = dcount(bin(TimeGenerated, 1m))\n'

// The platform of Container Apps has no measure of readiness: the bot says that it is not ready, or a probe gets no answer.
var notReadyInLog = isOnAppService
  ? []
  : [
      {
        name: 'not-ready'
        text: 'Klachtenbot was vijf minuten niet klaar voor gebruik.'
        severity: 0
        window: 'PT10M'
        query: 'union isfuzzy=true\n  (${lines}  | where line contains \'"msg":"not ready\'),\n  (ContainerAppSystemLogs\n  | where Log contains "probe" and Log contains "failed")\n${minutes}| where minutes >= 5'
      }
    ]

var inLog = concat(notReadyInLog, [
  {
    name: 'errors'
    text: 'Klachtenbot schreef een fout in het log.'
    severity: 2
    window: 'PT10M'
    query: '${lines}| where line contains \'"level":"error"\''
  }
  {
    // The bot says so after three minutes, at every probe: twelve minutes later it is fifteen.
    name: 'no-sweep'
    text: 'Klachtenbot heeft vijftien minuten geen herinneringen en termijnen kunnen nalopen.'
    severity: 1
    window: 'PT15M'
    query: '${lines}| where line contains "not ready: no sweep went well"\n${minutes}| where minutes >= 11'
  }
  {
    // From 16:00 on the bot alarms the desk of a card that did not arrive (article 5); what it sends then is named so.
    name: 'not-forwarded'
    text: 'Een klacht van vandaag is na 16:00 uur nog niet doorgegeven.'
    severity: 1
    window: 'PT10M'
    query: '${lines}| where line contains "/forwarding-alarm/"'
  }
])

resource administrators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${prefix}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'klachtenbot'
    emailReceivers: [{ name: 'beheer', emailAddress: mailTo, useCommonAlertSchema: true }]
  }
}

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for one in inLog: {
    name: '${prefix}-${one.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${prefix}-${one.name}'
      description: one.text
      severity: one.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: one.window
      criteria: {
        allOf: [
          {
            query: one.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      // The table is empty until the bot has run.
      skipQueryValidation: true
      actions: { actionGroups: [administrators.id] }
    }
  }
]

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = if (isOnAppService) {
  name: '${prefix}-not-ready'
  location: 'global'
  tags: tags
  properties: {
    description: 'Klachtenbot was vijf minuten niet klaar voor gebruik.'
    severity: 0
    enabled: true
    scopes: [appServiceId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'ready'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'HealthCheckStatus'
          // In percent; every one of the five was 0.
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 1
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: administrators.id }]
  }
}

resource throttled 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-throttled'
  location: 'global'
  tags: tags
  properties: {
    description: 'Cosmos DB weigert verzoeken van Klachtenbot (429): het zijn er te veel tegelijk.'
    severity: 2
    enabled: true
    scopes: [registerId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'throttled'
          metricNamespace: 'Microsoft.DocumentDB/databaseAccounts'
          metricName: 'TotalRequests'
          dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 10
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: administrators.id }]
  }
}
