/**
 * Starts main.ts. This is JavaScript, because Node loads a compiler of TypeScript, of 18 MB, for a file that is not in the cache
 * yet, and the first file never is.
 */
import module from 'node:module';
import { fileURLToPath } from 'node:url';

if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(`Klachtenbot needs Node 24 or newer; this is ${process.version}.`);
  process.exit(1);
}

// Only its owner may read what it writes.
process.umask(0o077);
// Beside the code, because who can write there can change the code as well. Without a cache where it cannot be made.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
await import('./main.ts');
