import assert from 'node:assert/strict';
import type { Store } from '../../src/register/model/store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { letterDate } from '../../src/time/dutch-date.ts';
import { addDays, type LocalDate } from '../../src/time/local-date.ts';
import { type Waits, waitingLettersOf } from '../letters/courses/waiting.ts';
import { type CosmosPeer, cosmosPeer, newDatabase, storeAt } from '../store/cosmos-peer.ts';
import { aWaitingLetter } from './a-waiting-letter.ts';
import { mailing } from './mail-office.ts';
import { mailServer } from './mail-server.ts';

/** Reading 20: a letter that the mail server takes on a later day than it was written. */
describe('a letter that waits for the mail server over midnight', () => {
  let server: ReturnType<typeof mailServer>;
  let peer: CosmosPeer;
  let letters: Waits[];
  let letter: Waits;
  let written: LocalDate;
  let nextDay: LocalDate;
  let store: Store;

  before(async () => {
    letters = await waitingLettersOf();
    letter = letters.find(({ kind }) => kind === 'answer') ?? assert.fail();
    written = letter.setting.today;
    nextDay = addDays(written, 1);
    peer = await cosmosPeer();
  });
  after(() => peer.close());

  beforeEach(async () => {
    server = mailServer();
    await server.up();
    store = sqliteStore(':memory:');
  });

  afterEach(async () => {
    await store.close();
    await server.down();
  });

  const opened = () => aWaitingLetter(letter, store, server.url());
  type Opened = Awaited<ReturnType<typeof opened>>;

  const renewals = async (office: Opened) =>
    (await office.events()).filter(({ type }) => type === 'letter-renewed').length;

  it('goes as it was written on its own day, and made anew on the next', async () => {
    const office = await opened();
    await server.down();
    await office.deliver();
    assert.equal(await renewals(office), 0);
    await server.up();
    office.moveTo(`${nextDay}T09:00`);
    await office.deliver();
    const [arrived, ...more] = server.arrived;
    const { mail } = arrived ?? assert.fail('nothing arrived');
    assert.deepEqual(more, []);
    assert.ok(mail.text?.split('\n').includes(letterDate(nextDay)), mail.text);
    const events = (await office.events()).slice(-2);
    assert.deepEqual(
      events.map((event) => [
        event.type,
        'personal' in event && 'text' in event.personal && event.personal.text,
      ]),
      ['letter-renewed', 'letter-sent'].map((type) => [type, mail.text]),
    );
  });

  it('waits for midnight where it could be accepted only after it', async () => {
    const office = await opened();
    office.moveTo(`${written}T23:59:30`);
    await office.deliver();
    assert.equal(server.arrived.length, 0);
    assert.equal(mailing(await office.dossier()).status, 'queued');
    office.moveTo(`${nextDay}T00:00`);
    await office.deliver();
    const sent = (await office.dossier()).complaint.letters.at(-1);
    assert.equal(sent?.sentOn, nextDay);
    assert.ok(server.arrived[0]?.mail.text?.includes(letterDate(nextDay)));
  });

  it('goes as somebody edited it where it names no day that is another now', async () => {
    const office = await opened();
    await office.edit(() => 'Beste mevrouw, u hebt gelijk. Groet, Lars');
    office.moveTo(`${nextDay}T09:00`);
    await office.deliver();
    assert.equal(server.arrived[0]?.mail.text, 'Beste mevrouw, u hebt gelijk. Groet, Lars');
    assert.equal((await office.dossier()).complaint.letters.at(-1)?.sentOn, nextDay);
  });

  it('is given back to its handler, edited, where a day in it is another now; nothing is lost', async () => {
    const office = await opened();
    await office.edit((text) => text.replace('Geachte', 'Beste'));
    await server.down();
    await office.deliver();
    office.moveTo(`${written}T18:00`);
    await office.deliver();
    await server.up();
    const before = await office.dossier();
    office.moveTo(`${nextDay}T09:00`);
    await office.deliver();
    await office.deliver();
    assert.equal(server.arrived.length, 0);
    const after = await office.dossier();
    assert.deepEqual(after.complaint, before.complaint);
    assert.equal(mailing(after).status, 'gave-up');
    const notices = office.told.filter(({ content }) => content.kind === 'undelivered');
    assert.equal(notices.length, 2, 'once that it is not accepted, and once that it is not tried any more');
    office.moveTo(`${addDays(nextDay, 1)}T09:00`);
    await office.deliver();
    assert.equal(server.arrived.length, 0);
  });

  it('stays as it is once it may have been accepted, and does not go by itself', async () => {
    const office = await opened();
    server.breaksOff.afterText = true;
    await office.deliver();
    server.breaksOff.afterText = false;
    office.moveTo(`${nextDay}T09:00`);
    await office.deliver();
    assert.equal(server.arrived.length, 1);
    const dossier = await office.dossier();
    assert.equal(mailing(dossier).status, 'uncertain');
    assert.equal(dossier.complaint.letters.at(-1)?.text, server.arrived[0]?.mail.text);
    assert.equal(await renewals(office), 0);
  });

  it('is kept as it may have gone where the process dies between making it anew and sending it', async () => {
    const office = await opened();
    office.moveTo(`${nextDay}T09:00`);
    await office.claimAndDie();
    const claimed = await office.dossier();
    assert.ok(claimed.complaint.letters.at(-1)?.text.includes(letterDate(nextDay)));
    office.moveTo(`${addDays(nextDay, 1)}T09:00`);
    await office.deliver();
    const after = await office.dossier();
    assert.equal(mailing(after).status, 'uncertain');
    assert.deepEqual(after.complaint, claimed.complaint);
    assert.equal(server.arrived.length, 0);
  });

  it('is made anew once, and sent once, by two processes on one register, in Cosmos too', async () => {
    const inCosmos = storeAt(peer.url, newDatabase());
    try {
      for (const shared of [store, inCosmos]) {
        const office = await aWaitingLetter(letter, shared, server.url());
        office.moveTo(`${nextDay}T09:00`);
        const before = server.arrived.length;
        await Promise.all([office.deliver('one'), office.deliver('two')]);
        assert.equal(server.arrived.length, before + 1);
        assert.equal(await renewals(office), 1);
        assert.equal(mailing(await office.dossier()).status, 'sent');
      }
    } finally {
      await inCosmos.close();
    }
  });
});
