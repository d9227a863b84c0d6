import assert from 'node:assert/strict';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { flawOf } from '../../src/register/integrity/verify.ts';
import { firstBroken } from '../../src/register/model/chain.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { eventOf } from '../../src/register/model/journal.ts';
import { readDossier, type Store } from '../../src/register/model/store.ts';
import { register } from '../../src/register/register.ts';
import { clockOf, instantOf } from '../../src/time/clock.ts';
import { logBook } from '../dispatch/log-book.ts';
import {
  addNote,
  answerRedaction,
  handOver,
  registration,
  requestRedaction,
  withdraw,
} from '../procedure/asked.ts';
import { calendar } from '../procedure/given.ts';
import { desk, fatima, sanne } from '../procedure/people.ts';
import { byCommand } from '../register/by-command.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from './cosmos-peer.ts';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';

describe('the register in Cosmos DB', () => {
  let peer: CosmosPeer;
  let proxy: FaultProxy;
  let stores: Store[];
  let one: ReturnType<typeof registerIn>;
  let other: ReturnType<typeof registerIn>;

  before(async () => {
    peer = await cosmosPeer();
  });

  after(() => peer.close());

  /** Two instances of the bot on one register. */
  beforeEach(async () => {
    const database = newDatabase();
    proxy = await faultProxy(peer.url);
    const [first, second] = [storeAt(proxy.url, database), storeAt(proxy.url, database)];
    stores = [first, second];
    [one, other] = [registerIn(first), registerIn(second)];
  });

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await proxy.close();
  });

  const dossierOf = async (number: CaseNumber): Promise<Dossier> =>
    (stores[0] && (await readDossier(stores[0], number))) ?? assert.fail();

  /** Lists the requests for documents since it was last called. */
  const asked = () => proxy.asked.splice(0).filter((operation) => operation !== 'other');

  it('holds no text any more that was made illegible, nor finds a dossier by it', async () => {
    const { id: number } = await one.file({ ...registration, summary: 'BSN 111.222.333' }, 'first', sanne);
    await one.execute(addNote({ number, text: 'Nog eens 111222333' }), { form: 'a' });
    const found = async () => {
      const answer = await stores[1]?.search({ words: ['111222333'], limit: 9 });
      return typeof answer === 'object' ? answer.dossiers.length : answer;
    };
    assert.equal(await found(), 1);
    await one.execute(requestRedaction({ number, value: '111 222 333' }), { form: 'b' });
    await other.execute(answerRedaction({ number, by: fatima }), { form: 'c' });
    assert.equal(await found(), 0);
    const all: unknown[] = [];
    for await (const { document } of stores[0]?.all() ?? []) all.push(document);
    assert.doesNotMatch(JSON.stringify(all), /111\D{0,2}222\D{0,2}333/);
    assert.equal(flawOf(await dossierOf(number)), undefined);
  });

  it('costs a read and two writes to register, and a read and a write for every step after', async () => {
    await one.file(registration, 'first', sanne);
    asked();
    const { id: number } = await one.file(registration, 'second', sanne);
    assert.deepEqual(asked(), ['read', 'replace', 'create']);
    await one.execute(handOver({ number }), { form: 'a' });
    assert.deepEqual(asked(), ['read', 'replace']);
    await one.execute(addNote({ number, by: fatima }), { form: 'b' });
    assert.deepEqual(asked(), ['read', 'replace']);
    await one.execute(addNote({ number, by: fatima }), { form: 'b' });
    assert.deepEqual(asked(), ['read']);
    await one.view(number, fatima);
    assert.deepEqual(asked(), ['read']);
  });

  it('gives the same form one number, at however many instances it arrives at once', async () => {
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? one : other).file(registration, 'form', sanne)),
    );
    assert.deepEqual(new Set(taken.map(({ id }) => id)), new Set(['K-2026-0001']));
    assert.equal((await dossierOf('K-2026-0001')).journal.length, taken[0]?.journal.length);
    assert.deepEqual(
      (await one.registeredBy(sanne)).map(({ id }) => id),
      ['K-2026-0001'],
    );
  });

  it('numbers without gaps what two instances register at the same time', async () => {
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).file(registration, `form ${i}`, sanne)),
    );
    const numbers = Array.from({ length: 10 }, (_, i) => `K-2026-${String(i + 1).padStart(4, '0')}`);
    assert.deepEqual(taken.map(({ id }) => id).sort(), numbers);
  });

  it('records what two instances do to one dossier at the same moment, in one journal that is whole', async () => {
    const { id: number } = await one.file(registration, 'form', sanne);
    const notes = Array.from({ length: 10 }, (_, i) => `Notitie ${i}`);
    await Promise.all(notes.map((text, i) => (i % 2 ? one : other).execute(addNote({ number, text }))));
    const { journal } = await dossierOf(number);
    const texts = journal
      .map(eventOf)
      .flatMap((event) => (event.type === 'note-added' ? [event.personal.text] : []));
    assert.deepEqual(texts.sort(), notes);
    assert.equal(firstBroken(journal), undefined);
  });

  it('does one of two steps that exclude each other', async () => {
    const { id: number } = await one.file(registration, 'form', sanne);
    const both = await Promise.allSettled([one, other].map((each) => each.execute(withdraw({ number }))));
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal(both.find((outcome) => outcome.status === 'rejected')?.reason.code, 'closed');
  });

  it('loses and doubles nothing when every other answer is lost', async () => {
    let requests = 0;
    proxy.fault = () => (requests++ % 2 ? { when: 'after', answer: 503 } : undefined);
    const taken = await Promise.all(
      Array.from({ length: 4 }, (_, i) => (i % 2 ? one : other).file(registration, `form ${i}`, sanne)),
    );
    for (const { id: number } of taken) await one.execute(addNote({ number }));
    assert.deepEqual(taken.map(({ id }) => id).sort(), [
      'K-2026-0001',
      'K-2026-0002',
      'K-2026-0003',
      'K-2026-0004',
    ]);
    for (const { id, journal } of taken)
      assert.equal((await dossierOf(id)).journal.length, journal.length + 1);
  });
});

/** Makes a register on the morning of 1 April 2026, with a clock that stands still. */
function registerIn(store: Store) {
  const clock = clockOf(() => Date.parse(instantOf('2026-04-01T10:00')));
  const { at, dayOf } = clock;
  const config = { calendar, remindAt: '09:00', retentionYears: 5, board: desk.board, at, dayOf };
  const log = logBook();
  const ours = register({ store, clock, config, people: desk, mail: false, afterSave: () => {}, log });
  return { ...ours, ...byCommand(ours) };
}
