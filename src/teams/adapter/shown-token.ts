import { object } from '../../register/model/checks.ts';

/** The audience and the issuer that a token must have. */
export type Expected = { audience: string; issuer: string };

/** The clock skew that is tolerated, in seconds: as much as the SDK allows when it checks the token. */
const tolerance = 300;

const shown = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/;

/**
 * Tells whether the token in a header could be for us, by its algorithm, issuer, audience and expiry, without trusting it. If
 * not, there is no reason to read the body; whether it is valid is decided by its signature.
 */
export function couldBeOurs(authorization: string | undefined, { audience, issuer }: Expected): boolean {
  const [, head, payload] = shown.exec(authorization ?? '') ?? [];
  const { alg } = decoded(head);
  const { aud, iss, exp } = decoded(payload);
  const isCurrent = typeof exp === 'number' && exp + tolerance > Date.now() / 1000;
  return alg === 'RS256' && aud === audience && iss === issuer && isCurrent;
}

/** Returns the service that a token names; undefined when it names none. */
export function serviceNamedIn(authorization: string): string | undefined {
  const { serviceurl } = decoded(shown.exec(authorization)?.[2]);
  return typeof serviceurl === 'string' ? serviceurl : undefined;
}

/** Decodes the object in a part of a token; an empty one when it holds none. */
function decoded(part = ''): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return object(value) ? value : {};
  } catch {
    return {};
  }
}
