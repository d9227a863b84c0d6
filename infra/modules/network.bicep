// Makes the network through which the bot alone reaches the register, the documents and the secret.

@description('Name of the network.')
param name string

@description('Region of the network.')
param location string

@description('Tags of the resources.')
param tags { *: string }

@description('Resource provider whose instances get the subnet of the bot.')
@allowed(['Microsoft.Web/serverFarms', 'Microsoft.App/environments'])
param delegation string

@description('Names of the private DNS zones.')
param zones string[]

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.42.0.0/24'] }
    subnets: [
      {
        name: 'bot'
        properties: {
          addressPrefix: '10.42.0.0/26'
          delegations: [{ name: 'bot', properties: { serviceName: delegation } }]
        }
      }
      { name: 'endpoints', properties: { addressPrefix: '10.42.0.64/27' } }
    ]
  }

  resource bot 'subnets' existing = { name: 'bot' }

  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for one in zones: {
    name: one
    location: 'global'
    tags: tags
  }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (one, i) in zones: {
    parent: zone[i]
    name: name
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

@description('Resource id of the subnet of the bot.')
output botSubnetId string = network::bot.id

@description('Resource id of the subnet of the private endpoints.')
output endpointSubnetId string = network::endpoints.id
