import assert from 'node:assert/strict';
import { linkChannel, linkedChannel } from '../../src/register/model/linked-channel.ts';
import { anOffice, closeOffices } from './an-office.ts';

type Office = ReturnType<typeof anOffice>;

const address = { serviceUrl: 'http://127.0.0.1', conversationId: '19:channel', botId: '28:bot' };
const link = (office: Office) => linkChannel(office.store, { address, linkedAt: office.clock.now() });

describe('sweeping for the digest', () => {
  afterEach(closeOffices);

  /** The digests that came of a sweep at that time. */
  async function digests(office: Office, time: string): Promise<string[]> {
    await office.sweepAt(time);
    return office.news().filter((id) => id.startsWith('digest/'));
  }

  it('sends it once, at half past eight', async () => {
    const office = anOffice();
    await link(office);
    assert.deepEqual(await digests(office, '2026-04-02T08:29'), []);
    assert.deepEqual(await digests(office, '2026-04-02T08:30'), ['digest/2026-04-02']);
    for (const time of ['08:30', '08:31', '17:00']) {
      assert.deepEqual(await digests(office, `2026-04-02T${time}`), []);
    }
  });

  it('sends none in a weekend or on a holiday, Good Friday included', async () => {
    const office = anOffice();
    await link(office);
    for (const day of ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06', '2026-04-27', '2026-05-05']) {
      assert.deepEqual(await digests(office, `${day}T10:00`), []);
    }
    assert.deepEqual(await digests(office, '2026-05-06T10:00'), ['digest/2026-05-06']);
  });

  it('sends only that of today after a standstill', async () => {
    const office = anOffice();
    await link(office);
    assert.deepEqual(await digests(office, '2026-04-17T13:00'), ['digest/2026-04-17']);
  });

  it('sends none without a channel, nor of a time before it was linked', async () => {
    const office = anOffice();
    assert.deepEqual(await digests(office, '2026-04-02T09:00'), []);
    await link(office);
    assert.deepEqual(await digests(office, '2026-04-02T09:01'), []);
    assert.deepEqual(await digests(office, '2026-04-07T08:30'), ['digest/2026-04-07']);
  });

  it('sends it once with two registers on one file', async () => {
    const one = anOffice();
    await link(one);
    const other = anOffice({ file: one.path });
    const both = await Promise.all([digests(one, '2026-04-02T08:30'), digests(other, '2026-04-02T08:30')]);
    assert.deepEqual(both.flat(), ['digest/2026-04-02']);
  });
});

describe('the channel', () => {
  afterEach(closeOffices);

  it('is the one that was linked last, and none after unlinking', async () => {
    const office = anOffice();
    assert.equal(await linkedChannel(office.store), undefined);
    await link(office);
    const second = { address: { ...address, conversationId: '19:other' }, linkedAt: office.clock.now() };
    await linkChannel(office.store, second);
    assert.deepEqual(await linkedChannel(office.store), second);
    await linkChannel(office.store, undefined);
    assert.equal(await linkedChannel(office.store), undefined);
    await link(office);
    assert.deepEqual((await linkedChannel(office.store))?.address, address);
  });
});
