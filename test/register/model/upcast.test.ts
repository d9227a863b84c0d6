import assert from 'node:assert/strict';
import { copyFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { documentsIn, exported } from '../../../src/register/export.ts';
import { broughtUpToDate } from '../../../src/register/integrity/at-start.ts';
import { sealedStore } from '../../../src/register/integrity/sealed-store.ts';
import { verify } from '../../../src/register/integrity/verify.ts';
import type { Document } from '../../../src/register/model/dossier.ts';
import { intakeId } from '../../../src/register/model/intake.ts';
import { eventOf } from '../../../src/register/model/journal.ts';
import { readDossier, type Store } from '../../../src/register/model/store.ts';
import { schema, schemaOf } from '../../../src/register/model/upcast.ts';
import { aFolder } from '../../a-folder.ts';
import { addNote, registration } from '../../procedure/asked.ts';
import { fatima, lars, sanne } from '../../procedure/people.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../../store/cosmos-peer.ts';
import { contentOf } from '../a-register.ts';
import { anOffice, closeOffices } from '../an-office.ts';

const fixtures = globSync('test/fixtures/register-*.db').sort();

/** Some weeks after the register was written. */
const now = '2026-05-11T10:00';

/** A register that a release has written, and its store without seals. */
type Opened = ReturnType<typeof anOffice> & { bare: Store };

function inFile(fixture: string): Opened {
  const file = join(aFolder().path, 'klachten.db');
  copyFileSync(fixture, file);
  return anOffice({ file, now });
}

async function inCosmos(fixture: string, { url }: CosmosPeer): Promise<Opened> {
  const bare = storeAt(url, newDatabase());
  for (const document of await contentOf(inFile(fixture).bare)) await bare.write(document);
  return { ...anOffice({ now, between: (_, log) => sealedStore(bare, { log }) }), heads: undefined, bare };
}

async function* documentsOf(store: Store) {
  for await (const { document } of store.all()) yield document;
}

async function* each<T>(items: readonly T[]) {
  yield* items;
}

function itGoesOn(fixture: string, open: () => Promise<Opened>): void {
  it('verifies clean', async () => {
    const { bare } = await open();
    const { flaws, dossiers } = await verify(documentsOf(bare));
    assert.deepEqual(flaws, []);
    assert.equal(dossiers, (await contentOf(bare)).filter(({ kind }) => kind === 'dossier').length);
    assert.ok(dossiers >= 6);
  });

  it('is listed, each to whom it is', async () => {
    const office = await open();
    // Until 0.3.0 an erased complaint still named its receiver.
    const ofTheSpring = (await office.registeredBy(sanne)).filter(({ id }) => id.startsWith('K-2026'));
    assert.equal(ofTheSpring.length, /0\.[23]\.0/.test(fixture) ? 6 : 5);
    const cases = await office.casesOf(fatima);
    assert.ok(cases.some(({ id }) => id === 'K-2026-0004'));
  });

  it('is found by words once it was swept', async () => {
    const office = await open();
    await office.sweepAt(now);
    const found = async (words: string) => {
      const answer = await office.search(words, lars);
      return answer === 'vague' ? [] : answer.hits.map(({ id }) => id);
    };
    assert.deepEqual(await found('yilmaz'), ['K-2026-0002']);
    assert.deepEqual(await found('2026 0006'), ['K-2026-0006']);
  });

  it('counts in the figures of its year, with every judgement', async () => {
    const figures = await (await open()).figures('2026', fatima);
    const judgements = figures.map(({ judgement }) => judgement).filter((one) => one !== undefined);
    assert.deepEqual(judgements.sort(), ['founded', 'partly-founded', 'unfounded']);
  });

  it('tells of a correction what counts apart from who it was', async () => {
    const events = (await (await open()).dossier('K-2026-0002'))?.journal.map(eventOf);
    const corrected = events?.find((event) => event.type === 'facts-corrected') ?? assert.fail();
    assert.deepEqual([corrected.from, corrected.to], [{ origin: 'principal' }, { origin: 'partner' }]);
  });

  it('goes on: a note, and the next number, in the current version', async () => {
    const office = await open();
    await broughtUpToDate(office);
    const number = 'K-2026-0006';
    const before = (await readDossier(office.bare, number)) ?? assert.fail();
    const noted = await office.execute({ ...addNote(), number, by: lars });
    assert.deepEqual(noted.journal.slice(0, -1), before.journal);
    const next = await office.file({ ...registration, receivedOn: '2026-05-11' }, 'later', sanne);
    assert.equal(next.id, 'K-2026-0007');
    const stored = [number, next.id, intakeId].map((id) => office.bare.read(id));
    for (const one of await Promise.all(stored)) assert.equal(one && schemaOf(one.document), schema);
    for (const { journal } of [noted, next]) assert.equal(journal.at(-1)?.schema, schema);
    assert.deepEqual((await verify(documentsOf(office.bare))).flaws, []);
  });

  it('is exported, and read back as it was', async () => {
    const documents: Document[] = await contentOf((await open()).bare);
    const lines: string[] = [];
    for await (const line of exported(each(documents), '2026-05-11T08:00:00.000Z')) lines.push(line);
    const back: Document[] = [];
    for await (const document of documentsIn(each(lines))) back.push(document);
    assert.deepEqual(back, documents);
  });

  it('is erased when its years are over, and what counts stays', async () => {
    const office = await open();
    await broughtUpToDate(office);
    for (const time of [now, '2031-04-02T09:30', '2031-05-12T09:30']) await office.sweepAt(time);
    const agreed = await office.dossier('K-2026-0002');
    assert.equal(agreed?.complaint.erased?.because, 'retention');
    assert.equal(agreed?.complaint.judgement, 'unfounded');
    assert.ok(!JSON.stringify(agreed).includes('Yılmaz'));
    assert.deepEqual((await verify(documentsOf(office.bare))).flaws, []);
  });
}

describe('a register that a release has written', () => {
  let peer: CosmosPeer;
  before(async () => {
    peer = await cosmosPeer();
  });
  afterEach(closeOffices);
  after(() => peer.close());

  for (const fixture of fixtures) {
    describe(`${fixture} in a file`, () => itGoesOn(fixture, async () => inFile(fixture)));
    describe(`${fixture} in Cosmos DB`, () => itGoesOn(fixture, () => inCosmos(fixture, peer)));
  }
});
