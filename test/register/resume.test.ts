import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logger } from '../../src/log.ts';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import {
  type Head,
  headIn,
  headOfDocument,
  headsInExport,
  logHead,
} from '../../src/register/integrity/evidence.ts';
import { flawOf } from '../../src/register/integrity/verify.ts';
import { resume } from '../../src/register/resume.ts';
import { headsFile } from '../../src/store/heads-file.ts';
import { aFolder } from '../a-folder.ts';
import { asking, registration, wednesday } from '../procedure/asked.ts';
import { fatima, sanne } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const K1: CaseNumber = 'K-2026-0001';
const ask = asking(wednesday);
const erasedBecause = (erased: Head['erased']): Head[] => [
  { number: K1, version: 99, hash: 'a'.repeat(64), ...(erased && { erased }) },
];

describe('a register that goes on from a copy', () => {
  afterEach(closeOffices);

  async function aClosedCase() {
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await office.execute(ask.withdraw());
    return office;
  }

  const dossierOf = async (office: ReturnType<typeof anOffice>) =>
    (await office.dossier(K1)) ?? assert.fail();

  it('erases for the reason that was noted, as far as the copy can prove it', async () => {
    for (const [time, noted, because] of [
      ['2026-04-02T10:00', 'request', 'request'],
      ['2027-04-02T10:00', 'retention', 'retention'],
      // The copy has it closed less than a year: the years have not passed, and somebody must have agreed.
      ['2026-04-02T10:00', 'retention', 'request'],
    ] as const) {
      const office = await aClosedCase();
      office.moveTo(time);
      assert.deepEqual((await resume(erasedBecause(noted), office)).erased, [K1]);
      const dossier = await dossierOf(office);
      assert.equal(dossier.complaint.erased?.because, because);
      assert.equal(flawOf(dossier), undefined);
      assert.deepEqual(dossier.outbox, []);
    }
  });

  it('does nothing with what was noted of another register', async () => {
    const office = await aClosedCase();
    const noted: Head[] = [{ number: K1, version: 1, hash: 'b'.repeat(64) }, ...erasedBecause('request')];
    assert.deepEqual(await resume(noted, office), {
      last: {},
      erased: [],
      open: [],
      legible: [],
      otherwise: [K1],
      parted: [],
      strangers: [],
      isProven: false,
      isNewer: true,
      damaged: [],
    });
    assert.equal((await dossierOf(office)).complaint.erased, undefined);
  });

  it('refuses what was noted of another register also where all that both have was erased here', async () => {
    for (const erase of [
      (office: ReturnType<typeof anOffice>) => resume(erasedBecause('request'), office),
      async (office: ReturnType<typeof anOffice>) => {
        await office.execute(ask.requestErasure());
        await office.execute(asking(wednesday, fatima).answerErasure());
      },
    ]) {
      const office = await aClosedCase();
      const own = [...(office.heads?.all() ?? [])];
      await erase(office);
      const other: Head = { number: K1, version: 1, hash: 'b'.repeat(64) };
      assert.deepEqual((await resume([other], office)).otherwise, [K1]);
      const again = await resume(own, office);
      assert.deepEqual([again.otherwise, again.isProven], [[], true]);
    }
  });

  /** The head of the first journal entry, which every copy has, and one of a course that the register here did not take. */
  async function partedFrom(office: ReturnType<typeof anOffice>, erased?: Head['erased']): Promise<Head[]> {
    const [first = assert.fail()] = (await dossierOf(office)).journal;
    return [
      { number: K1, version: 1, hash: first.hash },
      { number: K1, version: 2, hash: 'c'.repeat(64), ...(erased && { erased }) },
    ];
  }

  it('goes on where the copy went on otherwise since it was put back, erases again, and names what parted', async () => {
    for (const times of [1, 2]) {
      const office = await aClosedCase();
      const noted = await partedFrom(office, 'request');
      for (let time = 1; time < times; time++) await resume(noted, office);
      const { erased, otherwise, parted, strangers, isProven, isNewer } = await resume(noted, office);
      assert.deepEqual(
        { erased, otherwise, parted, strangers, isProven, isNewer },
        {
          erased: times === 1 ? [K1] : [],
          otherwise: [],
          parted: [K1],
          strangers: [],
          isProven: true,
          isNewer: true,
        },
      );
      assert.equal((await dossierOf(office)).complaint.erased?.because, 'request');
      assert.equal(flawOf(await dossierOf(office)), undefined);
      assert(office.logged.some((line) => line.includes('"went-otherwise"') && line.includes(K1)));
    }
  });

  it('names what parted by what was delivered alone', async () => {
    const office = await aClosedCase();
    await office.deliver(K1);
    const [first = assert.fail()] = await partedFrom(office);
    const { ledger: [entry = assert.fail()] = [] } = await dossierOf(office);
    for (const ledger of [entry.hash, 'd'.repeat(64)]) {
      const { otherwise, parted } = await resume([{ ...first, deliveries: 1, ledger }], office);
      assert.deepEqual([otherwise, parted], [[], ledger === entry.hash ? [] : [K1]]);
    }
  });

  it('erases no other complaint that was given the number of one that was lost', async () => {
    const K2: CaseNumber = 'K-2026-0002';
    for (const version of [1, 2]) {
      const office = await aClosedCase();
      await office.file(registration, 'next', sanne);
      await office.execute({ ...ask.withdraw(), number: K2 });
      const noted: Head[] = [
        ...(await partedFrom(office)),
        { number: K2, version, hash: 'b'.repeat(64) },
        { number: K2, version: 99, hash: 'e'.repeat(64), erased: 'request' },
      ];
      const { erased, otherwise, strangers } = await resume(noted, office);
      assert.deepEqual([erased, otherwise, strangers], [[], [], [{ number: K2, erased: true }]]);
      assert.equal((await office.dossier(K2))?.complaint.erased, undefined);
      const own = [...(office.heads?.all() ?? [])].find(({ number }) => number === K2);
      assert.equal(own?.erased, undefined);
    }
  });

  it('says where nothing that was noted can be compared, and goes on', async () => {
    const office = await aClosedCase();
    assert.equal((await resume(erasedBecause('request'), office)).isProven, false);
    const { otherwise, isProven, erased } = await resume(erasedBecause('request'), office);
    assert.deepEqual([otherwise, isProven, erased], [[], false, []]);
  });

  it('compares a later export by the first entry of each journal, which is in every copy', async () => {
    const office = await aClosedCase();
    const { journal, ...rest } = await dossierOf(office);
    const lineOf = (hash: string) =>
      JSON.stringify({ ...rest, journal: [{ ...journal[0], hash }, ...journal.slice(1), ...journal] });
    const noted = (hash: string) => resume(headsInExport(lineOf(hash)), office);
    assert.deepEqual((await noted('b'.repeat(64))).otherwise, [K1]);
    assert.equal((await noted(journal[0]?.hash ?? assert.fail())).isProven, true);
  });

  it('lifts the hold that the copy still has, and needs no second request', async () => {
    const office = await aClosedCase();
    await office.execute(ask.setHold());
    await resume(erasedBecause('request'), office);
    assert.deepEqual(
      (await dossierOf(office)).journal.slice(-3).map(({ type }) => type),
      ['hold-lifted', 'erasure-requested', 'erased'],
    );
    assert.equal(flawOf(await dossierOf(office)), undefined);

    const asked = await aClosedCase();
    await asked.execute(ask.requestErasure());
    await resume(erasedBecause('request'), asked);
    assert.deepEqual(
      (await dossierOf(asked)).journal.slice(-2).map(({ type }) => type),
      ['erasure-requested', 'erased'],
    );
  });

  it('notes what it learnt, so that a second loss takes neither numbers nor erasures away', async () => {
    const lost: Head[] = [
      { number: 'K-2026-0006', version: 1, hash: 'a'.repeat(64) },
      ...erasedBecause('request'),
    ];
    const office = anOffice();
    await office.file(registration, 'form', sanne);
    await resume(lost, office);
    const noted = [...(office.heads?.all() ?? [])];
    const lines = noted.flatMap((head) => headIn(JSON.stringify(head)) ?? []);
    assert.deepEqual(lines, noted);
    const again = await aClosedCase();
    const { last, erased } = await resume(
      // Of another office, so that its journal is another.
      lines.map((head) => (head.number === K1 ? { ...head, version: 99 } : head)),
      again,
    );
    assert.deepEqual([last, erased], [{ 2026: 6 }, [K1]]);
    assert.equal((await again.file(registration, 'next', sanne)).complaint.number, 'K-2026-0007');
  });

  it('tells whether the copy lacks anything that was noted', async () => {
    const office = await aClosedCase();
    const own = [...(office.heads?.all() ?? [])];
    assert.equal((await resume(own, office)).isNewer, false);
    for (const newer of [
      { number: 'K-2026-0002', version: 1, hash: 'a'.repeat(64) },
      { number: K1, version: 99, hash: 'a'.repeat(64) },
    ])
      assert.equal((await resume([...own, newer], office)).isNewer, true);
  });

  it('leaves what was not erased, and names what the copy still has open', async () => {
    const office = await aClosedCase();
    assert.deepEqual((await resume(erasedBecause(undefined), office)).erased, []);
    assert.equal((await dossierOf(office)).complaint.erased, undefined);
    const open = anOffice();
    await open.file(registration, 'form', sanne);
    const { erased, open: left } = await resume(erasedBecause('request'), open);
    assert.deepEqual([erased, left], [[], [K1]]);
  });

  it('reads in the log and beside the register why a dossier was erased', async () => {
    const office = await aClosedCase();
    await office.execute(ask.requestErasure());
    await office.execute(asking(wednesday, fatima).answerErasure());
    const dossier = await dossierOf(office);
    const head = headOfDocument(dossier);
    assert.equal(head?.erased, 'request');
    const lines: string[] = [];
    logHead(logger('info', { write: (line) => void lines.push(line) }), dossier);
    assert.deepEqual(lines.map(headIn), [head]);
    assert.deepEqual([...(office.heads?.all() ?? [])].find(({ number }) => number === K1)?.erased, 'request');
  });

  /** What was noted by a bot that did not say yet why a dossier was erased. */
  const withoutReason = ({ erased: _, ...head }: Head): Head => head;

  async function anErasedCase() {
    const office = await aClosedCase();
    await office.execute(ask.requestErasure());
    await office.execute(asking(wednesday, fatima).answerErasure());
    return headOfDocument(await dossierOf(office)) ?? assert.fail();
  }

  it('erases again where an older bot noted the same or further without the reason, in either order', async () => {
    const head = await anErasedCase();
    const further = { ...withoutReason(head), deliveries: 99, ledger: 'c'.repeat(64) };
    for (const noted of [
      [withoutReason(head), head],
      [head, withoutReason(head)],
      [head, further],
      [further, head],
    ])
      assert.deepEqual((await resume(noted, await aClosedCase())).erased, [K1]);
  });

  it('adds the reason to what an older bot noted, which is nothing that was missing', async () => {
    const head = await anErasedCase();
    const { path, remove } = aFolder();
    try {
      const file = join(path, 'klachten.db.heads');
      writeFileSync(file, `${JSON.stringify(withoutReason(head))}\n`);
      const log = { fault: (message: string) => assert.fail(message) };
      const heads = headsFile(file, log);
      assert.equal(heads.note(head), false);
      assert.equal(heads.note(head), false);
      assert.equal(readFileSync(file, 'utf8').trim().split('\n').length, 2);
      assert.deepEqual([...headsFile(file, log).all()], [head]);
    } finally {
      remove();
    }
  });
});
