import assert from 'node:assert/strict';
import type { Dossier } from '../../src/register/model/dossier.ts';
import { mailOffice } from './mail-office.ts';
import { mailServer } from './mail-server.ts';

const mailing = ({ outbox }: Dossier) =>
  outbox.find(({ to }) => to.kind === 'mail') ?? assert.fail('no letter');

/** The complainant says that the address is not theirs, while a letter waits for the mail server. */
describe('a letter that waits, of which the address is corrected or taken away', () => {
  let server: ReturnType<typeof mailServer>;
  let office: Awaited<ReturnType<typeof mailOffice>>;

  beforeEach(async () => {
    server = mailServer();
    await server.up();
    office = await mailOffice(server.url());
  });

  afterEach(async () => {
    await office.close();
    await server.down();
  });

  const correct = (complainant: { name: string; email?: string; address?: string }) =>
    office.step({ type: 'correct-facts', to: { complainant }, reason: 'Dat adres is niet van de klager.' });
  const takeAway = () => correct({ name: 'Mevrouw Van Dam', address: 'Dorpsstraat 1, 3511 AA Utrecht' });
  const notices = () => office.told.filter(({ content }) => content.kind === 'undelivered').length;

  it('goes to the corrected address, and never to the one before', async () => {
    await office.acknowledge();
    await correct({ name: 'Mevrouw Van Dam', email: 'dam@example.nl' });
    await office.deliver();
    assert.deepEqual(
      server.arrived.map(({ recipients }) => recipients),
      [['dam@example.nl']],
    );
    const { complaint, journal } = await office.seen();
    assert.equal(complaint.letters[0]?.to, 'dam@example.nl');
    assert.deepEqual(
      journal.slice(-2).map(({ type }) => type),
      ['letter-renewed', 'letter-sent'],
    );
  });

  it('is made anew for the corrected address on a later day too', async () => {
    await server.down();
    await office.acknowledge();
    await office.deliver();
    await correct({ name: 'Mevrouw Van Dam', email: 'dam@example.nl' });
    await server.up();
    office.moveTo('2026-04-02T09:00');
    await office.deliver();
    assert.deepEqual(server.arrived[0]?.recipients, ['dam@example.nl']);
    assert.equal(server.arrived.length, 1);
  });

  it('goes nowhere once there is no address, and its handler hears so, also after they heard of a try', async () => {
    await server.down();
    await office.acknowledge();
    await office.deliver();
    office.moveTo('2026-04-01T11:00');
    await office.deliver();
    await office.deliver();
    const before = notices();
    assert.equal(before, 1);
    await takeAway();
    await server.up();
    office.moveTo('2026-04-01T23:00');
    await office.deliver();
    await office.deliver();
    assert.deepEqual(server.arrived, []);
    assert.equal(mailing(await office.seen()).status, 'gave-up');
    assert.equal(notices(), before + 1);
  });

  it('is not mailed again without an address, and is once there is another', async () => {
    await office.acknowledge();
    await takeAway();
    await office.deliver();
    const again = {
      type: 'send-by-hand',
      letter: 1,
      manner: 'again',
      sentOn: '2026-04-01',
      text: 'Geachte mevrouw Van Dam',
    } as const;
    await assert.rejects(office.step(again), { code: 'email-missing' });
    await correct({ name: 'Mevrouw Van Dam', email: 'dam@example.nl' });
    await office.step(again);
    await office.deliver();
    assert.deepEqual(
      server.arrived.map(({ recipients }) => recipients),
      [['dam@example.nl']],
    );
  });
});
