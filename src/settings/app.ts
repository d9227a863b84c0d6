import { anyText, guid, oneOf } from './kinds.ts';
import type { Reading } from './reading.ts';

/** The bot's registration in Azure. Ids are lower-case GUIDs; a managed identity has no password. */
export type AppRegistration =
  | { type: 'SingleTenant'; id: string; tenantId: string; password: string }
  | { type: 'UserAssignedMSI'; id: string; tenantId: string; password?: undefined };

const types = ['SingleTenant', 'UserAssignedMSI'] as const;

/** Undefined without MicrosoftAppId: then the bot is a try-out. Half a registration is a fault. */
export function appRegistration(read: Reading): AppRegistration | undefined {
  if (read.given('MicrosoftAppId') === undefined) {
    for (const name of ['MicrosoftAppType', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const)
      if (read.given(name) !== undefined)
        read.fault(name, 'is given without MicrosoftAppId; expected both, or neither for a try-out');
    return undefined;
  }
  const id = read.required('MicrosoftAppId', guid('the GUID of the bot registration'));
  const type = read.required('MicrosoftAppType', oneOf(types));
  const tenantId = read.required('MicrosoftAppTenantId', guid('the GUID of the tenant'));
  if (type !== 'UserAssignedMSI') {
    // Where the type itself is a fault, nobody knows whether a password belongs to it.
    const secret = anyText('the client secret of the bot registration');
    const password = type && read.required('MicrosoftAppPassword', secret);
    return { type, id, tenantId, password };
  }
  if (read.given('MicrosoftAppPassword') !== undefined)
    read.fault('MicrosoftAppPassword', 'is given; expected none, for a UserAssignedMSI has no password');
  return { type, id, tenantId };
}
