import type { AccessToken, TokenCredential } from '@azure/identity';

/** The bot's registration in Azure. Ids are lower-case GUIDs; a managed identity has no password. */
export type AppRegistration =
  | { type: 'SingleTenant'; id: string; tenantId: string; password: string }
  | { type: 'UserAssignedMSI'; id: string; tenantId: string; password?: undefined };

/** The registration, where it has a secret to sign in with. */
type WithSecret = { id: string; tenantId: string; secret: string };

/** As whom the bot signs in at Azure and Microsoft 365; where that is nobody, as the registration with its secret. */
export type Identity =
  /** The managed identity of the host: the one with that client id, or the one that the host itself has (system-assigned). */
  | { kind: 'managed'; clientId?: string | undefined; registration?: WithSecret | undefined }
  /** Who is logged in on this machine. */
  | { kind: 'login'; registration?: WithSecret | undefined };

/** The bot's own identity. Its tokens can be refused before they expire. */
export type OwnIdentity = TokenCredential & {
  /** Says in words who it is, for whoever must give it a right. */
  readonly who: string;
  /** Discards the last token, which is refused, and asks for a new one from now on. */
  refuse(): void;
};

/**
 * Chooses the identity. A bot with a user-assigned identity is that identity everywhere, whatever else the host has: asking
 * without its client id is refused. Any other is the identity that AZURE_CLIENT_ID names, or else the one of the host itself, of which no
 * client id may be sent; on a host that offers none, somebody is logged in. Where the host has no identity of its own (it may offer
 * only those that have a name) and nobody is logged in, it is the registration, if that has a secret.
 */
export function identityFor(app: AppRegistration | undefined, env: NodeJS.ProcessEnv): Identity {
  if (app?.type === 'UserAssignedMSI') return { kind: 'managed', clientId: app.id };
  const registration = app && { id: app.id, tenantId: app.tenantId, secret: app.password };
  if (!env.IDENTITY_ENDPOINT && !env.MSI_ENDPOINT) return { kind: 'login', registration };
  const clientId = env.AZURE_CLIENT_ID || undefined;
  return clientId ? { kind: 'managed', clientId } : { kind: 'managed', registration };
}

/**
 * Hands out tokens of the bot's own identity; one for each service that is asked, because the last token is remembered. Tokens
 * of a managed identity are cached for the whole process, also for a new credential; so when the refused token comes back, a
 * new one is asked for past that cache. Loads the SDKs when the first token is asked for.
 */
export function ownIdentity(
  app: AppRegistration | undefined,
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
  const { kind, registration } = identity;
  const or = registration ? `, or the registration ${registration.id}` : '';
  if (kind === 'login') return `who is logged in on this machine${or}`;
  return identity.clientId
    ? `the managed identity with client id ${identity.clientId}`
    : `the system-assigned identity of this host${or}`;
}

/** Signs in anew, with empty caches where it can. */
async function signIn(identity: Identity): Promise<TokenCredential> {
  const { ClientSecretCredential, DefaultAzureCredential, ManagedIdentityCredential } = await import(
    '@azure/identity'
  );
  const { kind, registration } = identity;
  const managed = () =>
    identity.kind === 'managed' && identity.clientId
      ? new ManagedIdentityCredential({ clientId: identity.clientId })
      : new ManagedIdentityCredential();
  const own = kind === 'login' ? new DefaultAzureCredential() : managed();
  if (!registration) return own;
  const { id, tenantId, secret } = registration;
  return eitherOf(own, new ClientSecretCredential(tenantId, id, secret), kind === 'login');
}

/**
 * Uses the first credential that gives a token, and goes on with that one. Unless `whenAway`, a network that is away says nothing of the
 * first, so that a bot does not become somebody else for a moment's silence.
 */
export function eitherOf(first: TokenCredential, second: TokenCredential, whenAway = true): TokenCredential {
  let chosen: TokenCredential | undefined;
  return {
    async getToken(scopes, options) {
      if (chosen) return chosen.getToken(scopes, options);
      const found = await first.getToken(scopes, options).catch((error: unknown) => {
        if (!whenAway && isAway(error)) throw error;
        return null;
      });
      chosen = found ? first : second;
      return found ?? second.getToken(scopes, options);
    },
  };
}

/** Tells whether who issues tokens was not reached. */
export const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (/network|unreachable|timed out/i.test(error.message) ||
    ('code' in error && error.code === 'REQUEST_SEND_ERROR') ||
    isAway(error.cause));

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
