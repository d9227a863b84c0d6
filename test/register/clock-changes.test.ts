import assert from 'node:assert/strict';
import { linkChannel } from '../../src/register/model/linked-channel.ts';
import { claim } from '../../src/register/model/outbox.ts';
import { instantOf } from '../../src/time/clock.ts';
import { instantAt, localDate } from '../../src/time/local-date.ts';
import { registration } from '../procedure/asked.ts';
import { ingrid, lars, sanne, willem } from '../procedure/people.ts';
import { anOffice, closeOffices } from './an-office.ts';

type Office = ReturnType<typeof anOffice>;

const names: Record<string, string> = { [lars.id]: 'Lars', [willem.id]: 'Willem', [ingrid.id]: 'Ingrid' };

/** An office to which one complaint has come in, and been passed on, at that time. */
async function anOfficeWithComplaint(now: string, receivedOn = localDate(now.slice(0, 10))): Promise<Office> {
  const office = anOffice({ now });
  await office.file({ ...registration, receivedOn }, '1', sanne);
  await office.sweepAt(now);
  office.news();
  return office;
}

const link = (office: Office) =>
  linkChannel(office.store, {
    address: { serviceUrl: 'http://127.0.0.1', conversationId: '19:channel', botId: '28:bot' },
    linkedAt: office.clock.now(),
  });

/** Sweeps at every half hour of real time from the one time in Amsterdam up to the other; what was sent, with its time. */
async function sweepFrom(office: Office, from: string, until: string): Promise<string[]> {
  const sent: string[] = [];
  for (let at = Date.parse(instantOf(from)); at < Date.parse(instantOf(until)); at += 30 * 60_000) {
    await office.sweepAt(instantAt(at));
    const time = `${office.clock.today()} ${office.clock.timeOf(office.clock.now())}`;
    sent.push(...office.news().map((id) => `${time} ${inShort(id)}`));
  }
  return sent;
}

const inShort = (id: string): string =>
  id.replace(/^K-\d{4}-\d{4}\//, '').replace(/[^/]*$/, (who) => names[who] ?? who);

describe('after a standstill of days', () => {
  afterEach(closeOffices);

  it('each deadline is reminded of once, and from then on as ever', async () => {
    const office = await anOfficeWithComplaint('2026-04-01T10:00');
    assert.deepEqual(await sweepFrom(office, '2026-04-11T03:00', '2026-04-14T00:00'), [
      '2026-04-13 09:00 acknowledge-2026-04-09/late-2026-04-13/Lars',
      '2026-04-13 09:00 acknowledge-2026-04-09/late-2026-04-13/Willem',
      '2026-04-13 09:00 acknowledge-2026-04-09/late-2026-04-13/Ingrid',
    ]);
  });

  it('what was registered right before it is passed on first, with no reminder lost', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    const sent = await sweepFrom(office, '2026-04-07T11:00', '2026-04-07T12:00');
    assert.deepEqual(
      sent.filter((line) => line.endsWith('/Lars')),
      ['2026-04-07 11:00 2-forwarded/Lars', '2026-04-07 11:00 acknowledge-2026-04-09/2-days/Lars'],
    );
  });

  it('only the digest of today is sent', async () => {
    const office = anOffice();
    await link(office);
    assert.deepEqual(await sweepFrom(office, '2026-04-07T08:00', '2026-04-08T00:00'), [
      '2026-04-07 08:30 digest/2026-04-07',
    ]);
    assert.deepEqual(await sweepFrom(office, '2026-04-16T07:00', '2026-04-17T00:00'), [
      '2026-04-16 08:30 digest/2026-04-16',
    ]);
  });
});

