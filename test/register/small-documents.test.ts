import assert from 'node:assert/strict';
import { sharedHolds } from '../../src/dispatch/shared-hold.ts';
import { Refusal } from '../../src/procedure/model/refusal.ts';
import { readiness } from '../../src/register/health.ts';
import { sealedStore } from '../../src/register/integrity/sealed-store.ts';
import { verify } from '../../src/register/integrity/verify.ts';
import { linkChannel, linkedChannel } from '../../src/register/model/linked-channel.ts';
import { changeMemo, readMemo, writeMemo } from '../../src/register/model/memo.ts';
import { isMemoId, memos } from '../../src/register/model/memos.ts';
import { type Store, Unreadable } from '../../src/register/model/store.ts';
import { schema } from '../../src/register/model/upcast.ts';
import { noteReached, noteUnreached, unreached } from '../../src/register/notify/unreached.ts';
import { itemId } from '../../src/store/cosmos-item.ts';
import { addressBook } from '../../src/teams/adapter/address-book.ts';
import { colleaguesOf } from '../../src/teams/adapter/colleagues.ts';
import { noticeCard } from '../../src/teams/cards/notice.ts';
import { namingMessages } from '../../src/teams/notifications/naming.ts';
import { outgoingLimits } from '../../src/teams/notifications/outgoing-limits.ts';
import { shownCards } from '../../src/teams/notifications/shown-cards.ts';
import { keepForm, mayHoldForm } from '../../src/teams/office/open-forms.ts';
import { logBook } from '../dispatch/log-book.ts';
import { addNote, registration } from '../procedure/asked.ts';
import { fatima, lars, sanne } from '../procedure/people.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { replaceInCosmos, replaceInFile } from '../store/damage.ts';
import { contentOf } from './a-register.ts';
import { anOffice, closeOffices } from './an-office.ts';

type Office = ReturnType<typeof anOffice>;

const number = 'K-2026-0001';
const toLars = { kind: 'person', id: lars.id } as const;
const address = {
  conversationId: '19:team',
  serviceUrl: 'https://teams.example/',
  tenantId: 't',
  botId: '28:bot',
};
const now = '2026-04-01T08:00:00.000Z';

/** Uses every small document as the bot does, one job at a time, so that none hides another. */
const jobs: Record<string, (office: Office) => Promise<unknown>> = {
  'the sweep': (office) => office.sweepAt('2026-04-01T11:00'),
  'the link to a channel': async ({ store }) => {
    await linkChannel(store, { address, linkedAt: now });
    assert((await linkedChannel(store))?.address);
  },
  'who is not reached': async ({ store }) => {
    for (const to of [toLars, { kind: 'mail' }, { kind: 'channel' }] as const) {
      await noteUnreached(store, to, { document: number, reason: '403', setUp: false, now });
      assert((await unreached(store, to))?.documents.includes(number));
      await noteReached(store, to, async () => undefined);
    }
    await noteUnreached(store, { kind: 'mail' }, { document: number, reason: '535', setUp: true, now });
  },
  'the address of a colleague': async ({ store }) => {
    const book = addressBook(store);
    await book.meet({ person: sanne, personal: true, address } as never);
    assert(await addressBook(store).home());
    await addressBook(store).contact(sanne.id);
  },
  'who is a colleague': async ({ store, clock }) => {
    const colleagues = colleaguesOf('t', { store, clock });
    await colleagues.isKnown(sanne.id);
    assert(await colleagues.admits(sanne.id, {} as never));
  },
  'an open form': async ({ store }) => {
    await mayHoldForm(store, sanne.id, 'a');
    await keepForm(store, sanne.id, 'a');
    assert(await mayHoldForm(store, sanne.id, 'a'));
  },
  'a message about a dossier': async ({ store }) => {
    const shown = shownCards({ store, log: logBook() });
    await shown.of(number);
    await shown.note(sanne.id, 'a', noticeCard({ title: 'T', text: 't', tone: 'good' }), { number });
    assert.equal((await shown.of(number))[0]?.activityId, 'a');
  },
  'a list that names dossiers': async ({ store }) => {
    const { note, endOld } = namingMessages(store);
    await note(sanne.id, { activityId: 'a', numbers: [number], ages: true });
    await endOld(async () => assert.fail('it is the last'));
    const { content } = await readMemo(store, memos.naming.of(sanne.id));
    assert.deepEqual(content?.at(-1)?.numbers, [number]);
  },
  'the limits of Teams': async ({ store, clock }) => {
    const kept = outgoingLimits(store, () => Date.parse(clock.now()), 'one');
    await kept.take('chat', 't');
    await kept.hold('chat', 1);
  },
  'a hold': async ({ store, clock }) => {
    const holds = sharedHolds(store, clock, 'one');
    const answer = await holds.ask('mail');
    if ('permit' in answer) await holds.note('mail', answer.permit, undefined);
  },
};

