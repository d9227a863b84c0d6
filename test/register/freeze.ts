/** `npm run freeze`: writes the register of this version, and the shape of what it stores, for the tests of later ones. */
import { rmSync, writeFileSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import { broughtUpToDate } from '../../src/register/integrity/at-start.ts';
import { copyDatabase } from '../../src/store/sqlite-backup.ts';
import { anOffice, closeOffices } from './an-office.ts';
import { currentShape, sixComplaints } from './frozen.ts';

const fixture = new URL(`../fixtures/register-${manifest.version}.db`, import.meta.url).pathname;
const golden = new URL('../golden/stored-shape.json', import.meta.url).pathname;

const office = anOffice({ now: '2026-03-02T10:00' });
await broughtUpToDate(office);
await sixComplaints(office);
rmSync(fixture, { force: true });
copyDatabase(office.path, fixture);
writeFileSync(golden, `${JSON.stringify(await currentShape(), null, 2)}\n`);
await closeOffices();
