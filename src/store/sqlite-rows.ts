import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { queries } from './sqlite-queries.ts';

/** The columns that lists are made by are only there where a row was asked for by its id. */
export type Row = {
  id: string;
  etag: string;
  body: string;
  open?: SQLOutputValue;
  receiver_id?: SQLOutputValue;
};

/** Result codes of SQLite: a disk that cannot be read, and a page on it that is none. */
const damage = [10, 11];
const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && damage.includes(Number(error.errcode) & 0xff);

const pageSize = 100;

/**
 * Reads rows of the register. Where a page of the table is damaged their ids are found in the index and they are read one by
 * one: those that stand on that page have an empty body, and all the others are as they were.
 */
export function sqliteRows(db: DatabaseSync) {
  const byId = db.prepare(queries.read);
  const walk = db.prepare(queries.walk);
  const open = db.prepare(queries.open);
  const registeredBy = db.prepare(queries.registeredBy);
  const ids = db.prepare(queries.ids);

  const unless = <T>(read: () => T, instead: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!isDamage(error)) throw error;
      return instead();
    }
  };

  /** Undefined when there is none. */
  const rowOf = (id: string): Row | undefined =>
    unless(
      () => {
        const row = byId.get(id);
        return row && asRow({ id, ...row });
      },
      () => asRow({ id, etag: 0, body: '' }),
    );

  const oneByOne = (after: string, most: number): Row[] =>
    ids.all(after, most).flatMap(({ id }) => rowOf(String(id)) ?? []);

  return {
    rowOf,
    open: (): Row[] =>
      unless(
        () => open.all().map(asRow),
        () => oneByOne('', -1).filter((row) => row.open === 1 || isDamaged(row)),
      ),
    registeredBy: (receiverId: string): Row[] =>
      unless(
        () => registeredBy.all(receiverId).map(asRow),
        () => oneByOne('', -1).filter((row) => row.receiver_id === receiverId || isDamaged(row)),
      ),
    /** The next rows by id, at most a hundred. */
    page: (after: string): Row[] =>
      unless(
        () => walk.all(after).map(asRow),
        () => oneByOne(after, pageSize),
      ),
  };
}

const isDamaged = ({ body }: Row): boolean => body === '';

const asRow = (row: Record<string, SQLOutputValue>): Row => ({
  ...row,
  id: String(row.id),
  etag: String(row.etag),
  body: String(row.body),
});
