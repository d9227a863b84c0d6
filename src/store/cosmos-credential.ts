import type { AccessToken, TokenCredential } from '@azure/identity';

/** A credential whose tokens can be refused before their time. */
export type RenewableCredential = TokenCredential & {
  /** Asks for a really new token from now on: the last one is not accepted any more. */
  refuse(): void;
};

type Parts = {
  /** Signs in anew: with caches of its own, where it can. */
  signIn(): TokenCredential;
  /** The token of the managed identity, whatever is in its cache. */
  fromManagedIdentity(resource: string): Promise<AccessToken | undefined>;
};

/**
 * Hands out tokens of whoever the machine is logged in as. Tokens of a managed identity are cached for the whole
 * process, also for a credential that is made anew; so where the refused one comes back, it is asked for past that cache.
 */
function renewableCredential({ signIn, fromManagedIdentity }: Parts): RenewableCredential {
  let credential = signIn();
  let last: string | undefined;
  let refused: string | undefined;
  return {
    async getToken(scopes, options) {
      let found = await credential.getToken(scopes, options);
      if (found && found.token === refused) {
        const [scope = ''] = [scopes].flat();
        found =
          (await fromManagedIdentity(scope.replace(/\/\.default$/, '')).catch(() => undefined)) ?? found;
      }
      last = found?.token;
      return found;
    },
    refuse() {
      refused = last;
      credential = signIn();
    },
  };
}

/** As whoever the machine is logged in as: its managed identity, or a developer. The SDKs are loaded here. */
export async function ownIdentity(): Promise<RenewableCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return renewableCredential({
    signIn: () => new DefaultAzureCredential(),
    async fromManagedIdentity(resource) {
      const { ManagedIdentityApplication } = await import('@azure/msal-node');
      const userAssignedClientId = process.env.AZURE_CLIENT_ID;
      const identity = new ManagedIdentityApplication(
        userAssignedClientId ? { managedIdentityIdParams: { userAssignedClientId } } : {},
      );
      const { accessToken, expiresOn } = await identity.acquireToken({ resource, forceRefresh: true });
      return { token: accessToken, expiresOnTimestamp: expiresOn?.getTime() ?? Date.now() };
    },
  });
}