describe('a clock that is set back', () => {
  afterEach(closeOffices);

  it('an hour right after the reminder repeats nothing, not the digest either', async () => {
    const office = await anOfficeWithComplaint('2026-04-01T10:00');
    await link(office);
    assert.deepEqual(await sweepFrom(office, '2026-04-07T08:00', '2026-04-07T09:30'), [
      '2026-04-07 08:30 digest/2026-04-07',
      '2026-04-07 09:00 acknowledge-2026-04-09/2-days/Lars',
      '2026-04-07 09:00 acknowledge-2026-04-09/2-days/channel',
    ]);
    assert.deepEqual(await sweepFrom(office, '2026-04-07T08:00', '2026-04-08T00:00'), []);
    // Sorted, because a digest and a dossier are delivered side by side.
    assert.deepEqual((await sweepFrom(office, '2026-04-09T09:00', '2026-04-09T10:00')).sort(), [
      '2026-04-09 09:00 acknowledge-2026-04-09/0-days/Lars',
      '2026-04-09 09:00 acknowledge-2026-04-09/0-days/channel',
      '2026-04-09 09:00 digest/2026-04-09',
    ]);
  });

  it('a day repeats nothing and loses nothing that comes after', async () => {
    const office = await anOfficeWithComplaint('2026-04-01T10:00');
    await sweepFrom(office, '2026-04-09T08:00', '2026-04-10T09:30');
    assert.deepEqual(await sweepFrom(office, '2026-04-09T09:30', '2026-04-13T09:30'), [
      '2026-04-13 09:00 acknowledge-2026-04-09/late-2026-04-13/Lars',
      '2026-04-13 09:00 acknowledge-2026-04-09/late-2026-04-13/Willem',
      '2026-04-13 09:00 acknowledge-2026-04-09/late-2026-04-13/Ingrid',
    ]);
  });

  it('after it ran weeks ahead loses none of the reminders of those weeks', async () => {
    const office = await anOfficeWithComplaint('2026-04-01T10:00');
    await office.sweepAt('2026-04-30T12:00');
    office.news();
    assert.deepEqual(await sweepFrom(office, '2026-04-01T10:30', '2026-04-10T09:30'), [
      '2026-04-07 09:00 acknowledge-2026-04-09/2-days/Lars',
      '2026-04-09 09:00 acknowledge-2026-04-09/0-days/Lars',
      '2026-04-10 09:00 acknowledge-2026-04-09/late-2026-04-10/Lars',
      '2026-04-10 09:00 acknowledge-2026-04-09/late-2026-04-10/Willem',
      '2026-04-10 09:00 acknowledge-2026-04-09/late-2026-04-10/Ingrid',
    ]);
    await sweepFrom(office, '2026-04-10T09:30', '2026-04-30T09:00');
    assert.deepEqual(await sweepFrom(office, '2026-04-30T09:00', '2026-05-01T09:00'), []);
  });

  it('is noticed too when the bot was stopped in between', async () => {
    const office = await anOfficeWithComplaint('2026-04-01T10:00');
    await office.sweepAt('2026-04-30T12:00');
    const restarted = anOffice({ file: office.path, now: '2026-04-01T10:30' });
    assert.deepEqual(await sweepFrom(restarted, '2026-04-01T10:30', '2026-04-10T09:00'), [
      '2026-04-07 09:00 acknowledge-2026-04-09/2-days/Lars',
      '2026-04-09 09:00 acknowledge-2026-04-09/0-days/Lars',
    ]);
  });

  it('passes on at once what was registered while it ran ahead', async () => {
    const office = anOffice({ now: '2026-04-02T10:00' });
    await office.sweepAt('2026-04-02T10:00');
    await office.file(registration, '1', sanne);
    assert.deepEqual(await sweepFrom(office, '2026-04-01T10:00', '2026-04-01T12:00'), [
      '2026-04-01 10:00 2-forwarded/Lars',
    ]);
  });

  it('leaves a delivery that is under way to who has claimed it, but not for as long as the wrong clock said', async () => {
    const office = anOffice({ now: '2026-04-02T10:00' });
    await office.sweepAt('2026-04-02T10:00');
    await office.file(registration, '1', sanne);
    await office.amendDossier('K-2026-0001', (dossier) => ({
      ...dossier,
      outbox: claim(dossier.outbox, office.clock.now(), 'somebody else', '2026-04-02T08:01:00.000Z').outbox,
    }));
    await office.sweepAt('2026-04-01T10:00');
    assert.deepEqual(office.news(), []);
    await office.sweepAt('2026-04-01T10:01');
    assert.deepEqual(office.news(), [`K-2026-0001/2-forwarded/${lars.id}`]);
  });

  it('back over New Year goes on with the numbers of either year', async () => {
    const office = anOffice({ now: '2027-01-01T00:10' });
    const number = async (form: string) =>
      (await office.file({ ...registration, receivedOn: '2026-12-31' }, form, sanne)).id;
    assert.equal(await number('1'), 'K-2027-0001');
    office.moveTo('2026-12-31T23:50');
    assert.equal(await number('2'), 'K-2026-0001');
    office.moveTo('2027-01-01T00:20');
    assert.equal(await number('3'), 'K-2027-0002');
  });
});

