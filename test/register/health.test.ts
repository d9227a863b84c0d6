import assert from 'node:assert/strict';
import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { adviceOn } from '../../src/register/advice.ts';
import { readiness } from '../../src/register/health.ts';
import type { Documents } from '../../src/register/model/documents.ts';
import { linkChannel } from '../../src/register/model/linked-channel.ts';
import type { Recipient } from '../../src/register/model/message.ts';
import { Unwritten } from '../../src/register/model/store.ts';
import { noteReached, noteUnreached, unreachedPeople } from '../../src/register/notify/unreached.ts';
import { headsFile, headsIn, headsPath } from '../../src/store/heads-file.ts';
import { aFolder } from '../a-folder.ts';
import { registration } from '../procedure/asked.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

const now = '2026-04-01T08:00:00.000Z';
const address = {
  conversationId: '19:team',
  serviceUrl: 'https://teams.example/',
  tenantId: 't',
  botId: '28:bot',
};

/** Recipients of every kind: handler, substitute, board, respondent, receiver, and those that are no person. */
const recipients: Record<string, Recipient> = {
  ...Object.fromEntries(
    [lars, fatima, ingrid, joris, sanne].map(({ id, name }) => [name, { kind: 'person' as const, id }]),
  ),
  'the channel': { kind: 'channel' },
  'the mail server': { kind: 'mail' },
};

