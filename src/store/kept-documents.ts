import { isDeepStrictEqual } from 'node:util';
import type { Document, Memo } from '../register/model/dossier.ts';
import type { Row } from './sqlite-rows.ts';

/** The most characters of the rows that are kept; their documents take about four times as many bytes. */
const mostKept = 2_000_000;

type Kept = { row: Row; document: Document };

/**
 * Keeps the documents read last beside the rows that they came from: a row that is the same to the last character is the same
 * document, which costs a comparison and not parsing and checking. Documents are frozen, because all who read share them.
 */
export function keptDocuments(read: (row: Row) => Document) {
  const kept = new Map<string, Kept>();
  let size = 0;

  function forget(id: string): void {
    size -= kept.get(id)?.row.body.length ?? 0;
    kept.delete(id);
  }

  function keep(one: Kept): void {
    forget(one.row.id);
    kept.set(one.row.id, one);
    size += one.row.body.length;
    while (size > mostKept) {
      const { value: oldest } = kept.keys().next();
      if (oldest === undefined) return;
      forget(oldest);
    }
  }

  return {
    of(row: Row): Document {
      const found = kept.get(row.id);
      if (found && isDeepStrictEqual(found.row, row)) {
        keep({ row, document: found.document });
        return found.document;
      }
      const document = frozen(read(row));
      keep({ row, document });
      return document;
    },
    /** Keeps a small document as it was written, beside the row that it makes: whoever writes one reads it again soon. */
    wrote(document: Memo, etag: string, body: string): void {
      const { id, kind } = document;
      const nowhere = { open: null, receiver_id: null, next_day_to_act: null, attention_at: null };
      keep({ row: { id, etag, body, kind, ...nowhere }, document: frozen(document) });
    },
  };
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
