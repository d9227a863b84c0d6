import { randomUUID } from 'node:crypto';
import { consentActivity } from './activities.ts';
import { tellBot } from './bot.ts';
import type { Directory } from './directory.ts';
import type { Memory, Said } from './memory.ts';
import { originIn, unknownOrigin } from './origin.ts';
import { type Answer, type Asked, type Json, type Routes, refused, text } from './routes.ts';

type Context = {
  directory: Directory;
  memory: Memory;
  now: () => string;
  serviceUrl: () => string;
  baseUrl: () => string;
  botUrl: () => string;
};

/** The most bytes of a piece of a file, and of a file that somebody sends: more than the bot keeps, so that its refusal can be seen. */
const largest = 6_000_000;
const largestSent = 30_000_000;

/** Serves files as Teams does: somebody accepts or declines the bot's offer, the bot uploads, and they download. */
export function fileSide(route: Routes, context: Context): void {
  const { memory } = context;
  /** What came in of the files that come in pieces. */
  const begun = new Map<string, Uint8Array>();

  /** Answers an offer; when it is accepted, there is a place for the file from then on. */
  route('POST', '/tryout/api/consent', async ({ body }): Promise<Answer> => {
    const origin = originIn(body, context);
    if (!origin) return unknownOrigin;
    const activityId = text(body.activityId) ?? '';
    const offer = memory.find(origin.chat.id, activityId)?.offer;
    if (!offer) return refused(404, 'Dit bestand wordt hier niet (meer) aangeboden.');
    const value = body.accept === true ? accepted(offer) : declined(offer);
    const answer = await tellBot(context.botUrl(), consentActivity(origin, value, activityId));
    return { status: 200, body: answer };
  });

  function accepted({ name, accept }: NonNullable<Said['offer']>): Json {
    const uniqueId = randomUUID();
    memory.keepFile(uniqueId, { name });
    const contentUrl = `${context.baseUrl().replace(/\/$/, '')}/tryout/files/${uniqueId}`;
    const uploadInfo = {
      contentUrl,
      name,
      uploadUrl: `${contentUrl}/upload`,
      uniqueId,
      fileType: name.split('.').at(-1),
    };
    return { type: 'fileUpload', action: 'accept', context: accept, uploadInfo };
  }

  route('PUT', '/tryout/files/:id/upload', async ({ params, request }): Promise<Answer> => {
    const id = params.id ?? '';
    const place = memory.file(id);
    if (!place) return refused(404, 'There is no place for this file.');
    if (place.bytes) return refused(409, 'This file is here already.');
    const piece = await bodyOf(request);
    const before = begun.get(id) ?? new Uint8Array();
    const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(`${request.headers['content-range']}`) ?? [];
    const isNext = piece && Number(from) === before.length && Number(to) === before.length + piece.length - 1;
    if (!isNext || Number(to) >= Number(size))
      return refused(416, 'Content-Range is not that of the next piece of the file.');
    const bytes = new Uint8Array(Buffer.concat([before, piece]));
    if (bytes.length < Number(size)) {
      begun.set(id, bytes);
      return { status: 202, body: { nextExpectedRanges: [`${bytes.length}-`] } };
    }
    begun.delete(id);
    memory.keepFile(id, { ...place, bytes });
    return { status: 201, body: { id, name: place.name, size: bytes.length } };
  });

  /** Keeps a file that somebody is going to send, as their OneDrive does; the message names its id. */
  route('PUT', '/tryout/api/files/:name', async ({ params, request }): Promise<Answer> => {
    const bytes = await bodyOf(request, largestSent);
    if (!bytes) return refused(413, 'Dit bestand is te groot om te versturen.');
    const id = randomUUID();
    memory.keepFile(id, { name: params.name || 'Bestand', bytes });
    return { status: 201, body: { id } };
  });

  route('GET', '/tryout/files/:id', async ({ params, response }): Promise<Answer> => {
    const file = memory.file(params.id ?? '');
    if (!file?.bytes) return refused(404, 'Dit bestand is er niet.');
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': file.bytes.length,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    response.end(file.bytes);
    return 'taken';
  });
}

const declined = ({ decline }: NonNullable<Said['offer']>): Json => ({
  type: 'fileUpload',
  action: 'decline',
  context: decline,
});

/** Reads the bytes of a request; stops before the end of what is too large. */
async function bodyOf(
  request: Asked['request'],
  most = largest,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) return undefined;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
