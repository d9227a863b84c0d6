import { anyText, isLoopback, urlWith } from './kinds.ts';
import type { Kind, Reading } from './reading.ts';

/** Where the register is kept. Cosmos DB without a key: whoever the machine is logged in as. */
export type StorePlace =
  | { kind: 'sqlite'; path: string }
  | { kind: 'cosmos'; endpoint: string; key?: string; database: string };

const choice: Kind<{ kind: 'sqlite'; path: string } | 'cosmos'> = {
  expected: 'sqlite: and the path of a file, such as sqlite:data/klachten.db, or cosmos',
  parse(text) {
    if (text === 'cosmos') return 'cosmos';
    const path = /^sqlite:(?!\/\/)\s*(.+)$/.exec(text)?.[1];
    return path === undefined ? undefined : { kind: 'sqlite', path };
  },
};

const endpoint: Kind<string> = {
  expected:
    'an address such as https://name.documents.azure.com/ (http only on this machine), without a user, a password, a path ' +
    'or anything behind it: the key stands in COSMOS_KEY',
  parse(text) {
    const { protocol, hostname } = urlWith(text, []) ?? {};
    const safe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname ?? ''));
    return safe ? text : undefined;
  },
};

const database: Kind<string> = {
  expected: 'a name of at most 255 characters without / \\ # or ?',
  parse: (text) => (/^[^/\\#?]{1,255}$/.test(text) ? text : undefined),
};

/** STORE, and for Cosmos DB the settings that go with it; those are not looked at otherwise. */
export function storePlace(read: Reading): StorePlace {
  const chosen = read.withDefault('STORE', choice, { kind: 'sqlite', path: 'data/klachten.db' });
  if (chosen !== 'cosmos') return chosen;
  return {
    kind: 'cosmos',
    endpoint: read.required('COSMOS_ENDPOINT', endpoint),
    key: read.optional('COSMOS_KEY', anyText('the key of the account')),
    database: read.withDefault('COSMOS_DATABASE', database, 'klachten'),
  };
}