describe('the detail of readiness', () => {
  let office: ReturnType<typeof anOffice>;

  beforeEach(async () => {
    office = anOffice();
    await linkChannel(office.store, { address, linkedAt: now });
  });

  afterEach(closeOffices);

  const asked = (other: Partial<Parameters<typeof readiness>[0]> = {}) =>
    readiness({
      store: office.store,
      register: office,
      mail: true,
      heads: office.heads,
      isSweeping: () => true,
      log: office.log,
      ...other,
    });

  const undelivered = async () => {
    const { status, parts } = await asked()();
    return [status, parts.undelivered?.count];
  };

  const misses = (to: Recipient, document: string) =>
    noteUnreached(office.store, to, { document, reason: '403', setUp: false, now });

  const reaches = (to: Recipient) => noteReached(office.store, to, async () => undefined);

  for (const [name, to] of Object.entries(recipients)) {
    it(`counts what waits for ${name}, until it arrives`, async () => {
      await misses(to, 'K-2026-0001');
      await misses(to, 'K-2026-0002');
      assert.deepEqual(await undelivered(), ['degraded', 2]);
      await reaches(to);
      assert.deepEqual(await undelivered(), ['ok', 0]);
    });
  }

  it('counts a complaint once, for however many it waits', async () => {
    for (const to of Object.values(recipients)) await misses(to, 'K-2026-0001');
    assert.deepEqual(await undelivered(), ['degraded', 1]);
    for (const to of Object.values(recipients)) await reaches(to);
    assert.deepEqual(await undelivered(), ['ok', 0]);
  });

  it('still counts what fails to arrive while the recipient is being crossed off', async () => {
    const to = { kind: 'person', id: sanne.id } as const;
    await misses(to, 'K-2026-0001');
    let isLate = false;
    const slow = {
      ...office.store,
      async write(...[document, etag]: Parameters<typeof office.store.write>) {
        // Right before they are crossed off, so that they are found in the list still.
        if (document.id === 'unreached-people' && !isLate) {
          isLate = true;
          await misses(to, 'K-2026-0002');
        }
        return office.store.write(document, etag);
      },
    };
    await noteReached(slow, to, async () => undefined);
    assert.ok(isLate);
    assert.deepEqual(await unreachedPeople(office.store), [sanne.id]);
    assert.deepEqual(await undelivered(), ['degraded', 1]);
  });

  it('tells whether documents can be kept, also where their place does not answer, and goes on without', async () => {
    const documentsOf = async (documents?: Documents) => {
      const { ready, status, parts } = await asked({ documents, log: { ...office.log, fault: () => {} } })();
      return [ready, status, parts.documents?.state, parts.documents?.todo !== undefined];
    };
    assert.deepEqual(await documentsOf(), [true, 'ok', 'none', false]);
    assert.deepEqual(await documentsOf(office.folder), [true, 'ok', 'ok', false]);
    const refused = { ...office.folder, check: () => Promise.reject(new Error('403')) };
    assert.deepEqual(await documentsOf(refused), [true, 'degraded', 'failing', true]);
    const hanging = { ...office.folder, check: () => new Promise<never>(() => {}) };
    assert.deepEqual(await documentsOf(hanging), [true, 'degraded', 'failing', true]);
  });

  it('tells that the heads were removed, which the log says once, and they are noted anew', async () => {
    await office.file(registration, '1', sanne);
    const logged: string[] = [];
    const path = headsPath(office.path);
    const heads = headsFile(path, { fault: (msg) => void logged.push(msg) });
    assert.equal(heads.state(), 'ok');
    const before = [...heads.all()];
    rmSync(path);
    for (let times = 0; times < 2; times++) assert.equal(heads.state(), 'removed');
    assert.deepEqual(headsIn(path), before);
    assert.deepEqual(logged, ['what was noted beside the register was removed']);
    const { status, parts } = await asked({ heads })();
    assert.deepEqual([status, parts.heads?.state], ['degraded', 'removed']);
  });

  it('tells that the heads cannot be noted, which the log says once, until they can', async () => {
    const logged: string[] = [];
    const path = join(aFolder().path, 'heads');
    const heads = headsFile(path, { fault: (msg) => void logged.push(msg) });
    mkdirSync(path);
    for (const version of [1, 2]) heads.note({ number: 'K-2026-0001', version, hash: 'x' });
    assert.equal(heads.state(), 'unwritable');
    assert.deepEqual(logged, ['heads cannot be noted beside the register']);
    rmdirSync(path);
    heads.note({ number: 'K-2026-0001', version: 3, hash: 'x' });
    assert.equal(heads.state(), 'ok');
  });

  const parts = async (other: Parameters<typeof asked>[0] = {}) => (await asked(other)()).parts;

  it('says since when what is not reached is not, and what to do, in words of ours', async () => {
    for (const to of Object.values(recipients)) await misses(to, 'K-2026-0001');
    const found = await parts();
    for (const name of ['mail', 'channel', 'desk', 'undelivered'] as const) {
      const part = found[name];
      assert.deepEqual([part?.ok, part?.since], [false, now], name);
      assert.match(part?.todo ?? '', /^[A-Z].{20,}[.”"]?$/, name);
    }
    assert.deepEqual(found.store, { ok: true, state: 'ok' });
    assert.doesNotMatch(JSON.stringify(found), /K-2026|403|Lars|Fatima|Joris|[0-9a-f]{8}-/);
  });

  it('says what to do about a mail server that refuses the set-up, and one that does not answer', async () => {
    const states: Record<string, boolean> = { refused: true, unreachable: false };
    for (const [state, setUp] of Object.entries(states)) {
      await noteUnreached(office.store, { kind: 'mail' }, { reason: state, setUp, now });
      const { mail } = await parts();
      assert.deepEqual([mail?.ok, mail?.state, mail?.since], [false, state, now]);
    }
  });

  it('says since when the store fails, and how, until it is well again', async () => {
    let broken: Error | undefined = new Unwritten('full');
    const check = () => (broken ? Promise.reject(broken) : office.store.check());
    office.moveTo('2026-04-01T10:00');
    const ask = asked({ store: { ...office.store, check }, log: { ...office.log, fault: () => {} } });
    const first = await ask();
    assert.deepEqual(
      [first.ready, first.status, Object.keys(first.parts)],
      [false, 'not ready', ['store', 'sweep']],
    );
    office.moveTo('2026-04-01T10:05');
    const { store } = (await ask()).parts;
    assert.deepEqual([store?.state, store?.since], ['full', '2026-04-01T08:00:00.000Z']);
    assert.match(store?.todo ?? '', /De schijf is vol/);
    broken = new Error('Connection string of K-2026-0001');
    assert.deepEqual((await ask()).parts.store?.state, 'failing');
    broken = undefined;
    assert.deepEqual((await ask()).parts.store, { ok: true, state: 'ok' });
    office.moveTo('2026-04-01T11:00');
    broken = new Unwritten('gone');
    assert.equal((await ask()).parts.store?.since, '2026-04-01T09:00:00.000Z');
  });

  it('counts the complaints that nobody may read but whom they are about, and names none', async () => {
    await office.file({ ...registration, respondents: [joris] }, '1', sanne);
    assert.equal((await asked()()).parts.unhandled?.state, 'ok');
    const respondents = [lars, fatima, willem, ingrid];
    await office.file({ ...registration, respondents }, '2', sanne);
    assert.equal((await asked()()).parts.unhandled?.state, 'ok', 'its receiver knows of it');
    await office.file({ ...registration, respondents: [...respondents, sanne] }, '3', sanne);
    const { status, parts } = await asked()();
    assert.equal(status, 'degraded');
    const { todo, ...found } = parts.unhandled ?? assert.fail();
    assert.deepEqual(found, { ok: false, state: 'waiting', count: 1, since: now });
    assert.match(todo ?? '', /SUBSTITUTES/);
    assert.ok(!/K-2026|Brouwer|Vries/.test(JSON.stringify(parts)));
  });

  it('says since when there is no sweep', async () => {
    const ask = asked({
      isSweeping: () => false,
      lastSweptAt: () => now,
      log: { ...office.log, error: () => {} },
    });
    const { ready, status, parts } = await ask();
    assert.deepEqual([ready, status, parts.sweep?.ok, parts.sweep?.since], [false, 'not ready', false, now]);
  });

  it('knows the oldest message that waits: one that is due, or the first for who is not reached', async () => {
    office.moveTo('2026-04-01T10:00');
    assert.equal((await asked()()).waitingSince, undefined);
    const { id } = await office.file(registration, '1', sanne);
    office.moveTo('2026-04-01T12:00');
    assert.equal((await asked()()).waitingSince, '2026-04-01T08:00:00.000Z');
    await office.deliver(id);
    assert.equal((await asked()()).waitingSince, undefined);
    await noteUnreached(
      office.store,
      { kind: 'person', id: lars.id },
      { document: id, reason: '403', setUp: false, now: '2026-04-01T09:30:00.000Z' },
    );
    assert.equal((await asked()()).waitingSince, '2026-04-01T09:30:00.000Z');
  });
});

describe('each state in which a part does not go well', () => {
  it('has something that an administrator can do', () => {
    assert.match(adviceOn('mail', 'refused') ?? '', /npm run -s mail/);
    for (const state of ['ok', 'none']) assert.equal(adviceOn('mail', state), undefined);
  });
});
