// All that Klachtenbot needs in Azure: who it is, its register, where it runs, and who is told when it does not.
//
// Once:       az provider register --namespace Microsoft.BotService   (and of each other namespace below, where it is not)
//             az group create --name rg-klachten --location westeurope
// Preview:    az deployment group what-if --resource-group rg-klachten --parameters infra/main.bicepparam
// Provision:  az deployment group create --resource-group rg-klachten --name klachten --parameters infra/main.bicepparam
// Outputs:    az deployment group show --resource-group rg-klachten --name klachten --query properties.outputs
// Who provisions is Owner of the resource group: roles and locks are given here.
//
// Deploy:     scripts/deploy.sh rg-klachten HEAD   (or a tag; that of an earlier version to roll back)
// On Container Apps the first time: az acr build --registry REGISTRY --image klachtenbot:first . , that name in `image`, and provision.
// An older version does not start on a register that a newer one has opened: then restore the register as well.
//
// There is no right to send mail in here: Exchange gives it, for one mailbox (outputs botId and principalId).

metadata name = 'Klachtenbot'

targetScope = 'resourceGroup'

@description('Beginning of every name: lower-case letters and digits.')
@minLength(3)
@maxLength(10)
param name string = 'klachten'

@description('Which of your environments this is; part of every name.')
@allowed(['prod', 'test'])
param environment string = 'prod'

@description('Region. Keep it in the European Union.')
param location string = resourceGroup().location

@description('Tags of every resource.')
param tags { *: string } = {}

@description('Where the bot runs. appService: from a package, the simplest. containerApps: from an image, two at most.')
@allowed(['appService', 'containerApps'])
param host string = 'appService'

@description('Size of the App Service plan. Smaller ones have no Always On, and then nobody is reminded.')
@allowed(['B1', 'B2', 'B3', 'P0v3', 'P1v3', 'P2v3'])
param plan string = 'B1'

@description('Container Apps only: the image in the registry made here, such as klachtenbot:first. Empty the first time.')
param image string = ''

@description('Klachtenfunctionaris, as: Name <address> object id in Entra.')
param officer string

@description('Substitutes, in the order in which they step in, separated by ; as the officer is written.')
param substitutes string = ''

@description('Directie: one or more, separated by ; as the officer is written.')
param board string

@description('Postal address for complainants, on one line.')
param organisationAddress string

@description('Mail address for complainants.')
param organisationEmail string

@description('Telephone number for complainants.')
param organisationPhone string

@description('Branches, separated by ; each as Name: address.')
param branches string = ''

@description('The website. https.')
param websiteUrl string = ''

@description('The privacy statement on the website. https.')
param privacyUrl string = ''

@description('The terms of use on the website. https.')
param termsUrl string = ''

@description('The complaints regulation on the website. https.')
param regulationUrl string = ''

@description('When the digest is sent on working days: HH:MM in Amsterdam.')
param digestAt string = '08:30'

@description('When reminders are sent on working days: HH:MM in Amsterdam.')
param remindAt string = '09:00'

@description('Days that a decree equates with a public holiday, separated by commas: 2029-05-11.')
param extraHolidays string = ''

@description('Working days that a letter by post takes.')
@minValue(0)
@maxValue(10)
param postDays int = 3

@description('Years after closing at which personal data is erased.')
@minValue(1)
@maxValue(30)
param retentionYears int = 5

@description('How letters are mailed. none: by hand. graph: by Microsoft Graph from the mailbox mailFrom, without a password; Exchange gives the identity the right to that mailbox. smtp: by a mail server; its address, with the password, stands in Key Vault.')
@allowed(['none', 'graph', 'smtp'])
param mail string = 'none'

@description('Mailbox as which letters are sent. Required unless mail is none.')
param mailFrom string = ''

@description('How the bot logs in at the mail server, for mail = smtp. password: the one in its address. oauth2: a token of the bot\'s own identity; the address then has no password.')
@allowed(['password', 'oauth2'])
param smtpAuth string = 'password'

@description('Mail address that gets the alerts: of who administers the bot.')
param alertsTo string

