import type { AccessToken, TokenCredential } from '@azure/identity';

/** A credential whose tokens can be refused before they expire. */
export type RenewableCredential = TokenCredential & {
  /** Discards the last token, which is refused, and asks for a new one from now on. */
  refuse(): void;
};

type Parts = {
  /** Signs in anew, with empty caches where it can. */
  signIn(): TokenCredential;
  /** Asks for a token of the managed identity, past every cache. */
  fromManagedIdentity(resource: string): Promise<AccessToken | undefined>;
};

/**
 * Hands out tokens of the identity of the machine. Tokens of a managed identity are cached for the whole process, also for a
 * new credential; so when the refused token comes back, a new one is asked for past that cache.
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

/** Makes a credential of the machine's own identity: a managed identity, or a developer who is logged in. Loads the SDKs. */
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
