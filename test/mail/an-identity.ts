import type { OwnIdentity } from '../../src/identity/own-identity.ts';

/** An identity whose tokens are counted: a new one only when the last was refused. */
export function anIdentity() {
  const scopes: string[] = [];
  let number = 1;
  const identity: OwnIdentity = {
    who: 'an identity of the tests',
    async getToken(scope) {
      scopes.push(String(scope));
      return { token: `token-${number}`, expiresOnTimestamp: Date.now() + 90_000 };
    },
    refuse: () => void number++,
  };
  return { ...identity, scopes };
}
