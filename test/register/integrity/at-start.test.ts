import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { personId } from '../../../src/procedure/model/person-id.ts';
import { documentsIn, exported, wholeRegister } from '../../../src/register/export.ts';
import { readiness } from '../../../src/register/health.ts';
import { broughtUpToDate, compareWithHeads } from '../../../src/register/integrity/at-start.ts';
import { verify } from '../../../src/register/integrity/verify.ts';
import type { Bulletin } from '../../../src/register/model/dossier.ts';
import { readIntake } from '../../../src/register/model/intake.ts';
import { readDossier, type Store } from '../../../src/register/model/store.ts';
import { setUpFaults } from '../../../src/register/set-up-faults.ts';
import { headsFile, headsIn, headsPath } from '../../../src/store/heads-file.ts';
import { registerBehind } from '../../../src/teams/notifications/fault-cards.ts';
import type { Office as TeamsOffice } from '../../../src/teams/office/office.ts';
import { addNote, registration } from '../../procedure/asked.ts';
import { joris, lars, sanne } from '../../procedure/people.ts';
import { aWholeDossier, contentOf, tamper } from '../a-register.ts';
import { anOffice, closeOffices } from '../an-office.ts';

type Office = ReturnType<typeof anOffice>;

/** Prepares the register in that file as the bot does at its start. */
async function started(over: Parameters<typeof anOffice>[0] = {}): Promise<Office> {
  const office = anOffice(over);
  await broughtUpToDate(office);
  await compareWithHeads(office);
  return office;
}

const verified = ({ bare, path: file }: Office) => verify(wholeRegister(bare), headsIn(headsPath(file)));
const flawsIn = async (office: Office) => (await verified(office)).flaws;
const told = ({ logged }: Office, what: string) => logged.filter((line) => line.includes(what));

describe('a register that was put back from a backup', () => {
  afterEach(closeOffices);

  /** The file as it was after two complaints, with a third that was registered since. */
  async function putBack(): Promise<string> {
    const office = await started();
    await office.file(registration, '1', sanne);
    await office.file(registration, '2', sanne);
    await office.store.close();
    copyFileSync(office.path, `${office.path}.backup`);
    const since = await started({ file: office.path });
    await since.execute(addNote());
    assert.equal((await since.file(registration, '3', joris)).id, 'K-2026-0003');
    await since.store.close();
    for (const file of ['', '-wal', '-shm']) rmSync(`${office.path}${file}`, { force: true });
    copyFileSync(`${office.path}.backup`, office.path);
    return office.path;
  }

  it('gives no number a second time, tells what is behind, and goes on', async () => {
    const office = await started({ file: await putBack() });
    const behind = told(office, 'register-behind');
    for (const number of ['K-2026-0001', 'K-2026-0003', 'front-desk'])
      assert(
        behind.some((line) => line.includes(number)),
        number,
      );
    assert.equal((await office.file(registration, '4', sanne)).id, 'K-2026-0004');
    assert.equal((await office.file(registration, '3', joris)).id, 'K-2026-0005');
    await office.execute(addNote());
    const { flaws } = await verified(office);
    assert.deepEqual(
      flaws.map(({ number, kind }) => `${number} ${kind}`).filter((flaw) => !flaw.startsWith('front-desk')),
      ['K-2026-0001 otherwise', 'K-2026-0003 gone'],
    );
  });

  it('verifies by itself once what was noted is put away, and says which number was passed over', async () => {
    const office = await started({ file: await putBack() });
    await office.file(registration, '4', sanne);
    const { flaws, notes } = await verify(wholeRegister(office.bare));
    assert.deepEqual([flaws, notes], [[], [{ kind: 'absent', numbers: ['K-2026-0003'] }]]);
  });

  it('gives no number a second time either where the whole file is gone', async () => {
    const before = await started();
    for (const form of ['1', '2']) await before.file(registration, form, sanne);
    await before.store.close();
    for (const file of ['', '-wal', '-shm']) rmSync(`${before.path}${file}`, { force: true });
    const office = await started({ file: before.path });
    assert.equal((await office.file(registration, '3', sanne)).id, 'K-2026-0003');
    const flaws = await flawsIn(office);
    assert.deepEqual(flaws.map(({ number, kind }) => `${number} ${kind}`).sort(), [
      'K-2026-0001 gone',
      'K-2026-0002 gone',
      'front-desk otherwise',
    ]);
  });

  it('gives no number a second time where it could not be written at the start', async () => {
    const file = await putBack();
    const office = anOffice({ file });
    assert.equal((await office.file(registration, '4', sanne)).id, 'K-2026-0004');
  });
});

