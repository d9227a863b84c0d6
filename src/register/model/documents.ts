import type { DocumentId } from '../../procedure/model/document.ts';

/** Where the content of documents is kept, each under its id: a folder beside the register, or a container of Azure Blob Storage. */
export type Documents = {
  /** Keeps what comes in, piece by piece, and durably: once it returns, it survives a crash. Leaves nothing where it fails. */
  put(id: DocumentId, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Returns the content, piece by piece; undefined where there is none. */
  read(id: DocumentId): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Removes the content; nothing happens where there is none. */
  remove(id: DocumentId): Promise<void>;
  /** Throws when nothing can be kept. */
  check(): Promise<void>;
};

/** Why a document is not kept: of what it is, or because it cannot be kept now. */
export type DocumentFault =
  /** It has no content. */
  | 'empty'
  | 'too-large'
  /** Its content is of no kind that is kept. */
  | 'kind'
  /** It came in too slowly, or stopped halfway. */
  | 'too-slow'
  /** What it came from failed. */
  | 'interrupted'
  /** Too many come in at the same moment. */
  | 'busy'
  /** It waited for more than a day, and was removed. */
  | 'gone'
  /** It cannot be written where documents are kept. */
  | 'not-kept'
  /** This bot keeps no documents. */
  | 'off';

/** A document is not kept; nothing of it stays behind. */
export class DocumentRefused extends Error {
  readonly code: DocumentFault;

  constructor(code: DocumentFault, cause?: unknown) {
    super(`a document is not kept: ${code}`, { cause });
    this.name = 'DocumentRefused';
    this.code = code;
  }
}

/** Gathers what comes in to pieces of one size; the last may be smaller. */
export async function* inPiecesOf(
  bytes: number,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  let piece = Buffer.allocUnsafeSlow(bytes);
  let filled = 0;
  for await (const part of content) {
    for (let at = 0; at < part.length; ) {
      const next = part.subarray(at, at + bytes - filled);
      piece.set(next, filled);
      filled += next.length;
      at += next.length;
      if (filled < bytes) continue;
      yield piece;
      piece = Buffer.allocUnsafeSlow(bytes);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
