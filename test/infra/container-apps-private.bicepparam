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
param officer = 'Lars Brouwer <lars@example.nl> 8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02'
param board = 'Willem Jansen <willem@example.nl> e95a1b7c-6f48-4d32-a7b1-9c8d7e6f5a04'
param organisationAddress = 'Ballance, Straat 1, 3511 AA Utrecht'
param organisationEmail = 'klachten@example.nl'
param organisationPhone = '030 123 4567'
param alertsTo = 'beheer@example.nl'
