import type { SqlQuerySpec } from '@azure/cosmos';
import type { Search, Selection } from '../register/model/store.ts';
import type { Instant } from '../time/local-date.ts';
import { placeOf } from './order.ts';

/** Selects the item ids of what needs attention; only dossiers and bulletins have an `attentionAt`. */
export const dueQuery = (at: Instant, limit: number): SqlQuerySpec => ({
  query: 'SELECT TOP @limit c.id FROM c WHERE c.attentionAt <= @at ORDER BY c.attentionAt',
  parameters: [
    { name: '@limit', value: limit },
    { name: '@at', value: at },
  ],
});

/** Selects whole items, in no order. */
export const listQuery = (selection: Selection): SqlQuerySpec =>
  'registeredBy' in selection
    ? {
        query: "SELECT * FROM c WHERE c.kind = 'dossier' AND c.receiverId = @receiver",
        parameters: [{ name: '@receiver', value: selection.registeredBy }],
      }
    : { query: "SELECT * FROM c WHERE c.kind = 'dossier' AND c.open = true", parameters: [] };

/** Selects whole items that have each word as the beginning of one of theirs, the newest number first. */
export const searchQuery = ({ words, limit, before, except }: Search): SqlQuerySpec => ({
  query: `SELECT TOP @limit * FROM c WHERE c._place < @before AND c.id != @except${words
    .map((_, i) => ` AND EXISTS(SELECT VALUE w FROM w IN c._words WHERE STARTSWITH(w, @word${i}))`)
    .join('')} ORDER BY c._place DESC`,
  parameters: [
    { name: '@limit', value: limit },
    { name: '@before', value: (before && placeOf(before)) ?? Number.MAX_SAFE_INTEGER },
    { name: '@except', value: except ?? '' },
    ...words.map((value, i) => ({ name: `@word${i}`, value })),
  ],
});

/** Selects whole dossiers that a version without search wrote, which follow that one, by id. */
export const notIndexedQuery = (after: string, limit: number): SqlQuerySpec => ({
  query: `SELECT TOP @limit * FROM c WHERE c.kind = 'dossier' AND NOT IS_DEFINED(c._words) AND c.id > @after
    ORDER BY c.id`,
  parameters: [
    { name: '@limit', value: limit },
    { name: '@after', value: after },
  ],
});

/** Selects whole items that follow that one, by id. */
export const walkQuery = (after: string, limit: number): SqlQuerySpec => ({
  query: 'SELECT TOP @limit * FROM c WHERE c.id > @after ORDER BY c.id',
  parameters: [
    { name: '@limit', value: limit },
    { name: '@after', value: after },
  ],
});
