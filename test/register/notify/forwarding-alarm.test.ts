import assert from 'node:assert/strict';
import { linkChannel } from '../../../src/register/model/linked-channel.ts';
import type { Message } from '../../../src/register/model/message.ts';
import { claim, type DeliveryOutcome, settle } from '../../../src/register/model/outbox.ts';
import { registration } from '../../procedure/asked.ts';
import { desk, fatima, ingrid, joris, lars, sanne, willem } from '../../procedure/people.ts';
import { anOffice, closeOffices, config } from '../an-office.ts';

type Office = ReturnType<typeof anOffice>;

const K1 = 'K-2026-0001';

const link = (office: Office) =>
  linkChannel(office.store, {
    address: { serviceUrl: 'http://127.0.0.1', conversationId: '19:channel', botId: '28:bot' },
    linkedAt: office.clock.now(),
  });

/** Tries what is due in the dossier and fails, to be tried again at midnight. */
async function fails(office: Office, outcome: Partial<DeliveryOutcome> = {}): Promise<void> {
  await office.amend(K1, (document) => {
    const at = office.clock.now();
    const { outbox, claimed } = claim(document.outbox, at, 'test', at);
    const retryAt = config.at('2026-04-02', '00:00');
    const failed = claimed.reduce(
      (rest, { id }) =>
        settle(rest, id, 'test', { at, fault: '503', retryAt, ...outcome } as DeliveryOutcome),
      outbox,
    );
    return { ...document, outbox: failed };
  });
}

/** Lists who was alarmed so far; the channel is 'channel'. */
const told = async (office: Office): Promise<string[]> =>
  ((await office.dossier(K1))?.outbox ?? [])
    .filter(({ content }) => content.kind === 'forwarding-alarm')
    .map(({ to }: Message) => (to.kind === 'person' ? to.id : to.kind));

describe('a complaint that does not reach its handler on the day of receipt', () => {
  afterEach(closeOffices);

  async function anOfficeWithTrouble(respondents = [joris], now = '2026-04-01T10:00'): Promise<Office> {
    const office = anOffice({ now });
    await link(office);
    await office.file({ ...registration, respondents }, '1', sanne);
    await fails(office);
    return office;
  }

  it('is told to the channel and the substitute at four in the afternoon, and not before', async () => {
    const office = await anOfficeWithTrouble();
    await office.sweepAt('2026-04-01T15:59');
    assert.deepEqual(await told(office), []);
    assert.deepEqual(await office.store.due(config.at('2026-04-01', '16:00'), 9), [K1]);
    await office.sweepAt('2026-04-01T16:00');
    assert.deepEqual(await told(office), [fatima.id, 'channel']);
  });

  it('is told once, and the log says so once', async () => {
    const office = await anOfficeWithTrouble();
    for (const time of ['15:59', '16:00', '16:01', '23:59']) await office.sweepAt(`2026-04-01T${time}`);
    assert.deepEqual(await told(office), [fatima.id, 'channel']);
    assert.deepEqual(
      office.logged.filter((line) => line.includes('not forwarded yet')),
      [`error: a complaint is not forwarded yet: the alarm goes out {"document":"${K1}"}`],
    );
  });

  it('is told too when it was given up before four', async () => {
    const office = anOffice();
    await office.file(registration, '1', sanne);
    await fails(office, { retryAt: undefined });
    await office.sweepAt('2026-04-01T16:00');
    assert.deepEqual(await told(office), [fatima.id]);
  });

  it('is not told when it did arrive, nor after a standstill in which nothing was tried', async () => {
    const office = anOffice();
    await link(office);
    await office.file(registration, '1', sanne);
    await office.sweepAt('2026-04-02T12:00');
    assert.deepEqual(await told(office), []);
    await office.sweepAt('2026-04-02T16:00');
    assert.deepEqual(await told(office), []);
  });

  it('that came in after four is told five minutes later', async () => {
    const office = await anOfficeWithTrouble([joris], '2026-04-01T17:30');
    await office.sweepAt('2026-04-01T17:34');
    assert.deepEqual(await told(office), []);
    await office.sweepAt('2026-04-01T17:35');
    assert.deepEqual(await told(office), [fatima.id, 'channel']);
  });

  it('and is about Lars stays out of the channel, and goes to a board member while the substitute handles it', async () => {
    const office = await anOfficeWithTrouble([lars]);
    await office.sweepAt('2026-04-01T16:00');
    assert.deepEqual(await told(office), [willem.id]);
  });

  it('and is about the substitute goes to the board, not to them', async () => {
    const office = await anOfficeWithTrouble([fatima]);
    await office.sweepAt('2026-04-01T16:00');
    assert.deepEqual(await told(office), [willem.id]);
  });

  it('is told to every substitute', async () => {
    const office = anOffice({ people: { ...desk, substitutes: [fatima, ingrid] } });
    await office.file(registration, '1', sanne);
    await fails(office);
    await office.sweepAt('2026-04-01T16:00');
    assert.deepEqual(await told(office), [fatima.id, ingrid.id]);
  });
});
