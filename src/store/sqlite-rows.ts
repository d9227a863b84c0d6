import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { PersonId } from '../procedure/model/person-id.ts';
import { withBrokenSeal } from '../register/integrity/seal.ts';
import type { Document } from '../register/model/dossier.ts';
import { keptRows } from './kept-rows.ts';
import { queries } from './sqlite-schema.ts';

/** The generated columns, which a list does not select. */
type Found = Partial<
  Record<'kind' | 'open' | 'receiver_id' | 'next_day_to_act' | 'attention_at', SQLOutputValue>
>;

export type Row = { id: string; etag: string; body: string } & Found;

/** Result codes of SQLite: an I/O error, and a malformed page (IOERR, CORRUPT). */
const damage = [10, 11];
const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && damage.includes(Number(error.errcode) & 0xff);

const pageSize = 100;

/**
 * Reads rows of the register. Where a page of the table is damaged, it finds the ids in the index and reads the rows one by
 * one: those on the damaged page get an empty body, and all others are read as they are.
 */
export function sqliteRows(db: DatabaseSync) {
  const kept = keptRows<Row>(db);
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

  /** Reads one row; undefined when there is none. */
  const rowOf = (id: string): Row | undefined =>
    unless(
      () =>
        kept.rows(`id ${id}`, () => [byId.get(id)].flatMap((row) => (row ? asRow({ id, ...row }) : [])))[0],
      () => asRow({ id, etag: 0, body: '' }),
    );

  const oneByOne = (after: string, most: number): Row[] =>
    ids.all(after, most).flatMap(({ id }) => rowOf(String(id)) ?? []);

  return {
    /** Forgets what was read; called when this connection writes. */
    forget: kept.forget,
    rowOf,
    open: (): Row[] =>
      unless(
        () => kept.rows('open', () => open.all().map(asRow)),
        () => oneByOne('', -1).filter((row) => row.open === 1 || isDamaged(row)),
      ),
    registeredBy: (receiverId: PersonId): Row[] =>
      unless(
        () => kept.rows(`receiver ${receiverId}`, () => registeredBy.all(receiverId).map(asRow)),
        () => oneByOne('', -1).filter((row) => row.receiver_id === receiverId || isDamaged(row)),
      ),
    /** Reads the next rows by id, at most a hundred. */
    page: (after: string): Row[] =>
      unless(
        () => walk.all(after).map(asRow),
        () => oneByOne(after, pageSize),
      ),
  };
}

const isDamaged = ({ body }: Row): boolean => body === '';

/** Splits a row into its id, its parsed content, its raw text, and its etag unless the disk lost that too. */
export const contentOf = ({ id, body, etag }: Row) =>
  [id, parsed(body), () => body, body === '' ? undefined : etag] as const;

/**
 * Splits a row, and breaks the seal of content that is not what the bot writes: a text that differs from its own JSON, or a
 * column that differs from its field. Of two fields of one name SQLite finds the first and JSON.parse the last.
 */
export function checkedContentOf(row: Row) {
  const [id, content, remains, etag] = contentOf(row);
  const isObject = typeof content === 'object' && content !== null;
  const isOurs = !isObject || (JSON.stringify(content) === row.body && isFoundBy(row, content));
  return [id, isOurs ? content : withBrokenSeal(content as Document), remains, etag] as const;
}

const isFoundBy = (row: Row, content: object): boolean => {
  const { kind, open, receiverId, nextDayToAct, attentionAt } = content as Partial<Record<string, unknown>>;
  return (
    row.kind === column(kind) &&
    row.open === column(open) &&
    row.receiver_id === column(receiverId) &&
    row.next_day_to_act === column(nextDayToAct) &&
    row.attention_at === column(attentionAt)
  );
};

/** Converts a field to what SQLite keeps in its column. */
const column = (field: unknown): unknown => (typeof field === 'boolean' ? Number(field) : (field ?? null));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const asRow = (row: Record<string, SQLOutputValue>): Row => ({
  ...row,
  id: String(row.id),
  etag: String(row.etag),
  body: String(row.body),
});
