/** Milliseconds that an upload may take; Teams waits about five seconds for an answer, and repeats its question. */
const patience = 10_000;

const isLoopback = (hostname: string): boolean => /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname);

/** OneDrive, where Teams makes the place for a file in a personal chat. */
const isOneDrive = (hostname: string): boolean => hostname.endsWith('.sharepoint.com');

/**
 * Whether bytes may go there: over https to OneDrive, or (`plain`, only in the try-out) to this machine itself. The answer
 * to an offer says where, and whoever made it up could name any place.
 */
export function maySendTo(url: string, plain: boolean): boolean {
  const { protocol, hostname = '', port, username } = URL.parse(url) ?? {};
  if (protocol === 'https:') return isOneDrive(hostname) && !port && !username;
  return plain && protocol === 'http:' && isLoopback(hostname);
}

/** Puts a file in the place that Teams made for it, in one piece. Throws when that is not accepted. */
export async function upload(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    },
    body: bytes,
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`upload answered with status ${response.status}`);
}
