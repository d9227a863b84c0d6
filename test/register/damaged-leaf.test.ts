import assert from 'node:assert/strict';
import { copyFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import type { Person } from '../../src/procedure/model/complaint.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { openSteps } from '../../src/procedure/open-steps.ts';
import { exported } from '../../src/register/export.ts';
import { verify } from '../../src/register/integrity/verify.ts';
import { type Dossier, versionOf } from '../../src/register/model/dossier.ts';
import { passUnreadable, readDossier, type Store } from '../../src/register/model/store.ts';
import { digest } from '../../src/register/notify/digest.ts';
import { mayReceive } from '../../src/register/notify/may-receive.ts';
import { addressBook } from '../../src/teams/adapter/address-book.ts';
import { everybody } from '../../src/teams/adapter/colleagues.ts';
import { act } from '../../src/teams/buttons/actions.ts';
import { askYearReport } from '../../src/teams/buttons/reports.ts';
import { disclosureFile } from '../../src/teams/files/documents.ts';
import { outgoing } from '../../src/teams/notifications/outgoing.ts';
import type { Office } from '../../src/teams/office/office.ts';
import { cases, myComplaints } from '../../src/teams/office/pages.ts';
import { isFormStep, stepForms } from '../../src/teams/steps/all-steps.ts';
import { isInstant, isLocalDate } from '../../src/time/local-date.ts';
import { aFolder } from '../a-folder.ts';
import { addNote } from '../procedure/asked.ts';
import { calendar } from '../procedure/given.ts';
import { fatima } from '../procedure/people.ts';
import { cast } from '../procedure/walk.ts';
import { replaceInFile } from '../store/damage.ts';
import { anOffice, closeOffices, config } from './an-office.ts';
import { everyStep } from './frozen.ts';

type OfOurs = ReturnType<typeof anOffice>;
type Path = readonly string[];

const asOffice = (ours: OfOurs): Office => ({
  ...ours,
  calendar,
  addresses: addressBook(ours.store, () => undefined),
  colleagues: everybody,
  names: async (ids) => ids.map((id) => ({ id, name: 'Een collega' })),
});

/** Lists the way to every field and item of a document, at whatever depth. */
const pathsIn = (value: unknown): Path[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => [
        [name],
        ...pathsIn(inner).map((rest) => [name, ...rest]),
      ]);

/** What is found in the place of a field; undefined: the field is gone. */
const found = [
  undefined,
  null,
  7,
  -1,
  1.5,
  true,
  'zot',
  '',
  {},
  [],
  [null],
  { a: 1 },
  '0001-01-01',
  '9999-12-31',
];

/** Copies a document with something else at the end of that way. */
function damaged(value: unknown, [name, ...rest]: Path, instead: unknown): unknown {
  if (name === undefined) return instead;
  if (Array.isArray(value)) {
    const items = value.map((item, i) => (`${i}` === name ? damaged(item, rest, instead) : item));
    return items.filter((item) => item !== undefined);
  }
  const whole: Record<string, unknown> = Object(value);
  return { ...whole, [name]: damaged(whole[name], rest, instead) };
}

/** A stored dossier, and the file that it is in. */
type Place = { ours: OfOurs; number: CaseNumber; whole: Record<string, unknown>; paths: Path[] };

async function placesIn(ours: OfOurs): Promise<Place[]> {
  const places: Place[] = [];
  for await (const { document } of ours.bare.all()) {
    if (document.kind !== 'dossier') continue;
    const whole: Record<string, unknown> = { ...document };
    places.push({ ours, number: document.id, whole, paths: pathsIn(whole) });
  }
  return places;
}

/** The dossiers of every release, and those of whole courses with and without a mail server. */
async function everyPlace(): Promise<Place[]> {
  const offices = globSync('test/fixtures/register-*.db').map((fixture) => {
    const file = join(aFolder().path, 'klachten.db');
    copyFileSync(fixture, file);
    return anOffice({ file, now: '2026-05-11T10:00' });
  });
  for (const mail of [false, true]) {
    const ours = anOffice({ mail });
    for await (const _ of everyStep(ours, 8));
    offices.push(ours);
  }
  return (await Promise.all(offices.map(placesIn))).flat();
}

/** Puts that in the place of a dossier; false where a column of the table refuses it. */
function isStored({ ours, number }: Place, instead: unknown): boolean {
  try {
    replaceInFile(ours.path, number, () => instead);
    return true;
  } catch (error) {
    if (String(error).includes('cannot store')) return false;
    throw error;
  }
}

async function* documentsOf(store: Store) {
  for await (const { document } of store.all()) yield document;
}

/** Presses a button on the card of that dossier. */
const press = (verb: string, by: Person, dossier: Dossier, office: Office, input = {}) =>
  act(
    {
      verb,
      by,
      pressed: { number: dossier.id, version: versionOf(dossier), form: '', input },
      names: office.names,
      sendToChat: async () => undefined,
    },
    office,
  );

/** Opens the dossier, every form and every letter of somebody, and takes a step. */
async function opens(by: Person, dossier: Dossier, office: Office): Promise<void> {
  await press('case', by, dossier, office);
  const open = openSteps(by, dossier.complaint, office.register.context());
  for (const step of open) {
    await press(`ask-${step}`, by, dossier, office);
    if (isFormStep(step) && stepForms[step].draft)
      await press(`draft-${step}`, by, dossier, office, { on: '2026-05-12' });
  }
  if (open.includes('add-note')) await press('add-note', by, dossier, office, { text: 'Gebeld.' });
}

/** Asks for everything in which dossiers are listed or counted. */
async function listsAll(ours: OfOurs, office: Office): Promise<void> {
  for (const by of cast) {
    await cases(by, office);
    await myComplaints(by, office);
  }
  await askYearReport('2026', { by: fatima, sendToChat: async () => undefined }, office);
  await digest(ours.store, ours.desk(), '2026-05-12', config);
  await verify(documentsOf(ours.bare));
  for await (const _ of exported(documentsOf(ours.bare), '2026-05-12T09:00:00.000Z'));
}

/** Draws every message that waits, and the access report. */
async function drawsWhatIsSent(dossier: Dossier, office: Office): Promise<void> {
  await disclosureFile(dossier, office);
  const context = office.register.context();
  for (const message of dossier.outbox)
    if (message.to.kind !== 'mail' && mayReceive(message, dossier, context))
      await outgoing(message, dossier, office);
}

const readableDossier = ({ store }: OfOurs, number: CaseNumber): Promise<Dossier | undefined> =>
  readDossier(store, number).catch(passUnreadable);

/** Checks that nothing is written to a dossier that cannot be read, and that nothing fails at any other. */
async function isSaidOrShown({ ours, number }: Place): Promise<void> {
  const office = asOffice(ours);
  await listsAll(ours, office);
  const dossier = await readableDossier(ours, number);
  if (!dossier) return assert.rejects(ours.execute(addNote({ number })), Refusal);
  await drawsWhatIsSent(dossier, office);
  for (const by of cast) {
    const now = await readableDossier(ours, number);
    if (now) await opens(by, now, office);
  }
}

/** Tries a dossier with that in the place of a field; false where it cannot be stored. */
async function isTried(place: Place, path: Path, instead: unknown): Promise<boolean> {
  const { ours, number, whole } = place;
  if (!isStored(place, damaged(whole, path, instead))) return false;
  try {
    await isSaidOrShown(place);
  } catch (cause) {
    throw new Error(`${path.join('.')} = ${JSON.stringify(instead)} in ${number} of ${ours.path}`, { cause });
  } finally {
    replaceInFile(ours.path, number, () => whole);
  }
  return true;
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((found: unknown, name) => Object(found)[name], value);

describe('a dossier with one field damaged', () => {
  let places: Place[];
  before(async () => {
    places = await everyPlace();
  });
  after(closeOffices);

  it('is either said to be damaged, or nothing that shows it fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.constantFrom(...found), async (which, where, instead) => {
        const place = places[which % places.length] ?? assert.fail();
        const path = place.paths[where % place.paths.length] ?? assert.fail();
        // A column of the table refuses some values.
        fc.pre(await isTried(place, path, instead));
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('is no day or moment at the edge of time, wherever one stands', async () => {
    const tried = new Set<string>();
    for (const place of places)
      for (const path of place.paths) {
        const value = valueAt(place.whole, path);
        const shape = path.map((name) => (/^\d+$/.test(name) ? '' : name)).join('.');
        if (typeof value !== 'string' || tried.has(shape) || !(isLocalDate(value) || isInstant(value)))
          continue;
        tried.add(shape);
        for (const day of ['0001-01-01', '9999-12-31'])
          await isTried(place, path, value.replace(/^\d{4}-\d{2}-\d{2}/, day));
      }
    assert.ok(tried.size > 20, `${tried.size}`);
  });
});
