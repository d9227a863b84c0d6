// A register that Azure restored into another account, on a private network.
using '../../infra/main.bicep'

param host = 'appService'
param restoredAccount = 'cosmos-klachten-prod-restored'
param privateNetwork = true
param officer = 'Lars Brouwer <lars@example.nl> 00000000-0000-4000-8000-000000000011'
param board = 'Willem Jansen <willem@example.nl> 00000000-0000-4000-8000-000000000013'
param organisationAddress = 'Ballance, Straat 1, 3511 AA Utrecht'
param organisationEmail = 'klachten@example.nl'
param organisationPhone = '030 123 4567'
param alertsTo = 'beheer@example.nl'
