import type { IncomingMessage } from 'node:http';

/** The most bytes of a request; an activity of Teams is far smaller. */
export const largestBody = 256 * 1024;

/** The parsed body of a request, or the HTTP status that refuses it. */
export type JsonBody = { body?: unknown; refused?: undefined } | { refused: 400 | 413 | 415 };

const utf8 = new TextDecoder('utf-8', { fatal: true });

const isJson = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

/**
 * Reads the JSON of a request. Another Content-Type is left unread and counts as no body: no forms, no uploads. 413 for what
 * is too large, before it is read to its end; 415 for what is compressed, which would be larger than it looks; 400 for what
 * is not JSON after all.
 */
export async function jsonBody(request: IncomingMessage): Promise<JsonBody> {
  const { headers } = request;
  if (!isJson.test(headers['content-type'] ?? '')) return {};
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return { refused: 415 };
  if (Number(headers['content-length'] ?? 0) > largestBody) return { refused: 413 };
  const bytes = await bytesOf(request, largestBody);
  if (!bytes) return { refused: 413 };
  if (bytes.length === 0) return {};
  try {
    return { body: JSON.parse(utf8.decode(bytes)) };
  } catch {
    return { refused: 400 };
  }
}

/** Reads the bytes; undefined when there are more than `most`. */
export async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) return undefined;
  }
  return Buffer.concat(chunks);
}
