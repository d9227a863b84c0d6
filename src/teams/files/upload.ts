import { inPiecesOf } from '../../register/model/documents.ts';
import type { StreamedFile } from './dossier-file.ts';

/** Tells to which hosts a file may also be sent unencrypted: in the try-out to this machine, otherwise to none. */
export type PlainTo = (hostname: string) => boolean;

/** The most milliseconds of an upload; Teams waits about five seconds for an answer, and then repeats its question. */
const uploadTimeoutMs = 10_000;

/** Tells whether it is OneDrive, where Teams makes the place for a file in a personal chat. */
export const isOneDrive = (hostname: string): boolean => hostname.endsWith('.sharepoint.com');

/**
 * Tells whether a file may be sent there: over https to OneDrive, or over http to a host of `plainTo`. The client
 * controls the answer to an offer, so it could name any place.
 */
export function maySendTo(url: string, plainTo: PlainTo): boolean {
  const { protocol, hostname = '', port, username } = URL.parse(url) ?? {};
  if (protocol === 'https:') return isOneDrive(hostname) && !port && !username;
  return protocol === 'http:' && plainTo(hostname);
}

/** Uploads a file to the place that Teams made for it, in one piece. Throws when that is not accepted. */
export const upload = (url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> =>
  put(url, bytes, 0, bytes.length);

/** How much of a large file is uploaded at a time, in bytes: OneDrive wants a multiple of 320 KiB, and at most 60 MiB. */
const pieceBytes = 16 * 320 * 1024;

/** Uploads a file while it is made, piece after piece. Throws when one is not accepted. */
export async function uploadInPieces(
  url: string,
  { size, pieces }: Omit<StreamedFile, 'name'>,
): Promise<void> {
  let from = 0;
  for await (const piece of inPiecesOf(pieceBytes, pieces)) {
    await put(url, piece, from, size);
    from += piece.length;
  }
}

async function put(url: string, bytes: Uint8Array<ArrayBuffer>, from: number, size: number): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes ${from}-${from + bytes.length - 1}/${size}`,
    },
    body: bytes,
    redirect: 'error',
    signal: AbortSignal.timeout(uploadTimeoutMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`upload answered with status ${response.status}`);
}
