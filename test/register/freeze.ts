/**
 * `npm run freeze`: writes the register of this version, and the shape of what it stores, for the tests of later ones. Another
 * shape needs another version; with FREEZE=again also for one that was never released.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { copyDatabase } from '../../src/store/sqlite-backup.ts';
import golden from '../golden/stored-shape.json' with { type: 'json' };
import { closeOffices } from './an-office.ts';
import { everyLife } from './every-life.ts';
import { currentShape } from './frozen.ts';

const fixture = new URL(`../fixtures/register-${manifest.version}.db`, import.meta.url).pathname;

const current = await currentShape();
if (
  current.schema === golden.schema &&
  !isDeepStrictEqual(current, golden) &&
  process.env.FREEZE !== 'again'
) {
  console.error(
    'The shape of what is stored changed, and its version did not: add a step in src/register/model/upcast.ts.',
  );
  process.exitCode = 1;
} else {
  const { path } = await everyLife();
  rmSync(fixture, { force: true });
  copyDatabase(path, fixture);
  writeFileSync(
    new URL('../golden/stored-shape.json', import.meta.url),
    `${JSON.stringify(current, null, 2)}\n`,
  );
}
await closeOffices();
