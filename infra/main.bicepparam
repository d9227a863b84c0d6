// What is yours. Change it here, and keep it in a copy of the repository of your own: what provisions reads this file. There is no secret in it.
using 'main.bicep'

// appService or containerApps.
param host = 'appService'

// People: name, mail address and object id in Entra (az ad user show --id ADDRESS --query id).
param officer = 'Lars Brouwer <lars@example.nl> 00000000-0000-4000-8000-000000000011'
param substitutes = 'Fatima el Amrani <fatima@example.nl> 00000000-0000-4000-8000-000000000012'
param board = 'Willem Jansen <willem@example.nl> 00000000-0000-4000-8000-000000000013; Ingrid Smit <ingrid@example.nl> 00000000-0000-4000-8000-000000000014'

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
