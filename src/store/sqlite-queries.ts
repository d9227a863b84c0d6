/** The columns that SQLite reads from a text when it is written. */
const found = 'kind, open, receiver_id, next_day_to_act, attention_at';

/** Every statement of the store; each finds its rows by an index, so that its cost is that of what it answers. */
export const queries = {
  read: `SELECT etag, body, ${found} FROM documents WHERE id = ?`,
  create: 'INSERT INTO documents (id, etag, body) VALUES (?, 1, ?) ON CONFLICT DO NOTHING',
  replace: 'UPDATE documents SET etag = etag + 1, body = ? WHERE id = ? AND etag = ?',
  due: 'SELECT id FROM documents WHERE attention_at <= ? ORDER BY attention_at, id LIMIT ?',
  open: 'SELECT id, etag, body FROM documents WHERE open = 1',
  registeredBy: 'SELECT id, etag, body FROM documents WHERE receiver_id = ?',
  walk: `SELECT id, etag, body, ${found} FROM documents WHERE id > ? ORDER BY id LIMIT 100`,
  /** From the index alone: also where a page of the table cannot be read. */
  ids: 'SELECT id FROM documents WHERE id > ? ORDER BY id LIMIT ?',
} as const;
