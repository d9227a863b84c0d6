import { DocumentRefused } from './model/documents.ts';

/** How long a whole document, and the next piece of it, may take to come in, in milliseconds. */
export type Patience = { whole: number; piece: number };
export const patient: Patience = { whole: 120_000, piece: 15_000 };

/** Passes on what comes in, piece by piece. Refuses it where a piece, or the whole, takes too long, or where what it comes from fails. */
export async function* inTime(
  content: AsyncIterable<Uint8Array>,
  { whole, piece }: Patience,
): AsyncGenerator<Uint8Array> {
  const pieces = content[Symbol.asyncIterator]();
  const until = performance.now() + whole;
  let ended = false;
  try {
    for (;;) {
      const next = await withinTime(pieces.next(), Math.min(piece, until - performance.now()));
      if (next.done) break;
      yield next.value;
    }
    ended = true;
  } finally {
    // Not awaited: what hangs would hang here again.
    if (!ended) pieces.return?.()?.catch(() => {});
  }
}

async function withinTime<T>(next: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DocumentRefused('too-slow')), Math.max(0, ms));
  });
  try {
    return await Promise.race([next, late]);
  } catch (error) {
    throw error instanceof DocumentRefused ? error : new DocumentRefused('interrupted', error);
  } finally {
    clearTimeout(timer);
  }
}
