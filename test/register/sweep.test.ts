import assert from 'node:assert/strict';
import { linkChannel } from '../../src/register/model/linked-channel.ts';
import { acknowledge, registration, withdraw } from '../procedure/asked.ts';
import { desk, everybodyAtTheDesk, fatima, ingrid, joris, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

type Office = ReturnType<typeof anOffice>;

const address = { serviceUrl: 'http://127.0.0.1', conversationId: '19:channel', botId: '28:bot' };
const link = (office: Office) => linkChannel(office.store, { address, linkedAt: office.clock.now() });

/** Sweeps at that time; returns the new messages without digests. */
async function reminders(office: Office, time: string): Promise<string[]> {
  await office.sweepAt(time);
  return office.news().filter((id) => !id.startsWith('digest/'));
}

describe('sweeping for reminders', () => {
  afterEach(closeOffices);

  it('delivers what waits, and then has nothing to do until the first reminder', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    assert.deepEqual(await reminders(office, '2026-04-01T10:00'), [`K-2026-0001/2-forwarded/${lars.id}`]);
    await office.sweepAt('2026-04-01T10:01');
    assert.deepEqual(await office.store.due('2026-04-07T06:59:59.999Z', 10), []);
    assert.deepEqual(await office.store.due('2026-04-07T07:00:00.000Z', 10), ['K-2026-0001']);
  });

  it('sends each reminder once, on its werkdag at nine, to the handler and the channel', async () => {
    const office = anOffice();
    await link(office);
    await office.file(registration, '1', sanne);
    await reminders(office, '2026-04-01T10:01');
    assert.deepEqual(await reminders(office, '2026-04-07T08:59'), []);
    assert.deepEqual(await reminders(office, '2026-04-07T09:00'), [
      `K-2026-0001/acknowledge-2026-04-09/2-days/${lars.id}`,
      'K-2026-0001/acknowledge-2026-04-09/2-days/channel',
    ]);
    for (const time of ['09:00', '09:01', '12:00', '23:59']) {
      assert.deepEqual(await reminders(office, `2026-04-07T${time}`), []);
    }
    assert.deepEqual(await reminders(office, '2026-04-08T09:00'), []);
    assert.equal((await reminders(office, '2026-04-09T09:00')).length, 2);
  });

  it('tells the board as well once the last day has passed, every werkdag', async () => {
    const office = anOffice();
    await link(office);
    await office.file(registration, '1', sanne);
    await reminders(office, '2026-04-09T09:00');
    const to = (day: string) =>
      [lars.id, willem.id, ingrid.id, 'channel'].map(
        (who) => `K-2026-0001/acknowledge-2026-04-09/late-${day}/${who}`,
      );
    assert.deepEqual(await reminders(office, '2026-04-10T09:00'), to('2026-04-10'));
    assert.deepEqual(await reminders(office, '2026-04-11T09:00'), []);
    assert.deepEqual(await reminders(office, '2026-04-12T09:00'), []);
    assert.deepEqual(await reminders(office, '2026-04-13T09:00'), to('2026-04-13'));
  });

  it('sends only the last one of each deadline after a standstill', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    await reminders(office, '2026-04-01T10:01');
    assert.deepEqual(await reminders(office, '2026-04-21T13:00'), [
      ...[lars, willem, ingrid].map(({ id }) => `K-2026-0001/acknowledge-2026-04-09/late-2026-04-21/${id}`),
      `K-2026-0001/answer-2026-04-22/2-days/${lars.id}`,
    ]);
    assert.deepEqual(await reminders(office, '2026-04-21T13:01'), []);
  });

  it('says nothing more of a complaint that was closed than that it is', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    await reminders(office, '2026-04-07T09:00');
    office.moveTo('2026-04-08T10:00');
    await office.execute(acknowledge());
    assert.deepEqual(await reminders(office, '2026-04-10T09:00'), []);
    await office.execute(withdraw());
    assert.deepEqual(await reminders(office, '2026-05-29T09:00'), [`K-2026-0001/4-closed/${sanne.id}`]);
    assert.deepEqual(await office.store.due('2030-01-01T00:00:00.000Z', 10), []);
  });

  it('never tells Lars or the channel of a complaint about Lars, however late it gets', async () => {
    const office = anOffice();
    await link(office);
    await office.file({ ...registration, respondents: [lars] }, '1', sanne);
    const told = [];
    for (const day of ['01', '07', '09', '10', '13', '14', '22', '23']) {
      told.push(...(await reminders(office, `2026-04-${day}T10:00`)));
    }
    const people = new Set(told.map((id) => id.split('/').at(-1)));
    assert.deepEqual(people, new Set([fatima.id, willem.id, ingrid.id]));
  });

  it('sends each reminder once with two registers sweeping one file', async () => {
    const one = anOffice();
    const other = anOffice({ file: one.path });
    for (let i = 0; i < 5; i += 1) await one.file(registration, `${i}`, sanne);
    await Promise.all([one.sweepAt('2026-04-07T09:00'), other.sweepAt('2026-04-07T09:00')]);
    const queued = (await one.store.list({ open: true })).flatMap(({ outbox }) => outbox.map(({ id }) => id));
    assert.equal(queued.filter((id) => !id.endsWith('/receipt')).length, 10);
    assert.equal(new Set(queued).size, queued.length);
  });

  it('is not held up by complaints of which there is nobody to remind', async () => {
    const office = anOffice();
    for (let i = 0; i < 101; i += 1) {
      await office.file(
        {
          ...registration,
          complainant: { name: 'Anoniem', unnamed: 'anonymous' },
          receivedOn: '2026-03-02',
          respondents: [...everybodyAtTheDesk, sanne],
        },
        `${i}`,
        sanne,
      );
    }
    const { id } = await office.file(registration, 'last', sanne);
    assert.deepEqual(await reminders(office, '2026-04-01T10:01'), [`${id}/2-forwarded/${lars.id}`]);
    assert.deepEqual(await reminders(office, '2026-04-07T09:00'), [
      `${id}/acknowledge-2026-04-09/2-days/${lars.id}`,
    ]);
  });

  it('passes what nobody could handle on to a board member who came later, and reminds them', async () => {
    const before = anOffice();
    await before.file({ ...registration, respondents: everybodyAtTheDesk }, '1', sanne);
    assert.deepEqual(await reminders(before, '2026-04-07T09:00'), [
      `K-2026-0001/forward-2026-04-01/late-2026-04-07/${sanne.id}`,
    ]);
    const after = anOffice({ file: before.path, people: { ...desk, board: [willem, joris] } });
    assert.deepEqual(await reminders(after, '2026-04-09T09:00'), [
      `K-2026-0001/3-forwarded/${joris.id}`,
      `K-2026-0001/acknowledge-2026-04-09/0-days/${joris.id}`,
    ]);
  });
});