describe('a register that is behind what was noted beside it', () => {
  afterEach(closeOffices);

  /** Puts back the file with one complaint, while two were noted. */
  async function putBack(): Promise<string> {
    const office = await started();
    await office.file(registration, '1', sanne);
    await office.store.close();
    copyFileSync(office.path, `${office.path}.backup`);
    const since = await started({ file: office.path });
    await since.file(registration, '2', joris);
    await since.store.close();
    for (const file of ['', '-wal', '-shm']) rmSync(`${office.path}${file}`, { force: true });
    copyFileSync(`${office.path}.backup`, office.path);
    return office.path;
  }

  async function startedOn(file: string) {
    const office = anOffice({ file });
    await broughtUpToDate(office);
    const condition = await compareWithHeads(office);
    const { store, log, clock } = office;
    const tell = setUpFaults({ store, register: office.register, log, condition: () => condition });
    const parts = { store, register: office.register, mail: false, condition: () => condition };
    const { status, parts: found } = await readiness({ ...parts, isSweeping: () => true, log })();
    await office.refresh();
    await tell(clock.now());
    const bulletins = (await contentOf(office.bare)).filter(({ kind }) => kind === 'bulletin') as Bulletin[];
    return { office, status, state: found.register?.state, told: bulletins.flatMap(({ outbox }) => outbox) };
  }

  it('is degraded, and the officer hears it once, with how many are missing and what to do', async () => {
    const file = await putBack();
    for (const _ of ['at the first start', 'at the second']) {
      const { office, status, state, told } = await startedOn(file);
      assert.deepEqual([status, state], ['degraded', 'behind']);
      assert.deepEqual(
        told.map(({ to, content }) => [to, content.kind]),
        [[{ kind: 'person', id: lars.id }, 'register-behind']],
      );
      const content = told[0]?.content;
      assert(content?.kind === 'register-behind');
      assert.equal(content.complaints, 1);
      const { card } = registerBehind(content, office as unknown as TeamsOffice);
      assert.match(
        JSON.stringify(card),
        /ontbreekt er .* van 1 klacht.*geen nummer wordt twee keer gegeven.*verify --against/,
      );
      await office.store.close();
    }
  });

  it('is in order where nothing is missing, and nobody hears anything', async () => {
    const office = await started();
    await office.file(registration, '1', sanne);
    await office.store.close();
    const { status, state, told } = await startedOn(office.path);
    assert.deepEqual([status, state, told], ['ok', 'ok', []]);
  });

  it('says in the log that what was noted beside it was cut', async () => {
    const office = await started();
    await office.file(registration, '1', sanne);
    await office.store.close();
    rmSync(headsPath(office.path));
    const next = await started({ file: office.path });
    assert.equal(told(next, 'heads-missing').length, 1);
    await next.store.close();
    assert.equal(told(await started({ file: office.path }), 'heads-missing').length, 0);
  });
});

describe('a number that was given when the bot was stopped', () => {
  afterEach(closeOffices);

  /** Stops once, between the number and the dossier, in a store that writes them one after the other. */
  const dyingOnce = (store: Store): Store => {
    let died = false;
    return {
      ...store,
      writeTogether: undefined,
      async write(document, etag) {
        if (document.kind === 'dossier' && !died) {
          died = true;
          throw new Error('killed');
        }
        return store.write(document, etag);
      },
    };
  };

  it('is no tampering, is told, and is filled by the same form', async () => {
    const office = anOffice({ between: dyingOnce });
    await broughtUpToDate(office);
    await assert.rejects(office.file(registration, '1', sanne), /killed/);
    assert.equal((await office.file(registration, '2', sanne)).id, 'K-2026-0002');
    await office.refresh();
    const { flaws, notes } = await verified(office);
    assert.deepEqual([flaws, notes], [[], [{ kind: 'unfilled', numbers: ['K-2026-0001'] }]]);
    assert.equal((await office.file(registration, '1', sanne)).id, 'K-2026-0001');
    await office.refresh();
    assert.deepEqual((await readIntake(office.store)).unfilled, []);
    assert.deepEqual((await verified(office)).notes, []);
    assert.deepEqual(await flawsIn(office), []);
  });
});