@description('How far back the register can be restored. What is erased stays in the backup for as long.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backup string = 'Continuous30Days'

@description('After a restore: the name of the account of Cosmos DB into which Azure restored the register, in this resource group. The one made here before stays, until you remove it.')
param restoredAccount string = ''

@description('Days for which the logs can be searched at once; those of the bot are kept two years longer than dossiers.')
@minValue(30)
@maxValue(730)
param searchableDays int = 90

@description('Whether metrics and traces go to Application Insights. They name no person and no complaint.')
param insights bool = false

@description('A collector of OpenTelemetry that gets metrics and traces: an address such as http://10.0.0.4:4318. Empty: none.')
param collector string = ''

@description('How much the bot logs. Less than info would lose the evidence of the register and the alerts.')
@allowed(['info', 'debug', 'trace'])
param logLevel string = 'info'

@description('Whether who shows HEALTH_TOKEN reads the detail of /health/ready from anywhere. The value stands in Key Vault.')
param healthFromAnywhere bool = false

@description('Whether complaints come by the feedback form of the website (docs/website.md). FEEDBACK_SECRET stands in Key Vault.')
param feedback bool = false

@description('The website that may show the form of the bot, such as https://www.example.nl, with feedback = true. Empty: none.')
param feedbackOrigin string = ''

@description('Whether the register, documents and Key Vault are reached over a private network only, by administrators too. Decide before the first time.')
param privateNetwork bool = false

var isOnContainers = host == 'containerApps'
var prefix = '${name}-${environment}'
var unique = take(uniqueString(resourceGroup().id), 6)
var plainName = '${name}${environment}${unique}'
var database = 'klachten'
var account = empty(restoredAccount) ? 'cosmos-${prefix}-${unique}' : restoredAccount
var hasVault = mail == 'smtp' || healthFromAnywhere || feedback
var console = isOnContainers
  ? { table: 'ContainerAppConsoleLogs', column: 'Log' }
  : { table: 'AppServiceConsoleLogs', column: 'ResultDescription' }
var zones = {
  Sql: 'privatelink.documents.azure.com'
  blob: 'privatelink.blob.${az.environment().suffixes.storage}'
  vault: 'privatelink.vaultcore.azure.net'
}

// Who the bot is, to Teams, Cosmos DB, storage and Exchange. Another identity is another bot, to which nobody has talked yet.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${prefix}'
  location: location
  tags: tags
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: identity
  name: 'identity'
  properties: { level: 'CanNotDelete', notes: 'A new identity is a new bot: every chat address is lost.' }
}

module logs 'modules/logs.bicep' = {
  params: {
    name: 'log-${prefix}'
    location: location
    tags: tags
    table: console.table
    years: min(retentionYears + 2, 12)
    searchableDays: searchableDays
    insightsName: insights ? 'appi-${prefix}' : ''
  }
}

module register 'modules/register.bicep' = if (empty(restoredAccount)) {
  params: {
    name: account
    location: location
    tags: tags
    databaseName: database
    backup: backup
    private: privateNetwork
  }
}

module access 'modules/register-access.bicep' = {
  params: {
    name: account
    databaseName: database
    identityId: identity.id
    principalId: identity.properties.principalId
    workspaceId: logs.outputs.id
  }
  dependsOn: [register]
}

module documents 'modules/documents.bicep' = {
  params: {
    name: 'st${plainName}'
    location: location
    tags: tags
    identityId: identity.id
    principalId: identity.properties.principalId
    private: privateNetwork
    workspaceId: logs.outputs.id
  }
}

module secrets 'modules/secrets.bicep' = if (hasVault) {
  params: {
    name: 'kv${plainName}'
    location: location
    tags: tags
    identityId: identity.id
    principalId: identity.properties.principalId
    private: privateNetwork
    workspaceId: logs.outputs.id
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    name: 'vnet-${prefix}'
    location: location
    tags: tags
    delegation: isOnContainers ? 'Microsoft.App/environments' : 'Microsoft.Web/serverFarms'
    zones: map(items(zones), zone => zone.value)
  }
}

module toRegister 'modules/private-endpoint.bicep' = if (privateNetwork) {
  params: {
    // An endpoint keeps the account for which it was made.
    name: empty(restoredAccount) ? 'pep-register-${prefix}' : 'pep-register-${prefix}-${restoredAccount}'
    location: location
    tags: tags
    subnetId: network!.outputs.endpointSubnetId
    targetId: access.outputs.id
    part: 'Sql'
    zone: zones.Sql
  }
}

module toDocuments 'modules/private-endpoint.bicep' = if (privateNetwork) {
  params: {
    name: 'pep-documents-${prefix}'
    location: location
    tags: tags
    subnetId: network!.outputs.endpointSubnetId
    targetId: documents.outputs.id
    part: 'blob'
    zone: zones.blob
  }
}

module toSecrets 'modules/private-endpoint.bicep' = if (privateNetwork && hasVault) {
  params: {
    name: 'pep-secrets-${prefix}'
    location: location
    tags: tags
    subnetId: network!.outputs.endpointSubnetId
    targetId: secrets!.outputs.id
    part: 'vault'
    zone: zones.vault
  }
}