/** Values that can be found in the place of a small document. */
const instead: Record<string, (whole: Record<string, unknown>) => unknown> = {
  'only an id': () => ({ id: 1 }),
  nothing: () => null,
  'a list': () => [],
  'an unknown kind': (whole) => ({ ...whole, kind: 'pondered' }),
  'no content': ({ content: _, ...rest }) => rest,
  ...Object.fromEntries(
    [5, 'junk', [], {}, [null], { documents: 5 }].map((content) => [
      `the content ${JSON.stringify(content)}`,
      (whole: Record<string, unknown>) => ({ ...whole, content }),
    ]),
  ),
};

async function filled(office: Office): Promise<string[]> {
  await office.file(registration, '1', sanne);
  for (const job of Object.values(jobs)) await job(office);
  const memos = (await contentOf(office.store)).filter(({ kind }) => kind === 'memo');
  return memos.map(({ id }) => id);
}

const readinessOf = (office: Office) =>
  readiness({
    store: office.store,
    register: office,
    mail: true,
    isSweeping: () => true,
    log: office.log,
  })();

/** The reminders go out, readiness does not blame the store, and each job goes on. */
async function goesOn(office: Office): Promise<void> {
  await office.sweepAt('2026-04-07T09:00');
  assert(
    office.news().some((id) => id.includes('acknowledge')),
    'no reminder',
  );
  const { ready, parts } = await readinessOf(office);
  assert.deepEqual([ready, parts.store?.state], [true, 'ok']);
  await office.execute(addNote());
  for (const job of Object.values(jobs)) await job(office);
}

describe('a small document that cannot be read', () => {
  afterEach(closeOffices);

  for (const [name, change] of Object.entries(instead)) {
    it(`keeps nothing from going on, whichever it is: ${name}`, async () => {
      const first = anOffice();
      const ids = await filled(first);
      assert(ids.length >= 12, ids.join());
      assert.deepEqual(
        ids.filter((id) => !isMemoId(id)),
        ['front-desk'],
        'is not in the list of small documents, which erasure walks',
      );
      for (const id of ids.filter((one) => one !== 'front-desk')) {
        replaceInFile(first.path, id, change);
        const office = anOffice({ file: first.path });
        await goesOn(office);
        await office.file(registration, `after ${id}`, sanne);
        await office.store.close();
      }
      const { flaws } = await verify(asyncOf(await contentOf(anOffice({ file: first.path }).bare)));
      assert(flaws.length > 0, 'nothing shows that somebody was at it');
    });
  }

  for (const [name, change] of Object.entries(instead).slice(0, 5)) {
    it(`is the intake document: who was absent stays so, no number is given twice, and it says why: ${name}`, async () => {
      const office = anOffice();
      await filled(office);
      await office.setAbsence(fatima, { from: '2026-04-01', until: '2026-04-30' });
      await office.sweepAt('2026-04-01T12:00');
      replaceInFile(office.path, 'front-desk', change);
      await goesOn(office);
      assert.equal(office.desk().absences.length, 1);
      await assert.rejects(
        office.file(registration, '2', sanne),
        (error) => error instanceof Refusal && error.code === 'register-unreadable',
      );
      const { status, parts } = await readinessOf(office);
      assert.deepEqual([status, parts.unreadable?.count], ['degraded', 1]);
      await anOffice({ file: office.path }).sweepAt('2026-04-08T09:00');
    });
  }

  describe('in Cosmos DB', () => {
    let peer: CosmosPeer;
    before(async () => {
      peer = await cosmosPeer();
    });
    after(() => peer.close());

    it('keeps nothing from going on either', async () => {
      const database = newDatabase();
      const between = () => sealedStore(storeAt(peer.url, database), { log: logBook() });
      const ids = await filled(anOffice({ between }));
      for (const id of ids.filter((one) => !['front-desk'].includes(one)))
        await replaceInCosmos(peer.url, database, itemId(id), (whole) => ({ ...whole, content: 5 }));
      await goesOn(anOffice({ between }));
    });
  });
});

