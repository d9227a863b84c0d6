// Registers the bot with Teams.

@description('Name of the bot, unique in all of Azure.')
param name string

@description('Tags of the resource.')
param tags { *: string }

@description('Resource id of the identity as which the bot signs in.')
param identityId string

@description('Client id of that identity: the id of the bot, MicrosoftAppId.')
param clientId string

@description('Host name to which Teams sends messages.')
param hostName string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Klachtenbot'
    description: 'De klachtenprocedure in Teams'
    endpoint: 'https://${hostName}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: clientId
    msaAppMSIResourceId: identityId
    msaAppTenantId: subscription().tenantId
    disableLocalAuth: true
    isStreamingSupported: false
    schemaTransformationVersion: '1.3'
  }
}

resource channel 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, acceptedTerms: true, deploymentEnvironment: 'CommercialDeployment' }
  }
}
