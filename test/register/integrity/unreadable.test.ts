import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Refusal } from '../../../src/procedure/model/refusal.ts';
import { documentsIn, exported } from '../../../src/register/export.ts';
import type { LeftOut } from '../../../src/register/integrity/unreadable.ts';
import { verify } from '../../../src/register/integrity/verify.ts';
import type { Store } from '../../../src/register/model/store.ts';
import { schema } from '../../../src/register/model/upcast.ts';
import { digest } from '../../../src/register/notify/digest.ts';
import { askYearReport } from '../../../src/teams/buttons/reports.ts';
import type { Office } from '../../../src/teams/office/office.ts';
import { cases, myComplaints } from '../../../src/teams/office/pages.ts';
import { textOf } from '../../e2e/a-card.ts';
import { addNote, registration } from '../../procedure/asked.ts';
import { calendar } from '../../procedure/given.ts';
import { fatima, joris, lars, sanne } from '../../procedure/people.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../../store/cosmos-peer.ts';
import { instead, replaceInCosmos, replaceInFile, spoilOverflow, spoilText } from '../../store/damage.ts';
import { anOffice, closeOffices, config } from '../an-office.ts';

const bad = 'K-2026-0002';
const others = ['K-2026-0001', 'K-2026-0003'];
const long = { ...registration, summary: `${'o'.repeat(9_000)}the end` };

type OfOurs = ReturnType<typeof anOffice>;

const refusedAs = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

/** Sanne registered three complaints, of which Lars handles all. */
async function threeComplaints(office: OfOurs): Promise<void> {
  for (const form of ['1', '2', '3']) await office.file(form === '2' ? long : registration, form, sanne);
  await office.sweepAt('2026-04-01T11:00');
  office.news();
}

const numbersOf = (dossiers: readonly LeftOut[]): string[] => dossiers.map(({ number }) => number);

const asOffice = (ours: OfOurs): Office =>
  ({ ...ours, register: ours, calendar, config }) as unknown as Office;

async function* documentsOf(store: Store) {
  for await (const { document } of store.all()) yield document;
}

async function* linesOf(store: Store) {
  yield* exported(documentsOf(store), '2026-04-02T09:00:00.000Z');
}

/** Checks every list and every job: the other dossiers are in all of them, and nothing fails. */
async function showsTheOthers(ours: OfOurs): Promise<void> {
  const office = asOffice(ours);
  const has = (shown: readonly string[]) =>
    assert.deepEqual(
      others.filter((one) => !shown.includes(one)),
      [],
    );
  has((await ours.casesOf(lars)).map(({ id }) => id));
  has((await ours.registeredBy(sanne)).map(({ id }) => id));
  const figures = await ours.figures('2026', fatima);
  assert(figures.length >= others.length);
  has(
    (await digest(ours.store, ours.desk(), '2026-04-02', ours.config)).open.rows.map(({ number }) => number),
  );
  has(others.filter((number) => ours.store.unreadable().every(({ id }) => id !== number)));
  for (const card of [await cases(lars, office), await myComplaints(sanne, office)]) {
    has([...textOf(card).matchAll(/K-2026-\d{4}/g)].map(([number]) => number));
  }
  await askYearReport('2026', { by: fatima, sendToChat: async () => undefined } as never, office);
  const read = [];
  for await (const document of documentsIn(linesOf(ours.store))) read.push(document.id);
  has(read);
  await verify(documentsOf(ours.store));
}

/** Checks who hears the number of a dossier that cannot be read. */
async function namesTheBadOne(ours: OfOurs): Promise<void> {
  const office = asOffice(ours);
  assert.deepEqual(
    ours.store.unreadable().map(({ id }) => id),
    [bad],
  );
  assert.deepEqual(numbersOf(ours.unreadable(lars, 'desk')), [bad]);
  assert.deepEqual(
    [numbersOf(ours.unreadable(joris, 'desk')), numbersOf(ours.unreadable(joris, 'receiver'))],
    [[], []],
  );
  assert.match(textOf(await cases(lars, office)), /Niet te lezen[^.]*K-2026-0002/);
  assert.doesNotMatch(textOf(await cases(joris, office)), /0002/);
  await assert.rejects(ours.view(bad, lars), refusedAs('unreadable'));
  await assert.rejects(ours.view(bad, joris), refusedAs('unknown-complaint'));
  await assert.rejects(ours.execute(addNote({ number: bad })), refusedAs('unreadable'));
  await assert.rejects(ours.execute(addNote({ number: bad, by: joris })), refusedAs('unknown-complaint'));
  assert.equal((await ours.file(registration, 'another', sanne)).id, 'K-2026-0004');
}

