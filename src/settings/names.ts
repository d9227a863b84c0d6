/** Every setting there is. `.env.example` documents each. */
export const settingNames = [
  'MicrosoftAppType',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'HOST',
  'PORT',
  'STORE',
  'COSMOS_ENDPOINT',
  'COSMOS_KEY',
  'COSMOS_DATABASE',
  'OFFICER',
  'SUBSTITUTES',
  'BOARD',
  'DIGEST_AT',
  'REMIND_AT',
  'EXTRA_HOLIDAYS',
  'SMTP_URL',
  'MAIL_FROM',
  'RETENTION_YEARS',
  'CLOCK',
  'LOG_LEVEL',
] as const;

export type SettingName = (typeof settingNames)[number];
