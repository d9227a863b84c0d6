// App Service with all that is optional: a mail server, and a private network.
using '../../infra/main.bicep'

param host = 'appService'
param plan = 'P0v3'
param mail = 'smtp'
param mailFrom = 'klachten@example.nl'
param privateNetwork = true
param insights = true
param smtpAuth = 'oauth2'
param collector = 'http://10.0.0.4:4318'
param logLevel = 'debug'
param backup = 'Continuous7Days'
param extraHolidays = '2029-05-11,2030-05-31'
param tags = { afdeling: 'kwaliteit' }
param officer = 'Lars Brouwer <lars@example.nl> 00000000-0000-4000-8000-000000000011'
param board = 'Willem Jansen <willem@example.nl> 00000000-0000-4000-8000-000000000013'
param organisationAddress = 'Ballance, Straat 1, 3511 AA Utrecht'
param organisationEmail = 'klachten@example.nl'
param organisationPhone = '030 123 4567'
param alertsTo = 'beheer@example.nl'