describe('in the nights in which the clock changes', () => {
  afterEach(closeOffices);

  it('in spring nothing is lost or repeated, and nine in the morning stays nine', async () => {
    const office = await anOfficeWithComplaint('2026-03-23T10:00');
    await link(office);
    await office.sweepAt('2026-03-28T11:30');
    office.news();
    assert.deepEqual(await sweepFrom(office, '2026-03-28T12:00', '2026-03-31T12:00'), [
      '2026-03-30 08:30 digest/2026-03-30',
      '2026-03-30 09:00 acknowledge-2026-03-30/0-days/Lars',
      '2026-03-30 09:00 acknowledge-2026-03-30/0-days/channel',
      '2026-03-31 08:30 digest/2026-03-31',
      ...['Lars', 'Willem', 'Ingrid', 'channel'].map(
        (who) => `2026-03-31 09:00 acknowledge-2026-03-30/late-2026-03-31/${who}`,
      ),
    ]);
  });

  it('in autumn the hour that comes twice sends nothing twice', async () => {
    const office = await anOfficeWithComplaint('2026-10-19T10:00');
    await link(office);
    await office.sweepAt('2026-10-24T11:30');
    office.news();
    assert.deepEqual(await sweepFrom(office, '2026-10-24T12:00', '2026-10-27T12:00'), [
      '2026-10-26 08:30 digest/2026-10-26',
      '2026-10-26 09:00 acknowledge-2026-10-26/0-days/Lars',
      '2026-10-26 09:00 acknowledge-2026-10-26/0-days/channel',
      '2026-10-27 08:30 digest/2026-10-27',
      ...['Lars', 'Willem', 'Ingrid', 'channel'].map(
        (who) => `2026-10-27 09:00 acknowledge-2026-10-26/late-2026-10-27/${who}`,
      ),
    ]);
  });

  it('what is registered in the hour that comes twice is passed on, once', async () => {
    const office = anOffice({ now: '2026-10-25T02:50+02:00' });
    await office.sweepAt('2026-10-25T02:50+02:00');
    await office.file({ ...registration, receivedOn: '2026-10-25' }, '1', sanne);
    await office.sweepAt('2026-10-25T02:00+01:00');
    assert.deepEqual(office.news(), [`K-2026-0001/2-forwarded/${lars.id}`]);
    await office.sweepAt('2026-10-25T02:50+01:00');
    assert.deepEqual(office.news(), []);
  });
});

describe('at New Year', () => {
  afterEach(closeOffices);

  it('reminders and digests go on after the holiday and the weekend', async () => {
    const office = await anOfficeWithComplaint('2026-12-24T10:00');
    await link(office);
    assert.deepEqual(await sweepFrom(office, '2026-12-30T00:00', '2027-01-05T12:00'), [
      '2026-12-30 08:30 digest/2026-12-30',
      '2026-12-30 09:00 acknowledge-2027-01-04/2-days/Lars',
      '2026-12-30 09:00 acknowledge-2027-01-04/2-days/channel',
      '2026-12-31 08:30 digest/2026-12-31',
      '2027-01-04 08:30 digest/2027-01-04',
      '2027-01-04 09:00 quarter/2026-4/Willem',
      '2027-01-04 09:00 quarter/2026-4/Ingrid',
      '2027-01-04 09:00 acknowledge-2027-01-04/0-days/Lars',
      '2027-01-04 09:00 acknowledge-2027-01-04/0-days/channel',
      '2027-01-05 08:30 digest/2027-01-05',
      ...['Lars', 'Willem', 'Ingrid', 'channel'].map(
        (who) => `2027-01-05 09:00 acknowledge-2027-01-04/late-2027-01-05/${who}`,
      ),
    ]);
  });

  it('the digest comes on 2 January when that is a werkdag, and not when it is a day equated by decree', async () => {
    const office = anOffice({ now: '2028-12-29T08:00' });
    await link(office);
    assert.deepEqual(await sweepFrom(office, '2028-12-29T08:00', '2029-01-03T00:00'), [
      '2028-12-29 08:30 digest/2028-12-29',
      '2029-01-02 08:30 digest/2029-01-02',
    ]);
    const before = anOffice({ now: '2025-12-31T08:00' });
    await link(before);
    assert.deepEqual(await sweepFrom(before, '2025-12-31T08:00', '2026-01-06T00:00'), [
      '2025-12-31 08:30 digest/2025-12-31',
      '2026-01-05 08:30 digest/2026-01-05',
    ]);
  });

  it('numbers begin again at midnight in Amsterdam, but a form pressed twice keeps its number', async () => {
    const office = anOffice({ now: '2026-12-31T23:59' });
    const number = async (form: string) =>
      (await office.file({ ...registration, receivedOn: '2026-12-31' }, form, sanne)).id;
    assert.deepEqual([await number('1'), await number('2')], ['K-2026-0001', 'K-2026-0002']);
    office.moveTo('2027-01-01T00:00');
    assert.deepEqual(
      [await number('2'), await number('3'), await number('4')],
      ['K-2026-0002', 'K-2027-0001', 'K-2027-0002'],
    );
  });
});
