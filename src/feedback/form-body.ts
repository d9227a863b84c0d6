import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';

/** The most files of one form, and the most bytes of one and of everything typed. */
const mostFiles = 5;
const fileBytes = 25 * 1024 * 1024;
const textBytes = 128 * 1024;
export const formBytes = mostFiles * fileBytes + 8 * textBytes;

/** A form as it came in. `files`: the names of those that were chosen, and what `receive` made of each that was taken. */
export type FormBody<File> = {
  fields: ReadonlyMap<string, string>;
  files: { name: string; taken?: Promise<File> }[];
  tooManyFiles: boolean;
};

type Reading<File> = {
  /** The names of the fields, and of the one with the files. */
  known: ReadonlySet<string>;
  filesIn: string;
  /** Called at each file with what was typed, which stands before it: whether the file is taken. */
  takes(fields: ReadonlyMap<string, string>): boolean;
  receive(content: AsyncIterable<Uint8Array>, name: string): Promise<File>;
};

const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;
const otherCharset = /;\s*charset\s*=\s*"?(?!utf-?8"?\s*(;|$))/i;

/** Tells whether a request brings a form, in the one way in which texts are written here. */
export const bringsForm = (type: string): boolean => isForm.test(type) && !otherCharset.test(type);

/**
 * Reads a form, as it comes: each file goes to `receive` at once, or to nobody. Undefined for a body that no form of ours makes: an
 * unknown field or one that is there twice, more parts, or longer texts. What was received stands in `files`, for the caller to keep or
 * to discard; a request that breaks off rejects, and with it everything that was being received.
 */
export async function readForm<File>(
  request: IncomingMessage,
  type: string,
  files: FormBody<File>['files'],
  { known, filesIn, takes, receive }: Reading<File>,
): Promise<FormBody<File> | undefined> {
  const fields = new Map<string, string>();
  const open = new Set<Readable>();
  let isOurs = true;
  let tooManyFiles = false;
  const odd = (): void => {
    isOurs = false;
  };
  if (!/;\s*boundary=/i.test(type) && /^multipart/i.test(type)) return undefined;
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: {
      ...{ fieldNameSize: 100, fieldSize: textBytes, fields: known.size, files: mostFiles, parts: 40 },
      ...{ headerPairs: 20, headerSize: 4_096 },
    },
  });
  parser.on('field', (name, value, nameCut, valueCut) => {
    if (!known.has(name) || fields.has(name) || nameCut || valueCut) odd();
    // A form writes every end of a line as two characters.
    else fields.set(name, value.replaceAll('\r\n', '\n'));
  });
  parser.on('file', (field, stream, name) => {
    open.add(stream);
    stream.once('close', () => open.delete(stream)).on('error', () => {});
    if (field !== filesIn) odd();
    // An input without a file is sent as one without a name.
    if (!name) return void stream.resume();
    if (!isOurs || !takes(fields)) {
      files.push({ name });
      return void stream.resume();
    }
    const taken = receive(contentOf(stream), name);
    // Heard when the form is in; until then nobody listens.
    taken.catch(() => {});
    files.push({ name, taken });
  });
  parser.on('filesLimit', () => {
    tooManyFiles = true;
  });
  parser.on('fieldsLimit', odd);
  parser.on('partsLimit', odd);
  try {
    await new Promise<void>((resolve, reject) => {
      parser.once('finish', resolve).once('error', reject);
      request.once('error', reject).once('close', () => {
        // What came in whole may be read for longer than its connection is there.
        if (!request.complete) reject(new Error('the form broke off'));
      });
      request.pipe(parser);
    });
  } catch {
    request.unpipe(parser);
    for (const stream of open) stream.destroy(new Error('the form broke off'));
    return undefined;
  }
  return isOurs ? { fields, files, tooManyFiles } : undefined;
}

/** Gives the bytes of a file; the rest of one that is left is thrown away, so that the form behind it can be read. */
async function* contentOf(stream: Readable): AsyncIterable<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false });
  } finally {
    stream.resume();
  }
}
