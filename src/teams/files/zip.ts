import { Readable } from 'node:stream';

/** A file in an archive: its bytes, or its content, which is read when its turn comes. */
export type ZipEntry = { name: string } & (
  | { bytes: Uint8Array }
  | { size: number; content: AsyncIterable<Uint8Array> }
);

/** An archive: its size, which is known before it is made, and its bytes, piece by piece. */
export type Zip = { size: number; pieces: AsyncIterable<Uint8Array> };

/**
 * Makes a ZIP of those files while it is read, so that it is never whole in memory. Nothing is compressed: documents are already, and so
 * its size is known. `at`: the moment that stands beside each file.
 */
export async function zipOf(entries: readonly ZipEntry[], at: Date): Promise<Zip> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const options = { compress: false, mtime: at, mode: 0o100600 };
  const pieces = Readable.from(zip.outputStream);
  // A content that fails ends the archive: half of one passes for nothing.
  zip.on('error', (error: Error) => pieces.destroy(error));
  for (const entry of entries) {
    if ('bytes' in entry) zip.addBuffer(Buffer.from(entry.bytes), entry.name, options);
    else
      zip.addReadStreamLazy(entry.name, { ...options, size: entry.size }, (ready) =>
        ready(null, Readable.from(entry.content)),
      );
  }
  const size = await new Promise<number>((resolve) => {
    const told: (size?: number) => void = (size = 0) => resolve(size);
    zip.end({ forceZip64Format: false, comment: '' }, told);
  });
  return { size, pieces };
}
