import assert from 'node:assert/strict';
import { mailing, postForEach } from './mail-office.ts';

/** The complainant says that the address is not theirs, while a letter waits for the mail server. */
describe('a letter that waits, of which the address is corrected or taken away', () => {
  const post = postForEach();

  const correct = (complainant: { name: string; email?: string; address?: string }) =>
    post.office.step({
      type: 'correct-facts',
      to: { complainant },
      reason: 'Dat adres is niet van de klager.',
    });
  const takeAway = () => correct({ name: 'Mevrouw Van Dam', address: 'Dorpsstraat 1, 3511 AA Utrecht' });
  const notices = () => post.office.told.filter(({ content }) => content.kind === 'undelivered').length;

  it('goes to the corrected address, and never to the one before', async () => {
    await post.office.acknowledge();
    await correct({ name: 'Mevrouw Van Dam', email: 'dam@example.nl' });
    await post.office.deliver();
    assert.deepEqual(
      post.server.arrived.map(({ recipients }) => recipients),
      [['dam@example.nl']],
    );
    const { complaint, journal } = await post.office.seen();
    assert.equal(complaint.letters[0]?.to, 'dam@example.nl');
    assert.deepEqual(
      journal.slice(-2).map(({ type }) => type),
      ['letter-renewed', 'letter-sent'],
    );
  });

  it('is made anew for the corrected address on a later day too', async () => {
    await post.server.down();
    await post.office.acknowledge();
    await post.office.deliver();
    await correct({ name: 'Mevrouw Van Dam', email: 'dam@example.nl' });
    await post.server.up();
    post.office.moveTo('2026-04-02T09:00');
    await post.office.deliver();
    assert.deepEqual(post.server.arrived[0]?.recipients, ['dam@example.nl']);
    assert.equal(post.server.arrived.length, 1);
  });

  it('goes nowhere once there is no address, and its handler hears so, also after they heard of a try', async () => {
    await post.server.down();
    await post.office.acknowledge();
    await post.office.deliver();
    post.office.moveTo('2026-04-01T11:00');
    await post.office.deliver();
    await post.office.deliver();
    const before = notices();
    assert.equal(before, 1);
    await takeAway();
    await post.server.up();
    post.office.moveTo('2026-04-01T23:00');
    await post.office.deliver();
    await post.office.deliver();
    assert.deepEqual(post.server.arrived, []);
    assert.equal(mailing(await post.office.seen()).status, 'gave-up');
    assert.equal(notices(), before + 1);
  });

  it('is not mailed again without an address, and is once there is another', async () => {
    await post.office.acknowledge();
    await takeAway();
    await post.office.deliver();
    const again = {
      type: 'send-by-hand',
      letter: 1,
      manner: 'again',
      sentOn: '2026-04-01',
      text: 'Geachte mevrouw Van Dam',
    } as const;
    await assert.rejects(post.office.step(again), { code: 'email-missing' });
    await correct({ name: 'Mevrouw Van Dam', email: 'dam@example.nl' });
    await post.office.step(again);
    await post.office.deliver();
    assert.deepEqual(
      post.server.arrived.map(({ recipients }) => recipients),
      [['dam@example.nl']],
    );
  });
});