describe('a small document of a newer bot', () => {
  let peer: CosmosPeer;
  before(async () => {
    peer = await cosmosPeer();
  });
  afterEach(closeOffices);
  after(() => peer.close());

  const newer = schema + 97;
  const asNewer = (whole: Record<string, unknown>) => ({ ...whole, schema: newer });

  /** The sweep does all the rest, health counts it, and the log names it once. */
  async function countsIt(office: Office, id: string): Promise<void> {
    const before = await rawOf(office.bare, id);
    for (const time of ['09:00', '09:01', '10:30']) await office.sweepAt(`2026-04-07T${time}`);
    assert(
      office.news().some((message) => message.includes('acknowledge')),
      `${id}: no reminder`,
    );
    // Most are read only when they are needed, which a walk does too.
    for await (const _ of office.store.all());
    const { ready, status, parts } = await readinessOf(office);
    assert.deepEqual(
      [ready, parts.store?.state, status, parts.unreadable?.count],
      [true, 'ok', 'degraded', 1],
      id,
    );
    const named = office.logged.filter((line) => /written by a newer bot/.test(line));
    assert.equal(named.length, 1, named.join());
    for (const fact of [id, `${newer}`]) assert(named[0]?.includes(fact), `${named} without ${fact}`);
    assert.equal(await rawOf(office.bare, id), before);
  }

  const rawOf = (store: Store, id: string): Promise<string> =>
    store.read(id).then(
      () => assert.fail(`${id} can be read`),
      (error: unknown) => (error instanceof Unreadable ? error.remains : assert.fail(`${error}`)),
    );

  it('stops no sweep, is no fault of the store, and is named once, whichever it is', async () => {
    const first = anOffice();
    for (const id of (await filled(first)).filter((one) => one !== 'front-desk')) {
      const office = anOffice();
      await filled(office);
      replaceInFile(office.path, id, asNewer);
      await countsIt(anOffice({ file: office.path }), id);
    }
  });

  it('stops no sweep in Cosmos DB either', async () => {
    for (const id of ['channel', 'clock']) {
      const database = newDatabase();
      const bare = storeAt(peer.url, database);
      const between = () => sealedStore(bare, { log: logBook() });
      await filled(anOffice({ between }));
      await replaceInCosmos(peer.url, database, itemId(id), asNewer);
      await countsIt({ ...anOffice({ between }), bare }, id);
    }
  });

  it('is not overwritten from memory, though its etag is that of what was there before', async () => {
    const office = anOffice();
    const kept = outgoingLimits(office.store, () => Date.parse(office.clock.now()), 'one');
    await kept.take('chat', 't');
    const paces = (await contentOf(office.bare)).map(({ id }) => id).filter((id) => id.startsWith('pace/'));
    assert(paces.length > 0);
    for (const id of paces) replaceInFile(office.path, id, asNewer);
    const before = await Promise.all(paces.map((id) => rawOf(office.bare, id)));
    await assert.rejects(kept.hold('chat', 1), Unreadable);
    assert.deepEqual(await Promise.all(paces.map((id) => rawOf(office.bare, id))), before);
  });
});

describe('a small document', () => {
  afterEach(closeOffices);

  it('is not written with what its readers refuse, and stays as it was', async () => {
    const { store } = anOffice();
    const key = memos.home;
    const home = { serviceUrl: 'https://teams.example/', botId: '28:bot' };
    await writeMemo(store, key, home);
    const { etag } = await readMemo(store, key);
    const odd = JSON.parse('{ "serviceUrl": "https://teams.example/", "botId": "28:bot", "tenantId": null }');
    await assert.rejects(writeMemo(store, key, odd, etag), TypeError);
    await assert.rejects(
      changeMemo(store, key, () => odd),
      TypeError,
    );
    assert.deepEqual(await readMemo(store, key), { content: home, etag });
  });
});

async function* asyncOf<T>(items: Iterable<T>) {
  yield* items;
}
