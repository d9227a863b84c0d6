import type { AccessToken, TokenCredential } from '@azure/identity';

/** The bot's registration at Microsoft, as far as it says as whom the bot can sign in. */
export type Registration = { type: string; id: string; tenantId: string; password?: string };

/** As whom the bot signs in at Azure and Microsoft 365. */
export type Identity =
  /** The managed identity of the host: the one with that client id, or the one that the host itself has (system-assigned). */
  | { kind: 'managed'; clientId?: string }
  /** Who is logged in on this machine; and where nobody is, the registration with its secret. */
  | { kind: 'login'; registration?: { id: string; tenantId: string; secret: string } };

/** The bot's own identity. Its tokens can be refused before they expire. */
export type OwnIdentity = TokenCredential & {
  /** Says in words who it is, for whoever must give it a right. */
  readonly who: string;
  /** Discards the last token, which is refused, and asks for a new one from now on. */
  refuse(): void;
};

/**
 * Chooses the identity. A bot with a user-assigned identity is that identity everywhere, whatever else the host has: asking
 * without its client id is refused. Any other is the identity that its host offers, of which no client id may be sent unless
 * AZURE_CLIENT_ID names one; on a host that offers none, somebody is logged in, or the registration has a secret.
 */
export function identityFor(app: Registration | undefined, env: NodeJS.ProcessEnv): Identity {
  if (app?.type === 'UserAssignedMSI') return { kind: 'managed', clientId: app.id };
  if (env.IDENTITY_ENDPOINT || env.MSI_ENDPOINT)
    return { kind: 'managed', clientId: env.AZURE_CLIENT_ID || undefined };
  if (!app?.password) return { kind: 'login' };
  const { id, tenantId, password: secret } = app;
  return { kind: 'login', registration: { id, tenantId, secret } };
}

/**
 * Hands out tokens of the bot's own identity; one for each service that is asked, because the last token is remembered. Tokens
 * of a managed identity are cached for the whole process, also for a new credential; so when the refused token comes back, a
 * new one is asked for past that cache. Loads the SDKs when the first token is asked for.
 */
export function ownIdentity(
  app: Registration | undefined,
  env: NodeJS.ProcessEnv = process.env,
): OwnIdentity {
  const identity = identityFor(app, env);
  let credential: Promise<TokenCredential> | undefined;
  let last: string | undefined;
  let refused: string | undefined;
  return {
    who: nameOf(identity),
    async getToken(scopes, options) {
      credential ??= signIn(identity);
      let found = await (await credential).getToken(scopes, options);
      if (found && found.token === refused) {
        const [scope = ''] = [scopes].flat();
        const resource = scope.replace(/\/\.default$/, '');
        found = (await pastTheCache(resource, identity, env).catch(() => undefined)) ?? found;
      }
      last = found?.token;
      return found;
    },
    refuse() {
      refused = last;
      credential = undefined;
    },
  };
}

function nameOf(identity: Identity): string {
  if (identity.kind === 'managed')
    return identity.clientId
      ? `the managed identity with client id ${identity.clientId}`
      : 'the system-assigned identity of this host';
  const { registration } = identity;
  return `who is logged in on this machine${registration ? `, or the registration ${registration.id}` : ''}`;
}

/** Signs in anew, with empty caches where it can. */
async function signIn(identity: Identity): Promise<TokenCredential> {
  const { ClientSecretCredential, DefaultAzureCredential, ManagedIdentityCredential } = await import(
    '@azure/identity'
  );
  if (identity.kind === 'managed') {
    const { clientId } = identity;
    return clientId ? new ManagedIdentityCredential({ clientId }) : new ManagedIdentityCredential();
  }
  const { registration } = identity;
  const login = new DefaultAzureCredential();
  if (!registration) return login;
  const { id, tenantId, secret } = registration;
  return eitherOf(login, new ClientSecretCredential(tenantId, id, secret));
}

/** Uses the first credential that gives a token, and goes on with that one. */
export function eitherOf(first: TokenCredential, second: TokenCredential): TokenCredential {
  let chosen: TokenCredential | undefined;
  return {
    async getToken(scopes, options) {
      if (chosen) return chosen.getToken(scopes, options);
      const found = await first.getToken(scopes, options).catch(() => null);
      chosen = found ? first : second;
      return found ?? second.getToken(scopes, options);
    },
  };
}

/** Asks for a token of the managed identity, past every cache. */
async function pastTheCache(
  resource: string,
  identity: Identity,
  env: NodeJS.ProcessEnv,
): Promise<AccessToken> {
  const { ManagedIdentityApplication } = await import('@azure/msal-node');
  // Who is logged in may be a managed identity as well, on a machine that does not say so.
  const userAssignedClientId = identity.kind === 'managed' ? identity.clientId : env.AZURE_CLIENT_ID;
  const managed = new ManagedIdentityApplication(
    userAssignedClientId ? { managedIdentityIdParams: { userAssignedClientId } } : {},
  );
  const { accessToken, expiresOn } = await managed.acquireToken({ resource, forceRefresh: true });
  return { token: accessToken, expiresOnTimestamp: expiresOn?.getTime() ?? Date.now() };
}
