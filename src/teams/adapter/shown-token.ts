/** For whom a token must be meant, and who must have issued it. */
export type Expected = { audience: string; issuer: string };

/** What clocks may differ, in seconds: as much as the SDK allows for when it checks the token. */
const tolerance = 300;

const shown = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/;

/**
 * Decodes the token that a header shows, without trust: whether it could be one of ours, by its algorithm, issuer,
 * audience and expiry. What could not is no reason to read a body; whether it holds good is for its signature to say.
 */
export function couldBeOurs(authorization: string | undefined, { audience, issuer }: Expected): boolean {
  const [, head, payload] = shown.exec(authorization ?? '') ?? [];
  const { alg } = decoded(head);
  const { aud, iss, exp } = decoded(payload);
  const isCurrent = typeof exp === 'number' && exp + tolerance > Date.now() / 1000;
  return alg === 'RS256' && aud === audience && iss === issuer && isCurrent;
}

/** The service that a token says it was made for; undefined when it says none. */
export function serviceNamedIn(authorization: string): string | undefined {
  const { serviceurl } = decoded(shown.exec(authorization)?.[2]);
  return typeof serviceurl === 'string' ? serviceurl : undefined;
}

/** The object that a part of a token encodes; an empty one when it encodes none. */
function decoded(part = ''): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
