import type { SqlQuerySpec } from '@azure/cosmos';
import type { Instant } from '../procedure/articles/art02-periods.ts';
import type { Selection } from '../register/store.ts';

/** The item ids of what needs attention; only dossiers and bulletins have an `attentionAt`. */
export const dueQuery = (at: Instant, limit: number): SqlQuerySpec => ({
  query: 'SELECT TOP @limit c.id FROM c WHERE c.attentionAt <= @at ORDER BY c.attentionAt',
  parameters: [
    { name: '@limit', value: limit },
    { name: '@at', value: at },
  ],
});

/** Whole items, in no order. */
export const listQuery = (selection: Selection): SqlQuerySpec =>
  'registeredBy' in selection
    ? {
        query: "SELECT * FROM c WHERE c.kind = 'dossier' AND c.receiverId = @receiver",
        parameters: [{ name: '@receiver', value: selection.registeredBy }],
      }
    : { query: "SELECT * FROM c WHERE c.kind = 'dossier' AND c.open = true", parameters: [] };

/** Whole items that come after that one, by id. */
export const walkQuery = (after: string, limit: number): SqlQuerySpec => ({
  query: 'SELECT TOP @limit * FROM c WHERE c.id > @after ORDER BY c.id',
  parameters: [
    { name: '@limit', value: limit },
    { name: '@after', value: after },
  ],
});
