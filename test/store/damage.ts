import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { CosmosClient } from '@azure/cosmos';

/** JSON that can be found in the place of a document; the fields by which lists find it may have stayed. */
export const instead: Record<string, (document: Record<string, unknown>) => unknown> = {
  'a complaint that is null': (whole) => ({ ...whole, complaint: null }),
  'no complaint': ({ complaint: _, ...rest }) => rest,
  'an empty complaint': (whole) => ({ ...whole, complaint: {} }),
  'an unknown stage': (whole) => ({ ...whole, complaint: { ...Object(whole.complaint), stage: 'pondered' } }),
  'a stage without what it rests on': (whole) => ({
    ...whole,
    complaint: { ...Object(whole.complaint), stage: 'waived' },
  }),
  'a day that does not exist': (whole) => ({
    ...whole,
    complaint: { ...Object(whole.complaint), receivedOn: '2026-02-30' },
  }),
  'an unknown event': (whole) => ({
    ...whole,
    journal: (whole.journal as object[]).map((entry) => ({ ...entry, type: 'pondered' })),
  }),
  'no place in the order of the numbers where there was one': (whole) => ({
    ...whole,
    journal: (whole.journal as object[]).map((entry) => ({ ...entry, link: null })),
  }),
  'no journal': (whole) => ({ ...whole, journal: undefined }),
  'an outbox of nothing': (whole) => ({ ...whole, outbox: [null] }),
  'a receiver who is no person': (whole) => ({ ...whole, receiverId: whole.id }),
  'a message for nobody that can be told': (whole) => ({
    ...whole,
    outbox: (whole.outbox as object[]).map((message) => ({
      ...message,
      to: { kind: 'person', id: whole.id },
    })),
  }),
  'the id of another': (whole) => ({ ...whole, kind: 'memo', content: undefined }),
};

/** Puts other JSON in the place of a document of a SQLite file, with that much white space between its parts. */
export function replaceInFile(
  file: string,
  id: string,
  change: (document: Record<string, unknown>) => unknown,
  space = 0,
): void {
  const db = new DatabaseSync(file);
  const found = db.prepare('SELECT body FROM documents WHERE id = ?').get(id);
  const body = JSON.stringify(change(JSON.parse(String(found?.body))), null, space);
  db.prepare('UPDATE documents SET body = ? WHERE id = ?').run(body, id);
  db.close();
}

const pageSize = 4096;

/** Writes over bytes of a SQLite file that nobody has open: `at` finds the place in it. */
function overwrite(file: string, at: (bytes: Buffer) => number, bytes: Buffer): void {
  const all = readFileSync(file);
  const place = at(all);
  if (place < 0) throw new Error('there is nothing to overwrite');
  bytes.copy(all, place);
  writeFileSync(file, all);
}

const beginOf = (id: string) => (bytes: Buffer) => bytes.indexOf(`"kind":"dossier","id":"${id}"`);

/** Makes the text of a document no JSON. */
export const spoilText = (file: string, id: string): void =>
  overwrite(file, beginOf(id), Buffer.from('#### ## ####'));

/** Destroys the page of a document, with everything else on it. */
export const spoilPage = (file: string, id: string): void =>
  overwrite(
    file,
    (bytes) => Math.floor(beginOf(id)(bytes) / pageSize) * pageSize,
    Buffer.alloc(pageSize, 0xff),
  );

/** The page on which that text goes on, without a beginning on it, leads nowhere. */
export const spoilOverflow = (file: string, text: string): void =>
  overwrite(
    file,
    (bytes) => (Math.floor(bytes.indexOf(text) / pageSize) + 1) * pageSize,
    Buffer.alloc(4, 0xff),
  );

/** Puts something else in the place of an item in Cosmos DB. */
export async function replaceInCosmos(
  endpoint: string,
  database: string,
  id: string,
  change: (document: Record<string, unknown>) => unknown,
): Promise<void> {
  const client = new CosmosClient({
    endpoint,
    key: 'a2V5',
    connectionPolicy: { enableEndpointDiscovery: false },
  });
  const items = client.database(database).container('documents');
  const { resource } = await items.item(id, id).read<Record<string, unknown>>();
  await items.items.upsert(change(resource ?? {}));
  client.dispose();
}