// As src/settings/ reads them; a test hands them to it. An empty one counts as not given. Of the others
// HOST and PORT are for the platform, CLOCK is for the try-out, and COSMOS_KEY and MicrosoftAppPassword are secrets that an identity does without.
var settings = {
  MicrosoftAppType: 'UserAssignedMSI'
  MicrosoftAppId: identity.properties.clientId
  MicrosoftAppTenantId: subscription().tenantId
  STORE: 'cosmos'
  COSMOS_ENDPOINT: access.outputs.endpoint
  DOCUMENTS: 'blob:${documents.outputs.url}'
  COSMOS_DATABASE: database
  OFFICER: officer
  SUBSTITUTES: substitutes
  BOARD: board
  ORGANISATION_ADDRESS: organisationAddress
  ORGANISATION_EMAIL: organisationEmail
  ORGANISATION_PHONE: organisationPhone
  BRANCHES: branches
  WEBSITE_URL: websiteUrl
  PRIVACY_URL: privacyUrl
  TERMS_URL: termsUrl
  REGULATION_URL: regulationUrl
  DIGEST_AT: digestAt
  REMIND_AT: remindAt
  EXTRA_HOLIDAYS: extraHolidays
  POST_DAYS: string(postDays)
  RETENTION_YEARS: string(retentionYears)
  APPLICATIONINSIGHTS_CONNECTION_STRING: logs.outputs.connectionString
  OTEL_EXPORTER_OTLP_ENDPOINT: collector
  LOG_LEVEL: logLevel
  MAIL: mail
  MAIL_FROM: mail == 'none' ? '' : mailFrom
  SMTP_AUTH: mail == 'smtp' ? smtpAuth : ''
  FEEDBACK_ORIGIN: feedback ? feedbackOrigin : ''
}
// The secrets that there can be: the address of the mail server with the password, the token for readiness, and
// with what the website signs. Put there once, before there
// is an image or a package, and again when one changes, by somebody with the role Key Vault Secrets Officer:
// az keyvault secret set --vault-name NAME --name smtp-url --value smtps://user:password@mail.example.nl
var inVault = union(
  mail == 'smtp' ? { SMTP_URL: '${secrets!.outputs.uri}secrets/smtp-url' } : {},
  healthFromAnywhere ? { HEALTH_TOKEN: '${secrets!.outputs.uri}secrets/health-token' } : {},
  feedback ? { FEEDBACK_SECRET: '${secrets!.outputs.uri}secrets/feedback-secret' } : {}
)

module appService 'modules/app-service.bicep' = if (!isOnContainers) {
  params: {
    name: 'app-${prefix}-${unique}'
    planName: 'asp-${prefix}'
    location: location
    tags: tags
    plan: plan
    identityId: identity.id
    settings: settings
    inVault: inVault
    subnetId: privateNetwork ? network!.outputs.botSubnetId : ''
    workspaceId: logs.outputs.id
  }
}

module containerApps 'modules/container-apps.bicep' = if (isOnContainers) {
  params: {
    name: 'ca-${prefix}'
    environmentName: 'cae-${prefix}'
    registryName: 'cr${plainName}'
    location: location
    tags: tags
    image: image
    identityId: identity.id
    principalId: identity.properties.principalId
    settings: settings
    inVault: inVault
    subnetId: privateNetwork ? network!.outputs.botSubnetId : ''
    workspaceId: logs.outputs.id
  }
}

module teams 'modules/teams.bicep' = {
  params: {
    name: 'bot-${prefix}-${unique}'
    tags: tags
    identityId: identity.id
    clientId: identity.properties.clientId
    hostName: isOnContainers ? containerApps!.outputs.hostName : appService!.outputs.hostName
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    prefix: prefix
    location: location
    tags: tags
    mailTo: alertsTo
    workspaceId: logs.outputs.id
    registerId: access.outputs.id
    isOnAppService: !isOnContainers
    appServiceId: isOnContainers ? '' : appService!.outputs.id
    table: console.table
    column: console.column
  }
}

@description('Id of the bot, for the manifest of the Teams app: MicrosoftAppId. Exchange calls it AppId.')
output botId string = identity.properties.clientId

@description('Object id of the identity, which Exchange wants besides: ObjectId.')
output principalId string = identity.properties.principalId

@description('Tenant whose people may talk to the bot.')
output tenantId string = subscription().tenantId

@description('Host name of the bot, for the manifest of the Teams app and to look at /health/live.')
output hostName string = isOnContainers ? containerApps!.outputs.hostName : appService!.outputs.hostName

@description('Name of the web app or the container app, to which you deploy.')
output app string = isOnContainers ? 'ca-${prefix}' : 'app-${prefix}-${unique}'

@description('Address of the registry for images; empty on App Service.')
output registry string = isOnContainers ? containerApps!.outputs.registry : ''

@description('Address of the register, for the commands export and verify on another machine: COSMOS_ENDPOINT.')
output cosmosEndpoint string = access.outputs.endpoint

@description('Address of the container for documents.')
output documentsUrl string = documents.outputs.url

@description('Name of the Key Vault that wants the secrets smtp-url, health-token and feedback-secret, each where it is asked for; empty without.')
output vault string = hasVault ? 'kv${plainName}' : ''
