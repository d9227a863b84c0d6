// Container Apps with all that is optional.
using '../../infra/main.bicep'

param host = 'containerApps'
param image = 'klachtenbot:first'
param environment = 'test'
param mail = 'smtp'
param mailFrom = 'klachten@example.nl'
param privateNetwork = true
param insights = true
param healthFromAnywhere = true
param feedback = true
param feedbackOrigin = 'https://www.example.nl'
param retentionYears = 20
param officer = 'Lars Brouwer <lars@example.nl> 00000000-0000-4000-8000-000000000011'
param board = 'Willem Jansen <willem@example.nl> 00000000-0000-4000-8000-000000000013'
param organisationAddress = 'Ballance, Straat 1, 3511 AA Utrecht'
param organisationEmail = 'klachten@example.nl'
param organisationPhone = '030 123 4567'
param alertsTo = 'beheer@example.nl'
