import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** Computes HMAC-SHA256. */
export const signatureOf = (secret: string, ...parts: readonly (string | Uint8Array)[]): Buffer =>
  parts.reduce((hmac, part) => hmac.update(part), createHmac('sha256', secret)).digest();

/** Tells whether two signatures are the same, in a time that says nothing of how much of them is. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** What a form of ours carries: when it was opened, in milliseconds, and the key of this one submission. */
export type Stamp = { openedAt: number; key: string };

const purpose = 'feedback form';

/** Makes the hidden stamp of a form that is opened, signed so that only we can. A form that comes back keeps its key. */
export function stampOf(secret: string, { openedAt, key }: Stamp): string {
  const said = `${openedAt}.${key}`;
  return `${said}.${signatureOf(secret, purpose, '.', said).toString('base64url')}`;
}

export const freshStamp = (now: number): Stamp => ({ openedAt: now, key: randomUUID() });

/** Reads a stamp; undefined for one that we did not make. */
export function readStamp(secret: string, text: string): Stamp | undefined {
  const [openedAt = '', key = '', signature = ''] = text.split('.');
  const expected = signatureOf(secret, purpose, '.', `${openedAt}.${key}`);
  return isSame(expected, Buffer.from(signature, 'base64url'))
    ? { openedAt: Number(openedAt), key }
    : undefined;
}
