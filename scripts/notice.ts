import { readFileSync } from 'node:fs';

/**
 * `node scripts/notice.ts > NOTICE`: every package that runs in production and its licence, as the lockfile has them.
 * Packages for one platform only are among them, so that the list is the same everywhere.
 */

type Locked = { version: string; license?: string; dev?: boolean };

/** The licences of packages that do not name one in their package.json. */
const elsewhere: Record<string, string> = {
  'escape-regexp-component': 'MIT (its Readme.md)',
  semaphore: 'MIT (its README.md)',
};

const heading = `Klachtenbot is made with these packages, each under the licence that stands behind it. The text of a licence is in the
folder of its package, under node_modules. To make this list anew: node scripts/notice.ts > NOTICE
`;

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** Returns the name of a package; a copy inside another package has the last name on the path. */
const nameIn = (path: string): string => path.split('node_modules/').at(-1) ?? '';

const lines = Object.entries(packages)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { version, license }]) => ({ name: nameIn(path), version, license }))
  .map(({ name, version, license }) => `${name} ${version}: ${license ?? elsewhere[name] ?? 'UNKNOWN'}`);

console.log([heading, ...[...new Set(lines)].sort()].join('\n'));