describe('a register of a version without seals', () => {
  afterEach(closeOffices);

  /** Makes a register of 0.5.0: three numbers given, of which one was never filled. */
  async function ofBefore(): Promise<Office> {
    const office = anOffice();
    for (const number of ['K-2026-0001', 'K-2026-0003'] as const) {
      const sent = { at: '2026-04-01T08:00:01.000Z' } as const;
      await office.bare.write({
        ...aWholeDossier(number),
        outbox: [
          {
            id: `${number}/2-forwarded/lars`,
            to: { kind: 'person', id: personId('lars') },
            content: { kind: 'case' },
            queuedAt: '2026-04-01T08:00:00.000Z',
            status: 'sent',
            sentAt: sent.at,
            activityId: 'card',
            attempts: [sent],
          },
        ],
      });
    }
    const content = { lastNumber: { 2026: 3 }, taken: [], absences: [] };
    await office.bare.write({ kind: 'memo', id: 'front-desk', content });
    return office;
  }

  it('verifies, with what is not covered, before the bot was started on it', async () => {
    const { flaws, notes } = await verified(await ofBefore());
    assert.deepEqual(
      [flaws, notes],
      [
        [],
        [
          { kind: 'unsealed', count: 3 },
          { kind: 'absent', numbers: ['K-2026-0002'] },
        ],
      ],
    );
  });

  it('is covered from the start on: its dossiers, its deliveries and its numbers', async () => {
    const office = await ofBefore();
    await broughtUpToDate(office);
    await office.file(registration, '1', sanne);
    const { flaws, notes, dossiers } = await verified(office);
    assert.deepEqual([flaws, notes, dossiers], [[], [{ kind: 'absent', numbers: ['K-2026-0002'] }], 3]);
    const old = (await readDossier(office.bare, 'K-2026-0003')) ?? assert.fail();
    assert.equal(old.ledger?.[0]?.at, '2026-04-01T08:00:01.000Z');
    await tamper(office.bare, 'K-2026-0001', ({ outbox, ...dossier }) => ({ ...dossier, outbox: [] }));
    await tamper(office.bare, 'K-2026-0003', (dossier) => ({ ...dossier, seal: undefined }));
    assert.deepEqual(
      (await flawsIn(office)).map(({ number, kind }) => `${number} ${kind}`),
      ['K-2026-0001 broken-seal', 'K-2026-0003 no-seal'],
    );
  });

  it('shows a dossier of before that is removed later', async () => {
    const office = await ofBefore();
    await broughtUpToDate(office);
    async function* without() {
      for await (const { document } of office.bare.all()) if (document.id !== 'K-2026-0001') yield document;
    }
    assert.deepEqual((await verify(without())).flaws, [{ number: 'K-2026-0001', kind: 'removed' }]);
  });
});

describe('a dossier that was changed behind the back of a running bot', () => {
  afterEach(closeOffices);

  it('is told in the log, and goes on showing after the bot has written it again', async () => {
    const office = await started();
    await office.file(registration, '1', sanne);
    await tamper(office.bare, 'K-2026-0001', (dossier) => ({ ...dossier, forms: [] }));
    await office.execute(addNote());
    await office.execute(addNote());
    assert.equal(told(office, 'changed outside the register').length, 1);
    assert.deepEqual(await flawsIn(office), [{ number: 'K-2026-0001', kind: 'mended-seal' }]);
  });
});

describe('an export of a register that is written to', () => {
  afterEach(closeOffices);

  it('is whole: it has every number that was given by then', async () => {
    const office = await started();
    for (const form of ['1', '2']) await office.file(registration, form, sanne);
    const slow: Store = {
      ...office.bare,
      async *all() {
        const met = [];
        for await (const one of office.bare.all()) if (one.document.kind === 'dossier') met.push(one);
        yield* met;
        await office.file(registration, '3', sanne);
        await office.refresh();
        for await (const one of office.bare.all()) if (one.document.kind !== 'dossier') yield one;
      },
    };
    const lines = exported(wholeRegister(slow), '2026-04-01T10:00:00.000Z');
    const { flaws, dossiers } = await verify(documentsIn(lines));
    assert.deepEqual([flaws, dossiers], [[], 3]);
  });
});

describe('the file of heads', () => {
  afterEach(closeOffices);

  it('has a line for each growth, without names, for its owner only, whatever stands in it', async () => {
    const office = await started();
    writeFileSync(headsPath(office.path), 'torn {"num\n', { flag: 'a', mode: 0o644 });
    await office.file(registration, '1', sanne);
    await office.execute(addNote());
    const text = readFileSync(headsPath(office.path), 'utf8');
    const ours = headsIn(headsPath(office.path)).filter(({ number }) => number === 'K-2026-0001');
    assert.deepEqual(
      ours.map(({ version }) => version),
      [2, 3],
    );
    for (const word of [sanne.name, sanne.id, 'Dam', 'Lars']) assert(!text.includes(word), word);
    assert.equal(statSync(headsPath(office.path)).mode & 0o777, 0o600);
  });

  it('is written anew with the last of each number when it has grown, and goes on', async () => {
    const office = await started();
    const path = headsPath(office.path);
    const line = (version: number) => `${JSON.stringify({ number: 'K-2026-0007', version, hash: 'h' })}\n`;
    writeFileSync(path, Array.from({ length: 10_002 }, (_, i) => line(i + 1)).join(''));
    const heads = headsFile(path, office.log);
    heads.note({ number: 'K-2026-0008', version: 2, hash: 'h' });
    assert.deepEqual(headsIn(path), [
      { number: 'K-2026-0007', version: 10_002, hash: 'h' },
      { number: 'K-2026-0008', version: 2, hash: 'h' },
    ]);
    assert.deepEqual(heads.highest(), { 2026: 8 });
  });
});
