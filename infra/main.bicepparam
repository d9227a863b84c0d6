// What is yours. Change it here, and keep it in a copy of the repository of your own: what provisions reads this file. There is no secret in it.
using 'main.bicep'

// appService or containerApps.
param host = 'appService'

// People: name, mail address and object id in Entra (az ad user show --id ADDRESS --query id).
param officer = 'Lars Brouwer <lars@example.nl> 8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02'
param substitutes = 'Fatima el Amrani <fatima@example.nl> c41e7f3a-2b6d-4a89-8e05-1d2c3b4a5f03'
param board = 'Willem Jansen <willem@example.nl> e95a1b7c-6f48-4d32-a7b1-9c8d7e6f5a04; Ingrid Smit <ingrid@example.nl> 6d83f2b5-4c17-4e9a-b2d6-7a6b5c4d3e06'

// How a complainant reaches you.
param organisationAddress = 'Ballance, Straat 1, 3511 AA Utrecht'
param organisationEmail = 'klachten@example.nl'
param organisationPhone = '030 123 4567'
param branches = 'Utrecht: Straat 1, 3511 AA Utrecht; Delft: Plein 2, 2611 AA Delft'
param websiteUrl = 'https://www.example.nl/'
param privacyUrl = 'https://www.example.nl/privacy'
param termsUrl = 'https://www.example.nl/voorwaarden'
param regulationUrl = 'https://www.example.nl/klachtenregeling'

// How letters go out: none, graph or smtp. graph wants a right in Exchange to this one mailbox; until then the log says so.
param mail = 'graph'
param mailFrom = 'klachten@example.nl'

// Who is told when something is wrong.
param alertsTo = 'beheer@example.nl'