/** The reminders of the others go out, and the log names the bad one once. */
async function remindsOfTheOthers(ours: OfOurs): Promise<void> {
  await ours.sweepAt('2026-04-07T09:00');
  await ours.sweepAt('2026-04-07T09:01');
  const reminded = ours.news().filter((id) => id.includes('acknowledge'));
  for (const number of others)
    assert(
      reminded.some((id) => id.startsWith(number)),
      number,
    );
  const lines = ours.logged.filter((line) => JSON.stringify(line).includes('a document cannot be read'));
  assert.equal(lines.length, 1, JSON.stringify(lines));
}

describe('a dossier that cannot be read', () => {
  afterEach(closeOffices);

  async function spoilt(spoil: (file: string) => void): Promise<OfOurs> {
    const before = anOffice();
    await threeComplaints(before);
    await before.store.close();
    spoil(before.path);
    return anOffice({ file: before.path, now: '2026-04-02T09:00' });
  }

  const inFile: Record<string, (file: string) => void> = {
    'a text that is no JSON': (file) => spoilText(file, bad),
    'a page of the disk that leads nowhere': (file) => spoilOverflow(file, 'o'.repeat(2_000)),
    ...Object.fromEntries(
      Object.entries(instead).map(([name, change]) => [
        name,
        (file: string) => replaceInFile(file, bad, change),
      ]),
    ),
  };

  for (const [name, spoil] of Object.entries(inFile)) {
    it(`leaves all others as they are in a SQLite file: ${name}`, async () => {
      const ours = await spoilt(spoil);
      await showsTheOthers(ours);
      await namesTheBadOne(ours);
      await remindsOfTheOthers(ours);
    });
  }

  describe('in Cosmos DB', () => {
    let peer: CosmosPeer;
    before(async () => {
      peer = await cosmosPeer();
    });
    after(() => peer.close());

    for (const [name, change] of Object.entries(instead)) {
      it(`leaves all others as they are: ${name}`, async () => {
        const database = newDatabase();
        const inCosmos = () => storeAt(peer.url, database);
        await threeComplaints(anOffice({ between: inCosmos }));
        await replaceInCosmos(peer.url, database, bad, change);
        const ours = anOffice({ between: inCosmos, now: '2026-04-02T09:00' });
        await showsTheOthers(ours);
        await namesTheBadOne(ours);
        await remindsOfTheOthers(ours);
      });
    }

    it('takes an item that somebody else put there for what it is: no document', async () => {
      const database = newDatabase();
      const store = storeAt(peer.url, database);
      await store.check();
      await replaceInCosmos(peer.url, database, bad, () => ({ id: bad, kind: 'dossier', open: true }));
      assert.deepEqual(await store.list({ open: true }), []);
      assert.deepEqual(
        store.unreadable().map(({ id }) => id),
        [bad],
      );
      await store.close();
    });
  });

  it('holds up no sweep right after it was registered, before its number was struck out as filled', async () => {
    const ours = anOffice();
    for (const form of ['1', '2', '3']) await ours.file(registration, form, sanne);
    replaceInFile(ours.path, bad, instead['a complaint that is null'] as never);
    await ours.refresh();
    await ours.sweepAt('2026-04-01T11:00');
    const forwarded = ours.news().filter((id) => id.includes('forwarded'));
    assert.deepEqual(
      forwarded.map((id) => id.split('/')[0]),
      others,
    );
  });

  it('is told to who registered it, beside what else they registered', async () => {
    const ours = await spoilt((file) => replaceInFile(file, bad, instead['an empty complaint'] as never));
    const card = textOf(await myComplaints(sanne, asOffice(ours)));
    assert.match(card, /Niet te lezen[^.]*K-2026-0002/);
    assert.deepEqual(numbersOf(ours.unreadable(sanne, 'desk')), []);
  });

  /** What hides who registered it, field by field; the list finds a row by the first. */
  const hiding: Record<string, (whole: Record<string, unknown>) => Record<string, unknown>> = {
    'a newer version': (whole) => ({ ...whole, schema: schema + 1 }),
    'an unknown stage': (whole) => ({ ...whole, complaint: { ...Object(whole.complaint), stage: 'banaan' } }),
    'no receiver of the row': ({ receiverId: _, ...whole }) => whole,
    'no receiver but in the form': ({ receiverId: _, complaint: __, ...whole }) => ({
      ...whole,
      journal: [],
    }),
  };

  for (const [name, hide] of Object.entries(hiding))
    for (const all of [true, false])
      it(`is never denied to who registered it, with ${name}, ${all ? 'the only one' : 'one of three'}`, async () => {
        const office = anOffice();
        for (const form of all ? ['1'] : ['1', '2', '3']) await office.file(registration, form, sanne);
        await office.store.close();
        for (const space of [0, 1]) {
          replaceInFile(office.path, 'K-2026-0001', hide, space);
          const ours = anOffice({ file: office.path, now: '2026-04-02T09:00' });
          await ours.sweepAt('2026-04-02T09:00');
          const card = textOf(await myComplaints(sanne, asOffice(ours)));
          assert.doesNotMatch(card, /nog geen klacht/);
          assert.match(card, /en dus niet in dit overzicht: K-2026-0001/);
          assert.doesNotMatch(textOf(await myComplaints(joris, asOffice(ours))), /K-2026-0001|compleet/);
          assert.match(textOf(await cases(lars, asOffice(ours))), /niet in dit overzicht: K-2026-0001/);
        }
      });

  it('of whom nobody knows is told to everybody, without its number', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    await office.store.close();
    replaceInFile(office.path, 'K-2026-0001', () => ({ kind: 'dossier', open: true }));
    const ours = anOffice({ file: office.path, now: '2026-04-02T09:00' });
    await ours.sweepAt('2026-04-02T09:00');
    for (const by of [sanne, joris]) {
      const card = textOf(await myComplaints(by, asOffice(ours)));
      assert.match(card, /misschien niet compleet/);
      assert.doesNotMatch(card, /nog geen klacht|K-2026/);
    }
  });

  it('is not told to an officer whom it is about, however it is written', async () => {
    const office = anOffice();
    await office.file({ ...registration, respondents: [joris, lars] }, '1', sanne);
    await office.store.close();
    replaceInFile(office.path, 'K-2026-0001', (whole) => ({ ...whole, outbox: [null] }), 1);
    const ours = anOffice({ file: office.path, now: '2026-04-02T09:00' });
    await ours.sweepAt('2026-04-02T09:00');
    assert.deepEqual(
      [numbersOf(ours.unreadable(lars, 'desk')), numbersOf(ours.unreadable(fatima, 'desk'))],
      [[], ['K-2026-0001']],
    );
  });

  it('is not told to an officer whom it is about, as long as anything says so', async () => {
    for (const spoil of [
      (file: string) => replaceInFile(file, bad, instead['a complaint that is null'] as never),
      (file: string) => replaceInFile(file, bad, instead['no journal'] as never),
      (file: string) => spoilText(file, bad),
    ]) {
      const before = anOffice();
      await before.file(registration, '1', sanne);
      await before.file({ ...registration, respondents: [joris, lars] }, '2', sanne);
      await before.store.close();
      spoil(before.path);
      const ours = anOffice({ file: before.path });
      await ours.casesOf(lars);
      assert.deepEqual(
        ours.store.unreadable().map(({ id }) => id),
        [bad],
      );
      assert.deepEqual(
        [numbersOf(ours.unreadable(lars, 'desk')), numbersOf(ours.unreadable(fatima, 'desk'))],
        [[], [bad]],
      );
      await assert.rejects(ours.view(bad, lars), refusedAs('unknown-complaint'));
    }
  });

  it('is one no more once it is whole again', async () => {
    const ours = await spoilt((file) => replaceInFile(file, bad, instead['an unknown stage'] as never));
    await ours.casesOf(lars);
    assert.equal(ours.store.unreadable().length, 1);
    replaceInFile(ours.path, bad, (whole) => ({
      ...whole,
      complaint: { ...Object(whole.complaint), stage: 'registered' },
    }));
    assert.equal((await ours.casesOf(lars)).length, 3);
    assert.deepEqual(ours.store.unreadable(), []);
  });

  it('whatever is put in whatever place of it: the others are shown, and it is shown or named', async () => {
    const ours = anOffice();
    await threeComplaints(ours);
    await ours.execute(addNote({ number: bad }));
    ours.moveTo('2026-04-02T09:00');
    const whole = JSON.stringify(await ours.dossier(bad));
    // SQLite itself keeps anything but a boolean out of its column of open ones.
    const places = [...pathsOf(JSON.parse(whole))].filter((path) => path.join() !== 'open');
    const junk = fc.constantFrom(null, 0, -1, 'junk', '2026-02-30', '', true, [], {}, [null], undefined);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), junk, async (path, value) => {
        replaceInFile(ours.path, bad, () => withAt(JSON.parse(whole), path, value));
        await showsTheOthers(ours);
        await ours.sweepAt('2026-04-02T09:00');
        const met: string[] = [];
        for await (const { id } of documentsOf(ours.store)) met.push(id);
        assert([...met, ...ours.store.unreadable().map(({ id }) => id)].includes(bad));
      }),
      { numRuns: 100 },
    );
  });
});

/** Every place in a value, as the names that lead there. */
function* pathsOf(value: unknown, path: string[] = []): Generator<string[]> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* pathsOf(inner, [...path, name]);
}

function withAt(value: unknown, [name = '', ...rest]: string[], junk: unknown): unknown {
  const inner = rest.length === 0 ? junk : withAt(Object(value)[name], rest, junk);
  return Array.isArray(value)
    ? value.map((one, i) => (String(i) === name ? inner : one))
    : { ...Object(value), [name]: inner };
}
